// The tensors of a model file (docs/model.md, section 4), checked when they are asked for.
//
// A Tensor is a view into the file's bytes. Immutable; threads may share it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rapporteur {

// float32, or int8 with a float32 scale for each row.
class Tensor {
 public:
  size_t rows() const { return rows_; }
  size_t columns() const { return columns_; }

  // Writes one row's values; `row` < rows().
  void Row(size_t row, float* out) const;

  // All values, row by row.
  std::vector<float> Values() const;

 private:
  friend class Tensors;
  size_t rows_ = 0;
  size_t columns_ = 0;
  bool is_int8_ = false;
  std::string_view data_;
};

class Tensors {
 public:
  // `section` must outlive this object and its tensors. Tensors may not overlap, so that what they unfold to is bounded
  // by the file's size. Errors: kFormat.
  static Result<Tensors> Read(std::string_view section);

  // Errors: kFormat  absent, or not of these rows and columns (both are shown)
  Result<Tensor> Get(std::string_view name, size_t rows, size_t columns) const;

 private:
  struct Entry {
    std::string name;
    Tensor tensor;
  };
  static Result<Entry> ReadEntry(std::string_view section, size_t at);

  std::vector<Entry> entries_;
};

}  // namespace rapporteur
