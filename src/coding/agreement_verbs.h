// Agreements that only a verb tells: "Iran and Saudi Arabia agreed to reopen embassies", "the rivals shook hands on a
// quota", "both sides undertook to".
//
// Deterministic; a view on the report's dealings.
#pragma once

#include <vector>

#include "coding/agreement_sides.h"

namespace rapporteur {

class AgreementVerbs {
 public:
  explicit AgreementVerbs(const Dealings& dealings) : d_(dealings), sides_(dealings) {}

  // The two or more sides that agreed to do what the proposition of this index says; empty where it tells no agreement:
  // of one side alone, only to talk, not yet made.
  std::vector<ActorRef> Sides(int index) const;

  // Whether two who agree are two sides: not a president and his minister.
  bool AreTwo(const ActorRef& a, const ActorRef& b) const;

 private:
  std::vector<ActorRef> MetBefore(const Proposition& verb) const;
  bool IsCounted(const ActorRef& who) const;
  bool AgreesOnDeed(const Proposition& verb) const;
  bool AgreesToDo(const Proposition& verb) const;
  bool NamesAgreement(const Proposition& verb) const;
  bool Settles(const Proposition& verb) const;
  bool Accepts(const Proposition& verb) const;
  bool UndertakesJointly(const Proposition& verb, int subject) const;

  const Dealings& d_;
  AgreementSides sides_;
};

}  // namespace rapporteur
