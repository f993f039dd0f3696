#include "lexicon/gazetteer.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/crc32.h"

namespace rapporteur {
namespace {

void Put(std::string& out, uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::string Number(uint32_t value) {
  std::string out;
  Put(out, value, 4);
  return out;
}

struct TestPlace {
  uint32_t name;
  double lat, lon;
  uint32_t population, geonames;
  uint16_t division;
  uint8_t kind;
};

std::string Record(const TestPlace& place) {
  std::string out = Number(place.name);
  Put(out, static_cast<uint32_t>(static_cast<int32_t>(place.lat * 1e5)), 4);
  Put(out, static_cast<uint32_t>(static_cast<int32_t>(place.lon * 1e5)), 4);
  Put(out, place.population, 4);
  Put(out, place.geonames, 4);
  Put(out, place.division, 2);
  Put(out, 0, 1);
  Put(out, place.kind, 1);
  return out;
}

std::string Sealed(const std::string& rest) {
  std::string out = "RAPG" + Number(1) + Number(static_cast<uint32_t>(16 + rest.size())) + Number(Crc32(rest));
  return out + rest;
}

// Velbor (a town, and the division around it) and Harn, in Kadria; three names in two blocks: harn | velbor, velbur.
std::string Small() {
  const std::string about = "invented";
  const std::string state = std::string("KDR\0", 4) + Number(4000000) + Number(2000000);
  const std::string names = std::string("\x06Velbor\x04Harn");
  const std::string places = Record({0, 40.5, -20.25, 900000, 77, 0, 4}) + Record({0, 40.25, -20.5, 5000, 78, 0, 1}) +
                             Record({7, -3.5, 20, 0, 0, 0xFFFF, 0});
  const std::string first = std::string("\x00\x04harn\x01\x02", 8);
  const std::string second = std::string("\x00\x06velbor\x02\x00\x01", 11) + std::string("\x04\x02ur\x01\x01", 6);
  const std::string blocks = Number(0) + Number(static_cast<uint32_t>(first.size()));
  const std::vector<std::pair<uint32_t, std::string>> sections = {
      {8, about},
      {1, state},
      {1, Number(0)},
      {3, places},
      {12, names},
      {2, blocks},
      {static_cast<uint32_t>(first.size() + second.size()), first + second}};
  std::string directory, body;
  for (const auto& [count, bytes] : sections) {
    directory += Number(count) + Number(static_cast<uint32_t>(16 + 8 * sections.size() + body.size()));
    body += bytes;
  }
  return Sealed(directory + body);
}

std::string ErrorOf(std::string bytes) {
  const Result<Gazetteer> read = Gazetteer::Read(std::move(bytes), "g");
  return read.ok() ? "none" : read.error().message;
}

// Whatever a broken file holds, no answer may read outside of it: under the sanitizers this is the test.
void AskEverything(const Gazetteer& gazetteer) {
  for (const char* name : {"", "a", "harn", "velbor", "velbur", "zzz"}) {
    for (uint32_t number : gazetteer.Find(name)) EXPECT_LT(number, gazetteer.size());
  }
  for (uint32_t n = 0; n < gazetteer.size() && n < 100; ++n) {
    EXPECT_LE(gazetteer.At(n).name.size(), 255U);
    gazetteer.PlaceOfDivision(gazetteer.At(n).division);
  }
  gazetteer.MiddleOf("KDR");
}

TEST(Gazetteer, FindsPlacesByName) {
  const Result<Gazetteer> gazetteer = Gazetteer::Read(Small(), "g");
  ASSERT_TRUE(gazetteer.ok()) << gazetteer.error().message;
  EXPECT_EQ(gazetteer->about(), "invented");
  EXPECT_EQ(gazetteer->Find("velbor"), (std::vector<uint32_t>{0, 1}));
  EXPECT_EQ(gazetteer->Find("velbor", 1), (std::vector<uint32_t>{0}));
  EXPECT_EQ(gazetteer->Find("velbur"), (std::vector<uint32_t>{1}));
  EXPECT_EQ(gazetteer->Find("harn"), (std::vector<uint32_t>{2}));
  for (const char* absent : {"", "a", "har", "harns", "velb", "velbors", "z"}) {
    EXPECT_TRUE(gazetteer->Find(absent).empty()) << absent;
  }
}

TEST(Gazetteer, TellsWhatItKnowsOfAPlace) {
  const Result<Gazetteer> gazetteer = Gazetteer::Read(Small(), "g");
  ASSERT_TRUE(gazetteer.ok()) << gazetteer.error().message;
  const GazetteerPlace town = gazetteer->At(1);
  EXPECT_EQ(town.name, "Velbor");
  EXPECT_EQ(town.country, "KDR");
  EXPECT_DOUBLE_EQ(town.point.lat, 40.25);
  EXPECT_DOUBLE_EQ(town.point.lon, -20.5);
  EXPECT_EQ(town.population, 5000);
  EXPECT_EQ(town.geonames, 78);
  EXPECT_EQ(town.kind, GazetteerKind::kSeat);
  ASSERT_EQ(town.division, 0);
  ASSERT_EQ(gazetteer->PlaceOfDivision(0), 0U);
  EXPECT_EQ(gazetteer->At(0).kind, GazetteerKind::kDivision);
  EXPECT_EQ(gazetteer->At(2).division, -1);
  EXPECT_EQ(gazetteer->PlaceOfDivision(-1), std::nullopt);
  EXPECT_EQ(gazetteer->PlaceOfDivision(1), std::nullopt);
  ASSERT_TRUE(gazetteer->MiddleOf("KDR").has_value());
  EXPECT_DOUBLE_EQ(gazetteer->MiddleOf("KDR")->lat, 40);
  EXPECT_FALSE(gazetteer->MiddleOf("XXX").has_value());
  EXPECT_EQ(gazetteer->At(3).name, "");
}

TEST(Gazetteer, RefusesWhatIsNone) {
  EXPECT_EQ(ErrorOf("<html>not here</html>"),
            "gazetteer g: begins with '<htm', expected 'RAPG'; this is no gazetteer (or only a pointer to one)");
  EXPECT_EQ(ErrorOf(""),
            "gazetteer g: begins with '', expected 'RAPG'; this is no gazetteer (or only a pointer to one)");
  EXPECT_EQ(ErrorOf("RAPG"), "gazetteer g: cut short in its header; fetch it again");
}

TEST(Gazetteer, RefusesOtherVersions) {
  std::string newer = Small();
  newer[4] = 2;
  const Result<Gazetteer> read = Gazetteer::Read(newer, "g");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::kModelMismatch);
  EXPECT_EQ(read.error().message,
            "gazetteer g: format version 2 found, version 1 supported; the file was made for a newer rapporteur: use "
            "the one that came with this program");
}

TEST(Gazetteer, RefusesEveryTruncationAndEveryChangedByte) {
  const std::string whole = Small();
  for (size_t length = 0; length < whole.size(); ++length) {
    EXPECT_FALSE(Gazetteer::Read(whole.substr(0, length), "g").ok()) << length;
  }
  for (size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x20);
    EXPECT_FALSE(Gazetteer::Read(changed, "g").ok()) << at;
  }
  EXPECT_EQ(ErrorOf(whole + "x"), "gazetteer g: " + std::to_string(whole.size() + 1) +
                                      " bytes found, its header says " + std::to_string(whole.size()) +
                                      "; it is cut short or damaged, fetch it again");
}

// A wrong file whose checksum is right: refused, or searched without leaving it.
TEST(Gazetteer, IsSafeWithWrongContents) {
  const std::string whole = Small();
  int opened = 0;
  for (size_t at = 16; at < whole.size(); ++at) {
    for (const char value : {'\x00', '\x01', '\x7F', '\x80', '\xFF'}) {
      std::string rest = whole.substr(16);
      rest[at - 16] = value;
      const Result<Gazetteer> read = Gazetteer::Read(Sealed(rest), "g");
      if (!read.ok()) continue;
      ++opened;
      AskEverything(*read);
    }
  }
  EXPECT_GT(opened, 100);
  for (size_t length = 0; length + 16 < whole.size(); ++length) {
    const Result<Gazetteer> read = Gazetteer::Read(Sealed(whole.substr(16, length)), "g");
    if (read.ok()) AskEverything(*read);
  }
}

TEST(Gazetteer, TheShippedOneKnowsTheWorld) {
  std::ifstream in("lexicon/gazetteer.rapg", std::ios::binary);
  const Result<Gazetteer> shipped =
      Gazetteer::Read(std::string{std::istreambuf_iterator<char>(in), {}}, "lexicon/gazetteer.rapg");
  ASSERT_TRUE(shipped.ok()) << shipped.error().message;
  EXPECT_GT(shipped->size(), 200000U);
  ASSERT_FALSE(shipped->Find("zabadani").empty());
  EXPECT_EQ(shipped->At(shipped->Find("zabadani").front()).country, "SYR");
  ASSERT_FALSE(shipped->Find("springfield").empty());
  EXPECT_GT(shipped->Find("springfield").size(), 10U);
  ASSERT_FALSE(shipped->Find("allahabad").empty());
  EXPECT_EQ(shipped->At(shipped->Find("allahabad").front()).name, "Prayagraj");
  ASSERT_TRUE(shipped->MiddleOf("FRA").has_value());
  EXPECT_NEAR(shipped->MiddleOf("FRA")->lat, 46, 1);
}

}  // namespace
}  // namespace rapporteur
