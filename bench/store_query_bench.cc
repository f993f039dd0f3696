// How long the record takes to answer questions about a million items.
//   store_query_bench RECORD [THREADS]
// Multiplies the reports of RECORD (which is changed: give a copy) until it holds a million items, then asks, five
// times each, and prints the middle time in Markdown.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "store/duck.h"
#include "store/schema.h"

namespace {

using rapporteur::DuckDatabase;

int64_t Number(DuckDatabase& database, const std::string& sql) {
  auto rows = database.Query(sql);
  if (!rows.ok() || !rows->Next()) {
    std::fprintf(stderr, "%s: %s\n", sql.c_str(), rows.ok() ? "no row" : rows.error().message.c_str());
    std::exit(1);
  }
  return rows->Int(0);
}

void Run(DuckDatabase& database, const std::string& sql) {
  const auto done = database.Run(sql);
  if (done.ok()) return;
  std::fprintf(stderr, "%s: %s\n", sql.c_str(), done.error().message.c_str());
  std::exit(1);
}

int64_t Items(DuckDatabase& database) {
  std::string sql =
      "SELECT CAST(sum(actor_count + event_count + statement_count + position_count + talks_count + "
      "agreement_count + dispute_count) AS BIGINT) FROM reports";
  return Number(database, sql);
}

void Multiply(DuckDatabase& database, int64_t items_wanted) {
  const int64_t reports = Number(database, "SELECT CAST(max(report) AS BIGINT) FROM reports");
  const int64_t items = Items(database);
  const int64_t copies = (items_wanted + items - 1) / items;
  if (copies <= 1) return;
  Run(database, "BEGIN TRANSACTION");
  for (const rapporteur::StoreTable& table : rapporteur::SchemaTables()) {
    // Reports follow each other as if they had been added one after the other, dates move by a month a copy.
    Run(database,
        "INSERT INTO " + table.name + " SELECT t.* REPLACE (CAST(t.report + c * " + std::to_string(reports) +
            " AS INTEGER) AS report" +
            (table.name == "events" ? ", CAST(t.date_from + to_months(CAST(c AS INTEGER)) AS DATE) AS date_from"
                                    : std::string()) +
            ") FROM range(1, " + std::to_string(copies) + ") r(c), " + table.name + " t ORDER BY report");
  }
  Run(database, "COMMIT");
  Run(database, "CHECKPOINT");
}

struct Question {
  const char* name;
  const char* sql;
};

constexpr Question kQuestions[] = {
    {"events of one actor by month",
     "SELECT date_trunc('month', date_from) AS month, count(*) FROM event_actors JOIN events USING (report, item) "
     "WHERE code = 'SYR' GROUP BY month ORDER BY month"},
    {"events of every actor by month",
     "SELECT code, date_trunc('month', date_from) AS month, count(*), avg(score) FROM event_actors JOIN events USING "
     "(report, item) GROUP BY code, month ORDER BY code, month"},
    {"statements of one actor by month",
     "SELECT date_trunc('month', published) AS month, count(*) FROM statements JOIN reports USING (report) "
     "WHERE speaker_code = 'SYR' GROUP BY month ORDER BY month"},
    {"pairs of actors by type",
     "SELECT a.code, r.code, type, count(*) FROM events e JOIN event_actors a USING (report, item) "
     "JOIN event_recipients r USING (report, item) GROUP BY ALL ORDER BY ALL"},
    {"one report's items", "SELECT count(*) FROM events JOIN evidence USING (report, item) WHERE report = 500"},
};

double Milliseconds(DuckDatabase& database, const char* sql) {
  std::vector<double> times;
  for (int i = 0; i < 5; ++i) {
    const auto began = std::chrono::steady_clock::now();
    auto rows = database.Query(sql);
    if (!rows.ok()) {
      std::fprintf(stderr, "%s\n", rows.error().message.c_str());
      std::exit(1);
    }
    while (rows->Next()) {
    }
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
  }
  std::sort(times.begin(), times.end());
  return times[2];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: store_query_bench RECORD [THREADS]\n");
    return 2;
  }
  rapporteur::DuckOptions options;
  options.threads = argc > 2 ? std::stoi(argv[2]) : 2;
  options.max_memory_bytes = 4ULL << 30U;
  auto database = DuckDatabase::Open(argv[1], options);
  if (!database.ok()) {
    std::fprintf(stderr, "%s\n", database.error().message.c_str());
    return 1;
  }
  Multiply(*database, 1'000'000);
  std::printf("%lld items, %lld events, %lld pieces of evidence, %d threads\n\n",
              static_cast<long long>(Items(*database)),
              static_cast<long long>(Number(*database, "SELECT count(*) FROM events")),
              static_cast<long long>(Number(*database, "SELECT count(*) FROM evidence")), options.threads);
  std::printf("| question | milliseconds |\n|---|---|\n");
  for (const Question& question : kQuestions)
    std::printf("| %s | %.0f |\n", question.name, Milliseconds(*database, question.sql));
  return 0;
}
