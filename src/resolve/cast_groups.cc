// Whom "the two sides", "both governments" and "the two men" mean: actors named before, one by one.
#include <algorithm>
#include <set>

#include "base/among.h"
#include "resolve/cast_builder.h"

namespace rapporteur {
namespace {

constexpr int kPairBack = 6;    // sentences to a pair that is named together
constexpr int kPeopleBack = 2;  // to people who are named apart

// How many a phrase speaks of: "two", "both", "three"; 0 when it does not say.
int NumberSaid(const Tree& tree, const DescriptionPhrase& phrase) {
  for (int w = std::max(0, phrase.first - 2); w < phrase.phrase_first; ++w) {
    const std::string lower = LowerAscii(tree.word(w).form);
    if (lower == "two" || lower == "both") return 2;
    if (lower == "three") return 3;
    if (lower == "four") return 4;
  }
  return 0;
}

// "the two sides", "both men", "these countries"; not "two men", who are new.
bool SpeaksOfKnown(const Tree& tree, const DescriptionPhrase& phrase) {
  for (int w = std::max(0, phrase.first - 2); w < phrase.phrase_first; ++w) {
    if (Among(LowerAscii(tree.word(w).form), {"the", "these", "those", "both"})) return true;
  }
  return false;
}

}  // namespace

// Whether a mention names one of those that can be sides: a state, a body, an armed group.
bool CastBuilder::NamesSide(const ActorMention& one) const {
  if (one.actor < 0 || one.place || one.plural) return false;
  if (one.form != MentionForm::kName && one.form != MentionForm::kMetonym && one.form != MentionForm::kDemonym)
    return false;
  const CastActor& actor = cast_.actors[static_cast<size_t>(one.actor)];
  if (actor.type == ActorType::kState) return true;
  // A state's own bodies are no side beside it.
  if (actor.organization >= 0 && actor.type == ActorType::kOrganization && !actor.code.empty()) return false;
  return (actor.type == ActorType::kOrganization || actor.type == ActorType::kGroup) &&
         !Among(actor.code, {"IGO", "UNO", "NGO", "MNC"}) && !Among(actor.name, {"European Union"}) &&
         std::find(actor.sectors.begin(), actor.sectors.end(), "JRN") == actor.sectors.end();
}

bool CastBuilder::NamesPerson(const ActorMention& one) const {
  return one.actor >= 0 && one.form == MentionForm::kName &&
         cast_.actors[static_cast<size_t>(one.actor)].type == ActorType::kPerson;
}

// The members of the last coordination ("Norvia and Selk", "the Norvia-Selk commission") of `number` in a sentence.
std::vector<int> CastBuilder::NamedTogether(int s, bool people, int number) const {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  std::vector<int> best;
  for (int m : MentionsIn(s)) {
    const ActorMention& first = mention(m);
    if (!(people ? NamesPerson(first) : NamesSide(first))) continue;
    std::vector<int> together{first.actor};
    const int head = HeadWord(tree, first.first, first.last);
    for (int w : tree.conjuncts(head)) {
      if (w <= first.last) continue;
      for (int k : MentionsIn(s)) {
        const ActorMention& other = mention(k);
        if (HeadWord(tree, other.first, other.last) == w && (people ? NamesPerson(other) : NamesSide(other)))
          AddOnce(together, other.actor);
      }
    }
    for (int k : MentionsIn(s)) {
      const ActorMention& other = mention(k);
      if (other.first == first.last + 2 && Among(tree.word(first.last + 1).form, {"-", "–"}) && NamesSide(other) &&
          !people)
        AddOnce(together, other.actor);
    }
    if (static_cast<int>(together.size()) == number) best = together;
  }
  return best;
}

// All of a kind whom sentences [from, s] name, in order of appearance.
std::vector<int> CastBuilder::NamedSince(int from, int s, bool people) const {
  std::vector<int> named;
  for (int at = std::max(0, from); at <= s; ++at) {
    for (int m : MentionsIn(at)) {
      if (people ? NamesPerson(mention(m)) : NamesSide(mention(m))) AddOnce(named, mention(m).actor);
    }
  }
  return named;
}

// "their foreign ministers", after a pair of states: who holds the office there.
std::vector<int> CastBuilder::HoldersOfBoth(int s, const DescriptionPhrase& phrase) {
  const int owner = AntecedentOf(s, phrase.possessor);
  if (owner < 0) return {};
  const std::vector<int> states = cast_.actors[static_cast<size_t>(owner)].members;
  std::vector<int> holders;
  for (int state : states) {
    const std::string code = cast_.actors[static_cast<size_t>(state)].code;
    const int holder = code.empty() ? -1 : HolderOfOffice(phrase, code);
    if (holder < 0) return {};
    holders.push_back(holder);
  }
  return holders;
}

// The actors that a plural description means one by one; empty when it is not clear.
std::vector<int> CastBuilder::MembersOf(int s, const DescriptionPhrase& phrase) {
  if (!phrase.plural || !phrase.owners.empty()) return {};
  if (phrase.possessor >= 0) return HoldersOfBoth(s, phrase);
  const Tree& tree = trees_[static_cast<size_t>(s)];
  if (!SpeaksOfKnown(tree, phrase)) return {};
  const std::string noun = phrase.lemma.substr(phrase.lemma.rfind(' ') + 1);
  const int said = NumberSaid(tree, phrase);
  const bool sides = InClass(lexicon_.classes(), "counted_side", noun);
  const bool people = InClass(lexicon_.classes(), "counted_person", noun);
  if (!sides && !(people && said > 0)) return {};
  if (said == 0 && !InClass(lexicon_.classes(), "paired_side", noun)) return {};
  const int number = said == 0 ? 2 : said;
  const bool as_people = !sides;
  for (int at = s; at >= std::max(0, s - kPairBack); --at) {
    std::vector<int> together = NamedTogether(at, as_people, number);
    if (!together.empty()) return together;
  }
  std::vector<int> named = NamedSince(as_people ? s - kPeopleBack : 0, s, as_people);
  if (static_cast<int>(named.size()) != number && sides) named = NamedSince(s - 1, s, false);
  return static_cast<int>(named.size()) == number ? named : std::vector<int>{};
}

}  // namespace rapporteur
