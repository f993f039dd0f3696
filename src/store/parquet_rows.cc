#include "store/parquet_rows.h"

#include <duckdb.h>

#include <array>
#include <utility>
#include <vector>

#include "inputs/columns.h"

namespace rapporteur {
namespace {

// Owns a database in memory, a connection to it, and one result at a time.
class Duck {
 public:
  Duck() = default;
  Duck(const Duck&) = delete;
  Duck& operator=(const Duck&) = delete;
  ~Duck() {
    duckdb_destroy_result(&result_);
    duckdb_destroy_prepare(&statement_);
    duckdb_disconnect(&connection_);
    duckdb_close(&database_);
  }

  bool Open() {
    duckdb_config config = nullptr;
    duckdb_create_config(&config);
    for (const auto& [name, value] :
         std::array<std::pair<const char*, const char*>, 4>{{{"threads", "1"},
                                                             {"memory_limit", "1GB"},
                                                             {"autoinstall_known_extensions", "false"},
                                                             {"autoload_known_extensions", "false"}}}) {
      duckdb_set_config(config, name, value);
    }
    const bool opened = duckdb_open_ext(":memory:", &database_, config, nullptr) == DuckDBSuccess;
    duckdb_destroy_config(&config);
    return opened && duckdb_connect(database_, &connection_) == DuckDBSuccess;
  }

  // The rows come chunk by chunk, not all at once. Errors: kFormat  DuckDB's words
  Status Ask(const std::string& sql, const std::string& path) {
    duckdb_destroy_result(&result_);
    duckdb_destroy_prepare(&statement_);
    result_ = {};
    if (duckdb_prepare(connection_, sql.c_str(), &statement_) != DuckDBSuccess) {
      return Said(duckdb_prepare_error(statement_));
    }
    duckdb_bind_varchar(statement_, 1, path.c_str());
    duckdb_pending_result pending = nullptr;
    const bool began = duckdb_pending_prepared_streaming(statement_, &pending) == DuckDBSuccess;
    const bool ran = began && duckdb_execute_pending(pending, &result_) == DuckDBSuccess;
    Status status = ran     ? Status(Ok{})
                    : began ? Said(duckdb_result_error(&result_))
                            : Said(duckdb_pending_error(pending));
    duckdb_destroy_pending(&pending);
    return status;
  }

  duckdb_result& result() { return result_; }

  static Error Said(const char* words) {
    return {ErrorCode::kFormat,
            "cannot read the Parquet file: " + std::string(words != nullptr ? words : "no reason given")};
  }

 private:
  duckdb_database database_ = nullptr;
  duckdb_connection connection_ = nullptr;
  duckdb_prepared_statement statement_ = nullptr;
  duckdb_result result_ = {};
};

struct ParquetColumn {
  std::string name;
  bool list = false;
};

std::vector<ParquetColumn> ColumnsOf(duckdb_result& result) {
  std::vector<ParquetColumn> columns;
  for (idx_t i = 0; i < duckdb_column_count(&result); ++i) {
    columns.push_back({duckdb_column_name(&result, i), duckdb_column_type(&result, i) == DUCKDB_TYPE_LIST});
  }
  return columns;
}

// Only these columns, as text; a list of texts as paragraphs.
std::string Selection(const std::vector<ParquetColumn>& columns) {
  std::string sql = "SELECT ";
  for (size_t i = 0; i < columns.size(); ++i) {
    std::string quoted = "\"";
    for (const char c : columns[i].name) quoted += c == '"' ? "\"\"" : std::string(1, c);
    quoted += '"';
    sql += i == 0 ? "" : ", ";
    sql += columns[i].list ? "array_to_string(" + quoted + ", chr(10) || chr(10))" : "CAST(" + quoted + " AS VARCHAR)";
  }
  return sql + " FROM read_parquet($1)";
}

class Rows : public RowSource {
 public:
  Rows(std::unique_ptr<Duck> duck, std::vector<ParquetColumn> columns, const ArticleOptions& options)
      : duck_(std::move(duck)),
        columns_(std::move(columns)),
        options_(std::make_shared<const ArticleOptions>(options)) {}
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  ~Rows() override { duckdb_destroy_data_chunk(&chunk_); }

  std::optional<ArticleRow> Next() override {
    while (!ended_ && at_ == rows_) {
      duckdb_destroy_data_chunk(&chunk_);
      chunk_ = duckdb_fetch_chunk(duck_->result());
      at_ = 0;
      rows_ = chunk_ != nullptr ? duckdb_data_chunk_get_size(chunk_) : 0;
      ended_ = chunk_ == nullptr;
      const char* said = duckdb_result_error(&duck_->result());
      if (ended_ && said != nullptr) return FaultRow({row_, 0, 0}, Duck::Said(said));
    }
    if (ended_) return std::nullopt;
    auto fields = std::make_shared<const std::vector<NamedField>>(FieldsAt(at_++));
    return ArticleRow{{row_++, 0, 0}, nullptr, [fields, options = options_](std::string_view) -> Result<Article> {
                        for (const NamedField& field : *fields) {
                          if (field.value.size() > options->max_row_bytes) {
                            return Error{ErrorCode::kLimit, "\"" + field.name + "\" is larger than " +
                                                                std::to_string(options->max_row_bytes >> 20U) +
                                                                " MiB, the limit for one article"};
                          }
                        }
                        return ArticleOfFields(*fields, *options);
                      }};
  }

 private:
  std::vector<NamedField> FieldsAt(idx_t row) const {
    std::vector<NamedField> fields;
    for (size_t i = 0; i < columns_.size(); ++i) {
      fields.push_back({columns_[i].name, ""});
      duckdb_vector vector = duckdb_data_chunk_get_vector(chunk_, i);
      uint64_t* valid = duckdb_vector_get_validity(vector);
      if (valid != nullptr && !duckdb_validity_row_is_valid(valid, row)) continue;
      auto* string = static_cast<duckdb_string_t*>(duckdb_vector_get_data(vector)) + row;
      fields.back().value.assign(duckdb_string_t_data(string), duckdb_string_t_length(*string));
    }
    return fields;
  }

  std::unique_ptr<Duck> duck_;
  std::vector<ParquetColumn> columns_;
  std::shared_ptr<const ArticleOptions> options_;
  duckdb_data_chunk chunk_ = nullptr;
  idx_t at_ = 0, rows_ = 0;
  uint64_t row_ = 1;
  bool ended_ = false;
};

}  // namespace

Result<std::unique_ptr<RowSource>> ParquetRows(const std::string& path, const ArticleOptions& options) {
  if (path == "-") {
    return Error{ErrorCode::kUsage,
                 "Parquet cannot be read from standard input, as its index is at its end; name the file"};
  }
  auto duck = std::make_unique<Duck>();
  if (!duck->Open()) return Error{ErrorCode::kIo, "cannot begin to read Parquet: DuckDB does not open"};
  // A path is one file, whatever it holds: "[" and "*" would be patterns.
  std::string literal;
  for (const char c : path)
    literal += c == '*' || c == '?' || c == '[' ? "[" + std::string(1, c) + "]" : std::string(1, c);
  auto asked = duck->Ask("SELECT * FROM read_parquet($1) LIMIT 0", literal);
  if (!asked.ok()) return asked.error();
  std::vector<std::string> names;
  std::vector<ParquetColumn> useful;
  for (const ParquetColumn& column : ColumnsOf(duck->result())) {
    names.push_back(column.name);
    if (UseOfColumn(column.name, options.columns)) useful.push_back(column);
  }
  auto status = CheckColumns(names, options.columns);
  if (!status.ok()) return status.error();
  asked = duck->Ask(Selection(useful), literal);
  if (!asked.ok()) return asked.error();
  return std::unique_ptr<RowSource>(std::make_unique<Rows>(std::move(duck), std::move(useful), options));
}

}  // namespace rapporteur
