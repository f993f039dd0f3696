#include "lexicon/lexicon.h"

#include <algorithm>

#include "lexicon/contents.h"
#include "lexicon/fold.h"
#include "lexicon/name_index.h"
#include "lexicon/people.h"
#include "lexicon/string_map.h"

namespace rapporteur {
namespace {

using IdsByName = StringMap<std::vector<uint32_t>>;

const std::vector<uint32_t>* Look(const IdsByName& index, std::string_view key) {
  const auto found = index.find(key);
  return found == index.end() ? nullptr : &found->second;
}

void AddOnce(IdsByName& index, std::string key, uint32_t id) {
  if (key.empty()) return;
  std::vector<uint32_t>& ids = index[std::move(key)];
  if (ids.empty() || ids.back() != id) ids.push_back(id);
}

std::string OfficeKey(std::string_view code, std::string_view office) {
  return std::string(code) + '\t' + FoldName(office);
}

// "Va.", "VA", "N.Y.": compared without stops and blanks, with their capitals.
std::string AbbreviationKey(std::string_view form) {
  std::string key;
  for (char c : form) {
    if (c != '.' && c != ' ') key += c;
  }
  return key;
}

// Files of a user's directory are named with their path.
bool IsUsers(const LexiconLine& source) { return source.file.find('/') != std::string::npos; }

StringMap<bool> SetOf(const std::vector<std::string>& words) {
  StringMap<bool> set;
  for (const std::string& word : words) set.emplace(FoldName(word), true);
  return set;
}

}  // namespace

struct Lexicon::Data {
  explicit Data(LexiconContents read);

  LexiconContents contents;
  std::vector<Person> people;
  NameIndex names;
  IdsByName surnames, titles, offices, given_names, place_abbreviations;
  StringMap<bool> common_words;
  StringMap<uint32_t> states, agents, classes, codes;
  std::unordered_map<int64_t, uint32_t> places;  // by GeoNames id
  StringMap<LexiconLine> dictionary_lines;
  std::vector<LexiconProblem> warnings;

 private:
  void IndexNames();
  void IndexPeople();
  void IndexDictionaries();
};

Lexicon::Data::Data(LexiconContents read)
    : contents(std::move(read)),
      people(GatherPeople(contents.office_terms, contents.surnames)),
      names(SetOf(contents.common_words)),
      common_words(SetOf(contents.common_words)) {
  IndexNames();
  IndexPeople();
  IndexDictionaries();
  for (uint32_t i = 0; i < contents.states.size(); ++i) states.emplace(contents.states[i].code, i);
  for (uint32_t i = 0; i < contents.places.size(); ++i) {
    if (contents.places[i].geonames != 0) places.emplace(contents.places[i].geonames, i);
  }
  for (uint32_t i = 0; i < contents.titles.size(); ++i) AddOnce(titles, FoldName(contents.titles[i].title), i);
  for (uint32_t i = 0; i < contents.agents.size(); ++i) agents.emplace(FoldName(contents.agents[i].noun), i);
  for (uint32_t i = 0; i < contents.plover_classes.size(); ++i)
    classes.emplace(contents.plover_classes[i].type + '\t' + contents.plover_classes[i].mode, i);
  for (uint32_t i = 0; i < contents.cameo_codes.size(); ++i) codes.emplace(contents.cameo_codes[i].code, i);
  for (uint32_t i = 0; i < contents.office_terms.size(); ++i) {
    const OfficeTerm& term = contents.office_terms[i];
    if (!term.office.empty()) AddOnce(offices, OfficeKey(term.code, term.office), i);
  }
  for (uint32_t i = 0; i < contents.place_abbreviations.size(); ++i) {
    for (const std::string& form : contents.place_abbreviations[i].forms) {
      AddOnce(place_abbreviations, AbbreviationKey(form), i);
    }
  }
  for (uint32_t i = 0; i < contents.given_names.size(); ++i) {
    for (const std::string& variant : contents.given_names[i].variants) AddOnce(given_names, FoldName(variant), i);
  }
}

void Lexicon::Data::IndexNames() {
  names.Reserve(8 * (contents.states.size() + contents.organizations.size()) + 4 * people.size() +
                4 * contents.places.size());
  const auto add_all = [&](const std::vector<std::string>& list, EntryKind kind, uint32_t index) {
    for (const std::string& name : list) names.Add(name, {kind, index});
  };
  for (uint32_t i = 0; i < contents.states.size(); ++i) {
    const State& state = contents.states[i];
    names.Add(state.name, {EntryKind::kState, i});
    add_all(state.aliases, EntryKind::kState, i);
    add_all(state.demonyms, EntryKind::kDemonym, i);
    add_all(state.capitals, EntryKind::kCapital, i);
    add_all(state.seats, EntryKind::kSeat, i);
  }
  // A user's bodies and places go before the shipped ones of the same name in another table.
  for (const bool users : {true, false}) {
    for (uint32_t i = 0; i < contents.organizations.size(); ++i) {
      if (IsUsers(contents.organizations[i].source) != users) continue;
      names.Add(contents.organizations[i].name, {EntryKind::kOrganization, i});
      add_all(contents.organizations[i].aliases, EntryKind::kOrganization, i);
    }
  }
  for (uint32_t i = 0; i < people.size(); ++i) {
    names.Add(people[i].name, {EntryKind::kPerson, i});
    add_all(people[i].aliases, EntryKind::kPerson, i);
  }
  for (const bool users : {true, false}) {
    for (uint32_t i = 0; i < contents.places.size(); ++i) {
      if (IsUsers(contents.places[i].source) != users) continue;
      names.Add(contents.places[i].name, {EntryKind::kPlace, i});
      add_all(contents.places[i].aliases, EntryKind::kPlace, i);
    }
  }
}

void Lexicon::Data::IndexPeople() {
  for (uint32_t i = 0; i < people.size(); ++i) {
    const Person& person = people[i];
    AddOnce(surnames, FoldName(person.surname), i);
    AddOnce(surnames, FoldName(BareSurname(person.surname, contents.surnames)), i);
    const size_t last = person.surname.rfind(' ');
    if (last != std::string::npos) AddOnce(surnames, FoldName(person.surname.substr(last + 1)), i);
    const std::string& code = contents.office_terms[person.terms.front()].code;
    for (const std::string& alias : person.aliases) {
      const std::string surname = SurnameOf(alias, code, contents.surnames);
      AddOnce(surnames, FoldName(surname), i);
      AddOnce(surnames, FoldName(BareSurname(surname, contents.surnames)), i);
    }
  }
}

// A dictionary's name means only what the dictionary says.
void Lexicon::Data::IndexDictionaries() {
  std::vector<uint32_t> person_of(contents.dictionary_names.empty() ? 0 : contents.office_terms.size());
  for (uint32_t i = 0; i < people.size() && !person_of.empty(); ++i) {
    for (const uint32_t term : people[i].terms) person_of[term] = i;
  }
  for (const DictionaryName& name : contents.dictionary_names) {
    const auto [line, added] = dictionary_lines.emplace(FoldName(name.name), name.source);
    if (added) names.Clear(name.name);
    switch (name.target) {
      case NameTarget::kNobody:
        break;
      case NameTarget::kState:
        names.Add(name.name, {EntryKind::kState, name.index});
        break;
      case NameTarget::kOrganization:
        names.Add(name.name, {EntryKind::kOrganization, name.index});
        break;
      case NameTarget::kTerm:
        names.Add(name.name, {EntryKind::kPerson, person_of[name.index]});
        break;
    }
  }
}

Result<Lexicon> Lexicon::Open(const std::vector<std::string>& directories) {
  Result<LexiconContents> contents = ReadLexicon(directories);
  if (!contents.ok()) return contents.error();
  for (const LexiconProblem& problem : contents->problems) {
    if (problem.severity == Severity::kError) return Error{ErrorCode::kLexicon, problem.text()};
  }
  auto data = std::make_unique<Data>(std::move(*contents));
  data->warnings = std::move(data->contents.problems);
  return Lexicon(std::move(data));
}

Lexicon::Lexicon(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

const std::vector<State>& Lexicon::states() const { return data_->contents.states; }
const std::vector<Organization>& Lexicon::organizations() const { return data_->contents.organizations; }
const std::vector<OfficeTerm>& Lexicon::office_terms() const { return data_->contents.office_terms; }
const std::vector<Person>& Lexicon::people() const { return data_->people; }
const std::vector<Title>& Lexicon::titles() const { return data_->contents.titles; }
const std::vector<AgentNoun>& Lexicon::agents() const { return data_->contents.agents; }
const std::vector<Place>& Lexicon::places() const { return data_->contents.places; }

const Place* Lexicon::FindPlace(int64_t geonames) const {
  const auto found = data_->places.find(geonames);
  return found == data_->places.end() ? nullptr : &data_->contents.places[found->second];
}

const std::vector<PlaceAbbreviation>& Lexicon::place_abbreviations() const {
  return data_->contents.place_abbreviations;
}
const std::vector<GivenName>& Lexicon::given_names() const { return data_->contents.given_names; }
const FrameTable& Lexicon::frames() const { return data_->contents.frames; }
const WordClasses& Lexicon::classes() const { return data_->contents.classes; }
const CueTable& Lexicon::cues() const { return data_->contents.cues; }
const EmbeddingTable& Lexicon::embeddings() const { return data_->contents.embeddings; }
const StanceTable& Lexicon::stances() const { return data_->contents.stances; }
const std::vector<Composition>& Lexicon::compositions() const { return data_->contents.compositions; }
const std::vector<PloverClass>& Lexicon::plover_classes() const { return data_->contents.plover_classes; }
const std::vector<CameoCode>& Lexicon::cameo_codes() const { return data_->contents.cameo_codes; }
const AgreementTable& Lexicon::agreements() const { return data_->contents.agreements; }

const ContextTable& Lexicon::contexts() const { return data_->contents.contexts; }
const OppositeTable& Lexicon::opposites() const { return data_->contents.opposites; }
const std::vector<DisputeWeight>& Lexicon::dispute_weights() const { return data_->contents.dispute_weights; }

const PloverClass* Lexicon::FindClass(std::string_view type, std::string_view mode) const {
  const auto found = data_->classes.find(std::string(type) + '\t' + std::string(mode));
  if (found != data_->classes.end()) return &data_->contents.plover_classes[found->second];
  return mode.empty() ? nullptr : FindClass(type, {});
}

const CameoCode* Lexicon::FindCameo(std::string_view code) const {
  for (; code.size() >= 2; code.remove_suffix(1)) {
    const auto found = data_->codes.find(code);
    if (found != data_->codes.end()) return &data_->contents.cameo_codes[found->second];
  }
  return nullptr;
}

const std::vector<NameEntry>* Lexicon::FindName(std::string_view name) const { return data_->names.Find(name); }

const LexiconLine* Lexicon::DictionaryLine(std::string_view name) const {
  const auto found = data_->dictionary_lines.find(FoldName(name));
  return found == data_->dictionary_lines.end() ? nullptr : &found->second;
}

const std::vector<LexiconProblem>& Lexicon::warnings() const { return data_->warnings; }

NameHit Lexicon::LongestName(const std::vector<std::string_view>& words) const { return data_->names.Longest(words); }

const std::vector<uint32_t>* Lexicon::FindSurname(std::string_view surname) const {
  const std::string key = FoldName(surname);
  if (const auto* found = Look(data_->surnames, key)) return found;
  const std::string_view cut = CutPossessive(surname);
  return cut.size() == surname.size() ? nullptr : Look(data_->surnames, FoldName(cut));
}

const State* Lexicon::FindState(std::string_view code) const {
  const auto found = data_->states.find(code);
  return found == data_->states.end() ? nullptr : &data_->contents.states[found->second];
}

const Gazetteer* Lexicon::gazetteer() const {
  return data_->contents.gazetteer ? &*data_->contents.gazetteer : nullptr;
}

bool Lexicon::PlaceRemoved(std::string_view folded) const { return data_->contents.removed_places.contains(folded); }

const std::vector<uint32_t>* Lexicon::FindPlaceAbbreviation(std::string_view form) const {
  return Look(data_->place_abbreviations, AbbreviationKey(form));
}

bool Lexicon::IsCommonWord(std::string_view folded) const { return data_->common_words.contains(folded); }

const std::vector<uint32_t>* Lexicon::FindTitle(std::string_view title) const {
  return Look(data_->titles, FoldName(title));
}

const AgentNoun* Lexicon::FindAgent(std::string_view noun) const {
  const auto found = data_->agents.find(FoldName(noun));
  return found == data_->agents.end() ? nullptr : &data_->contents.agents[found->second];
}

bool Lexicon::SameGivenName(std::string_view a, std::string_view b) const {
  const std::string left = FoldName(a);
  const std::string right = FoldName(b);
  if (left == right) return true;
  const std::vector<uint32_t>* lines = Look(data_->given_names, left);
  const std::vector<uint32_t>* others = Look(data_->given_names, right);
  if (lines == nullptr || others == nullptr) return false;
  return std::any_of(lines->begin(), lines->end(),
                     [&](uint32_t line) { return std::find(others->begin(), others->end(), line) != others->end(); });
}

char Lexicon::GenderOf(std::string_view given_name) const {
  const std::vector<uint32_t>* lines = Look(data_->given_names, FoldName(given_name));
  return lines == nullptr ? '?' : data_->contents.given_names[lines->front()].gender;
}

std::vector<uint32_t> Lexicon::HoldersOn(std::string_view code, std::string_view office, Date day) const {
  std::vector<uint32_t> holders;
  const std::vector<uint32_t>* terms = Look(data_->offices, OfficeKey(code, office));
  if (terms == nullptr) return holders;
  const std::vector<OfficeTerm>& lines = data_->contents.office_terms;
  std::copy_if(terms->begin(), terms->end(), std::back_inserter(holders),
               [&](uint32_t i) { return lines[i].term.contains(day); });
  // The president of Syria, not the one of its Red Crescent.
  const auto of_part = [&](uint32_t i) { return !lines[i].of.empty(); };
  if (!std::all_of(holders.begin(), holders.end(), of_part)) std::erase_if(holders, of_part);
  return holders;
}

const std::string& Lexicon::hash() const { return data_->contents.hash; }

}  // namespace rapporteur
