#include "inputs/json_rows.h"

#include <gtest/gtest.h>

#include "inputs/json_fields.h"
#include "inputs/reading.h"

namespace rapporteur {
namespace {

TEST(JsonLines, OneObjectALine) {
  const std::string bytes =
      "\xEF\xBB\xBF{\"text\": \"The talks went on.\", \"title\": \"Talks\", \"date\": \"2019-03-12\", \"source\": "
      "\"The "
      "Post\", \"url\": \"https://p.example/a\", \"id\": 7, \"lang\": \"en\"}\r\n"
      "\n"
      "{\"Full Text\": \"They ended.\", \"publishedAt\": 1552385700}";
  for (const size_t piece : {0U, 1U, 50U}) {
    const auto read = ReadRows(bytes, {}, "", piece);
    EXPECT_EQ(read.format, InputFormat::kJsonLines);
    ASSERT_EQ(read.rows.size(), 2U);
    const Article& first = read.rows[0].article;
    EXPECT_EQ(first.text, "The talks went on.");
    EXPECT_EQ(first.title, "Talks");
    EXPECT_EQ(first.published, "2019-03-12");
    EXPECT_EQ(first.publisher, "The Post");
    EXPECT_EQ(first.url, "https://p.example/a");
    EXPECT_EQ(first.id, "7");
    EXPECT_EQ(first.language, "en");
    EXPECT_TRUE(first.notes.empty());
    EXPECT_EQ(read.rows[1].article.text, "They ended.");
    EXPECT_EQ(read.rows[1].article.published, "2019-03-12");
    EXPECT_EQ(read.rows[1].at.row, 2U);
    EXPECT_EQ(read.rows[1].at.line, 3U);
    EXPECT_EQ(bytes.substr(read.rows[1].at.byte, 3), "{\"F");
  }
}

TEST(JsonLines, BadLinesAreSetAsideAndTheRestGoesOn) {
  const auto read = ReadRows(
      "{\"text\": \"One.\"}\n"
      "{\"text\": \"cut off\n"
      "[1, 2]\n"
      "12\n"
      "{\"text\": \"  \"}\n"
      "{\"headline\": \"No text here\"}\n"
      "{\"text\": \"\xFF\xC0 is no UTF-8\"}\n"
      "{\"text\": \"Last.\"}");
  ASSERT_EQ(read.rows.size(), 8U);
  EXPECT_EQ(read.rows[0].reason, "");
  EXPECT_TRUE(read.rows[1].reason.starts_with("no JSON, at byte ")) << read.rows[1].reason;
  EXPECT_EQ(read.rows[1].at.line, 2U);
  EXPECT_EQ(read.rows[2].reason, "found a list, expected an object");
  EXPECT_EQ(read.rows[3].reason, "found a single value, expected an object");
  EXPECT_EQ(read.rows[4].reason, "found no text: \"text\" is empty");
  EXPECT_EQ(read.rows[5].reason,
            "found no column of a usual name for the text; there are: headline; say which with --map text=COLUMN");
  EXPECT_EQ(read.rows[6].reason, "");
  EXPECT_EQ(read.rows[7].article.text, "Last.");
}

TEST(JsonLines, AnyEncodingOfTheLine) {
  const auto latin = ReadRows("{\"text\": \"Le pr\xE9sident a parl\xE9.\"}\n{\"text\": \"Le président.\"}\n");
  ASSERT_EQ(latin.rows.size(), 2U);
  EXPECT_EQ(latin.rows[0].article.text, "Le président a parlé.");
  EXPECT_EQ(latin.rows[1].article.text, "Le président.");
}

TEST(JsonLines, ALineThatIsTooLongIsPassedOver) {
  ArticleOptions options;
  options.max_row_bytes = 1U << 20U;
  const std::string bytes =
      "{\"text\": \"One.\"}\n{\"text\": \"" + std::string(3U << 20U, 'x') + "\"}\n{\"text\": \"Two.\"}\n";
  const auto read = ReadRows(bytes, options);
  ASSERT_EQ(read.rows.size(), 3U);
  EXPECT_EQ(read.rows[1].reason, "larger than 1 MiB, the limit for one article");
  EXPECT_EQ(read.rows[2].article.text, "Two.");
  EXPECT_EQ(read.rows[2].at.line, 3U);
}

TEST(Json, AListOfObjects) {
  const std::string bytes =
      " [ {\"content\": \"A \\\"}] b.\", \"pubDate\": \"Tue, 12 Mar 2019 10:15:00 GMT\"},\n 7,\n"
      "{\"content\": {\"deep\": [[[]]]}, \"body\": [\"First.\", \"Second.\"]} ] trailing";
  for (const size_t piece : {0U, 1U}) {
    const auto read = ReadRows(bytes, {}, "", piece);
    EXPECT_EQ(read.format, InputFormat::kJson);
    ASSERT_EQ(read.rows.size(), 3U);
    EXPECT_EQ(read.rows[0].article.text, "A \"}] b.");
    EXPECT_EQ(read.rows[0].article.published, "2019-03-12");
    EXPECT_EQ(read.rows[1].reason, "found a single value, expected an object");
    EXPECT_EQ(read.rows[2].article.text, "First.\n\nSecond.");
    EXPECT_EQ(read.rows[2].at.line, 3U);
  }
}

TEST(Json, ObjectsOverSeveralLinesAndAListWithinAnObject) {
  const auto pretty = ReadRows("{\n  \"text\": \"One.\"\n}\n{\n  \"text\": \"Two.\"\n}\n");
  ASSERT_EQ(pretty.rows.size(), 2U);
  EXPECT_EQ(pretty.rows[1].article.text, "Two.");
  const auto wrapped = ReadRows(
      "{\"status\": \"ok\", \"articles\": [{\"source\": {\"id\": null, \"name\": \"The Post\"}, \"content\": "
      "\"One.\"}, "
      "{\"content\": \"Two.\"}], \"more\": [{\"content\": \"not this\"}]}");
  ASSERT_EQ(wrapped.rows.size(), 2U);
  EXPECT_EQ(wrapped.rows[0].article.publisher, "The Post");
  EXPECT_EQ(wrapped.rows[1].article.text, "Two.");
  // A text beside the list: the object is the article, and its list is something else.
  const auto article = ReadRows("{\"text\": \"One.\", \"items\": [{\"text\": \"no article\"}]}");
  ASSERT_EQ(article.rows.size(), 1U);
  EXPECT_EQ(article.rows[0].article.text, "One.");
}

TEST(Json, CutOffGivesWhatIsWholeAndTheFault) {
  const auto read = ReadRows("[{\"text\": \"One.\"}, {\"text\": \"Tw");
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.rows[0].article.text, "One.");
  EXPECT_TRUE(read.rows[1].ends_file);
  EXPECT_EQ(read.rows[1].reason, "the file ends within a JSON value; it was cut off, or a bracket is missing");
}

TEST(Json, AFirstLineThatIsBrokenIsStillALine) {
  const auto read = ReadRows("{\"text\": \"One\n{\"text\": \"Two.\"}\n");
  EXPECT_EQ(read.format, InputFormat::kJsonLines);
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_NE(read.rows[0].reason, "");
  EXPECT_EQ(read.rows[1].article.text, "Two.");
}

TEST(JsonFields, DeepNestingCostsNothing) {
  const std::string deep(200000, '[');
  EXPECT_FALSE(ReadJsonFields(deep).ok());
  const auto fields = ReadJsonFields("{\"a\": " + deep + std::string(200000, ']') + ", \"text\": \"One.\"}");
  ASSERT_TRUE(fields.ok());
  ASSERT_EQ(fields->size(), 1U);
  EXPECT_EQ(fields->front().name, "text");
}

TEST(JsonFields, NamesOfWhatIsWithin) {
  const auto fields = ReadJsonFields(
      R"({"a": {"b": {"c": "three", "d": {"e": "four"}}}, "t": true, "n": -1.50, "z": null, "l": ["x", {"y": "no"}, "w"]})");
  ASSERT_TRUE(fields.ok());
  std::string all;
  for (const NamedField& field : *fields) all += field.name + "=" + field.value + ";";
  EXPECT_EQ(all, "a.b.c=three;t=true;n=-1.50;l=x\n\nw;");
}

TEST(JsonLayout, WhatIsNoJsonOfObjects) {
  for (const std::string text : {"", "[1] The report", "{curly} text", "[ \"a\" ]", "plain", "[[{}]]"}) {
    EXPECT_FALSE(LayoutOfJson(text)) << text;
  }
}

}  // namespace
}  // namespace rapporteur
