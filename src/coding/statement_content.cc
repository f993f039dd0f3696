#include "coding/statement_content.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 26> kEdge = {" ",
                                                    "\t",
                                                    "\n",
                                                    "\r",
                                                    ",",
                                                    ".",
                                                    ";",
                                                    ":",
                                                    "\"",
                                                    "'",
                                                    "“",
                                                    "”",
                                                    "‘",
                                                    "’",
                                                    "«",
                                                    "»",
                                                    "„",
                                                    "-",
                                                    "–",
                                                    "—",
                                                    "``",
                                                    "''",
                                                    "\u00E2\u20AC\u0153",
                                                    "\u00E2\u20AC\uFFFD",
                                                    "\u00E2\u20AC\u02DC",
                                                    "\u00E2\u20AC\u2122"};  // mangled marks

constexpr uint32_t kMarks = 4;  // bytes: a comma, a space, a mark

uint32_t Shared(Span a, Span b) {
  const uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

}  // namespace

Span ContentReader::Trim(Span span) const {
  const std::string_view text = report_.text.utf8;
  for (bool changed = true; changed && !span.empty();) {
    changed = false;
    const std::string_view words = span.of(text);
    for (std::string_view edge : kEdge) {
      if (words.starts_with(edge)) {
        span.begin += static_cast<uint32_t>(edge.size());
        changed = true;
        break;
      }
      if (words.ends_with(edge)) {
        span.end -= static_cast<uint32_t>(edge.size());
        changed = true;
        break;
      }
    }
    if (!changed && (words.starts_with("that ") || words.starts_with("That "))) {
      span.begin += 5;
      changed = true;
    }
  }
  return span.empty() ? Span{} : OnWords(span);
}

// With the rest of the words that it begins and ends in: the stop of "U.S.", the mark of "'90s".
Span ContentReader::OnWords(Span span) const {
  auto sentence_before = [](const ParsedSentence& s, uint32_t at) { return s.span.end <= at; };
  auto word_before = [](const ParsedWord& w, uint32_t at) { return w.span.end <= at; };
  auto word_at = [&](uint32_t at) -> Span {
    const auto s = std::lower_bound(report_.sentences.begin(), report_.sentences.end(), at, sentence_before);
    if (s == report_.sentences.end()) return {at, at + 1};
    const auto w = std::lower_bound(s->words.begin(), s->words.end(), at, word_before);
    return w != s->words.end() && w->span.contains(at) ? w->span : Span{at, at + 1};
  };
  return {word_at(span.begin).begin, word_at(span.end - 1).end};
}

ContentReader::ContentReader(const ParsedReport& report) : report_(report) {
  for (const Quotation& q : report.quotations) longest_ = std::max(longest_, q.outer.size());
}

// The quotations that can touch a span: in order of their begin, none before is long enough to reach it.
std::span<const Quotation> ContentReader::Near(Span span) const {
  const std::vector<Quotation>& all = report_.quotations;
  const uint32_t from = span.begin > longest_ ? span.begin - longest_ : 0;
  auto before = [](const Quotation& q, uint32_t at) { return q.outer.begin < at; };
  const auto first = std::lower_bound(all.begin(), all.end(), from, before);
  const auto last = std::lower_bound(first, all.end(), span.end + 1, before);
  return {first, last};
}

Span ContentReader::QuotationAt(uint32_t offset, Span cue) const {
  Span best;
  for (const Quotation& q : Near({offset, offset + 1})) {
    if (!q.inner.contains(offset) || (!cue.empty() && q.inner.contains(cue))) continue;
    if (best.empty() || q.inner.size() < best.size()) best = q.inner;
  }
  return best;
}

StatementForm ContentReader::Form(Span content, Span cue, Span* widened) const {
  bool touched = false;
  uint32_t told = content.size();  // bytes outside of quotations, the cue's clause and the marks apart
  Span last;
  for (const Quotation& q : Near(content)) {
    if (!q.outer.overlaps(content) || (!cue.empty() && q.inner.contains(cue))) continue;
    if (touched && q.outer.begin < last.end) continue;  // within the one before
    touched = true;
    const Span inner = Trim(q.inner);
    // The quotation may run on over further sentences: nobody stops within it.
    if (!q.inner.empty() && inner.overlaps(content)) *widened = hull(*widened, inner);
    told -= std::min(told, Shared(q.outer, content));
    // "The army," she said, "has left": all is quoted but for the words of the cue.
    if (!last.empty() && !cue.empty() && last.end <= cue.begin && cue.end <= q.outer.begin) {
      told -= std::min(told, q.outer.begin - last.end);
    }
    last = q.outer;
  }
  if (!touched) return StatementForm::kIndirect;
  return told * 10 <= content.size() && told <= kMarks ? StatementForm::kDirect : StatementForm::kMixed;
}

// Whether another verb stands between a cue and a quotation: then that one may be its cue.
bool ContentReader::VerbBetween(int sentence, Span cue, Span quotation) const {
  for (const ParsedWord& word : report_.sentences[static_cast<size_t>(sentence)].words) {
    const bool between = (word.span.begin >= cue.end && word.span.end <= quotation.begin) ||
                         (word.span.begin >= quotation.end && word.span.end <= cue.begin);
    if (between && word.upos == Upos::kVerb) return true;
  }
  return false;
}

// "“Have they left?” he asked": the sentence goes on after the marks, and is over when the cue has been named.
bool ContentReader::GoesOnWithCue(int sentence, const Quotation& q, bool bare) const {
  const ParsedSentence& here = report_.sentences[static_cast<size_t>(sentence)];
  const int before = SentenceAt(q.inner.end - 1);
  if (before < 0 || report_.sentences[static_cast<size_t>(before)].paragraph != here.paragraph) return false;
  const char first = report_.text.utf8[here.span.begin];
  return bare || (first >= 'a' && first <= 'z');
}

// "He said:" and a paragraph of its own for the words.
bool ContentReader::OpensAfterColon(int sentence, const Quotation& q) const {
  const size_t next = static_cast<size_t>(sentence) + 1;
  const ParsedSentence& here = report_.sentences[static_cast<size_t>(sentence)];
  if (next >= report_.sentences.size() || here.words.empty() || here.words.back().form != ":") return false;
  return q.depth == 0 && q.outer.begin >= here.span.end && q.outer.begin <= report_.sentences[next].span.begin;
}

Span ContentReader::QuotationBeside(const CuePlace& place) const {
  const Span here = report_.sentences[static_cast<size_t>(place.sentence)].span;
  const Span cue = place.cue;
  Span best;
  for (const Quotation& q : Near({here.begin > 4 ? here.begin - 4 : 0, here.end + 4})) {
    if (q.inner.contains(cue) || CountWords(q.inner) < 2) continue;
    if (VerbBetween(place.sentence, cue, q.outer)) continue;
    const bool left = q.outer.end <= cue.begin;
    if (left && !place.subject) continue;  // "“…,” she said, adding …"
    const bool inside = here.contains(q.inner) && !place.clause.contains(q.inner);
    const bool in_clause = place.clause.contains(q.inner) && q.outer.begin >= cue.end && q.outer.begin <= cue.end + 30;
    const bool before = q.outer.end <= here.begin && here.begin - q.outer.end <= 2 && cue.begin < here.begin + 60 &&
                        GoesOnWithCue(place.sentence, q, place.main && !place.object);
    const bool partly = q.outer.begin < here.begin && q.outer.end > here.begin && left;
    if (!inside && !before && !partly && !in_clause && !OpensAfterColon(place.sentence, q)) continue;
    if (best.empty() || q.inner.size() > best.size()) best = Trim(q.inner);
  }
  return best;
}

uint32_t ContentReader::ParagraphEnd(int sentence) const {
  size_t s = static_cast<size_t>(sentence);
  while (s + 1 < report_.sentences.size() && report_.sentences[s + 1].paragraph == report_.sentences[s].paragraph) ++s;
  return report_.sentences[s].span.end;
}

int ContentReader::SentenceAt(uint32_t offset) const {
  const auto after = std::upper_bound(report_.sentences.begin(), report_.sentences.end(), offset,
                                      [](uint32_t at, const ParsedSentence& s) { return at < s.span.begin; });
  if (after == report_.sentences.begin()) return -1;
  const int s = static_cast<int>(after - report_.sentences.begin()) - 1;
  return report_.sentences[static_cast<size_t>(s)].span.contains(offset) ? s : -1;
}

int ContentReader::CountWords(Span span) const {
  auto sentence = std::lower_bound(report_.sentences.begin(), report_.sentences.end(), span.begin,
                                   [](const ParsedSentence& s, uint32_t at) { return s.span.end <= at; });
  int count = 0;
  for (; sentence != report_.sentences.end() && sentence->span.begin < span.end; ++sentence) {
    for (const ParsedWord& word : sentence->words) count += span.contains(word.span) && word.upos != Upos::kPunct;
  }
  return count;
}

}  // namespace rapporteur
