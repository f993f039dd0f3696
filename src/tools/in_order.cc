#include "tools/in_order.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace rapporteur {
namespace {

constexpr size_t kWaitingPerThread = 4;

class Crew {
 public:
  Crew(size_t count, size_t threads, const std::function<Outcome(size_t)>& make)
      : count_(count), window_(threads * kWaitingPerThread), make_(make) {
    for (size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { Work(); });
  }

  ~Crew() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  // The outcome of `taken_`, then the next.
  Outcome Take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return done_.contains(taken_); });
    Outcome outcome = std::move(done_.extract(taken_).mapped());
    ++taken_;
    lock.unlock();
    changed_.notify_all();
    return outcome;
  }

 private:
  void Work() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return stopped_ || next_ >= count_ || next_ < taken_ + window_; });
      if (stopped_ || next_ >= count_) return;
      const size_t index = next_++;
      lock.unlock();
      Outcome outcome = make_(index);
      lock.lock();
      done_.emplace(index, std::move(outcome));
      changed_.notify_all();
    }
  }

  const size_t count_;
  const size_t window_;
  const std::function<Outcome(size_t)>& make_;
  std::mutex mutex_;
  std::condition_variable changed_;
  size_t next_ = 0;
  size_t taken_ = 0;
  bool stopped_ = false;
  std::map<size_t, Outcome> done_;
  std::vector<std::thread> threads_;
};

}  // namespace

void InOrder(size_t count, size_t threads, const std::function<Outcome(size_t)>& make,
             const std::function<bool(size_t, Outcome)>& take) {
  threads = std::clamp<size_t>(threads, 1, std::max<size_t>(count, 1));
  if (threads == 1) {
    for (size_t i = 0; i < count && take(i, make(i)); ++i) {
    }
    return;
  }
  Crew crew(count, threads, make);
  for (size_t i = 0; i < count && take(i, crew.Take()); ++i) {
  }
}

}  // namespace rapporteur
