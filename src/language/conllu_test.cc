#include "language/conllu.h"

#include <gtest/gtest.h>

#include <string>

namespace rapporteur {
namespace {

std::string Row(const std::string& id, const std::string& form, const std::string& head,
                const std::string& misc = "_") {
  return id + "\t" + form + "\tlemma\tNOUN\tNN\tNumber=Sing\t" + head + "\t" + (head == "0" ? "root" : "nsubj:pass") +
         "\t_\t" + misc + "\n";
}

constexpr char kTwoSentences[] =
    "# newdoc id = envoy\n"
    "# newpar\n"
    "# sent_id = envoy-1\n"
    "# text = Envoy Ana Roe didn't come.\n"
    "1\tEnvoy\tenvoy\tNOUN\tNN\tNumber=Sing\t6\tnsubj\t_\t_\n"
    "2\tAna\tAna\tPROPN\tNNP\tNumber=Sing\t1\tappos\t_\tMention=B-person\n"
    "3\tRoe\tRoe\tPROPN\tNNP\tNumber=Sing\t2\tflat\t_\tMention=I-person\n"
    "4-5\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "4\tdid\tdo\tAUX\tVBD\tMood=Ind|Tense=Past\t6\taux\t_\t_\n"
    "5\tn't\tnot\tPART\tRB\tPolarity=Neg\t6\tadvmod\t_\t_\n"
    "6\tcome\tcome\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
    "7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "# sent_id = envoy-2\n"
    "# text = Why?\n"
    "1\tWhy\twhy\tADV\tWRB\tPronType=Int\t0\troot\t_\tSpaceAfter=No\n"
    "2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_\n"
    "\n";

TEST(ConlluTest, ReadsWordsAndTheirPlaces) {
  const auto read = ReadConllu(kTwoSentences);
  ASSERT_TRUE(read.ok()) << read.error().message;
  const ParsedReport& report = read->report;
  EXPECT_EQ(report.text.utf8, "Envoy Ana Roe didn't come.\n\nWhy? ");
  ASSERT_EQ(report.sentences.size(), 2u);
  const ParsedSentence& sentence = report.sentences[0];
  ASSERT_EQ(sentence.words.size(), 7u);
  for (const ParsedWord& word : sentence.words) EXPECT_EQ(word.span.of(report.text.utf8), word.form);
  EXPECT_EQ(sentence.span.of(report.text.utf8), "Envoy Ana Roe didn't come.");
  EXPECT_TRUE(sentence.words[3].starts_multi);
  EXPECT_FALSE(sentence.words[3].space_after);
  EXPECT_TRUE(sentence.words[4].inside_multi);
  EXPECT_TRUE(sentence.words[4].space_after);
  EXPECT_EQ(sentence.words[5].head, -1);
  EXPECT_EQ(sentence.words[1].rel, Rel::kAppos);
  EXPECT_EQ(sentence.words[3].feats, "Mood=Ind|Tense=Past");
  ASSERT_EQ(sentence.mentions.size(), 1u);
  EXPECT_EQ(sentence.mentions[0].first, 1);
  EXPECT_EQ(sentence.mentions[0].last, 2);
  EXPECT_EQ(report.sentences[1].paragraph, 1u);
}

TEST(ConlluTest, WritesWhatItRead) {
  const auto read = ReadConllu(kTwoSentences);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(WriteConllu(read->report, {"envoy"}), kTwoSentences);
}

TEST(ConlluTest, EmptyInAndOut) {
  const auto read = ReadConllu("\n# a comment\n\n");
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE(read->report.sentences.empty());
  EXPECT_EQ(WriteConllu(read->report), "");
}

TEST(ConlluTest, ControlBytesDoNotBreakLines) {
  ParsedReport report;
  report.text.utf8 = std::string("a\tb\0c", 5);
  ParsedSentence sentence;
  sentence.span = {0, 5};
  ParsedWord word;
  word.span = {0, 5};
  word.form = report.text.utf8;
  sentence.words.push_back(word);
  report.sentences.push_back(sentence);
  EXPECT_EQ(WriteConllu(report),
            "# newdoc\n# newpar\n# sent_id = 1\n# text = a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD"
            "c\n"
            "1\ta\xEF\xBF\xBD"
            "b\xEF\xBF\xBD"
            "c\t_\tX\t_\t_\t0\tdep\t_\t_\n\n");
}

TEST(ConlluTest, AcceptsCarriageReturnsEmptyNodesAndNoLastBlankLine) {
  const auto read = ReadConllu("1\ta\ta\tX\tX\t_\t0\troot\t_\t_\r\n1.1\tb\tb\tX\tX\t_\t_\t_\t0:root\t_\r\n");
  ASSERT_TRUE(read.ok()) << read.error().message;
  ASSERT_EQ(read->report.sentences.size(), 1u);
  EXPECT_EQ(read->report.sentences[0].words.size(), 1u);
}

struct BadCase {
  std::string bytes, message;
};

TEST(ConlluTest, ErrorsSayLineFoundAndExpected) {
  const BadCase cases[] = {
      {"# c\n1\ta\ta\n", "CoNLL-U, line 2: found 3 columns, expected 10, separated by tabs"},
      {Row("2", "a", "0"), "CoNLL-U, line 1: found ID '2', expected 1"},
      {Row("x", "a", "0"), "CoNLL-U, line 1: found ID 'x', expected 1"},
      {Row("1", "", "0"), "CoNLL-U, line 1: found an empty FORM, expected the word's form"},
      {Row("1", "a", "_"), "CoNLL-U, line 1: found HEAD '_', expected a number"},
      {Row("1", "a", "-1"), "CoNLL-U, line 1: found HEAD '-1', expected a number"},
      {Row("1", "a", "0") + Row("2", "b", "3") + "\n", "CoNLL-U, line 2: found HEAD 3, expected at most 2"},
      {Row("1", "a", "2") + Row("2", "b", "1") + "\n",
       "CoNLL-U, line 3: found heads that form a cycle in the sentence that ends here, expected a tree"},
      {Row("1", "a", "1"),
       "CoNLL-U, line 2: found heads that form a cycle in the sentence that ends here, expected a tree"},
      {Row("2-3", "ab", "_"), "CoNLL-U, line 1: found range '2-3', expected one that begins at 1"},
      {Row("1-2", "ab", "_") + Row("1", "a", "0"),
       "CoNLL-U, line 3: found the sentence's end, expected word 2 of a multiword token"},
      {Row("1", "a", "0", "Mention=I-person"),
       "CoNLL-U, line 1: found Mention='I-person', expected B- or, after the same type, I- with person, organization, "
       "place, event, other, time"},
  };
  for (const BadCase& bad : cases) {
    const auto read = ReadConllu(bad.bytes);
    ASSERT_FALSE(read.ok()) << bad.message;
    EXPECT_EQ(read.error().code, ErrorCode::kFormat);
    EXPECT_EQ(read.error().message, bad.message);
  }
}

}  // namespace
}  // namespace rapporteur
