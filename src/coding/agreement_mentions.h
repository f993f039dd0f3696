// Where a report speaks of agreements, and which agreement each place means: "the Minsk agreement", "that deal", "under
// it", "its first phase", "X and Y agreed to".
//
// Deterministic: in text order.
#pragma once

#include <string>
#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

// An agreement as one place of the text means it.
struct AgreementMention {
  enum class Form : uint8_t {
    kNoun,     // the accord
    kPart,     // its first phase, the text
    kPronoun,  // under it, which
    kVerb,     // X and Y agreed to …
  };
  Form form = Form::kNoun;
  int sentence = 0;
  int first = 0, word = 0, last = 0;  // words of the name; the noun, pronoun or verb
  bool definite = false;
  bool made = false;               // the words around tell that it is made: signed, reached
  bool peace = false;              // a peace accord
  bool proposed = false;           // only wanted: no agreement yet
  std::vector<std::string> marks;  // what tells it from others: "minsk", "nuclear", "2015"
  std::string noun;                // lemma
  int agreement = -1;              // index into AgreementNames::agreements
};

// Agreements with name, aliases, parties and date; terms are not yet read.
struct AgreementNames {
  std::vector<Agreement> agreements;
  std::vector<bool> known;  // of agreements: a line of the lexicon
  std::vector<AgreementMention> mentions;
};

AgreementNames FindAgreementNames(const Dealings& dealings);

// Whether a word belongs to a date.
bool InDate(const Dealings& dealings, int sentence, int word);

}  // namespace rapporteur
