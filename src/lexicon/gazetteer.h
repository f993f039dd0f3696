// The compiled gazetteer: the world's towns with their names, first-level divisions and districts (docs/places.md has
// the file's format, train/places makes the file). It is searched where it lies, nothing is parsed into maps.
//
// Immutable once read: any number of threads may ask at once. Deterministic. Any byte string gives a Gazetteer or an
// error, and no later call reads outside of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rapporteur {

inline constexpr uint32_t kGazetteerVersion = 1;
inline constexpr size_t kMostGazetteerBytes = 64u << 20;

enum class GazetteerKind : uint8_t { kTown, kSeat, kCapital, kQuarter, kDivision, kDistrict };

struct GeoPoint {
  double lat = 0, lon = 0;  // degrees
};

struct GazetteerPlace {
  std::string_view name;     // as the sources write it, with diacritics; valid as long as the gazetteer
  std::string_view country;  // alpha-3, or KOS
  GeoPoint point;
  int64_t population = 0;  // 0: unknown
  int64_t geonames = 0;    // 0: none
  int division = -1;       // the first-level division it is or lies in, -1 unknown
  GazetteerKind kind = GazetteerKind::kTown;
};

class Gazetteer {
 public:
  // `name` is what messages call the file.
  // Errors: kFormat         no gazetteer, cut short, or damaged (its CRC-32 differs, a section leaves the file)
  //         kModelMismatch  another format version (found and supported are shown)
  //         kLimit          larger than kMostGazetteerBytes
  static Result<Gazetteer> Read(std::string bytes, const std::string& name);

  // The places of a name, the largest first, at most `most`. `folded` is what FoldName gives; empty when none has it.
  std::vector<uint32_t> Find(std::string_view folded, size_t most = 64) const;

  // A place by its number below size(); numbers are what Find gives, and rise as populations fall.
  GazetteerPlace At(uint32_t number) const;
  uint32_t size() const { return places_.count; }

  // The place that stands for a division (GazetteerPlace::division), and the middle of a state; none when unknown.
  std::optional<uint32_t> PlaceOfDivision(int division) const;
  std::optional<GeoPoint> MiddleOf(std::string_view state) const;

  // Where the file's facts come from, and the CRC-32 that tells it from others.
  std::string_view about() const { return Bytes(about_, 0, about_.count); }
  uint32_t checksum() const { return checksum_; }

 private:
  // Offsets, not views: the object may move.
  struct Section {
    uint32_t count = 0;
    uint32_t begin = 0;
    uint32_t bytes = 0;
  };
  struct Key;

  Status ReadDirectory(const std::string& name);
  std::string_view Bytes(const Section& section, size_t from, size_t length) const;
  std::string_view HeadOf(uint32_t block) const;
  uint32_t BlockOf(std::string_view folded) const;
  bool Next(size_t& at, Key& key) const;
  std::vector<uint32_t> PlacesOf(const Key& key, size_t most) const;

  std::string bytes_;
  Section about_, states_, divisions_, places_, names_, blocks_, keys_;
  uint32_t checksum_ = 0;
};

}  // namespace rapporteur
