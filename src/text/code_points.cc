#include "text/code_points.h"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr uint32_t kBlock = 64;

bool StartsCodePoint(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80; }

uint32_t CountStarts(std::string_view text) {
  uint32_t count = 0;
  for (const char byte : text) count += StartsCodePoint(byte) ? 1 : 0;
  return count;
}

}  // namespace

CodePointIndex::CodePointIndex(std::string_view utf8) : text_(utf8) {
  size_ = CountStarts(utf8);
  if (size_ == utf8.size()) return;
  before_.reserve(utf8.size() / kBlock + 1);
  uint32_t count = 0;
  for (size_t at = 0; at < utf8.size(); at += kBlock) {
    before_.push_back(count);
    count += CountStarts(utf8.substr(at, kBlock));
  }
}

uint32_t CodePointIndex::ToCodePoints(uint32_t byte) const {
  if (byte >= text_.size()) return size_;
  if (before_.empty()) return byte;
  while (byte > 0 && !StartsCodePoint(text_[byte])) --byte;
  const uint32_t block = byte / kBlock;
  return before_[block] + CountStarts(text_.substr(size_t{block} * kBlock, byte - block * kBlock));
}

uint32_t CodePointIndex::ToBytes(uint32_t code_point) const {
  if (code_point >= size_) return static_cast<uint32_t>(text_.size());
  if (before_.empty()) return code_point;
  const auto it = std::upper_bound(before_.begin(), before_.end(), code_point) - 1;
  uint32_t seen = *it;
  for (size_t at = (it - before_.begin()) * size_t{kBlock}; at < text_.size(); ++at) {
    if (!StartsCodePoint(text_[at])) continue;
    if (seen == code_point) return static_cast<uint32_t>(at);
    ++seen;
  }
  return static_cast<uint32_t>(text_.size());
}

}  // namespace rapporteur
