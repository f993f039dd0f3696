#include "coding/talk_phrase.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

bool IsTalks(const Dealings& d, const Tree& t, int word) {
  return word >= 0 && d.InClass("talks_noun", LowerAscii(t.word(word).lemma));
}

bool HangsByPhrase(const Tree& t, int word) {
  return BaseRel(t.rel(word)) == Rel::kNmod && t.rel(word) != Rel::kNmodPoss && t.head(word) >= 0;
}

void Climb(const Dealings& d, const Tree& t, TalkPhrase& phrase) {
  int word = t.coordination_head(phrase.word);
  while (HangsByPhrase(t, word) && Among(t.preposition(word), {"of", "for", "in", "to", "at", "on"}) &&
         d.InClass("talks_carrier", LowerAscii(t.word(t.head(word)).lemma))) {
    word = t.head(word);
    phrase.carriers.push_back(word);
  }
}

void Descend(const Dealings& d, const Tree& t, TalkPhrase& phrase) {
  for (size_t i = 0; i < phrase.nouns.size(); ++i) {
    for (int c : t.children(phrase.nouns[i])) {
      const bool inside = HangsByPhrase(t, c) && t.preposition(c) == "of" && IsTalks(d, t, c);
      if (inside) phrase.nouns.push_back(c);
    }
  }
}

void AddSayings(const Dealings& d, TalkPhrase& phrase) {
  const Tree& t = d.in().trees[static_cast<size_t>(phrase.sentence)];
  auto in_chain = [&](int word) {
    return std::find(phrase.nouns.begin(), phrase.nouns.end(), word) != phrase.nouns.end() || phrase.HasCarrier(word);
  };
  // "a round of talks of world powers on Syria, which is pencilled in for Friday": what is dated are the talks.
  auto arranged = [&](const Proposition& p, const Argument& a) {
    return a.slot == Slot::kObject && a.inherited && p.passive && SaysClass(d, "talks_arranged", p) &&
           t.dominates(phrase.word, a.word);
  };
  for (const int index : d.in().layer.at[static_cast<size_t>(phrase.sentence)]) {
    if (index < 0) continue;
    const Proposition& p = d.proposition(index);
    if (p.kind == PredicateKind::kNoun || p.word == phrase.word) continue;
    for (const Argument& a : p.arguments) {
      if (a.slot == Slot::kClause || !(in_chain(a.word) || arranged(p, a))) continue;
      phrase.sayings.push_back({index, a.slot, a.prep, in_chain(a.word) ? a.word : phrase.word, a.inherited});
      break;
    }
  }
}

}  // namespace

bool TalkPhrase::HasCarrier(int w) const { return std::find(carriers.begin(), carriers.end(), w) != carriers.end(); }

TalkPhrase ReadTalkPhrase(const Dealings& dealings, int proposition) {
  const Proposition& p = dealings.proposition(proposition);
  TalkPhrase phrase;
  phrase.proposition = proposition;
  phrase.sentence = p.sentence;
  phrase.word = p.word;
  phrase.noun = p.kind == PredicateKind::kNoun;
  phrase.nouns = {p.word};
  if (!phrase.noun) return phrase;
  const Tree& t = dealings.tree(p);
  Climb(dealings, t, phrase);
  Descend(dealings, t, phrase);
  AddSayings(dealings, phrase);
  return phrase;
}

bool IsInsideTalks(const Dealings& dealings, const Proposition& noun) {
  const Tree& t = dealings.tree(noun);
  const Rel rel = t.rel(noun.word);
  if (BaseRel(rel) != Rel::kNmod && rel != Rel::kCompound) return false;
  return IsTalks(dealings, t, t.head(noun.word)) && Among(t.preposition(noun.word), {"of", ""});
}

bool SaysClass(const Dealings& dealings, std::string_view name, const Proposition& p) {
  if (dealings.InClass(name, p.lemma)) return true;
  const Tree& t = dealings.tree(p);
  if (p.word + 1 >= t.size()) return false;
  std::string words = LowerAscii(t.word(p.word).lemma);
  for (int w = p.word + 1; w < t.size() && w <= p.word + 2; ++w) {
    const Upos pos = t.word(w).upos;
    if (pos != Upos::kAdv && pos != Upos::kAdp && pos != Upos::kNoun) return false;
    words += " " + LowerAscii(t.word(w).form);
    if (dealings.InClass(name, words)) return true;
  }
  return false;
}

}  // namespace rapporteur
