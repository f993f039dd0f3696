// What exports want to know of an event's place beyond what the record says: its division, its country, what it is.
//
// Values; deterministic.
#pragma once

#include <string>

#include "formats/export_options.h"

namespace rapporteur {

enum class PlaceKind { kUnknown, kCountry, kDivision, kDistrict, kTown };

struct PlaceKeys {
  PlaceKind kind = PlaceKind::kUnknown;
  std::string name, words;
  std::string city, district, province;  // of these the ones that are known
  const State* state = nullptr;
  std::string country;       // alpha-3
  std::string country_name;  // "Syria"
  std::string feature;       // GeoNames' feature code: PPL, PPLA, PPLC, PPLX, ADM1, ADM2, PCLI; empty: unknown
  bool has_point = false;
  double lat = 0, lon = 0;
  int64_t geonames = 0;  // 0: none
};

// Empty of an event without a place.
PlaceKeys PlaceKeysOf(const Record& record, const Event& event, const ExportOptions& options);

}  // namespace rapporteur
