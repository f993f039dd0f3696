#include "coding/counts.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

bool IsRoundNumber(std::string_view lower) {
  return Among(lower, {"dozens", "scores", "hundreds", "thousands", "tens", "millions", "dozen", "hundred"});
}

bool MakesVague(std::string_view lower) {
  return Among(lower, {"at",      "least", "most", "more",      "than",    "about", "around", "nearly", "almost",
                       "some",    "up",    "to",   "over",      "as",      "many",  "fewer",  "less",   "approximately",
                       "roughly", "an",    "a",    "estimated", "another", "only",  "close",  "several"});
}

// The word that gives a noun phrase its number: itself ("40 of them", "dozens of people") or a modifier.
int NumberWord(const Tree& t, int noun) {
  const ParsedWord& word = t.word(noun);
  if (word.upos == Upos::kNum || IsRoundNumber(LowerAscii(word.form))) return noun;
  for (int c : t.children(noun)) {
    if (t.rel(c) == Rel::kNummod) return c;
    if (t.rel(c) == Rel::kDet && IsRoundNumber(LowerAscii(t.word(c).form))) return c;
  }
  return -1;
}

bool InClass(const WordClasses& classes, std::string_view name, const std::string& lemma) {
  const auto found = classes.find(name);
  return found != classes.end() && std::binary_search(found->second.begin(), found->second.end(), lemma);
}

}  // namespace

std::optional<SaidCount> CountOf(const Tree& t, int noun) {
  const int number = NumberWord(t, noun);
  if (number < 0) return std::nullopt;
  // A year, or the number of a name, counts nobody.
  if (t.word(number).upos == Upos::kPropn) return std::nullopt;
  int first = number, last = number;
  while (first > 0) {
    const ParsedWord& before = t.word(first - 1);
    const std::string lower = LowerAscii(before.form);
    const bool part = before.upos == Upos::kNum && t.dominates(number, first - 1);
    if (!part && !MakesVague(lower)) break;
    if (lower == "to" && (first < 2 || LowerAscii(t.word(first - 2).form) != "up")) break;
    --first;
  }
  // "the dozens", "a 40": an article alone makes nothing vague.
  while (first < number && Among(LowerAscii(t.word(first).form), {"a", "an"}) && t.word(number).upos == Upos::kNum)
    ++first;
  SaidCount count;
  count.span = t.span(first, last);
  for (int w = first; w <= last; ++w) {
    if (w > first && t.word(w - 1).space_after) count.said += ' ';
    count.said += t.word(w).form;
  }
  return count;
}

Counts CountsOf(const Tree& t, const Proposition& p, const std::string& event_type, const WordClasses& classes) {
  Counts counts;
  const Argument* whom = p.Find(Slot::kObject);
  if (whom == nullptr && p.kind == PredicateKind::kNoun) whom = p.Find(Slot::kOblique, "of");
  const Argument* who = p.Find(Slot::kSubject);
  if (Among(p.lemma, {"die", "perish"})) whom = who;
  if (whom != nullptr) {
    if (InClass(classes, "killed", p.lemma)) counts.killed = CountOf(t, whom->word);
    if (InClass(classes, "injured", p.lemma)) counts.injured = CountOf(t, whom->word);
    if (InClass(classes, "arrested", p.lemma)) counts.arrested = CountOf(t, whom->word);
  }
  if (event_type == "PROTEST" && who != nullptr) counts.size = CountOf(t, who->word);
  return counts;
}

}  // namespace rapporteur
