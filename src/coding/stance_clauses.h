// Positions that a speaker's clauses hold by themselves, without a word of support or opposition: what ought to be
// ("must withdraw"), what the speaker's side will not do ("we will not negotiate"), what somebody is told to do ("Let
// them go").
//
// A view on what coding has found; deterministic: in text order.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "coding/held_words.h"

namespace rapporteur {

struct StanceClause {
  std::vector<ActorRef> holders;
  Stance stance = Stance::kFor;
  Span words;
  int statement = -1;
  Span trigger;
  std::string_view rule;
  double confidence = 0.7;
};

class StanceClauses {
 public:
  StanceClauses(const Dealings& dealings, const HeldWords& words) : d_(dealings), words_(words) {}

  std::vector<StanceClause> Find() const;

 private:
  std::optional<StanceClause> Topic(int index) const;
  std::optional<StanceClause> Said(int index) const;
  std::optional<StanceClause> Told(int index) const;
  int NoSuch(const Proposition& p) const;
  bool Reads(const Proposition& p, const Statement& statement, StanceClause& clause) const;
  bool IsWill(const Proposition& p, const ActorRef& speaker, StanceClause& clause) const;
  bool IsOurs(const Proposition& p, int subject, const ActorRef& speaker, StanceClause& clause) const;
  bool IsItsGovernment(const ActorRef& speaker, const ActorRef& state) const;
  bool IsOrder(const Proposition& p, const Statement& statement) const;
  bool CannotBe(const Proposition& p) const;
  bool RaisedNegation(const Proposition& p) const;
  bool Stands(const Proposition& p) const;
  Span AfterNot(const Tree& t, int word) const;
  Span FromVerb(const Tree& tree, int word) const;

  const Dealings& d_;
  const HeldWords& words_;
};

}  // namespace rapporteur
