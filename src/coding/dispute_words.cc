#include "coding/dispute_words.h"

#include <algorithm>
#include <array>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 3> kTolls = {"toll_dead", "toll_hurt", "toll_held"};

bool Meet(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& one) { return std::find(b.begin(), b.end(), one) != b.end(); });
}

}  // namespace

Span DisputeWords::Clause(Span trigger) const {
  const int s = SentenceAt(trigger);
  if (s < 0) return trigger;
  const Tree& t = tree(s);
  const int w = WordsOf(trigger).first;
  if (w < 0) return trigger;
  int last = w;
  for (int c : t.children(w)) {
    if (c > w && t.rel(c) != Rel::kConj && t.rel(c) != Rel::kParataxis && t.rel(c) != Rel::kPunct)
      last = std::max(last, t.last(c));
  }
  return d_.content().Trim(t.span(w, last));
}

std::pair<int, int> DisputeWords::WordsOf(Span span) const {
  const int s = SentenceAt(span);
  std::pair<int, int> words = {-1, -1};
  if (s < 0) return words;
  const Tree& t = tree(s);
  for (int w = 0; w < t.size(); ++w) {
    if (!t.word(w).span.overlaps(span)) continue;
    if (words.first < 0) words.first = w;
    words.second = w;
  }
  return words;
}

std::vector<std::string> DisputeWords::About(Span span) const {
  std::vector<std::string> lemmas;
  const auto [first, last] = WordsOf(span);
  if (first < 0) return lemmas;
  const Tree& t = tree(SentenceAt(span));
  for (int w = first; w <= last; ++w) {
    const Upos pos = t.word(w).upos;
    if (pos != Upos::kNoun && pos != Upos::kVerb && pos != Upos::kAdj) continue;
    std::string lemma = LowerAscii(t.word(w).lemma);
    if (d_.InClass("dispute_empty", lemma) || d_.InClass("accusation", lemma)) continue;
    lemmas.push_back(std::move(lemma));
  }
  return lemmas;
}

int DisputeWords::Shared(Span a, Span b) const {
  std::vector<std::string> one = About(a);
  const std::vector<std::string> other = About(b);
  std::sort(one.begin(), one.end());
  one.erase(std::unique(one.begin(), one.end()), one.end());
  return static_cast<int>(std::count_if(one.begin(), one.end(), [&](const std::string& lemma) {
    return std::find(other.begin(), other.end(), lemma) != other.end();
  }));
}

bool DisputeWords::SameTopic(Span a, Span b) const {
  const int shared = Shared(a, b);
  return shared > 1 || (shared > 0 && std::min(About(a).size(), About(b).size()) == 1);
}

bool DisputeWords::HasClass(Span span, std::string_view name) const {
  const auto [first, last] = WordsOf(span);
  if (first < 0) return false;
  const Tree& t = tree(SentenceAt(span));
  for (int w = first; w <= last; ++w) {
    if (d_.InClass(name, LowerAscii(t.word(w).lemma))) return true;
  }
  return false;
}

// Lemmas of what the words of class dispute_no in a span deny: the verb of "not", the noun of "no".
std::vector<std::string> DisputeWords::Denied(Span span) const {
  std::vector<std::string> denied;
  const auto [first, last] = WordsOf(span);
  if (first < 0) return denied;
  const Tree& t = tree(SentenceAt(span));
  for (int w = first; w <= last; ++w) {
    const int head = t.head(w);
    if (head < 0 || !d_.InClass("dispute_no", LowerAscii(t.word(w).lemma))) continue;
    std::string lemma = LowerAscii(t.word(head).lemma);
    if (!d_.InClass("dispute_empty", lemma)) denied.push_back(std::move(lemma));
  }
  return denied;
}

bool DisputeWords::Contradict(Span a, Span b) const {
  const std::vector<std::string> not_one = Denied(a), not_other = Denied(b);
  if (not_one.empty() == not_other.empty()) return false;
  return not_one.empty() ? Meet(not_other, About(a)) : Meet(not_one, About(b));
}

bool DisputeWords::SetAgainst(Span cue) const {
  const int w = WordsOf(cue).first;
  if (w < 0) return false;
  const Tree& t = tree(SentenceAt(cue));
  if (d_.InClass("dispute_but", LowerAscii(t.word(0).form))) return true;
  for (int c : t.children(w)) {
    const bool opens = t.rel(c) == Rel::kMark || t.rel(c) == Rel::kCc || t.rel(c) == Rel::kAdvmod;
    if (opens && d_.InClass("dispute_but", LowerAscii(t.word(c).form))) return true;
  }
  return false;
}

Span DisputeWords::OpenQuestion(int sentence) const {
  const Tree& t = tree(sentence);
  for (int w = 0; w < t.size(); ++w) {
    const std::string lemma = LowerAscii(t.word(w).lemma);
    const bool in_dispute = lemma == "dispute" && t.preposition(w) == "in" && t.first(w) == w - 1;
    const bool disputed = Among(lemma, {"disputed", "contested"}) && t.rel(w) != Rel::kAmod;
    const bool stories = d_.InClass("dispute_account", lemma) &&
                         HasClass(t.span(t.first(w), w), "dispute_conflicting") && IsNominal(t.word(w));
    if (!in_dispute && !disputed && !stories) continue;
    const int top =
        in_dispute || disputed ? t.child(t.root(), {Rel::kCsubj, Rel::kNsubj, Rel::kNsubjPass, Rel::kCsubjPass}) : -1;
    return d_.content().Trim(top >= 0 ? t.span(t.first(top), t.last(top)) : t.span(0, t.size() - 1));
  }
  return {};
}

std::vector<std::string> DisputeWords::Forms(Span span, Upos upos) const {
  std::vector<std::string> forms;
  const auto [first, last] = WordsOf(span);
  for (int w = first; first >= 0 && w <= last; ++w) {
    const ParsedWord& word = tree(SentenceAt(span)).word(w);
    if (word.upos == upos) forms.push_back(LowerAscii(word.form));
  }
  return forms;
}

bool DisputeWords::TollsDiffer(Span a, Span b) const {
  const bool counted = std::any_of(kTolls.begin(), kTolls.end(), [&](std::string_view toll) {
    const bool one = HasClass(a, toll), other = HasClass(b, toll);
    return (one && other) || (one && HasClass(b, "dispute_number")) || (other && HasClass(a, "dispute_number"));
  });
  if (!counted) return false;
  const std::vector<std::string> numbers = Forms(a, Upos::kNum), others = Forms(b, Upos::kNum);
  if (numbers.empty() || others.empty() || Meet(numbers, others)) return false;
  const std::vector<std::string> names = Forms(a, Upos::kPropn), other_names = Forms(b, Upos::kPropn);
  return names.empty() || other_names.empty() || Meet(names, other_names);
}

uint32_t DistanceOf(Span a, Span b) { return a.begin > b.begin ? a.begin - b.begin : b.begin - a.begin; }

}  // namespace rapporteur
