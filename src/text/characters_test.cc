#include "text/characters.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

TEST(Characters, MangledMarksReadAsWhatTheyWere) {
  const std::string text = "a\u00E2\u20AC\u2122s";  // a’s
  EXPECT_EQ(CodePointAt(text, 1).value, 0x2019U);
  EXPECT_EQ(CodePointAt(text, 1).bytes, 8U);
  EXPECT_EQ(CodePointBefore(text, 9).value, 0x2019U);
  EXPECT_EQ(CodePointBefore(text, 9).bytes, 8U);
  for (size_t at = 1; at < 9; ++at) EXPECT_EQ(CodePointFloor(text, at), 1U) << at;
  EXPECT_EQ(CodePointAt(text, 9).value, U's');
}

TEST(Characters, TwoMangledMarksInARowAreTwo) {
  const std::string text = "\u00E2\u20AC\u02DC\u00E2\u20AC\u02DC";  // ‘‘
  ASSERT_EQ(text.size(), 14U);
  EXPECT_EQ(CodePointAt(text, 0).bytes, 7U);
  EXPECT_EQ(CodePointBefore(text, 14).bytes, 7U);
  EXPECT_EQ(CodePointFloor(text, 13), 7U);
}

TEST(Characters, ALetterOrSignOfItsOwnIsNoMangledMark) {
  const std::string text = "\u00E2me, 5 \u20AC, \u00E2\u20ACx";
  EXPECT_EQ(CodePointAt(text, 0).value, 0xE2U);
  EXPECT_EQ(CodePointAt(text, text.find("\u20AC")).value, 0x20ACU);
  EXPECT_EQ(CodePointAt(text, text.rfind("\u00E2")).value, 0xE2U);
  EXPECT_EQ(CodePointAt("\u00E2\u20AC", 0).value, 0xE2U);
  EXPECT_EQ(MendMarks(text), text);
}

TEST(Characters, MendMarksPutsThemRight) {
  EXPECT_EQ(MendMarks("\u00E2\u20AC\u0153no\u00E2\u20AC\uFFFD \u00E2\u20AC\u201D he"), "\u201Cno\u201D \u2014 he");
  EXPECT_EQ(MendMarks(""), "");
}

}  // namespace
}  // namespace rapporteur
