#include "language/tensors.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <utility>

#include "base/byte_reader.h"

namespace rapporteur {
namespace {

static_assert(std::endian::native == std::endian::little, "floats are read as the file has them");

constexpr size_t kHeaderBytes = 8;
constexpr size_t kEntryBytes = 56;
constexpr size_t kNameBytes = 32;
constexpr uint32_t kMostTensors = 512;

Error Wrong(const std::string& what) { return {ErrorCode::kFormat, "model tensors: " + what}; }

bool AllFinite(std::string_view floats) {
  for (size_t i = 0; i + sizeof(float) <= floats.size(); i += sizeof(float)) {
    float value = 0;
    std::memcpy(&value, floats.data() + i, sizeof(float));
    if (!std::isfinite(value)) return false;
  }
  return true;
}

}  // namespace

void Tensor::Row(size_t row, float* out) const {
  assert(row < rows_);
  if (!is_int8_) {
    std::memcpy(out, data_.data() + row * columns_ * sizeof(float), columns_ * sizeof(float));
    return;
  }
  float scale = 0;
  std::memcpy(&scale, data_.data() + row * sizeof(float), sizeof(float));
  const char* values = data_.data() + rows_ * sizeof(float) + row * columns_;
  for (size_t k = 0; k < columns_; ++k) out[k] = scale * static_cast<float>(static_cast<int8_t>(values[k]));
}

std::vector<float> Tensor::Values() const {
  std::vector<float> values(rows_ * columns_);
  for (size_t row = 0; row < rows_; ++row) Row(row, values.data() + row * columns_);
  return values;
}

Result<Tensors::Entry> Tensors::ReadEntry(std::string_view section, size_t at) {
  Entry entry;
  entry.name = ReadName(section, at, kNameBytes);
  Tensor& tensor = entry.tensor;
  tensor.rows_ = ReadU32(section, at + kNameBytes);
  tensor.columns_ = ReadU32(section, at + kNameBytes + 4);
  const uint32_t kind = ReadU32(section, at + kNameBytes + 8);
  if (kind > 1) return Wrong("'" + entry.name + "' is of kind " + std::to_string(kind) + ", known are 0 and 1");
  tensor.is_int8_ = kind == 1;
  const uint64_t offset = std::min<uint64_t>(ReadU64(section, at + kNameBytes + 16), section.size());
  const uint64_t values = uint64_t{tensor.rows_} * tensor.columns_;  // both below 2^32
  const uint64_t scale_bytes = kind == 1 ? 4 * uint64_t{tensor.rows_} : 0;
  if (values > section.size() || scale_bytes + values * (kind == 1 ? 1 : 4) > section.size() - offset) {
    return Wrong("'" + entry.name + "' ends beyond the section");
  }
  tensor.data_ = section.substr(offset, scale_bytes + values * (kind == 1 ? 1 : 4));
  if (!AllFinite(kind == 1 ? tensor.data_.substr(0, scale_bytes) : tensor.data_)) {
    return Wrong("'" + entry.name + "' holds a value that is no number");
  }
  return entry;
}

Result<Tensors> Tensors::Read(std::string_view section) {
  Tensors tensors;
  const uint32_t count = section.size() < kHeaderBytes ? 0 : ReadU32(section, 0);
  if (count == 0 || count > kMostTensors || section.size() < kHeaderBytes + count * kEntryBytes) {
    return Wrong("a directory of " + std::to_string(count) + ", expected 1 to " + std::to_string(kMostTensors) +
                 " within the section");
  }
  std::vector<std::string_view> extents;
  for (size_t i = 0; i < count; ++i) {
    Result<Entry> entry = ReadEntry(section, kHeaderBytes + i * kEntryBytes);
    if (!entry) return entry.error();
    extents.push_back(entry->tensor.data_);
    tensors.entries_.push_back(std::move(entry).value());
  }
  const auto begin = [](std::string_view extent) { return extent.data(); };
  std::sort(extents.begin(), extents.end(), [&](auto a, auto b) { return begin(a) < begin(b); });
  for (size_t i = 1; i < extents.size(); ++i) {
    if (begin(extents[i]) < begin(extents[i - 1]) + extents[i - 1].size()) return Wrong("two of them overlap");
  }
  return tensors;
}

Result<Tensor> Tensors::Get(std::string_view name, size_t rows, size_t columns) const {
  for (const Entry& entry : entries_) {
    if (entry.name != name) continue;
    const Tensor& tensor = entry.tensor;
    if (tensor.rows() == rows && tensor.columns() == columns) return tensor;
    return Wrong("'" + entry.name + "' has " + std::to_string(tensor.rows()) + " x " +
                 std::to_string(tensor.columns()) + " values, the settings ask for " + std::to_string(rows) + " x " +
                 std::to_string(columns));
  }
  return Wrong("'" + std::string(name) + "' is missing");
}

}  // namespace rapporteur
