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

TEST(InOrder, NothingToDo) {
  InOrder(
      0, 4, [](size_t) { return Outcome{}; }, [](size_t, const Outcome&) { return ADD_FAILURE(), true; });
}

}  // namespace
}  // namespace rapporteur
