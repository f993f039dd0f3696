#include "inputs/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace rapporteur {
namespace {

constexpr uint64_t kFreeBytes = 64ULL << 20U;
constexpr uint64_t kMostTimes = 500;
constexpr int kGzipOrZlib = 32 + MAX_WBITS;
constexpr int kGzip = 16 + MAX_WBITS;
constexpr int kRaw = -MAX_WBITS;

// Owns zlib's state.
class Inflater {
 public:
  explicit Inflater(int window_bits) { ok_ = inflateInit2(&stream, window_bits) == Z_OK; }
  ~Inflater() { inflateEnd(&stream); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  bool ok() const { return ok_; }

  z_stream stream = {};

 private:
  bool ok_ = false;
};

unsigned char* Bytes(char* bytes) { return reinterpret_cast<unsigned char*>(bytes); }

class Gzip : public ByteSource {
 public:
  explicit Gzip(std::unique_ptr<ByteSource> from) : from_(std::move(from)), inflater_(kGzip) {}

  Result<size_t> Read(char* to, size_t most) override {
    if (!inflater_.ok()) return Error{ErrorCode::kLimit, "no memory to unpack gzip"};
    z_stream& stream = inflater_.stream;
    stream.next_out = Bytes(to);
    stream.avail_out = static_cast<uInt>(std::min<size_t>(most, 1U << 30U));
    while (stream.next_out == Bytes(to)) {
      if (stream.avail_in == 0 && !ended_) {
        auto status = Fill();
        if (!status.ok()) return status.error();
      }
      if (!in_member_ && !BeginMember()) return size_t{0};
      if (stream.avail_in == 0 && ended_) {
        return Error{ErrorCode::kFormat, "the gzip data end within a member; the file was cut off"};
      }
      const int code = inflate(&stream, Z_NO_FLUSH);
      if (code == Z_STREAM_END) {
        in_member_ = false;
      } else if (code != Z_OK && code != Z_BUF_ERROR) {
        return Error{ErrorCode::kFormat,
                     "the gzip data are damaged: " + std::string(stream.msg != nullptr ? stream.msg : "unknown fault")};
      }
    }
    const auto count = static_cast<size_t>(stream.next_out - Bytes(to));
    out_bytes_ += count;
    if (out_bytes_ > kFreeBytes && out_bytes_ / kMostTimes > in_bytes_) {
      return Error{ErrorCode::kLimit, "the gzip data unpack to more than " + std::to_string(kMostTimes) +
                                          " times their size; that is no text"};
    }
    return count;
  }

 private:
  Status Fill() {
    auto got = from_->Read(buffer_.data(), buffer_.size());
    if (!got.ok()) return got.error();
    ended_ = *got == 0;
    in_bytes_ += *got;
    inflater_.stream.next_in = Bytes(buffer_.data());
    inflater_.stream.avail_in = static_cast<uInt>(*got);
    return Ok{};
  }

  // False at the end of the file, and where only zero bytes follow.
  bool BeginMember() {
    z_stream& stream = inflater_.stream;
    while (true) {
      while (members_ > 0 && stream.avail_in > 0 && *stream.next_in == 0) {
        ++stream.next_in;
        --stream.avail_in;
      }
      if (stream.avail_in > 0) break;
      if (ended_ || !Fill().ok()) return false;
    }
    ++members_;
    in_member_ = true;
    return inflateReset(&stream) == Z_OK;
  }

  std::unique_ptr<ByteSource> from_;
  Inflater inflater_;
  std::array<char, 1U << 16U> buffer_ = {};
  uint64_t in_bytes_ = 0, out_bytes_ = 0, members_ = 0;
  bool in_member_ = false, ended_ = false;
};

// gzip and zlib say what they are; raw deflate, which some servers send as "deflate", does not.
int WindowBitsFor(std::string_view packed) {
  const auto byte = [&](size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(packed[i])); };
  const bool zlib =
      packed.size() >= 2 && (byte(0) & 0x0FU) == 8 && byte(0) >> 4U <= 7 && (byte(0) * 256 + byte(1)) % 31 == 0;
  return IsGzip(packed) || zlib ? kGzipOrZlib : kRaw;
}

}  // namespace

std::unique_ptr<ByteSource> GzipBytes(std::unique_ptr<ByteSource> packed) {
  return std::make_unique<Gzip>(std::move(packed));
}

Result<std::string> Inflate(std::string_view packed, size_t max_bytes) {
  Inflater inflater(WindowBitsFor(packed));
  if (!inflater.ok()) return Error{ErrorCode::kLimit, "no memory to unpack"};
  z_stream& stream = inflater.stream;
  std::string in(packed);
  stream.next_in = Bytes(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  std::string out;
  std::array<char, 1U << 16U> buffer = {};
  while (true) {
    stream.next_out = Bytes(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    const int code = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer.data(), buffer.size() - stream.avail_out);
    if (out.size() > max_bytes) {
      return Error{ErrorCode::kLimit,
                   "unpacks to more than " + std::to_string(max_bytes >> 20U) + " MiB, the limit for one article"};
    }
    if (code == Z_STREAM_END) return out;
    if (code != Z_OK) return Error{ErrorCode::kFormat, "the packed page is damaged or cut off"};
  }
}

}  // namespace rapporteur
