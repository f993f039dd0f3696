#include "formats/place_keys.h"

#include <array>
#include <cmath>
#include <optional>

#include "formats/rows.h"
#include "lexicon/fold.h"

namespace rapporteur {
namespace {

std::optional<GazetteerPlace> FindInGazetteer(const PlaceRef& place, const Gazetteer& gazetteer) {
  constexpr double kSamePointDegrees = 0.02;  // points are written with two decimals in some tables
  for (const uint32_t number : gazetteer.Find(FoldName(place.name))) {
    const GazetteerPlace found = gazetteer.At(number);
    if (found.country != place.country) continue;
    if (place.geonames != 0 && found.geonames == place.geonames) return found;
    if (place.has_coordinates && std::abs(found.point.lat - place.lat) < kSamePointDegrees &&
        std::abs(found.point.lon - place.lon) < kSamePointDegrees) {
      return found;
    }
  }
  return std::nullopt;
}

std::string DivisionName(const GazetteerPlace& place, const Gazetteer& gazetteer) {
  const auto number = gazetteer.PlaceOfDivision(place.division);
  return number ? std::string(gazetteer.At(*number).name) : std::string();
}

void AddGazetteer(const GazetteerPlace& found, const Gazetteer& gazetteer, PlaceKeys& keys) {
  static constexpr std::array<const char*, 6> kFeatures = {"PPL", "PPLA", "PPLC", "PPLX", "ADM1", "ADM2"};
  keys.feature = kFeatures.at(static_cast<size_t>(found.kind));
  if (found.kind == GazetteerKind::kDivision) {
    keys.kind = PlaceKind::kDivision;
    keys.province = keys.name;
    return;
  }
  keys.kind = found.kind == GazetteerKind::kDistrict ? PlaceKind::kDistrict : PlaceKind::kTown;
  (keys.kind == PlaceKind::kDistrict ? keys.district : keys.city) = keys.name;
  keys.province = DivisionName(found, gazetteer);
}

}  // namespace

PlaceKeys PlaceKeysOf(const Record& record, const Event& event, const ExportOptions& options) {
  PlaceKeys keys;
  if (!event.place) return keys;
  const PlaceRef& place = *event.place;
  keys.name = CellText(place.name);
  keys.words = CellText(place.span.of(record.text));
  keys.country = place.country;
  keys.has_point = place.has_coordinates;
  keys.lat = place.lat;
  keys.lon = place.lon;
  keys.geonames = place.geonames;
  keys.state = options.lexicon->FindState(place.country);
  if (keys.state != nullptr) keys.country_name = keys.state->name;
  if (keys.state != nullptr && FoldName(keys.state->name) == FoldName(place.name)) {
    keys.kind = PlaceKind::kCountry;
    keys.feature = "PCLI";
    return keys;
  }
  const Gazetteer* gazetteer = options.lexicon->gazetteer();
  if (gazetteer == nullptr) return keys;
  if (const auto found = FindInGazetteer(place, *gazetteer)) AddGazetteer(*found, *gazetteer, keys);
  return keys;
}

}  // namespace rapporteur
