// What is behind DuckRows, for the files of this folder that give its rows.
#pragma once

#include <duckdb.h>

#include <cstring>
#include <vector>

#include "store/duck.h"

namespace rapporteur {

struct DuckRows::State {
  struct Column {
    duckdb_type type = DUCKDB_TYPE_INVALID;
    duckdb_vector vector = nullptr;
    const void* data = nullptr;
    uint64_t* validity = nullptr;
  };
  duckdb_result result = {};
  duckdb_data_chunk chunk = nullptr;
  idx_t row = 0, rows = 0;
  std::vector<Column> columns;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (chunk != nullptr) duckdb_destroy_data_chunk(&chunk);
    duckdb_destroy_result(&result);
  }
};

template <typename T>
T DuckAt(const void* data, idx_t row) {
  T value;
  std::memcpy(&value, static_cast<const char*>(data) + row * sizeof(T), sizeof(T));
  return value;
}

inline std::string_view DuckStringAt(const void* data, idx_t row) {
  auto* string = const_cast<duckdb_string_t*>(static_cast<const duckdb_string_t*>(data)) + row;
  return {duckdb_string_t_data(string), duckdb_string_t_length(*string)};
}

}  // namespace rapporteur
