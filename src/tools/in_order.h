// Work on many threads whose results come out in the order of the work.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace rapporteur {

using Finish = std::function<bool()>;  // false: stop
using Task = std::function<Finish()>;

// Calls next() until it gives an empty task, each call on one thread at a time; runs the tasks on up to `threads`
// threads; and calls what they return on the calling thread, in the order of next(). Stops early when one of those
// returns false. At most a few tasks for each thread wait in memory.
void InOrder(size_t threads, const std::function<Task()>& next);

struct Outcome {
  bool ok = false;
  std::string output;   // when ok
  std::string message;  // when not
};

// The same for i = 0 … count - 1: make(i) on the threads, take(i, outcome) on the calling thread.
void InOrder(size_t count, size_t threads, const std::function<Outcome(size_t)>& make,
             const std::function<bool(size_t, Outcome)>& take);

}  // namespace rapporteur
