// What one asks of a record: filters, each of which narrows what is found. An empty question finds everything.
//
// A value. Names and words are compared without case, accents, hyphens and apostrophes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "coding/items.h"
#include "lexicon/date.h"

namespace rapporteur {

class Countries;

// Two sides. Of an event: one does it and the other has it done, or both do it or have it done together; else speaker
// and addressee, holder and whom the position is about, two who take part, two parties, two sides.
struct AskedPair {
  std::string one, other;
};

struct Question {
  std::vector<ItemKind> kinds;  // empty: all but actors

  // PLOVER's types of events, stances of positions, statuses of talks, forms of statements, types of actors; kept and
  // breached of agreements. Any of them.
  std::vector<std::string> types;
  std::vector<std::string> modes;     // of events; any of them
  std::vector<std::string> statuses;  // of events, talks; stances; kept and breached. Any of them

  // Who has a part in it, all of them. A state's name or alpha-3 code (or PLOVER's own code): all who act for it.
  // CODE/SECTOR, also with several sectors or without the code (SYR/REB, SYR/GOV/MIL, /REB): who have these. Q and
  // digits: the Wikidata item. Else a name or alias of an actor of the record, or, where nobody has it, whole words of
  // one.
  std::vector<std::string> actors;
  std::vector<std::string> by;  // the same of who does it, speaks, holds; equal sides count here and below
  std::vector<std::string> to;  // of whom it is done, said to, held about
  std::vector<AskedPair> pairs;

  // An event's place or talks' venue: whole words of its name, a country's name or alpha-3 code, a GeoNames id.
  std::string place;
  // Days of the item where the text tells them, else of its report; both ends belong to it.
  std::optional<Date> since, until;
  // Whole words of an agreement's name, or of what reports call it: the agreement, what its words are part of, the
  // calls to keep it, the positions and disputes about it.
  std::string agreement;
  // Words that all stand in the sentences on which the item rests; "in quotation marks" they stand together.
  std::string text;

  int64_t least_reports = 0;     // that tell it
  int64_t least_publishers = 0;  // independent ones
  bool differing = false;        // only events that reports tell differently

  bool newest_first = false;
  size_t limit = 0;  // 0: all

  const Countries* countries = nullptr;  // names of states; null: those that the record's own actors have
};

}  // namespace rapporteur
