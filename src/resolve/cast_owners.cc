// What somebody has from whose he is: the chairman of a commission its state, a deputy his minister's government, a
// counterpart the other's office.
#include <algorithm>

#include "base/among.h"
#include "resolve/cast_builder.h"

namespace rapporteur {
namespace {

std::string LastNoun(const std::string& lemma) { return lemma.substr(lemma.rfind(' ') + 1); }

bool IsOwnState(const CastActor& actor) { return actor.type == ActorType::kState && actor.state < 0; }

}  // namespace

// Whether a phrase's noun is of a class that says how it stands to its owner.
bool CastBuilder::StandsBy(const DescriptionPhrase& phrase, const char* kind) const {
  return InClass(lexicon_.classes(), kind, phrase.lemma) || InClass(lexicon_.classes(), kind, LastNoun(phrase.lemma));
}

// "Kerry met his Russian counterpart": who holds the other's office there; -1 where that is not known.
int CastBuilder::HolderBeside(int s, const DescriptionPhrase& phrase, const std::string& code) {
  const int owner = OwnerOf(s, phrase);
  if (owner < 0) return -1;
  const std::vector<CastRole> roles = cast_.actors[static_cast<size_t>(owner)].roles;
  for (const CastRole& role : roles) {
    if (const int holder = HolderOf(role.title, code); holder >= 0) return holder;
  }
  return -1;
}

// "the Reuters news agency", "the Harbourline company": the noun only says what the name before it is.
int CastBuilder::BodyNamedBefore(int s, const DescriptionPhrase& phrase) const {
  if (phrase.plural || phrase.owners.size() != 1 || !StandsBy(phrase, "names_whole")) return -1;
  const NamePhrase& name = cast_.names[static_cast<size_t>(s)][static_cast<size_t>(phrase.owners.front())];
  if (name.last + 1 != phrase.phrase_first) return -1;
  const int body = ActorOver(s, name.head);
  if (body < 0) return -1;
  const ActorType type = cast_.actors[static_cast<size_t>(body)].type;
  return type == ActorType::kOrganization || type == ActorType::kGroup ? body : -1;
}

// The actor whose mention covers a word, the shortest where several do; -1 when none does.
int CastBuilder::ActorOver(int s, int word) const {
  int best = -1, shortest = 0;
  for (int m : MentionsIn(s)) {
    const ActorMention& one = mention(m);
    const int length = one.last - one.first;
    if (word < one.first || one.last < word || one.actor < 0 || (best >= 0 && length >= shortest)) continue;
    best = one.actor;
    shortest = length;
  }
  return best;
}

// Whose a description is: a person or body that its words name, one that they describe, or the one of a pronoun.
int CastBuilder::OwnerOf(int s, const DescriptionPhrase& phrase) const {
  for (int o : phrase.owners) {
    const int owner = ActorOver(s, cast_.names[static_cast<size_t>(s)][static_cast<size_t>(o)].head);
    if (owner >= 0 && cast_.actors[static_cast<size_t>(owner)].type != ActorType::kState) return owner;
  }
  if (phrase.owner_noun >= 0) {
    if (const int owner = ActorOver(s, phrase.owner_noun); owner >= 0) return owner;
  }
  if (phrase.possessor >= 0) return AntecedentOf(s, phrase.possessor);
  for (int o : phrase.about) {  // "an adviser to Khan"
    if (!StandsBy(phrase, "beside_owner")) break;
    const int owner = ActorOver(s, cast_.names[static_cast<size_t>(s)][static_cast<size_t>(o)].head);
    if (owner >= 0) return owner;
  }
  return -1;
}

void CastBuilder::TakeFromOwner(int index, int from, const DescriptionPhrase& phrase) {
  const CastActor owner = cast_.actors[static_cast<size_t>(from)];
  CastActor& actor = cast_.actors[static_cast<size_t>(index)];
  const bool counterpart = StandsBy(phrase, "counterpart");
  const bool beside = StandsBy(phrase, "beside_owner");
  if (!counterpart && !owner.indefinite) {
    if (actor.code.empty()) actor.code = owner.code;
    if (actor.code.empty() && actor.home < 0) actor.home = IsOwnState(owner) ? from : owner.home;
  }
  if (owner.sectors.empty() || owner.type == ActorType::kState || owner.type == ActorType::kPopulation) return;
  const bool body = owner.type == ActorType::kOrganization || owner.type == ActorType::kGroup;
  // "the union's president" governs nothing.
  const bool presides = body && StandsBy(phrase, "presides") &&
                        std::find(owner.sectors.begin(), owner.sectors.end(), "GOV") == owner.sectors.end();
  if (!actor.sectors.empty() && !beside && !counterpart && !presides) return;
  actor.sectors = owner.sectors;
  actor.steps.push_back("sectors of " + owner.name + ", to whom \"" + phrase.lemma + "\" ties");
  if (!counterpart) return;
  for (const std::string& noun : owner.nouns) AddOnce(actor.nouns, noun);
}

// The body that a name belongs to by what stands beside it: "Joss Ferro of the Dockers' Union", "the IMF's Lars Holm";
// -1 when there is none.
int CastBuilder::BodyBeside(const ActorMention& name) const {
  const Tree& tree = trees_[static_cast<size_t>(name.sentence)];
  const int next = name.last + 1;
  const bool behind = next < tree.size() && Among(tree.word(next).form, {"of", "from", "with", "at"});
  for (int c : tree.children(name.head)) {
    const bool owner = tree.rel(c) == Rel::kNmodPoss && c < name.first;
    const bool beside = behind && c > next && tree.first(c) == next;
    if (owner || beside) return ActorOver(name.sentence, c);
  }
  return -1;
}

void CastBuilder::TakeFromBodyBeside(const ActorMention& name) {
  const int body = BodyBeside(name);
  if (body < 0 || body == name.actor) return;
  const CastActor owner = cast_.actors[static_cast<size_t>(body)];
  CastActor& actor = cast_.actors[static_cast<size_t>(name.actor)];
  if (owner.type == ActorType::kPerson || owner.type == ActorType::kPopulation) return;
  if (actor.code.empty()) actor.code = owner.code;
  if (actor.code.empty() && actor.home < 0) actor.home = IsOwnState(owner) ? body : owner.home;
  if (actor.sectors.empty() && owner.type != ActorType::kState) actor.sectors = owner.sectors;
}

// Owners may themselves be owned ("the spokesman of the commission's chairman"): twice is enough.
void CastBuilder::TakeFromOwners() {
  auto known = [&](int actor) {
    const CastActor& who = cast_.actors[static_cast<size_t>(actor)];
    return who.person >= 0 || who.organization >= 0 || who.state >= 0;
  };
  for (int pass = 0; pass < 2; ++pass) {
    for (int s = 0; s < static_cast<int>(trees_.size()); ++s) {
      for (const DescriptionPhrase& phrase : descriptions_[static_cast<size_t>(s)]) {
        const int actor = ActorOver(s, phrase.head);
        if (actor < 0 || known(actor) || StandsBy(phrase, "against_owner")) continue;
        const int owner = OwnerOf(s, phrase);
        if (owner >= 0 && owner != actor) TakeFromOwner(actor, owner, phrase);
      }
    }
  }
  for (const ActorMention& name : cast_.mentions) {
    if (name.actor < 0 || name.form != MentionForm::kName || known(name.actor)) continue;
    if (cast_.actors[static_cast<size_t>(name.actor)].type == ActorType::kPerson) TakeFromBodyBeside(name);
  }
}

}  // namespace rapporteur
