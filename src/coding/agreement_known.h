// Agreements of the lexicon that a report's words name: "the Minsk accords", "JCPOA", "the 2015 nuclear deal".
//
// Deterministic: in text order, not overlapping.
#pragma once

#include <cstdint>
#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

struct KnownMention {
  int sentence = 0;
  int first = 0, last = 0;  // words
  uint32_t id = 0;          // into Lexicon::agreements().lines()
};

std::vector<KnownMention> FindKnownAgreements(const Dealings& dealings);

// The lexicon's line that a description fits ("the 2015 nuclear agreement"); -1 none. `marks` are its words, lower
// case; `sides` who the words name as its parties: the line's are among them.
int DescribedAgreement(const Dealings& dealings, const std::vector<std::string>& marks,
                       const std::vector<ActorRef>& sides);

// Fills what the text leaves open of an agreement that is line `id`: its name, its day, and those of its parties that
// the report names.
void CompleteFrom(const Dealings& dealings, uint32_t id, Agreement& agreement);

}  // namespace rapporteur
