#include "text/quotations.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/segment.h"

namespace rapporteur {
namespace {

// "depth inner" of each quotation, with ~ before those that were never closed.
std::vector<std::string> Quotes(const std::string& text) {
  const auto segmenter = Segmenter::Create();
  EXPECT_TRUE(segmenter.ok());
  ReportText report;
  report.utf8 = text;
  const auto segmented = segmenter->Segment(report);
  EXPECT_TRUE(segmented.ok());
  std::vector<std::string> out;
  for (const Quotation& q : segmented->quotations) {
    EXPECT_TRUE(q.outer.contains(q.inner));
    out.push_back((q.closed ? "" : "~") + std::to_string(q.depth) + " " + std::string(q.inner.of(text)));
  }
  return out;
}
using Texts = std::vector<std::string>;

TEST(Quotations, StraightAndTypographic) {
  EXPECT_EQ(Quotes("\"We agree,\" she said. \"Fully.\""), (Texts{"0 We agree,", "0 Fully."}));
  EXPECT_EQ(Quotes("\u201CWe\u2019re ready,\u201D he said of the \u201Cpause\u201D."),
            (Texts{"0 We\u2019re ready,", "0 pause"}));
  EXPECT_EQ(Quotes("He called it a 'mistake' twice."), (Texts{"0 mistake"}));
  EXPECT_EQ(Quotes("\u00ABOui,\u00BB \u201EJa\u201C and ``yes'' were heard."), (Texts{"0 Oui,", "0 Ja", "0 yes"}));
}

TEST(Quotations, ApostrophesAreNone) {
  EXPECT_EQ(Quotes("The rebels' chief didn't go in '93, nor the soldiers' wives."), Texts{});
  EXPECT_EQ(Quotes("The rebels\u2019 chief didn\u2019t go in \u201993."), Texts{});
  EXPECT_EQ(Quotes("He stood 6' tall."), Texts{});
}

TEST(Quotations, WithinQuotations) {
  EXPECT_EQ(Quotes("\u201CHe told me: \u2018It is over\u2019,\u201D she said."),
            (Texts{"0 He told me: \u2018It is over\u2019,", "1 It is over"}));
  EXPECT_EQ(Quotes("\u201CShe told him: \u2018We can work on this'\u201D."),
            (Texts{"0 She told him: \u2018We can work on this'", "1 We can work on this"}));
  EXPECT_EQ(Quotes("\u201CTheir idea of \u201Cpeace\u201D is odd,\u201D he said."),
            (Texts{"0 Their idea of \u201Cpeace\u201D is odd,", "1 peace"}));
  EXPECT_EQ(Quotes("\"He said, 'Stop it.'\""), (Texts{"0 He said, 'Stop it.'", "1 Stop it."}));
}

TEST(Quotations, BritishStyleWithPossessives) {
  EXPECT_EQ(Quotes("\u2018The workers\u2019 party said \u201Cno\u201D. That\u2019s it,\u2019 he said."),
            (Texts{"0 The workers\u2019 party said \u201Cno\u201D. That\u2019s it,", "1 no"}));
  EXPECT_EQ(Quotes("He called them \u2018traitors\u2019 and left."), (Texts{"0 traitors"}));
}

TEST(Quotations, RunOverSentencesAndParagraphs) {
  EXPECT_EQ(Quotes("\u201CIt rained. We waited. Nobody came,\u201D he said."),
            (Texts{"0 It rained. We waited. Nobody came,"}));
  const std::string text =
      "\u201CThe bridge fell at dawn, and the road was closed for good.\n\n\u201CNobody was hurt in it.\u201D\n\nHe "
      "left "
      "the \u201Cscene\u201D.";
  EXPECT_EQ(Quotes(text),
            (Texts{"0 The bridge fell at dawn, and the road was closed for good.\n\n\u201CNobody was hurt in it.",
                   "0 scene"}));
}

TEST(Quotations, NeverClosed) {
  EXPECT_EQ(Quotes("\u201CThe bridge fell at dawn, he said and went away again.\n\nNobody was hurt in it, it seems."),
            (Texts{"~0 The bridge fell at dawn, he said and went away again."}));
  EXPECT_EQ(Quotes("\u201CIt fell, he said. \u201CIt did,\u201D she said."),
            (Texts{"~0 It fell, he said.", "0 It did,"}));
  EXPECT_EQ(Quotes("He said: \u201C"), (Texts{"~0 "}));
}

TEST(Quotations, StrayClosersAreIgnored) { EXPECT_EQ(Quotes("It ended.\u201D He left.\u2019"), Texts{}); }

TEST(Quotations, DeepJunkIsBounded) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "\u201Ca ";
  const auto quotes = Quotes(text);
  EXPECT_LE(quotes.size(), 8u);
}

}  // namespace
}  // namespace rapporteur
