#include "coding/agreement_duties.h"

#include <algorithm>

#include "base/among.h"
#include "coding/agreement_clauses.h"
#include "coding/agreement_term.h"

namespace rapporteur {

// Whether a clause of a further sentence tells what is owed: by its mood, and by who is to do it.
bool Duties::IsDuty(int sentence, int clause, const Agreement& agreement, bool after_duty, bool fresh) const {
  const Tree& t = tree(sentence);
  const Proposition* p = d_.in().layer.At(sentence, clause);
  int subject = TermClauses::SubjectOf(t, clause);
  if (subject < 0) subject = TermClauses::SubjectBefore(t, clause);
  if (p == nullptr || subject < 0) return false;
  const bool due = (fresh || after_duty) && d_.InClass("agreement_due", LowerAscii(t.word(clause).lemma)) &&
                   t.child(clause, {Rel::kXcomp, Rel::kAdvcl}) > clause;  // "a truce is due to begin"
  const bool misread = TermClauses::IsToOf(t, clause) >= 0;               // "is to free(ADJ) nine"
  if (p->kind != PredicateKind::kVerb && !due && !misread) return false;
  if (d_.in().told.Innermost(t.word(clause).span.begin) >= 0) return false;
  for (int up = p->modal.empty() ? clause : t.head(clause), steps = 0; up >= 0 && steps < 3; up = t.head(up), ++steps) {
    if (d_.InClass("agreement_appeal", LowerAscii(t.word(up).lemma))) return false;  // "called on all sides to avoid"
  }
  const bool is_to = TermClauses::IsToOf(t, clause) >= 0;
  const bool has_to = p->lemma == "have" && t.child(clause, {Rel::kXcomp}) >= 0;
  const bool must = is_to || has_to || due || Among(p->modal, {"must", "shall"});
  if (TermClauses::IsSpeech(t, clause) && !must) return false;
  const bool may = Among(p->modal, {"will", "would", "may"});
  const bool undertakes = d_.InClass("agreement_undertake", p->lemma);
  const bool now = (t.word(clause).xpos == "VBZ" || t.word(clause).xpos == "VBP") && p->modal.empty();
  const bool returns = OpensInReturn(t);
  if (!must && !may && !undertakes && !now && !returns) return false;
  const bool party = IsParty(sentence, subject, agreement);
  if (must || returns) return party || must || after_duty;
  if (may && fresh && !ClassOfTerm(d_, sentence, clause).empty()) return true;
  if (undertakes && (fresh || agreement.parties.size() < 2) && sides_.Obligor(sentence, subject)) return true;
  if (may || undertakes) return party || (may && after_duty);
  return party && IsYield(*p);
}

bool Duties::OpensInReturn(const Tree& t) {
  return t.size() > 2 && LowerAscii(t.word(0).form) == "in" &&
         Among(LowerAscii(t.word(1).form), {"return", "exchange", "turn"}) && t.word(2).form != "for";
}

bool Duties::IsYield(const Proposition& p) const {
  const std::optional<FrameMatch> match = d_.in().matcher.Best(p);
  return match && Among(match->frame->type, {"RETREAT", "CONCEDE", "AID", "COOPERATE"});
}

bool Duties::IsParty(int sentence, int subject, const Agreement& agreement) const {
  if (sides_.Collective(sentence, subject)) return true;
  const std::vector<ActorRef> who = d_.in().matcher.Actors(sentence, subject, false);
  if (who.empty()) {
    const std::string lemma = LowerAscii(tree(sentence).word(subject).lemma);
    return d_.InClass("agreement_side", lemma);
  }
  return std::any_of(who.begin(), who.end(), [&](const ActorRef& one) {
    return std::any_of(agreement.parties.begin(), agreement.parties.end(), [&](const ActorRef& party) {
      return d_.SameSide(one, party) || (!one.code.empty() && one.code == party.code);
    });
  });
}

}  // namespace rapporteur
