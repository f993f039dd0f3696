#include "coding/stance_sense.h"

#include "base/among.h"

namespace rapporteur {

// A stance on a stance: "rejected calls for an inquiry", "refused to rule out a strike", "backs the ban".
std::string_view OnStance(std::string_view outer, std::string_view inner) {
  if (outer == "open") return "open";
  if (outer == "for") return inner;
  return inner == "against" ? "open" : "against";
}

// "was scarcely less pleased"
bool StanceSense::IsNoLess(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  return p.word > 1 && LowerAscii(t.word(p.word - 1).form) == "less" &&
         Among(LowerAscii(t.word(p.word - 2).form), {"no", "not", "scarcely", "hardly", "barely", "little"});
}

// "left WITHOUT signing"; "will neither confirm NOR rule it out".
bool StanceSense::ChangesSense(const Proposition& p) const {
  if (p.mark == "without") return true;
  const Tree& t = d_.tree(p);
  // "I do not believe they will be ready to join"
  const bool raised = p.link == Link::kCcomp && p.above >= 0 && d_.proposition(p.above).negated &&
                      d_.InClass("stance_raise", d_.proposition(p.above).lemma);
  if (raised) return true;
  const int cc = t.child(p.word, {Rel::kCc});
  if (!p.negated && p.link == Link::kCoordinate && cc >= 0 && LowerAscii(t.word(cc).form) == "nor") return true;
  if (p.kind == PredicateKind::kNoun && !p.negated) {  // "mustered little enthusiasm for it"
    const int det = t.child(p.word, {Rel::kDet, Rel::kAmod});
    return det >= 0 && Among(LowerAscii(t.word(det).form), {"little", "scant", "few", "zero", "no"});
  }
  return false;
}

// What the line says of its subject when the predicate stands so; empty when nothing.
std::string_view StanceSense::As(const Proposition& p, const StanceLine& line, EventStatus status) const {
  const bool beside = p.link == Link::kCoordinate && p.above >= 0;  // "whether they will allow it or insist on a vote"
  const bool asked = p.mark == "whether" || (p.mark == "if" && p.link == Link::kCcomp) ||
                     (beside && p.mark.empty() && d_.proposition(p.above).mark == "whether");
  if (asked && p.perfect) return {};
  if (asked) return Takes(line, "speaker") || line.stance.empty() ? std::string_view{} : "open";
  if (p.mark == "if" || p.mark == "unless") return {};
  if (p.mark == "without" || words_.HasYetTo(p) != nullptr) return line.negated;
  const bool would_not =
      p.negated && (!p.modal.empty() || p.link == Link::kCoordinate) && status == EventStatus::kHypothetical;
  if (status == EventStatus::kNegated || would_not) return line.negated;
  if (status != EventStatus::kHypothetical || Among(p.modal, {"would", "'d", "’d", "will", "'ll", "’ll"}))
    return line.stance;
  if (IsReported(p)) return p.negated ? line.negated : line.stance;
  // "urged them to consider it", "why they should consider it"
  if (line.stance == "open" && (p.infinitive || Among(p.modal, {"should", "must", "might"})) && !p.negated) return {};
  if (line.stance == "open" || line.stance.empty()) return p.negated ? line.negated : line.stance;
  if (Takes(line, "speaker")) return p.negated ? line.negated : line.stance;
  // "could accept a smaller force", said by its own side
  return IsAble(p, line) ? std::string_view("open") : std::string_view{};  // "may oppose", "was asked to support"
}

// "could accept": open at most.
bool StanceSense::IsAble(const Proposition& p, const StanceLine& line) const {
  return p.modal == "could" && line.stance == "for" && p.link == Link::kCcomp;
}

// "could accept a smaller force" tells where its own side says so.
bool StanceSense::SaysItself(const Proposition& p, const ActorRef& holder) const {
  const int statement = d_.in().told.Innermost(d_.tree(p).word(p.word).span.begin);
  if (statement < 0) return false;
  const std::optional<ActorRef>& who = d_.in().told.statements()[static_cast<size_t>(statement)].speaker;
  return who && (who->actor == holder.actor || d_.SameSide(*who, holder));
}

// "cannot say they are just interested in the war"
bool StanceSense::IsUnsayable(const Proposition& p) const {
  if (p.link != Link::kCcomp || p.above < 0) return false;
  const Proposition& above = d_.proposition(p.above);
  return above.negated && Among(above.modal, {"can", "could"}) && Among(above.lemma, {"say", "claim", "pretend"});
}

// "is understood to favour the force"
bool StanceSense::IsReported(const Proposition& p) const {
  if (!p.infinitive || p.link != Link::kXcomp || p.above < 0) return false;
  const Proposition& above = d_.proposition(p.above);
  return above.passive && !above.negated && above.modal.empty() && d_.InClass("stance_reported", above.lemma);
}

EventStatus StanceSense::Status(const Proposition& p, EventStatus told) const {
  if (IsNoLess(p)) return EventStatus::kActual;
  if (!ChangesSense(p) || told == EventStatus::kHypothetical) return told;
  return told == EventStatus::kNegated ? EventStatus::kActual : EventStatus::kNegated;
}

bool StanceSense::Negated(const Proposition& p) const { return !IsNoLess(p) && p.negated != ChangesSense(p); }

}  // namespace rapporteur
