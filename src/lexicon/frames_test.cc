#include "lexicon/frames.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

constexpr std::string_view kHeader = "lemma\tpos\ttype\tmode\tcameo\twhen\tactor\trecipient\tstatus\tnote\n";

class FramesTest : public testing::Test {
 protected:
  void Read(const std::vector<std::string>& files) {
    std::vector<LexiconProblem> problems;
    std::vector<Table> class_tables{
        Table::Parse("classes.tsv", "class\tlemmas\narmed\tsoldier|@irregular\nirregular\trebel|non-state fighter\n",
                     {"class", "lemmas"}, problems)};
    const WordClasses classes = ReadWordClasses(class_tables, problems);
    std::vector<Table> tables;
    tables.reserve(files.size());
    for (const std::string& file : files) {
      tables.push_back(Table::Parse(
          "frames.tsv", std::string(kHeader) + file,
          {"lemma", "pos", "type", "mode", "cameo", "when", "actor", "recipient", "status", "note"}, problems));
    }
    table_ = FrameTable::Read(tables, classes, problems);
    for (const LexiconProblem& problem : problems) problems_.push_back(problem.text());
  }

  FrameTable table_;
  std::vector<std::string> problems_;
};

TEST_F(FramesTest, ReadsAFrameWithItsConditionsAndRoles) {
  Read(
      {"release\tverb\tRETREAT\trelease\t0841\tobj:@armed|hostage to:aid-worker !passive actorobj\tsubj|comp.subj\t"
       "obj.of|subj+obj+with|none\tfuture\tfrees\n"});
  EXPECT_TRUE(problems_.empty());
  ASSERT_EQ(table_.frames().size(), 1U);
  const Frame& frame = table_.frames()[0];
  EXPECT_EQ(frame.lemma, "release");
  EXPECT_EQ(frame.cameo, "0841");
  EXPECT_EQ(frame.status, FrameStatus::kFuture);
  EXPECT_EQ(frame.line, 2);
  ASSERT_EQ(frame.conditions.size(), 4U);
  EXPECT_EQ(frame.conditions[0].kind, ConditionKind::kObject);
  EXPECT_TRUE(frame.conditions[0].Takes("rebel"));
  EXPECT_TRUE(frame.conditions[0].Takes("hostage"));
  EXPECT_TRUE(frame.conditions[0].Takes("non-state fighter"));
  EXPECT_FALSE(frame.conditions[0].Takes("dog"));
  EXPECT_EQ(frame.conditions[1].kind, ConditionKind::kOblique);
  EXPECT_EQ(frame.conditions[1].prep, "to");
  EXPECT_TRUE(frame.conditions[1].Takes("aid worker"));
  EXPECT_TRUE(frame.conditions[2].negated);
  EXPECT_EQ(frame.conditions[2].kind, ConditionKind::kPassive);
  EXPECT_EQ(frame.conditions[3].kind, ConditionKind::kActorObject);
  ASSERT_EQ(frame.actor.size(), 2U);
  EXPECT_EQ(frame.actor[1], (RoleChoice{{{RoleKind::kComplement, ""}, {RoleKind::kSubject, ""}}}));
  ASSERT_EQ(frame.recipient.size(), 3U);
  EXPECT_EQ(frame.recipient[0], (RoleChoice{{{RoleKind::kObject, ""}, {RoleKind::kPreposition, "of"}}}));
  EXPECT_EQ(frame.recipient[1].size(), 3U);
  EXPECT_EQ(frame.recipient[2], (RoleChoice{{{RoleKind::kNone, ""}}}));
}

TEST_F(FramesTest, FindsWordsLightVerbsAndPhrases) {
  Read(
      {"hold+talk\tverb\tCONSULT\t-\t-\t-\tsubj\twith\t-\t-\n"
       "step down\tverb\tRETREAT\tresign\t-\t-\tsubj\t-\t-\t-\n"
       "air strike\tnoun\tASSAULT\taerial\t-\t-\tposs|by\ton\t-\t-\n"
       "strike\tverb\tASSAULT\t-\t-\t-\tsubj\tobj\t-\t-\n"
       "strike\tnoun\tPROTEST\tstrike\t-\t-\tposs|by\t-\t-\t-\n"});
  EXPECT_TRUE(problems_.empty());
  using Ids = std::vector<uint32_t>;
  EXPECT_EQ(table_.FindLight("hold", "talk"), Ids{0});
  EXPECT_TRUE(table_.FindLight("hold", "breath").empty());
  EXPECT_EQ(table_.FindPhrasal(FramePos::kVerb, "step"), Ids{1});
  EXPECT_EQ(table_.Find(FramePos::kVerb, "step down"), Ids{1});
  EXPECT_EQ(table_.Find(FramePos::kNoun, "air-strike"), Ids{2});
  EXPECT_EQ(table_.FindPhrasal(FramePos::kNoun, "strike"), Ids{2});
  EXPECT_EQ(table_.Find(FramePos::kVerb, "strike"), Ids{3});
  EXPECT_EQ(table_.Find(FramePos::kNoun, "strike"), Ids{4});
  EXPECT_TRUE(table_.Find(FramePos::kVerb, "hold").empty());
}

TEST_F(FramesTest, LaterDirectoriesReplaceRemoveAndAdd) {
  const std::string rest = "\tASSAULT\t-\t-\t-\tsubj\tobj\t-\t";
  const std::string shipped = "hit\tverb" + rest + "first\nkill\tverb" + rest + "-\nkill\tnoun" + rest + "-\n";
  const std::string user = "hit\tverb" + rest + "second\n!kill\tverb\nslap\tverb" + rest + "-\n";
  Read({shipped, user});
  EXPECT_TRUE(problems_.empty());
  ASSERT_EQ(table_.frames().size(), 3U);
  EXPECT_EQ(table_.frames()[0].note, "second");
  EXPECT_EQ(table_.Find(FramePos::kVerb, "slap"), std::vector<uint32_t>{1});  // before the shipped ones
  EXPECT_EQ(table_.frames()[2].lemma, "kill");
  EXPECT_EQ(table_.frames()[2].pos, FramePos::kNoun);
}

TEST_F(FramesTest, TellsWhatIsWrong) {
  Read({"Hit\tverb\tAssault\t-\t1\tobject obj:@nobody\tSubj\tobj\tmaybe\t-\n"});
  const std::vector<const char*> expected = {
      "column lemma: found \"Hit\", expected a lemma in lower case; write the dictionary form",
      "column type: found \"Assault\", expected a PLOVER type in upper case, or NONE",
      "column cameo: found \"1\", expected two to four digits; use the CAMEO code",
      "column when: found \"object\", expected a condition as the header lists them, apart by spaces",
      "column when: found \"@nobody\", expected a class of classes.tsv; add it there",
      "column when: found \"obj:@nobody\", expected name:lemma|lemma",
      "column actor: found \"Subj\", expected subj, obj, poss, comp.subj, a preposition or none, in lower case",
      "column status: found \"maybe\", expected -, hypothetical or future",
  };
  ASSERT_EQ(problems_.size(), expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(problems_[i], std::string("frames.tsv:2: ") + expected[i]);
  }
}

TEST(WordClasses, TellsOfAClassThatIsNotThere) {
  std::vector<LexiconProblem> problems;
  ReadWordClasses({Table::Parse("classes.tsv", "class\tlemmas\nloop\t@loop|@gone\n", {"class", "lemmas"}, problems)},
                  problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].text(), "classes.tsv:2: column lemmas: found \"@gone\", expected a class of this file; add it");
}

}  // namespace
}  // namespace rapporteur
