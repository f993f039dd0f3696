#include "store/schema.h"

#include <array>
#include <map>

#include "store/tables.h"

namespace rapporteur {

std::span<const std::string_view> SegmentNames() {
  static constexpr std::array<std::string_view, 4> kNames = {"prose", "headline", "dateline", "byline"};
  return kNames;
}

namespace {

// An archive of tables.h that collects the columns.
class ColumnLister {
 public:
  explicit ColumnLister(std::vector<StoreColumn>* columns) : columns_(columns) {}

  template <typename T>
  void Text(const char* name, T& /*value*/, const char* about) {
    Add(name, ColumnType::kText, about);
  }
  template <typename T>
  void Texts(const char* name, T& /*value*/, const char* about) {
    Add(name, ColumnType::kTexts, about);
  }
  template <typename T>
  void Enum(const char* name, T& /*value*/, std::span<const std::string_view> /*names*/, const char* about) {
    Add(name, ColumnType::kText, about);
  }
  template <typename T>
  void Flag(const char* name, T& /*value*/, std::span<const std::string_view> /*names*/, const char* about) {
    Add(name, ColumnType::kText, about);
  }
  template <typename T>
  void Small(const char* name, T& /*value*/, const char* about) {
    Add(name, ColumnType::kInt, about);
  }
  template <typename T>
  void Real(const char* name, T& /*value*/, bool /*known*/, const char* about) {
    Add(name, ColumnType::kReal, about);
  }
  template <typename T>
  void Count(const char* name, T& /*value*/, const char* about) {
    Add(name, ColumnType::kText, about);
  }
  template <typename T>
  void DayOrNull(const char* name, T& /*value*/, const char* about) {
    Add(name, ColumnType::kDay, about);
  }
  template <typename T>
  void IsoDay(const char* name, T& /*value*/, const char* about) {
    Add(name, ColumnType::kDay, about);
  }
  template <typename T>
  void Item(const char* name, ItemKind /*kind*/, T& /*value*/, const char* about) {
    Add(name, ColumnType::kInt, std::string(about) + ": its `item`");
  }
  template <typename T>
  void AnyItem(const char* name, T& /*value*/, const char* about) {
    Add(name, ColumnType::kInt, about);
  }

  template <typename T>
  void Words(const std::string& name, T& /*value*/, const char* about) {
    const std::string prefix = name.empty() ? "" : name + "_";
    Add(prefix + "start_char", ColumnType::kInt, "first code point");
    Add(prefix + "end_char", ColumnType::kInt, "one past the last");
    Add(name.empty() ? "text" : name, ColumnType::kText, about);
  }
  template <typename T>
  void Dates(const std::string& name, T& /*value*/) {
    Add(name + "_from", ColumnType::kDay, "first day");
    Add(name + "_to", ColumnType::kDay, "last day; the first again for one day");
    Add(name + "_start_char", ColumnType::kInt, "where the text says it");
    Add(name + "_end_char", ColumnType::kInt, "one past the last code point");
    Add(name + "_text", ColumnType::kText, "the words");
  }
  template <typename T>
  void Place(const std::string& name, T& /*value*/) {
    Add(name + "_name", ColumnType::kText, "the place");
    Add(name + "_country", ColumnType::kText, "alpha-3");
    Add(name + "_lat", ColumnType::kReal, "degrees north");
    Add(name + "_lon", ColumnType::kReal, "degrees east");
    Add(name + "_geonames", ColumnType::kBig, "GeoNames id");
    Add(name + "_start_char", ColumnType::kInt, "where the text says it");
    Add(name + "_end_char", ColumnType::kInt, "one past the last code point");
    Add(name + "_text", ColumnType::kText, "the words");
  }
  template <typename T>
  void Ref(const std::string& name, T& /*value*/) {
    const std::string prefix = name.empty() ? "" : name + "_";
    Add(prefix + "actor", ColumnType::kInt, "the actor's `item`; null: nobody that the record lists");
    Add(prefix + "code", ColumnType::kText, "ISO 3166 alpha-3 or PLOVER's own");
    Add(prefix + "sectors", ColumnType::kTexts,
        name.empty() ? "PLOVER's sectors" : "PLOVER's sectors; null: there is no " + name);
    Add(prefix + "start_char", ColumnType::kInt, "the words that fill the role");
    Add(prefix + "end_char", ColumnType::kInt, "one past the last code point");
    Add(prefix + "text", ColumnType::kText, "the words; null: filled without any");
  }
  template <typename T>
  void RefOrNull(const std::string& name, T& value) {
    Ref(name, value);
  }

  void Add(std::string name, ColumnType type, std::string about) {
    columns_->push_back({std::move(name), type, std::move(about)});
  }

 private:
  std::vector<StoreColumn>* columns_;
};

// A visitor of ForEachTable that collects the tables.
class TableLister {
 public:
  template <typename T, typename Fields>
  void Items(const char* table, ItemKind kind, std::vector<T> rapporteur::Items::* /*list*/, Fields fields,
             const char* about) {
    StoreTable& made = Begin(table, about);
    ColumnLister lister(&made.columns);
    lister.Add("item", ColumnType::kInt, "number within the report");
    lister.Add("id", ColumnType::kText, "stable name: " + std::string(IdPrefix(kind)) + "-…, unique within the report");
    T item;
    fields(lister, item);
    lister.Add("confidence", ColumnType::kReal, "0 to 1");
    lister.Add("by", ColumnType::kText, "the rule that made it");
  }

  template <typename T, typename M, typename Fields>
  void Lists(const char* table, ItemKind kind, std::vector<T> rapporteur::Items::* /*list*/,
             std::vector<M> T::* /*members*/, Fields fields, const char* about) {
    StoreTable& made = Begin(table, about);
    ColumnLister lister(&made.columns);
    lister.Add("item", ColumnType::kInt, "the " + std::string(NameOf(kind)) + "'s number within the report");
    lister.Add("n", ColumnType::kInt, "place in the list, from 1");
    M member{};
    fields(lister, member);
  }

  template <typename T, typename M, typename S, typename Fields>
  void Sublists(const char* table, ItemKind kind, std::vector<T> rapporteur::Items::* /*list*/,
                std::vector<M> T::* /*members*/, std::vector<S> M::* /*submembers*/, Fields fields, const char* about) {
    StoreTable& made = Begin(table, about);
    ColumnLister lister(&made.columns);
    lister.Add("item", ColumnType::kInt, "the " + std::string(NameOf(kind)) + "'s number within the report");
    lister.Add("of_n", ColumnType::kInt, "`n` of the member that the list belongs to");
    lister.Add("n", ColumnType::kInt, "place in the list, from 1");
    S member{};
    fields(lister, member);
  }

  template <typename T, typename Fields>
  void Evidence(ItemKind kind, std::vector<T> rapporteur::Items::* /*list*/, Fields fields) {
    if (kind != ItemKind::kActor) return;  // all share one table
    StoreTable& made = Begin("evidence", "the words that an item rests on, the telling ones first");
    ColumnLister lister(&made.columns);
    lister.Add("item", ColumnType::kInt, "the item's number within the report");
    lister.Add("n", ColumnType::kInt, "place in the list, from 1");
    lister.Add("kind", ColumnType::kText, "of the item: actor, event, statement, …");
    rapporteur::Evidence evidence;
    fields(lister, evidence);
  }

  std::vector<StoreTable> Take() { return std::move(tables_); }

  StoreTable& Begin(const char* name, const char* about) {
    tables_.push_back({name, about, {{"report", ColumnType::kInt, "number of the report, in the order of adding"}}});
    return tables_.back();
  }

 private:
  std::vector<StoreTable> tables_;
};

std::vector<StoreTable> MakeTables() {
  TableLister visitor;
  Record record;
  std::string said_title;
  {
    ColumnLister lister(&visitor.Begin("reports", "what was read").columns);
    kReportFields(lister, record, said_title);
    lister.Add("chars", ColumnType::kInt, "code points of the text");
    for (size_t i = 0; i < ItemKindNames().size(); ++i)
      lister.Add(std::string(ItemKindNames()[i]) + "_count", ColumnType::kInt, "how many it has");
    lister.Add("text", ColumnType::kText, "the report, decoded, with nothing changed");
  }
  {
    ColumnLister lister(&visitor.Begin("sentences", "a report's sentences, headlines, datelines and bylines").columns);
    lister.Add("n", ColumnType::kInt, "from 1, in the order of the text");
    RecordedSentence sentence;
    kSentenceFields(lister, sentence);
  }
  ForEachTable(visitor);
  return visitor.Take();
}

std::string Quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'";
}

}  // namespace

const std::vector<StoreTable>& SchemaTables() {
  static const std::vector<StoreTable> tables = MakeTables();
  return tables;
}

const std::vector<StoreTable>& AllTables() {
  static const std::vector<StoreTable> tables = [] {
    std::vector<StoreTable> all = SchemaTables();
    all.insert(all.end(), MergedTables().begin(), MergedTables().end());
    return all;
  }();
  return tables;
}

std::string SqlType(ColumnType type) {
  static constexpr std::array<const char*, 6> kTypes = {"INTEGER", "BIGINT", "DOUBLE", "VARCHAR", "VARCHAR[]", "DATE"};
  return kTypes.at(static_cast<size_t>(type));
}

std::vector<std::string> SchemaStatements(const std::string& program) {
  std::vector<std::string> statements;
  statements.push_back("CREATE TABLE rapporteur_schema(version INTEGER NOT NULL, program VARCHAR NOT NULL)");
  statements.push_back("INSERT INTO rapporteur_schema VALUES (" + std::to_string(kSchemaVersion) + ", " +
                       Quoted(program) + ")");
  for (const StoreTable& table : AllTables()) {
    std::string create = "CREATE TABLE " + table.name + "(";
    for (const StoreColumn& column : table.columns) {
      if (&column != &table.columns.front()) create += ", ";
      create += '"' + column.name + "\" " + SqlType(column.type);
    }
    statements.push_back(create + ")");
    statements.push_back("COMMENT ON TABLE " + table.name + " IS " + Quoted(table.about));
    for (const StoreColumn& column : table.columns) {
      statements.push_back("COMMENT ON COLUMN " + table.name + ".\"" + column.name + "\" IS " + Quoted(column.about));
    }
  }
  return statements;
}

std::string SchemaMarkdown() {
  std::string page;
  for (const StoreTable& table : AllTables()) {
    page += "### " + table.name + "\n\n" + table.about + "\n\n| column | type | |\n|---|---|---|\n";
    for (const StoreColumn& column : table.columns)
      page += "| `" + column.name + "` | " + SqlType(column.type) + " | " + column.about + " |\n";
    page += "\n";
  }
  return page;
}

std::span<const Migration> Migrations() {
  return {};  // version 1 is the first
}

Status Migrate(DuckDatabase& database, int from, int to, std::span<const Migration> steps) {
  auto done = database.Run("BEGIN TRANSACTION");
  for (int version = from; done.ok() && version < to; ++version) {
    const Migration* step = nullptr;
    for (const Migration& candidate : steps) {
      if (candidate.from == version) step = &candidate;
    }
    if (step == nullptr) {
      done = Error{ErrorCode::kFormat, database.path() + ": found schema version " + std::to_string(version) +
                                           ", from which this program has no way to " + std::to_string(version + 1) +
                                           "; add the reports to a new record"};
    }
    for (size_t i = 0; done.ok() && i < step->statements.size(); ++i) done = database.Run(step->statements[i]);
  }
  if (done.ok()) done = database.Run("UPDATE rapporteur_schema SET version = " + std::to_string(to));
  if (done.ok()) done = database.Run("COMMIT");
  if (!done.ok()) (void)database.Run("ROLLBACK");
  return done;
}

Result<int> ReadSchemaVersion(DuckDatabase& database, const std::string& program) {
  auto there = database.Query("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'rapporteur_schema'");
  if (!there.ok()) return there.error();
  if (!there->Next() || there->Int(0) == 0) {
    return Error{ErrorCode::kFormat, database.path() +
                                         ": found a DuckDB database, but no record of Rapporteur: it has "
                                         "no table rapporteur_schema; name another file"};
  }
  auto rows = database.Query("SELECT version, program FROM rapporteur_schema");
  if (!rows.ok()) return rows.error();
  if (!rows->Next()) {
    return Error{ErrorCode::kFormat,
                 database.path() + ": the record is damaged: its table rapporteur_schema is empty; bring back a copy"};
  }
  const int version = static_cast<int>(rows->Int(0));
  if (version > kSchemaVersion) {
    return Error{ErrorCode::kFormat, database.path() + ": found schema version " + std::to_string(version) +
                                         ", made by rapporteur " + std::string(rows->Text(1)) +
                                         "; this is rapporteur " + program + ", which knows versions up to " +
                                         std::to_string(kSchemaVersion) + ": use the newer program"};
  }
  return version;
}

Status CheckTables(DuckDatabase& database) {
  auto rows = database.Query(
      "SELECT table_name, string_agg(column_name || ' ' || data_type, ', ' ORDER BY column_index) FROM "
      "duckdb_columns() "
      "WHERE database_name = current_database() AND schema_name = 'main' GROUP BY table_name");
  if (!rows.ok()) return rows.error();
  std::map<std::string, std::string> found;
  while (rows->Next()) found[std::string(rows->Text(0))] = rows->Text(1);
  for (const StoreTable& table : AllTables()) {
    std::string expected;
    for (const StoreColumn& column : table.columns)
      expected += (expected.empty() ? "" : ", ") + column.name + ' ' + SqlType(column.type);
    const auto at = found.find(table.name);
    if (at != found.end() && at->second == expected) continue;
    return Error{ErrorCode::kFormat, database.path() + ": table " + table.name + ": " +
                                         (at == found.end() ? "not found" : "found the columns " + at->second) +
                                         ", expected " + expected + "; somebody changed the record's tables"};
  }
  return Ok{};
}

}  // namespace rapporteur
