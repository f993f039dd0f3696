#include "store/parquet_rows.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/test_folder.h"
#include "inputs/open_articles.h"
#include "store/duck.h"

namespace rapporteur {
namespace {

class Parquet : public FolderTest {
 protected:
  // What DuckDB writes of this query.
  std::string Write(const std::string& query, const std::string& name = "a.parquet") const {
    std::string path = (root_ / name).string();
    auto duck = DuckDatabase::Open((root_ / "made.duckdb").string(), {});
    EXPECT_TRUE(duck.ok());
    const auto ran = duck->Run("COPY (" + query + ") TO '" + path + "' (FORMAT parquet)");
    EXPECT_TRUE(ran.ok()) << (ran.ok() ? "" : ran.error().message);
    return path;
  }
};

TEST_F(Parquet, RowsWithTheUsualNames) {
  const std::string path = Write(
      "SELECT * FROM (VALUES (1, 'One.', 'T', DATE '2019-03-12', ['x']), (2, NULL, 'U', NULL, []), (3, 'Drei — é.', "
      "NULL, DATE "
      "'2019-03-14', NULL)) AS t(id, full_text, title, pub_date, tags)",
      "odd [name]*.parquet");
  const auto rows = ParquetRows(path, {});
  ASSERT_TRUE(rows.ok()) << rows.error().message;
  const auto first = (*rows)->Next()->article();
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(first->text, "One.");
  EXPECT_EQ(first->title, "T");
  EXPECT_EQ(first->published, "2019-03-12");
  EXPECT_EQ(first->id, "1");
  EXPECT_EQ((*rows)->Next()->article().error().message, "found no text: \"full_text\" is empty");
  const auto third = (*rows)->Next();
  EXPECT_EQ(third->article()->text, "Drei — é.");
  EXPECT_EQ(third->at.row, 3U);
  EXPECT_FALSE((*rows)->Next());
  EXPECT_FALSE((*rows)->Next());
}

TEST_F(Parquet, MappedColumnsListsAndTimes) {
  const std::string path = Write(
      "SELECT ['One.', 'Two.'] AS \"my \"\"story\"\"\", TIMESTAMP '2019-03-12 10:15:00' AS happened, 'no' AS text");
  ArticleOptions options;
  options.columns = *ColumnMap::Parse("text=my \"story\",published=happened");
  const auto rows = ParquetRows(path, options);
  ASSERT_TRUE(rows.ok()) << rows.error().message;
  const auto article = (*rows)->Next()->article();
  ASSERT_TRUE(article.ok()) << article.error().message;
  EXPECT_EQ(article->text, "One.\n\nTwo.");
  EXPECT_EQ(article->published, "2019-03-12");
  options.columns = *ColumnMap::Parse("text=none");
  EXPECT_EQ(ParquetRows(path, options).error().message,
            "--map names the column \"none\"; there are: my \"story\", happened, text");
}

TEST_F(Parquet, ManyRowsComeInOrder) {
  const std::string path = Write("SELECT 'Text ' || i AS text FROM range(10000) r(i)");
  const auto rows = ParquetRows(path, {});
  ASSERT_TRUE(rows.ok());
  for (int i = 0; i < 10000; ++i) {
    const auto row = (*rows)->Next();
    ASSERT_TRUE(row);
    ASSERT_EQ(row->article()->text, "Text " + std::to_string(i));
  }
  EXPECT_FALSE((*rows)->Next());
}

TEST_F(Parquet, WhatCannotBeReadIsTold) {
  EXPECT_EQ(ParquetRows(Write("SELECT 1 AS number"), {}).error().message,
            "found no column of a usual name for the text; there are: number; say which with --map text=COLUMN");
  std::ofstream(root_ / "bad.parquet") << "PAR1 and no more of it, PAR1";
  const auto bad = ParquetRows((root_ / "bad.parquet").string(), {});
  ASSERT_FALSE(bad.ok());
  EXPECT_TRUE(bad.error().message.starts_with("cannot read the Parquet file: ")) << bad.error().message;
  EXPECT_FALSE(ParquetRows((root_ / "none.parquet").string(), {}).ok());
  EXPECT_EQ(ParquetRows("-", {}).error().code, ErrorCode::kUsage);
}

TEST_F(Parquet, TheDoorToAllFormatsLeadsHere) {
  const std::string path = Write("SELECT 'One.' AS text");
  ArticleOptions options;
  options.parquet = ParquetRows;
  auto opened = OpenArticles(OpenFileBytes(path).value(), path, options);
  ASSERT_TRUE(opened.ok()) << opened.error().message;
  EXPECT_EQ(opened->format, InputFormat::kParquet);
  EXPECT_EQ(opened->rows->Next()->article()->text, "One.");
}

}  // namespace
}  // namespace rapporteur
