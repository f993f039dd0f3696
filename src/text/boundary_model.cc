#include "text/boundary_model.h"

#include <bit>
#include <cmath>
#include <string>

namespace rapporteur {
namespace {

constexpr size_t kHeaderBytes = 24;
constexpr uint32_t kVersion = 1;

uint32_t ReadU32(std::string_view bytes, size_t at) {
  uint32_t value = 0;
  for (size_t i = 0; i < 4; ++i) value |= static_cast<uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8U * i);
  return value;
}

float ReadFloat(std::string_view bytes, size_t at) { return std::bit_cast<float>(ReadU32(bytes, at)); }

}  // namespace

Result<BoundaryModel> BoundaryModel::Parse(std::string_view bytes) {
  if (bytes.size() < kHeaderBytes || bytes.substr(0, 4) != "RSEG") {
    return Error{ErrorCode::kFormat, "sentence weights: found " + std::to_string(bytes.size()) +
                                         " bytes that do not start with RSEG; the model file is damaged"};
  }
  const uint32_t version = ReadU32(bytes, 4);
  if (version != kVersion) {
    return Error{ErrorCode::kModelMismatch, "sentence weights: found version " + std::to_string(version) +
                                                ", this program reads version " + std::to_string(kVersion) +
                                                "; use the model file of the same release"};
  }
  const uint32_t bits = ReadU32(bytes, 8);
  if (bits < 8 || bits > 24 || bytes.size() != kHeaderBytes + (size_t{1} << bits)) {
    return Error{ErrorCode::kFormat, "sentence weights: found " + std::to_string(bytes.size()) + " bytes for " +
                                         std::to_string(bits) + " bits; the model file is damaged"};
  }
  BoundaryModel model;
  model.mask_ = (1U << bits) - 1;
  const float scale = ReadFloat(bytes, 12);
  const float after_stop = ReadFloat(bytes, 16) / scale;
  const float unmarked = ReadFloat(bytes, 20) / scale;
  if (!(std::abs(after_stop) < 1e6F) || !(std::abs(unmarked) < 1e6F)) {
    return Error{ErrorCode::kFormat, "sentence weights: thresholds out of range; the model file is damaged"};
  }
  model.after_stop_ = static_cast<int32_t>(std::lround(after_stop));
  model.unmarked_ = static_cast<int32_t>(std::lround(unmarked));
  const std::string_view weights = bytes.substr(kHeaderBytes);
  model.weights_.assign(weights.begin(), weights.end());
  return model;
}

bool BoundaryModel::Ends(GapKind kind, const GapFeatures& features) const {
  int32_t sum = 0;
  for (const uint32_t feature : features) sum += weights_[feature & mask_];
  return sum > (kind == GapKind::kAfterStop ? after_stop_ : unmarked_);
}

}  // namespace rapporteur
