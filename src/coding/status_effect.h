// What one line of embeddings.tsv makes of a proposition's status: one step of the composition that status.h goes up.
//
// Pure functions of their arguments.
#pragma once

#include "coding/items.h"
#include "lexicon/predicates.h"

namespace rapporteur {

// What a proposition's own words say.
struct OwnStatus {
  EventStatus status = EventStatus::kActual;  // without its negation
  bool negated = false;
  bool open = false;      // an infinitive: only what embeds it says whether it happened; status is what it is alone
  bool modal = false;     // will, may, …: said of itself, in a clause of its own
  bool modified = false;  // an adjective or adverb says it: the planned attack
  bool past = false;      // told in a past tense
  bool noun = false;      // has no tense
};

// Told as so: actual, ongoing or historical.
bool Told(EventStatus status);

EventStatus Negate(EventStatus status);

// What it is by itself.
EventStatus Alone(const OwnStatus& own);

// The predicate of the line, as it is told.
struct Over {
  EventStatus status = EventStatus::kActual;
  bool past = false;
  bool past_perfect = false;  // "had been expected to"
  bool will = false;          // under will or would: its negation is a refusal
};

// What it is under `line`, when the predicate of the line is told like `over`.
EventStatus Under(const Embedding& line, Over over, const OwnStatus& own);

// What a value of the table does, in a word for people: "negates".
std::string_view EffectName(std::string_view value);

}  // namespace rapporteur
