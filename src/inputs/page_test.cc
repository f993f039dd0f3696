#include "inputs/page.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

const std::string kParagraphs =
    "<p>The foreign ministers of Norvia &amp; Estmark agreed on Tuesday to reopen the crossing at Lund, closed since "
    "January.</p>\n<p>&ldquo;It is a first step,&rdquo; said Norvia&#8217;s minister, Ada Brenn, after three "
    "hours.</p>";
const std::string kText =
    "The foreign ministers of Norvia & Estmark agreed on Tuesday to reopen the crossing at Lund, closed since "
    "January.\n\n"
    "“It is a first step,” said Norvia’s minister, Ada Brenn, after three hours.";

const std::string kParagraphs2 =
    "<p>The two sides will meet again in Lund on 20 March, both said, to settle what is left: the tolls, and the hours "
    "of the night.</p>";
const std::string kText2 =
    "\n\nThe two sides will meet again in Lund on 20 March, both said, to settle what is left: the tolls, and the "
    "hours "
    "of the night.";

Article Read(const std::string& html, const PageOrigin& origin = {}) {
  const auto article = ReadPageBytes(html, origin, {});
  EXPECT_TRUE(article.ok()) << article.error().message;
  return article.ok() ? *article : Article{};
}

TEST(Page, WhatStandsAroundTheArticleIsLeftOut) {
  const Article article = Read(
      "<!DOCTYPE html><html lang=en-GB><head><title>Crossing reopens | The Post</title><style>p{}</style></head>"
      "<body class='has-sidebar overflow-hidden'><div class='cookie-banner'><p>We keep cookies on your device, as the "
      "policy explains at length, and you may refuse them at any time.</p></div>"
      "<nav><ul><li><a href=/>Home</a><li><a href=/w>World and all of its news, every day</a></ul></nav>"
      "<article><h1>Crossing reopens</h1><p class=byline>By A. Writer, 12 March 2019</p>"
      "<figure><img src=x><figcaption>Lorries wait at the crossing on Monday, before the talks "
      "began.</figcaption></figure>" +
      kParagraphs +
      "<div class='related-articles'><p>The long history of the closed border, and of the towns beside it, told at "
      "length.</p></div><p>Read more: <a href=/x>Why the border closed</a></p>"
      "<p><a href=/y>A link to another article, which is long enough to be a paragraph of its own here.</a></p>"
      "<h2>More from World</h2></article>"
      "<aside><p>Most read: ten things about the border, and one that you did not know, of course.</p></aside>"
      "<footer><p>Copyright 2019 The Post. All rights reserved. Terms and conditions apply to all of it.</p></footer>"
      "</body></html>");
  EXPECT_EQ(article.text, "Crossing reopens\n\n" + kText);
  EXPECT_EQ(article.title, "Crossing reopens");
  EXPECT_EQ(article.language, "en-GB");
}

TEST(Page, ThePlainestPageAndNoMarksOfAnArticle) {
  EXPECT_EQ(Read("<html><body><h1>Crossing reopens</h1>" + kParagraphs + "</body></html>").text,
            "Crossing reopens\n\n" + kText);
  const Article table = Read("<table><tr><td><a href=/>Home</a></td><td><div>" + kParagraphs +
                             "</div></td><td>Weather: rain</td></tr></table>");
  EXPECT_EQ(table.text, kText);
  const Article form = Read("<body><form action=x>" + kParagraphs + "</form></body>");
  EXPECT_EQ(form.text, kText);
  const Article breaks = Read(
      "<body>The ministers of both states met in Lund on Tuesday for a whole day.<br><br>They agreed on nothing, said "
      "the host, and will meet again<br>on Friday.</body>");
  EXPECT_EQ(breaks.text,
            "The ministers of both states met in Lund on Tuesday for a whole day.\n\nThey agreed on nothing, said the "
            "host, and will meet again\non Friday.");
}

TEST(Page, TheDensestElementAndItsSiblings) {
  const std::string teaser =
      "<div class=card><p>Another story of another day, told in one long sentence, for those who "
      "like to read on and on.</p><a href=/z>More</a></div>";
  const Article article =
      Read("<body><div class=column>" + teaser + "</div><div class=page><div class=part>" + kParagraphs +
           "</div><div class=ad-slot>Buy</div><div class=part><p>The two sides will meet again in Lund on 20 March, "
           "both said.</p></div></div></body>");
  EXPECT_EQ(article.text, kText + "\n\nThe two sides will meet again in Lund on 20 March, both said.");
}

TEST(Page, WhatAPageSaysOfItself) {
  const Article linked = Read(
      R"(<html><head><meta property="og:title" content="Other title"><link rel=canonical href="https://post.example/a">
      <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},
      {"@type":["NewsArticle"],"headline":"Crossing &amp; talks","datePublished":"2019-03-12T23:15:00+01:00",
      "publisher":{"@type":"Organization","name":"The Post"},"inLanguage":"en"}]}</script></head><body>)" +
      kParagraphs);
  EXPECT_EQ(linked.title, "Crossing & talks");
  EXPECT_EQ(linked.published, "2019-03-12");
  EXPECT_EQ(linked.publisher, "The Post");
  EXPECT_EQ(linked.url, "https://post.example/a");
  EXPECT_EQ(linked.language, "en");

  const Article meta = Read(
      "<head><title>Crossing - The Post</title><meta property='og:site_name' content='The Post'><meta "
      "property='article:published_time' content='2019-03-12T10:00:00Z'><meta name=date content=2001-01-01></head>" +
      kParagraphs);
  EXPECT_EQ(meta.title, "Crossing");
  EXPECT_EQ(meta.published, "2019-03-12");
  EXPECT_EQ(meta.publisher, "The Post");

  EXPECT_EQ(Read("<body><time>12 March 2019</time>" + kParagraphs).published, "2019-03-12");
  EXPECT_EQ(Read("<body><time datetime='2019-03-12T10:00'>Tuesday</time>" + kParagraphs).published, "2019-03-12");
}

TEST(Page, WhatOnlyTheAddressTells) {
  const Article article = Read("<body>" + kParagraphs, {"https://www.post.example/2019/03/12/crossing", ""});
  EXPECT_EQ(article.published, "2019-03-12");
  EXPECT_EQ(article.publisher, "post.example");
  EXPECT_EQ(article.notes, std::vector<std::string>{"published: taken from the address"});
  const Article unknown = Read("<head><meta name=date content='last week'></head>" + kParagraphs);
  EXPECT_EQ(unknown.published, "");
  EXPECT_EQ(unknown.notes, std::vector<std::string>{"published: found \"last week\", which names no certain day"});
}

TEST(Page, ATextThatIsOnlyInTheData) {
  const Article article = Read(
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"T","articleBody":"The whole text."}</script>
      <body><p>Subscribe to go on reading.</p></body>)");
  EXPECT_EQ(article.text, "T\n\nThe whole text.");
}

// Seen on pages of the United Nations and of Deutsche Welle: what the report says first stands outside of its body.
TEST(Page, WhatStandsBetweenHeadlineAndBody) {
  const std::string first = "Two neighbours opened their only crossing on Tuesday, after two months of talks about it.";
  const std::string html =
      "<body><div class=top><p>The weather of the week, told in one long sentence for those who will travel by "
      "it.</p></div><main><div class=a><h1><span class='field label-hidden'>Crossing reopens</span></h1></div>"
      "<div class=b><time>12 March 2019</time><p>" +
      first + "</p></div><div class=c><div class=d>" + kParagraphs + kParagraphs2 + "</div></div></main></body>";
  EXPECT_EQ(Read(html).text, "Crossing reopens\n\n" + first + "\n\n" + kText + kText2);
}

TEST(Page, OnlyAWholeClassHides) {
  EXPECT_EQ(Read("<body><div class='field label-hidden'>" + kParagraphs + "</div><div class='field label-hidden'>" +
                 kParagraphs2 +
                 "</div><p class='hidden'>A paragraph that nobody is to see, long as it is, not even "
                 "those who look.</p></body>")
                .text,
            kText + kText2);
}

TEST(Page, ParagraphsGatheredByTwos) {
  const std::string one = "<div class='css-1 column'><div class=css-2>" + kParagraphs + "</div></div>";
  const std::string two = "<div class='css-3 column'><div class=css-4>" + kParagraphs2 + "</div></div>";
  EXPECT_EQ(Read("<body><div>" + one + "<div class=css-9>Listen</div>" + two +
                 "<div class=teasers2><div class=css-5><p>Another story of another day, in a sentence of some "
                 "length.</p></div></div></div></body>")
                .text,
            kText + kText2);
}

// The ways in which systems of publishing wrap every paragraph, and the teasers of other stories beside them.
TEST(Page, ParagraphsEachInWrappersOfItsOwn) {
  const std::string one =
      "The foreign ministers of Norvia and Estmark agreed on Tuesday to reopen the crossing at Lund.";
  const std::string two = "The two sides will meet again in Lund on 20 March, to settle what is left: the tolls.";
  std::string teasers;
  for (int i = 0; i < 5; ++i) {
    teasers +=
        "<li><h3><a href=/x>Another story of another day</a></h3><p>A summary of that other story, with some commas, "
        "and more, which ends here.</p></li>";
  }
  for (const std::string& wrap :
       {std::string("<div class='paragraph'><div class='text-formatted field--label-hidden'>"),
        std::string("<div class='elementor-widget-text-editor'><div class='elementor-widget-container'>")}) {
    EXPECT_EQ(Read("<body><main><div><h1>Crossing</h1>" + wrap + "<p>" + one + "</p></div></div>" + wrap + "<p>" + two +
                   "</p></div></div></div><ul>" + teasers + "</ul></main></body>")
                  .text,
              "Crossing\n\n" + one + "\n\n" + two)
        << wrap;
  }
}

TEST(Page, TheBodyBeforeTheArticleAroundIt) {
  EXPECT_EQ(
      Read("<body><article><h1>Crossing</h1><p>The border town waited for two months, and its traders say so.</p>"
           "<p>By A. Writer</p><section name=articleBody>" +
           kParagraphs + kParagraphs2 +
           "</section><p>A version of this report is printed on page four of today's edition, with maps.</p></article>")
          .text,
      "Crossing\n\nThe border town waited for two months, and its traders say so.\n\n" + kText + kText2);
}

TEST(Page, CaptionsAndQuotationsSetApartAreLeftOut) {
  const std::string picture =
      "<div class=pic><a><img src=x></a><p>Lorries wait at the crossing on Monday, before the talks began.</p></div>";
  const std::string pulled = "<blockquote><p>“It is a first step,” said Norvia’s minister, Ada Brenn</p></blockquote>";
  const std::string other = "<blockquote><p>A quotation that stands nowhere else belongs to the text.</p></blockquote>";
  EXPECT_EQ(Read("<body><div>" + kParagraphs + picture + pulled + other + kParagraphs2 + "</div></body>").text,
            kText + "\n\nA quotation that stands nowhere else belongs to the text." + kText2);
}

TEST(Page, TitleAndSite) {
  const auto read = [](const std::string& head, const std::string& heading) {
    const Article article = Read("<head>" + head + "</head><body>" + heading + kParagraphs + "</body>");
    return article.title + " / " + article.publisher;
  };
  EXPECT_EQ(read("<title>Talks end - Crossing shut - Post of Lund</title>", "<h1>Talks end - Crossing shut</h1>"),
            "Talks end - Crossing shut / Post of Lund");
  EXPECT_EQ(read("<title>Post News - Talks end at last in Lund</title>", "<h1>Talks end at last in Lund</h1>"),
            "Talks end at last in Lund / Post News");
  EXPECT_EQ(read("<title>Talks end at last in Lund | The Post</title>", "<h1>The Post</h1>"),
            "Talks end at last in Lund / The Post");
  EXPECT_EQ(read("<title>Brenn′s talks | World | The Post</title>", "<h1>Brenn's talks</h1>"),
            "Brenn's talks / The Post");
  EXPECT_EQ(read("<meta name=headline content='Talks off'><title>The talks end today - Post</title>",
                 "<h1>The talks end today</h1>"),
            "The talks end today / Post");
  EXPECT_EQ(read("<meta property='og:title' content=\"Talks end | P | 12.03.2019\">", "<h1>Talks end</h1>"),
            "Talks end / P");
  EXPECT_EQ(read("<title>Talks end - at last</title>", ""), "Talks end - at last / ");
}

TEST(Page, DaysThatAreShown) {
  const auto read = [](const std::string& shown) {
    return Read("<body><p class=date>1 January 2020</p><h1>Talks end</h1>" + shown + kParagraphs + "</body>").published;
  };
  EXPECT_EQ(read("<p class='post-date'>Updated on 12 March 2019</p>"), "2019-03-12");
  EXPECT_EQ(read("<span itemprop=datePublished content='2019-03-12T10:00'>yesterday</span>"), "2019-03-12");
  EXPECT_EQ(read("<abbr class=published title='2019-03-12T10:00:00+00:00'>a day ago</abbr>"), "2019-03-12");
  EXPECT_EQ(read("<div class=x>12 March 2019 · 3 minutes</div>"), "2019-03-12");
  EXPECT_EQ(read("<post-timestamp><span>Published On 12 Mar 2019</span><i>12 Mar 2019</i></post-timestamp>"),
            "2019-03-12");
  EXPECT_EQ(read("<div class=time>5 minutes to read</div>"), "");
  EXPECT_EQ(Read("<body><i class=publish-date>1 May 2018</i>" + std::string(50, 'x') +
                 "<ul><li>a<li>b<li>c<li>d<li>e<li>f<li>g<li>h<li>i<li>j<li>k<li>l<li>m<li>n<li>o<li>p<li>q<li>r<li>s<"
                 "li>t</ul>"
                 "<h1>World</h1><i class=published>12 March 2019</i><h1>Talks end</h1>" +
                 kParagraphs + "<h1>Most read</h1><p class=published>3 May 2018</p>")
                .published,
            "2019-03-12");
  EXPECT_EQ(read(""), "");  // the day at the top of a page is the one on which it was fetched
  EXPECT_EQ(Read("<body><h1>Talks end</h1><i class=date>12 March 2019</i>" + kParagraphs).notes,
            std::vector<std::string>{"published: read where the page shows \"12 March 2019\""});
}

TEST(Page, NoRunningTextIsNoArticle) {
  for (const std::string html : {"", "<html></html>", "<body><nav>Home</nav><p>Short.</p></body>",
                                 "<script>var a = 'text';</script>", "\xFF\xFE\xFD"}) {
    const auto article = ReadPageBytes(html, {}, {});
    ASSERT_FALSE(article.ok()) << html;
    EXPECT_EQ(article.error().message, "found no running text on the page");
  }
}

TEST(Page, Encodings) {
  const std::string body =
      "<p>Le pr\xE9sident et la ministre ont parl\xE9 \x96 longuement \x96 de la fronti\xE8re.</p>";
  const std::string utf8 = "Le président et la ministre ont parlé – longuement – de la frontière.";
  EXPECT_EQ(Read("<meta charset=iso-8859-1>" + body).text, utf8);
  EXPECT_EQ(Read(body, {"", "windows-1252"}).text, utf8);
  EXPECT_EQ(Read(body).text, utf8);
  EXPECT_EQ(Read("<meta charset=iso-8859-1><p>" + utf8 + "</p>").text, utf8);  // valid UTF-8, whatever it says
}

TEST(Page, LimitsAreTold) {
  ArticleOptions options;
  options.max_row_bytes = 100;
  EXPECT_EQ(ReadPageBytes(std::string(101, 'x'), {}, options).error().code, ErrorCode::kLimit);
}

TEST(Page, PiecesOfHtml) {
  EXPECT_EQ(TextOfHtml("<p>One.</p><ul><li>Two<li>Three</ul>Four &lt; five"), "One.\n\nTwo\n\nThree\n\nFour < five");
  EXPECT_EQ(TextOfHtml(""), "");
  EXPECT_TRUE(LooksLikeHtml(" <!-- x --><?xml version='1.0'?><!DOCTYPE html>"));
  EXPECT_TRUE(LooksLikeHtml("<p>One.</p>"));
  EXPECT_FALSE(LooksLikeHtml("<3 this"));
  EXPECT_FALSE(LooksLikeHtml("One <p> two"));
  EXPECT_EQ(HostOf("https://user@www.Post.example:8080/a?b"), "post.example");
  EXPECT_EQ(HostOf("no address"), "");
}

}  // namespace
}  // namespace rapporteur
