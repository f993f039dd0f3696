// Whose an actor is: the state or body that a description's owners, its sentence or its report give it.
#include <algorithm>

#include "base/among.h"
#include "resolve/cast_builder.h"
#include "resolve/place_role.h"

namespace rapporteur {

std::string CastBuilder::OwnerCode(int s, const std::vector<int>& owners, std::vector<std::string>* sectors) const {
  for (int o : owners) {
    const NamePhrase& name = cast_.names[static_cast<size_t>(s)][static_cast<size_t>(o)];
    // A person or an unknown body that the sentence named already: the Obama administration.
    for (int m : MentionsIn(s)) {
      if (mention(m).head != name.head || mention(m).actor < 0) continue;
      const CastActor& owner = cast_.actors[static_cast<size_t>(mention(m).actor)];
      if (owner.type == ActorType::kPerson && !owner.code.empty()) return owner.code;
    }
    // Where a name has several readings, or the gazetteer's alone, the report's choice among them.
    const PlaceMention* place = cast_.PlaceAt(s, name.head);
    const bool may_be_body = EntryOf(name, EntryKind::kOrganization) != nullptr;
    if (place != nullptr && !place->country.empty() && !may_be_body) return place->country;
    if (name.entries == nullptr) continue;
    for (const NameEntry& entry : *name.entries) {
      switch (entry.kind) {
        case EntryKind::kState:
        case EntryKind::kDemonym:
        case EntryKind::kSeat:
        case EntryKind::kCapital:
          return lexicon_.states()[entry.index].code;
        case EntryKind::kOrganization:
          *sectors = lexicon_.organizations()[entry.index].sectors;
          return lexicon_.organizations()[entry.index].code;
        case EntryKind::kPlace:
          if (!lexicon_.places()[entry.index].country.empty()) return lexicon_.places()[entry.index].country;
          break;
        case EntryKind::kPerson:
          break;
      }
    }
  }
  return "";
}

// As OwnerCode; a possessive pronoun owns what follows it too: their spokesman, its ambassador.
std::string CastBuilder::CodeOfOwners(int s, const DescriptionPhrase& phrase, std::vector<std::string>* sectors) const {
  std::string code = OwnerCode(s, phrase.owners, sectors);
  if (!code.empty() || phrase.possessor < 0 || StandsBy(phrase, "counterpart")) return code;
  const int owner = AntecedentOf(s, phrase.possessor);
  return owner < 0 ? "" : cast_.actors[static_cast<size_t>(owner)].code;
}

// The country that a sentence is about: of a place that it names as the scene, else the one of the whole report.
std::string CastBuilder::ContextCode(int s) const {
  const std::vector<NamePhrase>& names = cast_.names[static_cast<size_t>(s)];
  const Tree& tree = trees_[static_cast<size_t>(s)];
  std::string of_state;  // "the army of France": where no place is named, its country
  for (size_t n = 0; n < names.size(); ++n) {
    const bool state = EntryOf(names[n], EntryKind::kState) != nullptr;
    const bool area = state || EntryOf(names[n], EntryKind::kPlace) != nullptr ||
                      EntryOf(names[n], EntryKind::kCapital) != nullptr || cast_.PlaceAt(s, names[n].head) != nullptr;
    const bool place = area && StandsForPlace(tree, names[n]);
    if (!area || (!place && tree.preposition(names[n].head) != "of")) continue;
    std::vector<std::string> unused;
    std::string code = OwnerCode(s, {static_cast<int>(n)}, &unused);
    if (code.empty()) continue;
    if (place || !state) return code;
    if (of_state.empty()) of_state = std::move(code);
  }
  return of_state.empty() ? home_ : of_state;
}

// "world powers", "foreign fighters", "the ministers of Norland": of no country, of another, or of one that the lexicon
// does not know.
bool CastBuilder::IsOfElsewhere(int s, const DescriptionPhrase& phrase) const {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  if (phrase.possessor >= 0) return true;  // "their ministers": of whoever they are
  for (int w = phrase.first; w < phrase.head; ++w) {
    if (InClass(lexicon_.classes(), "elsewhere", LowerAscii(tree.word(w).form))) return true;
  }
  const int of = phrase.last + 1;
  return of + 1 < tree.size() && Among(LowerAscii(tree.word(of).form), {"of", "from"}) &&
         tree.word(of + 1).upos == Upos::kPropn;
}

// The state that all people of a full name serve or served, empty when they differ.
std::string CastBuilder::CodeOfPerson(const NamePhrase& name) const {
  std::string code;
  if (name.entries == nullptr) return code;
  for (const NameEntry& entry : *name.entries) {
    if (entry.kind != EntryKind::kPerson) return "";
    for (uint32_t t : lexicon_.people()[entry.index].terms) {
      const std::string& of = lexicon_.office_terms()[t].code;
      if (lexicon_.FindState(of) == nullptr || of == code) continue;
      if (!code.empty()) return "";
      code = of;
    }
  }
  return code;
}

// Offices that a report leaves without a country are those of the one that it is about: "the chief justice".
void CastBuilder::TakeHome() {
  for (int s = 0; s < static_cast<int>(trees_.size()); ++s) {
    for (const DescriptionPhrase& phrase : descriptions_[static_cast<size_t>(s)]) {
      if (phrase.titles.empty() || phrase.plural || !phrase.owners.empty() || !phrase.about.empty()) continue;
      if (phrase.owner_noun >= 0 || IsOfElsewhere(s, phrase) || StandsBy(phrase, "beside_owner")) continue;
      const int index = ActorOver(s, phrase.head);
      if (index < 0 || sure_home_.empty()) continue;
      CastActor& actor = cast_.actors[static_cast<size_t>(index)];
      const bool holder = actor.type == ActorType::kPerson || actor.type == ActorType::kOffice;
      const bool named = actor.type == ActorType::kPerson || phrase.definite;
      const bool home = std::any_of(actor.sectors.begin(), actor.sectors.end(), [&](const std::string& sector) {
        return InClass(lexicon_.classes(), "home_sector", LowerAscii(sector));
      });
      if (!holder || !named || !home || !actor.code.empty() || actor.home >= 0 || actor.indefinite) continue;
      actor.code = sure_home_;
      actor.steps.push_back("code " + sure_home_ + ": the country that the report is about");
    }
  }
}

// The country that most names of the report belong to; its headline counts more. Empty when two are even or it is a
// state of the report's own.
std::string CastBuilder::HomeCode() {
  constexpr int kSure = 2;          // times as often as the next, to give its offices their state
  const std::string kOwn = "own ";  // states without a code
  std::map<std::string, int> votes;
  for (int s = 0; s < static_cast<int>(trees_.size()); ++s) {
    const std::vector<NamePhrase>& names = cast_.names[static_cast<size_t>(s)];
    for (size_t n = 0; n < names.size(); ++n) {
      std::vector<std::string> unused;
      if (EntryOf(names[n], EntryKind::kOrganization) != nullptr) continue;
      const std::string code = OwnerCode(s, {static_cast<int>(n)}, &unused);
      const int weight = s == 0 ? 3 : 1;
      if (names[n].own_state) votes[kOwn + std::to_string(names[n].own)] += weight;
      if (!code.empty()) votes[code] += weight;
      if (const std::string of = CodeOfPerson(names[n]); code.empty() && !of.empty()) votes[of] += weight;
    }
  }
  std::string best;
  int most = 0, next = 0;
  bool even = false;
  for (const auto& [code, count] : votes) {
    if (count == most) even = true;
    if (count <= most) {
      next = std::max(next, count);
      continue;
    }
    even = false;
    next = most;
    most = count;
    best = code;
  }
  if (even || best.starts_with(kOwn)) return "";
  if (most >= kSure * next && most > 1) sure_home_ = best;
  return best;
}

// "Petra Lindqvar, who leads the opposition party", "Teresita Daza, speaking for the department": the sector and state
// of what somebody leads or serves.
void CastBuilder::AddLeadership() {
  for (const ActorMention& name : cast_.mentions) {
    if (name.actor < 0 || name.form == MentionForm::kPronoun) continue;
    CastActor& leader = cast_.actors[static_cast<size_t>(name.actor)];
    if (leader.type != ActorType::kPerson || leader.person >= 0) continue;
    const Tree& tree = trees_[static_cast<size_t>(name.sentence)];
    const int clause = tree.child(name.head, {Rel::kAclRelcl, Rel::kAcl});
    if (clause < 0) continue;
    const std::string lemma = LowerAscii(tree.word(clause).lemma);
    int served = -1;
    if (InClass(lexicon_.classes(), "leads", lemma)) {
      served = tree.child(clause, {Rel::kObj});
    } else if (InClass(lexicon_.classes(), "speaks_for", lemma)) {
      for (int c : tree.children(clause)) {
        if (c > clause && Among(tree.preposition(c), {"for", "behalf"})) served = c;
      }
    }
    const int index = served < 0 ? -1 : ActorOver(name.sentence, served);
    if (index < 0 || index == name.actor) continue;
    const CastActor& body = cast_.actors[static_cast<size_t>(index)];
    if (leader.code.empty()) leader.code = body.code;
    if (leader.code.empty() && leader.home < 0) leader.home = body.home;
    for (const std::string& sector : body.sectors) AddOnce(leader.sectors, sector);
    if (leader.roles.empty()) leader.roles.push_back({"leader", body.name, std::nullopt, std::nullopt});
  }
}

}  // namespace rapporteur
