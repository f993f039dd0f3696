// Whether a clause says what ought to be: "should step down", "has to be kept", "is up to the people to decide", "that
// he resign". What is only expected ("the ship should arrive on Monday") or concluded ("must have fallen asleep") is
// not.
//
// A view on what coding has found; deterministic.
#pragma once

#include "coding/dealings.h"

namespace rapporteur {

class OughtReader {
 public:
  explicit OughtReader(const Dealings& dealings) : d_(dealings) {}

  bool Ought(const Proposition& p) const;

  // "agreed that Assad had to go": `below` is the clause of p, about another than p's subject.
  bool HadTo(const Proposition& p, const Proposition& below) const;

  // "suggested that he resign": no finite form.
  bool IsSubjunctive(int sentence, int word) const;

  // "warned that she will vote against it": the subject below is the one above.
  bool SpeaksOfItself(const Proposition& p, const Proposition& below) const;

 private:
  bool IsToBe(const Proposition& p) const;
  bool IsExpected(const Proposition& p) const;

  const Dealings& d_;
};

}  // namespace rapporteur
