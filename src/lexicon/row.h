// One row of a table on its way to a typed entry: converts cells and tells what is wrong with them.
//
// Belongs to one thread; refers to the table and the list of problems, which must outlive it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/date.h"
#include "lexicon/table.h"

namespace rapporteur {

class RowReader {
 public:
  RowReader(const Table& table, const Table::Row& row, std::vector<LexiconProblem>& problems)
      : table_(table), row_(row), problems_(problems) {}

  bool broken() const { return broken_; }
  int line() const { return row_.line; }
  const std::string& file() const { return table_.file(); }

  const std::string& Cell(size_t column) const { return table_.cell(row_, column); }
  std::vector<std::string> List(size_t column) const { return SplitList(Cell(column)); }

  // `expected` ends with what to do: "three upper-case letters; use the ISO 3166 alpha-3 code".
  void Tell(size_t column, std::string_view found, std::string_view expected);

  // Each tells when the cell is not what its name says, and gives an empty value then.
  std::string Required(size_t column);
  std::string Code(size_t column, bool required);                // three upper-case letters
  std::vector<std::string> Codes(size_t column);                 // a list of them
  std::string Digits(size_t column, size_t least, size_t most);  // or empty
  std::string Wikidata(size_t column);                           // Q and digits, or empty
  DateRange Days(size_t column);                                 // of a day, month or year; open when the cell is empty
  DateRange Term(size_t from_column, size_t to_column);
  char Gender(size_t column);  // m f ?
  double Number(size_t column, double least, double most);
  int64_t Count(size_t column);
  // One of `names`; its index. Tells and gives 0 when it is none.
  size_t OneOf(size_t column, const std::vector<std::string_view>& names);

 private:
  const Table& table_;
  const Table::Row& row_;
  std::vector<LexiconProblem>& problems_;
  bool broken_ = false;
};

}  // namespace rapporteur
