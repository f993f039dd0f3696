// Where: the places that a report names as places, told apart, and which of them tells where a predicate happens.
//
// Deterministic, stateless: any number of threads may call.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/tree.h"
#include "resolve/where_spots.h"

namespace rapporteur {

struct PlaceMention {
  int sentence = 0;
  int first = 0, last = 0;  // words
  int head = 0;
  Span span;
  std::string name;     // canonical where the lexicon knows it, else as written
  std::string country;  // alpha-3, empty when unknown or over several states
  double lat = 0, lon = 0;
  bool has_coordinates = false;
  int64_t geonames = 0;   // 0: none
  std::string why;        // for `explain`: where it was looked up, and of how many readings
  bool region = false;    // a region, sea or front
  bool state = false;     // a whole state
  bool capital = false;   // of its state
  bool dateline = false;  // stands in the dateline
  bool part = false;      // of the name of a body that is no place: Aleppo University
  bool actor = false;     // stands for who governs there: "Moscow said"
};

// Names that can be places, in text order: cities, capitals, regions, states, and what the model takes for a place
// though neither tables nor gazetteer know it (name only). A name with several readings is read by what stands beside
// it, by the states and places that its sentence and its report name, then by population (where_choose.h).
std::vector<PlaceMention> FindPlaces(const std::vector<Tree>& trees, const NamesBySentence& names,
                                     const Lexicon& lexicon);

struct PlaceAnswer {
  PlaceMention place;
  bool from_dateline = false;  // only the dateline says it: a guess, good for the report's own news
};

// Where what `predicate` says happens: its own locative phrase (in, at, near, north of …), the object of verbs of
// coming and of attack ("shelled Aleppo"), a compound ("the Riyadh meeting"), then what the clause it shares says, then
// the dateline of the report. None: unsaid. `mentions` is what FindPlaces gave, of the whole report.
std::optional<PlaceAnswer> PlaceOf(const Tree& tree, int sentence, int predicate,
                                   std::span<const PlaceMention> mentions);

}  // namespace rapporteur
