// Rows of what was found as text for people, CSV and JSON Lines; and any table of texts and numbers likewise.
//
// Stateless; deterministic. No value can break a row: tabs, line breaks and other control characters become blanks.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ask/told_rows.h"
#include "formats/text.h"

namespace rapporteur {

enum class TableForm { kText, kCsv, kJsonLines };

// All columns of each row.
std::string WriteRowsCsv(const std::vector<ToldRow>& rows);
std::string WriteRowsJson(const std::vector<ToldRow>& rows);
// A block for each thing: its day, status, type, who, to whom and words side by side; below it each mention, or what
// each source tells differently. As wide as the page.
std::string WriteRowsText(const std::vector<ToldRow>& rows, const TextOptions& look, bool mentions);

// A table whose columns are not known beforehand.
struct AnyTable {
  std::vector<std::string> columns;
  struct Cell {
    std::string text;
    std::string json;    // as JSON writes it
    bool right = false;  // a number, aligned to the right
  };
  std::vector<std::vector<Cell>> rows;
};

AnyTable::Cell TextCell(const std::string& text);  // JSON: null where it is empty
AnyTable::Cell NumberCell(int64_t number);

// Errors: kUsage  a column of a type that has no text; those of the store
Result<AnyTable> ReadAll(DuckRows rows);
std::string WriteTable(const AnyTable& table, TableForm form, const TextOptions& look);

enum class CountBy { kDay, kMonth, kYear, kKind, kType, kStatus, kActor, kPair, kPlace };

// "day", "month", …, in the order of CountBy.
std::span<const std::string_view> CountNames();
// Whether these rows may be BareRows.
bool CountsBareRows(CountBy by);
// How many things there are of each, in the order of days, else the most first. Who has several parts in a thing counts
// once in it.
AnyTable CountRows(const std::vector<ToldRow>& rows, CountBy by);

}  // namespace rapporteur
