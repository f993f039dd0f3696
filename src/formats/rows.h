// One line of a tab-separated or comma-separated file, cell by cell.
//
// Not for several threads. Deterministic; whatever a report holds, no cell can break its row: each control character
// and line separator becomes a blank (runs of blanks one), and in a tab-separated row a straight double quote becomes a
// single one, because common loaders take it for the begin of a quoted cell. Bytes that are not UTF-8 become U+FFFD.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

enum class RowStyle { kTabs, kCommas };

// The text of a cell as above, without the style's quoting.
std::string CellText(std::string_view text);

// The number in its shortest form, rounded: "2.5", "-10".
std::string NumberText(double value, int digits = 5);

class RowWriter {
 public:
  // `missing` stands in every cell that is empty.
  explicit RowWriter(RowStyle style, std::string missing = {}) : style_(style), missing_(std::move(missing)) {}

  RowWriter& Text(std::string_view text);
  RowWriter& Texts(const std::vector<std::string>& texts, std::string_view between);
  RowWriter& Number(double value, int digits = 5);
  RowWriter& Int(int64_t value);
  RowWriter& Empty(size_t cells = 1);
  void EndLine();

  std::string Take() { return std::move(out_); }

 private:
  void Add(std::string_view clean);

  RowStyle style_;
  std::string missing_;
  std::string out_;
  bool begun_ = false;  // the row has a cell
};

// A header line.
std::string HeaderLine(RowStyle style, const std::vector<std::string>& names);

}  // namespace rapporteur
