#include "store/copy_tables.h"

#include <filesystem>

#include "base/among.h"
#include "store/schema.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

std::string Quoted(const std::string& text, char quote) {
  std::string quoted(1, quote);
  for (const char c : text) quoted += c == quote ? std::string(2, quote) : std::string(1, c);
  return quoted + quote;
}

// All columns, in an order that does not depend on how the rows came in.
std::string Selection(const StoreTable& table, TableFormat format) {
  std::string columns, order;
  for (const StoreColumn& column : table.columns) {
    const std::string name = Quoted(column.name, '"');
    const bool list = column.type == ColumnType::kTexts && format == TableFormat::kCsv;
    columns += (columns.empty() ? "" : ", ") + (list ? "array_to_string(" + name + ", '|') AS " + name : name);
    if (Among(column.name, {"report", "item", "of_n", "n", "other", "merged", "field"}))
      order += (order.empty() ? "" : ", ") + name;
  }
  return "SELECT " + columns + " FROM " + table.name + " ORDER BY " + order;
}

}  // namespace

Status CopyTables(Store& store, const std::string& folder, TableFormat format) {
  const std::string extension = format == TableFormat::kCsv ? ".csv" : ".parquet";
  const std::string how = format == TableFormat::kCsv ? "(FORMAT csv, HEADER)" : "(FORMAT parquet)";
  for (const StoreTable& table : AllTables()) {
    const std::string path = (fs::path(folder) / (table.name + extension)).string();
    const std::string part = path + ".part";
    std::error_code error;
    const auto copied = store.Ask("COPY (" + Selection(table, format) + ") TO " + Quoted(part, '\'') + ' ' + how);
    if (copied.ok()) fs::rename(part, path, error);
    if (copied.ok() && !error) continue;
    const std::string reason = copied.ok() ? error.message() : copied.error().message;
    fs::remove(part, error);
    return Error{ErrorCode::kIo, path + ": cannot write the table: " + reason};
  }
  return Ok{};
}

}  // namespace rapporteur
