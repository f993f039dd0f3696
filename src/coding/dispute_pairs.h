// How much speaks for two claims of different sides contradicting each other: a small sum over signs, weighed by
// lexicon/dispute_weights.tsv.
//
// Deterministic; a view on the report's dealings and the weights.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "coding/dispute_claims.h"

namespace rapporteur {

enum class Sign : uint8_t {
  kBias,
  kShared,
  kOpposite,
  kContradicted,
  kMerely,
  kSame,
  kNegation,
  kPolarity,
  kNumbers,
  kDenial,
  kLinked,
  kLoose,
  kNear,
  kFirm,
  kStands,
  kAnswer,
  kContrary,
  kAgainst,
  kCharged,
  kBack,
  kNamed,
  kStance,
  kSameItem,
  kRefusal,
  kContest,
  kView,
  kSuch,
  kPlain,
  kBeside,
  kPronoun,
  kEllipsis,
  kDirect,
  kGap,
  kBetween,
  kOneState,
  kUnlisted,
  kPrivate,
  kAlso,
  kCount,  // no sign: how many there are
};

struct PairScore {
  std::array<double, static_cast<size_t>(Sign::kCount)> amounts{};
  double sum = 0;
  // "shared 1.4": what speaks for it and against it, for `explain`.
  std::vector<std::string> Steps() const;
};

// What stands around a pair.
struct PairPlace {
  int between = 0;     // claims of others between them
  double contest = 0;  // 1 right after "accounts differ"
};

class PairScorer {
 public:
  PairScorer(const Dealings& dealings, const DisputeWords& words, const DisputeSides& sides);

  // The score as if this sign were not there.
  PairScore Without(PairScore score, Sign sign) const;

  // `one` stands before `other`.
  PairScore Score(const Claim& one, const Claim& other, const PairPlace& place) const;

  // Whether two sides are parties of their own, and something in their words is opposed.
  bool Stands(const Claim& one, const Claim& other, const PairScore& score) const;

 private:
  bool Opposed(const Claim& other, const PairScore& score) const;
  bool Linked(const Claim& denial, const Claim& told, const Likeness& like, const PairPlace& place) const;
  bool Asserts(const Claim& claim) const;
  static bool Asked(const Claim& one, const Claim& other, const Likeness& like, bool charged, bool follows);
  bool Near(const Claim& denial, const Claim& told, const PairPlace& place) const;
  bool Charges(const Claim& claim, const ActorRef& who) const;
  bool IsContrary(const Claim& claim) const;
  bool SameItem(const Claim& one, const Claim& other) const;
  bool Agrees(const Claim& claim) const;
  bool Names(const Claim& claim, const ActorRef& who) const;

  const Dealings& d_;
  const DisputeWords& words_;
  const DisputeSides& sides_;
  std::array<double, static_cast<size_t>(Sign::kCount)> weights_{};
};

}  // namespace rapporteur
