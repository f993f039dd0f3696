#include "tools/store_writer.h"

#include <utility>

namespace rapporteur {
namespace {

size_t ItemsOf(const StoreWriter::Entry& entry) { return entry.rows ? entry.rows->items : 0; }

}  // namespace

StoreWriter::StoreWriter(Store& store, const StoreWriterOptions& options, Confirm confirm)
    : store_(store), options_(options), confirm_(std::move(confirm)), thread_([this] { Work(); }) {}

StoreWriter::~StoreWriter() { (void)Finish(); }

bool StoreWriter::Push(Entry entry) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] {
    return (waiting_.size() < options_.most_waiting && waiting_items_ < options_.most_waiting_items) || !status_.ok();
  });
  if (!status_.ok()) return false;
  waiting_items_ += ItemsOf(entry);
  waiting_.push_back(std::move(entry));
  lock.unlock();
  changed_.notify_all();
  return true;
}

Status StoreWriter::Finish() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
  return status_;
}

// Empty: all was added and no more comes.
std::vector<StoreWriter::Entry> StoreWriter::TakeBatch() {
  std::vector<Entry> batch;
  size_t items = 0;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
  const auto until = std::chrono::steady_clock::now() + options_.batch_age;
  while (batch.size() < options_.batch_reports && items < options_.batch_items) {
    if (!changed_.wait_until(lock, until, [this] { return ended_ || !waiting_.empty(); }) || waiting_.empty()) break;
    items += ItemsOf(waiting_.front());
    waiting_items_ -= ItemsOf(waiting_.front());
    batch.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
    changed_.notify_all();
  }
  return batch;
}

Status StoreWriter::Add(std::vector<Entry>& batch) {
  std::vector<ReportRows> rows;
  for (Entry& entry : batch) {
    if (entry.rows) rows.push_back(std::move(*entry.rows));
  }
  const auto fates = store_.Add(rows);
  if (!fates.ok()) return fates.error();
  size_t next = 0;
  for (const Entry& entry : batch) confirm_(entry, entry.rows ? (*fates)[next++] : Fate::kKnown);
  return Ok{};
}

void StoreWriter::Work() {
  while (true) {
    std::vector<Entry> batch = TakeBatch();
    if (batch.empty()) return;
    auto added = Add(batch);
    if (added.ok()) continue;
    {
      const std::lock_guard lock(mutex_);
      status_ = std::move(added);
    }
    changed_.notify_all();
    return;
  }
}

Result<StoreWriter::Entry> MakeEntry(const Store& store, const Reader& reader, const std::string& text,
                                     const ReadOptions& said) {
  StoreWriter::Entry entry;
  entry.id = ReportId(text, said);
  if (store.Knows(entry.id, Fingerprint(reader.made_by(), said.title))) return entry;
  const auto read = reader.Read(text, said, {.encoding = EncodingChoice::kUtf8});
  if (!read.ok()) return read.error();
  entry.rows = MakeReportRows(read->record, said.title);
  return entry;
}

}  // namespace rapporteur
