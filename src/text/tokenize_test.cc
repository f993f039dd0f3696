#include "text/tokenize.h"

#include <gtest/gtest.h>

#include <string>

namespace rapporteur {
namespace {

// The words with a space between, | within a multiword token.
std::string Words(const std::string& text) {
  const auto forms = WordForms::Parse("");
  EXPECT_TRUE(forms.ok());
  std::vector<Word> words;
  Tokenizer(*forms).Tokenize(text, {0, static_cast<uint32_t>(text.size())}, &words);
  std::string out;
  for (const Word& word : words) {
    if (!out.empty()) out += word.inside_multi ? "|" : " ";
    out += word.span.of(text);
  }
  return out;
}

TEST(Tokenize, Contractions) {
  EXPECT_EQ(Words("They don't and can't, won't, cannot."), "They do|n't and ca|n't , wo|n't , can|not .");
  EXPECT_EQ(Words("We're sure he's gone; I'd've said."), "We|'re sure he|'s gone ; I|'d|'ve said .");
  EXPECT_EQ(Words("Russia\u2019s army isn\u2019t here"), "Russia|\u2019s army is|n\u2019t here");
  EXPECT_EQ(Words("gonna dont DON'T"), "gon|na do|nt DO|N'T");
  EXPECT_EQ(Words("the ministers' plan, the troops\u2019 pay"), "the ministers|' plan , the troops|\u2019 pay");
}

TEST(Tokenize, ApostrophesInsideNames) {
  EXPECT_EQ(Words("O'Hara met Shi'ite leaders in Sana'a at 5 o'clock"),
            "O'Hara met Shi'ite leaders in Sana'a at 5 o'clock");
  EXPECT_EQ(Words("the 1990's and the '60s, get 'em"), "the 1990's and the '60s , get 'em");
}

TEST(Tokenize, HyphensPartWordsButForPrefixes) {
  EXPECT_EQ(Words("a three-hour Kurdish-led raid"), "a three - hour Kurdish - led raid");
  EXPECT_EQ(Words("al-Assad, vice-president"), "al - Assad , vice - president");
  EXPECT_EQ(Words("co-operate, anti-war, non-aligned, re-elected"), "co-operate , anti-war , non-aligned , re-elected");
  EXPECT_EQ(Words("the 2015-16 talks\u2014late\u2014ended"), "the 2015 - 16 talks \u2014 late \u2014 ended");
  EXPECT_EQ(Words("call 713-853-3989 or 555-0199"), "call 713-853-3989 or 555-0199");
  EXPECT_EQ(Words("Jaish-e-Vell, the e-mail"), "Jaish - e - Vell , the e-mail");
  EXPECT_EQ(Words("pre- and post-war"), "pre- and post-war");
}

TEST(Tokenize, Figures) {
  EXPECT_EQ(Words("$3m, \u20AC50,000 and US$4.5bn"), "$ 3 m , \u20AC 50,000 and US$ 4.5 bn");
  EXPECT_EQ(Words("7:30pm, 50% of 5km on 11/28/2000, 1/2"), "7:30 pm , 50 % of 5 km on 11/28/2000 , 1/2");
  EXPECT_EQ(Words("the 20th, 1970s, F-16, #5 and +44"), "the 20th , 1970s , F - 16 , # 5 and +44");
  EXPECT_EQ(Words("in 1998,1999 and 13,14"), "in 1998 , 1999 and 13 , 14");
}

TEST(Tokenize, StopsOfAbbreviations) {
  EXPECT_EQ(Words("Mr. Okafor of the U.S. met Gen. J. P. Hale at 9 a.m. on Jan. 5."),
            "Mr. Okafor of the U.S. met Gen. J. P. Hale at 9 a.m. on Jan. 5 .");
  EXPECT_EQ(Words("It is no. 5, he said no."), "It is no. 5 , he said no .");
  EXPECT_EQ(Words("tanks, guns, etc., e.g. those"), "tanks , guns , etc. , e.g. those");
  EXPECT_EQ(Words("They lack vitamin C."), "They lack vitamin C .");
  EXPECT_EQ(Words("a U.S.-led raid"), "a U.S. - led raid");
}

TEST(Tokenize, Marks) {
  EXPECT_EQ(Words("Well... no \u2026 wait!! Why?!"), "Well ... no \u2026 wait !! Why ?!");
  EXPECT_EQ(Words("(the \u201Cbloc\u201D), [sic] and/or he"), "( the \u201C bloc \u201D ) , [ sic ] and / or he");
  EXPECT_EQ(Words("\"No,\" he -- or she -- said."), "\" No , \" he -- or she -- said .");
  EXPECT_EQ(Words("======== end"), "======== end");
}

TEST(Tokenize, AddressesAreOneWord) {
  EXPECT_EQ(Words("See https://example.org/a-b?c=d, or mail press.office@example.org."),
            "See https://example.org/a-b?c=d , or mail press.office@example.org .");
  EXPECT_EQ(Words("(www.example.org) example.com/news/1."), "( www.example.org ) example.com/news/1 .");
}

TEST(Tokenize, MissingSpaceAfterAStop) {
  EXPECT_EQ(Words("for the monitors.The next day."), "for the monitors . The next day .");
  EXPECT_EQ(Words("for all monitors.\u201D{"), "for all monitors . \u201D {");
}

TEST(Tokenize, SpaceAfter) {
  const auto forms = WordForms::Parse("");
  ASSERT_TRUE(forms.ok());
  const std::string text = "Stop, now";
  std::vector<Word> words;
  Tokenizer(*forms).Tokenize(text, {0, 9}, &words);
  ASSERT_EQ(words.size(), 3u);
  EXPECT_FALSE(words[0].space_after);
  EXPECT_TRUE(words[1].space_after);
  EXPECT_TRUE(words[2].space_after);  // the end of the text counts as space
}

TEST(Tokenize, OddInput) {
  EXPECT_EQ(Words(""), "");
  EXPECT_EQ(Words(" \t\r\n"), "");
  EXPECT_EQ(Words(std::string("a\0b", 3)), "a b");
  EXPECT_EQ(Words("\uFEFFHello"), "Hello");
  EXPECT_EQ(Words("'"), "'");
  EXPECT_EQ(Words("'s"), "'s");
  EXPECT_EQ(Words("n't"), "n't");
}

TEST(Tokenize, LongWordsAreCut) {
  const std::string text(1000, 'x');
  const auto forms = WordForms::Parse("");
  ASSERT_TRUE(forms.ok());
  std::vector<Word> words;
  Tokenizer(*forms).Tokenize(text, {0, 1000}, &words);
  uint32_t at = 0;
  for (const Word& word : words) {
    EXPECT_EQ(word.span.begin, at);
    EXPECT_LE(word.span.size(), kMaxWordBytes);
    at = word.span.end;
  }
  EXPECT_EQ(at, 1000u);
}

TEST(WordForms, ReadsItsFile) {
  const auto forms = WordForms::Parse("# a comment\nMaj\ttitle\r\ncannae\tjoined\tcan|nae\nfoo\tprefix\n");
  ASSERT_TRUE(forms.ok());
  EXPECT_EQ(forms->StopAfter("Maj"), StopRule::kTitle);
  EXPECT_EQ(forms->StopAfter("MAJ"), StopRule::kTitle);
  EXPECT_EQ(forms->StopAfter("maj"), StopRule::kNone);
  EXPECT_EQ(forms->PartsOf("Cannae"), (std::vector<uint8_t>{3}));
  EXPECT_TRUE(forms->IsPrefix("Foo"));
  EXPECT_FALSE(forms->IsPrefix("food"));
}

TEST(WordForms, SaysWhatIsWrong) {
  const auto unknown = WordForms::Parse("# x\nMr\tsalute\n");
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().code, ErrorCode::kLexicon);
  EXPECT_EQ(
      unknown.error().message,
      "abbreviations line 2: no class 'salute'; there are title, inner, middle, number, prefix, unit, joined, ending, "
      "date and credit");
  const auto parts = WordForms::Parse("gonna\tjoined\tgon|no\tx\nwanna\tjoined\twa\n");
  ASSERT_FALSE(parts.ok());
  EXPECT_EQ(parts.error().message,
            "abbreviations line 2: found parts 'wa', expected 'wanna' with | where it falls apart");
  EXPECT_FALSE(WordForms::Parse("justaform\n").ok());
}

}  // namespace
}  // namespace rapporteur
