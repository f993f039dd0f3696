// What a name can mean as a place: the readings of the tables and of the gazetteer as one list, each place once.
//
// Deterministic, stateless: any number of threads may call.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace rapporteur {

// One way to read a name as a place. Points into the lexicon, and is valid as long as it.
struct PlaceReading {
  const State* state = nullptr;  // a whole state, or the state that the name is the capital of
  const Place* place = nullptr;  // a line of places.tsv or regions.tsv: it goes before what the gazetteer says
  bool capital = false;
  bool gazetteer = false;   // `entry` is set
  bool other_name = false;  // the gazetteer's alone, and its usual name is another: Salisbury for Harare
  GazetteerPlace entry;

  bool whole_state() const { return state != nullptr && !capital; }
  bool area() const;  // a region, a division or a district, no town
  std::string_view country() const;
  GeoPoint point() const;
  bool located() const;  // point() is one
  int64_t population() const;
  int64_t geonames() const;
  int division() const { return entry.division; }  // of the gazetteer; -1 unknown
  std::string name() const;
};

// Readings of a name: those of the lexicon's `entries` (may be null), then those of the gazetteer, the largest first. A
// name that is something else in the tables only (a party, a person) has none.
std::vector<PlaceReading> ReadingsOf(const Lexicon& lexicon, std::string_view written,
                                     const std::vector<NameEntry>* entries);

// The readings of an abbreviated division ("Va.").
std::vector<PlaceReading> ReadingsOfAbbreviation(const Lexicon& lexicon, const std::vector<uint32_t>& abbreviations);

double DistanceKm(GeoPoint a, GeoPoint b);

// Whether `inner` lies in the state or division `outer`.
bool Contains(const PlaceReading& outer, const PlaceReading& inner);

}  // namespace rapporteur
