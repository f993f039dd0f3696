#include "tools/in_order.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace rapporteur {
namespace {

constexpr size_t kWaitingPerThread = 4;

class Crew {
 public:
  Crew(size_t threads, const std::function<Task()>& next) : window_(threads * kWaitingPerThread), next_(next) {
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

  // What the task `taken_` returned, then the next; empty when there are no more.
  Finish Take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return done_.contains(taken_) || (exhausted_ && taken_ == pulled_); });
    if (!done_.contains(taken_)) return {};
    Finish finish = std::move(done_.extract(taken_).mapped());
    ++taken_;
    lock.unlock();
    changed_.notify_all();
    return finish;
  }

 private:
  struct Pulled {
    size_t index = 0;
    Task task;
  };

  void Work() {
    while (true) {
      Pulled pulled = Pull();
      if (!pulled.task) return;
      Finish finish = pulled.task();
      pulled.task = nullptr;  // frees what it holds before the wait for the next
      {
        const std::lock_guard lock(mutex_);
        done_.emplace(pulled.index, std::move(finish));
      }
      changed_.notify_all();
    }
  }

  // The lock on pulling is apart from the other, so that results are taken while a next task is read.
  Pulled Pull() {
    const std::lock_guard pulling(pull_mutex_);
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return stopped_ || exhausted_ || pulled_ < taken_ + window_; });
      if (stopped_ || exhausted_) return {};
    }
    Task task = next_();
    const std::lock_guard lock(mutex_);
    if (task) return {pulled_++, std::move(task)};
    exhausted_ = true;
    changed_.notify_all();
    return {};
  }

  const size_t window_;
  const std::function<Task()>& next_;
  std::mutex pull_mutex_, mutex_;
  std::condition_variable changed_;
  size_t pulled_ = 0;
  size_t taken_ = 0;
  bool exhausted_ = false, stopped_ = false;
  std::map<size_t, Finish> done_;
  std::vector<std::thread> threads_;
};

}  // namespace

void InOrder(size_t threads, const std::function<Task()>& next) {
  if (threads <= 1) {
    for (Task task = next(); task; task = next()) {
      if (!task()()) return;
    }
    return;
  }
  Crew crew(threads, next);
  for (Finish finish = crew.Take(); finish && finish(); finish = crew.Take()) {
  }
}

void InOrder(size_t count, size_t threads, const std::function<Outcome(size_t)>& make,
             const std::function<bool(size_t, Outcome)>& take) {
  size_t at = 0;
  InOrder(std::clamp<size_t>(threads, 1, std::max<size_t>(count, 1)), [&]() -> Task {
    if (at == count) return {};
    const size_t i = at++;
    return [&, i]() -> Finish {
      auto outcome = std::make_shared<Outcome>(make(i));
      return [&, i, outcome] { return take(i, std::move(*outcome)); };
    };
  });
}

}  // namespace rapporteur
