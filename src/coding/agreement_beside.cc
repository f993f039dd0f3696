#include "coding/agreement_beside.h"

#include <algorithm>

#include "base/among.h"
#include "coding/agreement_nouns.h"
#include "coding/agreement_term.h"

namespace rapporteur {

void TermsBeside::Read(const AgreementMention& mention, int governor, Agreement& agreement) const {
  ReadWhich(mention, agreement);
  ReadMisread(mention, agreement);
  if (mention.made && governor >= 0) ReadAfterStop(mention, governor, agreement);
  ReadList(mention, agreement);
}

// "A pact was signed; a council of nine will govern."
void TermsBeside::ReadAfterStop(const AgreementMention& mention, int verb, Agreement& agreement) const {
  const Tree& t = tree(mention.sentence);
  for (int c : t.children(verb)) {
    const bool beside =
        c > mention.last && t.rel(c) == Rel::kParataxis && t.first(c) > 0 && Among(t.word(t.first(c)).form, {";", ":"});
    const bool after = c > mention.last && t.rel(c) == Rel::kParataxis && t.first(c) > 0 &&
                       Among(t.word(t.first(c) - 1).form, {";", ":"});
    if (!(beside || after) || !duties_.IsDuty(mention.sentence, c, agreement, true)) continue;
    clauses_.PushClauses(mention.sentence, c, t.last(c), std::nullopt, agreement);
  }
}

// "a protocol, according to which X shall …": of whichever word the parser hung the clause.
void TermsBeside::ReadWhich(const AgreementMention& mention, Agreement& agreement) const {
  const Tree& t = tree(mention.sentence);
  for (int w = mention.last + 2; w <= mention.last + 4 && w < t.size(); ++w) {
    const bool which = LowerAscii(t.word(w).form) == "which" && t.head(w) > w &&
                       (LowerAscii(t.word(w - 1).form) == "under" || LowerAscii(t.word(w - 2).form) == "according");
    if (!which) continue;
    const int clause = t.head(w);
    clauses_.PushClauses(mention.sentence, clause, t.last(clause), std::nullopt, agreement, w + 1);
    return;
  }
}

// "The accord caps warheads", "the deal calls for": a verb that the parser took for a noun.
void TermsBeside::ReadMisread(const AgreementMention& mention, Agreement& agreement) const {
  const Tree& t = tree(mention.sentence);
  const int verb = mention.word + 1;
  if (verb + 1 >= t.size() || !AgreementNouns::IsMisread(t, mention.word)) return;
  const bool asks = LowerAscii(t.word(verb + 1).form) == "for";
  const int first = asks ? verb + 2 : verb;
  int last = first;
  while (last + 1 < t.size() && !Among(t.word(last + 1).form, {",", ";", "."}) &&
         !(t.rel(last + 1) == Rel::kCc && Among(t.word(t.head(last + 1)).xpos, {"VBZ", "VBD"})))
    ++last;
  const int head = asks && t.head(first) > first ? t.head(first) : first;
  if (first < t.size()) PushTerm(d_, {mention.sentence, std::min(head, last), first, last, std::nullopt}, agreement);
}

// "a deal: a halt to raids, the release of …", "they have a deal: X goes back, Y takes back".
void TermsBeside::ReadList(const AgreementMention& mention, Agreement& agreement) const {
  const Tree& t = tree(mention.sentence);
  int colon = -1;
  for (int w = mention.last + 1; w + 1 < t.size() && colon < 0; ++w) {
    if (t.word(w).form == ":") colon = w;
  }
  if (colon < 0 || BaseRel(t.rel(mention.word)) == Rel::kNmod) return;
  std::vector<int> clauses;
  int nominal = -1;
  for (int w = colon + 1; w < t.size(); ++w) {
    const Rel rel = t.rel(w);
    const bool outside = t.head(w) < colon;
    const Proposition* p = d_.in().layer.At(mention.sentence, w);
    const bool aside = BaseRel(rel) == Rel::kAcl || (rel == Rel::kAdvcl && p != nullptr && !Among(p->mark, {"", "to"}));
    const bool clause = TermClauses::SubjectOf(t, w) > colon && !aside;
    if (clause && (outside || rel == Rel::kConj || rel == Rel::kParataxis || rel == Rel::kRoot)) clauses.push_back(w);
    if (nominal < 0 && outside && IsNominal(t.word(w))) nominal = w;
  }
  for (size_t i = 0; i < clauses.size(); ++i) {
    const int end = i + 1 < clauses.size() ? t.first(clauses[i + 1]) - 1 : t.last(clauses[i]);
    clauses_.PushClause(mention.sentence, clauses[i], std::min(end, t.last(clauses[i])), std::nullopt, agreement,
                        colon + 1);
  }
  if (clauses.empty() && nominal >= 0) clauses_.PushNominals(mention.sentence, nominal, std::nullopt, agreement);
}

}  // namespace rapporteur
