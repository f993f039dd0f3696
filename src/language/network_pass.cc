// One pass of a batch through the network.
#include <algorithm>
#include <cstring>

#include "language/network.h"

namespace rapporteur {
namespace {

constexpr size_t kBlockRows = 120;  // rows of a wide intermediate that are kept at once

uint16_t Largest(const float* scores, size_t count) {
  size_t best = 0;
  for (size_t k = 1; k < count; ++k) {
    if (scores[k] > scores[best]) best = k;
  }
  return static_cast<uint16_t>(best);
}

}  // namespace

class Network::Pass {
 public:
  Pass(const Network& network, const WordBatch& batch, NetworkScratch& scratch)
      : net_(network),
        shape_(network.shape_),
        kernels_(*network.kernels_),
        batch_(batch),
        scratch_(scratch),
        words_(batch.words()),
        answers_(words_) {}

  std::vector<WordAnswer> Run() {
    Encode();
    ReadTags();
    ReadMentions();
    ReadArcs();
    ReadLabels();
    return std::move(answers_);
  }

 private:
  // Copies rows [first, last) with their neighbours to `to`: three rows side by side, zeros beyond a piece's ends.
  void Window(const float* x, size_t first, size_t last, float* to) const {
    const size_t width = shape_.width;
    auto piece = std::upper_bound(batch_.starts.begin(), batch_.starts.end(), first) - 1;
    for (size_t row = first; row < last; ++row, to += 3 * width) {
      if (row == *(piece + 1)) ++piece;
      for (size_t side = 0; side < 3; ++side) {
        const bool inside = side == 1 || (side == 0 ? row > *piece : row + 1 < *(piece + 1));
        if (inside) {
          std::memcpy(to + side * width, x + (row + side - 1) * width, width * sizeof(float));
        } else {
          std::memset(to + side * width, 0, width * sizeof(float));
        }
      }
    }
  }

  // Calls do_block(first, count) over all words.
  template <typename Block>
  void ForBlocks(Block do_block) const {
    for (size_t first = 0; first < words_; first += kBlockRows) do_block(first, std::min(kBlockRows, words_ - first));
  }

  void Encode() {
    const size_t width = shape_.width;
    scratch_.x.assign(batch_.types.begin(), batch_.types.end());
    scratch_.next.resize(words_ * width);
    for (const Conv& conv : net_.convs_) Convolve(conv);
    for (const Recurrent& rec : net_.recs_) Recur(rec);
    kernels_.norm({scratch_.x.data(), words_, width}, net_.out_norm_.view(), scratch_.next.data());
    scratch_.x.swap(scratch_.next);
  }

  void Convolve(const Conv& conv) {
    const size_t width = shape_.width;
    scratch_.wide.resize(kBlockRows * 3 * width);
    scratch_.narrow.resize(kBlockRows * 2 * width);
    ForBlocks([&](size_t first, size_t count) {
      Window(scratch_.x.data(), first, first + count, scratch_.wide.data());
      kernels_.multiply({scratch_.wide.data(), count, 3 * width}, conv.map.view(), {scratch_.narrow.data(), 2 * width});
      kernels_.maxout_norm({scratch_.narrow.data(), count, 2 * width}, conv.norm.view(),
                           scratch_.x.data() + first * width, scratch_.next.data() + first * width);
    });
    scratch_.x.swap(scratch_.next);
  }

  // By whole pieces, as many as make up a block: the recurrence wants a piece's rows together.
  void Recur(const Recurrent& rec) {
    const size_t width = shape_.width;
    scratch_.wide.resize((kBlockRows + kMostPieceWords) * 3 * width);
    const std::vector<uint32_t>& starts = batch_.starts;
    for (size_t piece = 0; piece + 1 < starts.size();) {
      const size_t from = piece;
      const size_t first = starts[from];
      while (piece + 1 < starts.size() && starts[piece] - first < kBlockRows) ++piece;
      const size_t count = starts[piece] - first;
      float* x = scratch_.x.data() + first * width;
      kernels_.norm({x, count, width}, rec.norm.view(), scratch_.next.data());
      kernels_.multiply({scratch_.next.data(), count, width}, rec.map.view(), {scratch_.wide.data(), 3 * width});
      for (size_t p = from; p < piece; ++p) {
        const size_t at = starts[p] - first;
        const ConstRows u = {scratch_.wide.data() + at * 3 * width, starts[p + 1] - starts[p], 3 * width};
        kernels_.recurrence(u, width, x + at * width);
      }
    }
  }

  // Leaves the scores of all readers in scratch_.wide, a row of readers() a word.
  void ReadTags() {
    const size_t outputs = net_.readers_.outputs();
    scratch_.wide.resize(words_ * outputs);
    kernels_.multiply({scratch_.x.data(), words_, shape_.width}, net_.readers_.view(), {scratch_.wide.data(), outputs});
    for (size_t i = 0; i < words_; ++i) {
      const float* scores = scratch_.wide.data() + i * outputs;
      answers_[i].upos = Largest(scores, shape_.upos);
      answers_[i].xpos = Largest(scores + shape_.upos, shape_.xpos);
      answers_[i].feats = Largest(scores + shape_.upos + shape_.xpos, shape_.feats);
    }
  }

  void ReadMentions() {
    const size_t width = shape_.width, hidden = shape_.mention_width, labels = shape_.mentions;
    scratch_.next.resize(kBlockRows * 3 * width);
    scratch_.narrow.resize(kBlockRows * hidden);
    scratch_.scores.resize(words_ * labels);
    ForBlocks([&](size_t first, size_t count) {
      Window(scratch_.x.data(), first, first + count, scratch_.next.data());
      float* m = scratch_.narrow.data();
      kernels_.multiply({scratch_.next.data(), count, 3 * width}, net_.mention_.view(), {m, hidden});
      for (size_t k = 0; k < count * hidden; ++k) m[k] = std::max(m[k], 0.0f);
      kernels_.multiply({m, count, hidden}, net_.mention_out_.view(),
                        {scratch_.scores.data() + first * labels, labels});
    });
    std::vector<uint16_t> path;
    for (size_t p = 0; p + 1 < batch_.starts.size(); ++p) {
      const size_t first = batch_.starts[p], count = batch_.starts[p + 1] - first;
      path.resize(count);
      BestPath({scratch_.scores.data() + first * labels, count * labels}, net_.mention_start_, net_.mention_step_,
               path);
      for (size_t i = 0; i < count; ++i) answers_[first + i].mention = path[i];
    }
  }

  void ReadArcs() {
    const size_t outputs = net_.readers_.outputs(), arc = shape_.arc_width;
    const size_t dep = shape_.upos + shape_.xpos + shape_.feats;
    for (size_t i = 0; i < words_; ++i) {
      float* both = scratch_.wide.data() + i * outputs + dep;
      for (size_t k = 0; k < 2 * arc; ++k) both[k] = std::max(both[k], 0.0f);
    }
    scratch_.narrow.resize(words_ * arc);
    kernels_.multiply({scratch_.wide.data() + dep, words_, outputs}, net_.arc_q_.view(), {scratch_.narrow.data(), arc});
    for (size_t p = 0; p + 1 < batch_.starts.size(); ++p) {
      DecodePiece(batch_.starts[p], batch_.starts[p + 1] - batch_.starts[p], dep + arc);
    }
  }

  void DecodePiece(size_t first, size_t count, size_t head_column) {
    const size_t outputs = net_.readers_.outputs(), arc = shape_.arc_width;
    std::vector<float>& heads = scratch_.next;
    heads.assign(net_.root_arc_head_.begin(), net_.root_arc_head_.end());
    heads.resize((count + 1) * arc);
    for (size_t j = 0; j < count; ++j) {
      const float* from = scratch_.wide.data() + (first + j) * outputs + head_column;
      std::copy(from, from + arc, heads.begin() + static_cast<ptrdiff_t>((j + 1) * arc));
    }
    scratch_.heads.Pack(heads.data(), arc, arc, count + 1, nullptr);
    scratch_.scores.resize(count * (count + 1));
    kernels_.multiply({scratch_.narrow.data() + first * arc, count, arc}, scratch_.heads.view(),
                      {scratch_.scores.data(), count + 1});
    AddDistances(count);
    std::vector<int32_t> chosen(count);
    scratch_.decoder.Decode(scratch_.scores, chosen);
    for (size_t i = 0; i < count; ++i) answers_[first + i].head = chosen[i];
  }

  void AddDistances(size_t count) {
    const auto most = static_cast<ptrdiff_t>(shape_.max_distance);
    for (size_t i = 0; i < count; ++i) {
      float* row = scratch_.scores.data() + i * (count + 1);
      row[0] += net_.distance_[2 * shape_.max_distance + 1];
      for (size_t j = 0; j < count; ++j) {
        const ptrdiff_t distance = static_cast<ptrdiff_t>(j) - static_cast<ptrdiff_t>(i);
        row[j + 1] += net_.distance_[static_cast<size_t>(std::clamp(distance, -most, most) + most)];
      }
    }
  }

  void ReadLabels() {
    const size_t labels = shape_.label_width + shape_.label_pair;
    scratch_.narrow.resize(kBlockRows * labels);
    scratch_.scores.resize(kBlockRows * shape_.rels);
    ForBlocks([&](size_t first, size_t count) {
      PairRows(first, count);
      kernels_.multiply({scratch_.narrow.data(), count, labels}, net_.label_out_.view(),
                        {scratch_.scores.data(), shape_.rels});
      for (size_t i = 0; i < count; ++i) {
        answers_[first + i].rel = BestRel(scratch_.scores.data() + i * shape_.rels, answers_[first + i].head);
      }
    });
  }

  // What the labels' map reads, for each word with its head.
  void PairRows(size_t first, size_t count) {
    const size_t outputs = net_.readers_.outputs(), labels = shape_.label_width + shape_.label_pair;
    const size_t dep = outputs - 2 * labels, head = outputs - labels;
    auto piece = std::upper_bound(batch_.starts.begin(), batch_.starts.end(), first) - 1;
    for (size_t row = first; row < first + count; ++row) {
      if (row == *(piece + 1)) ++piece;
      const float* a = scratch_.wide.data() + row * outputs + dep;
      const int32_t at = answers_[row].head;
      const float* b = at < 0 ? net_.root_label_head_.data()
                              : scratch_.wide.data() + (*piece + static_cast<size_t>(at)) * outputs + head;
      float* to = scratch_.narrow.data() + (row - first) * labels;
      for (size_t k = 0; k < shape_.label_width; ++k) to[k] = std::max(a[k] + b[k], 0.0f);
      for (size_t k = shape_.label_width; k < labels; ++k) to[k] = a[k] * b[k];
    }
  }

  uint16_t BestRel(const float* scores, int32_t head) const {
    const size_t root = net_.root_rel_;
    if (head < 0) return static_cast<uint16_t>(root);
    size_t best = root == 0 ? 1 : 0;
    for (size_t k = best + 1; k < shape_.rels; ++k) {
      if (k != root && scores[k] > scores[best]) best = k;
    }
    return static_cast<uint16_t>(best);
  }

  const Network& net_;
  const NetworkShape& shape_;
  const Kernels& kernels_;
  const WordBatch& batch_;
  NetworkScratch& scratch_;
  const size_t words_;
  std::vector<WordAnswer> answers_;
};

std::vector<WordAnswer> Network::Answer(const WordBatch& batch, NetworkScratch& scratch) const {
  if (batch.words() == 0) return {};
  return Pass(*this, batch, scratch).Run();
}

}  // namespace rapporteur
