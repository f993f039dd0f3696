// A window on the bytes of an input: look ahead, then move on.
//
// Not for several threads. Memory: what was asked to be held at once, and one piece more.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "inputs/bytes.h"

namespace rapporteur {

class ByteWindow {
 public:
  explicit ByteWindow(std::unique_ptr<ByteSource> from) : from_(std::move(from)) {}

  // The bytes from here on: `count` of them, fewer only where the input ends or fails. Valid until the next call.
  std::string_view Peek(size_t count);

  // One piece more than view() shows. False at the end and after a fault.
  bool More();
  std::string_view view() const { return std::string_view(held_).substr(at_); }

  // At most what view() shows.
  void Skip(size_t count);
  // Past `count` bytes without holding them; false when the input ended before.
  bool Discard(uint64_t count);

  bool ended() const { return ended_ && at_ == held_.size(); }
  // Why the input cannot be read further; known only once the bytes before are skipped or looked at.
  const std::optional<Error>& fault() const { return fault_; }

  uint64_t byte() const { return byte_; }  // how many were skipped
  uint64_t line() const { return line_; }  // of the next byte, from 1

 private:
  std::unique_ptr<ByteSource> from_;
  std::string held_;
  size_t at_ = 0;
  bool ended_ = false;
  std::optional<Error> fault_;
  uint64_t byte_ = 0, line_ = 1;
};

// What is left of a window, as bytes to unpack.
std::unique_ptr<ByteSource> WindowBytes(std::unique_ptr<ByteWindow> window);

}  // namespace rapporteur
