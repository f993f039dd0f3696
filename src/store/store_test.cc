#include "store/store.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "store/schema.h"
#include "store/store_fixture.h"

namespace rapporteur {
namespace {

std::string Slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Whether `got` says all that `expected` says, and nothing in fields that `expected` does not have: later versions of
// the record have more fields, of which an older store knows nothing.
bool Holds(const nlohmann::json& expected, const nlohmann::json& got) {
  if (expected.is_array() && got.is_array())
    return std::equal(expected.begin(), expected.end(), got.begin(), got.end(), Holds);
  if (!expected.is_object() || !got.is_object()) return expected == got;
  for (const auto& [key, value] : expected.items()) {
    if (!got.contains(key) || !Holds(value, got[key])) return false;
  }
  for (const auto& [key, value] : got.items()) {
    if (!expected.contains(key) && !value.empty()) return false;
  }
  return true;
}

nlohmann::json Parsed(const std::string& lines) {
  auto all = nlohmann::json::array();
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) all.push_back(nlohmann::json::parse(line));
  return all;
}

// A report of its own: the sample under another publisher, read by another lexicon where that is said.
Record SampleBy(const std::string& publisher, const std::string& lexicon = "beef") {
  ReadOptions options;
  options.published = Date{2026, 3, 3};
  options.publisher = publisher;
  return MakeRecord(SampleParsed(), SampleItems(), options, {"0.1.0", "feed", lexicon});
}

TEST_F(StoreTest, ARecordComesBackByteForByte) {
  const Record record = FullRecord();
  {
    Store store = OpenOrDie();
    EXPECT_EQ(AddOrDie(store, {record}), std::vector<Fate>{Fate::kAdded});
  }
  for (const bool read_only : {false, true}) {
    auto store = Store::Open(path_, Options(read_only));
    ASSERT_TRUE(store.ok()) << store.error().message;
    EXPECT_EQ(store->size(), 1U);
    const auto loaded = store->Load(record.ids.report);
    ASSERT_TRUE(loaded.ok()) << loaded.error().message;
    ASSERT_TRUE(*loaded);
    EXPECT_EQ(WriteJsonLines(**loaded), WriteJsonLines(record));
    EXPECT_EQ(Lines(*store), WriteJsonLines(record));
    EXPECT_FALSE(store->Load("rp-000000000000")->has_value());
  }
}

// What keeps a new field of docs/record.md from being lost in silence: FullRecord must say something in every field of
// every kind of item, and then the test above asks it back.
TEST(StoreFields, AllAreFilledInTheTestsRecord) {
  std::map<std::string, bool> filled;
  std::istringstream lines(WriteJsonLines(FullRecord()));
  for (std::string line; std::getline(lines, line);) {
    const auto item = nlohmann::json::parse(line);
    for (const auto& [key, value] : item.items()) {
      bool& any = filled[item["kind"].get<std::string>() + "." + key];
      any = any || !(value.is_null() || (value.is_structured() && value.empty()));
    }
  }
  EXPECT_GT(filled.size(), 90U);
  for (const auto& [field, any] : filled) EXPECT_TRUE(any) << field;
}

TEST_F(StoreTest, EveryTableHasRows) {
  Store store = OpenOrDie();
  AddOrDie(store, {FullRecord()});
  for (const StoreTable& table : SchemaTables())
    EXPECT_GT(Number(store, "SELECT count(*) FROM " + table.name), 0) << table.name;
}

TEST_F(StoreTest, ColumnsSayWhatTheJsonSays) {
  Store store = OpenOrDie();
  AddOrDie(store, {SampleRecord()});
  EXPECT_EQ(Number(store,
                   "SELECT count(*) FROM events JOIN event_actors USING (report, item) "
                   "WHERE type = 'CONSULT' AND status = 'future' AND date_from = DATE '2026-03-06' AND code = 'NVA'"),
            1);
  EXPECT_EQ(Number(store, "SELECT count(*) FROM actors WHERE list_contains(sectors, 'GOV') AND name = 'Ada Brenn'"), 1);
  // Offsets are code points: SQL's substring gives the words.
  EXPECT_GT(Number(store, "SELECT count(*) FROM evidence"), 8);
  EXPECT_EQ(Number(store,
                   "SELECT count(*) FROM evidence e JOIN reports r USING (report) "
                   "WHERE substring(r.text, e.start_char + 1, e.end_char - e.start_char) <> e.text"),
            0);
  // A reference is the number of the item.
  EXPECT_EQ(Number(store,
                   "SELECT count(*) FROM events e JOIN statements s ON s.report = e.report AND s.item = e.statement "
                   "JOIN actors a ON a.report = s.report AND a.item = s.speaker_actor WHERE a.name = 'Ada Brenn'"),
            1);
}

TEST_F(StoreTest, TextOfAnyKindComesBack) {
  Record record = SampleRecord();
  record.report.publisher = "bad \xFF bytes, 'quotes'; DROP TABLE reports; \t and\nlines";
  record.report.title = std::string("zero \0 byte", 11);
  Store store = OpenOrDie();
  AddOrDie(store, {record});
  EXPECT_EQ(Lines(store), WriteJsonLines(record));
  Record empty = MakeRecord({}, {}, {}, {"0.1.0", "feed", "beef"});
  AddOrDie(store, {empty});
  EXPECT_EQ(Lines(store), WriteJsonLines(record) + WriteJsonLines(empty));
}

TEST_F(StoreTest, TheSameReportTwiceIsOne) {
  Store store = OpenOrDie();
  const Record a = SampleBy("A");
  const Record b = SampleBy("B");
  EXPECT_EQ(AddOrDie(store, {a, b, a}), (std::vector<Fate>{Fate::kAdded, Fate::kAdded, Fate::kKnown}));
  EXPECT_EQ(AddOrDie(store, {b}), std::vector<Fate>{Fate::kKnown});
  EXPECT_TRUE(store.Knows(a.ids.report, Fingerprint(a.made_by, "")));
  EXPECT_FALSE(store.Knows(a.ids.report, Fingerprint(a.made_by, "Another title")));
  EXPECT_FALSE(store.Knows("rp-0", Fingerprint(a.made_by, "")));
  EXPECT_EQ(Lines(store), WriteJsonLines(a) + WriteJsonLines(b));
  EXPECT_EQ(Number(store, "SELECT count(*) FROM reports"), 2);
}

TEST_F(StoreTest, ANewerLexiconReplacesAReportsItems) {
  const Record a = SampleBy("A");
  const Record b = SampleBy("B");
  Record newer = SampleBy("A", "cafe");
  newer.items.events.pop_back();
  newer.items.agreements.front().calls.clear();
  newer.ids = MakeItemIds(newer.ids.report, newer.items);
  {
    Store store = OpenOrDie();
    AddOrDie(store, {a, b});
    EXPECT_EQ(AddOrDie(store, {newer}), std::vector<Fate>{Fate::kReplaced});
    EXPECT_EQ(Lines(store), WriteJsonLines(newer) + WriteJsonLines(b));
  }
  // All of it, in every table, also after opening again; the report keeps its number.
  Store store = OpenOrDie();
  EXPECT_EQ(Lines(store), WriteJsonLines(newer) + WriteJsonLines(b));
  EXPECT_EQ(Number(store, "SELECT count(*) FROM events"), 3);
  EXPECT_EQ(Number(store, "SELECT report FROM reports WHERE publisher = 'A'"), 1);
  EXPECT_EQ(AddOrDie(store, {newer, a}), (std::vector<Fate>{Fate::kKnown, Fate::kReplaced}));
  EXPECT_EQ(Lines(store), WriteJsonLines(a) + WriteJsonLines(b));
}

TEST_F(StoreTest, ABatchIsAllOrNothing) {
  Store store = OpenOrDie();
  const Record a = SampleBy("A");
  AddOrDie(store, {a});
  // The last table's rows cannot be appended: nothing of the batch may stay, in no table.
  ASSERT_TRUE(store.Ask("ALTER TABLE evidence ADD COLUMN more INTEGER").ok());
  const auto failed = store.Add(RowsOf({SampleBy("B"), SampleBy("A", "cafe")}));
  ASSERT_FALSE(failed.ok());
  ASSERT_TRUE(store.Ask("ALTER TABLE evidence DROP COLUMN more").ok());
  EXPECT_EQ(Lines(store), WriteJsonLines(a));
  EXPECT_EQ(store.size(), 1U);
  EXPECT_EQ(AddOrDie(store, {SampleBy("B")}), std::vector<Fate>{Fate::kAdded});
}

TEST_F(StoreTest, ManyReportsInManyPages) {
  std::string expected;
  {
    Store store = OpenOrDie();
    for (int batch = 0; batch < 3; ++batch) {
      std::vector<Record> records;
      records.reserve(200);
      for (int i = 0; i < 200; ++i) records.push_back(SampleBy(std::to_string(batch) + "-" + std::to_string(i)));
      AddOrDie(store, records);
      for (const Record& record : records) expected += WriteJsonLines(record);
    }
  }
  auto store = Store::Open(path_, Options(true));
  ASSERT_TRUE(store.ok());
  EXPECT_TRUE(Lines(*store) == expected);
}

TEST_F(StoreTest, WhatIsNoRecordIsRefused) {
  EXPECT_EQ(OpeningSays(true), path_ + ": found no record; make one with rapporteur add --record " + path_);
  Put("");
  EXPECT_EQ(OpeningSays(), path_ +
                               ": found an empty file, expected a record that `rapporteur add --record` made; name "
                               "another file");
  Put("Dear reader, this is a text file.\n");
  EXPECT_EQ(OpeningSays(), path_ +
                               ": found another kind of file, expected a record that `rapporteur add --record` made; "
                               "name another file");
  EXPECT_EQ(Slurp(path_), "Dear reader, this is a text file.\n");
  fs::remove(path_);
  RunIn("CREATE TABLE mine(x INTEGER)");
  EXPECT_EQ(OpeningSays(), path_ +
                               ": found a DuckDB database, but no record of Rapporteur: it has no table "
                               "rapporteur_schema; name another file");
}

TEST_F(StoreTest, ALaterSchemaIsRefused) {
  { const Store made = OpenOrDie(); }
  RunIn("UPDATE rapporteur_schema SET version = 7, program = '0.9.0'");
  const std::string expected = path_ +
                               ": found schema version 7, made by rapporteur 0.9.0; this is rapporteur 0.1.0, "
                               "which knows versions up to " +
                               std::to_string(kSchemaVersion) + ": use the newer program";
  EXPECT_EQ(OpeningSays(), expected);
  EXPECT_EQ(OpeningSays(true), expected);
}

TEST_F(StoreTest, ChangedTablesAreRefused) {
  { const Store made = OpenOrDie(); }
  RunIn("CREATE TABLE my_own(x INTEGER); CREATE VIEW v AS SELECT * FROM events");
  EXPECT_EQ(OpeningSays(), "");  // further tables are the user's own affair
  RunIn("ALTER TABLE contexts RENAME COLUMN context TO topic");
  EXPECT_EQ(OpeningSays(), path_ +
                               ": table contexts: found the columns report INTEGER, item INTEGER, n INTEGER, topic "
                               "VARCHAR, expected report INTEGER, item INTEGER, n INTEGER, context VARCHAR; somebody "
                               "changed the record's tables");
  RunIn("DROP TABLE contexts");
  EXPECT_NE(OpeningSays().find(": table contexts: not found, expected report INTEGER"), std::string::npos);
}

// Wherever a byte is changed, what comes out is an error or the right record, never another one.
TEST_F(StoreTest, ADamagedFileNeverGivesAnotherRecord) {
  const Record record = SampleRecord();
  {
    Store store = OpenOrDie();
    AddOrDie(store, {record});
  }
  const std::string sound = Slurp(path_);
  // In each of the file's three heads, and in each of its blocks.
  std::vector<size_t> places = {100, 4196, 8292};
  for (size_t at = 12'288 + 100; at < sound.size(); at += 262'144) places.push_back(at);
  size_t refused = 0;
  for (const size_t at : places) {
    std::string bytes = sound;
    for (size_t i = at; i < std::min(at + 64, bytes.size()); ++i) bytes[i] = static_cast<char>(bytes[i] ^ 0x5A);
    Put(bytes);
    std::string lines;
    auto store = Store::Open(path_, Options(true));
    Status status = store.ok() ? Status(Ok{}) : Status(store.error());
    if (store.ok()) {
      status = store->Each([&](const Record& loaded) -> Status {
        lines += WriteJsonLines(loaded);
        return Ok{};
      });
    }
    if (status.ok()) {
      EXPECT_EQ(lines, WriteJsonLines(record)) << at;
      continue;
    }
    ++refused;
    EXPECT_EQ(status.error().code, ErrorCode::kFormat) << status.error().message;
    EXPECT_EQ(status.error().message.find(path_ + ": the record is damaged; bring back a copy of it, or add the "
                                                  "reports to a new one (DuckDB: "),
              0U)
        << status.error().message;
  }
  EXPECT_GT(refused, 10U);
  EXPECT_LT(refused, places.size());  // blocks that hold nothing any more do no harm
  Put(sound.substr(0, sound.size() / 2));
  EXPECT_NE(OpeningSays().find(": the record is damaged; bring back a copy of it"), std::string::npos);
}

TEST_F(StoreTest, NothingIsLeftOfAMakingThatFails) {
  path_ = (folder_ / "no" / "such" / "record.duckdb").string();
  EXPECT_EQ(OpeningSays().find(path_ + ": cannot make the record: "), 0U) << OpeningSays();
  EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(StoreTest, MigrationsGoStepByStepOrNotAtAll) {
  { const Store made = OpenOrDie(); }
  auto database = DuckDatabase::Open(path_, {});
  ASSERT_TRUE(database.ok());
  const std::vector<Migration> steps = {
      {1, {"ALTER TABLE contexts ADD COLUMN more INTEGER", "CREATE TABLE two(x INTEGER)"}},
      {2, {"INSERT INTO two VALUES (2)"}},
      {3, {"INSERT INTO two VALUES (3)", "INSERT INTO nowhere VALUES (3)"}}};
  const auto version = [&] {
    auto rows = database->Query("SELECT version FROM rapporteur_schema");
    return rows.ok() && rows->Next() ? rows->Int(0) : -1;
  };
  const auto failed = Migrate(*database, 1, 4, steps);
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(version(), 1);
  EXPECT_FALSE(database->Query("SELECT * FROM two").ok());
  ASSERT_TRUE(Migrate(*database, 1, 3, steps).ok());
  EXPECT_EQ(version(), 3);
  EXPECT_TRUE(database->Query("SELECT more FROM contexts").ok());
  const auto lost = Migrate(*database, 7, 8, steps);
  EXPECT_EQ(lost.error().message, path_ +
                                      ": found schema version 7, from which this program has no way to 8; add the "
                                      "reports to a new record");
}

TEST_F(StoreTest, EveryReleasedVersionOpens) {
  for (int version = 1; version <= kSchemaVersion; ++version) {
    const fs::path fixture = fs::path(RAPPORTEUR_STORE_FIXTURES) / ("v" + std::to_string(version) + ".duckdb");
    ASSERT_TRUE(fs::exists(fixture)) << fixture;
    fs::copy_file(fixture, path_, fs::copy_options::overwrite_existing);
    Store store = OpenOrDie();
    const auto expected = Parsed(Slurp("src/store/testdata/v" + std::to_string(version) + ".jsonl"));
    EXPECT_GT(expected.size(), 20U);
    EXPECT_TRUE(Holds(expected, Parsed(Lines(store)))) << Lines(store);
    EXPECT_EQ(Number(store, "SELECT version FROM rapporteur_schema"), kSchemaVersion);
    EXPECT_EQ(AddOrDie(store, {SampleBy("another")}), std::vector<Fate>{Fate::kAdded});
  }
}

// Run by hand, once, when a version of the schema is released (docs/store.md); writes to the working directory.
TEST_F(StoreTest, DISABLED_MakeAFixture) {
  const std::string name = "v" + std::to_string(kSchemaVersion);
  path_ = name + ".duckdb";
  Store store = OpenOrDie();
  AddOrDie(store, {FullRecord(), SampleBy("A")});
  std::ofstream(name + ".jsonl", std::ios::binary) << Lines(store);
}

TEST(StoreErrors, AreTold) {
  EXPECT_EQ(ExplainDuckError("r",
                             "IO Error: Could not set lock on file \"r\": Conflicting lock is held in /usr/bin/R "
                             "(PID 12) by user x. See also https://duckdb.org")
                .message,
            "r: another program has the record open: /usr/bin/R (PID 12); one at a time may, so wait until it ends, or "
            "work on a copy of the file");
  const Error full = ExplainDuckError("r", "Failed to commit: Could not write file \"r.wal\": No space left on device");
  EXPECT_EQ(full.code, ErrorCode::kIo);
  EXPECT_EQ(
      full.message,
      "r: the disk is full: what was confirmed is safe, the batch at hand is not in the record; make room and run "
      "the same command again (DuckDB: Failed to commit: Could not write file \"r.wal\": No space left on device)");
  EXPECT_FALSE(TellsOfLock(full) || TellsOfSql(full));
  EXPECT_TRUE(TellsOfLock(ExplainDuckError("r", "IO Error: Could not set lock on file \"r\"")));
  EXPECT_TRUE(TellsOfSql(ExplainDuckError("r", "Catalog Error: no such table\nLINE 1: …")));
  EXPECT_EQ(ExplainDuckError("r", "Catalog Error: no such table\nLINE 1: …").message,
            "r: cannot work on the record (DuckDB: Catalog Error: no such table)");
  EXPECT_EQ(ExplainDuckError("r", "Catalog Error: no table x!\nDid you mean \"y\"?\n\nLINE 1: FROM x").message,
            "r: cannot work on the record (DuckDB: Catalog Error: no table x! Did you mean \"y\"?)");
}

// `store_test --gtest_filter=StoreSchema.*` prints what docs/store.md must hold when it does not.
TEST(StoreSchema, IsDocumented) {
  const std::string page = Slurp("docs/store.md");
  const std::string tables = SchemaMarkdown();
  EXPECT_NE(page.find(tables), std::string::npos) << "docs/store.md lacks the tables as they are:\n" << tables;
  EXPECT_NE(page.find("\nVersion " + std::to_string(kSchemaVersion) + ". "), std::string::npos);
}

}  // namespace
}  // namespace rapporteur
