// Which way a stance goes where its predicate stands: negated by words that the grammar does not call a negation ("left
// without signing", "little support", "neither confirm nor deny"), asked, conditional, or a stance on a stance.
//
// A view on what coding has found; deterministic.
#pragma once

#include <string_view>

#include "coding/held_words.h"

namespace rapporteur {

// A stance on a stance: "rejected calls for an inquiry", "refused to rule out a strike", "backs the ban".
std::string_view OnStance(std::string_view outer, std::string_view inner);

class StanceSense {
 public:
  StanceSense(const Dealings& dealings, const HeldWords& words) : d_(dealings), words_(words) {}

  // Whether the predicate is negated, all words counted.
  bool Negated(const Proposition& p) const;

  // "could accept it", and whether its own side says so; "cannot say that they accept it".
  bool IsAble(const Proposition& p, const StanceLine& line) const;
  bool SaysItself(const Proposition& p, const ActorRef& holder) const;
  bool IsUnsayable(const Proposition& p) const;

  // The status that its own grammar `told`, turned by such words.
  EventStatus Status(const Proposition& p, EventStatus told) const;

  // What the line says of its subject when the predicate stands so; empty when nothing.
  std::string_view As(const Proposition& p, const StanceLine& line, EventStatus status) const;

 private:
  bool IsNoLess(const Proposition& p) const;
  bool IsReported(const Proposition& p) const;
  bool ChangesSense(const Proposition& p) const;

  const Dealings& d_;
  const HeldWords& words_;
};

}  // namespace rapporteur
