#include "coding/agreement_verbs.h"

#include <algorithm>

#include "base/among.h"
#include "coding/agreement_mentions.h"
#include "coding/agreement_term.h"

namespace rapporteur {

// Whether two who agree are two sides: not a president and his minister.
bool AgreementVerbs::AreTwo(const ActorRef& a, const ActorRef& b) const {
  if (a.actor >= 0 && a.actor == b.actor) return false;
  if (!d_.SameSide(a, b)) return true;
  const auto body = [&](const ActorRef& who) {
    const ActorType type = who.actor < 0 ? ActorType::kGroup : d_.in().cast.actors[static_cast<size_t>(who.actor)].type;
    return type == ActorType::kGroup || type == ActorType::kOrganization;
  };
  return body(a) && body(b);
}

// "agreed on an exchange of prisoners", "the swap was agreed by".
bool AgreementVerbs::AgreesOnDeed(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
    const bool what =
        (a.slot == Slot::kObject && p.passive) || (a.slot == Slot::kOblique && Among(a.prep, {"on", "to"}));
    const std::string lemma = LowerAscii(t.word(a.word).lemma);
    return what && t.word(a.word).upos == Upos::kNoun && !d_.InClass("agreement_noun", lemma) &&
           !d_.InClass("agreement_weak", lemma) && !d_.InClass("talks_noun", lemma) &&
           !InDate(d_, p.sentence, a.word) && t.child(a.word, {Rel::kNmod}) >= 0 &&
           !ClassOfTerm(d_, p.sentence, a.word).empty();
  });
}

// Whether they agree to do something other than to talk.
bool AgreementVerbs::AgreesToDo(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  for (int c : t.children(p.word)) {
    const Proposition* clause = c > p.word ? d_.in().layer.At(p.sentence, c) : nullptr;
    if (clause == nullptr || clause->kind != PredicateKind::kVerb) continue;
    const Rel rel = t.rel(c);
    const bool to = (rel == Rel::kXcomp || rel == Rel::kAdvcl) && clause->mark == "to";
    const bool that = rel == Rel::kCcomp && Among(clause->modal, {"will", "would", "must", "shall"});
    if ((to || that) && !d_.InClass("talks_verb", clause->lemma)) return true;
  }
  return false;
}

std::vector<ActorRef> AgreementVerbs::Sides(int index) const {
  const Proposition& p = d_.proposition(index);
  if (p.lemma != "agree") return {};
  const EventStatus status = d_.in().status.Read(index).status;
  const bool made =
      status == EventStatus::kActual || status == EventStatus::kOngoing || status == EventStatus::kHistorical;
  const Argument* subject = p.Find(Slot::kSubject);
  if (!made || subject == nullptr || !(AgreesToDo(p) || AgreesOnDeed(p))) return {};
  std::vector<ActorRef> sides = sides_.Of(p.sentence, subject->word);
  if (sides.size() < 2 || !AreTwo(sides[0], sides[1])) return {};
  return sides;
}

}  // namespace rapporteur
