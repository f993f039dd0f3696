#include "record/code_points.h"

#include <algorithm>

namespace rapporteur {
namespace {

uint32_t CountIn(std::string_view bytes) {
  return static_cast<uint32_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

CodePoints::CodePoints(std::string_view utf8) : utf8_(utf8) {
  counts_.reserve(utf8.size() / kStride + 1);
  for (size_t at = 0; at < utf8.size(); at += kStride) {
    counts_.push_back(total_);
    total_ += CountIn(utf8.substr(at, kStride));
  }
}

uint32_t CodePoints::At(uint32_t offset) const {
  if (offset >= utf8_.size()) return total_;
  const uint32_t stored = offset / kStride;
  return counts_[stored] + CountIn(utf8_.substr(size_t{stored} * kStride, offset % kStride));
}

}  // namespace rapporteur
