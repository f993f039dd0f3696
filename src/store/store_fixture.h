// A store in a folder of its own, and a record that fills every table; for the tests of this folder.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "record/sample_record.h"
#include "store/store.h"

namespace rapporteur {

namespace fs = std::filesystem;

// The sample with the lists filled that it leaves empty: an empty list would come back from a table that is not there.
inline Record FullRecord() {
  Record record = SampleRecord();
  Items& items = record.items;
  items.talks.front().proposers = {SampleRef(1, "NVA", "Norvia"), SampleRef(-1, "SLK", "Selk")};
  items.talks.front().mediators = {SampleRef(2, "SLK", "Selk", 3)};
  record.report.publisher = "The Ostravil Post";
  record.report.language = "en";
  record.report.url = "https://example.org/1";
  items.statements.front().date = items.events.front().date;
  items.talks.front().name = "Lake talks";
  items.talks.front().series = "third round";
  items.events.front().recipients = {SampleRef(2, "SLK", "Selk", 3)};
  items.events.front().counts = {SaidCount{"3", {}}, SaidCount{"dozens", {}}, SaidCount{"4", {}}, SaidCount{"5", {}}};
  items.events.front().place->geonames = 123456789012;
  items.statements.front().addressee = SampleRef(1, "NVA", "Norvia");
  items.statements.back().parent = 0;
  items.positions.front().about.push_back({ItemRef{ItemKind::kAgreement, 0}, {}});
  items.disputes.front().subject_item = ItemRef{ItemKind::kEvent, 1};
  items.actors.front().wikidata = "Q1";
  const ActorRef norvia = SampleRef(1, "NVA", "Norvia");
  items.agreements.front().kept = {{std::nullopt, true, SampleSpan("closed"), {}},
                                   {norvia, false, SampleSpan("trade"), {norvia, SampleRef(0, "NVA", "Brenn", 2)}},
                                   {norvia, true, SampleSpan("lake"), {norvia}}};
  record.ids = MakeItemIds(record.ids.report, items);
  return record;
}

inline std::vector<ReportRows> RowsOf(const std::vector<Record>& records) {
  std::vector<ReportRows> rows;
  rows.reserve(records.size());
  for (const Record& record : records) rows.push_back(MakeReportRows(record, ""));
  return rows;
}

// A folder of its own for each test.
class StoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / ("rapporteur_store_" + std::string(test->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    path_ = (folder_ / "record.duckdb").string();
  }
  void TearDown() override { fs::remove_all(folder_); }

  static StoreOptions Options(bool read_only = false) {
    StoreOptions options;
    options.program = "0.1.0";
    options.read_only = read_only;
    return options;
  }
  Store OpenOrDie() {
    auto store = Store::Open(path_, Options());
    if (!store.ok()) {
      ADD_FAILURE() << store.error().message;
      std::abort();
    }
    return std::move(store).value();
  }
  static std::vector<Fate> AddOrDie(Store& store, const std::vector<Record>& records) {
    auto fates = store.Add(RowsOf(records));
    if (!fates.ok()) {
      ADD_FAILURE() << fates.error().message;
      std::abort();
    }
    return std::move(fates).value();
  }
  static std::string Lines(Store& store) {
    std::string lines;
    const auto status = store.Each([&](const Record& record) -> Status {
      lines += WriteJsonLines(record);
      return Ok{};
    });
    EXPECT_TRUE(status.ok()) << status.error().message;
    return lines;
  }
  static int64_t Number(Store& store, const std::string& sql) {
    auto rows = store.Ask(sql);
    EXPECT_TRUE(rows.ok()) << rows.error().message;
    return rows.ok() && rows->Next() ? rows->Int(0) : -1;
  }
  // What opening says; empty when it works.
  std::string OpeningSays(bool read_only = false) {
    const auto store = Store::Open(path_, Options(read_only));
    return store.ok() ? std::string() : store.error().message;
  }
  void Put(const std::string& bytes) { std::ofstream(path_, std::ios::binary) << bytes; }
  // Another program's hand in the file.
  void RunIn(const std::string& sql) {
    auto database = DuckDatabase::Open(path_, {});
    ASSERT_TRUE(database.ok()) << database.error().message;
    const auto done = database->Run(sql);
    ASSERT_TRUE(done.ok()) << done.error().message;
  }

  fs::path folder_;
  std::string path_;
};

}  // namespace rapporteur
