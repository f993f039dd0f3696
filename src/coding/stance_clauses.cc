#include "coding/stance_clauses.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

int SubjectOf(const Tree& t, int word) { return t.child(word, {Rel::kNsubj, Rel::kNsubjPass, Rel::kNsubjOuter}); }

int Question(const Tree& t, int word) {
  for (int c : t.children(word)) {
    if (c < word && t.word(c).xpos.starts_with("W") && t.rel(c) != Rel::kMark) return c;
    if (c < word && t.child(c, {Rel::kDet}) >= 0 && t.word(t.child(c, {Rel::kDet})).xpos == "WDT") return c;
  }
  return -1;
}

// "our army", "her party"
bool IsOwn(const Tree& t, int word) {
  const int owner = t.child(word, {Rel::kNmodPoss});
  return owner >= 0 && Among(LowerAscii(t.word(owner).form), {"our", "my", "his", "her", "its", "their"});
}

}  // namespace

std::vector<StanceClause> StanceClauses::Find() const {
  std::vector<StanceClause> found;
  const StatementIndex& told = d_.in().told;
  for (size_t i = 0; i < d_.in().layer.all.size(); ++i) {
    const Proposition& p = d_.proposition(static_cast<int>(i));
    if (p.modal.empty() && !p.imperative && !Among(p.lemma, {"have", "need", "up", "let"}) && !p.negated &&
        p.kind == PredicateKind::kVerb)
      continue;
    const Tree& t = d_.tree(p);
    const int index = told.Innermost(t.word(p.word).span.begin);
    if (index < 0) continue;
    const Statement& statement = told.statements()[static_cast<size_t>(index)];
    if (!statement.speaker || statement.speaker->actor < 0 || !Stands(p)) continue;
    StanceClause clause;
    clause.statement = index;
    clause.proposition = static_cast<int>(i);
    clause.holders = {*statement.speaker};
    if (const int why = Question(t, p.word); why >= 0) {  // "Why should we pay for it?"
      if (LowerAscii(t.word(why).form) != "why" || p.modal != "should" || t.word(t.size() - 1).form == ".") continue;
      clause.stance = Stance::kAgainst;
      clause.words = FromVerb(t, p.word);
      clause.rule = "why should";
    } else if (words_.Ought(p)) {
      if (RaisedNegation(p) != p.negated) clause.stance = Stance::kAgainst;
      clause.words = words_.Clause(t, p.word);
      clause.rule = "ought";
    } else if (IsRefusal(p, *statement.speaker, clause)) {
      clause.stance = Stance::kAgainst;
      clause.words = FromVerb(t, p.word);
      clause.rule = "will not";
    } else if (IsOrder(p, statement)) {
      clause.stance = p.negated ? Stance::kAgainst : Stance::kFor;
      const int done = p.lemma == "let" ? t.child(p.word, {Rel::kXcomp, Rel::kCcomp}) : p.word;
      clause.words = words_.Clause(t, done);
      if (p.negated) clause.words = FromVerb(t, done);
      clause.rule = "imperative";
      clause.confidence = 0.5;
    } else {
      continue;
    }
    const Span content = statement.content;
    clause.words =
        d_.content().Trim({std::max(clause.words.begin, content.begin), std::min(clause.words.end, content.end)});
    if (clause.words.begin < clause.words.end) found.push_back(std::move(clause));
  }
  return found;
}

// "I do not think we should arm them"
bool StanceClauses::RaisedNegation(const Proposition& p) const {
  if (p.above < 0 || p.link != Link::kCcomp) return false;
  const Proposition& above = d_.proposition(p.above);
  return above.negated && Among(above.lemma, {"think", "believe", "feel", "consider", "see", "reckon"});
}

// Said as such: neither a condition nor a further description of something.
bool StanceClauses::Stands(const Proposition& p) const {
  if (Among(p.mark,
            {"if", "whether", "unless", "before", "until", "when", "once", "after", "than", "rather than", "lest"}))
    return false;
  const Rel rel = d_.tree(p).rel(p.word);
  return rel != Rel::kAclRelcl && rel != Rel::kAcl && rel != Rel::kCsubj;
}

// "We will not negotiate", "under no circumstances would her party join".
bool StanceClauses::IsRefusal(const Proposition& p, const ActorRef& speaker, StanceClause& clause) const {
  if (!p.negated || p.kind != PredicateKind::kVerb || p.passive || p.perfect || p.progressive) return false;
  if (!Among(p.modal, {"will", "would", "'ll", "’ll", "'d", "’d", "shall"})) return false;
  if (d_.InClass("stance_unwilled", p.lemma) || d_.InClass("stance_remark", p.lemma)) return false;
  const Tree& t = d_.tree(p);
  const int subject = SubjectOf(t, p.word);
  if (subject < 0) return false;
  if (Among(LowerAscii(t.word(subject).form), {"i", "we"})) return true;
  const std::vector<ActorRef> who = d_.Subjects(p);
  const bool same = std::any_of(who.begin(), who.end(), [&](const ActorRef& one) {
    return one.actor == speaker.actor || d_.SameSide(one, speaker);
  });
  if (!same && !IsOwn(t, subject)) return false;
  if (!who.empty() && std::none_of(who.begin(), who.end(), [](const ActorRef& one) { return one.actor < 0; }))
    clause.holders = who;
  return true;
}

bool StanceClauses::IsOrder(const Proposition& p, const Statement& statement) const {
  if (p.kind != PredicateKind::kVerb || statement.form == StatementForm::kIndirect) return false;
  const Tree& t = d_.tree(p);
  if (d_.InClass("stance_remark", p.lemma) || SubjectOf(t, p.word) >= 0) return false;
  const bool base = t.word(p.word).xpos == "VB" && t.child(p.word, {Rel::kAux, Rel::kMark}) < 0;
  if (p.lemma == "let") {
    const int done = t.child(p.word, {Rel::kXcomp, Rel::kCcomp});
    if (!base || done < 0) return false;
    return !Among(LowerAscii(t.word(p.word + 1).form), {"me", "'s", "’s"});
  }
  if (!p.imperative || !(base || p.negated)) return false;
  return t.rel(p.word) != Rel::kConj && (t.child(p.word, {Rel::kObj}) >= 0 || p.negated);
}

// The deed alone, from its verb.
Span StanceClauses::FromVerb(const Tree& t, int word) const {
  const Span whole = words_.Clause(t, word);
  return {t.word(word).span.begin, std::max(whole.end, t.word(word).span.end)};
}

}  // namespace rapporteur
