#include "store/copy_tables.h"

#include "store/schema.h"
#include "store/store_fixture.h"

namespace rapporteur {
namespace {

class CopyTablesTest : public StoreTest {
 protected:
  std::string Folder(const std::string& name) {
    fs::create_directories(folder_ / name);
    return (folder_ / name).string();
  }
  // What a table and a query differ in, in rows.
  static int64_t Differing(Store& store, const std::string& table, const std::string& query) {
    return Number(store, "SELECT count(*) FROM ((FROM " + table + " EXCEPT ALL " + query + ") UNION ALL (" + query +
                             " EXCEPT ALL FROM " + table + "))");
  }
};

// Text with everything that a file of rows could stumble over.
Record Difficult() {
  Record record = FullRecord();
  record.report.publisher = "\"The, Post\"\twith\r\nlines; it's | NULL";
  record.report.url = "NULL";
  record.items.actors[0].aliases = {"a|b", "c, d", "[e]", "\"f\"", "ünï – “g”", "NULL"};
  record.ids.report = "rp-difficult";
  return record;
}

TEST_F(CopyTablesTest, ParquetKeepsEveryFieldAndType) {
  Store store = OpenOrDie();
  AddOrDie(store, {FullRecord(), Difficult()});
  const std::string folder = Folder("it's tables");
  const auto copied = CopyTables(store, folder, TableFormat::kParquet);
  ASSERT_TRUE(copied.ok()) << copied.error().message;
  for (const StoreTable& table : SchemaTables()) {
    const std::string file = "read_parquet('" + (folder_ / "it''s tables" / table.name).string() + ".parquet')";
    ASSERT_GT(Number(store, "SELECT count(*) FROM " + file), 0) << table.name;
    EXPECT_EQ(Differing(store, table.name, "FROM " + file), 0) << table.name;
    const std::string columns = "SELECT column_name, column_type FROM (DESCRIBE FROM ";
    EXPECT_EQ(Number(store, "SELECT count(*) FROM (" + columns + table.name + ") EXCEPT " + columns + file + "))"), 0)
        << table.name;
  }
}

// A record made of nothing but the files is the record.
TEST_F(CopyTablesTest, ARecordComesBackFromParquet) {
  std::string expected;
  {
    Store store = OpenOrDie();
    AddOrDie(store, {FullRecord(), Difficult()});
    expected = Lines(store);
    ASSERT_TRUE(CopyTables(store, Folder("tables"), TableFormat::kParquet).ok());
  }
  fs::remove(path_);
  OpenOrDie();  // makes an empty one
  for (const StoreTable& table : SchemaTables())
    RunIn("INSERT INTO " + table.name + " FROM read_parquet('" + (folder_ / "tables" / table.name).string() +
          ".parquet')");
  Store again = OpenOrDie();
  EXPECT_EQ(again.size(), 2U);
  EXPECT_EQ(Lines(again), expected);
}

TEST_F(CopyTablesTest, CsvHasEveryRow) {
  Store store = OpenOrDie();
  AddOrDie(store, {FullRecord(), Difficult()});
  const auto copied = CopyTables(store, Folder("tables"), TableFormat::kCsv);
  ASSERT_TRUE(copied.ok()) << copied.error().message;
  for (const StoreTable& table : SchemaTables()) {
    const std::string file = "read_csv('" + (folder_ / "tables" / table.name).string() +
                             ".csv', header = true, all_varchar = true, quote = '\"', escape = '\"', delim = ',')";
    std::string selection;
    for (const StoreColumn& column : table.columns) {
      const std::string name = '"' + column.name + '"';
      selection +=
          (selection.empty() ? "SELECT " : ", ") +
          (column.type == ColumnType::kTexts ? "array_to_string(" + name + ", '|')" : "CAST(" + name + " AS VARCHAR)");
    }
    // An empty list and a null are the same empty cell.
    const std::string expected = "(SELECT nullif(COLUMNS(*), '') FROM (" + selection + " FROM " + table.name + "))";
    EXPECT_EQ(Differing(store, expected, "FROM " + file), 0) << table.name;
  }
}

TEST_F(CopyTablesTest, AnEmptyRecordGivesHeaders) {
  Store store = OpenOrDie();
  ASSERT_TRUE(CopyTables(store, Folder("tables"), TableFormat::kCsv).ok());
  ASSERT_TRUE(CopyTables(store, Folder("tables"), TableFormat::kParquet).ok());
  size_t files = 0;
  for (const auto& entry : fs::directory_iterator(folder_ / "tables")) {
    EXPECT_GT(entry.file_size(), 0U) << entry.path();
    ++files;
  }
  EXPECT_EQ(files, 2 * AllTables().size());
}

TEST_F(CopyTablesTest, AFolderThatCannotBeWrittenIsTold) {
  Store store = OpenOrDie();
  const auto copied = CopyTables(store, (folder_ / "missing").string(), TableFormat::kParquet);
  ASSERT_FALSE(copied.ok());
  EXPECT_EQ(copied.error().code, ErrorCode::kIo);
  EXPECT_TRUE(
      copied.error().message.starts_with((folder_ / "missing/reports.parquet").string() + ": cannot write the table: "))
      << copied.error().message;
}

}  // namespace
}  // namespace rapporteur
