#include "resolve/where_readings.h"

#include <algorithm>
#include <cmath>

#include "lexicon/fold.h"

namespace rapporteur {
namespace {

// How far a table's point and the gazetteer's may lie apart for one town, and for one region.
constexpr double kSameTownKm = 60, kSameRegionKm = 350;
constexpr double kInRegionKm = 400;

bool IsArea(GazetteerKind kind) { return kind == GazetteerKind::kDivision || kind == GazetteerKind::kDistrict; }

// Whether a line of the tables and an entry of the gazetteer are one place.
bool Same(const Place& place, const GazetteerPlace& entry) {
  if (place.geonames != 0 && place.geonames == entry.geonames) return true;
  if (place.country != entry.country || (place.region && !IsArea(entry.kind)) ||
      (!place.region && entry.kind == GazetteerKind::kDivision)) {
    return false;
  }
  return DistanceKm({place.lat, place.lon}, entry.point) < (place.region ? kSameRegionKm : kSameTownKm);
}

void AddTables(const Lexicon& lexicon, const std::vector<NameEntry>& entries, std::vector<PlaceReading>& readings) {
  for (const NameEntry& entry : entries) {
    PlaceReading reading;
    if (entry.kind == EntryKind::kState || entry.kind == EntryKind::kCapital) {
      reading.state = &lexicon.states()[entry.index];
      reading.capital = entry.kind == EntryKind::kCapital;
    } else if (entry.kind == EntryKind::kPlace) {
      reading.place = &lexicon.places()[entry.index];
    } else {
      continue;
    }
    readings.push_back(reading);
  }
  // A capital that the tables list as a town too is one place, with both kinds of knowledge.
  for (PlaceReading& capital : readings) {
    if (!capital.capital) continue;
    for (const PlaceReading& other : readings) {
      if (other.place != nullptr && !other.place->region && other.place->country == capital.state->code &&
          (capital.place == nullptr || other.place->population > capital.place->population)) {
        capital.place = other.place;
      }
    }
  }
}

// The reading of the tables that the entry is, which it then completes.
PlaceReading* Known(std::vector<PlaceReading>& readings, const GazetteerPlace& entry) {
  PlaceReading* known = nullptr;
  for (PlaceReading& reading : readings) {
    const bool same = reading.place != nullptr
                          ? Same(*reading.place, entry)
                          : reading.capital && entry.country == reading.state->code && !IsArea(entry.kind);
    if (!same) continue;
    if (reading.gazetteer) return &reading;
    reading.entry = entry;
    reading.gazetteer = true;
    known = &reading;
  }
  return known;
}

// The places of a folded name; an Arabic article is one with what follows or not there: "al rastan" is Ar Rastan,
// Rastan.
std::vector<uint32_t> PlacesNamed(const Gazetteer& gazetteer, const std::string& folded) {
  std::vector<uint32_t> found = gazetteer.Find(folded);
  if (!found.empty() || folded.size() < 6 || !(folded.starts_with("al ") || folded.starts_with("el "))) return found;
  const std::string bare = folded.substr(3);
  found = gazetteer.Find(bare);
  if (!found.empty()) return found;
  const size_t letters = bare.starts_with("sh") ? 2 : 1;
  return gazetteer.Find("a" + bare.substr(0, letters) + " " + bare);
}

}  // namespace

bool PlaceReading::area() const {
  if (place != nullptr) return place->region;
  return gazetteer && IsArea(entry.kind);
}

std::string_view PlaceReading::country() const {
  if (place != nullptr) return place->country;
  return state != nullptr ? std::string_view(state->code) : entry.country;
}

GeoPoint PlaceReading::point() const {
  if (place != nullptr && (place->lat != 0 || place->lon != 0)) return {place->lat, place->lon};
  return entry.point;
}

bool PlaceReading::located() const {
  const GeoPoint at = point();
  return at.lat != 0 || at.lon != 0;
}

int64_t PlaceReading::population() const {
  return place != nullptr && place->population > 0 ? place->population : entry.population;
}

int64_t PlaceReading::geonames() const {
  return place != nullptr && place->geonames != 0 ? place->geonames : entry.geonames;
}

std::string PlaceReading::name() const {
  if (place != nullptr) return place->name;
  if (state == nullptr) return std::string(entry.name);
  return capital && !state->capitals.empty() ? state->capitals.front() : state->name;
}

std::vector<PlaceReading> ReadingsOf(const Lexicon& lexicon, std::string_view written,
                                     const std::vector<NameEntry>* entries) {
  std::vector<PlaceReading> readings;
  if (entries != nullptr) {
    AddTables(lexicon, *entries, readings);
    if (readings.empty()) return readings;
  }
  const Gazetteer* gazetteer = lexicon.gazetteer();
  const std::string folded = FoldName(CutPossessive(written));
  if (gazetteer == nullptr) return readings;
  for (PlaceReading& reading : readings) {
    if (!reading.whole_state()) continue;
    if (const std::optional<GeoPoint> middle = gazetteer->MiddleOf(reading.state->code)) reading.entry.point = *middle;
  }
  const bool removed = lexicon.PlaceRemoved(folded);
  for (uint32_t number : PlacesNamed(*gazetteer, folded)) {
    const GazetteerPlace entry = gazetteer->At(number);
    if (Known(readings, entry) != nullptr || removed) continue;
    PlaceReading reading;
    reading.entry = entry;
    reading.gazetteer = true;
    reading.other_name = !IsArea(entry.kind) && FoldName(entry.name) != folded;
    // A spelling that only the gazetteer has: the place keeps the name that places.tsv gives it.
    const Place* listed = IsArea(entry.kind) || entries != nullptr ? nullptr : lexicon.FindPlace(entry.geonames);
    if (listed != nullptr && !listed->region) reading.place = listed;
    readings.push_back(reading);
  }
  // A capital, or a line whose usual name is another: the gazetteer knows it by that.
  for (PlaceReading& reading : readings) {
    if (reading.gazetteer || reading.whole_state()) continue;
    for (uint32_t number : gazetteer->Find(FoldName(reading.name()))) {
      const GazetteerPlace entry = gazetteer->At(number);
      const bool same = reading.place != nullptr ? Same(*reading.place, entry)
                                                 : entry.country == reading.country() && !IsArea(entry.kind);
      if (!same) continue;
      reading.entry = entry;
      reading.gazetteer = true;
      break;
    }
  }
  return readings;
}

std::vector<PlaceReading> ReadingsOfAbbreviation(const Lexicon& lexicon, const std::vector<uint32_t>& abbreviations) {
  std::vector<PlaceReading> readings;
  for (uint32_t index : abbreviations) {
    const PlaceAbbreviation& shortened = lexicon.place_abbreviations()[index];
    for (const PlaceReading& reading : ReadingsOf(lexicon, shortened.name, lexicon.FindName(shortened.name))) {
      if (reading.area() && reading.country() == shortened.country) {
        readings.push_back(reading);
        break;
      }
    }
  }
  return readings;
}

double DistanceKm(GeoPoint a, GeoPoint b) {
  constexpr double kRadians = 3.14159265358979 / 180, kEarthKm = 6371;
  const double lat = (b.lat - a.lat) * kRadians;
  double lon = std::fabs(b.lon - a.lon);
  if (lon > 180) lon = 360 - lon;
  const double x = lon * kRadians * std::cos((a.lat + b.lat) / 2 * kRadians);
  return kEarthKm * std::sqrt(lat * lat + x * x);
}

bool Contains(const PlaceReading& outer, const PlaceReading& inner) {
  if (outer.country() != inner.country() || inner.whole_state() || inner.country().empty()) return false;
  if (outer.whole_state()) return true;
  if (!outer.area()) return false;
  const bool division = outer.gazetteer && outer.entry.kind == GazetteerKind::kDivision;
  if (division && inner.division() >= 0) {
    return outer.division() == inner.division() && !(inner.gazetteer && inner.entry.kind == GazetteerKind::kDivision);
  }
  return !inner.area() && DistanceKm(outer.point(), inner.point()) < kInRegionKm;
}

}  // namespace rapporteur
