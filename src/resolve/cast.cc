#include "resolve/cast.h"

#include <algorithm>

#include "base/among.h"
#include "resolve/cast_builder.h"
#include "resolve/place_role.h"

namespace rapporteur {
namespace {

std::string LastWord(const std::string& phrase) {
  const size_t space = phrase.rfind(' ');
  return space == std::string::npos ? phrase : phrase.substr(space + 1);
}

bool IsComma(const Tree& tree, int w) { return w >= 0 && w < tree.size() && tree.word(w).form == ","; }

bool IsArticle(const Tree& tree, int w) {
  if (w < 0 || w >= tree.size()) return false;
  const std::string lower = LowerAscii(tree.word(w).form);
  return lower == "the" || lower == "a" || lower == "an";
}

ActorType TypeOfAgent(const DescriptionPhrase& phrase) {
  if (phrase.agent == nullptr || phrase.agent->kind == AgentKind::kPerson)
    return phrase.plural ? ActorType::kGroup : (phrase.titles.empty() ? ActorType::kPerson : ActorType::kOffice);
  if (phrase.agent->kind == AgentKind::kPopulation) return ActorType::kPopulation;
  return phrase.agent->kind == AgentKind::kOrganization ? ActorType::kOrganization : ActorType::kGroup;
}

}  // namespace

Cast ResolveCast(const std::vector<Tree>& trees, const Lexicon& lexicon, std::optional<Date> published) {
  return CastBuilder(trees, lexicon, published).Build();
}

const PlaceMention* Cast::PlaceAt(int sentence, int word) const {
  auto here = std::partition_point(places.begin(), places.end(),
                                   [&](const PlaceMention& place) { return place.sentence < sentence; });
  for (; here != places.end() && here->sentence == sentence; ++here) {
    if (!here->part && here->first <= word && word <= here->last) return &*here;
  }
  return nullptr;
}

Cast CastBuilder::Build() {
  for (const Tree& tree : trees_) {
    std::vector<NamePhrase> names = FindNames(tree, lexicon_);
    std::vector<DescriptionPhrase> found = FindDescriptions(tree, names, lexicon_);
    const size_t before = names.size();
    AddUnseenNames(tree, names, found);
    if (names.size() != before) found = FindDescriptions(tree, names, lexicon_);
    cast_.names.push_back(std::move(names));
    descriptions_.push_back(std::move(found));
  }
  own_ = SettleOwnNames(trees_, lexicon_, descriptions_, cast_.names);
  for (size_t s = 0; s < trees_.size(); ++s) {
    const std::vector<NamePhrase>& names = cast_.names[s];
    if (std::any_of(names.begin(), names.end(), [](const NamePhrase& name) { return name.own >= 0; }))
      descriptions_[s] = FindDescriptions(trees_[s], names, lexicon_);
  }
  cast_.places = FindPlaces(trees_, cast_.names, lexicon_);
  by_sentence_.resize(trees_.size());
  home_ = HomeCode();
  NoteQuoted();
  for (int s = 0; s < static_cast<int>(trees_.size()); ++s) CollectSentence(s);
  TakeFromOwners();
  TakeHome();
  AddPronouns();
  AddLeadership();
  MergeForeshadowed();
  FillIndex();
  return std::move(cast_);
}

namespace {

// What goes on telling of whom the words before describe: "a former marine JAILED for espionage", "an aide TO him".
bool GoesOn(const Tree& tree, int w) {
  if (w >= tree.size()) return false;
  const ParsedWord& word = tree.word(w);
  return Among(word.xpos, {"VBN", "VBG", "IN", "TO", "WP", "WP$"}) || Among(word.form, {".", ";"});
}

// Where the titles right before a word begin: "spokesman COLONEL Dillon" at colonel.
int FirstTitle(const std::vector<DescriptionPhrase>& found, int word) {
  int first = word;  // of several the last
  for (const DescriptionPhrase& phrase : found) {
    if (!phrase.titles.empty() && phrase.head + 1 == word && phrase.first == phrase.phrase_first) first = phrase.first;
  }
  return first;
}

}  // namespace

// Names that a description may stand beside: people, bodies, unknown names; not states and places.
bool CastBuilder::Describable(const NamePhrase& name) const {
  if (EntryOf(name, EntryKind::kPerson) != nullptr || EntryOf(name, EntryKind::kOrganization) != nullptr) return true;
  if (name.entries != nullptr && name.type != MentionType::kPerson) return false;
  return name.type == MentionType::kPerson || name.type == MentionType::kOrganization;
}

std::vector<CastBuilder::Link> CastBuilder::LinkApposed(const Tree& tree, const std::vector<NamePhrase>& names,
                                                        const std::vector<DescriptionPhrase>& found) const {
  std::vector<Link> links;
  std::vector<bool> used(found.size(), false);
  for (size_t n = 0; n < names.size(); ++n) {
    const NamePhrase& name = names[n];
    if (!Describable(name)) continue;
    for (size_t d = 0; d < found.size(); ++d) {
      const DescriptionPhrase& phrase = found[d];
      if (used[d]) continue;
      const bool person = EntryOf(name, EntryKind::kPerson) != nullptr || name.type == MentionType::kPerson;
      if (phrase.plural && person) continue;
      if (person && phrase.titles.empty() && phrase.agent != nullptr && phrase.agent->kind != AgentKind::kPerson)
        continue;
      int first = name.first;  // with "Ms", "Dr"
      while (first > 0 && IsCourtesy(lexicon_, tree.word(first - 1).form)) --first;
      const int behind = BehindTitle(tree, phrase.head);
      const bool before = behind == first || (person && behind == FirstTitle(found, first)) ||
                          (person && !phrase.titles.empty() && phrase.last + 1 == first);
      const bool comma_before = IsComma(tree, first - 1) && phrase.last == first - 2 && phrase.head < name.first &&
                                (tree.rel(name.head) == Rel::kAppos || IsComma(tree, name.last + 1));
      const int after = name.last + (IsArticle(tree, name.last + 2) ? 3 : 2);
      const bool comma_after = IsComma(tree, name.last + 1) && phrase.first == after &&
                               (tree.rel(phrase.head) == Rel::kAppos || IsComma(tree, phrase.last + 1) ||
                                (person && after == name.last + 3 && GoesOn(tree, phrase.last + 1)));
      const bool appos = (tree.rel(name.head) == Rel::kAppos &&
                          (tree.head(name.head) == phrase.head ||
                           (person && !phrase.titles.empty() && phrase.head < name.first &&
                            IsComma(tree, name.first - 1) && tree.dominates(phrase.head, tree.head(name.head))))) ||
                         (tree.rel(phrase.head) == Rel::kAppos && tree.head(phrase.head) == name.head);
      if (!before && !comma_before && !comma_after && !appos) continue;
      links.push_back({static_cast<int>(n), static_cast<int>(d)});
      used[d] = true;
    }
  }
  LinkCoordinated(tree, found, links, used);
  return links;
}

// "Panos Kammenos, the defence minister and leader of a party, …": the second describes him too.
void CastBuilder::LinkCoordinated(const Tree& tree, const std::vector<DescriptionPhrase>& found,
                                  std::vector<Link>& links, std::vector<bool>& used) const {
  for (size_t d = 0; d < found.size(); ++d) {
    const DescriptionPhrase& phrase = found[d];
    if (used[d] || phrase.plural || tree.rel(phrase.head) != Rel::kConj) continue;
    if (IsArticle(tree, phrase.first - 1) || phrase.possessor >= 0) continue;  // somebody else
    for (size_t i = 0; i < links.size(); ++i) {
      const DescriptionPhrase& first = found[static_cast<size_t>(links[i].description)];
      if (first.head != tree.head(phrase.head) || first.plural) continue;
      links.push_back({links[i].name, static_cast<int>(d)});
      used[d] = true;
      break;
    }
  }
}

void CastBuilder::CollectSentence(int s) {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  const std::vector<NamePhrase>& names = cast_.names[static_cast<size_t>(s)];
  const std::vector<DescriptionPhrase>& found = descriptions_[static_cast<size_t>(s)];
  const std::vector<Link> links = LinkApposed(tree, names, found);
  std::vector<int> described(names.size(), -1);
  std::vector<bool> linked(found.size(), false);
  for (const Link& link : links) {
    if (described[static_cast<size_t>(link.name)] < 0) described[static_cast<size_t>(link.name)] = link.description;
    linked[static_cast<size_t>(link.description)] = true;
  }
  size_t n = 0, d = 0;
  while (n < names.size() || d < found.size()) {
    if (d == found.size() || (n < names.size() && names[n].first < found[d].head)) {
      const int with = described[n];
      AddName(s, names[n], with < 0 ? nullptr : &found[static_cast<size_t>(with)]);
      ++n;
    } else {
      if (!linked[d]) AddDescription(s, found[d]);
      ++d;
    }
  }
  for (const Link& link : links) {  // further descriptions of a name that has one already
    if (described[static_cast<size_t>(link.name)] == link.description) continue;
    const NamePhrase& name = names[static_cast<size_t>(link.name)];
    for (int m : MentionsIn(s)) {
      if (mention(m).head == name.head && mention(m).actor >= 0) {
        Describe(mention(m).actor, s, found[static_cast<size_t>(link.description)]);
        break;
      }
    }
  }
}

void CastBuilder::AddName(int s, const NamePhrase& name, const DescriptionPhrase* description) {
  MentionForm form = MentionForm::kName;
  const bool metonym = EntryOf(name, EntryKind::kCapital) != nullptr && EntryOf(name, EntryKind::kState) == nullptr;
  if (metonym && StandsForPlace(trees_[static_cast<size_t>(s)], name)) return;
  const int actor = ActorOfName(s, name, description, form);
  if (actor < 0) return;
  const bool place = cast_.actors[static_cast<size_t>(actor)].type == ActorType::kState && form == MentionForm::kName &&
                     StandsForPlace(trees_[static_cast<size_t>(s)], name);
  int first = name.first;
  if (description != nullptr) {
    Describe(actor, s, *description);
    TakeStateBehind(actor, s, name);
    if (description->head + 1 == name.first || description->last + 1 == name.first) first = description->first;
  }
  while (first > 0 && IsCourtesy(lexicon_, trees_[static_cast<size_t>(s)].word(first - 1).form)) --first;
  AddMention(s, first, name.last, name.head, form, actor, place, false);
  if (form != MentionForm::kDemonym) AddAlias(actor, s, name.first, name.last);
  if (description != nullptr && description->head + 1 != name.first && description->last + 1 != name.first) {
    AddMention(s, description->first, description->last, description->head, MentionForm::kDescription, actor, false,
               false);
  }
}

void CastBuilder::AddDescription(int s, const DescriptionPhrase& phrase) {
  MentionForm form = MentionForm::kDescription;
  const int actor = DescribedActor(s, phrase, form);
  if (actor < 0) return;
  if (cast_.actors[static_cast<size_t>(actor)].members.empty()) Describe(actor, s, phrase);
  AddMention(s, phrase.first, phrase.head, phrase.head, form, actor, false, phrase.plural);
  AddAlias(actor, s, phrase.first, phrase.head);
}

int CastBuilder::DescribedActor(int s, const DescriptionPhrase& phrase, MentionForm& form) {
  std::vector<std::string> owner_sectors;
  const std::string code = CodeOfOwners(s, phrase, &owner_sectors);
  if (const int body = BodyNamedBefore(s, phrase); body >= 0) return body;
  if (!phrase.plural && !phrase.former && !phrase.indefinite && !code.empty()) {
    const int holder = StandsBy(phrase, "counterpart") ? HolderBeside(s, phrase, code) : HolderOfOffice(phrase, code);
    if (holder >= 0) return holder;
  }
  const std::vector<int> members = MembersOf(s, phrase);
  if (!members.empty()) return ActorOfGroup(members);
  if (phrase.definite && phrase.owners.empty()) {
    const int earlier = DefiniteAntecedent(s, phrase);
    if (earlier >= 0) return earlier;
  }
  const Tree& tree = trees_[static_cast<size_t>(s)];
  CastActor actor;
  actor.type = TypeOfAgent(phrase);
  actor.plural = phrase.plural || (phrase.agent != nullptr && phrase.agent->kind != AgentKind::kPerson);
  actor.code = code;
  actor.indefinite = phrase.indefinite;
  actor.rule = "description";
  actor.confidence = 0.7;
  for (int w = phrase.first; w <= phrase.head; ++w) {
    if (w > phrase.first && tree.word(w - 1).space_after) actor.name += ' ';
    actor.name += tree.word(w).form;
  }
  // An indefinite person ("an official") is a new one each time; bodies and groups of one owner are one.
  std::string key = code + "|" + LowerAscii(actor.name);
  if (phrase.indefinite && actor.type == ActorType::kPerson) key += "|" + std::to_string(cast_.actors.size());
  const auto known = by_name_.find(key);
  if (known != by_name_.end()) return known->second;
  form = MentionForm::kDescription;
  const int index = NewActor(std::move(actor));
  by_name_[key] = index;
  return index;
}

int CastBuilder::HolderOfOffice(const DescriptionPhrase& phrase, const std::string& code) {
  for (uint32_t t : phrase.titles) {
    const Title& title = lexicon_.titles()[t];
    if (!title.only.empty() && std::find(title.only.begin(), title.only.end(), code) == title.only.end()) continue;
    if (title.office.empty() || title.office == "spokesperson" || title.office == "ambassador") continue;
    if (const int holder = HolderOf(title.office, code); holder >= 0) return holder;
  }
  return -1;
}

// Who alone holds an office of a state or body on the report's day; -1 where nobody can tell.
int CastBuilder::HolderOf(const std::string& office, const std::string& code) {
  if (!published_) return -1;
  const std::vector<uint32_t> holders = lexicon_.HoldersOn(code, office, *published_);
  if (holders.size() != 1) return -1;
  const std::vector<NameEntry>* entries = lexicon_.FindName(lexicon_.office_terms()[holders[0]].person);
  if (entries == nullptr) return -1;
  for (const NameEntry& entry : *entries) {
    if (entry.kind != EntryKind::kPerson) continue;
    return ActorOfPerson(entry.index, "holds the office of " + office + " of " + code + " on the report's date");
  }
  return -1;
}

// Adds what a description says of an actor: title, sectors, code, the nouns it may be called by.
void CastBuilder::Describe(int index, int s, const DescriptionPhrase& phrase) {
  std::vector<std::string> owner_sectors;
  const std::string code = CodeOfOwners(s, phrase, &owner_sectors);
  const int home = HomeOf(s, phrase);
  CastActor& actor = cast_.actors[static_cast<size_t>(index)];
  if (actor.home < 0 && home != index && code.empty()) actor.home = home;
  AddOnce(actor.nouns, phrase.lemma);
  AddOnce(actor.nouns, LastWord(phrase.lemma));
  const bool known = actor.person >= 0 || actor.organization >= 0 || actor.state >= 0;
  if (known && actor.person < 0) return;
  const Title* title = nullptr;
  for (uint32_t t : phrase.titles) {
    const Title& reading = lexicon_.titles()[t];
    if (reading.only.empty() || std::find(reading.only.begin(), reading.only.end(), code) != reading.only.end()) {
      title = &reading;
      if (!reading.only.empty()) break;
    }
  }
  if (!phrase.plural && actor.type == ActorType::kPerson && title != nullptr && actor.roles.empty()) {
    actor.roles.push_back({phrase.lemma, code, std::nullopt, std::nullopt});
  }
  // A rank says more than the lexicon's office: General Tchiani, who leads a junta, is of the military.
  if (actor.person >= 0) {
    if (title != nullptr && title->sectors == std::vector<std::string>{"MIL"})
      AddOnce(actor.sectors, std::string("MIL"));
    // Nor is somebody out of office whom the report calls by one.
    if (title != nullptr && !phrase.former && actor.sectors == std::vector<std::string>{"ELI"} &&
        !title->sectors.empty())
      actor.sectors = title->sectors;
    return;
  }
  if (actor.code.empty()) actor.code = code;
  const std::vector<std::string>* sectors = title != nullptr ? &title->sectors : nullptr;
  if (phrase.agent != nullptr && !phrase.agent->sectors.empty()) sectors = &phrase.agent->sectors;
  if (sectors != nullptr && actor.sectors.empty()) actor.sectors = *sectors;
  if (!phrase.plural || actor.sectors.empty()) {
    for (const std::string& sector : phrase.modifier_sectors) AddOnce(actor.sectors, sector);
  }
  if (actor.sectors.empty()) actor.sectors = owner_sectors;
  if (actor.sectors.empty()) actor.sectors = phrase.complement_sectors;
  const bool body = actor.type == ActorType::kOrganization || actor.type == ActorType::kGroup;
  if (body && actor.sectors.empty() && LastWord(phrase.lemma) == "union" && phrase.owner_noun >= 0)
    actor.sectors = {"LAB"};  // "the drivers' union"
  if (body && !phrase.plural && actor.callings.empty() && StandsBy(phrase, "names_whole")) NameCallings(actor);
  if (actor.code.empty() && actor.home < 0 && !actor.sectors.empty() && actor.type != ActorType::kPerson &&
      actor.type != ActorType::kOffice && !IsOfElsewhere(s, phrase)) {
    actor.code = ContextCode(s);
    if (!actor.code.empty()) actor.steps.push_back("code " + actor.code + ": the country that the sentence is about");
  }
  if (title != nullptr) actor.steps.push_back("title " + title->source.file + ":" + std::to_string(title->source.line));
  if (phrase.agent != nullptr) {
    actor.steps.push_back("agent noun " + phrase.agent->source.file + ":" + std::to_string(phrase.agent->source.line));
  }
}

int CastBuilder::NewActor(CastActor actor) {
  cast_.actors.push_back(std::move(actor));
  return static_cast<int>(cast_.actors.size()) - 1;
}

void CastBuilder::AddMention(int s, int first, int last, int head, MentionForm form, int actor, bool place,
                             bool plural) {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  by_sentence_[static_cast<size_t>(s)].push_back(static_cast<int>(cast_.mentions.size()));
  cast_.mentions.push_back({s, first, last, head, tree.span(first, last), form, actor, place, plural});
}

void CastBuilder::AddAlias(int actor, int s, int first, int last) {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  std::string text;
  for (int w = first; w <= last; ++w) {
    if (w > first && tree.word(w - 1).space_after) text += ' ';
    text += tree.word(w).form;
  }
  AddOnce(cast_.actors[static_cast<size_t>(actor)].aliases, text);
}

// Mentions in text order, and for each word the one that covers it: the shortest wins.
void CastBuilder::FillIndex() {
  std::stable_sort(cast_.mentions.begin(), cast_.mentions.end(), [](const ActorMention& a, const ActorMention& b) {
    return a.sentence != b.sentence ? a.sentence < b.sentence : a.first < b.first;
  });
  cast_.first_mention.assign(trees_.size() + 1, 0);
  for (const ActorMention& m : cast_.mentions) ++cast_.first_mention[static_cast<size_t>(m.sentence) + 1];
  for (size_t s = 0; s < trees_.size(); ++s) cast_.first_mention[s + 1] += cast_.first_mention[s];
  cast_.at.clear();
  for (const Tree& tree : trees_) cast_.at.emplace_back(static_cast<size_t>(tree.size()), -1);
  for (size_t m = 0; m < cast_.mentions.size(); ++m) {
    const ActorMention& mention = cast_.mentions[m];
    std::vector<int>& row = cast_.at[static_cast<size_t>(mention.sentence)];
    for (int w = mention.first; w <= mention.last; ++w) {
      const int other = row[static_cast<size_t>(w)];
      if (other >= 0) {
        const ActorMention& rival = cast_.mentions[static_cast<size_t>(other)];
        if (rival.last - rival.first <= mention.last - mention.first) continue;
      }
      row[static_cast<size_t>(w)] = static_cast<int>(m);
    }
  }
  // "Hong Kong Chief Executive Carrie Lam said": whatever word of it the parser made the subject, she is.
  for (size_t m = 0; m < cast_.mentions.size(); ++m) {
    const ActorMention& person = cast_.mentions[m];
    if (person.form != MentionForm::kName || person.first == person.last || person.actor < 0) continue;
    if (cast_.actors[static_cast<size_t>(person.actor)].type != ActorType::kPerson) continue;
    const int head = HeadWord(trees_[static_cast<size_t>(person.sentence)], person.first, person.last);
    if (head != person.head)
      cast_.at[static_cast<size_t>(person.sentence)][static_cast<size_t>(head)] = static_cast<int>(m);
  }
}

}  // namespace rapporteur
