#include "lexicon/table.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

std::vector<std::string> ProblemsOf(std::string_view bytes) {
  std::vector<LexiconProblem> problems;
  Table::Parse("groups.tsv", bytes, {"code", "name"}, problems);
  std::vector<std::string> texts;
  texts.reserve(problems.size());
  for (const LexiconProblem& problem : problems) texts.push_back(problem.text());
  return texts;
}

TEST(Table, ReadsRowsWithTheirLines) {
  std::vector<LexiconProblem> problems;
  const Table table = Table::Parse("groups.tsv", "# what it is\n\ncode\tname\r\nCOL\tFARC\n# in between\n!COL\nDEU\t-",
                                   {"code", "name"}, problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_EQ(table.rows().size(), 3U);
  EXPECT_EQ(table.rows()[0].line, 4);
  EXPECT_EQ(table.cell(table.rows()[0], 1), "FARC");
  EXPECT_TRUE(table.rows()[1].removes);
  EXPECT_EQ(table.cell(table.rows()[1], 0), "COL");
  EXPECT_EQ(table.rows()[2].line, 7);
  EXPECT_EQ(table.cell(table.rows()[2], 1), "");
}

TEST(Table, TellsOfEveryBrokenLine) {
  EXPECT_EQ(ProblemsOf("code\tname\nCOL\nPER\ta\tb\n"),
            (std::vector<std::string>{
                "groups.tsv:2: found 1 cell, expected 2; write - for an empty one and put one tab between cells",
                "groups.tsv:3: found 3 cells, expected 2; write - for an empty one and put one tab between cells"}));
}

TEST(Table, TellsOfOtherColumns) {
  EXPECT_EQ(ProblemsOf("code\tsector\n"),
            (std::vector<std::string>{"groups.tsv:1: found the columns \"code\tsector\", expected code name; name them "
                                      "in this order, apart by tabs"}));
  EXPECT_EQ(ProblemsOf("# nothing\n"),
            (std::vector<std::string>{"groups.tsv: found no line that names the columns, expected code name; add it"}));
}

TEST(Table, TellsOfBytesThatAreNotUtf8) {
  EXPECT_EQ(ProblemsOf("code\tname\nCOL\tEj\xE9rcito\n"),
            (std::vector<std::string>{
                "groups.tsv:2: found the byte 0xE9 at column 7, expected UTF-8; save the file as UTF-8"}));
}

TEST(Table, SplitsLists) {
  EXPECT_EQ(SplitList("a | b||c"), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_TRUE(SplitList("").empty());
}

TEST(FindBadUtf8, KnowsWhatUtf8Is) {
  EXPECT_EQ(FindBadUtf8("Türkiye \xF0\x9F\x87\xB9"), std::string_view::npos);
  EXPECT_EQ(FindBadUtf8("a\xC0\xAF"), 1U);         // overlong
  EXPECT_EQ(FindBadUtf8("\xED\xA0\x80"), 0U);      // surrogate
  EXPECT_EQ(FindBadUtf8("ab\xE2\x82"), 2U);        // cut off
  EXPECT_EQ(FindBadUtf8("\xF4\x90\x80\x80"), 0U);  // beyond U+10FFFF
}

TEST(ReadWholeFile, TellsWhichFileIsMissing) {
  const auto result = ReadWholeFile("/no/such/file.tsv");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().code, ErrorCode::kIo);
  EXPECT_EQ(result.error().message, "/no/such/file.tsv: cannot be read (No such file or directory); check the path");
}

}  // namespace
}  // namespace rapporteur
