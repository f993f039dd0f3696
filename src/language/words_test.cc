// Fold table, vocabulary and lemmas, on the tiny model's tables.
#include <gtest/gtest.h>

#include <string>

#include "language/fold.h"
#include "language/lemma.h"
#include "language/settings.h"
#include "language/test_model.h"
#include "language/vocabulary.h"

namespace rapporteur {
namespace {

class WordsTest : public testing::Test {
 protected:
  void SetUp() override {
    section_ = TinySection("fold");
    auto fold = FoldTable::Read(section_);
    ASSERT_TRUE(fold.ok()) << fold.error().message;
    fold_ = std::move(fold).value();
  }
  std::string Normal(std::string_view form) const {
    std::string normal, shape;
    fold_.NormalAndShape(form, normal, shape);
    return normal;
  }
  std::string Shape(std::string_view form) const {
    std::string normal, shape;
    fold_.NormalAndShape(form, normal, shape);
    return shape;
  }

  std::string section_;
  FoldTable fold_;
};

TEST_F(WordsTest, NormalForm) {
  EXPECT_EQ(Normal("London"), "london");
  EXPECT_EQ(Normal("Élysée"), "elysee");
  EXPECT_EQ(Normal("2019"), "0000");
  EXPECT_EQ(Normal("didn’t"), "didn't");
  EXPECT_EQ(Normal("…"), "...");
  EXPECT_EQ(Normal("北京"), "北京");
  EXPECT_EQ(Normal("a\u200Bb"), "ab");
  EXPECT_EQ(Normal(""), "");
}

TEST_F(WordsTest, Shape) {
  EXPECT_EQ(Shape("London"), "Aaa");
  EXPECT_EQ(Shape("2019"), "00");
  EXPECT_EQ(Shape("U.S."), "A.A.");
  EXPECT_EQ(Shape("北京北京"), "??");
  EXPECT_EQ(Shape("…"), ".");
  EXPECT_EQ(Shape("\u200B"), "");
}

TEST_F(WordsTest, BytesThatAreNotUtf8DoNoHarm) {
  for (const std::string form : {"\xff", "a\xc3", "\xe2\x80", "\xf0\x9f\x98", "\xc3\x28", "\x80"}) {
    EXPECT_EQ(Normal(form).empty(), false);
    EXPECT_FALSE(fold_.Plain(form).empty());
    EXPECT_FALSE(fold_.Lower(form).empty());
  }
}

TEST_F(WordsTest, PlainAndLower) {
  EXPECT_EQ(fold_.Plain("Élysée’s"), "Élysée's");
  EXPECT_EQ(fold_.Plain("“a\u200Bb”"), "\"ab\"");
  EXPECT_EQ(fold_.Plain("1939–45…"), "1939–45…");
  EXPECT_EQ(fold_.Lower("Élysée"), "élysée");
  EXPECT_EQ(fold_.Lower("ÉCOLE 9"), "école 9");
}

TEST_F(WordsTest, CodePointsRoundTrip) {
  for (const uint32_t code_point : {0x24u, 0xA2u, 0x20ACu, 0x1F600u}) {
    std::string text;
    AppendCodePoint(text, code_point);
    size_t at = 0;
    EXPECT_EQ(NextCodePoint(text, at), code_point);
    EXPECT_EQ(at, text.size());
  }
}

TEST_F(WordsTest, DamagedFoldTables) {
  EXPECT_FALSE(FoldTable::Read("").ok());
  EXPECT_FALSE(FoldTable::Read(section_.substr(0, section_.size() - 1)).ok());
  std::string disordered = section_;
  disordered[4] = '\x7f';
  EXPECT_EQ(FoldTable::Read(disordered).error().message, "model fold table: code points are not in order");
  std::string too_long = section_;
  too_long[4 + 9] = 7;
  EXPECT_EQ(FoldTable::Read(too_long).error().message, "model fold table: record 0 is damaged");
}

TEST_F(WordsTest, Features) {
  const auto settings = ReadSettings(TinySection("settings"));
  ASSERT_TRUE(settings.ok()) << settings.error().message;
  const auto vocabulary =
      Vocabulary::Read(fold_, *settings, "envoys\ngeneva\nin\nmet\nthe\n.\n", "envoys\ntalks\ntuesday\n");
  ASSERT_TRUE(vocabulary.ok()) << vocabulary.error().message;
  EXPECT_EQ(vocabulary->Features("Geneva").word, 2u);
  EXPECT_EQ(vocabulary->Features("Geneva").vector, 0u);
  EXPECT_EQ(vocabulary->Features("TALKS").vector, 2u);
  EXPECT_EQ(vocabulary->Features("unheard").word, 0u);
  // FNV-1a with its seed, by hand: prefix1 of "in" is "i", in 8 buckets.
  uint32_t hash = (2166136261u ^ 1u) * 16777619u;
  hash = (hash ^ static_cast<uint32_t>('i')) * 16777619u;
  EXPECT_EQ(vocabulary->Features("in").buckets[0], hash % 8);
  const auto short_list = Vocabulary::Read(fold_, *settings, "envoys\n", "envoys\ntalks\ntuesday\n");
  ASSERT_FALSE(short_list.ok());
  EXPECT_EQ(short_list.error().message, "model list 'words': 1 whole lines, the settings count 6");
}

TEST_F(WordsTest, Lemmas) {
  const std::string section = TinySection("lemma");
  const auto lemmas = Lemmatizer::Read(section, {"NNP"});
  ASSERT_TRUE(lemmas.ok()) << lemmas.error().message;
  EXPECT_EQ(lemmas->Lemma(fold_, "Men", "NNS"), "man");           // table, in lower case
  EXPECT_EQ(lemmas->Lemma(fold_, "US", "NNP"), "United States");  // cased
  EXPECT_EQ(lemmas->Lemma(fold_, "us", "NNP"), "us");
  EXPECT_EQ(lemmas->Lemma(fold_, "envoys", "NNS"), "envoy");
  EXPECT_EQ(lemmas->Lemma(fold_, "parties", "NNS"), "party");     // the longest suffix
  EXPECT_EQ(lemmas->Lemma(fold_, "sheep", "NNS"), "sheep");       // the empty suffix
  EXPECT_EQ(lemmas->Lemma(fold_, "demandé", "VBD"), "demander");  // code points, not bytes
  EXPECT_EQ(lemmas->Lemma(fold_, "said", "VBD"), "said");         // no rule
  EXPECT_EQ(lemmas->Lemma(fold_, "O’Neill", "NNP"), "O'Neill");
  EXPECT_EQ(lemmas->Lemma(fold_, "", "NNS"), "");
}

TEST_F(WordsTest, DamagedLemmas) {
  for (const char* section : {"X\ta\tb\tc\n", "T\ta\tb\n", "R\ta\tb\tx\tc\n", "R\ta\tb\t-1\tc\n", "R\ta\tb\t1\n", "\n",
                              "T\ta\tb\tc\td\te\n"}) {
    const auto lemmas = Lemmatizer::Read(section, {});
    ASSERT_FALSE(lemmas.ok()) << section;
    EXPECT_EQ(lemmas.error().message,
              "model lemmas, line 1: expected 'T xpos base lemma' or 'R xpos suffix strip add', apart by tabs");
  }
  const auto strips_more = Lemmatizer::Read("R\tNN\t\t5\tx\n", {});  // than the word has: the rule is not for it
  ASSERT_TRUE(strips_more.ok());
  EXPECT_EQ(strips_more->Lemma(fold_, "abc", "NN"), "abc");
  EXPECT_EQ(strips_more->Lemma(fold_, "abcdef", "NN"), "ax");
}

}  // namespace
}  // namespace rapporteur
