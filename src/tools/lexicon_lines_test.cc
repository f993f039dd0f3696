#include "tools/lexicon_lines.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace rapporteur {
namespace {

TEST(LexiconLines, References) {
  const std::vector<LexiconReference> expected = {{"frames.tsv", 120},      {"offices.tsv", 88},
                                                  {"/home/me/my.tsv", 3},   {"cues.tsv", 9},
                                                  {"my own/groups.tsv", 4}, {"my own/a.actors.txt", 7}};
  EXPECT_EQ(
      FindLexiconReferences({"frame frames.tsv:120 meet verb CONSULT", "actor Kerry -> offices.tsv:88, again",
                             "frame /home/me/my.tsv:3 x", "frames.tsv:120", "cue (cues.tsv:9)", "a.tsv:", "b.tsv:0",
                             "organisation my own/groups.tsv:4", "code: \"X\" in my own/a.actors.txt:7"},
                            {"lexicon", "my own"}),
      expected);
}

TEST(LexiconLines, AreReadAsTheyStand) {
  const auto folder = std::filesystem::temp_directory_path() / "rapporteur-lexicon-lines";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "frames.tsv") << "# head\nmeet\tverb\tCONSULT\r\n";
  const std::string path = (folder / "frames.tsv").string();
  EXPECT_EQ(ReadLexiconLine({"frames.tsv", 2}, {"/no/such", folder.string()}), "meet | verb | CONSULT");
  EXPECT_EQ(ReadLexiconLine({path, 1}, {}), "# head");
  EXPECT_EQ(ReadLexiconLine({"frames.tsv", 3}, {folder.string()}), "");
  EXPECT_EQ(ReadLexiconLine({"other.tsv", 1}, {folder.string()}), "");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace rapporteur
