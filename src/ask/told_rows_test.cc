#include "ask/told_rows.h"

#include <sstream>

#include "ask/ask_fixture.h"
#include "ask/write_rows.h"
#include "formats/display.h"

namespace rapporteur {
namespace {

class ToldRowsTest : public AskTest {
 protected:
  static std::vector<ToldRow> RowsFor(Store& store, const Question& question, bool mentions = false) {
    const auto found = Find(store, question);
    EXPECT_TRUE(found.ok()) << found.error().message;
    if (!found.ok()) return {};
    auto rows = RowsOf(store, *found, mentions);
    EXPECT_TRUE(rows.ok()) << rows.error().message;
    return rows.ok() ? std::move(*rows) : std::vector<ToldRow>();
  }
  static Question OfKind(ItemKind kind) {
    Question question;
    question.kinds = {kind};
    return question;
  }
};

TEST_F(ToldRowsTest, AnEventInColumns) {
  Store store = TwoReports();
  Question question = OfKind(ItemKind::kEvent);
  question.types = {"CONSULT"};
  const auto rows = RowsFor(store, question);
  ASSERT_EQ(rows.size(), 2U);
  const ToldRow& row = rows.front();
  EXPECT_EQ(row.status, "future");
  EXPECT_EQ(row.from, (Date{2026, 3, 6}));
  EXPECT_EQ(row.who, (std::vector<std::string>{"Ada Brenn (NVA)", "her Selkian counterpart (SLK)"}));
  EXPECT_EQ(row.to_whom, std::vector<std::string>{"Selk"});
  EXPECT_EQ(row.place, "Ostravil, NVA");
  EXPECT_EQ(row.words,
            "Norvia’s foreign minister, Ada Brenn, will meet her Selkian counterpart in Ostravil on Friday.");
  EXPECT_EQ(row.publisher, "The Ostravil Post");
  EXPECT_EQ(row.published, "2026-03-03");
  EXPECT_EQ(row.url, "https://example.org/1");
  EXPECT_TRUE(row.item.starts_with("ev-"));
}

TEST_F(ToldRowsTest, EveryKindHasItsWords) {
  Store store = TwoReports();
  const std::vector<std::string> expected = {
      "",  // actors are not asked here
      "At least 12 people were killed by gunmen near the lake on Monday, Brenn said.",
      "At least 12 people were killed by gunmen near the lake on Monday",
      "The border should stay open",
      "Norvia’s foreign minister, Ada Brenn, will meet her Selkian counterpart in Ostravil on Friday.",
      "Under the Lake Accord of 2019 both sides owe a withdrawal of troops, in return for trade.",
      "the border"};
  for (size_t kind = 1; kind < expected.size(); ++kind) {
    Question question = OfKind(static_cast<ItemKind>(kind));
    bool found = false;
    for (const ToldRow& row : RowsFor(store, question)) found = found || row.words == expected[kind];
    EXPECT_TRUE(found) << kind;
  }
}

TEST_F(ToldRowsTest, AtWhoseWord) {
  Store store = TwoReports();
  Question question = OfKind(ItemKind::kEvent);
  question.types = {"ASSAULT"};
  const auto rows = RowsFor(store, question);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].said_by, std::vector<std::string>{"Ada Brenn (NVA)"});
}

TEST_F(ToldRowsTest, MentionsAndWhatTheyTellOtherwise) {
  Store store = TwoReports();
  Merged(store);
  Question question = OfKind(ItemKind::kEvent);
  question.differing = true;
  auto rows = RowsFor(store, question);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].differs, "killed: At least 12 (The Ostravil Post), 9 (Selk Today)");
  EXPECT_EQ(rows[0].reports, 2);
  rows = RowsFor(store, question, true);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].differs, "killed: At least 12");
  EXPECT_EQ(rows[1].differs, "killed: 9");
  EXPECT_EQ(rows[1].publisher, "Selk Today");
  EXPECT_TRUE(rows[0].first);
  EXPECT_FALSE(rows[1].first);
  rows = RowsFor(store, OfKind(ItemKind::kDispute));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_TRUE(rows[0].between_reports);
  EXPECT_EQ(rows[0].type, "ASSAULT");
}

TEST_F(ToldRowsTest, CsvAndJsonKeepEveryColumnOnOneLine) {
  Store store = TwoReports();
  Question question = OfKind(ItemKind::kEvent);
  auto rows = RowsFor(store, question);
  ASSERT_EQ(rows.size(), 4U);
  rows.resize(1);
  rows[0].words = "a\tb\nc, \"d\"";
  rows[0].report = "rp-1";
  rows[0].item = "ev-1";
  EXPECT_EQ(
      WriteRowsCsv(rows),
      "kind,type,mode,status,day,last_day,who,to_whom,place,words,said_by,differs,first_seen,last_seen,reports,"
      "publishers,report,publisher,published,url,item\n"
      "event,ASSAULT,firearms,actual,2026-03-03,2026-03-03,gunmen,,,\"a b c, \"\"d\"\"\",Ada Brenn (NVA),,2026-03-03,"
      "2026-03-03,1,1,rp-1,The Ostravil Post,2026-03-03,https://example.org/1,ev-1\n");
  EXPECT_EQ(WriteRowsJson(rows),
            R"({"kind":"event","type":"ASSAULT","mode":"firearms","status":"actual","day":"2026-03-03",)"
            R"("last_day":"2026-03-03","who":["gunmen"],"to_whom":[],"place":null,"words":"a b c, \"d\"",)"
            R"x("said_by":["Ada Brenn (NVA)"],"differs":null,"first_seen":"2026-03-03","last_seen":"2026-03-03",)x"
            R"("reports":1,"publishers":1,"report":"rp-1","publisher":"The Ostravil Post","published":"2026-03-03",)"
            R"("url":"https://example.org/1","item":"ev-1"})"
            "\n");
}

TEST_F(ToldRowsTest, TextFitsThePage) {
  Store store = TwoReports();
  Merged(store);
  for (const int width : {72, 100}) {
    TextOptions look;
    look.width = width;
    const std::string text = WriteRowsText(RowsFor(store, {}, true), look, true);
    EXPECT_NE(text.find("Brenn"), std::string::npos);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(DisplayWidth(line), width) << line;
  }
}

TEST_F(ToldRowsTest, Counts) {
  Store store = TwoReports();
  const auto rows = RowsFor(store, OfKind(ItemKind::kEvent));
  const auto counted = [&](CountBy by) { return WriteTable(CountRows(rows, by), TableForm::kCsv, {}); };
  EXPECT_EQ(counted(CountBy::kMonth), "month,count\n2026-03,4\n");
  EXPECT_EQ(counted(CountBy::kDay), "day,count\n2026-03-03,1\n2026-03-06,1\n2026-03-10,1\n2026-03-13,1\n");
  EXPECT_EQ(counted(CountBy::kStatus), "status,count\nactual,2\nfuture,2\n");
  EXPECT_EQ(counted(CountBy::kActor),
            "actor,count\nAda Brenn (NVA),2\nSelk,2\ngunmen,2\nher Selkian counterpart (SLK),2\n");
  EXPECT_EQ(counted(CountBy::kPair), "pair,count\nAda Brenn (NVA) → Selk,2\nher Selkian counterpart (SLK) → Selk,2\n");
  EXPECT_EQ(counted(CountBy::kPlace), "place,count\n,2\n\"Ostravil, NVA\",2\n");
}

TEST_F(ToldRowsTest, AnyTable) {
  Store store = TwoReports();
  auto rows = store.Ask(
      "SELECT 1 AS n, 'a\tb' AS words, NULL AS nothing, [1, 2] AS list, true AS flag, 0.5 AS half, "
      "DATE '2026-03-03' AS day, TIMESTAMP '2026-03-03 04:05:06' AS moment, '' AS empty");
  ASSERT_TRUE(rows.ok()) << rows.error().message;
  const auto table = ReadAll(std::move(*rows));
  ASSERT_TRUE(table.ok()) << table.error().message;
  EXPECT_EQ(WriteTable(*table, TableForm::kCsv, {}),
            "n,words,nothing,list,flag,half,day,moment,empty\n1,a b,,1|2,true,0.5,2026-03-03,2026-03-03T04:05:06,\n");
  EXPECT_EQ(WriteTable(*table, TableForm::kJsonLines, {}),
            R"({"n":1,"words":"a b","nothing":null,"list":[1,2],"flag":true,"half":0.5,"day":"2026-03-03",)"
            R"("moment":"2026-03-03T04:05:06","empty":""})"
            "\n");
  EXPECT_EQ(WriteTable(*table, TableForm::kText, {}).find("n words"), 0U);
}

}  // namespace
}  // namespace rapporteur
