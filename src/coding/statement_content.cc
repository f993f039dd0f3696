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
  uint32_t quoted = 0, interrupted = 0;
  Span last;
  for (const Quotation& q : Near(content)) {
    if (!q.outer.overlaps(content) || (!cue.empty() && q.inner.contains(cue))) continue;
    touched = true;
    if (q.depth == 0) {
      quoted += std::min(q.outer.end, content.end) - std::max(q.outer.begin, content.begin);
      if (!last.empty() && !cue.empty() && last.end <= cue.begin && cue.end <= q.outer.begin)
        interrupted = q.outer.begin - last.end;
      last = q.outer;
    }
    const Span inner = Trim(q.inner);
    const uint32_t begin = std::max(inner.begin, content.begin), end = std::min(inner.end, content.end);
    const uint32_t shared = begin < end ? end - begin : 0;
    if (shared * 10 >= content.size() * 9) {
      // The quotation may run on over further sentences.
      if (inner.contains(content) || shared * 10 >= content.size() * 9) {
        const Span whole = hull(inner, Span{begin, end});
        if (cue.empty() || !whole.overlaps(cue)) *widened = whole;
      }
      return StatementForm::kDirect;
    }
  }
  // "The army," she said, "has left": all is quoted but for the words of the cue.
  if (interrupted > 0 && quoted * 10 >= (content.size() - interrupted) * 9) return StatementForm::kDirect;
  return touched ? StatementForm::kMixed : StatementForm::kIndirect;
}

// Whether another verb stands between a cue and a quotation after it: then that one may be its cue.
bool ContentReader::VerbBetween(int sentence, Span cue, Span quotation) const {
  for (const ParsedWord& word : report_.sentences[static_cast<size_t>(sentence)].words) {
    if (word.span.begin >= cue.end && word.span.end <= quotation.begin && word.upos == Upos::kVerb) return true;
  }
  return false;
}

Span ContentReader::QuotationBeside(int sentence, Span clause, Span cue) const {
  const Span here = report_.sentences[static_cast<size_t>(sentence)].span;
  Span best;
  for (const Quotation& q : Near({here.begin > 4 ? here.begin - 4 : 0, here.end})) {
    if (q.inner.contains(cue) || CountWords(q.inner) < 2) continue;
    if (VerbBetween(sentence, cue, q.outer)) continue;
    const bool inside = here.contains(q.inner) && !clause.contains(q.inner);
    const bool in_clause = clause.contains(q.inner) && q.outer.begin >= cue.end && q.outer.begin <= cue.end + 30;
    const bool before = q.outer.end <= here.begin && here.begin - q.outer.end <= 2 && cue.begin < here.begin + 60;
    const bool partly = q.outer.begin < here.begin && q.outer.end > here.begin && q.outer.end <= cue.begin;
    if (!inside && !before && !partly && !in_clause) continue;
    if (best.empty() || q.inner.size() > best.size()) best = Trim(q.inner);
  }
  return best;
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
