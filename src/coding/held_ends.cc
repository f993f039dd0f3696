#include "coding/held_ends.h"

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int kMinFurniture = 13;        // words
constexpr double kFurnitureShare = 0.6;  // that begin with a capital

}  // namespace

Span HeldEnds::Cut(Span words) const {
  const int s = d_.content().SentenceAt(words.begin);
  if (s < 0) return words;
  const Tree& t = d_.in().trees[static_cast<size_t>(s)];
  int first = -1;
  bool opened = false;
  for (int w = 0; w < t.size(); ++w) {
    const Span at = t.word(w).span;
    if (!words.contains(at)) continue;
    if (first < 0) first = w;
    const bool mark = Among(t.word(w).form, {"\"", "”", "''"});
    const bool more = w + 1 < t.size() && (t.word(w + 1).upos == Upos::kAdp || t.word(w + 1).xpos == "VBN");
    if (w > first && mark && !opened && !more && EndsQuotation(words, at))
      return d_.content().Trim({words.begin, at.begin});
    opened = opened != (mark || t.word(w).form == "“" || t.word(w).form == "``");
    if (w > first && GoesOn(t, w)) return d_.content().Trim({words.begin, at.begin});
  }
  return words;
}

// A closing mark that more words follow.
bool HeldEnds::EndsQuotation(Span words, Span mark) const {
  const std::string_view text = d_.in().report.text.utf8;
  return mark.begin > 0 && text[mark.begin - 1] != ' ' && mark.end < words.end;
}

bool HeldEnds::GoesOn(const Tree& t, int word) const {
  const Rel rel = t.rel(word);
  const bool comma = t.word(word - 1).form == ",";
  const std::string form = LowerAscii(t.word(word).form);
  if (t.word(word).xpos == "VBG" &&
      (rel == Rel::kAdvcl || rel == Rel::kAcl || rel == Rel::kParataxis || rel == Rel::kDep) &&
      t.child(word, {Rel::kMark, Rel::kCase}) < 0 && t.head(word) < word)
    return (comma || t.rel(word) != Rel::kAcl || form == "saying") &&
           !(form == "calling" && word + 1 < t.size() && LowerAscii(t.word(word + 1).form) == "for") &&
           d_.InClass("stance_tell", LowerAscii(t.word(word).lemma));
  // "these attacks and calls on all parties"
  if (t.rel(word) == Rel::kCc && word + 2 < t.size() &&
      Among(LowerAscii(t.word(word + 2).form), {"on", "upon", "for", "that"}))
    return Among(LowerAscii(t.word(word + 1).form),
                 {"calls", "appeals", "demands", "urges", "says", "warns", "insists"});
  if (!comma) return false;
  return Among(form, {"while", "whereas"}) ||
         (form == "such" && word + 1 < t.size() && LowerAscii(t.word(word + 1).form) == "as");
}

bool HeldEnds::IsFurniture(Span words) const {
  int all = 0, capital = 0;
  const std::string_view text = words.of(d_.in().report.text.utf8);
  for (size_t i = 0; i < text.size(); ++i) {
    if ((i > 0 && text[i - 1] != ' ') || text[i] == ' ') continue;
    ++all;
    capital += text[i] >= 'A' && text[i] <= 'Z' ? 1 : 0;
  }
  return all >= kMinFurniture && capital >= kFurnitureShare * all;
}

}  // namespace rapporteur
