#include "tools/in_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace rapporteur {
namespace {

TEST(InOrder, OutcomesComeInOrderWhateverTheThreads) {
  for (const size_t threads : {1U, 2U, 7U, 64U}) {
    std::vector<size_t> order;
    InOrder(
        100, threads,
        [](size_t i) {
          if (i % 10 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
          return Outcome{true, std::to_string(i), ""};
        },
        [&](size_t i, const Outcome& outcome) {
          EXPECT_EQ(outcome.output, std::to_string(i));
          order.push_back(i);
          return true;
        });
    ASSERT_EQ(order.size(), 100U) << threads;
    for (size_t i = 0; i < order.size(); ++i) EXPECT_EQ(order[i], i);
  }
}

TEST(InOrder, StopsWhenTheTakerHasEnough) {
  std::atomic<size_t> made = 0;
  size_t taken = 0;
  InOrder(
      100000, 3,
      [&](size_t) {
        ++made;
        return Outcome{};
      },
      [&](size_t, const Outcome&) { return ++taken < 5; });
  EXPECT_EQ(taken, 5U);
  EXPECT_LE(made, 5U + 12U + 3U);  // what was taken, the window, one in each thread's hands
}

TEST(InOrder, TasksThatComeOneByOne) {
  for (const size_t threads : {1U, 3U}) {
    int pulled = 0;
    std::vector<int> taken;
    InOrder(threads, [&]() -> Task {
      if (pulled == 50) return {};
      const int i = pulled++;  // one thread at a time: no lock of its own
      return [&, i]() -> Finish {
        if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return [&, i] {
          taken.push_back(i);
          return i < 40;
        };
      };
    });
    ASSERT_EQ(taken.size(), 41U) << threads;
    for (int i = 0; i < 41; ++i) EXPECT_EQ(taken[static_cast<size_t>(i)], i);
    EXPECT_LE(pulled, threads == 1 ? 41 : 50);
  }
}

TEST(InOrder, NothingToDo) {
  InOrder(4, []() -> Task { return {}; });
  InOrder(
      0, 4, [](size_t) { return Outcome{}; }, [](size_t, const Outcome&) { return ADD_FAILURE(), true; });
}

}  // namespace
}  // namespace rapporteur
