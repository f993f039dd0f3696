#include "lexicon/prose.h"

#include <gtest/gtest.h>

#include "lexicon/fixture.h"
#include "lexicon/lint.h"

namespace rapporteur {
namespace {

TEST(VerbForms, RegularAndIrregular) {
  const VerbForms forms = ProseTable::Open({"lexicon"}).value().verbs();
  EXPECT_EQ(forms.Past("call"), "called");
  EXPECT_EQ(forms.Past("arrive"), "arrived");
  EXPECT_EQ(forms.Past("carry"), "carried");
  EXPECT_EQ(forms.Past("deploy"), "deployed");
  EXPECT_EQ(forms.Past("withdraw"), "withdrew");
  EXPECT_EQ(forms.Participle("withdraw"), "withdrawn");
  EXPECT_EQ(forms.Past("ban"), "banned");
  EXPECT_EQ(forms.Ing("ban"), "banning");
  EXPECT_EQ(forms.Ing("strike"), "striking");
  EXPECT_EQ(forms.Ing("agree"), "agreeing");
  EXPECT_EQ(forms.Ing("lie"), "lying");
  EXPECT_EQ(VerbForms::Third("veto"), "vetoes");
  EXPECT_EQ(VerbForms::Third("carry"), "carries");
  EXPECT_EQ(VerbForms::Third("meet"), "meets");
}

TEST(ProseTable, LaterLinesReplaceEarlierOnes) {
  const LexiconFixture own("prose", {{"prose.tsv",
                                      "CONSULT\t-\tparley with {}\tparley\tdrawn into a parley\ta parley\n"
                                      "!AID\t-\t-\t-\t-\t-\n"},
                                     {"verb_forms.tsv", "parley\tparlied\tparlied\t-\n"}});
  const auto table = ProseTable::Open({"lexicon", own.path()});
  ASSERT_TRUE(table.ok()) << table.error().message;
  EXPECT_EQ(table->Find("CONSULT", "")->alone, "parley");
  EXPECT_EQ(table->Find("CONSULT", "nothing"), table->Find("CONSULT", ""));
  EXPECT_EQ(table->Find("AID", "military"), nullptr);
  EXPECT_EQ(table->verbs().Past("parley"), "parlied");
}

TEST(ProseTable, BrokenLines) {
  const LexiconFixture own("prose_broken", {{"prose.tsv", "CONSULT\t-\tparley\ttalk\t-\tparley\n"}});
  const auto table = ProseTable::Open({"lexicon", own.path()});
  ASSERT_FALSE(table.ok());
  EXPECT_NE(table.error().message.find("prose.tsv:2: column passive: found nothing"), std::string::npos)
      << table.error().message;
  EXPECT_FALSE(ProseTable::Open({own.path() + "/none"}).ok());
}

TEST(ProseTable, LintTellsTypesWithoutProse) {
  const LexiconFixture own(
      "prose_lint",
      {{"scores.tsv", "CONSULT\t-\t-\tQ1\t2.5\t-\tmeets\nAID\t-\t-\tQ2\t10\t-\tgives\n"},
       {"prose.tsv", "CONSULT\t-\tmeet {}\tmeet\tmet\ta meeting\nCONSULT\tdream\tmeet {}\tmeet\tmet\ta meeting\n"}});
  const auto report = LintLexicon({own.path()});
  ASSERT_TRUE(report.ok());
  std::string told;
  for (const LexiconProblem& problem : report->problems) told += problem.text() + "\n";
  EXPECT_NE(told.find("prose.tsv: found no line for AID -"), std::string::npos) << told;
  EXPECT_NE(told.find("prose.tsv:3: column mode: found \"CONSULT dream\""), std::string::npos) << told;
  EXPECT_EQ(told.find("found no line for CONSULT -"), std::string::npos) << told;
}

}  // namespace
}  // namespace rapporteur
