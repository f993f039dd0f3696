#include "store/duck_value.h"

#include <cmath>
#include <limits>
#include <optional>

#include "store/duck_state.h"

namespace rapporteur {
namespace {

// A vector's logical type, which must be given back.
class Logical {
 public:
  explicit Logical(duckdb_vector vector) : type_(duckdb_vector_get_column_type(vector)) {}
  Logical(const Logical&) = delete;
  Logical& operator=(const Logical&) = delete;
  ~Logical() { duckdb_destroy_logical_type(&type_); }
  duckdb_type type() const { return duckdb_get_type_id(type_); }
  duckdb_type decimal_type() const { return duckdb_decimal_internal_type(type_); }
  uint8_t decimal_scale() const { return duckdb_decimal_scale(type_); }

 private:
  duckdb_logical_type type_;
};

DuckValue Whole(duckdb_hugeint value) {
  if (value.upper == 0 && value.lower <= static_cast<uint64_t>(std::numeric_limits<int64_t>::max()))
    return {static_cast<int64_t>(value.lower)};
  if (value.upper == -1 && value.lower > static_cast<uint64_t>(std::numeric_limits<int64_t>::max()))
    return {static_cast<int64_t>(value.lower)};
  return {duckdb_hugeint_to_double(value)};
}

DuckValue Whole(uint64_t value) { return Whole(duckdb_hugeint{value, 0}); }

// None: no whole number.
std::optional<DuckValue> WholeAt(duckdb_type type, const void* data, idx_t row) {
  switch (type) {
    case DUCKDB_TYPE_TINYINT:
      return DuckValue{int64_t{DuckAt<int8_t>(data, row)}};
    case DUCKDB_TYPE_SMALLINT:
      return DuckValue{int64_t{DuckAt<int16_t>(data, row)}};
    case DUCKDB_TYPE_INTEGER:
      return DuckValue{int64_t{DuckAt<int32_t>(data, row)}};
    case DUCKDB_TYPE_BIGINT:
      return DuckValue{DuckAt<int64_t>(data, row)};
    case DUCKDB_TYPE_UTINYINT:
      return DuckValue{int64_t{DuckAt<uint8_t>(data, row)}};
    case DUCKDB_TYPE_USMALLINT:
      return DuckValue{int64_t{DuckAt<uint16_t>(data, row)}};
    case DUCKDB_TYPE_UINTEGER:
      return DuckValue{int64_t{DuckAt<uint32_t>(data, row)}};
    case DUCKDB_TYPE_UBIGINT:
      return Whole(DuckAt<uint64_t>(data, row));
    case DUCKDB_TYPE_HUGEINT:
      return Whole(DuckAt<duckdb_hugeint>(data, row));
    default:
      return std::nullopt;
  }
}

double DecimalAt(const Logical& logical, const void* data, idx_t row) {
  const auto unscaled = WholeAt(logical.decimal_type(), data, row);
  if (!unscaled) return 0;
  const auto* whole = std::get_if<int64_t>(&unscaled->is);
  const double digits = whole != nullptr ? static_cast<double>(*whole) : std::get<double>(unscaled->is);
  return digits / std::pow(10.0, logical.decimal_scale());
}

std::optional<DuckMoment> MomentAt(duckdb_type type, const void* data, idx_t row) {
  constexpr int64_t kThousand = 1000, kMillion = 1'000'000;
  const auto said = [&] { return DuckAt<int64_t>(data, row); };
  if (type == DUCKDB_TYPE_TIMESTAMP || type == DUCKDB_TYPE_TIMESTAMP_TZ) return DuckMoment{said()};
  if (type == DUCKDB_TYPE_TIMESTAMP_S) return DuckMoment{said() * kMillion};
  if (type == DUCKDB_TYPE_TIMESTAMP_MS) return DuckMoment{said() * kThousand};
  if (type == DUCKDB_TYPE_TIMESTAMP_NS) return DuckMoment{said() / kThousand};
  return std::nullopt;
}

// None: of a type that a DuckValue cannot be.
std::optional<DuckValue> ValueAt(duckdb_vector vector, idx_t row) {
  uint64_t* validity = duckdb_vector_get_validity(vector);
  const Logical logical(vector);
  const duckdb_type type = logical.type();
  if (type == DUCKDB_TYPE_SQLNULL || (validity != nullptr && !duckdb_validity_row_is_valid(validity, row)))
    return DuckValue{};
  const void* data = duckdb_vector_get_data(vector);
  if (auto whole = WholeAt(type, data, row)) return whole;
  if (const auto moment = MomentAt(type, data, row)) return DuckValue{*moment};
  if (type == DUCKDB_TYPE_BOOLEAN) return DuckValue{DuckAt<bool>(data, row)};
  if (type == DUCKDB_TYPE_FLOAT) return DuckValue{double{DuckAt<float>(data, row)}};
  if (type == DUCKDB_TYPE_DOUBLE) return DuckValue{DuckAt<double>(data, row)};
  if (type == DUCKDB_TYPE_DECIMAL) return DuckValue{DecimalAt(logical, data, row)};
  if (type == DUCKDB_TYPE_VARCHAR) return DuckValue{std::string(DuckStringAt(data, row))};
  if (type == DUCKDB_TYPE_DATE) return DuckValue{DuckDay{DuckAt<int32_t>(data, row)}};
  if (type != DUCKDB_TYPE_LIST) return std::nullopt;
  const auto entry = DuckAt<duckdb_list_entry>(data, row);
  DuckValues members;
  for (uint64_t i = 0; i < entry.length; ++i) {
    auto member = ValueAt(duckdb_list_vector_get_child(vector), entry.offset + i);
    if (!member) return std::nullopt;
    members.push_back(std::move(*member));
  }
  return DuckValue{std::move(members)};
}

}  // namespace

std::vector<std::string> DuckRows::Columns() const {
  std::vector<std::string> names;
  for (idx_t i = 0; i < state_->columns.size(); ++i) names.emplace_back(duckdb_column_name(&state_->result, i));
  return names;
}

Result<DuckValue> DuckRows::Value(size_t column) const {
  auto value = ValueAt(state_->columns[column].vector, state_->row);
  if (value) return std::move(*value);
  const std::string name = duckdb_column_name(&state_->result, column);
  return Error{ErrorCode::kUsage, "the column " + name +
                                      " is of a type that is not given, expected numbers, texts, days, times or lists "
                                      "of these; write CAST(" +
                                      name + " AS VARCHAR)"};
}

}  // namespace rapporteur
