// Who a name is: the lexicon's readings weighed by date, description and what the report said before.
#include <algorithm>
#include <cstdlib>

#include "base/among.h"
#include "resolve/cast_builder.h"

namespace rapporteur {
namespace {

constexpr int kFormerAfterDays = 370;

// Days between a day and a range; 0 inside.
int64_t Distance(const DateRange& range, Date day) {
  if (range.from && day < *range.from) return range.from->days() - day.days();
  if (range.to && *range.to < day) return day.days() - range.to->days();
  return 0;
}

bool IsInitial(const std::string& word) { return word.size() == 1 || (word.size() == 2 && word[1] == '.'); }

}  // namespace

std::vector<std::string> CastBuilder::NameWords(int s, const NamePhrase& name) const {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  std::vector<std::string> words;
  for (int w = name.first; w <= name.last; ++w) {
    const bool glue = w > name.first && !tree.word(w - 1).space_after;
    if (glue) {
      words.back() += tree.word(w).form;
    } else {
      words.push_back(tree.word(w).form);
    }
  }
  return words;
}

int CastBuilder::ActorOfName(int s, const NamePhrase& name, const DescriptionPhrase* description, MentionForm& form) {
  const int index = ReadName(s, name, description, form);
  if (index < 0) return index;
  const std::string words = JoinWords(NameWords(s, name));
  if (const LexiconLine* line = lexicon_.DictionaryLine(words)) {
    const std::string step = "\"" + words + "\" in the dictionary " + line->file + ":" + std::to_string(line->line);
    std::vector<std::string>& steps = cast_.actors[static_cast<size_t>(index)].steps;
    if (std::find(steps.begin(), steps.end(), step) == steps.end()) steps.push_back(step);
  }
  return index;
}

int CastBuilder::ReadName(int s, const NamePhrase& name, const DescriptionPhrase* description, MentionForm& form) {
  const std::vector<std::string> words = NameWords(s, name);
  if (name.own >= 0 && own_[static_cast<size_t>(name.own)].kind == OwnKind::kState) {
    if (name.derived) form = MentionForm::kDemonym;
    return ActorOfOwn(s, name);
  }
  const bool person_like =
      name.type == MentionType::kPerson || (description != nullptr && !description->titles.empty());
  std::vector<uint32_t> people;
  if (name.entries != nullptr) {
    for (const NameEntry& entry : *name.entries) {
      if (entry.kind == EntryKind::kPerson) people.push_back(entry.index);
    }
  }
  std::vector<std::string> unused;
  const std::string code = description != nullptr ? OwnerCode(s, description->owners, &unused) : "";
  const bool place_too = EntryOf(name, EntryKind::kState) != nullptr || EntryOf(name, EntryKind::kCapital) != nullptr ||
                         EntryOf(name, EntryKind::kPlace) != nullptr || EntryOf(name, EntryKind::kDemonym) != nullptr;
  if (!people.empty() && (!place_too || person_like)) {
    const int best = BestPerson(people, description, code, false);
    if (best >= 0) return ActorOfPerson(static_cast<uint32_t>(best), "named in full");
  }
  if (name.entries != nullptr && !(person_like && name.type == MentionType::kPerson &&
                                   KnownPersonByName(words, CourtesyGender(s, name.first)) >= 0)) {
    for (const NameEntry& entry : *name.entries) {
      switch (entry.kind) {
        case EntryKind::kState:
          return ActorOfState(entry.index);
        case EntryKind::kDemonym:
          form = MentionForm::kDemonym;
          return ActorOfState(entry.index);
        case EntryKind::kSeat:
        case EntryKind::kCapital:
          form = MentionForm::kMetonym;
          return ActorOfState(entry.index);
        case EntryKind::kOrganization:
          return ActorOfOrganization(entry.index);
        case EntryKind::kPlace:
        case EntryKind::kPerson:
          break;
      }
    }
    if (people.empty()) return -1;  // a place
  }
  const int known = KnownPersonByName(words, CourtesyGender(s, name.first));
  if (known >= 0) return known;
  if (words.size() == 1 && name.type == MentionType::kOrganization) {
    const int leader = BareSurname(words.front());
    if (leader >= 0) return leader;
  }
  if (person_like || !people.empty()) return UnknownPerson(s, name, description);
  if (name.own >= 0 && name.type == MentionType::kOrganization) return ActorOfOwn(s, name);
  if (name.type == MentionType::kOrganization) {
    const std::string key = "org|" + LowerAscii(JoinWords(words));
    const auto found = by_name_.find(key);
    if (found != by_name_.end()) return found->second;
    return by_name_[key] = UnknownOrganization(s, name, words);
  }
  if (name.type == MentionType::kPlace && name.entries == nullptr) return UnknownState(s, name, words);
  return -1;
}

// A surname alone that the report has not introduced: somebody in office whom every reader knows; -1 when nobody is.
int CastBuilder::BareSurname(const std::string& surname) {
  const std::vector<uint32_t>* people = lexicon_.FindSurname(surname);
  const int best = people == nullptr ? -1 : BestPerson(*people, nullptr, "", true);
  if (best < 0) return -1;
  return ActorOfPerson(static_cast<uint32_t>(best), "surname of " + lexicon_.people()[static_cast<size_t>(best)].name);
}

int CastBuilder::ActorOfState(uint32_t index) {
  const auto found = by_state_.find(index);
  if (found != by_state_.end()) return found->second;
  const State& state = lexicon_.states()[index];
  CastActor actor;
  actor.name = state.name;
  actor.type = ActorType::kState;
  actor.code = state.code;
  actor.sectors = {"GOV"};
  actor.wikidata = state.wikidata;
  actor.state = static_cast<int>(index);
  actor.rule = "lexicon";
  actor.steps.push_back("state " + state.source.file + ":" + std::to_string(state.source.line));
  return by_state_[index] = NewActor(std::move(actor));
}

int CastBuilder::ActorOfOrganization(uint32_t index) {
  const auto found = by_organization_.find(index);
  if (found != by_organization_.end()) return found->second;
  const Organization& organization = lexicon_.organizations()[index];
  CastActor actor;
  actor.name = organization.name;
  actor.type = organization.group ? ActorType::kGroup : ActorType::kOrganization;
  actor.code = organization.code;
  actor.sectors = organization.sectors;
  LexiconLine source = organization.source;
  // A dictionary's code by date: that of the report's day, else the nearest.
  const Date day = published_.value_or(Date{2025, 12, 31});
  const auto nearest = std::min_element(
      organization.terms.begin(), organization.terms.end(),
      [&](const CodeTerm& a, const CodeTerm& b) { return Distance(a.term, day) < Distance(b.term, day); });
  if (nearest != organization.terms.end()) {
    actor.code = nearest->code;
    actor.sectors = nearest->sectors;
    source = nearest->source;
  }
  actor.wikidata = organization.wikidata;
  actor.organization = static_cast<int>(index);
  actor.plural = organization.group;
  actor.rule = "lexicon";
  NameCallings(actor);
  actor.steps.push_back("organisation " + source.file + ":" + std::to_string(source.line));
  return by_organization_[index] = NewActor(std::move(actor));
}

// The terms that matter on the report's day: those that hold it, else the nearest. A dictionary's codes go before
// theirs.
void CastBuilder::SetOffice(CastActor& actor, const Person& person) const {
  const Date day = published_.value_or(Date{2025, 12, 31});
  const OfficeTerm* nearest = nullptr;
  const OfficeTerm* of_dictionary = nullptr;
  for (uint32_t t : person.terms) {
    const OfficeTerm& term = lexicon_.office_terms()[t];
    const int64_t distance = Distance(term.term, day);
    const OfficeTerm*& best = term.office.empty() ? of_dictionary : nearest;
    if (best == nullptr || distance < Distance(best->term, day)) best = &term;
    if (distance == 0 && !term.office.empty())
      actor.roles.push_back({term.office, term.of.empty() ? term.code : term.of, term.term.from, term.term.to});
  }
  if (nearest != nullptr) SetRoles(actor, *nearest, day);
  if (of_dictionary == nullptr) return;
  actor.code = of_dictionary->code;
  actor.sectors = of_dictionary->sectors;
  actor.steps.push_back("code by the dictionary " + of_dictionary->source.file + ":" +
                        std::to_string(of_dictionary->source.line));
}

void CastBuilder::SetRoles(CastActor& actor, const OfficeTerm& term, Date day) const {
  actor.code = term.code;
  actor.sectors = term.sectors;
  if (actor.roles.empty()) {
    actor.roles.push_back({term.office, term.of.empty() ? term.code : term.of, term.term.from, term.term.to});
    // Out of office for a year or more: a figure of public life, no longer the government.
    if (term.term.to && published_ && (day.days() - term.term.to->days()) > kFormerAfterDays &&
        actor.sectors == std::vector<std::string>{"GOV"}) {
      actor.sectors = {"ELI"};
    }
  }
  for (const CastRole& role : actor.roles) {
    actor.nouns.push_back(role.title);
    const size_t space = role.title.rfind(' ');
    if (space != std::string::npos) actor.nouns.push_back(role.title.substr(space + 1));
  }
  actor.steps.push_back("office " + term.source.file + ":" + std::to_string(term.source.line));
}

int CastBuilder::ActorOfPerson(uint32_t index, const std::string& why) {
  const auto found = by_person_.find(index);
  if (found != by_person_.end()) return found->second;
  const Person& person = lexicon_.people()[index];
  CastActor actor;
  actor.name = person.name;
  actor.type = ActorType::kPerson;
  actor.gender = person.gender;
  actor.wikidata = person.wikidata;
  actor.person = static_cast<int>(index);
  actor.rule = "lexicon";
  actor.steps.push_back(why);
  SetOffice(actor, person);
  return by_person_[index] = NewActor(std::move(actor));
}

// What a word of courtesy before a word tells: Mr, Mrs; '?' when there is none.
char CastBuilder::CourtesyGender(int s, int word) const {
  if (word == 0) return '?';
  const std::string before = LowerAscii(trees_[static_cast<size_t>(s)].word(word - 1).form);
  if (InClass(lexicon_.classes(), "courtesy_male", before)) return 'm';
  return InClass(lexicon_.classes(), "courtesy_female", before) ? 'f' : '?';
}

// A person of this report that these words name again: by surname, or by a whole name with a spelling variant. The one
// named last is meant.
int CastBuilder::KnownPersonByName(const std::vector<std::string>& words, char gender) const {
  int best = -1;
  auto may = [&](int actor) {
    const char known = cast_.actors[static_cast<size_t>(actor)].gender;
    return gender == '?' || known == '?' || known == gender;
  };
  auto among_cast = [&](const std::vector<uint32_t>* people, bool given_too) {
    if (people == nullptr) return;
    for (uint32_t p : *people) {
      const auto found = by_person_.find(p);
      if (found == by_person_.end() || found->second <= best || !may(found->second)) continue;
      const std::string& full = lexicon_.people()[p].name;
      if (!given_too || lexicon_.SameGivenName(words.front(), full.substr(0, full.find(' ')))) best = found->second;
    }
  };
  among_cast(lexicon_.FindSurname(words.size() == 1 ? words.back() : JoinWords(words)), false);
  if (words.size() > 1) among_cast(lexicon_.FindSurname(words.back()), true);
  const auto unknown = unknown_by_surname_.find(LowerAscii(words.back()));
  if (unknown == unknown_by_surname_.end()) return best;
  for (int a : unknown->second) {
    const std::string& name = cast_.actors[static_cast<size_t>(a)].name;
    const std::string given = name.find(' ') == std::string::npos ? "" : name.substr(0, name.find(' '));
    if (a > best && may(a) &&
        (words.size() == 1 || given.empty() || LowerAscii(given) == LowerAscii(words.front()) ||
         IsInitial(words.front()) || lexicon_.SameGivenName(given, words.front()))) {
      best = a;
    }
  }
  return best;
}

// The likeliest of several people of one name, -1 when none is likely: in office near the report's date, of the office
// and state that the description says.
int CastBuilder::BestPerson(const std::vector<uint32_t>& people, const DescriptionPhrase* description,
                            const std::string& code, bool surname_only) const {
  const Date day = published_.value_or(Date{2025, 12, 31});
  int best = -1;
  double most = surname_only ? 0.5 : -100;
  for (uint32_t p : people) {
    const Person& person = lexicon_.people()[p];
    double score = -50;
    for (uint32_t t : person.terms) {
      const OfficeTerm& term = lexicon_.office_terms()[t];
      double one = 2.0 - static_cast<double>(Distance(term.term, day)) / 365.0;
      if (description != nullptr) {
        for (uint32_t title : description->titles) {
          if (lexicon_.titles()[title].office == term.office) one += 2;
        }
        if (!code.empty()) one += code == term.code ? 2 : -4;
      } else if (surname_only) {
        // A bare surname is somebody whom every reader knows: who leads a state, or whose state the report names.
        const bool leads = Among(term.office, {"president", "prime minister", "chancellor", "supreme leader", "king"});
        const bool context = std::any_of(cast_.actors.begin(), cast_.actors.end(), [&](const CastActor& actor) {
          return actor.state >= 0 && actor.code == term.code;
        });
        one += (leads ? 0.5 : -0.5) + (context ? 0.7 : -1.5);
        if (!published_ && !leads) one -= 2;  // nor who of a name is in office
      }
      score = std::max(score, one);
    }
    if (score > most) {
      most = score;
      best = static_cast<int>(p);
    }
  }
  return best;
}

int CastBuilder::UnknownPerson(int s, const NamePhrase& name, const DescriptionPhrase* description) {
  const std::vector<std::string> words = NameWords(s, name);
  std::vector<std::string> unused;
  const std::string code = description != nullptr ? OwnerCode(s, description->owners, &unused) : "";
  // A surname alone, or a full name whose given name the lexicon spells otherwise.
  std::vector<uint32_t> people;
  const std::vector<uint32_t>* surname = lexicon_.FindSurname(words.size() == 1 ? words.back() : JoinWords(words));
  if (surname == nullptr) surname = lexicon_.FindSurname(words.back());
  if (surname != nullptr) {
    for (uint32_t p : *surname) {
      const std::string& full = lexicon_.people()[p].name;
      if (words.size() == 1 || lexicon_.SameGivenName(words.front(), full.substr(0, full.find(' '))))
        people.push_back(p);
    }
  }
  const int best = BestPerson(people, description, code, words.size() == 1);
  if (best >= 0) {
    return ActorOfPerson(static_cast<uint32_t>(best),
                         words.size() == 1 ? "surname of " + lexicon_.people()[static_cast<size_t>(best)].name
                                           : "spelling variant of the lexicon's name");
  }
  CastActor actor;
  actor.name = JoinWords(words);
  actor.type = ActorType::kPerson;
  actor.gender = lexicon_.GenderOf(words.front());
  if (const char said = CourtesyGender(s, name.first); said != '?') actor.gender = said;
  actor.rule = description != nullptr ? "title" : "model";
  actor.confidence = description != nullptr ? 0.8 : 0.6;
  actor.steps.push_back("no lexicon line has this name; what is known of the person is what the report says");
  const int index = NewActor(std::move(actor));
  unknown_by_surname_[LowerAscii(words.back())].push_back(index);
  return index;
}

}  // namespace rapporteur
