// Terms that stand beside an agreement's noun, on whatever word the parser hung them: after a colon or semicolon, in a
// clause "according to which", after a verb that it took for a noun.
//
// Deterministic; a view on the report's dealings.
#pragma once

#include "coding/agreement_clauses.h"
#include "coding/agreement_duties.h"
#include "coding/agreement_mentions.h"

namespace rapporteur {

class TermsBeside {
 public:
  explicit TermsBeside(const Dealings& dealings) : d_(dealings), clauses_(dealings), duties_(dealings) {}

  // Adds the terms of one mention; `governor`: the word that governs it, -1 none.
  void Read(const AgreementMention& mention, int governor, Agreement& agreement) const;

 private:
  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }
  void ReadAfterStop(const AgreementMention& mention, int verb, Agreement& agreement) const;
  void ReadWhich(const AgreementMention& mention, Agreement& agreement) const;
  void ReadMisread(const AgreementMention& mention, Agreement& agreement) const;
  void ReadList(const AgreementMention& mention, Agreement& agreement) const;

  const Dealings& d_;
  TermClauses clauses_;
  Duties duties_;
};

}  // namespace rapporteur
