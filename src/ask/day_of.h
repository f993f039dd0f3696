// A DATE of a row.
#pragma once

#include <optional>

#include "lexicon/date.h"
#include "store/duck.h"

namespace rapporteur {

inline std::optional<Date> DayOf(const DuckRows& rows, size_t column) {
  if (rows.IsNull(column)) return std::nullopt;
  return Date::FromDays(rows.Int(column));
}

}  // namespace rapporteur
