#include "coding/when_where.h"

#include <algorithm>

namespace rapporteur {

std::optional<DateValue> DateValueOf(const std::optional<DateMention>& when, const std::optional<Date>& published) {
  if (!when || !when->resolved()) return std::nullopt;
  const Date from = when->from ? *when->from : *when->to;
  const Date to = when->to.value_or(published.value_or(from));
  return DateValue{from, std::max(from, to), when->span};
}

PlaceRef PlaceRefOf(const PlaceMention& place) {
  return {place.name, place.country, place.has_coordinates, place.lat, place.lon, place.geonames, place.span};
}

}  // namespace rapporteur
