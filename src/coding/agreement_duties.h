// Whether a clause that stands beside an agreement tells what somebody owes by it: by its mood, and by who is to do it.
//
// Deterministic; a view on the report's dealings.
#pragma once

#include "coding/agreement_sides.h"

namespace rapporteur {

class Duties {
 public:
  explicit Duties(const Dealings& dealings) : d_(dealings), sides_(dealings) {}

  // `after_duty`: another clause of the same sentence tells one; `fresh`: the agreement was made in the sentence
  // before.
  bool IsDuty(int sentence, int clause, const Agreement& agreement, bool after_duty, bool fresh = false) const;

  // "In return, X …"
  static bool OpensInReturn(const Tree& tree);

 private:
  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }
  bool IsYield(const Proposition& p) const;
  bool IsParty(int sentence, int subject, const Agreement& agreement) const;

  const Dealings& d_;
  AgreementSides sides_;
};

}  // namespace rapporteur
