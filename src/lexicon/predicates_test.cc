#include "lexicon/predicates.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

TEST(Predicates, ReadsCuesAndFindsThem) {
  std::vector<LexiconProblem> problems;
  const std::initializer_list<std::string_view> columns = {"lemma", "pos", "kind", "addressee", "content", "note"};
  const std::string header = "lemma\tpos\tkind\taddressee\tcontent\tnote\n";
  const CueTable cues = ReadCues(
      {Table::Parse(
           "cues.tsv",
           header +
               "tell\tverb\tsay\tobj|to\t-\t-\npoint out\tverb\tsay\t-\tobj|prep:to\t-\nclaim\tnoun\tclaim\t-\t-\t-\n",
           columns, problems),
       Table::Parse("mine/cues.tsv", header + "tell\tverb\torder\t-\t-\t-\n!claim\nhint\tverb\tsay\t-\t-\t-\n", columns,
                    problems)},
      problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_EQ(cues.lines().size(), 3U);
  EXPECT_EQ(cues.lines()[0].kind, "order");
  EXPECT_EQ(cues.lines()[0].file, "mine/cues.tsv");
  EXPECT_EQ(cues.lines()[1].content, (std::vector<std::string>{"obj", "prep:to"}));
  using Ids = std::vector<uint32_t>;
  EXPECT_EQ(cues.Find(PredicatePos::kVerb, "tell"), Ids{0});
  EXPECT_EQ(cues.Find(PredicatePos::kVerb, "point-out"), Ids{1});
  EXPECT_EQ(cues.FindPhrasal(PredicatePos::kVerb, "point"), Ids{1});
  EXPECT_EQ(cues.Find(PredicatePos::kVerb, "hint"), Ids{2});
  EXPECT_TRUE(cues.Find(PredicatePos::kNoun, "claim").empty());
}

TEST(Predicates, ReadsEmbeddings) {
  std::vector<LexiconProblem> problems;
  const EmbeddingTable table = ReadEmbeddings(
      {Table::Parse(
          "embeddings.tsv",
          "lemma\tpos\tcomplement\tsubject_wants\tstatus\tpolarity\tnote\n"
          "refuse\tverb\txcomp|obj\tagainst\tnegated\tkeep\t-\nfail\tverb\txcomp\tsometimes\tnegated\tno\t-\n",
          {"lemma", "pos", "complement", "subject_wants", "status", "polarity", "note"}, problems)},
      problems);
  ASSERT_EQ(table.lines().size(), 1U);
  EXPECT_EQ(table.lines()[0].complement, (std::vector<std::string>{"xcomp", "obj"}));
  EXPECT_EQ(table.lines()[0].status, "negated");
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(
      problems[0].text(),
      "embeddings.tsv:3: column subject_wants: found \"sometimes\", expected for, against or -; see the file's header");
}

TEST(Predicates, ReadsScoresAndCodes) {
  std::vector<LexiconProblem> problems;
  const auto classes = ReadPloverClasses(
      {Table::Parse("scores.tsv", "type\tmode\tplover\tquad\tscore\tcameo\tnote\nAID\tfood\t-\tQ2\t7.4\t070\t-\n",
                    {"type", "mode", "plover", "quad", "score", "cameo", "note"}, problems)},
      problems);
  ASSERT_EQ(classes.size(), 1U);
  EXPECT_EQ(classes[0].quad, 2);
  EXPECT_DOUBLE_EQ(classes[0].score, 7.4);
  const auto codes = ReadCameoCodes(
      {Table::Parse("cameo.tsv", "code\tscore\tname\n0211\t3.4\tAppeal\n", {"code", "score", "name"}, problems)},
      problems);
  ASSERT_EQ(codes.size(), 1U);
  EXPECT_EQ(codes[0].code, "0211");
  EXPECT_TRUE(problems.empty());
}

}  // namespace
}  // namespace rapporteur
