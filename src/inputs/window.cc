#include "inputs/window.h"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr size_t kPiece = 1U << 16U;

class Rest : public ByteSource {
 public:
  explicit Rest(std::unique_ptr<ByteWindow> window) : window_(std::move(window)) {}

  Result<size_t> Read(char* to, size_t most) override {
    if (window_->view().empty()) window_->More();
    const std::string_view piece = window_->view().substr(0, most);
    if (piece.empty() && window_->fault()) return *window_->fault();
    std::copy(piece.begin(), piece.end(), to);
    const size_t count = piece.size();
    window_->Skip(count);
    return count;
  }

 private:
  std::unique_ptr<ByteWindow> window_;
};

}  // namespace

bool ByteWindow::More() {
  if (ended_) return false;
  if (at_ > 0 && at_ >= held_.size() / 2) {  // moving what is left costs no more than what was skipped
    held_.erase(0, at_);
    at_ = 0;
  }
  const size_t before = held_.size();
  held_.resize(before + kPiece);
  auto got = from_->Read(held_.data() + before, kPiece);
  held_.resize(before + (got.ok() ? *got : 0));
  if (!got.ok()) fault_ = got.error();
  ended_ = !got.ok() || *got == 0;
  return !ended_;
}

std::string_view ByteWindow::Peek(size_t count) {
  while (view().size() < count && More()) {
  }
  return view().substr(0, count);
}

std::unique_ptr<ByteSource> WindowBytes(std::unique_ptr<ByteWindow> window) {
  return std::make_unique<Rest>(std::move(window));
}

void ByteWindow::Skip(size_t count) {
  const std::string_view skipped = view().substr(0, count);
  line_ += static_cast<uint64_t>(std::count(skipped.begin(), skipped.end(), '\n'));
  byte_ += skipped.size();
  at_ += skipped.size();
}

bool ByteWindow::Discard(uint64_t count) {
  while (count > 0) {
    if (view().empty() && !More()) return false;
    const auto step = static_cast<size_t>(std::min<uint64_t>(count, view().size()));
    Skip(step);
    count -= step;
  }
  return true;
}

}  // namespace rapporteur
