// Positions that conditions hold: who will come "only if the judges are on the agenda" wants them there, and so does who
// says that hostages stay "unless their leader is freed".
//
// A view on what coding has found; deterministic: in text order.
#pragma once

#include <optional>
#include <vector>

#include "coding/stance_clauses.h"

namespace rapporteur {

class StanceConditions {
 public:
  StanceConditions(const Dealings& dealings, const HeldWords& words) : d_(dealings), words_(words) {}

  std::vector<StanceClause> Find() const;

 private:
  std::optional<StanceClause> Read(int index) const;
  bool IsDemand(const Tree& tree, const Proposition& p, const Proposition& above) const;
  std::vector<ActorRef> Holders(const Proposition& p, const Proposition& above) const;

  const Dealings& d_;
  const HeldWords& words_;
};

}  // namespace rapporteur
