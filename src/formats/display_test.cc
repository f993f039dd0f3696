#include "formats/display.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

TEST(Display, Width) {
  EXPECT_EQ(DisplayWidth("Élysée"), 6);
  EXPECT_EQ(DisplayWidth("e\xCC\x81"), 1);    // e and a combining acute
  EXPECT_EQ(DisplayWidth("北京 talks"), 10);  // two wide characters
  EXPECT_EQ(DisplayWidth(""), 0);
  EXPECT_EQ(DisplayWidth(StyleMark(Style::kRed)), 0);
}

TEST(Display, OneLineKeepsNoCommandForTheTerminal) {
  EXPECT_EQ(OneLine(" a\r\n\tb  c\x1b[31m \x7f d\xC2\x9B"
                    "2J e\xE2\x80\xAE "),
            "a b c [31m d 2J e");
  EXPECT_EQ(OneLine(std::string_view("a\0b", 3)), "a b");
}

TEST(Display, Cut) {
  EXPECT_EQ(CutToWidth("Moscow", 6), "Moscow");
  EXPECT_EQ(CutToWidth("Moscow", 5), "Mosc…");
  EXPECT_EQ(CutToWidth("by a hand", 4), "by…");
  EXPECT_EQ(CutToWidth("北京", 3), "北…");
  EXPECT_EQ(CutToWidth("北京", 2), "…");
  EXPECT_EQ(CutToWidth("x", 0), "");
}

TEST(Display, Wrap) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(Wrap("the border stays open", 10), (Lines{"the border", "stays open"}));
  EXPECT_EQ(Wrap("the border stays open", 9, 2), (Lines{"the", "border s…"}));
  EXPECT_EQ(Wrap("abcdefgh", 3), (Lines{"abc", "def", "gh"}));
  EXPECT_EQ(Wrap("北京市", 2), (Lines{"北", "京", "市"}));
  EXPECT_EQ(Wrap("北", 1), (Lines{"北"}));
  EXPECT_EQ(Wrap(" \n", 5), (Lines{""}));
}

TEST(Display, EveryWrappedLineFits) {
  const std::string text = "“We’re aggrieved” – 北京 said, e\xCC\x81 supercalifragilistic words in ten small letters";
  for (int width = 2; width < 90; ++width) {
    std::string joined;
    for (const std::string& line : Wrap(text, width)) {
      EXPECT_LE(DisplayWidth(line), width);
      joined += line;
    }
    std::string plain = text;
    std::erase(plain, ' ');
    std::erase(joined, ' ');
    EXPECT_EQ(joined, plain) << width;
  }
}

TEST(Display, Rows) {
  std::string out;
  AppendRow({{"e1", 4}, {"one two three", 7}, {"[3]", 5, Style::kPlain, true}, {"", 9}}, 2, false, out);
  EXPECT_EQ(out, "  e1   one two   [3]\n       three\n");
  out.clear();
  AppendRow({{"北", 3, Style::kRed}, {"x", 1}}, 0, true, out);
  EXPECT_EQ(out, "\x1b[31m北\x1b[0m  x\n");
}

TEST(Display, StyleMarksBecomeColours) {
  EXPECT_EQ(WithStyleMarks("a " + StyleMark(Style::kGreen) + "b" + StyleMark(Style::kPlain)), "a \x1b[32mb\x1b[0m");
}

}  // namespace
}  // namespace rapporteur
