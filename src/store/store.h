// The record across reports: one DuckDB file that keeps reports and all their items (docs/store.md).
//
// One program at a time may have a file open for writing, or many for reading. Of one Store, Knows may be called by any
// thread at any time, the rest by one thread at a time. Deterministic: the same reports added in the same order give
// the same rows. What Add has confirmed survives a kill and a power cut.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "merge/merge.h"
#include "record/record.h"
#include "store/duck.h"
#include "store/record_rows.h"

namespace rapporteur {

struct StoreOptions {
  bool read_only = false;                   // the file must be there
  uint64_t max_memory_bytes = 1ULL << 30U;  // of DuckDB
  int threads = 1;                          // of DuckDB
  std::string program;                      // version, for messages and for the file
};

enum class Fate : uint8_t {
  kAdded,     // new
  kKnown,     // the same report, read by the same program, model and lexicon: nothing was done
  kReplaced,  // the same report, read otherwise before: its rows were replaced
};

class Store {
 public:
  // Opens the record, makes it when there is none (it appears whole), brings it to the present schema when it is older.
  // Errors: kIo      missing and read_only; locked by another program; cannot be made or opened
  //         kFormat  no record; damaged; of a later schema than this program knows
  static Result<Store> Open(const std::string& path, const StoreOptions& options);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Whether the report is in the record, as read by `made_by` under this title.
  bool Knows(const std::string& report_id, const std::string& fingerprint) const;
  // Number of reports.
  size_t size() const;

  // One transaction: all of the batch is safe on the disk when this returns, or nothing of it is in the record. Gives
  // each report's fate. After an error open the file again.
  // Errors: kIo  the disk is full, …
  Result<std::vector<Fate>> Add(std::span<const ReportRows> batch);

  // Every report in the order in which it was first added; an error from `take` stops and is returned.
  // Errors: kIo, kFormat  the file is damaged
  Status Each(const std::function<Status(const Record&)>& take);

  // The same of reports by their numbers, in the order of these, each once; numbers that have none are passed over.
  Status EachOf(std::vector<int64_t> reports, const std::function<Status(int64_t, const Record&)>& take);

  // None: there is no such report.
  Result<std::optional<Record>> Load(const std::string& report_id);
  // The same by the report's number in the tables.
  Result<std::optional<Record>> LoadNumber(int64_t report);

  // Merges all reports (docs/merging.md) and keeps what that found, in one transaction, in place of what was there.
  // Adding empties these tables again. Errors: kIo, kFormat  as Each and Add
  Result<MergeResult> Merge(const StoryOptions& options);

  // Any SQL. Errors: kIo, kFormat of DuckDB
  Result<DuckRows> Ask(const std::string& sql);

  // Works the log into the file, so that one file holds all. Done too when a Store goes, where that can be done.
  Status Checkpoint();

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Whether the record was merged since the last adding; else each report's item stands for itself. An empty record is.
Result<bool> IsMerged(Store& store);

}  // namespace rapporteur
