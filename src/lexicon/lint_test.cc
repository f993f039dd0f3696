#include "lexicon/lint.h"

#include <gtest/gtest.h>

#include "lexicon/fixture.h"

namespace rapporteur {
namespace {

constexpr const char* kStates =
    "SYR\tSyria\t-\tSyrian\tDamascus\t-\tSY\t760\t652\t652\tQ858\nFRA\tFrance\t-\tFrench\tParis\t-"
    "\tFR\t250\t220\t220\tQ142\n";

std::vector<std::string> Lint(std::map<std::string, std::string> rows) {
  rows.emplace("states.tsv", kStates);
  const LexiconFixture fixture("lint", rows);
  const Result<LintReport> report = LintLexicon({fixture.path()});
  std::vector<std::string> texts;
  texts.reserve(report->problems.size());
  for (const LexiconProblem& problem : report->problems) {
    texts.push_back((problem.severity == Severity::kError ? "error: " : "warning: ") + problem.text());
  }
  EXPECT_EQ(report->errors + report->warnings, texts.size());
  return texts;
}

using Texts = std::vector<std::string>;

// What scores.tsv lists must have prose too.
constexpr const char* kAidProse =
    "AID\t-\tgive {} aid\tgive aid\tgiven aid\tsome aid\n"
    "AID\tmilitary\tgive {} arms\tgive arms\tgiven arms\tsome arms\n";

TEST(Lint, IsContentWithACleanLexicon) {
  EXPECT_EQ(Lint({{"groups.tsv", "SYR\tREB\tFront\tF\t2011\t2012-05\t-\n"},
                  {"places.tsv", "Paris\t-\tFRA\t48.85\t2.35\t-\t-\nDamascus\t-\tSYR\t33.5\t36.3\t-\t-\n"}}),
            Texts{});
}

TEST(Lint, TellsOfEveryFormatError) {
  EXPECT_EQ(Lint({{"agents.tsv", "soldier\tMIL\thuman\nX\tmil\tperson\n"}}),
            (Texts{"error: agents.tsv:2: column kind: found \"human\", expected person, group, organization or "
                   "population; see the file's header",
                   "error: agents.tsv:3: column sectors: found \"mil\", expected codes of three upper-case letters "
                   "apart by |; see the file's header",
                   "error: agents.tsv:3: column noun: found \"X\", expected lower case; write the dictionary form"}));
}

TEST(Lint, TellsOfKeysToldTwice) {
  EXPECT_EQ(
      Lint({{"agents.tsv", "soldier|troops\tMIL\tperson\ntroops\tMIL\tgroup\n"}}),
      (Texts{"error: agents.tsv:3: column noun: found \"troops\" again, expected each key once; it stands on line "
             "2, join the two"}));
}

TEST(Lint, TellsOfUnknownCodesAndSectors) {
  EXPECT_EQ(
      Lint({{"groups.tsv", "SYZ\tREB|SEP\tFront\t-\t-\t-\t-\nIMG\tREB\tArmy\t-\t-\t-\t-\n"}}),
      (Texts{"error: groups.tsv:2: column code: found \"SYZ\", expected a code of states.tsv or one of IGO UNO EUR "
             "NGO ISM IMG MNC; correct it or add the state",
             "error: groups.tsv:2: column sectors: found \"SEP\", expected a PLOVER sector (GOV MIL REB OPP LEG "
             "JUD …); correct it"}));
}

TEST(Lint, TellsOfTermsThatCannotBe) {
  EXPECT_EQ(Lint({{"offices.tsv",
                   "Anne Dole\t-\tFRA\tGOV\tpresident\t-\t2005-01-01\t2001\tf\t-\n"
                   "Bert Ames\t-\tFRA\tGOV\tprime minister\t-\t2001-01-01\t2005-06-01\tm\t-\n"
                   "Cora Lund\t-\tFRA\tGOV\tprime minister\t-\t2005-02-01\t2006-01-01\tf\t-\n"
                   "Ella Finn\t-\tSYR\tGOV\tpresident\t-\t2001\t2003\tf\t-\n"
                   "Fred Garn\t-\tSYR\tGOV\tpresident\t-\t2003\t-\tm\t-\n"
                   "Dirk Owen\t-\tFRA\tGOV\tprime minister\t-\t2010-01-01\t-\tm\t-\n"},
                  {"groups.tsv", "SYR\tREB\tFront\t-\t2012\t2011\t-\n"}}),
            (Texts{"error: groups.tsv:2: column to: found 2011-12-31, expected a day not before 2012-01-01 in column "
                   "from; check both",
                   "error: offices.tsv:2: column to: found 2001-12-31, expected a day not before 2005-01-01 in column "
                   "from; check both",
                   "warning: offices.tsv:4: found Cora Lund as prime minister of FRA from 2005-02-01 while Bert Ames "
                   "(line 3) holds it until 2005-06-01, expected one holder at a time; check the dates",
                   "warning: offices.tsv:7: found no prime minister of FRA from 2006-01-01 to 2010-01-01, expected the "
                   "term between; add it"}));
}

TEST(Lint, TellsOfNamesClaimedTwice) {
  EXPECT_EQ(
      Lint({{"states.tsv", std::string(kStates) + "GIN\tGuinea\tSyria\t-\tConakry\t-\tGN\t324\t438\t438\tQ1006\n"},
            {"groups.tsv", "FRA\tPTY\tFrance\t-\t-\t-\t-\nFRA\tPTY\tLeft\tLT\t-\t-\t-\nFRA\tPTY\tRight\tLT\t-\t-\t-\n"},
            {"places.tsv", "Guinea\t-\tFRA\t48.85\t2.35\t-\t-\n"}}),
      (Texts{"warning: groups.tsv:2: found \"France\", which states.tsv:3 has for a state, expected one kind of "
             "entry for a name; both readings stay possible",
             "warning: groups.tsv:4: found \"LT\", which groups.tsv:3 has for a body or group, expected one body "
             "of FRA for a name; take it out of one of the two",
             "warning: places.tsv:2: found \"Guinea\", which states.tsv:4 has for a state, expected one kind of "
             "entry for a name; both readings stay possible",
             "error: states.tsv:4: found \"Syria\", which states.tsv:2 has for a state, expected one state for a "
             "name; take it out of one of the two"}));
}

TEST(Lint, TellsOfFramesOutsideTheCodebook) {
  EXPECT_EQ(
      Lint({{"scores.tsv", "AID\t-\t-\tQ2\t7\t070\t-\nAID\tmilitary\t-\tQ2\t8\t072\t-\n"},
            {"prose.tsv", kAidProse},
            {"cameo.tsv", "070\t7\tProvide aid\n"},
            {"frames.tsv",
             "give\tverb\tAIDE\t-\t-\t-\tsubj\tto\t-\t-\nsend\tverb\tAID\tfood\t-\tobj\tsubj\tto\t-\t-\n"
             "ship\tverb\tAID\tmilitary\t077\tobj:arms|tank\tsubj\tto\t-\t-\n"
             "ship\tverb\tNONE\t-\t-\tobj:tank|arms\tsubj\tto\t-\t-\n"}}),
      (Texts{"error: frames.tsv:2: column type: found \"AIDE\", expected a type of scores.tsv or NONE; correct it",
             "error: frames.tsv:3: column mode: found \"food\", expected a mode that scores.tsv lists for AID; "
             "correct it or add it there",
             "error: frames.tsv:4: column cameo: found \"077\", expected a code of cameo.tsv; correct it or add it "
             "there",
             "warning: frames.tsv:5: column lemma: found \"ship\" with the conditions of line 4, expected others; "
             "the earlier line always wins"}));
}

TEST(Lint, TellsOfContextsThatCannotBe) {
  // Long messages run over lines. NOLINTBEGIN(bugprone-suspicious-missing-comma)
  EXPECT_EQ(
      Lint({{"scores.tsv", "AID\t-\t-\tQ2\t7\t070\t-\nAID\tmilitary\t-\tQ2\t8\t072\t-\n"},
            {"prose.tsv", kAidProse},
            {"contexts.tsv",
             "military\tevent\tAID military|AID food\t1\t-\t-\nmilitary\tword\tcease-fire\t1\tAIDE\t-\n"
             "crime\tunless\tmilitary|theft\t-\t-\t-\ncrime\tword\tgang|hit-man|hit man\t2\t-\t-\n"
             "military\tsides\tstates|rebels\t1\t-\t-\n"}}),
      (Texts{"error: contexts.tsv:2: column key: found \"AID food\", expected a type of scores.tsv, with a mode of "
             "it or alone; correct it",
             "error: contexts.tsv:3: column with: found \"AIDE\", expected a type of scores.tsv; correct it",
             "error: contexts.tsv:4: column key: found \"theft\", expected a context of this file; correct it",
             "warning: contexts.tsv:5: column key: found \"hit man\" again, expected each word once for a context; "
             "it stands on line 5",
             "error: contexts.tsv:6: column key: found \"rebels\", expected states; correct it"}));
  // NOLINTEND(bugprone-suspicious-missing-comma)
}

TEST(Lint, TellsOfTitlesWhoseOfficeNobodyHolds) {
  EXPECT_EQ(
      Lint({{"titles.tsv", "premier\tprime minister\tGOV\t-\nenvoy\t-\tGOV\t-\n"}}),
      (Texts{"warning: titles.tsv:2: column office: found \"prime minister\", expected an office that offices.tsv "
             "uses; name it as there, or write - for the title itself"}));
}

TEST(Lint, TellsOfAgreementsThatCannotBe) {
  // Long messages run over lines. NOLINTBEGIN(bugprone-suspicious-missing-comma)
  EXPECT_EQ(
      Lint({{"classes.tsv", "pact_peace\tpeace\n"},
            {"groups.tsv", "SYR\tREB\tSyrian Front\tSFR\t-\t-\t-\n"},
            {"agreements.tsv",
             "A Pact\t-\tA Town\tpeace\t2001-02-03\t2001-02-02\t-\tFRA|SFR|Some Front|*\tUNO\t-\t-\n"
             "B Pact\tB\tA Town\tpeace\t2001-02-03\t-\t-\tFRX\tABC\t-\t-\n"
             "B Pact\tB\tA Town\tpeace\t2002\t-\t-\tSYR\t-\t-\t-\n"}}),
      (Texts{
          "error: agreements.tsv:2: column until: found 2001-02-02, expected a day not before 2001-02-03 in column "
          "date; check both",
          "error: agreements.tsv:3: column parties: found \"FRX\", expected a code of states.tsv, one of IGO UNO EUR "
          "NGO ISM IMG MNC, or a known body; correct it or write its name in full",
          "error: agreements.tsv:3: column mediators: found \"ABC\", expected a code of states.tsv, one of IGO UNO "
          "EUR NGO ISM IMG MNC, or a known body; correct it or write its name in full",
          "warning: agreements.tsv:3: column keys: found \"A Town\", which the agreement of the same day on line 2 "
          "has, expected another day or word; no report's date tells them apart",
          "error: agreements.tsv:4: column name: found \"B Pact\" again, expected each key once; it stands on line "
          "3, join the two"}));
  // NOLINTEND(bugprone-suspicious-missing-comma)
}

TEST(Lint, FailsWithoutADirectory) {
  const Result<LintReport> report = LintLexicon({"/no/such"});
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.error().code, ErrorCode::kIo);
}

}  // namespace
}  // namespace rapporteur
