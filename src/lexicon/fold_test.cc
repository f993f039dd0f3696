#include "lexicon/fold.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

TEST(FoldName, DropsCaseDiacriticsQuotesAndHyphens) {
  EXPECT_EQ(FoldName("Türkiye"), "turkiye");
  EXPECT_EQ(FoldName("al-Assad"), "al assad");
  EXPECT_EQ(FoldName("Nagorno\u2013Karabakh"), "nagorno karabakh");
  EXPECT_EQ(FoldName("Sana'a"), "sanaa");
  EXPECT_EQ(FoldName("Sana\u2019a"), "sanaa");
  EXPECT_EQ(FoldName("U.S."), "us");
  EXPECT_EQ(FoldName("Erdoğan"), "erdogan");
  EXPECT_EQ(FoldName("Łukasz Ørsted Æther"), "lukasz orsted aether");
  EXPECT_EQ(FoldName("Nguyễn Phú Trọng"), "nguyen phu trong");
  EXPECT_EQ(FoldName("İlham Əliyev"), "ilham aliyev");
  EXPECT_EQ(FoldName("Mu\u02BFammar"), "muammar");
  EXPECT_EQ(FoldName("e\u0301lite"), "elite");
  EXPECT_EQ(FoldName("Johnson & Sons"), "johnson and sons");
  EXPECT_EQ(FoldName("CPI (Maoist)"), "cpi maoist");
  EXPECT_EQ(FoldName("P5+1"), "p5+1");
  EXPECT_EQ(FoldName("Europe Now!"), "europe now");
  EXPECT_EQ(FoldName("Путин"), "Путин");
}

TEST(FoldUnits, JoinsWhatBeginsWithAnApostrophe) {
  const auto units = FoldUnits("'s");
  ASSERT_EQ(units.size(), 1U);
  EXPECT_TRUE(units[0].joined);
  EXPECT_EQ(FoldName("People 's Party"), "peoples party");
  EXPECT_EQ(FoldName("People's Party"), "peoples party");
  EXPECT_EQ(FoldName("al-'Arab"), "al arab");
}

TEST(FoldUnits, TellsSignsThatNoNameHas) {
  bool opaque = false;
  EXPECT_TRUE(FoldUnits(";", &opaque).empty());
  EXPECT_TRUE(opaque);
  EXPECT_TRUE(FoldUnits(",", &opaque).empty());
  EXPECT_FALSE(opaque);
  EXPECT_TRUE(FoldUnits("-", &opaque).empty());
  EXPECT_FALSE(opaque);
  EXPECT_TRUE(FoldUnits("\u201C", &opaque).empty());
  EXPECT_TRUE(opaque);
}

TEST(FoldUnits, KeepsWhereTheCapitalsWere) {
  EXPECT_EQ(UpperMask("IS"), 3U);
  EXPECT_EQ(UpperMask("I.S."), 3U);
  EXPECT_EQ(UpperMask("Is"), 1U);
  EXPECT_EQ(UpperMask("is"), 0U);
  EXPECT_EQ(UpperMask("Łódź"), 1U);
}

TEST(CutPossessive, CutsOneAtTheEnd) {
  EXPECT_EQ(CutPossessive("Russia's"), "Russia");
  EXPECT_EQ(CutPossessive("Russia\u2019s"), "Russia");
  EXPECT_EQ(CutPossessive("Houthis'"), "Houthis");
  EXPECT_EQ(CutPossessive("Houthis\u2019"), "Houthis");
  EXPECT_EQ(CutPossessive("Paris"), "Paris");
  EXPECT_EQ(CutPossessive("s"), "s");
  EXPECT_EQ(CutPossessive(""), "");
}

// The plain way beside the fast one: every short name over an alphabet that reaches all its branches.
TEST(FoldName, AgreesWithItsUnits) {
  const std::string alphabet = "aZ9 -.'s";
  for (size_t code = 0; code < 32768; ++code) {
    std::string name;
    for (size_t rest = code, i = 0; i < 5; ++i, rest /= 8) name += alphabet[rest % 8];
    std::string expected;
    for (const FoldedUnit& unit : FoldUnits(name)) {
      if (!expected.empty() && !unit.joined) expected += ' ';
      expected += unit.text;
    }
    ASSERT_EQ(FoldName(name), expected) << '"' << name << '"';
  }
}

// Broken and cut-off bytes must not be read past the end.
TEST(FoldName, TakesAnyBytes) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string bytes = {static_cast<char>(first), static_cast<char>(second)};
      EXPECT_LE(FoldName(bytes).size(), 8U);
      EXPECT_LE(CutPossessive(bytes).size(), 2U);
    }
  }
}

}  // namespace
}  // namespace rapporteur
