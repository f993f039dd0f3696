#include "language/eisner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace rapporteur {
namespace {

// A tree under one root child, whose arcs do not cross.
bool IsProjectiveTree(const std::vector<int32_t>& heads) {
  const auto n = static_cast<int32_t>(heads.size());
  if (std::count(heads.begin(), heads.end(), -1) != 1) return false;
  for (int32_t i = 0; i < n; ++i) {
    int32_t at = i;
    for (int32_t steps = 0; at >= 0; at = heads[static_cast<size_t>(at)]) {
      if (++steps > n) return false;
    }
  }
  // Every word between a dependent and its head descends from that head.
  for (int32_t i = 0; i < n; ++i) {
    const int32_t head = heads[static_cast<size_t>(i)];
    if (head < 0) continue;
    for (int32_t k = std::min(i, head) + 1; k < std::max(i, head); ++k) {
      int32_t at = k;
      while (at >= 0 && at != head) at = heads[static_cast<size_t>(at)];
      if (at != head) return false;
    }
  }
  return true;
}

float Score(const std::vector<float>& scores, const std::vector<int32_t>& heads) {
  float sum = 0;
  for (size_t i = 0; i < heads.size(); ++i) sum += scores[i * (heads.size() + 1) + static_cast<size_t>(heads[i] + 1)];
  return sum;
}

// Tries every assignment of heads.
float BestScore(const std::vector<float>& scores, size_t n) {
  float best = -std::numeric_limits<float>::infinity();
  std::vector<int32_t> heads(n, -1);
  for (;;) {
    if (IsProjectiveTree(heads)) best = std::max(best, Score(scores, heads));
    size_t i = 0;
    while (i < n && heads[i] == static_cast<int32_t>(n) - 1) heads[i++] = -1;
    if (i == n) return best;
    ++heads[i];
  }
}

TEST(EisnerTest, FindsTheBestTreeOfAll) {
  std::mt19937 random(11);
  EisnerDecoder decoder;
  for (size_t n = 1; n <= 6; ++n) {
    for (int round = 0; round < 40; ++round) {
      std::vector<float> scores(n * (n + 1));
      for (float& score : scores) score = static_cast<float>(random() % 2001) / 100.0f - 10.0f;
      std::vector<int32_t> heads(n);
      decoder.Decode(scores, heads);
      ASSERT_TRUE(IsProjectiveTree(heads)) << n;
      ASSERT_NEAR(Score(scores, heads), BestScore(scores, n), 1e-3) << n;
    }
  }
}

TEST(EisnerTest, LongPiecesGiveTrees) {
  std::mt19937 random(3);
  EisnerDecoder decoder;
  for (const size_t n : {kMostPieceWords, size_t{60}, size_t{200}}) {
    std::vector<float> scores(n * (n + 1));
    for (float& score : scores) score = static_cast<float>(random() % 1000);
    std::vector<int32_t> heads(n);
    decoder.Decode(scores, heads);
    EXPECT_TRUE(IsProjectiveTree(heads));
  }
}

// As train/reference.py decides.
TEST(EisnerTest, TiesGoToTheFirst) {
  std::vector<int32_t> heads(4);
  const std::vector<float> scores(20, 0.0f);
  EisnerDecoder().Decode(scores, heads);
  EXPECT_EQ(heads, (std::vector<int32_t>{-1, 0, 1, 2}));
}

TEST(EisnerTest, ScoresThatAreNoNumbersGiveSomeTree) {
  const float nan = std::numeric_limits<float>::quiet_NaN(), inf = std::numeric_limits<float>::infinity();
  EisnerDecoder decoder;
  for (const float value : {nan, inf, -inf}) {
    std::vector<int32_t> heads(9);
    decoder.Decode(std::vector<float>(90, value), heads);
    EXPECT_TRUE(IsProjectiveTree(heads));
  }
}

TEST(BestPathTest, TriesAllPaths) {
  std::mt19937 random(5);
  constexpr size_t kLabels = 3, kWords = 5;
  for (int round = 0; round < 50; ++round) {
    const auto some = [&](size_t count) {
      std::vector<float> values(count);
      for (float& value : values) value = static_cast<float>(random() % 1001) / 100.0f;
      return values;
    };
    const auto scores = some(kLabels * kWords), start = some(kLabels), step = some(kLabels * kLabels);
    const auto sum_of = [&](const std::vector<uint16_t>& path) {
      float sum = start[path[0]] + scores[path[0]];
      for (size_t t = 1; t < kWords; ++t) sum += step[path[t - 1] * kLabels + path[t]] + scores[t * kLabels + path[t]];
      return sum;
    };
    std::vector<uint16_t> found(kWords), path(kWords);
    BestPath(scores, start, step, found);
    float best = 0;
    for (size_t code = 0; code < 243; ++code) {
      for (size_t t = 0, rest = code; t < kWords; ++t, rest /= kLabels) path[t] = static_cast<uint16_t>(rest % kLabels);
      best = std::max(best, sum_of(path));
    }
    ASSERT_NEAR(sum_of(found), best, 1e-4);
  }
}

TEST(BestPathTest, ForbiddenStepsAreNotTaken) {
  const std::vector<float> scores = {0, 0, 5, 0, 0, 5}, start = {0, 0, -10000};
  const std::vector<float> step = {0, 0, -10000, 0, 0, 0, 0, 0, 0};  // label 2 may not follow label 0
  std::vector<uint16_t> path(2);
  BestPath(scores, start, step, path);
  EXPECT_EQ(path, (std::vector<uint16_t>{1, 2}));
}

}  // namespace
}  // namespace rapporteur
