// Whether a nominal is something that one can hold a stance on, as a line of stances.tsv asks: no thing or place where
// it says issue, no person where it says deed, talks or an agreement where it says pact.
//
// A view on what coding has found; deterministic.
#pragma once

#include <string_view>

#include "coding/dealings.h"

namespace rapporteur {

bool Takes(const StanceLine& line, std::string_view complement);

class HeldIssues {
 public:
  explicit HeldIssues(const Dealings& dealings) : d_(dealings) {}

  bool Holds(const Tree& tree, const StanceLine& line, int word) const;

 private:
  bool IsPact(const Tree& tree, int word) const;
  bool SharesIn(const Tree& tree, int word) const;

  const Dealings& d_;
};

}  // namespace rapporteur
