#include "lexicon/gazetteer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/byte_reader.h"
#include "base/crc32.h"

namespace rapporteur {
namespace {

constexpr std::string_view kMagic = "RAPG";
constexpr size_t kHeaderBytes = 16;
constexpr size_t kSections = 7;
constexpr size_t kEntryBytes = 8;
constexpr uint32_t kStateBytes = 12;
constexpr uint32_t kPlaceBytes = 24;
constexpr uint32_t kNumberBytes = 4;
constexpr int kNoDivision = 0xFFFF;
constexpr double kUnitsPerDegree = 1e5;

Error Wrong(const std::string& name, const std::string& what) {
  return {ErrorCode::kFormat, "gazetteer " + name + what};
}

std::string Printable(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) out += c >= 0x20 && c < 0x7f ? c : '?';
  return "'" + out + "'";
}

double Degrees(std::string_view bytes, size_t at) {
  return static_cast<double>(static_cast<int32_t>(ReadU32(bytes, at))) / kUnitsPerDegree;
}

// A number of seven bits a byte, the lowest first; false at the end of the bytes.
bool ReadVarint(std::string_view bytes, size_t& at, uint32_t& value) {
  value = 0;
  for (unsigned shift = 0; shift < 32 && at < bytes.size(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    value |= static_cast<uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

}  // namespace

// A key of a block: its text, and its places as they stand in the file.
struct Gazetteer::Key {
  std::string text;
  size_t places_at = 0;  // in the section of keys
  uint32_t count = 0;
};

Result<Gazetteer> Gazetteer::Read(std::string bytes, const std::string& name) {
  Gazetteer gazetteer;
  gazetteer.bytes_ = std::move(bytes);
  if (const Status status = gazetteer.ReadDirectory(name); !status) return status.error();
  return gazetteer;
}

Status Gazetteer::ReadDirectory(const std::string& name) {
  const std::string_view all = bytes_;
  if (all.size() > kMostGazetteerBytes) {
    return Error{ErrorCode::kLimit, "gazetteer " + name + ": " + std::to_string(all.size()) + " bytes, at most " +
                                        std::to_string(kMostGazetteerBytes) + " are read; is it a gazetteer?"};
  }
  if (all.substr(0, kMagic.size()) != kMagic) {
    return Wrong(name, ": begins with " + Printable(all.substr(0, kMagic.size())) +
                           ", expected 'RAPG'; this is no gazetteer (or only a pointer to one)");
  }
  if (all.size() < kHeaderBytes) return Wrong(name, ": cut short in its header; fetch it again");
  const uint32_t version = ReadU32(all, 4);
  if (version != kGazetteerVersion) {
    return Error{ErrorCode::kModelMismatch, "gazetteer " + name + ": format version " + std::to_string(version) +
                                                " found, version " + std::to_string(kGazetteerVersion) +
                                                " supported; the file was made for " +
                                                (version > kGazetteerVersion ? "a newer" : "an older") +
                                                " rapporteur: use the one that came with this program"};
  }
  const uint32_t size = ReadU32(all, 8);
  if (size != all.size()) {
    return Wrong(name, ": " + std::to_string(all.size()) + " bytes found, its header says " + std::to_string(size) +
                           "; it is cut short or damaged, fetch it again");
  }
  checksum_ = ReadU32(all, 12);
  const uint32_t found = Crc32(all.substr(kHeaderBytes));
  if (found != checksum_) {
    return Wrong(name, " has CRC-32 " + std::to_string(found) + ", expected " + std::to_string(checksum_) +
                           "; the file is damaged, fetch it again");
  }
  if (all.size() < kHeaderBytes + kSections * kEntryBytes) {
    return Wrong(name, ": ends within its directory; it was not finished when it was made");
  }
  const std::array<std::pair<Section*, uint32_t>, kSections> sections = {{{&about_, 1},
                                                                          {&states_, kStateBytes},
                                                                          {&divisions_, kNumberBytes},
                                                                          {&places_, kPlaceBytes},
                                                                          {&names_, 1},
                                                                          {&blocks_, kNumberBytes},
                                                                          {&keys_, 1}}};
  for (size_t i = 0; i < kSections; ++i) {
    Section& section = *sections[i].first;
    section.count = ReadU32(all, kHeaderBytes + i * kEntryBytes);
    section.begin = ReadU32(all, kHeaderBytes + i * kEntryBytes + 4);
    const uint64_t length = uint64_t{section.count} * sections[i].second;
    if (section.begin > all.size() || length > all.size() - section.begin) {
      return Wrong(name, ": its section " + std::to_string(i) + " ends beyond the file's " +
                             std::to_string(all.size()) + " bytes; it was made wrongly");
    }
    section.bytes = static_cast<uint32_t>(length);
  }
  return Ok{};
}

// What lies of `length` bytes from `from` within the section.
std::string_view Gazetteer::Bytes(const Section& section, size_t from, size_t length) const {
  if (from > section.bytes) return {};
  return std::string_view(bytes_).substr(section.begin + from, std::min<size_t>(length, section.bytes - from));
}

// The first key of a block, which shares nothing with the one before.
std::string_view Gazetteer::HeadOf(uint32_t block) const {
  const size_t at = ReadU32(bytes_, blocks_.begin + size_t{block} * kNumberBytes);
  const std::string_view head = Bytes(keys_, at, 2);
  return head.size() < 2 ? std::string_view() : Bytes(keys_, at + 2, static_cast<unsigned char>(head[1]));
}

// The last block whose first key is not after `folded`; blocks_.count when there is none.
uint32_t Gazetteer::BlockOf(std::string_view folded) const {
  uint32_t low = 0, high = blocks_.count;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (HeadOf(middle) <= folded) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low == 0 ? blocks_.count : low - 1;
}

// The key at `at`, which then is where the next begins. `key` holds the one before.
bool Gazetteer::Next(size_t& at, Key& key) const {
  const std::string_view all = Bytes(keys_, 0, keys_.bytes);
  if (at + 2 > all.size()) return false;
  const auto shared = static_cast<unsigned char>(all[at]), length = static_cast<unsigned char>(all[at + 1]);
  if (shared > key.text.size() || at + 2 + length > all.size()) return false;
  key.text.resize(shared);
  key.text += all.substr(at + 2, length);
  at += 2 + size_t{length};
  if (!ReadVarint(all, at, key.count)) return false;
  key.places_at = at;
  uint32_t skipped = 0;
  for (uint32_t i = 0; i < key.count; ++i) {
    if (!ReadVarint(all, at, skipped)) return false;
  }
  return true;
}

std::vector<uint32_t> Gazetteer::PlacesOf(const Key& key, size_t most) const {
  std::vector<uint32_t> numbers;
  const std::string_view all = Bytes(keys_, 0, keys_.bytes);
  size_t at = key.places_at;
  uint32_t number = 0, step = 0;
  for (uint32_t i = 0; i < key.count && numbers.size() < most && ReadVarint(all, at, step); ++i) {
    number += step;
    if (number < places_.count) numbers.push_back(number);
  }
  return numbers;
}

std::vector<uint32_t> Gazetteer::Find(std::string_view folded, size_t most) const {
  const uint32_t block = BlockOf(folded);
  if (block == blocks_.count) return {};
  size_t at = ReadU32(bytes_, blocks_.begin + size_t{block} * kNumberBytes);
  const size_t end =
      block + 1 < blocks_.count ? ReadU32(bytes_, blocks_.begin + (size_t{block} + 1) * kNumberBytes) : keys_.bytes;
  Key key;
  while (at < end && Next(at, key) && key.text <= folded) {
    if (key.text == folded) return PlacesOf(key, most);
  }
  return {};
}

GazetteerPlace Gazetteer::At(uint32_t number) const {
  GazetteerPlace place;
  if (number >= places_.count) return place;
  const std::string_view record = Bytes(places_, size_t{number} * kPlaceBytes, kPlaceBytes);
  const size_t name = ReadU32(record, 0);
  const std::string_view length = Bytes(names_, name, 1);
  if (!length.empty()) place.name = Bytes(names_, name + 1, static_cast<unsigned char>(length[0]));
  place.point = {Degrees(record, 4), Degrees(record, 8)};
  place.population = ReadU32(record, 12);
  place.geonames = ReadU32(record, 16);
  const int division = static_cast<int>(ReadU32(record, 20) & 0xFFFF);
  place.division = division == kNoDivision ? -1 : division;
  const size_t state = static_cast<unsigned char>(record[22]);
  if (state < states_.count) place.country = Bytes(states_, state * kStateBytes, 3);
  place.kind = static_cast<GazetteerKind>(
      std::min<unsigned>(static_cast<unsigned char>(record[23]), static_cast<unsigned>(GazetteerKind::kDistrict)));
  return place;
}

std::optional<uint32_t> Gazetteer::PlaceOfDivision(int division) const {
  if (division < 0 || static_cast<uint32_t>(division) >= divisions_.count) return std::nullopt;
  const uint32_t number = ReadU32(bytes_, divisions_.begin + static_cast<size_t>(division) * kNumberBytes);
  return number < places_.count ? std::optional<uint32_t>(number) : std::nullopt;
}

std::optional<GeoPoint> Gazetteer::MiddleOf(std::string_view state) const {
  for (uint32_t i = 0; i < states_.count; ++i) {
    const std::string_view record = Bytes(states_, size_t{i} * kStateBytes, kStateBytes);
    if (record.substr(0, 3) == state) return GeoPoint{Degrees(record, 4), Degrees(record, 8)};
  }
  return std::nullopt;
}

}  // namespace rapporteur
