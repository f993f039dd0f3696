#include "tools/progress.h"

#include <cmath>
#include <cstdio>

namespace rapporteur {
namespace {

std::string OneDecimal(double value) {
  const auto tenths = static_cast<long>(std::lround(value * 10));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string Duration(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

}  // namespace

std::string ProgressLine(size_t done, size_t total, double seconds) {
  constexpr size_t kWidth = 20;
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  if (total == 0) return std::to_string(done) + " reports" + (rate > 0 ? "  " + OneDecimal(rate) + "/s" : "");
  const size_t filled = done * kWidth / total;
  const size_t percent = done * 100 / total;
  std::string line = "[" + std::string(filled, '#') + std::string(kWidth - filled, ' ') + "] ";
  line += std::string(percent < 10 ? 2 : percent < 100 ? 1 : 0, ' ') + std::to_string(percent) + "%  ";
  line += std::to_string(done) + "/" + std::to_string(total) + " reports";
  if (rate > 0) {
    line += "  " + OneDecimal(rate) + "/s  " + Duration(static_cast<double>(total - done) / rate) + " left";
  }
  return line;
}

Progress::Progress(size_t total, bool enabled) : total_(total), wanted_(enabled), enabled_(enabled && total > 1) {}

Progress::~Progress() { Clear(); }

void Progress::Step() {
  ++done_;
  if (!enabled_) return;
  const auto now = Clock::now();
  if (shown_ && now - drawn_ < std::chrono::milliseconds(100)) return;
  drawn_ = now;
  shown_ = true;
  const std::string line = ProgressLine(done_, total_, std::chrono::duration<double>(now - began_).count());
  std::fprintf(stderr, "\r%s\x1b[K", line.c_str());
  std::fflush(stderr);
}

void Progress::Clear() {
  if (!shown_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace rapporteur
