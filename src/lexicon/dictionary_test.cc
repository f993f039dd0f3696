#include "lexicon/dictionary.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

using Strings = std::vector<std::string>;

std::string Show(const DateRange& range) {
  return (range.from ? range.from->iso() : "") + ".." + (range.to ? range.to->iso() : "");
}

// "Hamas|Harakat: PSEREBHMS" and its dates.
Strings Actors(const std::string& bytes, Strings* warnings = nullptr) {
  std::vector<LexiconProblem> problems;
  Strings all;
  for (const DictionaryActor& actor : ParseActorDictionary("a.actors", bytes, problems)) {
    std::string says;
    for (const DictionaryPhrase& phrase : actor.phrases) says += (says.empty() ? "" : "|") + phrase.text;
    says += ":";
    for (const DictionaryCode& code : actor.codes)
      says += " " + code.code + (code.dated() ? " " + Show(code.when) : "");
    all.push_back(says);
  }
  for (const LexiconProblem& problem : problems) {
    EXPECT_EQ(problem.severity, Severity::kWarning);
    if (warnings == nullptr) {
      ADD_FAILURE() << problem.text();
    } else {
      warnings->push_back(problem.text());
    }
  }
  return all;
}

TEST(Dictionary, KnowsItsFilesByName) {
  for (const char* name : {"my.actors", "Norvia.Actors.txt", "Lake.international.actors.140901.txt"})
    EXPECT_EQ(KindOfDictionary(name), DictionaryKind::kActors) << name;
  for (const char* name : {"my.agents", "Lake.agents.txt", "Lake.agents.140901.txt"})
    EXPECT_EQ(KindOfDictionary(name), DictionaryKind::kAgents) << name;
  for (const char* name : {"actors", "my.actors.tsv", "agents.tsv", "my.verbs.txt", "actors.txt", "notes.txt"})
    EXPECT_EQ(KindOfDictionary(name), DictionaryKind::kNone) << name;
}

TEST(Dictionary, ReadsDatesOfBothLengths) {
  EXPECT_EQ(ParseDictionaryDate("090120"), (Date{2009, 1, 20}));
  EXPECT_EQ(ParseDictionaryDate("300101"), (Date{1930, 1, 1}));
  EXPECT_EQ(ParseDictionaryDate("290101"), (Date{2029, 1, 1}));
  EXPECT_EQ(ParseDictionaryDate("19450703"), (Date{1945, 7, 3}));
  EXPECT_EQ(ParseDictionaryDate("20200231"), (Date{2020, 2, 29}));
  EXPECT_EQ(ParseDictionaryDate("20200000"), (Date{2020, 1, 1}));
  EXPECT_EQ(ParseDictionaryDate("2020"), std::nullopt);
  EXPECT_EQ(ParseDictionaryDate("9O0120"), std::nullopt);
}

TEST(Dictionary, ReadsActorsWithSynonymsAndDates) {
  EXPECT_EQ(Actors("# comment\n"
                   "LAKE_BRIGADES_(LKB)_ [NVAREB] # jd 12 Mar 13\n"
                   "+BRIGADES OF THE_LAKE_\n"
                   "\n"
                   "ADA_BRENN_  ; from a list\n"
                   "\t[NVAELI <950601]\n"
                   "    [NVAGOV 19950601 - 19990815]\n"
                   "\t[NVAREB > 990816]\n"
                   "\t[NVA]\n"
                   "JON_O'BRIEN_ [USAELI 770101-090119] [USAGOV 090120-170120]\n"
                   "U.N._ [IGOUNO]\n"
                   "un_[nva ]\n"
                   "EU_ [---]\n"),
            (Strings{"Lake Brigades|LKB|Brigades of the Lake: NVAREB",
                     "Ada Brenn: NVAELI ..1995-06-01 NVAGOV 1995-06-01..1999-08-15 NVAREB 1999-08-16.. NVA",
                     "Jon O'Brien: USAELI 1977-01-01..2009-01-19 USAGOV 2009-01-20..2017-01-20", "U.N.: IGOUNO",
                     "un: NVA", "EU: ---"}));
}

TEST(Dictionary, SkipsCommentsOfEveryKind) {
  EXPECT_EQ(
      Actors("\xEF\xBB\xBF<!-- head -->\r\nSELK [SLK] <!-- aside -->\r\n<!-- from here\nNORVIA [NVA]\nto here -->\n"
             "<! -- another -->\nOSTRAVIL [NVA]<!-- x -->; y\n"),
      (Strings{"SELK: SLK", "Ostravil: NVA"}));
}

TEST(Dictionary, TellsBrokenLinesAndGoesOn) {
  Strings warnings;
  EXPECT_EQ(Actors("+LOST [NVA]\n\t[NVAGOV]\nNORVIA\nSELK_LAND [SLKGOV\n+SELKS_LAND\n\t[SLK 99-01]\n\t[990101-010101]\n"
                   "\t[SLKMIL 200101-190101]\n\t[SLKGOV 190101-200101]\n\xFF [NVA]\nLAKE_LAND [LKE]",
                   &warnings),
            (Strings{"Selk Land|Selks Land: SLKGOV 2019-01-01..2020-01-01", "Lake Land: LKE"}));
  // Long messages run over lines. NOLINTBEGIN(bugprone-suspicious-missing-comma)
  EXPECT_EQ(
      warnings,
      (Strings{"a.actors:1: found \"+LOST\", expected a name without + before it; the line is left out",
               "a.actors:2: found a code without a name before it, expected a name on an earlier line; the line is "
               "left out",
               "a.actors:3: found no code for \"Norvia\", expected [CODE] after it or on a line of its own below "
               "it; the line is left out",
               "a.actors:4: found \"[SLKGOV\", expected ] after the code; the line is left out",
               "a.actors:6: found \"[SLK 99-01]\", expected dates as <950601, >19950601 or 090120-170120; the line "
               "is left out",
               "a.actors:7: found \"[990101-010101]\", expected a code as [USAGOV] or [USAGOV 090120-170120]; the "
               "line is left out",
               "a.actors:8: found \"[SLKMIL 200101-190101]\", expected dates as <950601, >19950601 or "
               "090120-170120; the line is left out",
               "a.actors:10: found bytes that are not UTF-8, expected UTF-8; the line is left out"}));
  // NOLINTEND(bugprone-suspicious-missing-comma)
}

TEST(Dictionary, ReadsAgentsWithPluralsAndMarks) {
  std::vector<LexiconProblem> problems;
  const auto agents = ParseAgentDictionary("a.agents",
                                           "!PERSON! = MAN, WOMEN\nLAKE_WARDEN [~COP] # x\nFERRY!PERSON! [~LAB]\n"
                                           "GOLDEN_GOOSE {GOLDEN_GEESE} [ ~AGR]\nPOLICE {} [~COP]\nAID SOCIETY [NGO~]\n"
                                           "HERMIT\n[~MIL]\nX!NONE! [~MIL]\nMONK [~]\n",
                                           problems);
  Strings all;
  for (const DictionaryAgent& agent : agents) {
    std::string says;
    for (const std::string& noun : agent.nouns) says += (says.empty() ? "" : "|") + noun;
    all.push_back(says + ": " + agent.code + (agent.before ? " before" : ""));
  }
  EXPECT_EQ(all, (Strings{"lake warden: COP", "ferryman|ferrywomen: LAB", "golden goose|golden geese: AGR",
                          "police: COP", "aid society: NGO before"}));
  ASSERT_EQ(problems.size(), 4U);
  EXPECT_EQ(problems[0].text(),
            "a.agents:7: found \"HERMIT\", expected a noun with its code as SOLDIER [~MIL]; the line is left out");
  EXPECT_EQ(problems[1].line, 8);
  EXPECT_EQ(
      problems[2].text(),
      "a.agents:9: found \"X!NONE! [~MIL]\", expected a mark that a line !MARK! = A, B says before it; the line is "
      "left out");
  EXPECT_EQ(problems[3].text(),
            "a.agents:10: found no code in \"MONK [~]\", expected one as [~MIL]; the line is left out");
}

}  // namespace
}  // namespace rapporteur
