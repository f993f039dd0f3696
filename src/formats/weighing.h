// How much an item says of what its report is about.
//
// What comes first in a report, is told more than once, has both sides and weighs on PLOVER's scale is news; what may
// be, was denied or lies far back is not, nor is an event that a meeting already shows (weight 0). Deterministic;
// stateless.
#pragma once

#include <cstdint>

#include "record/record.h"

namespace rapporteur {

// 0 of kinds that are no news by themselves: actors, statements, positions.
double WeightOf(const Record& record, ItemRef item);

// Where the report first tells it: the trigger or the subject, not who is named elsewhere.
uint32_t BeginOf(const ItemBase& item);

}  // namespace rapporteur
