#include "inputs/open_articles.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "inputs/reading.h"
#include "inputs/testdata.h"

namespace rapporteur {
namespace {

TEST(OpenArticles, ATextIsTakenAsItStands) {
  const std::string text =
      "\xEF\xBB\xBF"
      "LUND -- The talks,\r\nhe said, \"went on\".\n" +
      std::string(1, '\0');
  for (const std::string& bytes :
       {text, std::string("{curly, but no JSON}"), std::string("[1] A note"), std::string(),
        std::string("text, title and date were there.\nMore."), std::string("<3 is no markup")}) {
    const auto read = ReadRows(bytes);
    EXPECT_EQ(read.format, InputFormat::kText) << bytes;
    ASSERT_EQ(read.rows.size(), 1U) << read.problem;
    EXPECT_EQ(read.rows[0].article.text, bytes);
  }
}

TEST(OpenArticles, PackedAndInUtf16) {
  const std::string line = "{\"text\": \"h\u00E9\"}\n";
  std::string utf16 = "\xFF\xFE";
  for (const char32_t c : std::u32string(U"{\"text\": \"h\u00E9\"}\n")) {
    utf16 += static_cast<char>(c & 0xFF);
    utf16 += static_cast<char>(c >> 8U);
  }
  for (const std::string& bytes : {line, Gzipped(line), utf16, Gzipped(utf16), Gzipped(Gzipped(line))}) {
    const auto read = ReadRows(bytes);
    EXPECT_EQ(read.format, InputFormat::kJsonLines);
    ASSERT_EQ(read.rows.size(), 1U) << read.problem;
    EXPECT_EQ(read.rows[0].article.text, "h\u00E9");
  }
  const auto text = ReadRows(utf16 + "x", [] {
    ArticleOptions options;
    options.format = InputFormat::kText;
    return options;
  }());
  EXPECT_EQ(text.rows.at(0).article.text, line + "\uFFFD");
}

TEST(OpenArticles, WhatIsNotReadIsNamed) {
  EXPECT_EQ(ReadRows("%PDF-1.7").problem, "found a PDF; turn it into text first (pdftotext)");
  EXPECT_EQ(ReadRows("PK\x03\x04zip").problem,
            "found a ZIP archive (perhaps .docx, .xlsx or .epub); unpack it, or save it as text");
  EXPECT_TRUE(ReadRows("PAR1rubbish")
                  .problem.starts_with("found Parquet, which this program was built without DuckDB to read"));
  EXPECT_EQ(ReadRows(std::string("\x1F\x8B\x00rubbish", 10)).problem,
            "the gzip data are damaged: unknown compression method");
  EXPECT_EQ(ReadRows("\x1F\x8B").problem, "the gzip data end within a member; the file was cut off");
}

TEST(OpenArticles, TheNameHelpsWhereTheBytesDoNot) {
  EXPECT_EQ(ReadRows("not JSON", {}, "a/news.jsonl").rows.at(0).reason.substr(0, 7), "no JSON");
  EXPECT_EQ(ReadRows("", {}, "news.json").rows.size(), 0U);
  EXPECT_EQ(ReadRows("Only words.", {}, "page.html.gz").format, InputFormat::kHtml);
  EXPECT_EQ(ReadRows("{\"text\": \"One.\"}", {}, "misnamed.csv").format, InputFormat::kJsonLines);
  EXPECT_TRUE(IsArticleFile("NEWS.JSONL.GZ"));
  EXPECT_TRUE(IsArticleFile("report.txt"));
  EXPECT_FALSE(IsArticleFile("notes.md"));
  EXPECT_FALSE(IsArticleFile("txt"));
}

TEST(OpenArticles, TheFormatMayBeSaid) {
  ArticleOptions options;
  options.format = InputFormat::kText;
  EXPECT_EQ(ReadRows("{\"text\": \"One.\"}", options).rows.at(0).article.text, "{\"text\": \"One.\"}");
  options.format = InputFormat::kJson;
  EXPECT_EQ(ReadRows("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}", options).rows.size(), 2U);
  EXPECT_EQ(ReadRows("[{\"text\": \"One.\"}]", options).rows.size(), 1U);
  options.format = InputFormat::kTsv;
  EXPECT_EQ(ReadRows("text\ttitle\nOne, two.\tT\n", options).rows.at(0).article.text, "One, two.");
  EXPECT_EQ(*InputFormatNamed("RSS"), InputFormat::kFeed);
  EXPECT_EQ(InputFormatName(InputFormat::kJsonLines), "jsonl");
  EXPECT_EQ(InputFormatNamed("word").error().message,
            "no input format 'word'; there are text, html, jsonl, json, csv, tsv, rss, atom, warc, nexis, factiva and "
            "parquet");
}

TEST(OpenArticles, AReportThatIsTooLargeIsRefused) {
  ArticleOptions options;
  options.decode.max_bytes = 1U << 20U;
  const auto read = ReadRows(std::string((1U << 20U) + 1, 'a'), options);
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.rows[0].reason, "found more than 1 MiB, the limit for one report; split the file");
}

// The whole file is never in memory: only what a row needs is asked for.
class Endless : public ByteSource {
 public:
  explicit Endless(uint64_t* given) : given_(given) {}
  Result<size_t> Read(char* to, size_t most) override {
    static constexpr std::string_view kLine = "{\"text\": \"One.\"}\n";
    const size_t count = std::min(most, kLine.size());
    std::copy_n(kLine.data(), count, to);
    *given_ += count;
    return count;
  }

 private:
  uint64_t* given_;
};

TEST(OpenArticles, RowsComeBeforeTheFileIsRead) {
  uint64_t given = 0;
  auto opened = OpenArticles(std::make_unique<Endless>(&given), "", {});
  ASSERT_TRUE(opened.ok());
  for (int i = 0; i < 20000; ++i) {
    const auto row = opened->rows->Next();
    ASSERT_TRUE(row);
    EXPECT_EQ(row->at.row, static_cast<uint64_t>(i) + 1);
  }
  EXPECT_LT(given, 20000U * 17 + (1U << 17U));
}

TEST(OpenArticles, TablesOfOldAndOtherProgrammes) {
  const std::string table = "title,text\nA,\"The ministers met in Lund.\"\nB,They met again.\n";
  std::string returns = table;
  std::replace(returns.begin(), returns.end(), '\n', '\r');
  std::string wide;  // UTF-16 without its mark
  for (const char c : table) wide += std::string(1, c) + '\0';
  for (const std::string& form :
       {table, returns, wide, std::string("sep=;\ntitle;text\nA;The ministers met in Lund.\nB;They met again.")}) {
    for (const size_t piece : {0U, 1U}) {
      const auto read = ReadRows(form, {}, "news.csv", piece);
      ASSERT_EQ(read.rows.size(), 2U) << read.problem;
      EXPECT_EQ(read.rows[0].article.text, "The ministers met in Lund.");
      EXPECT_EQ(read.rows[1].article.title, "B");
    }
  }
  const auto report = ReadRows("They met in Lund.\rThey met again.\r", {}, "report.txt");
  ASSERT_EQ(report.rows.size(), 1U);
  EXPECT_EQ(report.rows[0].article.text, "They met in Lund.\rThey met again.\r");  // as it stands
}

TEST(OpenArticles, WhatIsNoTextIsTold) {
  std::string bytes;
  for (int i = 0; i < 4000; ++i) bytes.push_back(static_cast<char>(i * 7 % 256));
  EXPECT_EQ(
      ReadRows(bytes, {}, "a.txt").problem,
      "found bytes that are no text, as of a picture or a program; turn the file into text first, or name its format "
      "with --from");
  EXPECT_EQ(ReadRows("\x89PNG\r\n").problem, "found a picture (PNG); only text is read");
  EXPECT_EQ(ReadRows("They met in Lund.\f\tThey met\x01 again.").problem, "");
}

TEST(OpenArticles, AnExportWithoutDocumentsIsTold) {
  ArticleOptions options;
  options.format = InputFormat::kNexis;
  const auto read = ReadRows("title,text\nA,They met.\n", options);
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_TRUE(read.rows[0].ends_file);
  EXPECT_EQ(
      read.rows[0].reason,
      "found no document of Nexis, expected lines such as \"LENGTH: 512 words\" or \"Load-Date: March 12, 2019\"");
}

}  // namespace
}  // namespace rapporteur
