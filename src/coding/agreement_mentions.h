// Where a report names agreements, and which agreement each place means: "the Minsk agreement", "that deal".
//
// Deterministic: in text order.
#pragma once

#include <string>
#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

// An agreement as one place of the text names it.
struct AgreementMention {
  int sentence = 0;
  int first = 0, word = 0, last = 0;  // words of the name; the noun
  bool definite = false;
  bool proposed = false;           // only wanted: no agreement yet
  std::vector<std::string> marks;  // what tells it from others: "minsk", "nuclear", "2015"
  int agreement = -1;              // index into AgreementNames::agreements
};

// Agreements with name, aliases, parties and date; terms are not yet read.
struct AgreementNames {
  std::vector<Agreement> agreements;
  std::vector<AgreementMention> mentions;
};

AgreementNames FindAgreementNames(const Dealings& dealings);

// Adds who is not of a side that is a party already.
void AddParties(const Dealings& dealings, const std::vector<ActorRef>& sides, Agreement& agreement);

// Whether a word belongs to a date.
bool InDate(const Dealings& dealings, int sentence, int word);

}  // namespace rapporteur
