#include "coding/stance_conditions.h"

#include <algorithm>
#include <string>

#include "base/among.h"

namespace rapporteur {
namespace {

// "only if", "provided that", "on condition that": the word before a clause and its mark.
bool Follows(const Tree& t, int first, std::string_view word) {
  return first > 0 && LowerAscii(t.word(first - 1).form) == word;
}

bool WillOrWould(const Proposition& p) {
  return Among(p.modal, {"will", "would", "can", "could", "'ll", "'d", "’ll", "’d", "shall"});
}

}  // namespace

std::vector<StanceClause> StanceConditions::Find() const {
  std::vector<StanceClause> found;
  for (size_t i = 0; i < d_.in().layer.all.size(); ++i) {
    if (std::optional<StanceClause> clause = Read(static_cast<int>(i))) found.push_back(std::move(*clause));
  }
  return found;
}

std::optional<StanceClause> StanceConditions::Read(int index) const {
  const Proposition& p = d_.proposition(index);
  if (p.above < 0 || p.infinitive || p.participle || p.lemma == "do") return std::nullopt;
  const Tree& t = d_.tree(p);
  const Proposition& above = d_.proposition(p.above);
  if (above.sentence != p.sentence || !IsDemand(t, p, above)) return std::nullopt;
  StanceClause clause;
  clause.holders = Holders(p, above);
  if (clause.holders.empty()) return std::nullopt;
  clause.stance = p.negated ? Stance::kAgainst : Stance::kFor;
  clause.words = words_.Clause(t, p.word);
  clause.trigger = t.span(p.word, p.word);
  clause.statement = d_.in().told.Innermost(clause.trigger.begin);
  clause.rule = "condition";
  clause.confidence = 0.6;
  return clause;
}

// Whether the clause says on what condition the one above comes true.
bool StanceConditions::IsDemand(const Tree& t, const Proposition& p, const Proposition& above) const {
  const int first = t.first(p.word);
  if (Among(p.mark, {"provided", "providing"})) return true;
  if (above.lemma == "condition" && p.mark == "that") return t.preposition(above.word) == "on";
  if (above.kind != PredicateKind::kVerb && !WillOrWould(above)) return false;
  if (p.mark == "unless") return WillOrWould(above) || above.negated;
  if (Among(p.mark, {"if", "when", "once", "after"})) {
    const bool only = LowerAscii(t.word(first).form) == "only" || Follows(t, first, "only");
    return only && (WillOrWould(above) || above.link == Link::kCcomp);
  }
  if (Among(p.mark, {"until", "before"})) return above.negated && WillOrWould(above);
  return false;
}

// Who makes the condition: who is to do what it allows, or who says so.
std::vector<ActorRef> StanceConditions::Holders(const Proposition& p, const Proposition& above) const {
  const Tree& t = d_.tree(p);
  std::vector<ActorRef> holders;
  if (above.lemma == "condition" && above.above >= 0) {
    holders = d_.Subjects(d_.proposition(above.above));
  } else {
    holders = d_.Subjects(above);
    std::erase_if(holders, [&](const ActorRef& who) { return !d_.IsPublic(who); });
    const int in = d_.in().told.Innermost(t.word(p.word).span.begin);
    if (holders.empty() && in >= 0) {
      const std::optional<ActorRef>& who = d_.in().told.statements()[static_cast<size_t>(in)].speaker;
      if (who) holders = {*who};
    }
  }
  std::erase_if(holders, [&](const ActorRef& who) {
    return who.actor < 0 || !d_.IsPolitical(who) ||
           (who.code.empty() && d_.in().cast.actors[static_cast<size_t>(who.actor)].type == ActorType::kPopulation);
  });
  return holders;
}

}  // namespace rapporteur
