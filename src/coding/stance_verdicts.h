// Positions that words of judgement hold: "a historic surrender", "irresponsible", "the only way forward". Whoever
// calls something so, or says it is so, is for or against it. Read from two classes of words, wherever a verdict can
// stand: after a copula, after "called it", "denounced the text as", alone as a quotation, in apposition "in the eyes
// of X".
//
// A view on what coding has found; deterministic: in text order.
#pragma once

#include <optional>
#include <vector>

#include "coding/stance_clauses.h"

namespace rapporteur {

class StanceVerdicts {
 public:
  StanceVerdicts(const Dealings& dealings, const HeldWords& words) : d_(dealings), words_(words) {}

  std::vector<StanceClause> Find() const;

 private:
  // A judging word, the phrase it makes a verdict, and which way it goes.
  struct Verdict {
    int sentence = 0;
    int word = 0;  // head of the phrase
    int by = 0;    // the judging word
    bool good = false;
    bool weak = false;  // only "too" says it: "too generous"
  };

  std::optional<StanceClause> Refusal(const Statement& statement, int index) const;
  std::optional<Verdict> At(int sentence, int word) const;
  int Phrase(const Tree& tree, int word) const;
  bool IsNegated(const Tree& tree, const Verdict& verdict) const;
  std::optional<StanceClause> Read(const Verdict& verdict) const;
  bool Called(const Verdict& verdict, StanceClause& clause) const;
  bool IsSo(const Verdict& verdict, StanceClause& clause) const;
  bool Refers(const Verdict& verdict, int target, StanceClause& clause) const;
  bool Beside(const Verdict& verdict, StanceClause& clause) const;
  bool Named(const Verdict& verdict, StanceClause& clause) const;
  bool Alone(const Verdict& verdict, StanceClause& clause) const;
  std::vector<ActorRef> InEyesOf(const Tree& tree, int sentence, int first, int last) const;
  std::vector<ActorRef> Speaker(uint32_t at, StanceClause& clause) const;
  bool IsMatter(int sentence, int word, const std::vector<ActorRef>& holders) const;
  bool NamesMatter(const Tree& tree, Span words) const;
  bool IsPublic(const std::vector<ActorRef>& holders) const;

  const Dealings& d_;
  const HeldWords& words_;
};

}  // namespace rapporteur
