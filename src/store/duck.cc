#include "store/duck.h"

#include <duckdb.h>

#include <array>
#include <cstring>

#include "store/duck_state.h"

namespace rapporteur {

struct DuckDatabase::State {
  std::string path;
  duckdb_database database = nullptr;
  duckdb_connection connection = nullptr;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (connection != nullptr) duckdb_disconnect(&connection);
    if (database != nullptr) duckdb_close(&database);
  }
};

namespace {

class Config {
 public:
  Config() { duckdb_create_config(&config_); }
  Config(const Config&) = delete;
  Config& operator=(const Config&) = delete;
  ~Config() { duckdb_destroy_config(&config_); }
  void Set(const char* name, const std::string& value) { duckdb_set_config(config_, name, value.c_str()); }
  duckdb_config get() const { return config_; }

 private:
  duckdb_config config_ = nullptr;
};

}  // namespace

DuckRows::DuckRows(std::unique_ptr<State> state) : state_(std::move(state)) {}
DuckRows::DuckRows(DuckRows&&) noexcept = default;
DuckRows& DuckRows::operator=(DuckRows&&) noexcept = default;
DuckRows::~DuckRows() = default;

bool DuckRows::Next() {
  State& s = *state_;
  if (s.chunk != nullptr && ++s.row < s.rows) return true;
  do {
    if (s.chunk != nullptr) duckdb_destroy_data_chunk(&s.chunk);
    s.chunk = duckdb_fetch_chunk(s.result);
    if (s.chunk == nullptr) return false;
    s.rows = duckdb_data_chunk_get_size(s.chunk);
  } while (s.rows == 0);
  s.row = 0;
  for (size_t i = 0; i < s.columns.size(); ++i) {
    State::Column& column = s.columns[i];
    column.vector = duckdb_data_chunk_get_vector(s.chunk, i);
    column.data = duckdb_vector_get_data(column.vector);
    column.validity = duckdb_vector_get_validity(column.vector);
  }
  return true;
}

bool DuckRows::IsNull(size_t column) const {
  uint64_t* validity = state_->columns[column].validity;
  return validity != nullptr && !duckdb_validity_row_is_valid(validity, state_->row);
}

int64_t DuckRows::Int(size_t column) const {
  if (IsNull(column)) return 0;
  const State::Column& c = state_->columns[column];
  if (c.type == DUCKDB_TYPE_BIGINT) return DuckAt<int64_t>(c.data, state_->row);
  return DuckAt<int32_t>(c.data, state_->row);
}

double DuckRows::Real(size_t column) const {
  return IsNull(column) ? 0 : DuckAt<double>(state_->columns[column].data, state_->row);
}

std::string_view DuckRows::Text(size_t column) const {
  return IsNull(column) ? std::string_view() : DuckStringAt(state_->columns[column].data, state_->row);
}

std::vector<std::string> DuckRows::Texts(size_t column) const {
  std::vector<std::string> texts;
  if (IsNull(column)) return texts;
  const State::Column& c = state_->columns[column];
  const auto entry = DuckAt<duckdb_list_entry>(c.data, state_->row);
  const void* members = duckdb_vector_get_data(duckdb_list_vector_get_child(c.vector));
  for (uint64_t i = 0; i < entry.length; ++i) texts.emplace_back(DuckStringAt(members, entry.offset + i));
  return texts;
}

DuckDatabase::DuckDatabase(std::unique_ptr<State> state) : state_(std::move(state)) {}
DuckDatabase::DuckDatabase(DuckDatabase&&) noexcept = default;
DuckDatabase& DuckDatabase::operator=(DuckDatabase&&) noexcept = default;
DuckDatabase::~DuckDatabase() = default;

const std::string& DuckDatabase::path() const { return state_->path; }

Result<DuckDatabase> DuckDatabase::Open(const std::string& path, const DuckOptions& options) {
  Config config;
  config.Set("access_mode", options.read_only ? "READ_ONLY" : "READ_WRITE");
  config.Set("threads", std::to_string(options.threads));
  config.Set("memory_limit", std::to_string(options.max_memory_bytes) + "B");
  config.Set("checkpoint_threshold", std::to_string(options.checkpoint_bytes) + "B");
  config.Set("autoinstall_known_extensions", "false");
  config.Set("autoload_known_extensions", "false");
  auto state = std::make_unique<State>();
  state->path = path;
  char* said = nullptr;
  if (duckdb_open_ext(path.c_str(), &state->database, config.get(), &said) != DuckDBSuccess) {
    const Error error = ExplainDuckError(path, said != nullptr ? said : "no reason given");
    duckdb_free(said);
    return error;
  }
  if (duckdb_connect(state->database, &state->connection) != DuckDBSuccess)
    return ExplainDuckError(path, "cannot connect");
  return DuckDatabase(std::move(state));
}

Result<DuckRows> DuckDatabase::Query(const std::string& sql) {
  auto rows = std::make_unique<DuckRows::State>();
  if (duckdb_query(state_->connection, sql.c_str(), &rows->result) != DuckDBSuccess) {
    const char* said = duckdb_result_error(&rows->result);
    return ExplainDuckError(state_->path, said != nullptr ? said : "no reason given");
  }
  const idx_t columns = duckdb_column_count(&rows->result);
  rows->columns.resize(columns);
  for (idx_t i = 0; i < columns; ++i) rows->columns[i].type = duckdb_column_type(&rows->result, i);
  return DuckRows(std::move(rows));
}

Status DuckDatabase::Run(const std::string& sql) {
  const auto rows = Query(sql);
  if (!rows.ok()) return rows.error();
  return Ok{};
}

namespace {

// A chunk of rows on its way into a table, and the appender that takes it.
class Appender {
 public:
  Appender(duckdb_connection connection, const std::string& table, std::span<const ColumnType> types) : types_(types) {
    made_ = duckdb_appender_create(connection, nullptr, table.c_str(), &appender_) == DuckDBSuccess;
    std::vector<duckdb_logical_type> logical;
    for (const ColumnType type : types) logical.push_back(LogicalType(type));
    chunk_ = duckdb_create_data_chunk(logical.data(), logical.size());
    for (duckdb_logical_type& type : logical) duckdb_destroy_logical_type(&type);
    most_rows_ = duckdb_vector_size();
    ResetChunk();
  }
  Appender(const Appender&) = delete;
  Appender& operator=(const Appender&) = delete;
  ~Appender() {
    duckdb_destroy_data_chunk(&chunk_);
    duckdb_appender_destroy(&appender_);
  }

  bool made() const { return made_; }

  // All rows of one report. False when DuckDB refuses.
  bool Add(int64_t first, const TableRows& rows) {
    const size_t columns = types_.size() - 1;
    for (size_t at = 0; at + columns <= rows.cells(); at += columns) {
      Put(0, IntCell(first), rows);
      for (size_t i = 0; i < columns; ++i) Put(i + 1, rows.cell(at + i), rows);
      if (++row_ == most_rows_ && !Send()) return false;
    }
    return true;
  }

  bool Finish() { return Send() && duckdb_appender_close(appender_) == DuckDBSuccess; }

  std::string Said() {
    const char* said = duckdb_appender_error(appender_);
    return said != nullptr ? said : "no reason given";
  }

 private:
  static duckdb_logical_type LogicalType(ColumnType type) {
    static constexpr std::array<duckdb_type, 6> kTypes = {DUCKDB_TYPE_INTEGER, DUCKDB_TYPE_BIGINT,  DUCKDB_TYPE_DOUBLE,
                                                          DUCKDB_TYPE_VARCHAR, DUCKDB_TYPE_VARCHAR, DUCKDB_TYPE_DATE};
    duckdb_logical_type plain = duckdb_create_logical_type(kTypes.at(static_cast<size_t>(type)));
    if (type != ColumnType::kTexts) return plain;
    duckdb_logical_type list = duckdb_create_list_type(plain);
    duckdb_destroy_logical_type(&plain);
    return list;
  }

  static StoreCell IntCell(int64_t value) {
    StoreCell cell;
    cell.kind = StoreCell::Kind::kInt;
    cell.integer = value;
    return cell;
  }

  void ResetChunk() {
    duckdb_data_chunk_reset(chunk_);
    row_ = 0;
    vectors_.resize(types_.size());
    data_.resize(types_.size());
    members_.assign(types_.size(), 0);
    for (size_t i = 0; i < types_.size(); ++i) {
      vectors_[i] = duckdb_data_chunk_get_vector(chunk_, i);
      data_[i] = duckdb_vector_get_data(vectors_[i]);
    }
  }

  bool Send() {
    if (row_ == 0) return true;
    for (size_t i = 0; i < types_.size(); ++i) {
      if (types_[i] == ColumnType::kTexts) duckdb_list_vector_set_size(vectors_[i], members_[i]);
    }
    duckdb_data_chunk_set_size(chunk_, row_);
    const bool sent = duckdb_append_data_chunk(appender_, chunk_) == DuckDBSuccess;
    ResetChunk();
    return sent;
  }

  template <typename T>
  void Store(size_t column, T value) {
    std::memcpy(static_cast<char*>(data_[column]) + row_ * sizeof(T), &value, sizeof(T));
  }

  void Put(size_t column, const StoreCell& cell, const TableRows& rows) {
    if (cell.kind == StoreCell::Kind::kNull) {
      duckdb_vector_ensure_validity_writable(vectors_[column]);
      duckdb_validity_set_row_invalid(duckdb_vector_get_validity(vectors_[column]), row_);
      if (types_[column] == ColumnType::kTexts) Store(column, duckdb_list_entry{members_[column], 0});
      return;
    }
    switch (types_[column]) {
      case ColumnType::kInt:
      case ColumnType::kDay:
        Store(column, static_cast<int32_t>(cell.integer));
        return;
      case ColumnType::kBig:
        Store(column, cell.integer);
        return;
      case ColumnType::kReal:
        Store(column, cell.real);
        return;
      case ColumnType::kText:
        duckdb_vector_assign_string_element_len(vectors_[column], row_, rows.TextOf(cell).data(), cell.size);
        return;
      case ColumnType::kTexts:
        PutTexts(column, cell, rows);
    }
  }

  void PutTexts(size_t column, const StoreCell& cell, const TableRows& rows) {
    const idx_t begin = members_[column];
    Store(column, duckdb_list_entry{begin, cell.size});
    if (cell.size == 0) return;
    duckdb_list_vector_reserve(vectors_[column], begin + cell.size);
    duckdb_vector child = duckdb_list_vector_get_child(vectors_[column]);
    for (uint32_t i = 0; i < cell.size; ++i) {
      const std::string_view member = rows.MemberOf(cell, i);
      duckdb_vector_assign_string_element_len(child, begin + i, member.data(), member.size());
    }
    members_[column] += cell.size;
  }

  std::span<const ColumnType> types_;
  bool made_ = false;
  duckdb_appender appender_ = nullptr;
  duckdb_data_chunk chunk_ = nullptr;
  idx_t row_ = 0, most_rows_ = 0;
  std::vector<duckdb_vector> vectors_;
  std::vector<void*> data_;
  std::vector<idx_t> members_;  // of the lists of each column so far
};

}  // namespace

Status DuckDatabase::Append(const std::string& table, std::span<const ColumnType> types, const AppendRows& rows) {
  Appender appender(state_->connection, table, types);
  bool ok = appender.made();
  for (size_t i = 0; ok && i < rows.rows.size(); ++i) ok = appender.Add(rows.first[i], *rows.rows[i]);
  ok = ok && appender.Finish();
  if (!ok) return ExplainDuckError(state_->path, appender.Said());
  return Ok{};
}

}  // namespace rapporteur
