// DuckDB behind plain values: a database file, statements, rows in and out. All of src/store that knows DuckDB's C API.
//
// One connection a database. Not for several threads. Nothing is installed or loaded from anywhere: extensions that are
// not built in stay absent.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/duck_value.h"
#include "store/rows.h"

namespace rapporteur {

struct DuckOptions {
  bool read_only = false;
  uint64_t max_memory_bytes = 1ULL << 30U;
  int threads = 1;
  uint64_t checkpoint_bytes = 256ULL << 20U;  // of log, until it is worked into the file
};

// What DuckDB said, as a message that names the file and what to do.
Error ExplainDuckError(const std::string& path, const std::string& said);
// Whether that message tells of a file that another program has open.
bool TellsOfLock(const Error& error);
// Whether it tells of SQL that makes no sense, or not for this record.
bool TellsOfSql(const Error& error);

// The rows of one query, first to last.
class DuckRows {
 public:
  DuckRows(DuckRows&&) noexcept;
  DuckRows& operator=(DuckRows&&) noexcept;
  ~DuckRows();

  bool Next();  // to the first row, then the next; false when there is none
  // Of the present row. Each asks for the column's own type; a null reads as 0 or empty.
  bool IsNull(size_t column) const;
  int64_t Int(size_t column) const;  // INTEGER, BIGINT, DATE as days
  double Real(size_t column) const;
  std::string_view Text(size_t column) const;  // until the next row
  std::vector<std::string> Texts(size_t column) const;

  // For those who do not know the query: its columns' names, and a value of any type.
  // Errors: kUsage  a type that a DuckValue cannot be: a structure, a map, …
  std::vector<std::string> Columns() const;
  Result<DuckValue> Value(size_t column) const;

 private:
  friend class DuckDatabase;
  struct State;
  explicit DuckRows(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// The rows of several reports for one table; `first[i]` is the value of the first column of all of rows[i].
struct AppendRows {
  std::vector<const TableRows*> rows;
  std::vector<int64_t> first;
};

class DuckDatabase {
 public:
  // A file that is not there is created, unless read_only.
  // Errors: kIo      missing, locked by another program, unwritable
  //         kFormat  not a database, damaged, of a newer DuckDB
  static Result<DuckDatabase> Open(const std::string& path, const DuckOptions& options);

  DuckDatabase(DuckDatabase&&) noexcept;
  DuckDatabase& operator=(DuckDatabase&&) noexcept;
  ~DuckDatabase();

  // Errors: kIo, kFormat as ExplainDuckError tells them
  Status Run(const std::string& sql);
  Result<DuckRows> Query(const std::string& sql);
  // `types` are those of all columns, the first included. In the transaction that is open.
  Status Append(const std::string& table, std::span<const ColumnType> types, const AppendRows& rows);

  const std::string& path() const;

 private:
  struct State;
  explicit DuckDatabase(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace rapporteur
