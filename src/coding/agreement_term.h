// One term of an agreement from the words that tell it: its span without marks, its PLOVER class.
//
// Deterministic; a view on the report's dealings.
#pragma once

#include <optional>
#include <string>

#include "coding/dealings.h"

namespace rapporteur {

// Where a term stands: words first to last of a sentence, its predicate or noun, and who owes it.
struct TermWords {
  int sentence = 0;
  int head = 0;
  int first = 0, last = 0;
  std::optional<ActorRef> obligor;
  std::string fallback = {};  // type where the words tell none
  bool forbidden = false;     // not to be done
};

// The PLOVER type of what a word alone obliges to; empty for none.
std::string ClassOfTerm(const Dealings& dealings, int sentence, int word);

// Adds the term, unless its words are (part of) a term already.
void PushTerm(const Dealings& dealings, TermWords words, Agreement& agreement);

// The first word of "in return for", "in exchange for" between two words; -1 none.
int ExchangeIn(const Tree& tree, int first, int last);

}  // namespace rapporteur
