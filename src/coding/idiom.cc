#include "coding/idiom.h"

#include <algorithm>

namespace rapporteur {
namespace {

// Where one further word of the idiom stands; -1 nowhere.
int Place(const Tree& t, const Proposition& p, std::string_view word) {
  int before = -1;
  for (int k : t.children(p.word)) {
    if (!WordIs(t.word(k), word)) continue;
    if (k > p.word) return k;
    before = k;
  }
  for (int k : t.children(p.word)) {
    if (t.preposition(k) == word) return t.child(k, {Rel::kCase});
  }
  for (const Argument& a : p.arguments) {
    if (a.slot == Slot::kOblique && a.prep == word) return t.child(a.word, {Rel::kCase});
    if (a.slot == Slot::kObject && WordIs(t.word(a.word), word)) return a.word;
  }
  for (int k : t.children(p.word)) {  // "push for Russia to abide": the preposition opens a clause
    for (int g : t.children(k)) {
      if ((t.rel(g) == Rel::kMark || t.rel(g) == Rel::kCase) && g > p.word && WordIs(t.word(g), word)) return g;
      const int fixed = t.child(g, {Rel::kFixed});  // "pulled out OF the pact"
      if (t.rel(g) == Rel::kCase && fixed > p.word && WordIs(t.word(fixed), word)) return fixed;
    }
  }
  return before;
}

}  // namespace

PredicatePos PosOf(PredicateKind kind) {
  switch (kind) {
    case PredicateKind::kVerb:
      return PredicatePos::kVerb;
    case PredicateKind::kNoun:
      return PredicatePos::kNoun;
    default:
      return PredicatePos::kAdj;
  }
}

bool WordIs(const ParsedWord& word, std::string_view text) {
  return LowerAscii(word.lemma) == text || LowerAscii(word.form) == text;
}

bool FindIdiom(const Tree& tree, const Proposition& p, std::string_view idiom, std::vector<int>& words) {
  words = {p.word};
  for (size_t at = idiom.find(' '); at != std::string_view::npos;) {
    const size_t end = std::min(idiom.find(' ', at + 1), idiom.size());
    const int found = Place(tree, p, idiom.substr(at + 1, end - at - 1));
    if (found < 0) return false;
    words.push_back(found);
    at = end == idiom.size() ? std::string_view::npos : end;
  }
  std::sort(words.begin(), words.end());
  return true;
}

}  // namespace rapporteur
