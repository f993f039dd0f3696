// A bar on a terminal: how many of many reports are read, how fast, how long it still takes.
//
// Not for several threads. Writes to standard error, at most ten times a second; nothing when not enabled.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace rapporteur {

// "[######              ]  30%  30/100 reports  12.5/s  6 s left"; where the total is not known (0) "30
// reports  12.5/s"
std::string ProgressLine(size_t done, size_t total, double seconds);

class Progress {
 public:
  Progress(size_t total, bool enabled);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // A file of many articles was met: nobody knows how many are to come.
  void TotalUnknown() {
    total_ = 0;
    enabled_ = wanted_;
  }
  void Step();
  void Clear();  // before anything else is written to the terminal

 private:
  using Clock = std::chrono::steady_clock;
  size_t total_;
  bool wanted_;
  bool enabled_;
  bool shown_ = false;
  size_t done_ = 0;
  Clock::time_point began_ = Clock::now();
  Clock::time_point drawn_;
};

}  // namespace rapporteur
