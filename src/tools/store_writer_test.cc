#include "tools/store_writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "record/sample_record.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

class StoreWriterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() /
              ("rapporteur_writer_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  Store OpenOrDie() {
    auto store = Store::Open((folder_ / "r.duckdb").string(), {});
    if (!store.ok()) {
      ADD_FAILURE() << store.error().message;
      std::abort();
    }
    return std::move(store).value();
  }
  static StoreWriter::Entry EntryOf(int number) {
    ReadOptions options;
    options.publisher = std::to_string(number);
    const Record record = MakeRecord(SampleParsed(), SampleItems(), options, {"0.1.0", "feed", "beef"});
    return {options.publisher, record.ids.report, MakeReportRows(record, "")};
  }

  fs::path folder_;
};

TEST_F(StoreWriterTest, ConfirmsInOrderWhatIsSafe) {
  Store store = OpenOrDie();
  std::vector<std::string> confirmed;
  std::vector<Fate> fates;
  StoreWriterOptions options;
  options.batch_reports = 3;
  options.most_waiting = 2;  // Push must wait, and go on
  StoreWriter writer(store, options, [&](const StoreWriter::Entry& entry, Fate fate) {
    EXPECT_TRUE(store.Knows(entry.id, Fingerprint({"0.1.0", "feed", "beef"}, ""))) << entry.path;
    confirmed.push_back(entry.path);
    fates.push_back(fate);
  });
  std::vector<std::string> expected;
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(writer.Push(EntryOf(i)));
    expected.push_back(std::to_string(i));
  }
  ASSERT_TRUE(writer.Push(EntryOf(7)));
  StoreWriter::Entry known = EntryOf(3);
  known.rows.reset();
  ASSERT_TRUE(writer.Push(std::move(known)));
  EXPECT_TRUE(writer.Finish().ok());
  expected.insert(expected.end(), {"7", "3"});
  EXPECT_EQ(confirmed, expected);
  EXPECT_EQ(std::count(fates.begin(), fates.end(), Fate::kAdded), 20);
  EXPECT_EQ(std::count(fates.end() - 2, fates.end(), Fate::kKnown), 2);
  EXPECT_EQ(store.size(), 20U);
}

TEST_F(StoreWriterTest, WhatIsOldEnoughIsAddedThoughTheBatchIsNotFull) {
  Store store = OpenOrDie();
  StoreWriterOptions options;
  options.batch_age = std::chrono::milliseconds(1);
  std::mutex mutex;
  std::condition_variable changed;
  size_t confirmed = 0;
  StoreWriter writer(store, options, [&](const StoreWriter::Entry&, Fate) {
    const std::lock_guard lock(mutex);
    ++confirmed;
    changed.notify_all();
  });
  ASSERT_TRUE(writer.Push(EntryOf(1)));
  std::unique_lock lock(mutex);
  EXPECT_TRUE(changed.wait_for(lock, std::chrono::seconds(60), [&] { return confirmed == 1; }));
}

TEST_F(StoreWriterTest, AFailureStopsEverythingAndIsTold) {
  Store store = OpenOrDie();
  ASSERT_TRUE(store.Ask("ALTER TABLE evidence ADD COLUMN more INTEGER").ok());
  StoreWriterOptions options;
  options.batch_reports = 1;
  options.most_waiting = 1;
  size_t confirmed = 0;
  StoreWriter writer(store, options, [&](const StoreWriter::Entry&, Fate) { ++confirmed; });
  int pushed = 0;
  while (pushed < 100 && writer.Push(EntryOf(pushed))) ++pushed;
  EXPECT_LT(pushed, 100);
  const auto finished = writer.Finish();
  ASSERT_FALSE(finished.ok());
  EXPECT_NE(finished.error().message.find("cannot work on the record (DuckDB: "), std::string::npos);
  EXPECT_EQ(confirmed, 0U);
  EXPECT_EQ(store.size(), 0U);
}

}  // namespace
}  // namespace rapporteur
