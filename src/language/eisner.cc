#include "language/eisner.h"

#include <cassert>
#include <limits>

namespace rapporteur {
namespace {

struct Best {
  float score;
  size_t index;
};

// The largest a[k] + b[k] for k < count, the first on a tie.
Best BestSum(const float* a, const float* b, size_t count) {
  Best best = {a[0] + b[0], 0};
  for (size_t k = 1; k < count; ++k) {
    const float sum = a[k] + b[k];
    if (sum > best.score) best = {sum, k};
  }
  return best;
}

}  // namespace

void EisnerDecoder::Prepare(size_t n) {
  n_ = n;
  for (std::vector<float>* table : {&right_, &right_t_, &left_, &left_t_, &open_right_, &open_left_t_}) {
    table->resize(n * n);
  }
  for (std::vector<uint16_t>* table : {&split_right_, &split_left_, &split_open_}) table->resize(n * n);
  for (size_t i = 0; i < n; ++i) {
    right_[at(i, i)] = right_t_[at(i, i)] = left_[at(i, i)] = left_t_[at(i, i)] = 0.0f;
  }
}

void EisnerDecoder::Fill(std::span<const float> scores) {
  const auto arc = [&](size_t word, size_t head) { return scores[word * (n_ + 1) + head + 1]; };
  for (size_t length = 1; length < n_; ++length) {
    for (size_t i = 0; i + length < n_; ++i) {
      const size_t j = i + length;
      const Best open = BestSum(&right_[at(i, i)], &left_t_[at(j, i + 1)], length);
      split_open_[at(i, j)] = static_cast<uint16_t>(i + open.index);
      open_right_[at(i, j)] = open.score + arc(j, i);
      open_left_t_[at(j, i)] = open.score + arc(i, j);
      const Best right = BestSum(&open_right_[at(i, i + 1)], &right_t_[at(j, i + 1)], length);
      split_right_[at(i, j)] = static_cast<uint16_t>(i + 1 + right.index);
      right_[at(i, j)] = right_t_[at(j, i)] = right.score;
      const Best left = BestSum(&left_[at(i, i)], &open_left_t_[at(j, i)], length);
      split_left_[at(i, j)] = static_cast<uint16_t>(i + left.index);
      left_[at(i, j)] = left_t_[at(j, i)] = left.score;
    }
  }
}

size_t EisnerDecoder::BestRoot(std::span<const float> scores) const {
  float best = -std::numeric_limits<float>::infinity();
  size_t root = 0;
  for (size_t r = 0; r < n_; ++r) {
    const float score = left_[at(0, r)] + right_[at(r, n_ - 1)] + scores[r * (n_ + 1)];
    if (score > best) {
      best = score;
      root = r;
    }
  }
  return root;
}

void EisnerDecoder::Trace(size_t root, std::span<int32_t> heads) {
  heads[root] = -1;
  todo_ = {{0, root, Kind::kLeft}, {root, n_ - 1, Kind::kRight}};
  while (!todo_.empty()) {
    const Item item = todo_.back();
    const auto [i, j, kind] = item;
    todo_.pop_back();
    if (i == j) continue;
    if (kind == Kind::kRight) {
      const size_t k = split_right_[at(i, j)];
      todo_.push_back({i, k, Kind::kOpenRight});
      todo_.push_back({k, j, Kind::kRight});
    } else if (kind == Kind::kLeft) {
      const size_t k = split_left_[at(i, j)];
      todo_.push_back({i, k, Kind::kLeft});
      todo_.push_back({k, j, Kind::kOpenLeft});
    } else {
      if (kind == Kind::kOpenRight) {
        heads[j] = static_cast<int32_t>(i);
      } else {
        heads[i] = static_cast<int32_t>(j);
      }
      const size_t k = split_open_[at(i, j)];
      todo_.push_back({i, k, Kind::kRight});
      todo_.push_back({k + 1, j, Kind::kLeft});
    }
  }
}

void EisnerDecoder::Decode(std::span<const float> scores, std::span<int32_t> heads) {
  assert(!heads.empty() && heads.size() <= kMostPieceWords && scores.size() >= heads.size() * (heads.size() + 1));
  Prepare(heads.size());
  Fill(scores);
  Trace(BestRoot(scores), heads);
}

void BestPath(std::span<const float> scores, std::span<const float> start, std::span<const float> step,
              std::span<uint16_t> path) {
  const size_t labels = start.size();
  std::vector<float> best(labels), next(labels);
  std::vector<uint16_t> back(labels * path.size());
  for (size_t j = 0; j < labels; ++j) best[j] = scores[j] + start[j];
  for (size_t t = 1; t < path.size(); ++t) {
    for (size_t j = 0; j < labels; ++j) {
      size_t from = 0;
      for (size_t i = 1; i < labels; ++i) {
        if (best[i] + step[i * labels + j] > best[from] + step[from * labels + j]) from = i;
      }
      back[t * labels + j] = static_cast<uint16_t>(from);
      next[j] = best[from] + step[from * labels + j] + scores[t * labels + j];
    }
    best.swap(next);
  }
  size_t label = 0;
  for (size_t j = 1; j < labels; ++j) {
    if (best[j] > best[label]) label = j;
  }
  for (size_t t = path.size(); t-- > 0;) {
    path[t] = static_cast<uint16_t>(label);
    if (t > 0) label = back[t * labels + label];
  }
}

}  // namespace rapporteur
