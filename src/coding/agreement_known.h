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
  int noun = -1;            // the noun for agreements that a key needs beside it; -1 it is called by its own name

  bool holds(int word) const { return first <= word && word <= last; }
};

std::vector<KnownMention> FindKnownAgreements(const Dealings& dealings);

// The one that covers a word; null none.
const KnownMention* KnownAt(const std::vector<KnownMention>& known, int sentence, int word);

// The one that a noun's own modifiers name: "the African Continental Free Trade Area (AfCFTA) agreement"; null none.
const KnownMention* KnownBeside(const Dealings& dealings, const std::vector<KnownMention>& known,
                                const Proposition& noun);

// The lexicon's line that a description fits ("the 2015 nuclear agreement"); -1 none. `marks` are its words, lower
// case; `sides` who the words name as its parties: the line's are among them.
int DescribedAgreement(const Dealings& dealings, const std::vector<std::string>& marks,
                       const std::vector<ActorRef>& sides);

// Fills what the text leaves open of an agreement that is line `id`: its name, its day, and those of its parties that
// the report names.
void CompleteFrom(const Dealings& dealings, uint32_t id, Agreement& agreement);

}  // namespace rapporteur
