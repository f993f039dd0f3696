#include "inputs/warc_rows.h"

#include <gtest/gtest.h>

#include "inputs/gzip.h"
#include "inputs/http_message.h"
#include "inputs/reading.h"
#include "inputs/testdata.h"

namespace rapporteur {
namespace {

const std::string kPage =
    "<html><head><title>Talks</title></head><body><p>The ministers met in Lund on Tuesday for a whole day of "
    "talks.</p></body></html>";
const std::string kText = "Talks\n\nThe ministers met in Lund on Tuesday for a whole day of talks.";

std::string Record(const std::string& type, const std::string& content_type, const std::string& block,
                   const std::string& url = "https://www.post.example/a") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2019-03-12T10:00:00Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string Response(const std::string& headers, const std::string& body, const std::string& status = "200 OK") {
  return Record("response", "application/http; msgtype=response",
                "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body);
}

const std::string kHtml = "Content-Type: text/html; charset=utf-8\r\n";

std::string Chunked(const std::string& body) {
  return "5\r\n" + body.substr(0, 5) + "\r\n" +
         [&] {
           char size[16];
           std::snprintf(size, sizeof size, "%zX", body.size() - 5);
           return std::string(size);
         }() +
         ";x=y\r\n" + body.substr(5) + "\r\n0\r\n\r\n";
}

TEST(Warc, PagesAreReadAndTheRestPassedOver) {
  const std::string bytes = Record("warcinfo", "application/warc-fields", "software: x\r\n") +
                            Record("request", "application/http", "GET / HTTP/1.1\r\n\r\n") + Response(kHtml, kPage) +
                            Response("Content-Type: image/png\r\n", "PNG") + Response(kHtml, "moved", "301 Moved") +
                            Record("conversion", "text/plain", "Talks\nThe ministers met.") +
                            Record("resource", "text/html", kPage) + Response(kHtml, "<p>Short.</p>");
  for (const std::string& packed : {bytes, Gzipped(bytes)}) {
    for (const size_t piece : {0U, 1U}) {
      const auto read = ReadRows(packed, {}, "", piece);
      EXPECT_EQ(read.format, InputFormat::kWarc);
      EXPECT_EQ(read.passed_over, 4U);
      ASSERT_EQ(read.rows.size(), 4U);
      EXPECT_EQ(read.rows[0].article.text, kText);
      EXPECT_EQ(read.rows[0].article.url, "https://www.post.example/a");
      EXPECT_EQ(read.rows[0].article.publisher, "post.example");
      EXPECT_EQ(read.rows[0].article.notes,
                std::vector<std::string>{"published: not found on the page, which was fetched on 2019-03-12"});
      EXPECT_EQ(bytes.substr(read.rows[0].at.byte, 8), "WARC/1.0");
      EXPECT_EQ(read.rows[1].article.text, "Talks\nThe ministers met.");
      EXPECT_EQ(read.rows[2].article.text, kText);
      EXPECT_EQ(read.rows[3].reason, "found no running text on the page");
    }
  }
}

TEST(Warc, AMemberForEachRecord) {
  const auto read = ReadRows(Gzipped(Response(kHtml, kPage)) + Gzipped(Response(kHtml, kPage)));
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.rows[1].article.text, kText);
}

TEST(Warc, ContentEncodings) {
  const std::string gzip = "Content-Encoding: gzip\r\n";
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  for (const std::string& record :
       {Response(kHtml + gzip, Gzipped(kPage)), Response(kHtml + chunked, Chunked(kPage)),
        Response(kHtml + gzip + chunked, Chunked(Gzipped(kPage))),
        Response(kHtml + "Content-Encoding: deflate\r\n", Deflated(kPage, MAX_WBITS)),
        Response(kHtml + "Content-Encoding: deflate\r\n", Deflated(kPage, -MAX_WBITS)),
        Response(kHtml + gzip + chunked, kPage)}) {  // unpacked by the crawler, which left the headers
    const auto read = ReadRows(record);
    ASSERT_EQ(read.rows.size(), 1U);
    EXPECT_EQ(read.rows[0].article.text, kText) << read.rows[0].reason;
  }
  EXPECT_EQ(ReadRows(Response(kHtml + "Content-Encoding: br\r\n", "\x8B\x01rubbish")).rows.at(0).reason,
            "the page is packed as \"br\"; gzip and deflate are read");
  EXPECT_EQ(ReadRows(Response(kHtml + gzip, Gzipped(kPage).substr(0, 40))).rows.at(0).reason,
            "the packed page is damaged or cut off");
  EXPECT_EQ(ReadRows(Response(kHtml + chunked, "ff\r\n<p>")).rows.at(0).reason,
            "the page's chunks are damaged or cut off");
}

TEST(Warc, CutOffGivesWhatIsWholeAndTheFault) {
  const std::string one = Response(kHtml, kPage);
  const auto plain = ReadRows(one + one.substr(0, one.size() - 60));
  ASSERT_EQ(plain.rows.size(), 2U);
  EXPECT_EQ(plain.rows[0].article.text, kText);
  EXPECT_TRUE(plain.rows[1].ends_file);
  EXPECT_EQ(plain.rows[1].reason, "the archive ends within a record; it was cut off");
  const std::string packed = Gzipped(one);
  const auto gzip = ReadRows(packed + packed.substr(0, packed.size() / 2));
  ASSERT_EQ(gzip.rows.size(), 2U);
  EXPECT_EQ(gzip.rows[0].article.text, kText);
  EXPECT_EQ(gzip.rows[1].reason, "the gzip data end within a member; the file was cut off");
}

TEST(Warc, DamagedRecordsAreSetAside) {
  const std::string one = Response(kHtml, kPage);
  const auto read =
      ReadRows(one + "rubbish\r\nmore of it\r\n" + one + "WARC/1.0\r\nWARC-Type: response\r\n\r\nx\r\n" + one);
  ASSERT_EQ(read.rows.size(), 5U);
  EXPECT_EQ(read.rows[1].reason, "found no WARC record where one should begin");
  EXPECT_EQ(read.rows[2].article.text, kText);
  EXPECT_EQ(read.rows[3].reason, "the record's header has no Content-Length");
  EXPECT_EQ(read.rows[4].article.text, kText);
}

TEST(Warc, LargeRecordsAndBombsAreSetAside) {
  ArticleOptions options;
  options.max_row_bytes = 1U << 20U;
  const auto read = ReadRows(Response(kHtml, std::string(2U << 20U, 'x')) +
                                 Response(kHtml + "Content-Encoding: gzip\r\n", Gzipped(std::string(4U << 20U, 'x'))) +
                                 Response(kHtml, kPage),
                             options);
  ASSERT_EQ(read.rows.size(), 3U);
  EXPECT_EQ(read.rows[0].reason, "the record is larger than 1 MiB, the limit for one article");
  EXPECT_EQ(read.rows[1].reason, "unpacks to more than 1 MiB, the limit for one article");
  EXPECT_EQ(read.rows[2].article.text, kText);
}

TEST(Http, Heads) {
  const HttpHead head =
      ReadHttpHead("HTTP/1.1 404 Not Found\r\ncontent-TYPE: Text/HTML; Charset=\"UTF-8\"; x\r\n\r\nbody");
  EXPECT_EQ(head.status, 404);
  EXPECT_EQ(head.type, "text/html");
  EXPECT_EQ(head.charset, "utf-8");
  EXPECT_EQ(head.body_at, 71U);
  EXPECT_EQ(ReadHttpHead("no head").status, 0);
  EXPECT_EQ(ReadHttpHead("").status, 0);
}

}  // namespace
}  // namespace rapporteur
