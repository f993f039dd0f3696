// Projective decoding with exactly one child of the root (docs/model.md, section 6), and the best path of name labels.
//
// Deterministic: ties go to the first candidate. One object belongs to one thread; it keeps its tables between calls.
// Time grows with the cube of the words, memory with the square: callers cut sentences at kMostPieceWords.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rapporteur {

inline constexpr size_t kMostPieceWords = 256;

class EisnerDecoder {
 public:
  // scores[i * (n + 1) + j] is word i (from 0) under head j, where j = 0 is the root and j = k + 1 is word k; n is
  // heads.size(), at least 1. Gives each word's head, -1 for the root. Scores that are no numbers give some tree.
  void Decode(std::span<const float> scores, std::span<int32_t> heads);

 private:
  enum class Kind { kRight, kLeft, kOpenRight, kOpenLeft };
  struct Item {
    size_t first, last;
    Kind kind;
  };

  void Prepare(size_t n);
  void Fill(std::span<const float> scores);
  size_t BestRoot(std::span<const float> scores) const;
  void Trace(size_t root, std::span<int32_t> heads);
  size_t at(size_t i, size_t j) const { return i * n_ + j; }

  size_t n_ = 0;
  // Spans [i, j] by their two ends. Right: i governs; left: j governs. Open: only the arc between i and j is new.
  // What is read down a column is kept transposed as well.
  std::vector<float> right_, right_t_, left_, left_t_, open_right_, open_left_t_;
  std::vector<uint16_t> split_right_, split_left_, split_open_;
  std::vector<Item> todo_;
};

// The label sequence with the largest sum. `scores`: words x labels; `start`: labels; `step`: labels x labels, from row
// to column. path.size() words.
void BestPath(std::span<const float> scores, std::span<const float> start, std::span<const float> step,
              std::span<uint16_t> path);

}  // namespace rapporteur
