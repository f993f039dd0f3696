// DateOf: which date belongs to which predicate.
#include <algorithm>

#include "resolve/when.h"
#include "resolve/when_occasion.h"

namespace rapporteur {
namespace {

constexpr int kMostSteps = 8;

bool Among(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class DateAttacher {
 public:
  DateAttacher(const Tree& tree, int sentence, std::span<const DateMention> mentions) : tree_(tree) {
    for (const DateMention& mention : mentions) {
      if (mention.sentence == sentence) here_.push_back(&mention);
    }
  }

  const DateMention* Of(int predicate) const {
    if (here_.empty()) return nullptr;
    int w = predicate;
    for (int steps = 0; steps < kMostSteps && w >= 0; ++steps) {
      if (const DateMention* own = Own(w)) return own;
      w = OccasionAbove(tree_, w);
    }
    return Opening(predicate);
  }

 private:
  // The nearest date in w's own part of the tree: no clause stands between them. Resolved ones go first.
  const DateMention* Own(int w) const {
    const DateMention* best = nullptr;
    for (const DateMention* mention : here_) {
      if (!Owns(w, *mention)) continue;
      if (best == nullptr || Rank(w, *mention) < Rank(w, *best)) best = mention;
    }
    return best;
  }

  bool Owns(int w, const DateMention& mention) const {
    if (w >= mention.first && w <= mention.last) return false;
    int up = mention.head;
    const bool clause = IsClauseHead(tree_, w);
    for (int steps = 0; steps < kMostSteps; ++steps) {
      const Rel rel = BaseRel(tree_.rel(up));
      up = tree_.head(up);
      if (up < 0) return false;
      if (up == w) return rel != Rel::kConj && rel != Rel::kAppos && (steps == 0 || !clause || rel != Rel::kNsubj);
      if (IsClauseHead(tree_, up)) return false;
      // A date inside an argument noun is the noun's: "welcomed the March ceasefire".
      if (clause && steps == 0 &&
          !Among(tree_.word(up).lemma, {"morning", "afternoon", "evening", "night", "hour", "day", "end", "start",
                                        "beginning", "afternoon", "week"}))
        return false;
    }
    return false;
  }

  int Rank(int w, const DateMention& mention) const {
    const int distance = mention.first > w ? mention.first - w : w - mention.last;
    return distance + (mention.resolved() ? 0 : 1000);
  }

  // A date that opens the sentence holds for its main clause, even where the parse hung it elsewhere.
  const DateMention* Opening(int predicate) const {
    const DateMention* first = here_.front();
    if (first->first > 2) return nullptr;
    const int comma = first->last + 1;
    if (comma >= tree_.size() || tree_.word(comma).form != ",") return nullptr;
    int w = predicate;
    for (int steps = 0; steps < kMostSteps && w >= 0; ++steps) {
      if (w == tree_.root()) return first;
      w = OccasionAbove(tree_, w);
    }
    return nullptr;
  }

  const Tree& tree_;
  std::vector<const DateMention*> here_;
};

}  // namespace

std::optional<DateMention> DateOf(const Tree& tree, int sentence, int predicate,
                                  std::span<const DateMention> mentions) {
  const DateMention* mention = DateAttacher(tree, sentence, mentions).Of(predicate);
  if (mention == nullptr) return std::nullopt;
  return *mention;
}

}  // namespace rapporteur
