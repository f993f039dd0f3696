// Reads the tables of lexicon/: tab-separated text with a header, made to be edited by hand.
//
// Lines that begin with # and empty lines say nothing. The first other line names the columns; every line after it is a
// row of as many cells, apart by one tab. A cell that holds a list keeps its items apart by |. An empty cell is - (or
// nothing). A row whose first cell begins with ! removes, in a user's directory, the entry with that key.
// Deterministic, no state; nothing is thrown, every broken line is told.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rapporteur {

enum class Severity { kError, kWarning };

// What is wrong with a line. `line` counts from 1; 0 means the file as a whole.
struct LexiconProblem {
  Severity severity = Severity::kError;
  std::string file;
  int line = 0;
  std::string message;  // "column code: found "RU", expected three upper-case letters; use the ISO 3166 alpha-3 code"

  std::string text() const;  // "groups.tsv:17: column code: …"
};

// One file in memory. Cells are copies, so a table may be moved and kept.
class Table {
 public:
  struct Row {
    int line = 0;
    bool removes = false;  // began with !, which is cut from its first cell
    size_t first_cell = 0;
  };

  // Every broken line adds to `problems` and is left out. `file` is the name used in messages; `columns` must be the
  // header's names in this order.
  static Table Parse(std::string file, std::string_view bytes, std::initializer_list<std::string_view> columns,
                     std::vector<LexiconProblem>& problems);

  const std::string& file() const { return file_; }
  const std::vector<std::string>& columns() const { return columns_; }
  const std::vector<Row>& rows() const { return rows_; }

  // The cell's text, empty for "-".
  const std::string& cell(const Row& row, size_t column) const { return cells_[row.first_cell + column]; }

 private:
  void AddRow(std::string_view line, int number, std::vector<LexiconProblem>& problems);

  std::string file_;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
  std::vector<std::string> cells_;
};

// The items of a list cell, blanks around each cut; no item is empty.
std::vector<std::string> SplitList(std::string_view cell, char separator = '|');

// Hyphens as blanks: how predicates of several words are compared.
std::string HyphensToBlanks(std::string_view text);

// The byte where `text` stops being UTF-8, npos when all of it is.
size_t FindBadUtf8(std::string_view text);

// Whole file. Errors: kIo, with the path and the reason.
Result<std::string> ReadWholeFile(const std::string& path);

}  // namespace rapporteur
