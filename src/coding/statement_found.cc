#include "coding/statement_found.h"

#include <algorithm>
#include <utility>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr size_t kLookBack = 24;  // statements: more than any sentence has

}  // namespace

void FoundStatements::Keep(Statement st, const Cue& cue, bool weak) {
  st.confidence = st.speaker ? 0.85 : 0.6;
  st.by.rule = "cue:" + cue.lemma;
  st.by.steps.push_back("cue " + cue.file + ":" + std::to_string(cue.line) + " " + cue.lemma + " (" + cue.kind + ")");
  weak = weak || !st.asserts || Among(cue.kind, {"think", "want", "judge", "show"}) || cue.pos == PredicatePos::kAdv;
  Add(std::move(st), weak);
}

void FoundStatements::Keep(Statement st, std::string rule, std::string step) {
  st.confidence = 0.7;
  st.by.rule = std::move(rule);
  st.by.steps.push_back(std::move(step));
  Add(std::move(st), false);
}

void FoundStatements::Add(Statement st, bool weak) {
  const Span whole = st.content;
  st.form = content_.Form(whole, st.cue, &st.content);
  if (st.content != whole) st.parts.clear();
  // The same words by the same cue, found in two ways: both come from one sentence.
  for (size_t i = found_.size(); i > 0 && i + kLookBack > found_.size(); --i) {
    if (found_[i - 1].content == st.content && found_[i - 1].cue == st.cue) return;
  }
  weak_.push_back(weak);
  found_.push_back(std::move(st));
}

bool FoundStatements::Prepend(Span cue, Span piece) {
  for (Statement& st : found_) {
    if (st.cue != cue || !st.asserts || st.content.begin < cue.end) continue;
    if (st.parts.empty()) st.parts.push_back(st.content);
    st.parts.insert(st.parts.begin(), piece);
    st.content = hull(piece, st.content);
    return true;
  }
  return false;
}

bool FoundStatements::Covers(Span span) const {
  return std::any_of(found_.begin(), found_.end(),
                     [&](const Statement& st) { return st.content.overlaps(span) && !span.contains(st.cue); });
}

void FoundStatements::DropWithin() {
  std::vector<size_t> order(found_.size());
  uint32_t longest = 0;
  for (size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
    longest = std::max(longest, found_[i].content.size());
  }
  auto begin = [&](size_t i) { return found_[i].content.begin; };
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return begin(a) < begin(b); });
  std::vector<bool> drop(found_.size(), false);
  for (size_t i = 0; i < found_.size(); ++i) {
    if (!weak_[i]) continue;
    const Span cue = found_[i].cue;
    drop[i] = content_.CountWords(content_.QuotationAt(cue.begin, {})) > 3;
    auto after =
        std::upper_bound(order.begin(), order.end(), cue.begin, [&](uint32_t at, size_t k) { return at < begin(k); });
    while (!drop[i] && after != order.begin() && begin(*--after) + longest >= cue.end) {
      drop[i] = *after != i && IsWithin(i, *after);
    }
  }
  std::vector<Statement> kept;
  for (size_t i = 0; i < found_.size(); ++i) {
    if (!drop[i]) kept.push_back(std::move(found_[i]));
  }
  found_ = std::move(kept);
}

// Of two weak ones that hold each other's cue neither is within the other.
bool FoundStatements::IsWithin(size_t inner, size_t outer) const {
  const Statement& in = found_[inner];
  const Statement& out = found_[outer];
  if (!out.content.contains(in.cue) || out.cue.overlaps(in.cue)) return false;
  return !weak_[outer] || !in.content.contains(out.cue);
}

}  // namespace rapporteur
