#include "resolve/where_choose.h"

#include <algorithm>
#include <cmath>

namespace rapporteur {
namespace {

// Weights against the decimal logarithm of a population (3 to 7). They were set on the tuning halves of GeoWebNews and
// LGL (docs/places.md), where a half more or less of any changes little.
constexpr double kUnknownPopulation = 2.0, kUnknownListed = 3.5;
constexpr double kListed = 0.7, kCapital = 2.0, kLeastCapital = 5.0, kLeastRegion = 6.0, kState = 9.0;
constexpr double kOtherName = -1.0;
constexpr double kDivision = -1.5, kDistrict = -1.5, kQuarter = -1.0;
constexpr double kHint = 4.0;
constexpr double kTownNamedAsState = -20.0, kAreaNamedAsState = -8.0;  // Lebanon in Pennsylvania; Georgia in the south
constexpr double kInSentence = 3.0, kInReport = 1.5, kMostInReport = 3.0, kInDateline = 1.5;
constexpr double kSameState = 1.6, kMostSameState = 2.5, kSameDivision = 1.6, kMostSameDivision = 4.5;
constexpr double kNear = 1.5, kMostNear = 3.0;
constexpr int64_t kLeastAlone = 5000;  // population of a town that is believed without further signs
constexpr double kUsualArea = 1.0;     // how much rarer than its town an area may be and still be meant in a list
constexpr int64_t kNamesake = 5;       // how much larger the city is that a name usually means
constexpr int kRounds = 3;
constexpr double kSure = 2.0;  // by how much a reading must lead for its name to be a full witness

// How close a place lies to another: 1 in the same town, 0 from 400 km on.
double Closeness(double km) {
  if (km < 40) return 1.0;
  if (km < 120) return 0.7;
  return km < 400 ? 0.3 : 0.0;
}

double Grown(double count, double weight, double most) { return std::min(most, weight * std::log2(1 + count)); }

}  // namespace

void PlaceChooser::NameState(size_t sentence, const std::string& code, bool dateline) {
  in_sentence_[sentence][code] += 1;
  in_report_[code] += 1;
  if (dateline) in_dateline_[code] += 1;
}

int PlaceChooser::Add(const std::string& name, std::vector<PlaceReading> readings, size_t sentence, PlaceHint hint,
                      bool dateline) {
  const auto [at, added] = numbers_.emplace(name, static_cast<int>(names_.size()));
  if (added) {
    names_.emplace_back();
    names_.back().readings = std::move(readings);
  }
  Name& known = names_[static_cast<size_t>(at->second)];
  known.sentences.push_back(sentence);
  known.hints.push_back(hint);
  known.dateline = known.dateline || dateline;
  return at->second;
}

double PlaceChooser::Prior(const PlaceReading& reading) {
  if (reading.whole_state()) return kState;
  double score = reading.place != nullptr ? kUnknownListed : kUnknownPopulation;
  if (reading.population() > 0) score = std::log10(static_cast<double>(reading.population()));
  if (reading.other_name) return score + kOtherName;
  if (reading.capital) return std::max(score, kLeastCapital) + kCapital;
  if (reading.place != nullptr && reading.place->region) {
    return reading.place->country.empty() ? kState : std::max(score, kLeastRegion);
  }
  if (reading.place != nullptr) return score + kListed;
  switch (reading.entry.kind) {
    case GazetteerKind::kDivision:
      return score + kDivision;
    case GazetteerKind::kDistrict:
      return score + kDistrict;
    case GazetteerKind::kQuarter:
      return score + kQuarter;
    case GazetteerKind::kCapital:
      return std::max(score, kLeastCapital) + kCapital;
    case GazetteerKind::kTown:
    case GazetteerKind::kSeat:
      break;
  }
  return score;
}

std::pair<int, int> PlaceChooser::Within(int inner, int outer, bool lists) const {
  const std::vector<PlaceReading>& inside = ReadingsOf(inner);
  const std::vector<PlaceReading>& around = ReadingsOf(outer);
  double usual = 0;
  for (const PlaceReading& reading : around) usual = std::max(usual, Prior(reading));
  std::pair<int, int> best{-1, -1};
  double most = 0;
  for (size_t o = 0; o < around.size(); ++o) {
    if (!around[o].whole_state() && !around[o].area()) continue;
    if (lists && Prior(around[o]) < usual - kUsualArea) continue;
    for (size_t i = 0; i < inside.size(); ++i) {
      if (!Contains(around[o], inside[i])) continue;
      const double score = Prior(inside[i]) + Prior(around[o]);
      if (best.first >= 0 && score <= most) continue;
      best = {static_cast<int>(i), static_cast<int>(o)};
      most = score;
    }
  }
  return best;
}

int PlaceChooser::WithinState(int inner, std::string_view code) const {
  const std::vector<PlaceReading>& inside = ReadingsOf(inner);
  int best = -1;
  for (size_t i = 0; i < inside.size(); ++i) {
    if (inside[i].whole_state() || inside[i].country() != code) continue;
    if (best < 0 || Prior(inside[i]) > Prior(inside[static_cast<size_t>(best)])) best = static_cast<int>(i);
  }
  return best;
}

void PlaceChooser::Tell(int number, int reading) {
  Name& name = names_[static_cast<size_t>(number)];
  if (name.told < 0) name.told = reading;
}

// A town that shares its name with a much larger one that world news names: "talks in Geneva" of a report that speaks
// of the United States are no sign of Geneva in Illinois. Towns around it or their division are.
bool PlaceChooser::IsNamesake(const Name& name, const PlaceReading& reading) {
  if (reading.place != nullptr || reading.capital || reading.area()) return false;
  return std::any_of(name.readings.begin(), name.readings.end(), [&](const PlaceReading& other) {
    const bool city = other.place != nullptr && !other.place->region && !other.other_name;
    return city && other.country() != reading.country() && other.population() > kNamesake * reading.population();
  });
}

// What speaks for a reading whatever the other places are.
double PlaceChooser::Own(const Name& name, const PlaceReading& reading) const {
  double score = Prior(reading);
  if (reading.whole_state()) return score;
  if (reading.country().empty()) return score;
  const auto is_large = [](const PlaceReading& r) { return r.whole_state() || r.country().empty(); };
  if (std::any_of(name.readings.begin(), name.readings.end(), is_large)) {
    score += reading.area() ? kAreaNamedAsState : kTownNamedAsState;
  }
  for (PlaceHint hint : name.hints) {
    if (hint == PlaceHint::kNone) continue;
    score += (hint == PlaceHint::kArea) == reading.area() ? kHint : 0;
    break;
  }
  const std::string_view country = reading.country();
  if (IsNamesake(name, reading)) return in_dateline_.contains(country) ? score + kInDateline : score;
  const bool in_sentence = std::any_of(name.sentences.begin(), name.sentences.end(), [&](size_t s) {
    const auto states = in_sentence_.find(s);
    return states != in_sentence_.end() && states->second.find(country) != states->second.end();
  });
  if (in_sentence) score += kInSentence;
  if (const auto found = in_report_.find(country); found != in_report_.end()) {
    score += Grown(found->second, kInReport, kMostInReport);
  }
  if (in_dateline_.find(country) != in_dateline_.end()) score += kInDateline;
  return score;
}

// What the other places, as they are read now, add to a reading.
double PlaceChooser::Neighbours(size_t number, const PlaceReading& reading) const {
  if (reading.whole_state() || reading.country().empty()) return 0;
  double state = 0, division = 0, near = 0;
  for (size_t n = 0; n < names_.size(); ++n) {
    const Name& other = names_[n];
    if (n == number || other.chosen < 0) continue;
    const PlaceReading& there = other.readings[static_cast<size_t>(other.chosen)];
    if (there.whole_state() || there.country() != reading.country()) continue;
    const double weight = other.weight * (other.dateline ? 2 : 1);
    state += weight;
    if (reading.division() >= 0 && there.division() == reading.division()) division += weight;
    if (!there.area() && there.located() && reading.located()) {
      near += weight * Closeness(DistanceKm(there.point(), reading.point()));
    }
  }
  return Grown(state, kSameState, kMostSameState) + Grown(division, kSameDivision, kMostSameDivision) +
         Grown(near, kNear, kMostNear);
}

void PlaceChooser::ChooseOne(size_t number, bool with_neighbours) {
  Name& name = names_[number];
  if (name.told >= 0) {
    name.chosen = name.told;
    name.weight = 1;
    return;
  }
  double first = 0, second = 0;
  int best = -1;
  for (size_t r = 0; r < name.readings.size(); ++r) {
    const double score = name.own[r] + (with_neighbours ? Neighbours(number, name.readings[r]) : 0);
    if (best < 0 || score > first) {
      second = best < 0 ? score - kSure : first;
      first = score;
      best = static_cast<int>(r);
    } else {
      second = std::max(second, score);
    }
  }
  name.chosen = best;
  name.weight = std::clamp((first - second) / kSure, 0.1, 1.0);
}

bool PlaceChooser::Supported(size_t number) const {
  const Name& name = names_[number];
  const PlaceReading& reading = name.readings[static_cast<size_t>(name.chosen)];
  if (name.told >= 0 || reading.place != nullptr || reading.state != nullptr) return true;
  if (in_report_.find(reading.country()) != in_report_.end()) return true;
  if (elsewhere_) return false;
  if (reading.population() >= kLeastAlone) return true;
  for (size_t n = 0; n < names_.size(); ++n) {
    if (n == number || names_[n].chosen < 0) continue;
    const PlaceReading& other = names_[n].readings[static_cast<size_t>(names_[n].chosen)];
    if (other.country() == reading.country() && (other.place != nullptr || other.population() >= kLeastAlone))
      return true;
  }
  return false;
}

void PlaceChooser::Choose() {
  for (Name& name : names_) {
    for (const PlaceReading& reading : name.readings) name.own.push_back(Own(name, reading));
  }
  for (size_t n = 0; n < names_.size(); ++n) ChooseOne(n, false);
  for (int round = 0; round < kRounds; ++round) {
    for (size_t n = 0; n < names_.size(); ++n) ChooseOne(n, true);
  }
  std::vector<size_t> doubtful;
  for (size_t n = 0; n < names_.size(); ++n) {
    if (names_[n].chosen >= 0 && !Supported(n)) doubtful.push_back(n);
  }
  for (size_t n : doubtful) names_[n].chosen = -1;
}

}  // namespace rapporteur
