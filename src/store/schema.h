// The store's tables, their version, and how older ones become the present ones.
//
// Every change of tables.h or schema.cc that alters what is stored is a new version: raise kSchemaVersion, add the
// Migration from the one before, and keep a fixture of each released version (testdata/). docs/store.md lists the
// tables; a test compares.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/duck.h"
#include "store/rows.h"

namespace rapporteur {

inline constexpr int kSchemaVersion = 1;

struct StoreColumn {
  std::string name;
  ColumnType type = ColumnType::kText;
  std::string about;
};

struct StoreTable {
  std::string name;
  std::string about;
  std::vector<StoreColumn> columns;  // the first is `report`
};

// reports, sentences, the items' tables, the lists' tables, evidence: as ForEachTable names them.
const std::vector<StoreTable>& SchemaTables();

// What merging finds across reports; emptied by every adding, filled by Store::Merge.
const std::vector<StoreTable>& MergedTables();
// SchemaTables and MergedTables.
const std::vector<StoreTable>& AllTables();

// "INTEGER", "VARCHAR[]", …
std::string SqlType(ColumnType type);
// All that makes an empty database a record.
std::vector<std::string> SchemaStatements(const std::string& program);
// The tables in Markdown, as docs/store.md shows them.
std::string SchemaMarkdown();

struct Migration {
  int from = 0;  // leads to from + 1
  std::vector<std::string> statements;
};

std::span<const Migration> Migrations();

// In one transaction: all steps or none. Errors: kFormat  no step leads from a version; kIo and kFormat of DuckDB
Status Migrate(DuckDatabase& database, int from, int to, std::span<const Migration> steps);

// What version the file has. Errors: kFormat  no record of Rapporteur, or one of a later version than this program
// knows
Result<int> ReadSchemaVersion(DuckDatabase& database, const std::string& program);

// Errors: kFormat  a table is missing or has other columns than its version says
Status CheckTables(DuckDatabase& database);

}  // namespace rapporteur
