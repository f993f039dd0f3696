#include "coding/counts.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

bool IsRoundNumber(std::string_view lower) {
  return Among(lower, {"dozens", "scores", "hundreds", "thousands", "tens", "millions", "dozen", "hundred", "thousand",
                       "million", "several", "many", "numerous", "countless"});
}

bool IsCollective(std::string_view lemma) {
  return Among(lemma, {"total", "group", "crowd", "team", "gang", "mob", "band", "force", "gathering", "family",
                       "column", "convoy", "procession", "contingent", "rally"});
}

std::string Lower(const Tree& t, int w) { return LowerAscii(t.word(w).form); }

// The word that gives a noun phrase its number: itself ("40 of them", "dozens of people") or a modifier.
int NumberWord(const Tree& t, int noun) {
  const ParsedWord& word = t.word(noun);
  if (word.upos == Upos::kNum || IsRoundNumber(LowerAscii(word.form))) return noun;
  if (const int number = t.child(noun, {Rel::kNummod}); number >= 0) return number;
  for (int c : t.children(noun)) {
    if (c < noun && (t.rel(c) == Rel::kDet || t.rel(c) == Rel::kAmod || t.rel(c) == Rel::kCompound) &&
        IsRoundNumber(Lower(t, c)))
      return c;
  }
  return -1;
}

// The first of the words before `first` that make its number vague; `first` itself when none do.
int FirstVague(const Tree& t, int number, int first) {
  auto before = [&](int back) { return first - back >= 0 ? Lower(t, first - back) : std::string(); };
  for (;;) {
    const std::string one = before(1), two = before(2);
    int taken = 0;
    if (Among(one, {"least", "most"}) && two == "at") taken = 2;
    if (one == "to" && (two == "up" || two == "close")) taken = 2;
    if (one == "than" && Among(two, {"more", "fewer", "less"})) taken = 2;
    if (one == "as" && Among(two, {"many", "few"}) && before(3) == "as") taken = 3;
    if (Among(one, {"about", "around", "nearly", "almost", "some", "over", "approximately", "roughly", "only",
                    "another", "just", "under", "below"}))
      taken = 1;
    if (one == "estimated") taken = Among(two, {"an", "a"}) ? 2 : 1;
    if (one == "of" && Among(two, {"dozens", "scores", "hundreds", "tens", "thousands"})) taken = 2;
    if (first >= 1 && taken == 0 && t.word(first - 1).upos == Upos::kNum && t.dominates(number, first - 1)) taken = 1;
    if (first >= 2 && taken == 0 && t.word(first - 2).upos == Upos::kNum && Among(one, {"to", "or", "-", "–", "and"}) &&
        (one != "and" || before(3) == "between") && t.word(number).upos == Upos::kNum) {
      taken = one == "and" ? 3 : 2;
    }
    if (taken == 0 && Among(one, {"several", "many", "few"})) taken = 1;  // several thousand
    if (taken == 0) return first;
    first -= taken;
  }
}

// The last word of a number that goes on behind its head: "20 and 30", "tens of thousands".
int LastOfNumber(const Tree& t, int number) {
  int last = number;
  const auto at = [&](int ahead) { return last + ahead < t.size() ? Lower(t, last + ahead) : std::string(); };
  if (at(1) == "of" && Among(at(2), {"thousands", "hundreds", "millions"})) last += 2;
  const bool between = number > 0 && Lower(t, number - 1) == "between";
  if (last + 2 < t.size() && t.word(last + 2).upos == Upos::kNum &&
      (Among(at(1), {"to", "or", "-", "–"}) || (between && at(1) == "and"))) {
    last += 2;
  }
  while (last + 1 < t.size() && t.word(number).upos == Upos::kNum &&
         Among(at(1), {"million", "thousand", "hundred", "dozen"}))
    ++last;
  return last;
}

SaidCount Said(const Tree& t, int first, int last) {
  SaidCount count;
  count.span = t.span(first, last);
  for (int w = first; w <= last; ++w) {
    if (w > first && t.word(w - 1).space_after) count.said += ' ';
    count.said += t.word(w).form;
  }
  return count;
}

// One part of what is counted: the words of its number, else of the phrase itself, and whether it says how many.
struct Part {
  int first = -1, last = -1;
  bool counted = false;
};

struct Range {
  int first = -1, last = -1;
};

std::optional<Range> NumberOf(const Tree& t, int noun) {
  int number = NumberWord(t, noun);
  if (number < 0 && IsCollective(LowerAscii(t.word(noun).lemma))) {
    for (int c : t.children(noun)) {
      if (number < 0 && c > noun && t.preposition(c) == "of") number = NumberWord(t, c);
    }
  }
  if (number < 0 || t.word(number).upos == Upos::kPropn) return std::nullopt;  // a year, the number of a name
  Range range{FirstVague(t, number, number), LastOfNumber(t, number)};
  if (range.first > 0 && Lower(t, range.first - 1) == "between" && range.last > number) --range.first;
  return range;
}

Part PartOf(const Tree& t, int noun) {
  Part part;
  if (const auto range = NumberOf(t, noun)) {
    part = {range->first, std::max(noun, range->last), true};
    return part;
  }
  part = {noun, noun, false};
  for (int c : t.children(noun)) {
    if (c > noun) continue;
    const Rel rel = t.rel(c);
    if (rel == Rel::kDet || rel == Rel::kAmod || rel == Rel::kCompound || rel == Rel::kNmodPoss)
      part.first = std::min(part.first, t.first(c));
    if (rel == Rel::kDet && Among(Lower(t, c), {"a", "an", "both"})) part.counted = true;
  }
  return part;
}

bool IsSingular(const Tree& t, int noun) { return !HasFeature(t.word(noun), "Number=Plur"); }

}  // namespace

std::optional<SaidCount> CountOf(const Tree& t, int noun) {
  const auto range = NumberOf(t, noun);
  if (!range) return std::nullopt;
  return Said(t, range->first, range->last);
}

std::optional<SaidCount> CountOfAll(const Tree& t, int noun, bool articles) {
  std::vector<Part> parts;
  for (int w : t.conjuncts(noun)) parts.push_back(PartOf(t, w));
  if (parts.size() == 1) {
    if (auto count = CountOf(t, noun)) return count;
    if (!articles || !parts[0].counted || !IsSingular(t, noun) || IsCollective(LowerAscii(t.word(noun).lemma)))
      return std::nullopt;
    return Said(t, parts[0].first, parts[0].last);
  }
  const bool any = std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.counted; });
  if (!any || parts.empty()) return std::nullopt;
  return Said(t, parts.front().first, parts.back().last);
}

Counts CountsOf(const Tree& t, const Proposition& p, const Event& event, const WordClasses& classes) {
  Counts counts;
  const Argument* who = p.Find(Slot::kSubject);
  const Argument* whom = p.Find(Slot::kObject);
  if (whom == nullptr && p.kind == PredicateKind::kNoun) whom = p.Find(Slot::kOblique, "of");
  if (whom == nullptr && p.kind == PredicateKind::kNoun && p.lemma == "arrest") {
    if (NumberWord(t, p.word) >= 0) counts.arrested = CountOf(t, p.word);  // "12 arrests"
  }
  // "… and 30 injured": the auxiliary is left out with the first of the two.
  const bool bare = p.kind == PredicateKind::kVerb && p.participle && t.word(p.word).xpos == "VBN";
  if ((whom == nullptr && bare) || Among(p.lemma, {"die", "perish"})) whom = who;
  if (whom != nullptr) {
    // "As many as 15 people": the parser may take "many" for an argument of its own.
    for (const Argument& a : p.arguments) {
      if (a.slot == whom->slot && Lower(t, whom->word) == "many" && NumberWord(t, a.word) >= 0) whom = &a;
    }
    const bool dead = std::any_of(t.children(p.word).begin(), t.children(p.word).end(),
                                  [&](int c) { return Lower(t, c) == "dead"; });  // shot dead
    if (dead || InClass(classes, "killed", p.lemma)) counts.killed = CountOfAll(t, whom->word, true);
    if (InClass(classes, "injured", p.lemma)) counts.injured = CountOfAll(t, whom->word, true);
    if (event.type == "COERCE" && event.mode == "arrest") counts.arrested = CountOfAll(t, whom->word, true);
  }
  if (event.type == "PROTEST" && who != nullptr) counts.size = CountOf(t, who->word);
  if (event.type == "PROTEST" && p.kind == PredicateKind::kNoun && !counts.size) {
    const Argument* by = p.Find(Slot::kOblique, "by");
    if (by == nullptr) by = p.Find(Slot::kOblique, "of");
    if (by != nullptr) counts.size = CountOf(t, by->word);
  }
  if (event.type == "MOBILIZE" && Among(event.mode, {"troops", "police", "militia"}) &&
      p.Find(Slot::kObject) != nullptr)
    counts.size = CountOf(t, p.Find(Slot::kObject)->word);
  return counts;
}

}  // namespace rapporteur
