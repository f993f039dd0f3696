#include "coding/contexts.h"

#include <gtest/gtest.h>

#include "coding/coded_text.h"
#include "lexicon/fixture.h"

namespace rapporteur {
namespace {

using Strings = std::vector<std::string>;

const char kTwoClauses[] = "Police arrested nine smugglers in the hills, and the army closed the road.";

// An event of the sentence above, by its trigger, with the contexts that `rows` of contexts.tsv give it.
Event Read(const std::string& rows, const std::string& trigger, int title = -1) {
  const ParsedText text(kTwoClauses);
  const LexiconFixture fixture("coding_contexts", {{"contexts.tsv", rows}});
  const Result<Lexicon> lexicon = Lexicon::Open({fixture.path()});
  EXPECT_TRUE(lexicon.ok());
  Event event;
  event.type = trigger == "arrested" ? "COERCE" : "MOBILIZE";
  event.mode = trigger == "arrested" ? "arrest" : "";
  event.cameo = "173";
  const auto at = static_cast<uint32_t>(text.report().text.utf8.find(trigger));
  event.evidence.push_back({"trigger", {at, at + static_cast<uint32_t>(trigger.size())}});
  std::vector<Event> events = {event};
  GiveContexts({text.report().text.utf8, text.trees(), *lexicon, title}, events);
  return events.front();
}

TEST(CodedContexts, OfTheShippedTables) {
  const CodedText coded(kTwoClauses);
  ASSERT_EQ(coded.items().events.size(), 2U);
  EXPECT_EQ(coded.items().events[0].contexts, Strings{"trafficking"});
  EXPECT_EQ(coded.items().events[1].contexts, Strings{"military"});
}

TEST(CodedContexts, WordsOfTheOwnClauseCountInFull) {
  const std::string rows = "trafficking\tword\tsmuggler\t1\t-\t-\nmilitary\tword\tarmy\t2\t-\t-\n";
  const Event arrest = Read(rows, "arrested");
  EXPECT_EQ(arrest.contexts, Strings{"trafficking"});  // the army's 0.4 * 2 are not enough
  EXPECT_EQ(arrest.by.steps, Strings{"context trafficking (1): \"smugglers\" contexts.tsv:2"});
  EXPECT_EQ(Read(rows, "closed").contexts, Strings{"military"});
  EXPECT_EQ(Read("military\tword\tarmy\t3\t-\t-\n", "arrested").by.steps,
            Strings{"context military (1.2): \"army\", elsewhere in the sentence contexts.tsv:2"});
}

TEST(CodedContexts, LinesAddUpButNoneTwice) {
  EXPECT_TRUE(Read("crime\tword\tpolice|smuggler\t0.5\t-\t-\n", "arrested").contexts.empty());
  EXPECT_EQ(Read("crime\tword\tpolice\t0.5\t-\t-\ncrime\tevent\tCOERCE arrest\t0.5\t-\t-\n", "arrested").contexts,
            Strings{"crime"});
  EXPECT_EQ(Read("crime\tcameo\t17\t1\tCOERCE\t-\n", "arrested").contexts, Strings{"crime"});
  EXPECT_TRUE(Read("crime\tcameo\t17\t1\tACCUSE\t-\n", "arrested").contexts.empty());
}

TEST(CodedContexts, ACloserOneTakesTheWiderAway) {
  const Event event =
      Read("crime\tword\tpolice\t2\t-\t-\ncrime\tunless\ttrafficking\t-\t-\t-\ntrafficking\tword\tsmuggler\t2\t-\t-\n",
           "arrested");
  EXPECT_EQ(event.contexts, Strings{"trafficking"});
  EXPECT_EQ(event.by.steps.front(), "no context crime: another says it more closely, contexts.tsv:3");
}

TEST(CodedModes, AreRefinedByTheClausesWords) {
  const std::string rows =
      "seize\tmode\tarmy|hill\t1\tCOERCE arrest\t-\ndeport\tmode\tsmuggler\t1\tCOERCE|COERCE ban\t-\n"
      "restrict\tmode\tarmy\t1\tMOBILIZE\t-\n";
  const ParsedText text(kTwoClauses);
  const LexiconFixture fixture("coding_modes", {{"contexts.tsv", rows},
                                                {"scores.tsv",
                                                 "COERCE\t-\t-\tQ4\t-7\t170\t-\n"
                                                 "COERCE\tseize\t-\tQ4\t-7\t171\t-\n"}});
  const Result<Lexicon> lexicon = Lexicon::Open({fixture.path()});
  ASSERT_TRUE(lexicon.ok());
  std::vector<Event> events(2);
  for (Event& event : events) {
    event.type = "COERCE";
    event.cameo = "173";
    event.evidence.push_back({"trigger", {7, 15}});  // arrested
  }
  events[0].mode = "arrest";
  GiveContexts({text.report().text.utf8, text.trees(), *lexicon, -1}, events);
  EXPECT_TRUE(events[0].contexts.empty());  // words of modes are none of contexts
  RefineModes({text.report().text.utf8, text.trees(), *lexicon, -1}, events);
  EXPECT_EQ(events[0].mode, "seize");  // by the hills of its own clause, not by the army of the next
  EXPECT_EQ(events[0].cameo, "171");
  EXPECT_EQ(events[0].by.steps, Strings{"mode seize: \"hills\" contexts.tsv:2"});
  EXPECT_EQ(events[1].mode, "deport");
}

TEST(CodedScales, FollowTypeModeAndCode) {
  Event known, other_mode, unknown;
  known.type = other_mode.type = "AID";
  known.mode = "military";
  known.cameo = "0721";
  other_mode.mode = "food";
  unknown.type = "CRIME";
  const LexiconFixture fixture("scales",
                               {{"scores.tsv", "AID\t-\t-\tQ2\t7\t070\t-\nAID\tmilitary\t-\tQ2\t8.5\t072\t-\n"},
                                {"cameo.tsv", "070\t6\tProvide aid\n072\t8\tProvide military aid\n"}});
  const Result<Lexicon> lexicon = Lexicon::Open({fixture.path()});
  ASSERT_TRUE(lexicon.ok());
  std::vector<Event> events = {known, other_mode, unknown};
  GiveScales(*lexicon, events);
  EXPECT_EQ(events[0].quad, 2);
  EXPECT_DOUBLE_EQ(events[0].score, 8.5);
  EXPECT_EQ(events[0].cameo, "0721");  // the frame's stays; its score is that of the code it refines
  EXPECT_DOUBLE_EQ(events[0].goldstein, 8);
  EXPECT_EQ(events[0].by.steps,
            Strings{"quad class 2, score 8.5 scores.tsv:3; CAMEO 0721 Provide military aid, Goldstein 8 cameo.tsv:3"});
  EXPECT_EQ(events[1].cameo, "070");
  EXPECT_DOUBLE_EQ(events[1].score, 7);
  EXPECT_EQ(events[2].quad, 0);
  EXPECT_TRUE(events[2].cameo.empty());
}

}  // namespace
}  // namespace rapporteur
