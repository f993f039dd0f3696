#include "text/quotations.h"

#include <algorithm>
#include <cstdint>

#include "text/characters.h"

namespace rapporteur {
namespace {

constexpr size_t kMaxDepth = 8;  // deeper marks are junk

enum class Family : uint8_t { kDouble, kSingle };

// A mark and which way it may look.
struct Mark {
  Span span;
  Family family = Family::kDouble;
  bool may_open = false;
  bool may_close = false;
  bool possessive = false;  // may be the apostrophe of students'
  bool heads_paragraph = false;
};

struct Open {
  size_t quotation = 0;  // index into the result
  Family family = Family::kDouble;
  char32_t mark = 0;
};

bool IsOpener(char32_t c) {
  return c == 0x201C || c == 0x2018 || c == 0xAB || c == 0x201E || c == 0x201A || c == 0x2039;
}
bool IsCloser(char32_t c) { return c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x203A; }

// Whether a quotation that opened with one mark may close with the other.
bool Closes(char32_t open, char32_t close) {
  if (open == 0x201E) return close == 0x201C || close == 0x201D || close == '"';
  if (open == 0xAB) return close == 0xBB;
  if (open == 0xBB) return close == 0xAB;
  return close != 0xBB && close != 0xAB;
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<SentenceText>& sentences) : text_(text), sentences_(sentences) {}

  std::vector<Quotation> Run() {
    for (size_t first = 0; first < sentences_.size();) {
      size_t last = first;
      while (last < sentences_.size() && sentences_[last].paragraph == sentences_[first].paragraph) ++last;
      TakeParagraph(first, last);
      first = last;
    }
    EndOpen(sentences_.empty() ? 0 : sentences_.back().span.end);
    std::erase_if(found_, [](const Quotation& q) { return q.outer.empty(); });
    std::sort(found_.begin(), found_.end(), [](const Quotation& a, const Quotation& b) {
      return a.outer.begin != b.outer.begin ? a.outer.begin < b.outer.begin : a.outer.end > b.outer.end;
    });
    SetDepths();
    return std::move(found_);
  }

 private:
  // A word that is a quotation mark, or no mark (empty span).
  Mark MarkOf(const Word& word, bool heads) const {
    Mark mark;
    const std::string_view form = word.span.of(text_);
    const CodePoint first = CodePointAt(form, 0);
    const bool twice =
        size_t{first.bytes} * 2 == form.size() && form.substr(0, first.bytes) == form.substr(first.bytes);
    const bool pair = form == "''" || form == "``" || (twice && (first.value == 0x2018 || first.value == 0x2019));
    if (form.size() != first.bytes && !pair) return mark;
    if (!pair && !IsDoubleQuote(first.value) && !IsSingleQuote(first.value)) return mark;
    const char32_t c = first.value;
    mark.span = word.span;
    mark.family = pair || IsDoubleQuote(c) ? Family::kDouble : Family::kSingle;
    mark.heads_paragraph = heads;
    const CodePoint before = CodePointBefore(text_, word.span.begin);
    const CodePoint after = CodePointAt(text_, word.span.end);
    const bool left = before.bytes == 0 || IsSpace(before.value) || IsOpenBracket(before.value) ||
                      IsDash(before.value) || IsOpener(before.value);
    const bool right = after.bytes == 0 || IsSpace(after.value) ||
                       (!IsWordCharacter(after.value) && !IsOpener(after.value) && !IsOpenBracket(after.value));
    if (IsOpener(c) || form == "``") {
      mark.may_open = true;
      mark.may_close = c == 0x201C || c == 0xAB;  // „…“ and »…«
    } else if (IsCloser(c)) {
      mark.may_close = true;
      mark.may_open = left && !right;  // typed the wrong way round
    } else {
      mark.may_open = left || !right;
      mark.may_close = right || !left;
    }
    mark.possessive = word.inside_multi;
    return mark;
  }

  void TakeParagraph(size_t first, size_t last) {
    std::vector<Mark> marks;
    for (size_t s = first; s < last; ++s) {
      for (size_t w = 0; w < sentences_[s].words.size(); ++w) {
        const Mark mark = MarkOf(sentences_[s].words[w], s == first && w == 0);
        if (!mark.span.empty()) marks.push_back(mark);
      }
    }
    // What the paragraph before left open goes on when this one opens with the same mark, and ended there otherwise.
    const bool goes_on = !marks.empty() && marks[0].heads_paragraph && marks[0].may_open && !open_.empty() &&
                         open_[0].family == marks[0].family;
    if (!goes_on && first > 0) EndOpen(sentences_[first - 1].span.end);
    LookAhead(marks);
    for (size_t i = 0; i < marks.size(); ++i) {
      if (i == 0 && goes_on) continue;
      Take(marks[i], i);
    }
    KeepOpenOnes(sentences_[last - 1].span.end);
  }

  // For each mark, whether a single mark that may close comes at or after it, and whether one that is no possessive
  // does before the next that opens.
  void LookAhead(const std::vector<Mark>& marks) {
    closer_comes_.assign(marks.size() + 1, false);
    better_comes_.assign(marks.size() + 1, false);
    for (size_t i = marks.size(); i-- > 0;) {
      closer_comes_[i] = closer_comes_[i + 1];
      better_comes_[i] = better_comes_[i + 1];
      if (marks[i].family != Family::kSingle) continue;
      if (marks[i].may_close) closer_comes_[i] = true;
      if (!marks[i].possessive) better_comes_[i] = marks[i].may_close;
    }
  }

  void Take(const Mark& mark, size_t index) {
    const char32_t c = CodePointAt(text_, mark.span.begin).value;
    if (mark.may_close && Close(mark, c, index)) return;
    if (!mark.may_open || open_.size() >= kMaxDepth || mark.possessive) return;
    // A single mark with nothing to close it is an apostrophe.
    if (mark.family == Family::kSingle && !closer_comes_[index + 1] && !mark.heads_paragraph) return;
    // A straight mark cannot stand within a quotation of its own kind.
    if (!open_.empty() && open_.back().mark == c && (c == '"' || c == '\'')) return;
    open_.push_back({found_.size(), mark.family, c});
    found_.push_back({mark.span, {mark.span.end, mark.span.end}, static_cast<int>(open_.size()) - 1, false});
  }

  bool Close(const Mark& mark, char32_t c, size_t index) {
    size_t at = open_.size();
    while (at > 0 && (open_[at - 1].family != mark.family || !Closes(open_[at - 1].mark, c))) --at;
    if (at == 0) return false;
    if (c == 0x201C && open_[at - 1].mark != 0x201E && mark.may_open) return false;
    if (mark.possessive && better_comes_[index + 1]) return false;  // a better mark comes
    // Inner ones that no mark closed end here too; single ones were apostrophes.
    while (open_.size() > at) {
      Drop(open_.back(), mark.span.begin);
      open_.pop_back();
    }
    Quotation& quotation = found_[open_.back().quotation];
    quotation.outer.end = mark.span.end;
    quotation.inner.end = mark.span.begin;
    quotation.closed = true;
    open_.pop_back();
    return true;
  }

  void Drop(const Open& open, uint32_t end) {
    Quotation& quotation = found_[open.quotation];
    if (open.family == Family::kSingle) {
      quotation.outer = {};
      return;
    }
    quotation.outer.end = quotation.inner.end = std::max(end, quotation.inner.begin);
  }

  // What is still open was never closed. If a mark of its kind opened within it, it ended before that.
  void EndOpen(uint32_t end) {
    while (!open_.empty()) {
      const Open open = open_.back();
      open_.pop_back();
      for (size_t i = open.quotation + 1; i < found_.size(); ++i) {
        const uint32_t begin = found_[i].outer.begin;
        if (found_[i].outer.empty() || CodePointAt(text_, begin).value != open.mark) continue;
        end = begin;
        while (end > 0 && IsSpace(CodePointBefore(text_, end).value)) end -= CodePointBefore(text_, end).bytes;
        break;
      }
      Drop(open, end);
    }
  }

  // At a paragraph's end only the outermost may run on.
  void KeepOpenOnes(uint32_t paragraph_end) {
    while (open_.size() > 1) {
      Drop(open_.back(), paragraph_end);
      open_.pop_back();
    }
    if (open_.empty()) return;
    Quotation& quotation = found_[open_[0].quotation];
    quotation.outer.end = quotation.inner.end = paragraph_end;
  }

  void SetDepths() {
    std::vector<uint32_t> ends;
    for (Quotation& quotation : found_) {
      while (!ends.empty() && ends.back() <= quotation.outer.begin) ends.pop_back();
      quotation.depth = static_cast<int>(ends.size());
      ends.push_back(quotation.outer.end);
    }
  }

  std::string_view text_;
  const std::vector<SentenceText>& sentences_;
  std::vector<Quotation> found_;
  std::vector<Open> open_;
  std::vector<bool> closer_comes_;  // see LookAhead
  std::vector<bool> better_comes_;
};

}  // namespace

std::vector<Quotation> FindQuotations(std::string_view text, const std::vector<SentenceText>& sentences) {
  return Finder(text, sentences).Run();
}

}  // namespace rapporteur
