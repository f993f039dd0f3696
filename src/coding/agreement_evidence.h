// Whether the words around a noun tell of an agreement that is made, and whether a noun that may mean something else
// ("settlement", "pause", "framework") means one here.
//
// Deterministic; a view on the report's dealings.
#pragma once

#include <string>
#include <vector>

#include "coding/agreement_mentions.h"
#include "coding/agreement_nouns.h"
#include "coding/agreement_sides.h"

namespace rapporteur {

class AgreementEvidence {
 public:
  explicit AgreementEvidence(const Dealings& dealings) : d_(dealings), sides_(dealings), nouns_(dealings) {}

  // "signed an agreement", "the deal struck in May": it is made.
  bool IsMade(const Proposition& noun) const;

  // "under a deal, …", "a truce with the army", "a truce collapsed", "the end of a cease-fire": it is spoken of as one
  // that is there. Says nothing of whether it is only wished for.
  bool IsThere(const Proposition& noun) const;

  // "A draft accord sets a price": it says what is owed.
  bool TellsTerms(const Proposition& noun) const;

  // Whether a noun of class agreement_weak is an agreement here; `before`: the mentions that the text has before it.
  bool IsWeakAgreement(const Proposition& noun, const std::vector<AgreementMention>& before) const;

  // "keep", "abide by", "withdraw from", "sign": what is done to agreements alone.
  bool IsDoneTo(const std::string& verb) const;

 private:
  bool IsSpokenOfAgain(const Proposition& noun, const std::vector<AgreementMention>& before) const;
  bool IsSignedBySides(const Proposition& noun) const;
  bool IsNamed(const Proposition& noun) const;
  bool HasLife(const Proposition& noun) const;
  bool IsGoverned(const Proposition& noun) const;
  bool IsMadeInClause(const Proposition& noun, bool definite) const;
  bool IsWithSomebody(const Proposition& noun) const;
  bool HasMakers(const Proposition& noun) const;

  const Dealings& d_;
  AgreementSides sides_;
  AgreementNouns nouns_;
};

}  // namespace rapporteur
