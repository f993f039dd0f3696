#include "lexicon/contexts.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

const std::initializer_list<std::string_view> kColumns = {"context", "by", "key", "weight", "with", "note"};
const std::string kHeader = "context\tby\tkey\tweight\twith\tnote\n";

ContextTable Read(const std::string& rows, const std::string& user_rows = "") {
  std::vector<LexiconProblem> problems;
  std::vector<Table> tables = {Table::Parse("contexts.tsv", kHeader + rows, kColumns, problems)};
  if (!user_rows.empty()) tables.push_back(Table::Parse("mine/contexts.tsv", kHeader + user_rows, kColumns, problems));
  ContextTable table = ReadContexts(tables, problems);
  for (const LexiconProblem& problem : problems) ADD_FAILURE() << problem.text();
  return table;
}

// The phrases found, each with the contexts it speaks for: "military rule: pro_autocracy".
std::vector<std::string> Found(const ContextTable& table, const std::vector<std::string>& words) {
  std::vector<PhraseUnit> units;
  for (size_t w = 0; w < words.size(); ++w) AddPhraseUnits(words[w], words[w], static_cast<int>(w), units);
  std::vector<std::string> found;
  for (const PhraseHit& hit : table.FindPhrases(units)) {
    std::string says;
    for (int w = hit.first; w <= hit.last; ++w) says += (w > hit.first ? " " : "") + words[static_cast<size_t>(w)];
    says += ":";
    for (const uint32_t line : *hit.lines) says += " " + table.lines()[line].context;
    found.push_back(says);
  }
  return found;
}

using Strings = std::vector<std::string>;

TEST(Contexts, TheLongestPhraseTakesItsWords) {
  const ContextTable table = Read(
      "military\tword\tmilitary|army\t2\t-\t-\npro_autocracy\tword\tmilitary rule\t2\t-\t-\n"
      "-\tword\tsalvation army\t0\t-\t-\neconomic\tword\tarmy\t0.5\t-\t-\n");
  EXPECT_EQ(table.contexts(), (Strings{"military", "pro_autocracy", "economic"}));
  EXPECT_EQ(Found(table, {"Military", "rule", "by", "the", "army"}),
            (Strings{"Military rule: pro_autocracy", "army: military economic"}));
  EXPECT_EQ(Found(table, {"the", "Salvation", "Army", "and", "military", "bands"}), Strings{"military: military"});
  EXPECT_TRUE(Found(table, {"rule", "of", "law"}).empty());
}

TEST(Contexts, HyphensAndPossessivesAreWordsOfTheirOwn) {
  const ContextTable table = Read(
      "terrorism\tword\tal-qaeda|car bomb\t2\t-\t-\nrights_freedoms\tword\twomen's rights|workers' rights\t2\t-\t-\n");
  EXPECT_EQ(Found(table, {"al-Qaeda"}), Strings{"al-Qaeda: terrorism"});
  EXPECT_EQ(Found(table, {"al", "-", "Qaeda"}), Strings{"al - Qaeda: terrorism"});
  EXPECT_EQ(Found(table, {"a", "car-bomb"}), Strings{"car-bomb: terrorism"});
  EXPECT_EQ(Found(table, {"women", "\u2019s", "rights"}), Strings{"women \u2019s rights: rights_freedoms"});
  EXPECT_EQ(Found(table, {"workers", "'", "rights"}), Strings{"workers ' rights: rights_freedoms"});
}

TEST(Contexts, AUsersLineReplacesMutesAndRemoves) {
  const std::string shipped = "military\tword\ttank|army\t2\t-\t-\nhealth\tword\tvaccine\t2\t-\t-\n";
  const ContextTable table = Read(shipped,
                                  "military\tword\ttank|army\t0.5\t-\t-\n-\tword\ttank\t0\t-\t-\n!health\n"
                                  "cyber\tword\tworm\t2\tCOERCE\t-\n");
  ASSERT_EQ(table.lines().size(), 3U);
  EXPECT_EQ(table.lines()[0].file, "mine/contexts.tsv");
  EXPECT_DOUBLE_EQ(table.lines()[0].weight, 0.5);
  EXPECT_EQ(Found(table, {"a", "tank", "of", "the", "army"}), Strings{"army: military"});
  EXPECT_TRUE(Found(table, {"vaccine"}).empty());
  EXPECT_TRUE(table.lines()[2].IsFor("COERCE"));
  EXPECT_FALSE(table.lines()[2].IsFor("AID"));
}

TEST(Contexts, TellsWhatIsWrongWithALine) {
  std::vector<LexiconProblem> problems;
  ReadContexts({Table::Parse("contexts.tsv",
                             kHeader + "military\tphrase\tarmy\t2\t-\t-\nmilitary\tword\t-\t2\t-\t-\n"
                                       "military\tword\tarmy\t9\t-\t-\n-\tactor\tMIL\t1\t-\t-\n",
                             kColumns, problems)},
               problems);
  ASSERT_EQ(problems.size(), 4U);
  EXPECT_EQ(problems[0].text(),
            "contexts.tsv:2: column by: found \"phrase\", expected word, actor, recipient, side, event, cameo, sides, "
            "unless or mode; see the file's header");
  EXPECT_EQ(problems[1].text(), "contexts.tsv:3: column key: found nothing, expected a value; fill the cell");
  EXPECT_EQ(problems[2].text(),
            "contexts.tsv:4: column weight: found \"9\", expected a number from 0 to 4; write it with a decimal point");
  EXPECT_EQ(problems[3].text(),
            "contexts.tsv:5: column context: found \"-\", expected a context; only words can be muted");
}

}  // namespace
}  // namespace rapporteur
