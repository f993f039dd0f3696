// A report's rows for the store's tables, made in memory by any thread, appended later by the one that writes.
//
// A value; not for several threads at once. Rows stand one after the other, cell by cell, in the order of the columns
// that follow the table's first, `report`: a report's number is known only when it is appended.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

enum class ColumnType : uint8_t {
  kInt,    // INTEGER
  kBig,    // BIGINT
  kReal,   // DOUBLE
  kText,   // VARCHAR
  kTexts,  // VARCHAR[]
  kDay,    // DATE, as days since 1970-01-01
};

struct StoreCell {
  enum class Kind : uint8_t { kNull, kInt, kReal, kText, kTexts } kind = Kind::kNull;
  uint32_t size = 0;  // of a text in bytes, of texts in members
  union {
    int64_t integer = 0;
    double real;
    uint64_t at;  // in TableRows::strings, or the first member in TableRows::members
  };
};

class TableRows {
 public:
  void Null() { cells_.emplace_back(); }
  void Int(int64_t value);
  void Real(double value);
  // Bytes that are not UTF-8 become U+FFFD, as in JSON Lines.
  void Text(std::string_view value);
  void Texts(const std::vector<std::string>& values);

  size_t cells() const { return cells_.size(); }
  const StoreCell& cell(size_t i) const { return cells_[i]; }
  std::string_view TextOf(const StoreCell& cell) const { return std::string_view(strings_).substr(cell.at, cell.size); }
  std::string_view MemberOf(const StoreCell& cell, size_t i) const { return TextOf(members_[cell.at + i]); }

 private:
  StoreCell StringCell(std::string_view value);

  std::vector<StoreCell> cells_;
  std::vector<StoreCell> members_;  // of texts
  std::string strings_;
};

}  // namespace rapporteur
