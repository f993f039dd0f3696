#include "store/rows.h"

#include "record/json_writer.h"

namespace rapporteur {

StoreCell TableRows::StringCell(std::string_view value) {
  StoreCell cell;
  cell.kind = StoreCell::Kind::kText;
  cell.at = strings_.size();
  if (IsValidUtf8(value)) {
    strings_ += value;
  } else {
    strings_ += ValidUtf8(value);
  }
  cell.size = static_cast<uint32_t>(strings_.size() - cell.at);
  return cell;
}

void TableRows::Int(int64_t value) {
  StoreCell cell;
  cell.kind = StoreCell::Kind::kInt;
  cell.integer = value;
  cells_.push_back(cell);
}

void TableRows::Real(double value) {
  StoreCell cell;
  cell.kind = StoreCell::Kind::kReal;
  cell.real = value;
  cells_.push_back(cell);
}

void TableRows::Text(std::string_view value) { cells_.push_back(StringCell(value)); }

void TableRows::Texts(const std::vector<std::string>& values) {
  StoreCell cell;
  cell.kind = StoreCell::Kind::kTexts;
  cell.at = members_.size();
  cell.size = static_cast<uint32_t>(values.size());
  for (const std::string& value : values) members_.push_back(StringCell(value));
  cells_.push_back(cell);
}

}  // namespace rapporteur
