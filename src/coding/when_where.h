// A day and a place of the report as an item keeps them.
//
// Deterministic; stateless.
#pragma once

#include <optional>

#include "coding/items.h"
#include "resolve/when.h"
#include "resolve/where.h"

namespace rapporteur {

// Nothing for a mention that no day could be found for. "Since May" lasts until the day of publication, if that is
// known.
std::optional<DateValue> DateValueOf(const std::optional<DateMention>& when, const std::optional<Date>& published);

PlaceRef PlaceRefOf(const PlaceMention& place);

}  // namespace rapporteur
