// Who a name is that no lexicon line has: the report's own states and bodies.
#include <algorithm>
#include <sstream>

#include "base/among.h"
#include "resolve/cast_builder.h"

namespace rapporteur {

// "the Observatory" in a report that names the Syrian Observatory for Human Rights: the one body of the lexicon whose
// name has the word; -1 when there is none, or several.
int CastBuilder::BodyCalled(const std::vector<std::string>& words) {
  if (words.size() != 1) return -1;
  int body = -1;
  for (size_t s = 0; s < trees_.size(); ++s) {
    for (const NamePhrase& name : cast_.names[s]) {
      const NameEntry* entry = EntryOf(name, EntryKind::kOrganization);
      if (entry == nullptr || name.first == name.last) continue;
      bool has = false;
      for (int w = name.first; w <= name.last; ++w) has = has || trees_[s].word(w).form == words.front();
      if (!has || !InClass(lexicon_.classes(), "body_noun", LowerAscii(words.front()))) continue;
      if (body >= 0 && body != static_cast<int>(entry->index)) return -1;
      body = static_cast<int>(entry->index);
    }
  }
  return body < 0 ? -1 : ActorOfOrganization(static_cast<uint32_t>(body));
}

// The one actor that all sights of an own name and its adjectives stand for.
int CastBuilder::ActorOfOwn(int s, const NamePhrase& name) {
  const auto found = by_own_.find(name.own);
  if (found != by_own_.end()) return found->second;
  const OwnName& own = own_[static_cast<size_t>(name.own)];
  if (own.kind == OwnKind::kBody) {
    std::vector<std::string> words;
    std::istringstream in(own.name);
    for (std::string word; in >> word;) words.push_back(word);
    if (const int known = BodyCalled(words); known >= 0) return by_own_[name.own] = known;
    const int index = UnknownOrganization(s, name, words);
    cast_.actors[static_cast<size_t>(index)].steps.push_back(own.why);
    return by_own_[name.own] = index;
  }
  CastActor actor;
  actor.name = own.name;
  actor.type = ActorType::kState;
  actor.rule = "report";
  actor.confidence = 0.7;
  actor.steps.push_back("no lexicon line has this name; taken for a state: " + own.why);
  return by_own_[name.own] = NewActor(std::move(actor));
}

// The state of this report's own that a description belongs to: "the Selkian navy", "Selk's foreign minister".
int CastBuilder::HomeOf(int s, const DescriptionPhrase& phrase) {
  for (int o : phrase.owners) {
    const NamePhrase& name = cast_.names[static_cast<size_t>(s)][static_cast<size_t>(o)];
    if (name.own >= 0 && own_[static_cast<size_t>(name.own)].kind == OwnKind::kState) return ActorOfOwn(s, name);
  }
  if (phrase.possessor < 0) return -1;
  const int owner = AntecedentOf(s, phrase.possessor);
  if (owner < 0) return -1;
  const CastActor& actor = cast_.actors[static_cast<size_t>(owner)];
  return actor.type == ActorType::kState && actor.state < 0 ? owner : actor.home;
}

// "President Goran Tavik of Tarvos": the state behind the name is the title's.
void CastBuilder::TakeStateBehind(int index, int s, const NamePhrase& name) {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  if (name.last + 2 >= tree.size() || tree.word(name.last + 1).form != "of") return;
  for (const NamePhrase& state : cast_.names[static_cast<size_t>(s)]) {
    if (state.first != name.last + 2) continue;
    const NameEntry* known = EntryOf(state, EntryKind::kState);
    const int home = state.own_state ? ActorOfOwn(s, state) : -1;
    CastActor& actor = cast_.actors[static_cast<size_t>(index)];
    if (actor.person >= 0 || !actor.code.empty() || actor.home >= 0) return;
    if (known != nullptr) actor.code = lexicon_.states()[known->index].code;
    actor.home = home;
  }
}

// What the words of a body's name call it: the longest agent noun that ends before "of", "for" or "on", or at its end
// ("Supreme Court of Kenya", "Harbour Workers' Union"), else its first word.
const AgentNoun* CastBuilder::AgentInName(const std::vector<std::string>& words, const std::string& lemma) const {
  size_t end = words.size();
  for (size_t w = 1; w < words.size() && end == words.size(); ++w) {
    if (Among(words[w], {"of", "for", "on", "against"})) end = w;
  }
  for (size_t first = 0; first < end; ++first) {
    std::string text;
    for (size_t w = first; w < end; ++w) text += (w == first ? "" : " ") + LowerAscii(words[w]);
    if (const AgentNoun* agent = lexicon_.FindAgent(text)) return agent;
  }
  const AgentNoun* agent = end == words.size() ? lexicon_.FindAgent(lemma) : nullptr;
  return agent != nullptr ? agent : lexicon_.FindAgent(LowerAscii(words.front()));
}

// What an unknown body's name says of it: whose it is by a nationality in it, its sector by its last words.
int CastBuilder::UnknownOrganization(int s, const NamePhrase& name, const std::vector<std::string>& words) {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  CastActor actor;
  actor.name = JoinWords(words);
  actor.type = ActorType::kOrganization;
  actor.rule = "model";
  actor.confidence = 0.5;
  actor.steps.push_back("the model reads it as the name of an organisation; no lexicon line has it");
  for (const PlaceMention& place : cast_.places) {
    if (place.part && place.sentence == s && name.first <= place.first && place.last <= name.last)
      actor.code = place.country;
  }
  for (const std::string& word : words) {
    const std::vector<NameEntry>* entries = lexicon_.FindName(word);
    if (entries == nullptr) continue;
    for (const NameEntry& entry : *entries) {
      const bool nation = entry.kind == EntryKind::kDemonym || entry.kind == EntryKind::kState;
      if (nation && actor.code.empty()) actor.code = lexicon_.states()[entry.index].code;
    }
  }
  if (actor.code.empty() && name.first > 0) {  // "the Kenya National Commission on Human Rights"
    for (const NamePhrase& before : cast_.names[static_cast<size_t>(s)]) {
      const NameEntry* state = before.last + 1 == name.first ? EntryOf(before, EntryKind::kState) : nullptr;
      if (state == nullptr) state = before.last + 1 == name.first ? EntryOf(before, EntryKind::kDemonym) : nullptr;
      if (state != nullptr) actor.code = lexicon_.states()[state->index].code;
    }
  }
  const bool civil = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return InClass(lexicon_.classes(), "civil_body", LowerAscii(word));
  });
  if (civil) actor.sectors = {"CVL"};
  if (InClass(lexicon_.classes(), "press_body", LowerAscii(words.back()))) actor.sectors = {"JRN"};
  if (const AgentNoun* agent =
          !actor.sectors.empty() ? nullptr : AgentInName(words, LowerAscii(tree.word(name.last).lemma)))
    actor.sectors = agent->sectors;
  NameCallings(actor);
  return NewActor(std::move(actor));
}

// What a body may be called after it is named: by the nouns in its name ("the commission"), by its sector and code
// (classes called_*: "the agency", "the bloc").
void CastBuilder::NameCallings(CastActor& actor) const {
  const WordClasses& classes = lexicon_.classes();
  auto add_class = [&](const std::string& kind) {
    const auto found = classes.find("called_" + LowerAscii(kind));
    if (found == classes.end()) return;
    for (const std::string& noun : found->second) AddOnce(actor.callings, noun);
  };
  std::istringstream words(actor.name);
  for (std::string word; words >> word;) {
    const std::string lower = LowerAscii(word);
    const AgentNoun* agent = lexicon_.FindAgent(lower);
    const bool body = InClass(classes, "body_noun", lower) ||
                      (agent != nullptr && agent->kind != AgentKind::kPerson && agent->kind != AgentKind::kPopulation);
    if (!body) continue;
    AddOnce(actor.callings, lower);
    add_class(lower);
  }
  for (const std::string& sector : actor.sectors) add_class(sector);
  add_class(actor.code);
  if (actor.sectors.empty()) add_class("body");
}

// A place that no lexicon knows and that acts ("Kadria has recalled its ambassador") acts as a state does; once it has,
// it is one wherever it is named.
int CastBuilder::UnknownState(int s, const NamePhrase& name, const std::vector<std::string>& words) {
  const std::string key = "place|" + LowerAscii(JoinWords(words));
  const auto found = by_name_.find(key);
  if (found != by_name_.end()) return found->second;
  const Tree& tree = trees_[static_cast<size_t>(s)];
  const Rel rel = BaseRel(tree.rel(tree.coordination_head(name.head)));
  const int up = tree.head(tree.coordination_head(name.head));
  const bool acts =
      (rel == Rel::kNsubj && up >= 0 && tree.word(up).upos == Upos::kVerb) || tree.rel(name.head) == Rel::kOblAgent;
  if (!acts) return -1;
  CastActor actor;
  actor.name = JoinWords(words);
  actor.type = ActorType::kState;
  actor.rule = "model";
  actor.confidence = 0.4;
  const bool among_states = name.own >= 0 && own_[static_cast<size_t>(name.own)].among_states;
  if (words.size() > 1 || !among_states) {
    actor.type = ActorType::kOrganization;
    actor.steps.push_back("named like a place, and it acts; no lexicon line has it");
    return by_name_[key] = NewActor(std::move(actor));
  }
  if (const PlaceMention* place = cast_.PlaceAt(s, name.head); place != nullptr && !place->country.empty()) {
    actor.type = ActorType::kOrganization;
    actor.code = place->country;
    actor.steps.push_back("a place in " + place->country + ", which acts");
    return by_name_[key] = NewActor(std::move(actor));
  }
  actor.steps.push_back("the model reads it as a place, and it acts as a state does; no lexicon line has it");
  return by_name_[key] = NewActor(std::move(actor));
}

}  // namespace rapporteur
