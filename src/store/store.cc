#include "store/store.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "store/load.h"
#include "store/merged_tables.h"
#include "store/schema.h"

namespace rapporteur {

namespace fs = std::filesystem;

struct Store::State {
  struct Entry {
    int64_t number = 0;
    std::string fingerprint;
  };

  explicit State(DuckDatabase opened) : database(std::move(opened)) {}

  DuckDatabase database;
  mutable std::shared_mutex mutex;  // of `known`, which other threads ask
  std::unordered_map<std::string, Entry> known;
  int64_t last_number = 0;
};

namespace {

constexpr int64_t kPage = 256;  // reports loaded at a time

DuckOptions DuckOptionsOf(const StoreOptions& options) {
  DuckOptions duck;
  duck.read_only = options.read_only;
  duck.max_memory_bytes = options.max_memory_bytes;
  duck.threads = options.threads;
  return duck;
}

// New names in the folder outlive a power cut too: DuckDB flushes its files, but not the names of those that it makes.
void FlushFolder(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  const int fd = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  fsync(fd);  // a file system that cannot do this has nothing better
  close(fd);
}

// Unlike a plain rename it never replaces: another program may have made the record meanwhile, and have it open.
std::error_code PutInPlace(const std::string& temporary, const std::string& path) {
  if (renameat2(AT_FDCWD, temporary.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0) return {};
  if (errno != EINVAL && errno != ENOSYS) return {errno, std::generic_category()};
  std::error_code error;  // a file system without RENAME_NOREPLACE
  fs::create_hard_link(temporary, path, error);
  if (!error) fs::remove(temporary, error);
  return error;
}

// Under another name, then renamed: a record is there whole or not at all, whenever the program is stopped. One that
// another program made meanwhile is as good.
Status Make(const std::string& path, const StoreOptions& options) {
  const std::string temporary = path + ".part" + std::to_string(getpid());
  std::error_code ignored;
  fs::remove(temporary, ignored);
  Status made = Ok{};
  {
    auto database = DuckDatabase::Open(temporary, DuckOptionsOf(options));
    if (!database.ok())
      return Error{database.error().code, path + ": cannot make the record: " + database.error().message};
    made = database->Run("BEGIN TRANSACTION");
    for (const std::string& statement : SchemaStatements(options.program)) {
      if (made.ok()) made = database->Run(statement);
    }
    if (made.ok()) made = database->Run("COMMIT");
    if (made.ok()) made = database->Run("CHECKPOINT");
  }
  std::error_code error;
  if (made.ok()) error = PutInPlace(temporary, path);
  if (made.ok() && !error) return Ok{};
  fs::remove(temporary, ignored);
  fs::remove(temporary + ".wal", ignored);
  if (!made.ok()) return made;
  if (error == std::errc::file_exists) return Ok{};
  return Error{ErrorCode::kIo, path + ": cannot make the record: " + error.message()};
}

// DuckDB's files say so from their ninth byte on; asking here gives the same words for whatever else the file is.
Status LooksLikeDatabase(const std::string& path) {
  std::array<char, 12> head = {};
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::kIo, path + ": cannot open the record: permission denied, or no file"};
  in.read(head.data(), head.size());
  if (in.gcount() == static_cast<std::streamsize>(head.size()) && std::string_view(head.data() + 8, 4) == "DUCK")
    return Ok{};
  return Error{ErrorCode::kFormat, path + ": found " + (in.gcount() == 0 ? "an empty file" : "another kind of file") +
                                       ", expected a record that `rapporteur add --record` made; name another file"};
}

Status ReadKnown(DuckDatabase& database, std::unordered_map<std::string, std::pair<int64_t, std::string>>& known) {
  auto rows = database.Query("SELECT report, id, program, model, lexicon, said_title FROM reports");
  if (!rows.ok()) return rows.error();
  while (rows->Next()) {
    const MadeBy made_by{std::string(rows->Text(2)), std::string(rows->Text(3)), std::string(rows->Text(4))};
    known[std::string(rows->Text(1))] = {rows->Int(0), Fingerprint(made_by, std::string(rows->Text(5)))};
  }
  return Ok{};
}

std::vector<ColumnType> TypesOf(const StoreTable& table) {
  std::vector<ColumnType> types;
  for (const StoreColumn& column : table.columns) types.push_back(column.type);
  return types;
}

Status EmptyMerged(DuckDatabase& database) {
  for (const StoreTable& table : MergedTables()) {
    auto done = database.Run("DELETE FROM " + table.name);
    if (!done.ok()) return done;
  }
  return Ok{};
}

// In the transaction that is open.
Status AppendMerged(DuckDatabase& database, const std::vector<MergedRows>& tables) {
  for (size_t t = 0; t < tables.size(); ++t) {
    AppendRows rows;
    for (const TableRows& of_report : tables[t].rows) rows.rows.push_back(&of_report);
    rows.first = tables[t].reports;
    if (rows.rows.empty()) continue;
    auto done = database.Append(MergedTables()[t].name, TypesOf(MergedTables()[t]), rows);
    if (!done.ok()) return done;
  }
  return Ok{};
}

// The batch as it goes into the tables: each report once, with its number.
struct Plan {
  std::vector<Fate> fates;
  std::vector<const ReportRows*> reports;
  std::vector<int64_t> numbers;
  std::vector<int64_t> replaced;  // numbers whose rows go first
};

Status Write(DuckDatabase& database, const Plan& plan) {
  auto done = database.Run("BEGIN TRANSACTION");
  std::string numbers;
  for (const int64_t number : plan.replaced) numbers += (numbers.empty() ? "" : ",") + std::to_string(number);
  for (size_t t = 0; done.ok() && t < SchemaTables().size(); ++t) {
    const StoreTable& table = SchemaTables()[t];
    if (!numbers.empty()) done = database.Run("DELETE FROM " + table.name + " WHERE report IN (" + numbers + ")");
    AppendRows rows;
    for (size_t i = 0; i < plan.reports.size(); ++i) {
      if (plan.reports[i]->tables[t].cells() == 0) continue;
      rows.rows.push_back(&plan.reports[i]->tables[t]);
      rows.first.push_back(plan.numbers[i]);
    }
    if (done.ok() && !rows.rows.empty()) done = database.Append(table.name, TypesOf(table), rows);
  }
  if (done.ok()) done = EmptyMerged(database);
  if (done.ok()) done = database.Run("COMMIT");
  if (!done.ok()) (void)database.Run("ROLLBACK");
  return done;
}

}  // namespace

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::Open(const std::string& path, const StoreOptions& options) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    if (options.read_only) {
      return Error{ErrorCode::kIo, path + ": found no record; make one with rapporteur add --record " + path};
    }
    const auto made = Make(path, options);
    if (!made.ok()) return made.error();
  }
  const auto looks = LooksLikeDatabase(path);
  if (!looks.ok()) return looks.error();
  auto database = DuckDatabase::Open(path, DuckOptionsOf(options));
  if (!database.ok()) return database.error();
  const auto version = ReadSchemaVersion(*database, options.program);
  if (!version.ok()) return version.error();
  if (*version < kSchemaVersion && options.read_only) {
    // Only a writer may bring it up to date.
    StoreOptions writing = options;
    writing.read_only = false;
    { const DuckDatabase closed = std::move(database).value(); }
    return Open(path, writing);
  }
  if (*version < kSchemaVersion) {
    const auto migrated = Migrate(*database, *version, kSchemaVersion, Migrations());
    if (!migrated.ok()) return migrated.error();
  }
  const auto checked = CheckTables(*database);
  if (!checked.ok()) return checked.error();
  auto state = std::make_unique<State>(std::move(database).value());
  std::unordered_map<std::string, std::pair<int64_t, std::string>> known;
  const auto read = ReadKnown(state->database, known);
  if (!read.ok()) return read.error();
  for (auto& [id, entry] : known) {
    state->last_number = std::max(state->last_number, entry.first);
    state->known[id] = {entry.first, std::move(entry.second)};
  }
  return Store(std::move(state));
}

bool Store::Knows(const std::string& report_id, const std::string& fingerprint) const {
  const std::shared_lock lock(state_->mutex);
  const auto at = state_->known.find(report_id);
  return at != state_->known.end() && at->second.fingerprint == fingerprint;
}

size_t Store::size() const {
  const std::shared_lock lock(state_->mutex);
  return state_->known.size();
}

Result<std::vector<Fate>> Store::Add(std::span<const ReportRows> batch) {
  Plan plan;
  std::unordered_map<std::string, size_t> place;  // in plan.reports
  int64_t last = state_->last_number;
  for (const ReportRows& report : batch) {
    const auto again = place.find(report.id);
    const auto before = state_->known.find(report.id);
    if (again != place.end()) {
      const bool same = plan.reports[again->second]->fingerprint == report.fingerprint;
      plan.fates.push_back(same ? Fate::kKnown : Fate::kReplaced);
      plan.reports[again->second] = &report;
      continue;
    }
    if (before != state_->known.end() && before->second.fingerprint == report.fingerprint) {
      plan.fates.push_back(Fate::kKnown);
      continue;
    }
    const bool is_new = before == state_->known.end();
    plan.fates.push_back(is_new ? Fate::kAdded : Fate::kReplaced);
    place[report.id] = plan.reports.size();
    plan.reports.push_back(&report);
    plan.numbers.push_back(is_new ? ++last : before->second.number);
    if (!is_new) plan.replaced.push_back(before->second.number);
  }
  if (plan.reports.empty()) return plan.fates;
  const auto written = Write(state_->database, plan);
  if (!written.ok()) return written.error();
  FlushFolder(state_->database.path());
  const std::unique_lock lock(state_->mutex);
  state_->last_number = last;
  for (size_t i = 0; i < plan.reports.size(); ++i)
    state_->known[plan.reports[i]->id] = {plan.numbers[i], plan.reports[i]->fingerprint};
  return plan.fates;
}

Status Store::Each(const std::function<Status(const Record&)>& take) {
  for (int64_t first = 1; first <= state_->last_number; first += kPage) {
    const auto records = LoadRecords(state_->database, first, first + kPage - 1);
    if (!records.ok()) return records.error();
    for (const auto& [number, record] : *records) {
      auto taken = take(record);
      if (!taken.ok()) return taken;
    }
  }
  return Ok{};
}

Status Store::EachOf(std::vector<int64_t> reports, const std::function<Status(int64_t, const Record&)>& take) {
  std::sort(reports.begin(), reports.end());
  reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
  for (size_t at = 0; at < reports.size(); at += kPage) {
    const auto page = std::span(reports).subspan(at, std::min<size_t>(kPage, reports.size() - at));
    const auto records = LoadRecords(state_->database, page);
    if (!records.ok()) return records.error();
    for (const auto& [number, record] : *records) {
      auto taken = take(number, record);
      if (!taken.ok()) return taken;
    }
  }
  return Ok{};
}

Result<std::optional<Record>> Store::Load(const std::string& report_id) {
  const auto at = state_->known.find(report_id);
  if (at == state_->known.end()) return std::optional<Record>();
  return LoadNumber(at->second.number);
}

Result<std::optional<Record>> Store::LoadNumber(int64_t report) {
  auto records = LoadRecords(state_->database, std::span(&report, 1));
  if (!records.ok()) return records.error();
  if (records->empty()) return std::optional<Record>();
  return std::optional<Record>(std::move(records->front().second));
}

Result<MergeResult> Store::Merge(const StoryOptions& options) {
  Merger merger(options);
  auto done = Each([&](const Record& record) -> Status {
    merger.Add(record);
    return Ok{};
  });
  if (!done.ok()) return done.error();
  std::vector<int64_t> numbers;
  auto reports = Ask("SELECT report FROM reports ORDER BY report");
  if (!reports.ok()) return reports.error();
  while (reports->Next()) numbers.push_back(reports->Int(0));
  MergeResult result = merger.Finish();
  DuckDatabase& database = state_->database;
  done = database.Run("BEGIN TRANSACTION");
  if (done.ok()) done = EmptyMerged(database);
  if (done.ok()) done = AppendMerged(database, MakeMergedRows(result, numbers));
  if (done.ok()) done = database.Run("COMMIT");
  if (done.ok()) return result;
  (void)database.Run("ROLLBACK");
  return done.error();
}

Result<DuckRows> Store::Ask(const std::string& sql) { return state_->database.Query(sql); }

Status Store::Checkpoint() { return state_->database.Run("CHECKPOINT"); }

Result<bool> IsMerged(Store& store) {
  auto rows = store.Ask("SELECT count(*) FROM reports ANTI JOIN merged_reports USING (report)");
  if (!rows.ok()) return rows.error();
  return rows->Next() && rows->Int(0) == 0;
}

}  // namespace rapporteur
