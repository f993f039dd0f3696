#include "inputs/table_rows.h"

#include <gtest/gtest.h>

#include "inputs/reading.h"

namespace rapporteur {
namespace {

TEST(Table, QuotesLineEndsAndMark) {
  const std::string bytes =
      "\xEF\xBB\xBF"
      "id;Title;Full_Text;Pub Date;Outlet;notes\r\n"
      "1;\"A; \"\"b\"\"\";\"Line one\r\nline two\";12.03.2019;The Post;\r\n"
      "\r\n"
      "2;d;ok;soon;;x";
  for (const size_t piece : {0U, 1U}) {
    const auto read = ReadRows(bytes, {}, "", piece);
    EXPECT_EQ(read.format, InputFormat::kCsv);
    ASSERT_EQ(read.rows.size(), 2U);
    const Article& first = read.rows[0].article;
    EXPECT_EQ(first.text, "Line one\r\nline two");
    EXPECT_EQ(first.title, "A; \"b\"");
    EXPECT_EQ(first.published, "2019-03-12");
    EXPECT_EQ(first.publisher, "The Post");
    EXPECT_EQ(first.id, "1");
    EXPECT_EQ(read.rows[1].article.published, "");
    EXPECT_EQ(read.rows[1].article.notes,
              std::vector<std::string>{"published: found \"soon\", which names no certain day"});
    EXPECT_EQ(read.rows[1].at.row, 2U);
    EXPECT_EQ(read.rows[1].at.line, 5U);
  }
}

TEST(Table, TheDelimiterIsFound) {
  for (const std::string delimiter : {",", ";", "\t", "|"}) {
    const auto read = ReadRows("date" + delimiter + "text\n2019-03-12" + delimiter + "One.\n");
    EXPECT_EQ(read.format, InputFormat::kCsv);
    ASSERT_EQ(read.rows.size(), 1U) << delimiter;
    EXPECT_EQ(read.rows[0].article.text, "One.");
  }
  EXPECT_EQ(DelimiterOf("The text, the title and the date: all were there.\nMore.", {}), 0);
  EXPECT_EQ(DelimiterOf("text\nOne.", {}), 0);
}

TEST(Table, BadRecordsAreSetAsideAndTheRestGoesOn) {
  const auto read = ReadRows(
      "id,text,title\n"
      "1,One.,a\n"
      "2,too few\n"
      "3,Three.,c,too many\n"
      "4,\"said \"so\" twice\",d\n"
      "5,,e\n"
      "6,Six.,f,,\n"
      "7,\"never closed,g\n"
      "8,Eight.,h\n");
  ASSERT_EQ(read.rows.size(), 8U);
  EXPECT_EQ(read.rows[0].article.text, "One.");
  EXPECT_EQ(read.rows[1].reason, "found 2 cells, the first line names 3 columns");
  EXPECT_EQ(read.rows[2].reason, "found 4 cells, the first line names 3 columns");
  EXPECT_EQ(read.rows[3].reason,
            "a quote within a cell is not doubled (\"\", not \\\"), or one that opens a cell is never closed");
  EXPECT_EQ(read.rows[4].reason, "found no text: \"text\" is empty");
  EXPECT_EQ(read.rows[5].article.text, "Six.");
  EXPECT_EQ(read.rows[6].reason, "a quote opens a cell and is never closed");
  EXPECT_EQ(read.rows[6].at.line, 8U);
  EXPECT_EQ(read.rows[7].article.text, "Eight.");
}

TEST(Table, AQuoteThatSwallowsARecordIsFound) {
  const auto read = ReadRows("text,title\n\"one,a\ntwo,\"b\"\nthree,c\n");
  ASSERT_EQ(read.rows.size(), 3U);
  EXPECT_NE(read.rows[0].reason, "");
  EXPECT_EQ(read.rows[1].article.text, "two");
  EXPECT_EQ(read.rows[2].article.text, "three");
}

TEST(Table, MappedColumns) {
  ArticleOptions options;
  options.columns = *ColumnMap::Parse("text=Story,date=When");
  const auto read = ReadRows("Story,text,When,date\nOne.,not this,2019-03-12,2001-01-01\n", options);
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.rows[0].article.text, "One.");
  EXPECT_EQ(read.rows[0].article.published, "2019-03-12");
  options.columns = *ColumnMap::Parse("text=Nothing");
  options.format = InputFormat::kCsv;
  EXPECT_EQ(ReadRows("Story,text\nOne.,x\n", options).problem,
            "--map names the column \"Nothing\"; there are: Story, text");
}

TEST(Table, WithoutATextThereIsNoTable) {
  EXPECT_EQ(ReadRows("name,age\nAda,3\n", {}, "people.csv").problem,
            "found no column of a usual name for the text; there are: name, age; say which with --map "
            "text=COLUMN");
  EXPECT_EQ(ReadRows("", {}, "empty.csv").problem, "found nothing, expected a first line that names the columns");
}

TEST(Table, ACellThatIsTooLargeIsSetAside) {
  ArticleOptions options;
  options.max_row_bytes = 1U << 20U;
  const auto read = ReadRows("text,title\n" + std::string(3U << 20U, 'x') + ",a\ntwo,b\n", options);
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.rows[0].reason, "larger than 1 MiB, the limit for one article");
  EXPECT_EQ(read.rows[1].article.text, "two");
}

TEST(Table, EndlessQuotesEnd) {
  std::string bytes = "text,title\n";
  for (int i = 0; i < 3000; ++i) bytes += "\"\n";
  bytes += "\"";
  const auto read = ReadRows(bytes);
  EXPECT_FALSE(read.rows.empty());
  for (const ReadRow& row : read.rows) EXPECT_NE(row.reason, "");
}

TEST(Columns, HtmlAndPartsOfTexts) {
  const auto html = ReadRows("title,content\nT,<p>One &amp; two.</p><p>Three.</p>\n");
  ASSERT_EQ(html.rows.size(), 1U);
  EXPECT_EQ(html.rows[0].article.text, "One & two.\n\nThree.");
  const auto part = ReadRows("title,description\nT,A summary.\n");
  ASSERT_EQ(part.rows.size(), 1U);
  EXPECT_EQ(part.rows[0].article.notes,
            std::vector<std::string>{"text: taken from \"description\", which may be a part of it"});
}

TEST(Columns, MapsThatMakeNoSense) {
  EXPECT_EQ(ColumnMap::Parse("tekst=a").error().message,
            "found \"tekst=a\", expected FIELD=COLUMN with a field of text, html, title, published, publisher, url, "
            "language, id");
  EXPECT_FALSE(ColumnMap::Parse("text").ok());
  EXPECT_FALSE(ColumnMap::Parse("text=").ok());
  EXPECT_TRUE(ColumnMap::Parse("").ok());
}

}  // namespace
}  // namespace rapporteur
