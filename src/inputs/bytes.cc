#include "inputs/bytes.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "text/characters.h"

namespace rapporteur {
namespace {

class FileBytes : public ByteSource {
 public:
  explicit FileBytes(int fd) : fd_(fd) {}
  ~FileBytes() override {
    if (fd_ > STDIN_FILENO) close(fd_);
  }

  Result<size_t> Read(char* to, size_t most) override {
    while (true) {
      const ssize_t got = read(fd_, to, most);
      if (got >= 0) return static_cast<size_t>(got);
      if (errno == EINTR) continue;
      return Error{ErrorCode::kIo, "cannot read: " + std::string(std::strerror(errno))};  // NOLINT(concurrency-*)
    }
  }

 private:
  int fd_;
};

class Memory : public ByteSource {
 public:
  Memory(std::string bytes, size_t piece) : bytes_(std::move(bytes)), piece_(piece) {}

  Result<size_t> Read(char* to, size_t most) override {
    size_t count = std::min(most, bytes_.size() - at_);
    if (piece_ != 0) count = std::min(count, piece_);
    std::copy_n(bytes_.data() + at_, count, to);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  size_t piece_;
  size_t at_ = 0;
};

class Utf16 : public ByteSource {
 public:
  explicit Utf16(std::unique_ptr<ByteSource> from) : from_(std::move(from)) {}

  Result<size_t> Read(char* to, size_t most) override {
    while (given_ == out_.size() && !ended_) {
      auto status = More();
      if (!status.ok()) return status.error();
    }
    const size_t count = std::min(most, out_.size() - given_);
    std::copy_n(out_.data() + given_, count, to);
    given_ += count;
    return count;
  }

 private:
  Status More() {
    std::array<char, 1U << 15U> buffer = {};
    auto got = from_->Read(buffer.data(), buffer.size());
    if (!got.ok()) return got.error();
    ended_ = *got == 0;
    pending_.append(buffer.data(), *got);
    out_.clear();
    given_ = 0;
    size_t at = 0;
    if (!began_ && pending_.size() >= 2) {
      big_ = pending_.starts_with("\xFE\xFF");
      at = big_ || pending_.starts_with("\xFF\xFE") ? 2 : 0;
      began_ = true;
    }
    for (; began_ && at + 2 <= pending_.size(); at += 2) {
      char32_t value = UnitAt(at);
      if (value >= 0xD800 && value < 0xDC00) {
        if (at + 4 > pending_.size() && !ended_) break;  // its other half comes with the next piece
        const char32_t next = at + 4 <= pending_.size() ? UnitAt(at + 2) : 0;
        const bool pair = next >= 0xDC00 && next < 0xE000;
        value = pair ? 0x10000 + ((value - 0xD800) << 10U) + (next - 0xDC00) : 0xFFFD;
        if (pair) at += 2;
      } else if (value >= 0xDC00 && value < 0xE000) {
        value = 0xFFFD;
      }
      AppendUtf8(value, &out_);
    }
    pending_.erase(0, at);
    if (ended_ && !pending_.empty()) AppendUtf8(0xFFFD, &out_);
    return Ok{};
  }

  char32_t UnitAt(size_t at) const {
    const auto first = static_cast<unsigned char>(pending_[at]);
    const auto second = static_cast<unsigned char>(pending_[at + 1]);
    return big_ ? static_cast<char32_t>(first << 8U | second) : static_cast<char32_t>(second << 8U | first);
  }

  std::unique_ptr<ByteSource> from_;
  std::string pending_, out_;
  size_t given_ = 0;
  bool began_ = false, big_ = false, ended_ = false;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> OpenFileBytes(const std::string& path) {
  const int fd = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    return Error{ErrorCode::kIo, "cannot open: " + std::string(std::strerror(errno))};  // NOLINT(concurrency-*)
  }
  return std::unique_ptr<ByteSource>(std::make_unique<FileBytes>(fd));
}

std::unique_ptr<ByteSource> MemoryBytes(std::string bytes, size_t piece) {
  return std::make_unique<Memory>(std::move(bytes), piece);
}

namespace {

class Returns : public ByteSource {
 public:
  explicit Returns(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)) {}

  Result<size_t> Read(char* to, size_t most) override {
    auto count = bytes_->Read(to, most);
    if (count.ok()) std::replace(to, to + *count, '\r', '\n');
    return count;
  }

 private:
  std::unique_ptr<ByteSource> bytes_;
};

}  // namespace

std::unique_ptr<ByteSource> ReturnsAsLines(std::unique_ptr<ByteSource> bytes) {
  return std::make_unique<Returns>(std::move(bytes));
}

std::unique_ptr<ByteSource> Utf16Bytes(std::unique_ptr<ByteSource> packed) {
  return std::make_unique<Utf16>(std::move(packed));
}

}  // namespace rapporteur
