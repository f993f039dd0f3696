// How the record takes many reports, and how long it takes to answer questions about them.
//   store_bench RECORD [REPORTS]
// Varies the reports of RECORD, which `rapporteur add` made, into REPORTS (default 21,000: about a million items), each
// a month later than the last time round, adds them to RECORD.grown in batches, as `add` does after reading, and asks
// questions of it, five times each. Prints tables in Markdown; a question's time is the middle one.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "store/store.h"

namespace {

using rapporteur::Record;
using rapporteur::ReportRows;
using rapporteur::Store;

constexpr size_t kBatch = 256;

double Seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

template <typename T>
T OrDie(rapporteur::Result<T> result) {
  if (result.ok()) return std::move(result).value();
  std::fprintf(stderr, "store_bench: %s\n", result.error().message.c_str());
  std::exit(1);
}

std::vector<Record> ReadAll(const std::string& path) {
  rapporteur::StoreOptions options;
  options.read_only = true;
  Store store = OrDie(Store::Open(path, options));
  std::vector<Record> records;
  OrDie(store.Each([&](const Record& record) -> rapporteur::Status {
    records.push_back(record);
    return rapporteur::Ok{};
  }));
  return records;
}

// The record as of a report that came out `round` months later.
Record Later(const Record& record, size_t round) {
  Record later = record;
  const auto moved = [&](const rapporteur::Date& day) { return day.plus_days(static_cast<int64_t>(round) * 30); };
  rapporteur::ReadOptions said;
  said.published = moved(rapporteur::ParseIsoDate(record.report.published).value_or(rapporteur::Date{2013, 1, 1}));
  said.publisher = "round " + std::to_string(round);
  later.report.published = said.published->iso();
  later.report.publisher = said.publisher;
  for (rapporteur::Event& event : later.items.events) {
    if (!event.date) event.date = rapporteur::DateValue{*said.published, *said.published, {}};
    event.date->from = moved(event.date->from);
    event.date->to = moved(event.date->to);
  }
  later.ids = MakeItemIds(ReportId(record.text, said), later.items);
  return later;
}

struct Size {
  double record_mb = 0, log_mb = 0, memory_mb = 0;
};

Size SizeOf(const std::string& path) {
  std::error_code none;
  Size size;
  size.record_mb = static_cast<double>(std::filesystem::file_size(path)) / 1e6;
  const auto log = std::filesystem::file_size(path + ".wal", none);
  if (!none) size.log_mb = static_cast<double>(log) / 1e6;
  rusage used = {};
  getrusage(RUSAGE_SELF, &used);
  size.memory_mb = static_cast<double>(used.ru_maxrss) / 1024;
  return size;
}

void Grow(const std::vector<Record>& records, Store& store, const std::string& path, size_t reports) {
  std::printf(
      "| reports | ms a report, adding | slowest batch, s | record, MB | log, MB | peak memory, MB |\n"
      "|---|---|---|---|---|---|\n");
  const size_t step = std::max<size_t>(kBatch, reports / 5 / kBatch * kBatch);
  double adding = 0;
  double slowest = 0;
  size_t since = 0;
  for (size_t done = 0; done < reports;) {
    std::vector<ReportRows> batch;
    for (size_t end = std::min(done + kBatch, reports); done < end; ++done, ++since)
      batch.push_back(MakeReportRows(Later(records[done % records.size()], done / records.size()), ""));
    const double began = Seconds();
    OrDie(store.Add(batch));
    const double took = Seconds() - began;
    adding += took;
    slowest = std::max(slowest, took);
    if (done % step != 0 && done != reports) continue;
    const Size size = SizeOf(path);
    std::printf("| %zu | %.2f | %.1f | %.0f | %.0f | %.0f |\n", done, adding * 1000 / static_cast<double>(since),
                slowest, size.record_mb, size.log_mb, size.memory_mb);
    adding = slowest = 0;
    since = 0;
  }
}

struct Question {
  const char* name;
  const char* sql;
};

constexpr Question kQuestions[] = {
    {"events of one actor by month",
     "SELECT date_trunc('month', date_from) AS month, count(*) FROM event_actors JOIN events USING (report, item) "
     "WHERE code = 'SYR' GROUP BY month ORDER BY month"},
    {"events of every actor by month, with mean scores",
     "SELECT code, date_trunc('month', date_from) AS month, count(*), avg(score) FROM event_actors JOIN events USING "
     "(report, item) GROUP BY code, month ORDER BY code, month"},
    {"statements of one actor by month",
     "SELECT date_trunc('month', published) AS month, count(*) FROM statements JOIN reports USING (report) "
     "WHERE speaker_code = 'SYR' GROUP BY month ORDER BY month"},
    {"pairs of actors by type",
     "SELECT a.code, r.code, type, count(*) FROM events e JOIN event_actors a USING (report, item) "
     "JOIN event_recipients r USING (report, item) GROUP BY ALL ORDER BY ALL"},
    {"one report's evidence", "SELECT kind, role, text FROM evidence WHERE report = 500"},
};

double Milliseconds(Store& store, const char* sql) {
  std::vector<double> times;
  for (int i = 0; i < 5; ++i) {
    const double began = Seconds();
    auto rows = OrDie(store.Ask(sql));
    while (rows.Next()) {
    }
    times.push_back((Seconds() - began) * 1000);
  }
  std::sort(times.begin(), times.end());
  return times[2];
}

int64_t Number(Store& store, const std::string& sql) {
  auto rows = OrDie(store.Ask(sql));
  return rows.Next() ? rows.Int(0) : 0;
}

void AskAll(const std::string& path, int threads) {
  rapporteur::StoreOptions options;
  options.read_only = true;
  options.threads = threads;
  const double began = Seconds();
  Store store = OrDie(Store::Open(path, options));
  std::printf(
      "\n%lld items, %lld of them events, %lld pieces of evidence; opened in %.0f ms\n\n"
      "| question, %d threads | milliseconds |\n|---|---|\n",
      static_cast<long long>(Number(store,
                                    "SELECT CAST(sum(actor_count + event_count + statement_count + "
                                    "position_count + talks_count + agreement_count + dispute_count) AS "
                                    "BIGINT) FROM reports")),
      static_cast<long long>(Number(store, "SELECT count(*) FROM events")),
      static_cast<long long>(Number(store, "SELECT count(*) FROM evidence")), (Seconds() - began) * 1000, threads);
  for (const Question& question : kQuestions)
    std::printf("| %s | %.0f |\n", question.name, Milliseconds(store, question.sql));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: store_bench RECORD [REPORTS]\n");
    return 2;
  }
  const std::string grown = std::string(argv[1]) + ".grown";
  const size_t reports = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 21'000;
  std::filesystem::remove(grown);
  std::filesystem::remove(grown + ".wal");
  {
    const std::vector<Record> records = ReadAll(argv[1]);
    Store store = OrDie(Store::Open(grown, {}));
    Grow(records, store, grown, reports);
  }
  const Size size = SizeOf(grown);
  std::printf("\nClosed: %.0f MB, %.1f KB a report.\n", size.record_mb,
              size.record_mb * 1000 / static_cast<double>(reports));
  AskAll(grown, 2);
  return 0;
}
