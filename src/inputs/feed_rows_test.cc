#include "inputs/feed_rows.h"

#include <gtest/gtest.h>

#include "inputs/reading.h"

namespace rapporteur {
namespace {

TEST(Feed, Rss) {
  const auto read = ReadRows(
      R"(<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>The Post</title>
      <link>https://post.example/</link><language>en</language>
      <item><title>Talks &amp;amp; more</title><link>https://post.example/a</link><guid isPermaLink="false">p-1</guid>
      <pubDate>Tue, 12 Mar 2019 23:15:00 +0100</pubDate><description>Short.</description>
      <content:encoded><![CDATA[<p>The ministers met in Lund &mdash; for a day.</p><p>They will meet again on Friday, ]]><![CDATA[both said.</p>]]></content:encoded></item>
      <item><description>&lt;p&gt;Only a &lt;b&gt;summary&lt;/b&gt;.&lt;/p&gt;</description><dc:date>2019-03-13</dc:date>
      <guid>https://post.example/b</guid><source url="x">Wire</source></item>
      <item><title>Nothing else</title></item></channel></rss>)");
  EXPECT_EQ(read.format, InputFormat::kFeed);
  ASSERT_EQ(read.rows.size(), 3U);
  const Article& first = read.rows[0].article;
  EXPECT_EQ(first.text,
            "Talks & more\n\nThe ministers met in Lund — for a day.\n\nThey will meet again on Friday, both said.");
  EXPECT_EQ(first.title, "Talks & more");
  EXPECT_EQ(first.published, "2019-03-12");
  EXPECT_EQ(first.publisher, "The Post");
  EXPECT_EQ(first.url, "https://post.example/a");
  EXPECT_EQ(first.id, "p-1");
  EXPECT_EQ(first.language, "en");
  EXPECT_TRUE(first.notes.empty());
  const Article& second = read.rows[1].article;
  EXPECT_EQ(second.text, "Only a summary.");
  EXPECT_EQ(second.published, "2019-03-13");
  EXPECT_EQ(second.publisher, "Wire");
  EXPECT_EQ(second.url, "https://post.example/b");
  EXPECT_EQ(second.notes, std::vector<std::string>{"text: the feed's summary, which may be a part of it"});
  EXPECT_EQ(read.rows[2].reason, "the item has neither content nor a summary");
}

TEST(Feed, Atom) {
  const auto read = ReadRows(
      R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Post</title>
      <entry><title type="html">&lt;i&gt;Talks&lt;/i&gt;</title><id>urn:1</id><updated>2019-03-14T00:00:00Z</updated>
      <published>2019-03-12T10:00:00Z</published><link rel="self" href="https://post.example/self"/><link href="https://post.example/a"/>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &amp; two.</p><p>Three.</p></div></content></entry>
      <entry><updated>2019-03-14T00:00:00Z</updated><summary type="text">1 &lt; 2</summary></entry></feed>)");
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.rows[0].article.text, "Talks\n\nOne & two.\n\nThree.");
  EXPECT_EQ(read.rows[0].article.published, "2019-03-12");
  EXPECT_EQ(read.rows[0].article.url, "https://post.example/a");
  EXPECT_EQ(read.rows[0].article.id, "urn:1");
  EXPECT_EQ(read.rows[0].article.language, "en");
  EXPECT_EQ(read.rows[1].article.text, "1 < 2");
  EXPECT_EQ(read.rows[1].article.published, "2019-03-14");
}

TEST(Feed, Rdf) {
  const auto read = ReadRows(
      R"(<rdf:RDF xmlns:rdf="r" xmlns="s" xmlns:dc="d"><channel><title>The Post</title></channel>
      <item><title>T</title><link>https://post.example/a</link><description>D.</description><dc:date>2019-03-12</dc:date></item></rdf:RDF>)");
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.rows[0].article.text, "T\n\nD.");
  EXPECT_EQ(read.rows[0].article.publisher, "The Post");
}

TEST(Feed, CutOffGivesWhatIsWholeAndTheFault) {
  const auto read =
      ReadRows("<rss><channel><item><description>One.</description></item><item><description>Two.</descr");
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.rows[0].article.text, "One.");
  EXPECT_TRUE(read.rows[1].ends_file);
  EXPECT_TRUE(read.rows[1].reason.starts_with("the XML breaks off at byte ")) << read.rows[1].reason;
}

TEST(Feed, OtherXmlIsRefused) {
  EXPECT_EQ(
      ReadRows("<?xml version='1.0'?><newsItem/>").problem,
      "found XML with the root <newsItem>; of XML, RSS and Atom feeds and XHTML pages are read (--from text reads "
      "it as it stands)");
  ArticleOptions options;
  options.format = InputFormat::kFeed;
  EXPECT_EQ(ReadRows("<opml/>", options).problem,
            "found XML with the root <opml>, expected <rss>, <rdf:RDF> or <feed>");
  options.max_row_bytes = 1U << 20U;
  EXPECT_EQ(ReadRows("<rss>" + std::string(2U << 20U, ' ') + "</rss>", options).problem,
            "the feed is larger than 1 MiB, the limit for one feed");
}

TEST(Feed, DeclaredEncoding) {
  const auto read = ReadRows(
      "<?xml version='1.0' "
      "encoding='iso-8859-1'?><rss><channel><item><description>pr\xE9sident\x80</description></item>"
      "</channel></rss>");
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.rows[0].article.text, "président€");
}

TEST(Feed, DeepNestingAndEntities) {
  std::string deep = "<rss><channel><item><description>One.</description>";
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  const auto read = ReadRows(deep);
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_TRUE(read.rows[0].ends_file);
  const auto bomb = ReadRows(
      "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b "
      "'&a;&a;'>]><rss><channel><item><description>&b; "
      "is not expanded</description></item></channel></rss>");
  ASSERT_EQ(bomb.rows.size(), 1U);
  EXPECT_EQ(bomb.rows[0].article.text, "&b; is not expanded");
}

// The shape of feeds that gather the headlines of others.
TEST(Feed, AHeadlineIsNotToldTwice) {
  const auto read = ReadRows(
      "<rss version='2.0'><channel><title>News</title><item><title>Crossing at Lund reopens - The Post</title><link>"
      "https://news.example/a</link><pubDate>Tue, 12 Mar 2019 10:15:00 GMT</pubDate><description>&lt;a "
      "href=\"x\"&gt;Crossing at Lund reopens&lt;/a&gt;&amp;nbsp;&amp;nbsp;&lt;font&gt;The "
      "Post&lt;/font&gt;</description>"
      "<source url='https://post.example'>The Post</source></item><item><title>Talks "
      "end</title><description>&lt;p&gt;Talks "
      "end&lt;/p&gt;&lt;p&gt;The talks of Lund ended.&lt;/p&gt;&lt;p&gt;The post &lt;a href='x'&gt;T&lt;/a&gt; "
      "appeared first on "
      "the site of the Post of Lund.&lt;/p&gt;</description></item><item><title>Talks</title><description>Talks went "
      "on in "
      "Lund.</description></item></channel></rss>");
  ASSERT_EQ(read.rows.size(), 3U);
  EXPECT_EQ(read.rows[0].article.title, "Crossing at Lund reopens");
  EXPECT_EQ(read.rows[0].article.publisher, "The Post");
  EXPECT_EQ(read.rows[0].article.text, "Crossing at Lund reopens");
  EXPECT_EQ(read.rows[0].article.notes, std::vector<std::string>{"text: the headline, as the feed has no more"});
  EXPECT_TRUE(read.rows[1].article.text.starts_with("Talks end\n\nThe talks of Lund ended."))
      << read.rows[1].article.text;
  EXPECT_EQ(read.rows[2].article.text, "Talks\n\nTalks went on in Lund.");
}

TEST(Feed, APrefixForAllOfIt) {
  const auto read = ReadRows(
      "<?xml version='1.0'?><atom:feed xmlns:atom='http://www.w3.org/2005/Atom'><atom:title>The "
      "Post</atom:title><atom:entry>"
      "<atom:title>Talks end</atom:title><atom:updated>2019-03-12T10:15:00Z</atom:updated><atom:content "
      "type='html'>The "
      "talks of Lund ended.</atom:content></atom:entry></atom:feed>");
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.rows[0].article.text, "Talks end\n\nThe talks of Lund ended.");
  EXPECT_EQ(read.rows[0].article.published, "2019-03-12");
  EXPECT_EQ(read.rows[0].article.publisher, "The Post");
}

}  // namespace
}  // namespace rapporteur
