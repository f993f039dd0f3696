// Every table of a record as a file of its own: CSV for spreadsheets, Parquet for programs.
//
// By the thread that holds the store. Deterministic: rows stand in the order of reports and, within one, of items.
#pragma once

#include <string>

#include "store/store.h"

namespace rapporteur {

enum class TableFormat { kCsv, kParquet };

// TABLE.csv or TABLE.parquet for each of the schema's tables, in a folder that exists; what has these names there is
// replaced, each file whole or not at all. Parquet keeps every type; in CSV a list's members stand apart by |, and NULL
// is an empty cell. Errors: kIo  a file cannot be written; those of DuckDB
Status CopyTables(Store& store, const std::string& folder, TableFormat format);

}  // namespace rapporteur
