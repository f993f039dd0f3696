#include "text/segment.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "text/characters.h"
#include "text/decode.h"
#include "text/sentences.h"
#include "text/tokenize.h"

namespace rapporteur {
namespace {

using Texts = std::vector<std::string>;

SegmentedReport Segment(const std::string& text, std::string_view weights = {}) {
  const auto segmenter = Segmenter::Create({.weights = weights});
  EXPECT_TRUE(segmenter.ok());
  ReportText report;
  report.utf8 = text;
  auto segmented = segmenter->Segment(report);
  EXPECT_TRUE(segmented.ok());
  return std::move(segmented).value();
}

Texts Sentences(const std::string& text) {
  Texts out;
  for (const SentenceText& sentence : Segment(text).sentences) out.emplace_back(sentence.span.of(text));
  return out;
}

// Kind by a letter: p prose, h headline, d dateline, b byline; and the number of the paragraph.
Texts Kinds(const std::string& text) {
  Texts out;
  for (const SentenceText& s : Segment(text).sentences) {
    out.push_back(std::string(1, "phdb"[static_cast<int>(s.kind)]) + std::to_string(s.paragraph));
  }
  return out;
}

std::string Weights(float after_stop, float unmarked) {  // no weight at all: the thresholds decide
  std::string blob = "RSEG";
  const auto add = [&](const void* value) { blob.append(static_cast<const char*>(value), 4); };
  const uint32_t version = 1;
  const uint32_t bits = 8;
  const float scale = 0.01F;
  add(&version), add(&bits), add(&scale), add(&after_stop), add(&unmarked);
  return blob + std::string(256, '\0');
}

TEST(Segment, EndsSentencesAtStops) {
  EXPECT_EQ(Sentences("The talks ended. Nobody signed! Will they meet again? Perhaps."),
            (Texts{"The talks ended.", "Nobody signed!", "Will they meet again?", "Perhaps."}));
  EXPECT_EQ(Sentences("Shells hit the school... Two died."), (Texts{"Shells hit the school...", "Two died."}));
  EXPECT_EQ(Sentences("It was for the monitors.The next convoy left."),
            (Texts{"It was for the monitors.", "The next convoy left."}));
}

TEST(Segment, AbbreviationsAndInitialsDoNot) {
  EXPECT_EQ(Sentences("Gen. A. B. Kamau met Mr. Lund of the U.S. Army at 9 a.m. on Oct. 3 in St. Vell.").size(), 1u);
  EXPECT_EQ(Sentences("They sold arms, e.g. mines, to Acme Inc. for cash.").size(), 1u);
}

TEST(Segment, ClosingMarksStayWithTheSentenceBefore) {
  EXPECT_EQ(Sentences("\u201CWe are ready. We will go.\u201D He left. (It rained.) \"Stay,\" she said."),
            (Texts{"\u201CWe are ready.", "We will go.\u201D", "He left.", "(It rained.)", "\"Stay,\" she said."}));
  EXPECT_EQ(Sentences("\u201CWhy?\u201D he asked.").size(), 1u);
}

TEST(Segment, HeadlineBylineDateline) {
  const std::string text =
      "Soravia and Merrow Sign Border Accord\n"
      "By Ines Tolland\n"
      "VELBOR, March 3 (Northern Wire) \u2014 The two states signed an accord on Sunday.\n"
      "Shelling stopped an hour later.\n";
  EXPECT_EQ(Kinds(text), (Texts{"h0", "b1", "d2", "p2", "p3"}));
  EXPECT_EQ(Sentences(text)[2], "VELBOR, March 3 (Northern Wire) \u2014");
}

TEST(Segment, Datelines) {
  for (const std::string line : {"GENEVA (Wire) -- ", "PORT-AU-PRINCE, Haiti \u2014 ", "(Wire) - ", "Velbor, SWA - ",
                                 "VELBOR, 3 March (Wire): ", "TOKYO/SEOUL (Wire) - ", "VELBOR, Soravia (SP) _ "}) {
    const auto report = Segment(line + "The army left the town.");
    ASSERT_EQ(report.sentences.size(), 2u) << line;
    EXPECT_EQ(report.sentences[0].kind, SegmentKind::kDateline) << line;
  }
  for (const std::string line :
       {"NATO - the alliance - said it would go.", "Kurdish-led forces took the town.",
        "The general - a veteran - resigned.", "The US\u2013Merrow deal, signed on 3 March, holds.",
        "US-Russia talks \u2014 long stalled \u2014 resumed."}) {
    EXPECT_EQ(Segment(line).sentences[0].kind, SegmentKind::kProse) << line;
  }
}

TEST(Segment, OneLineIsOneParagraph) {
  EXPECT_EQ(Kinds("Rivals meet\nThe first man spoke for an hour.\nThe second did not.\n"), (Texts{"h0", "p1", "p2"}));
}

TEST(Segment, WrappedLinesAreOneParagraph) {
  const std::string text =
      "Rivals Meet in Velbor\n\n"
      "The leader of the opposition said on Tuesday that her party would not\n"
      "take part in the talks unless the government released those who had been\n"
      "arrested in March. Nobody answered.\n"
      "\n"
      "A second round is planned for next week, and it may well be the last of\n"
      "them all.\n";
  EXPECT_EQ(Kinds(text), (Texts{"h0", "p1", "p1", "p2"}));
}

TEST(Segment, WrappedCapitalsAreOneParagraph) {
  const std::string text =
      "VELBOR, 3 JAN 90 -- THE ARMY COMMAND REPORTED TODAY THAT NINE MEN WERE\n"
      "HELD NEAR THE BRIDGE AT DAWN. THE MEN WILL BE TRIED NEXT WEEK IN THE\n"
      "CAPITAL, A SPOKESMAN SAID ON STATE RADIO.\n\n"
      "NOBODY WAS HURT.\n";
  EXPECT_EQ(Kinds(text), (Texts{"d0", "p0", "p0", "p1"}));
}

TEST(Segment, CarriageReturnsAndZeroBytes) {
  EXPECT_EQ(Kinds("Rivals meet\r\nThe first man spoke.\r\n\r\nThe second did not.\r\n"), (Texts{"h0", "p1", "p2"}));
  EXPECT_EQ(Sentences(std::string("The men\0 left. They ran.\0", 25)).size(), 2u);
}

TEST(Segment, NothingGivesNothing) {
  EXPECT_TRUE(Segment("").sentences.empty());
  EXPECT_TRUE(Segment(" \n\r\n\uFEFF\t").sentences.empty());
}

TEST(Segment, LongSentencesAreCutAndLoseNothing) {
  std::string text;
  for (int i = 0; i < 2500; ++i) text += i % 90 == 89 ? "word; " : "word ";
  const auto report = Segment(text);
  size_t words = 0;
  for (const auto& sentence : report.sentences) {
    EXPECT_LE(sentence.words.size(), kMaxSentenceWords);
    words += sentence.words.size();
  }
  EXPECT_EQ(words, 2500u + 27);
  EXPECT_EQ(report.sentences[0].span.of(text).back(), ';');
}

TEST(Segment, WeightsDecideWhenGiven) {
  const std::string text = "Gone now. Others stayed. They left.";
  EXPECT_EQ(Segment(text, Weights(-1, 1)).sentences.size(), 3u);
  EXPECT_EQ(Segment(text, Weights(1, 1)).sentences.size(), 1u);
}

TEST(Segment, NoWeightsEndASentenceThere) {
  const std::string always = Weights(-1, 1);  // at every stop where one may end
  EXPECT_EQ(Segment("\u201CWhy?\u201D he asked.", always).sentences.size(), 1u);
  EXPECT_EQ(Segment("It was a strain of E. coli again.", always).sentences.size(), 1u);
}

TEST(Segment, LoneClosingMarksAreNoSentence) {
  EXPECT_EQ(Sentences("\u201CHe said: \u2018Go.\u2019 \u201D It rained."),
            (Texts{"\u201CHe said: \u2018Go.\u2019 \u201D", "It rained."}));
  EXPECT_EQ(Sentences("She said 'Go.' \" \n\n").size(), 1u);
}

TEST(Segment, RefusesWeightsItCannotRead) {
  const auto message = [](const std::string& weights) {
    const auto segmenter = Segmenter::Create({.weights = weights});
    return segmenter.ok() ? "" : segmenter.error().message;
  };
  EXPECT_EQ(message("RSEX"), "sentence weights: found 4 bytes that do not start with RSEG; the model file is damaged");
  std::string newer = Weights(0, 0);
  newer[4] = 2;
  EXPECT_EQ(message(newer),
            "sentence weights: found version 2, this program reads version 1; use the model file of the same release");
  EXPECT_EQ(message(Weights(0, 0) + "x"), "sentence weights: found 281 bytes for 8 bits; the model file is damaged");
  EXPECT_EQ(message(Weights(0.0F / 0.0F, 0)), "sentence weights: thresholds out of range; the model file is damaged");
}

TEST(Segment, SaysTheLimit) {
  const auto segmenter = Segmenter::Create({.max_bytes = 4});
  ASSERT_TRUE(segmenter.ok());
  ReportText report;
  report.utf8 = "12345";
  const auto segmented = segmenter->Segment(report);
  ASSERT_FALSE(segmented.ok());
  EXPECT_EQ(segmented.error().code, ErrorCode::kLimit);
}

// Every character that is not white space is in one word, words and sentences rise and do not overlap.
void CheckCover(const std::string& text, const SegmentedReport& report) {
  size_t at = 0;
  const auto skip = [&](size_t to) {
    while (at < to) {
      const CodePoint point = CodePointAt(text, at);
      ASSERT_TRUE(IsSpace(point.value)) << "byte " << at << " is in no word";
      at += point.bytes;
    }
    ASSERT_EQ(at, to);
  };
  for (const SentenceText& sentence : report.sentences) {
    ASSERT_FALSE(sentence.words.empty());
    ASSERT_LE(sentence.words.size(), kMaxSentenceWords);
    ASSERT_EQ(sentence.span, (Span{sentence.words.front().span.begin, sentence.words.back().span.end}));
    ASSERT_FALSE(sentence.words.front().inside_multi);
    for (const Word& word : sentence.words) {
      skip(word.span.begin);
      ASSERT_GT(word.span.end, word.span.begin);
      for (at = word.span.begin; at < word.span.end;) {
        const CodePoint point = CodePointAt(text, at);
        ASSERT_FALSE(IsSpace(point.value));
        at += point.bytes;
      }
      ASSERT_EQ(at, word.span.end);
      ASSERT_EQ(word.space_after, at == text.size() || IsSpace(CodePointAt(text, at).value));
    }
  }
  skip(text.size());
  for (const Quotation& quotation : report.quotations) {
    ASSERT_TRUE(quotation.outer.contains(quotation.inner));
    ASSERT_LE(quotation.inner.begin, quotation.inner.end);
    ASSERT_LE(quotation.outer.end, text.size());
  }
}

TEST(Segment, EveryCharacterIsInOneWord) {
  const std::vector<std::string> pieces = {"a",        "B",      "the ",
                                           "Talks",    "won't",  " ",
                                           "\n",       "\n\n",   "\r\n",
                                           ".",        ". ",     "?",
                                           "!\" ",     ",",      "-",
                                           "\u2014",   "'",      "\u2019",
                                           "\u201C",   "\u201D", "\"",
                                           "(",        ")",      "[",
                                           "]",        "1",      "50,000",
                                           "3.5",      "U.S.",   "Mr. ",
                                           "$",        "%",      "/",
                                           ":",        ";",      "\u2026",
                                           "...",      "@",      "x.org",
                                           "http://",  "&",      "#",
                                           "\u4E2D",   "\u00E9", "\uFFFD",
                                           "cannot",   "s' ",    "*",
                                           "``",       "''",     std::string("\0", 1),
                                           "\u00A0",   "\uFEFF", "_",
                                           "+",        "=",      "\U0001F600",
                                           "GENEVA (", "By "};
  std::mt19937 random(5);
  const std::string weights = Weights(0.5F, -0.5F);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const size_t size = random() % 40;
    for (size_t i = 0; i < size; ++i) text += pieces[random() % pieces.size()];
    SCOPED_TRACE(text);
    CheckCover(text, Segment(text, round % 2 == 0 ? "" : weights));
    if (HasFatalFailure()) return;
  }
}

TEST(Segment, JunkIsCoveredToo) {
  std::mt19937 random(6);
  for (const unsigned kind : {0U, 1U, 2U, 3U}) {
    std::string bytes;
    for (int i = 0; i < 700000; ++i) {
      const char c = kind == 0   ? static_cast<char>(random())
                     : kind == 1 ? ".!a "[random() % 4]
                     : kind == 2 ? "a\n"[i % 2]
                                 : "a,-@/.'"[random() % 7];
      bytes.push_back(c);
    }
    const auto text = DecodeReport(bytes);
    ASSERT_TRUE(text.ok());
    const auto report = Segment(text->utf8);
    CheckCover(text->utf8, report);
    EXPECT_LT(report.sentences.size(), 50000u) << kind;
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace rapporteur
