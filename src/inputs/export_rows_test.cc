// Documents of Nexis and Factiva exports, in the forms that these services write; all texts and outlets are invented.
#include "inputs/export_rows.h"

#include <gtest/gtest.h>

#include "inputs/reading.h"

namespace rapporteur {
namespace {

const std::string kOlderNexis =
    "                               1 of 2 DOCUMENTS\n\n\n"
    "                            The Harbour Post\n\n"
    "                         March 12, 2019 Tuesday\n                              Late Edition - Final\n\n"
    "Norvia and Estmark reopen\ncrossing at Lund\n\n"
    "BYLINE: By A. WRITER\n\nSECTION: Section A; Column 1; Foreign Desk; Pg. 1\n\nLENGTH: 31 words\n\nDATELINE: "
    "LUND\n\n"
    "BODY:\n\n   The foreign ministers of Norvia and Estmark agreed on Tuesday to\nreopen the crossing.\n\n"
    "   \"It is a first step,\" said Ada Brenn.\n\n"
    "URL: http://post.example/a\n\nLOAD-DATE: March 13, 2019\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n\n"
    "                   Copyright 2019 The Harbour Post\n                              All Rights Reserved\n\n\n"
    "                               2 of 2 DOCUMENTS\n\n\n"
    "                            Wire of Estmark\n\n                         12 March 2019\n\n"
    "LENGTH: 9 words\n\nHEADLINE: Talks end\n\n   The talks ended on Tuesday without a date for more.\n\n"
    "LOAD-DATE: March 12, 2019\n";

const std::string kNewerNexis =
    "Page 1 of 3\nCrossing at Lund reopens\n\nThe Harbour Post (Lund)\n\nMarch 12, 2019 Tuesday 10:15 AM GMT\n\n"
    "Copyright 2019 Harbour Media All Rights Reserved\n\n\nSection: WORLD; Version:1\n\nLength: 31 words\n\n"
    "Byline: A. Writer in Lund\n\nHighlight: Ministers meet\n\nBody\n\n\n"
    "The foreign ministers of Norvia and Estmark agreed on Tuesday to reopen the crossing.\n\n"
    "Type: of crossing matters, said one, and the sentence is a part of the body.\n\n"
    "Classification\n\n\nLanguage: ENGLISH\n\nPublication-Type: Newspaper\n\nLoad-Date: March 13, 2019\n\n\nEnd of "
    "Document\n\n\n"
    "Second headline\n\nThe Harbour Post (Lund)\n\nMarch 13, 2019\n\nLength: 3 words\n\nBody\n\nSecond body.\n\n"
    "Load-Date: March 13, 2019\n\nEnd of Document\n\n";

TEST(Nexis, TheOlderForm) {
  for (const size_t piece : {0U, 1U}) {
    const auto read = ReadRows(kOlderNexis, {}, "", piece);
    EXPECT_EQ(read.format, InputFormat::kNexis);
    ASSERT_EQ(read.rows.size(), 2U);
    const Article& first = read.rows[0].article;
    EXPECT_EQ(first.title, "Norvia and Estmark reopen crossing at Lund");
    EXPECT_EQ(first.publisher, "The Harbour Post");
    EXPECT_EQ(first.published, "2019-03-12");
    EXPECT_EQ(first.url, "http://post.example/a");
    EXPECT_EQ(first.language, "ENGLISH");
    EXPECT_EQ(
        first.text,
        "Norvia and Estmark reopen crossing at Lund\n\nLUND — The foreign ministers of Norvia and Estmark agreed on "
        "Tuesday to reopen the crossing.\n\n\"It is a first step,\" said Ada Brenn.");
    EXPECT_EQ(read.rows[1].article.title, "Talks end");
    EXPECT_EQ(read.rows[1].article.publisher, "Wire of Estmark");
    EXPECT_EQ(read.rows[1].article.text, "Talks end\n\nThe talks ended on Tuesday without a date for more.");
    EXPECT_EQ(kOlderNexis.substr(read.rows[1].at.byte).find("2 of 2"), 31U);
  }
}

TEST(Nexis, TheNewerForm) {
  const auto read = ReadRows(kNewerNexis);
  EXPECT_EQ(read.format, InputFormat::kNexis);
  ASSERT_EQ(read.rows.size(), 2U);
  const Article& first = read.rows[0].article;
  EXPECT_EQ(first.title, "Crossing at Lund reopens");
  EXPECT_EQ(first.publisher, "The Harbour Post (Lund)");
  EXPECT_EQ(first.published, "2019-03-12");
  EXPECT_TRUE(first.text.starts_with("Crossing at Lund reopens\n\nThe foreign ministers")) << first.text;
  EXPECT_EQ(first.text.find("Load-Date"), std::string::npos);
  EXPECT_EQ(first.text.find("Classification"), std::string::npos);
  EXPECT_EQ(read.rows[1].article.text, "Second headline\n\nSecond body.");
}

// As in exports seen: a paragraph may begin like a label of the form's other end.
TEST(Nexis, AParagraphThatBeginsLikeALabelIsText) {
  const std::string body =
      "The ministers met.\n\nNotes: said the host, were taken.\n\nCompany: the firm said nothing.\n\nThey left.";
  for (const std::string& form :
       {"1 of 1 DOCUMENTS\n\nThe Post\n\nMarch 12, 2019\n\nTalks\n\nLENGTH: 9 words\n\n" + body +
            "\n\nGRAPHIC: A picture.\n\nLOAD-DATE: March 13, 2019\n",
        "Talks\n\nThe Post\n\nMarch 12, 2019\n\nLength: 9 words\n\nBody\n\n" + body +
            "\n\nGraphic\n\nA picture.\n\nClassification\n\nSubject: BORDERS\n\nLoad-Date: March 13, 2019\n\nEnd of "
            "Document\n"}) {
    const auto read = ReadRows(form);
    ASSERT_EQ(read.rows.size(), 1U);
    EXPECT_EQ(read.rows[0].article.text, "Talks\n\n" + body) << form;
  }
}

TEST(Nexis, TheCoverIsNoPartOfTheFirstDocument) {
  const auto read = ReadRows(
      "User Name: Ada\nDate and Time: Friday, 20 March 2020 16:51:00\nJob Number: 111\n\nDocuments (2)\n\n"
      "1. Crossing at Lund reopens\nClient/Matter: -None-\nSearch Terms: lund\n\nContent Type   Narrowed by\nNews   "
      "Timeline: 01 Jan, 2019 to 31 Dec, 2019\n\n| About LexisNexis | Privacy Policy\n\n" +
      kNewerNexis.substr(kNewerNexis.find('\n') + 1));
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.rows[0].article.title, "Crossing at Lund reopens");
  EXPECT_EQ(read.rows[0].article.publisher, "The Harbour Post (Lund)");
  EXPECT_EQ(read.rows[0].article.published, "2019-03-12");
}

TEST(Nexis, ATranscriptNamesItsShowBeforeItsDay) {
  const auto read = ReadRows(
      "1 of 1 DOCUMENTS\n\nPost News\n\nSHOW: THE MORNING 6:00 AM\n\nMarch 12, 2019 Tuesday\n\nThe talks of Lund\n\n"
      "BYLINE: A. Writer\n\nLENGTH: 9 words\n\nWRITER: The ministers met.\n\nLOAD-DATE: March 13, 2019\n");
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.rows[0].article.title, "The talks of Lund");
  EXPECT_EQ(read.rows[0].article.publisher, "Post News");
  EXPECT_EQ(read.rows[0].article.published, "2019-03-12");
  EXPECT_EQ(read.rows[0].article.text, "The talks of Lund\n\nWRITER: The ministers met.");
}

TEST(Nexis, ADocumentWithoutABodyIsSetAside) {
  const auto read =
      ReadRows("1 of 1 DOCUMENTS\n\nThe Post\n\nMarch 12, 2019\n\nLENGTH: 3 words\n\nLOAD-DATE: March 12, 2019\n");
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.rows[0].reason, "found no body in the document");
}

TEST(Nexis, TheDayOfLoadingStandsIn) {
  const auto read = ReadRows(
      "Talks\n\nThe Post\n\nLength: 3 words\n\nBody\n\nThe talks ended.\n\nLoad-Date: March 13, 2019\n\nEnd of "
      "Document\n");
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.rows[0].article.published, "2019-03-13");
  EXPECT_EQ(read.rows[0].article.notes,
            std::vector<std::string>{"published: the day of loading, as no other is given"});
}

const std::string kFactiva =
    "Crossing at Lund reopens\n\nBy A. Writer\n31 words\n12 March 2019\n10:15\nThe Harbour Post\nHARBP\nEnglish\n"
    "(c) 2019 Harbour Media\n\nThe foreign ministers of Norvia and Estmark agreed on Tuesday.\n\nThey will meet "
    "again.\n\n"
    "Document HARBP00020190312ef3c0000x\n\n"
    "Talks end\n\n1,204 words\n13 March 2019\nWire of Estmark\nWIRES\nEnglish\n\nCopyright 2019 Wire of Estmark\n\n"
    "The talks ended.\n\nDocument WIRES00020190313ef3d0000y\n\nSearch Summary\n\nText: talks\n";

TEST(Factiva, WithoutTags) {
  for (const size_t piece : {0U, 1U}) {
    const auto read = ReadRows(kFactiva, {}, "", piece);
    EXPECT_EQ(read.format, InputFormat::kFactiva);
    ASSERT_EQ(read.rows.size(), 2U);
    const Article& first = read.rows[0].article;
    EXPECT_EQ(first.title, "Crossing at Lund reopens");
    EXPECT_EQ(first.published, "2019-03-12");
    EXPECT_EQ(first.publisher, "The Harbour Post");
    EXPECT_EQ(first.language, "English");
    EXPECT_EQ(first.id, "HARBP00020190312ef3c0000x");
    EXPECT_EQ(first.text,
              "Crossing at Lund reopens\n\nThe foreign ministers of Norvia and Estmark agreed on Tuesday.\n\nThey will "
              "meet again.");
    EXPECT_EQ(read.rows[1].article.text, "Talks end\n\nThe talks ended.");
    EXPECT_EQ(read.rows[1].article.publisher, "Wire of Estmark");
  }
}

// The form in which the service saves pages.
TEST(Factiva, AsAPage) {
  const std::string one =
      "<div id=\"article-HARBP1\" class=\"article\"><div class=\"article enArticle\"><p>\n</p><div>Foreign Desk; "
      "A</div>\n"
      "<div id=\"hd\"><span class=\"enHeadline\">Crossing at Lund reopens</span>\n</div><div class=\"author\">By A. "
      "Writer"
      "</div><div>31 words</div><div>12 March 2019</div><div>10:15</div><div>The Harbour "
      "Post</div><div>HARBP</div><div>Late "
      "Edition</div><div>24</div><div>English</div><div>Copyright 2019 Harbour Media. All Rights "
      "Reserved.</div>\n<p></p>\n"
      "<p class=\"articleParagraph enarticleParagraph\">The ministers of Norvia &amp; Estmark <b>agreed</b>.</p>\n"
      "<p class=\"articleParagraph enarticleParagraph\">They will meet again.</p>\n<p>Harbour Media</p><p>Document "
      "HARBP00020190312ef3c0000x</p></div></div><br><span></span>";
  const std::string two =
      "<div class=\"article\"><div class=\"article enArticle\"><table><tr><td "
      "class=\"index\"><b>HD</b>&nbsp;</td><td><span "
      "class='enHeadline'>Talks end</span></td></tr><tr><td><b>WC</b>&nbsp;</td><td>4 "
      "words</td></tr><tr><td><b>PD</b></td>"
      "<td>13 March 2019</td></tr><tr><td><b>SN</b></td><td>Wire of Estmark</td></tr><tr><td><b>LP</b></td><td><p>The "
      "talks "
      "ended.</p></td></tr><tr><td><b>TD</b></td><td><p>No day was named.</p><p>Both "
      "left.</p></td></tr><tr><td><b>AN</b></td>"
      "<td>Document WIRES00020190313ef3d0000y</td></tr></table></div></div>";
  const auto read =
      ReadRows("<!DOCTYPE html><html><head><title>Factiva</title></head><body>" + one + two + one + "</body>");
  EXPECT_EQ(read.format, InputFormat::kFactiva);
  ASSERT_EQ(read.rows.size(), 3U);
  const Article& first = read.rows[0].article;
  EXPECT_EQ(first.title, "Crossing at Lund reopens");
  EXPECT_EQ(first.published, "2019-03-12");
  EXPECT_EQ(first.publisher, "The Harbour Post");
  EXPECT_EQ(first.language, "English");
  EXPECT_EQ(first.id, "HARBP00020190312ef3c0000x");
  EXPECT_EQ(first.text,
            "Crossing at Lund reopens\n\nThe ministers of Norvia & Estmark agreed.\n\nThey will meet again.");
  const Article& second = read.rows[1].article;
  EXPECT_EQ(second.title, "Talks end");
  EXPECT_EQ(second.published, "2019-03-13");
  EXPECT_EQ(second.publisher, "Wire of Estmark");
  EXPECT_EQ(second.id, "WIRES00020190313ef3d0000y");
  EXPECT_EQ(second.text, "Talks end\n\nThe talks ended.\n\nNo day was named.\n\nBoth left.");
  EXPECT_EQ(read.rows[2].article.text, first.text);
}

TEST(Factiva, WithTags) {
  const auto read = ReadRows(
      "SE   World\nHD   Crossing at Lund\n     reopens\nBY   By A. Writer\nWC   31 words\nPD   12 March 2019\nET   "
      "10:15\n"
      "SN   The Harbour Post\nSC   HARBP\nLA   English\nCY   (c) 2019\n\nLP   \n\nThe ministers agreed on "
      "Tuesday.\n\nTD   \n\n"
      "They will meet again.\n\nIN BRIEF, they talked.\n\nIN   i1 : Border\nNS   gdip : Diplomacy\nPUB  Harbour Media\n"
      "AN   Document HARBP00020190312ef3c0000x\n");
  EXPECT_EQ(read.format, InputFormat::kFactiva);
  ASSERT_EQ(read.rows.size(), 1U);
  const Article& article = read.rows[0].article;
  EXPECT_EQ(article.title, "Crossing at Lund reopens");
  EXPECT_EQ(article.published, "2019-03-12");
  EXPECT_EQ(article.publisher, "The Harbour Post");
  EXPECT_EQ(article.id, "HARBP00020190312ef3c0000x");
  EXPECT_EQ(article.text,
            "Crossing at Lund reopens\n\nThe ministers agreed on Tuesday.\n\nThey will meet again.\n\nIN BRIEF, they "
            "talked.");
}

TEST(Exports, PlainReportsAreNone) {
  for (const std::string text : {"The deal has 512 words.\n\nDocument it well, said the envoy.\n", "512 words\n",
                                 "Length: it matters.\n", "1 of 3 documents\n\nwas found.\n"}) {
    EXPECT_EQ(ReadRows(text).format, InputFormat::kText) << text;
  }
}

TEST(Exports, ADocumentThatIsTooLargeIsSetAside) {
  ArticleOptions options;
  options.max_row_bytes = 1U << 20U;
  std::string large = "T\n\nThe Post\n\nLength: 3 words\n\nBody\n\n";
  while (large.size() < (2U << 20U)) large += "A line of the body that goes on and on.\n";
  const auto read = ReadRows(large + "\nLoad-Date: March 13, 2019\nEnd of Document\n" + kNewerNexis, [&] {
    options.format = InputFormat::kNexis;
    return options;
  }());
  ASSERT_EQ(read.rows.size(), 3U);
  EXPECT_EQ(read.rows[0].reason, "the document is larger than 1 MiB, the limit for one article");
  EXPECT_EQ(read.rows[1].article.title, "Crossing at Lund reopens");
}

}  // namespace
}  // namespace rapporteur
