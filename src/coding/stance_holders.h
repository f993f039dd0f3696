// Who holds what a line of stances.tsv says: the predicate's subject, who carries or bears its noun, or who speaks.
//
// A view on what coding has found; deterministic.
#pragma once

#include <vector>

#include "coding/held_words.h"

namespace rapporteur {

class StanceHolders {
 public:
  StanceHolders(const Dealings& dealings, const HeldWords& words) : d_(dealings), words_(words) {}

  // In text order; some may be nobody that the record lists.
  std::vector<ActorRef> Of(const Proposition& p, const StanceLine& line) const;

  // Whether somebody is of the kind that the line asks for: no private person, no fighter among arms.
  bool MayHold(const ActorRef& who, const Proposition& p, const StanceLine& line) const;

 private:
  const Proposition& Bearing(const Proposition& p) const;
  const Proposition* AgainstWhom(const Proposition& p) const;
  bool IsImputed(const ActorRef& who, const Proposition& p) const;
  std::vector<ActorRef> Before(const Proposition& p) const;
  bool IsHeadline(const Proposition& p) const;
  std::vector<ActorRef> First(const Proposition& p) const;
  std::vector<ActorRef> Unsaid(const Proposition& p) const;
  std::vector<ActorRef> OfWhom(const Proposition& p) const;
  std::vector<ActorRef> Carrier(const Proposition& p) const;
  std::vector<ActorRef> Bearer(const Proposition& p) const;
  std::vector<ActorRef> Speaker(const Proposition& p) const;

  const Dealings& d_;
  const HeldWords& words_;
};

}  // namespace rapporteur
