// Positions that conditions hold: who will come "only if the judges are on the agenda" wants them there, and so does
// who says that hostages stay "unless their leader is freed".
//
// A view on what coding has found; deterministic: in text order.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "coding/stance_clauses.h"

namespace rapporteur {

class StanceConditions {
 public:
  explicit StanceConditions(const Dealings& dealings) : d_(dealings) {}

  std::vector<StanceClause> Find() const;

 private:
  std::optional<StanceClause> Read(int sentence, int mark) const;
  std::optional<StanceClause> Proviso(int sentence, int word) const;
  std::optional<StanceClause> Allowed(int sentence, int mark) const;
  bool WillBefore(int sentence, int word) const;
  const Proposition* Main(int sentence, int mark, bool told) const;
  static bool IsDemand(std::string_view form, std::string_view before, const Proposition& above);
  std::vector<ActorRef> Holders(uint32_t at, const Proposition& above) const;

  const Dealings& d_;
};

}  // namespace rapporteur
