// Where a report says outright that a thing is disputed: "a row between A and B over X", "both sides blamed each
// other", "who these are is contested".
//
// Deterministic; in text order.
#pragma once

#include <vector>

#include "coding/dispute_sides.h"
#include "coding/dispute_words.h"

namespace rapporteur {

struct Contest {
  Span words;
  Span topic;  // what is disputed
  int sentence = 0;
  std::vector<ActorRef> sides;  // those that the words name; under two: the claims around it tell them
  bool several = false;         // "both sides": two that were named before
  bool mutual = false;          // they accuse each other
  bool open = false;            // the sentence says that accounts or wishes differ: what follows tells how
};

std::vector<Contest> FindContests(const Dealings& dealings, const DisputeWords& words, const DisputeSides& sides,
                                  const std::vector<Agreement>& agreements);

}  // namespace rapporteur
