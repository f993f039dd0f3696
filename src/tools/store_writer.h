// The one thread that writes to the record while others read reports: collects what they made into batches and adds
// these.
//
// Push may wait until there is room. Everything else for one thread. A batch is one transaction; it is added when it is
// large enough or old enough, so that what is read is soon safe, however slowly it comes.
#pragma once

#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"
#include "reader/reader.h"
#include "store/store.h"

namespace rapporteur {

struct StoreWriterOptions {
  size_t batch_reports = 256;
  size_t batch_items = 50'000;
  std::chrono::milliseconds batch_age{2000};
  size_t most_waiting = 512;  // reports, before Push waits
  size_t most_waiting_items = 100'000;
};

class StoreWriter {
 public:
  struct Entry {
    std::string path;  // for the confirmation
    std::string id;
    std::optional<ReportRows> rows;  // none: the record knew the report before it was read
  };
  // On the writer's thread, for every report, in the order of Push, once it is safe.
  using Confirm = std::function<void(const Entry&, Fate)>;

  // Adds to `store`, which nothing else may write to until Finish.
  StoreWriter(Store& store, const StoreWriterOptions& options, Confirm confirm);
  ~StoreWriter();
  StoreWriter(const StoreWriter&) = delete;
  StoreWriter& operator=(const StoreWriter&) = delete;

  // False when a batch could not be added: nothing further is.
  bool Push(Entry entry);

  // Waits until all that was pushed is safe. Errors: those of Store::Add
  Status Finish();

 private:
  void Work();
  std::vector<Entry> TakeBatch();
  Status Add(std::vector<Entry>& batch);

  Store& store_;
  const StoreWriterOptions options_;
  const Confirm confirm_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Entry> waiting_;
  size_t waiting_items_ = 0;
  bool ended_ = false;
  Status status_ = Ok{};
  std::thread thread_;
};

// A report on its way into the record: read, unless the record knows it. On any thread, while others add.
// `text` is UTF-8. Errors: those of Reader::Read
Result<StoreWriter::Entry> MakeEntry(const Store& store, const Reader& reader, const std::string& text,
                                     const ReadOptions& said);

}  // namespace rapporteur
