#include "tools/article_stream.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/test_folder.h"
#include "tools/rejects.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

class Stream : public FolderTest {
 protected:
  Input Put(const std::string& name, const std::string& content) const { return {PutFile(name, content), name}; }
};

TEST_F(Stream, InputsOneAfterTheOther) {
  ArticleStream stream({Put("a.txt", "One."),
                        {"/no/such", "such"},
                        Put("b.jsonl", "{\"text\": \"Two.\"}\n[]\n"),
                        Put("c.pdf", "%PDF-1.7"),
                        Put("d.txt", "Three.")},
                       {});
  std::string all;
  for (auto row = stream.Next(); row; row = stream.Next()) {
    const auto article = row->row.article();
    all += fs::path(row->name()).filename().string() + ": " + (article.ok() ? article->text : article.error().message) +
           "\n";
  }
  EXPECT_EQ(all,
            "a.txt: One.\n"
            "such: cannot open: No such file or directory\n"
            "b.jsonl, row 1: Two.\n"
            "b.jsonl, row 2: found a list, expected an object\n"
            "c.pdf: found a PDF; turn it into text first (pdftotext)\n"
            "d.txt: Three.\n");
  EXPECT_TRUE(stream.any_with_many());
}

TEST(SaidOfArticle, TheUserCountsForOneReportTheFileForMany) {
  Article article;
  article.title = "File's title";
  article.published = "2019-03-12";
  ReadOptions said;
  said.title = "User's title";
  said.published = Date{2001, 1, 1};
  said.publisher = "User's publisher";
  const ReadOptions one = SaidOfArticle(article, said, true);
  EXPECT_EQ(one.title, "User's title");
  EXPECT_EQ(one.published, (Date{2001, 1, 1}));
  const ReadOptions many = SaidOfArticle(article, said, false);
  EXPECT_EQ(many.title, "File's title");
  EXPECT_EQ(many.published, (Date{2019, 3, 12}));
  EXPECT_EQ(many.publisher, "User's publisher");
  EXPECT_EQ(many.url, "");
}

TEST(HowToReadArticles, WhatMakesNoSenseIsTold) {
  InputOptions input;
  input.from = "word";
  EXPECT_TRUE(HowToReadArticles(input).error().message.starts_with("--from: no input format 'word'"));
  input.from = "csv";
  input.map = "text";
  EXPECT_TRUE(HowToReadArticles(input).error().message.starts_with("--map: found \"text\", expected FIELD=COLUMN"));
  input.map = "text=Story";
  input.date_order = "mdy";
  const auto how = HowToReadArticles(input);
  ASSERT_TRUE(how.ok());
  EXPECT_EQ(how->format, InputFormat::kCsv);
  EXPECT_EQ(how->columns.text, "Story");
  EXPECT_EQ(how->day_order, DayOrder::kMonthFirst);
}

TEST_F(Stream, RejectsLieBesideTheOutput) {
  StreamRow row{{"in.csv", "in.csv"},
                InputFormat::kCsv,
                BadRow({3, 7, 40}, {ErrorCode::kFormat, "bad"}, std::make_shared<const std::string>("a,\"b\xFF"))};
  const Error reason = row.row.article().error();
  const std::string line =
      "{\"file\":\"in.csv\",\"row\":3,\"line\":7,\"byte\":40,\"reason\":\"bad\",\"bytes\":\"a,\\\"b\uFFFD\"}\n";
  const std::string output = (root_ / "out.jsonl").string();
  Rejects beside("", output);
  ASSERT_TRUE(beside.Add(row, reason).ok());
  ASSERT_TRUE(beside.Commit().ok());
  EXPECT_EQ(Get(output + ".rejects.jsonl"), line);

  Rejects none("", output);  // a later run without bad rows replaces the file
  ASSERT_TRUE(none.Commit().ok());
  EXPECT_EQ(Get(output + ".rejects.jsonl"), "");

  Rejects folder("", root_.string() + "/records/");
  ASSERT_TRUE(folder.Add(row, reason).ok());
  ASSERT_TRUE(folder.Commit().ok());
  EXPECT_EQ(Get(root_ / "records" / "rejects.jsonl"), line);

  Rejects said((root_ / "said").string(), "");
  ASSERT_TRUE(said.Commit().ok());
  EXPECT_TRUE(fs::exists(root_ / "said"));

  EXPECT_EQ(Rejects("", "").path(), "");
  EXPECT_EQ(Rejects("", "/dev/null").path(), "");
  EXPECT_FALSE(Rejects((root_ / "no" / "such").string(), "").Commit().ok());
}

TEST_F(Stream, AnArticleAsJson) {
  Article article;
  article.text = "One\n\"two\".";
  article.published = "2019-03-12";
  article.notes = {"a note"};
  EXPECT_EQ(
      ArticleAsJson(article, {{"in.csv", "in.csv"}, InputFormat::kCsv, BadRow({3, 7, 40}, {})}),
      "{\"id\":null,\"title\":null,\"published\":\"2019-03-12\",\"publisher\":null,\"url\":null,\"language\":null,"
      "\"text\":\"One\\n\\\"two\\\".\",\"file\":\"in.csv\",\"row\":3,\"notes\":[\"a note\"]}\n");
}

}  // namespace
}  // namespace rapporteur
