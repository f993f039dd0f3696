#include "text/decode.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/characters.h"

namespace rapporteur {
namespace {

using namespace std::string_literals;

ReportText Decode(std::string_view bytes, EncodingChoice choice = EncodingChoice::kDetect) {
  auto text = DecodeReport(bytes, {.encoding = choice});
  EXPECT_TRUE(text.ok());
  return text.ok() ? *text : ReportText{};
}

TEST(Decode, KeepsUtf8AsItIs) {
  const std::string text = "\xEF\xBB\xBFGeneva \u2014 \u201Ctalks\u201D\r\nnext\0line \U0001F54A\n"s;
  const ReportText decoded = Decode(text);
  EXPECT_EQ(decoded.utf8, text);
  EXPECT_EQ(decoded.encoding, Encoding::kUtf8);
  EXPECT_EQ(decoded.replaced_bytes, 0u);
}

TEST(Decode, EmptyIsEmpty) { EXPECT_EQ(Decode("").utf8, ""); }

// One U+FFFD for each maximal subpart, as in Python's bytes.decode('utf-8', 'replace').
TEST(Decode, ReplacesMaximalSubparts) {
  const ReportText decoded = Decode("a\xF0\x9F\x98z \xC3( \xE2\x82 \xED\xA0\x80 \xFF", EncodingChoice::kUtf8);
  EXPECT_EQ(decoded.utf8, "a\uFFFDz \uFFFD( \uFFFD \uFFFD\uFFFD\uFFFD \uFFFD");
  EXPECT_EQ(decoded.replaced_bytes, 3u + 1 + 2 + 3 + 1);
}

TEST(Decode, SeesWindows1252) {
  const ReportText decoded = Decode("\x93We won\x92t go,\x94 the caf\xE9 owner said \x96 twice\x85");
  EXPECT_EQ(decoded.encoding, Encoding::kWindows1252);
  EXPECT_EQ(decoded.utf8, "\u201CWe won\u2019t go,\u201D the caf\u00E9 owner said \u2013 twice\u2026");
  EXPECT_EQ(decoded.replaced_bytes, 0u);
}

TEST(Decode, SeesLatin1) {
  const ReportText decoded = Decode("The premier flew to S\xE3o Paulo and M\xFCnchen.");
  EXPECT_EQ(decoded.encoding, Encoding::kLatin1);
  EXPECT_EQ(decoded.utf8, "The premier flew to S\u00E3o Paulo and M\u00FCnchen.");
}

TEST(Decode, DamagedUtf8StaysUtf8) {
  const ReportText decoded = Decode("Z\u00FCrich, K\u00F6ln, Gen\u00E8ve \xFF and more");
  EXPECT_EQ(decoded.encoding, Encoding::kUtf8);
  EXPECT_EQ(decoded.replaced_bytes, 1u);
}

TEST(Decode, JunkIsNotWindows1252) {
  std::mt19937 random(7);
  std::string junk;
  for (int i = 0; i < 4000; ++i) junk.push_back(static_cast<char>(random() & 0xFFU));
  EXPECT_EQ(Decode(junk.insert(0, "x")).encoding, Encoding::kUtf8);
}

TEST(Decode, ForcedEncodingsDoNotGuess) {
  EXPECT_EQ(Decode("\xC3\xA9", EncodingChoice::kLatin1).utf8, "\u00C3\u00A9");
  EXPECT_EQ(Decode("\x80\x81", EncodingChoice::kWindows1252).utf8, "\u20AC\uFFFD");
  EXPECT_EQ(Decode("\x80\x81", EncodingChoice::kWindows1252).replaced_bytes, 1u);
  EXPECT_EQ(Decode("\x80", EncodingChoice::kLatin1).utf8, "\u0080");
}

TEST(Decode, Utf16ByItsMark) {
  EXPECT_EQ(Decode("\xFF\xFE"
                   "A\0\x14\x20="s +
                   "\xD8\x4A\xDD"s)
                .utf8,
            "A\u2014\U0001F54A");
  EXPECT_EQ(Decode("\xFE\xFF\0A\x20\x14"s).utf8, "A\u2014");
  EXPECT_EQ(Decode("\xFE\xFF\0A"s).encoding, Encoding::kUtf16);
}

TEST(Decode, Utf16DamageIsCounted) {
  const ReportText decoded = Decode(
      "\xFF\xFE"
      "A\0\x00\xDC\x00\xD8x"s);
  EXPECT_EQ(decoded.utf8, "A\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(decoded.replaced_bytes, 5u);
}

TEST(Decode, SaysTheLimit) {
  const auto text = DecodeReport("0123456789", {.max_bytes = 9});
  ASSERT_FALSE(text.ok());
  EXPECT_EQ(text.error().code, ErrorCode::kLimit);
  EXPECT_EQ(text.error().message, "report of 10 bytes, the limit is 9; split it into reports");
}

TEST(Decode, NamesEncodings) {
  EXPECT_EQ(*EncodingNamed("UTF-8"), EncodingChoice::kUtf8);
  EXPECT_EQ(*EncodingNamed("CP-1252"), EncodingChoice::kWindows1252);
  EXPECT_EQ(*EncodingNamed("ISO_8859-1"), EncodingChoice::kLatin1);
  EXPECT_EQ(*EncodingNamed("auto"), EncodingChoice::kDetect);
  const auto none = EncodingNamed("koi8-r");
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.error().message, "no encoding 'koi8-r'; there are utf-8, windows-1252, latin-1, utf-16 and auto");
}

// Whatever comes in, what goes out is valid UTF-8.
TEST(Decode, AlwaysGivesValidUtf8) {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    const size_t size = random() % 60;
    for (size_t i = 0; i < size; ++i)
      bytes.push_back(static_cast<char>(random() % 3 == 0 ? 'a' + random() % 26 : random()));
    for (const auto choice : {EncodingChoice::kDetect, EncodingChoice::kUtf8, EncodingChoice::kUtf16,
                              EncodingChoice::kWindows1252, EncodingChoice::kLatin1}) {
      const ReportText decoded = Decode(bytes, choice);
      EXPECT_EQ(Decode(decoded.utf8, EncodingChoice::kUtf8).replaced_bytes, 0u);
    }
  }
}

TEST(Characters, ReadForwardAndBack) {
  const std::string text = "a\u00E9\u2014\U0001F54A";
  EXPECT_EQ(CodePointAt(text, 1).value, U'\u00E9');
  EXPECT_EQ(CodePointAt(text, 3).bytes, 3u);
  EXPECT_EQ(CodePointBefore(text, text.size()).value, U'\U0001F54A');
  EXPECT_EQ(CodePointBefore(text, 3).value, U'\u00E9');
  EXPECT_EQ(CodePointBefore(text, 0).bytes, 0u);
  EXPECT_EQ(CodePointAt(text, text.size()).bytes, 0u);
  EXPECT_EQ(CodePointFloor(text, 4), 3u);
}

TEST(Characters, KnowCase) {
  EXPECT_EQ(LowerCase("\u00C9LYS\u00C9E \u0160E\u0160ELJ \u041F\u0443\u0442\u0438\u043D"),
            "\u00E9lys\u00E9e \u0161e\u0161elj \u043F\u0443\u0442\u0438\u043D");
  EXPECT_TRUE(IsUpper(U'\u0141'));
  EXPECT_FALSE(IsUpper(U'\u0142'));
  EXPECT_TRUE(IsLetter(U'\u0639'));
  EXPECT_FALSE(IsLetter(U'\u2014'));
  EXPECT_TRUE(IsSpace(U'\uFEFF'));
}

}  // namespace
}  // namespace rapporteur
