// Work on many threads whose results come out in the order of the work.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace rapporteur {

struct Outcome {
  bool ok = false;
  std::string output;   // when ok
  std::string message;  // when not
};

// Calls make(i) for each i below count on up to `threads` threads, and take(i, outcome) on the calling thread for
// i = 0, 1, 2 …; stops early when take returns false. At most a few outcomes for each thread wait in memory.
void InOrder(size_t count, size_t threads, const std::function<Outcome(size_t)>& make,
             const std::function<bool(size_t, Outcome)>& take);

}  // namespace rapporteur
