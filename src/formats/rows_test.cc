#include "formats/rows.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

TEST(CellText, NothingBreaksARow) {
  EXPECT_EQ(CellText("a\tb\nc\r\nd"), "a b c d");
  EXPECT_EQ(CellText("  at\t\tthe ends \n"), "at the ends");
  EXPECT_EQ(CellText(std::string_view("nul\0bell\adel\x7F", 13)), "nul bell del");
  EXPECT_EQ(CellText("next\xC2\x85line\xE2\x80\xA8separator\xE2\x80\xA9paragraph\vform\ffeed\x1Cunit\x1D"),
            "next line separator paragraph form feed unit");
  EXPECT_EQ(CellText("São Tomé – “lake”"), "São Tomé – “lake”");
  EXPECT_EQ(CellText("bad \xFF byte"), "bad \xEF\xBF\xBD byte");
  EXPECT_EQ(CellText("\xC2"), "\xEF\xBF\xBD");
  EXPECT_EQ(CellText(" \t\n"), "");
}

TEST(NumberText, ShortestForm) {
  EXPECT_EQ(NumberText(2.5), "2.5");
  EXPECT_EQ(NumberText(-10), "-10");
  EXPECT_EQ(NumberText(-0.0000001), "0");
  EXPECT_EQ(NumberText(36.123456), "36.12346");
  EXPECT_EQ(NumberText(2013.00274, 4), "2013.0027");
  EXPECT_EQ(NumberText(1e15), "1000000000000000");
  EXPECT_EQ(NumberText(0.0 / 0.0), "");
}

TEST(RowWriter, Tabs) {
  RowWriter row(RowStyle::kTabs, "None");
  row.Text("\"moderate\" rebels\there").Text("").Int(-3).Number(1.5).Texts({"GOV", "", "MIL"}, "; ").Texts({}, ";");
  row.Empty(2).EndLine();
  row.Text("next").EndLine();
  EXPECT_EQ(row.Take(), "'moderate' rebels here\tNone\t-3\t1.5\tGOV; MIL\tNone\tNone\tNone\nnext\n");
}

TEST(RowWriter, AnEmptyFirstCellKeepsItsPlace) {
  RowWriter row(RowStyle::kTabs);
  row.Empty().Text("b").EndLine();
  row.Text("").Text("d").EndLine();
  EXPECT_EQ(row.Take(), "\tb\n\td\n");
}

TEST(RowWriter, Commas) {
  RowWriter row(RowStyle::kCommas);
  row.Text("a, b").Text("say \"no\"").Text("two\nlines").Empty().EndLine();
  EXPECT_EQ(row.Take(), "\"a, b\",\"say \"\"no\"\"\",two lines,\n");
}

}  // namespace
}  // namespace rapporteur
