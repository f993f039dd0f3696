#include "coding/frame_match.h"

#include <algorithm>

#include "base/among.h"
#include "coding/idiom.h"

namespace rapporteur {
namespace {

FramePos FramePosOf(PredicateKind kind) {
  switch (kind) {
    case PredicateKind::kVerb:
      return FramePos::kVerb;
    case PredicateKind::kNoun:
      return FramePos::kNoun;
    default:
      return FramePos::kAdj;
  }
}

// Relations that make no word of a light verb's noun its own: they are read from the verb.
bool IsModifierRel(Rel rel) {
  return rel == Rel::kAmod || rel == Rel::kCompound || rel == Rel::kAdvmod || rel == Rel::kNmodDesc;
}

// "charged him with selling arms": a preposition that opens a clause of the predicate.
bool MarksClause(const Tree& t, const Proposition& p, std::string_view prep) {
  for (int k : t.children(p.word)) {
    const int mark = t.rel(k) == Rel::kAdvcl && k > p.word ? t.child(k, {Rel::kMark}) : -1;
    if (mark >= 0 && LowerAscii(t.word(mark).form) == prep && t.word(k).xpos == "VBG") return true;
  }
  return false;
}

}  // namespace

bool FrameMatcher::Takes(const FrameCondition& c, const Tree& t, int word) const {
  if (c.lemmas.size() == 1 && c.lemmas[0] == "*") return true;
  const ParsedWord& w = t.word(word);
  if (c.Takes(LowerAscii(w.lemma)) || c.Takes(LowerAscii(w.form))) return true;
  // "a series of bombs", "tons of grain": what is measured.
  if (rapporteur::InClass(lexicon_->classes(), "measure", LowerAscii(w.lemma))) {
    for (int k : t.children(word)) {
      if (t.rel(k) == Rel::kNmod && t.preposition(k) == "of" && Takes(c, t, k)) return true;
    }
  }
  // "air strike", "peace talks": the word with the one before it.
  for (int k : t.children(word)) {
    if (t.rel(k) == Rel::kConj && c.Takes(LowerAscii(t.word(k).lemma))) return true;
    if ((t.rel(k) == Rel::kCompound || t.rel(k) == Rel::kAmod) && k < word) {
      if (c.Takes(LowerAscii(t.word(k).form) + " " + LowerAscii(w.lemma))) return true;
    }
  }
  return false;
}

bool FrameMatcher::Holds(const Proposition& p, const FrameCondition& c, std::vector<int>& consumed) const {
  const Tree& t = trees_[static_cast<size_t>(p.sentence)];
  auto any = [&](auto fits) {
    for (const Argument& a : p.arguments) {
      if (fits(a)) {
        if (!c.negated) consumed.push_back(a.word);
        return true;
      }
    }
    return false;
  };
  const size_t before = consumed.size();
  bool holds = false;
  // "allowed monitors to go": the parser's indirect object is the object where there is no other.
  const Slot object = p.Find(Slot::kObject) == nullptr ? Slot::kIndirect : Slot::kObject;
  switch (c.kind) {
    case ConditionKind::kObject:
      holds = any([&](const Argument& a) { return a.slot == object && Takes(c, t, a.word); });
      break;
    case ConditionKind::kSubject:
      holds = any([&](const Argument& a) { return a.slot == Slot::kSubject && Takes(c, t, a.word); });
      break;
    case ConditionKind::kHasPrep:
      holds = any([&](const Argument& a) { return a.slot == Slot::kOblique && c.Takes(a.prep); });
      if (!holds) {  // "push for him to go", "accused of killing": the preposition marks a clause
        holds = any([&](const Argument& a) { return a.slot == Slot::kClause && c.Takes(a.prep); });
        for (int k : t.children(p.word)) {
          if (!holds && t.rel(k) == Rel::kAdvcl && t.child(k, {Rel::kMark}) >= 0) {
            holds = c.Takes(LowerAscii(t.word(t.child(k, {Rel::kMark})).form));
          }
        }
      }
      consumed.resize(before);
      break;
    case ConditionKind::kOblique:
      holds =
          any([&](const Argument& a) { return a.slot == Slot::kOblique && a.prep == c.prep && Takes(c, t, a.word); });
      // "opened its borders to them", "buys gas from them": the parser's phrase of the object is the verb's.
      for (const Argument& a : p.arguments) {
        if (holds || !Among(c.prep, {"to", "from"}) || a.slot != object || p.kind != PredicateKind::kVerb) continue;
        for (int k : t.children(a.word)) {
          holds = holds || (BaseRel(t.rel(k)) == Rel::kNmod && t.preposition(k) == c.prep && Takes(c, t, k));
        }
      }
      if (!holds && c.lemmas.size() == 1 && c.lemmas[0] == "*") holds = MarksClause(t, p, c.prep);
      break;
    case ConditionKind::kModifier:
      for (int k : t.children(p.word)) {
        if (!IsModifierRel(t.rel(k)) && t.rel(k) != Rel::kCompoundPrt && t.rel(k) != Rel::kCase) continue;
        if (c.Takes(LowerAscii(t.word(k).lemma)) || c.Takes(LowerAscii(t.word(k).form))) {
          holds = true;
          consumed.push_back(k);
        }
      }
      break;
    case ConditionKind::kObjectModifier:
      for (const Argument& a : p.arguments) {
        if (a.slot != object) continue;
        for (int k : t.children(a.word)) {
          if (!IsModifierRel(t.rel(k)) && t.rel(k) != Rel::kDet) continue;  // "no intention"
          holds = holds || c.Takes(LowerAscii(t.word(k).lemma)) || c.Takes(LowerAscii(t.word(k).form));
        }
      }
      break;
    case ConditionKind::kComplementHead:
      for (const Argument& a : p.arguments) {  // "promised not to attack" promises no attack
        const Proposition* clause = a.slot == Slot::kClause ? layer_.At(p.sentence, a.word) : nullptr;
        holds = holds || (a.slot == Slot::kClause && (clause == nullptr || !clause->negated) && Takes(c, t, a.word));
      }
      for (int k : t.children(p.word)) {  // "agreed to …" is often parsed as adverbial
        if (t.rel(k) != Rel::kAdvcl || k < p.word) continue;
        const Proposition* clause = layer_.At(p.sentence, k);
        holds = holds || (clause != nullptr && clause->infinitive && !clause->negated && Takes(c, t, k));
      }
      break;
    case ConditionKind::kHasObject:
      holds = p.Find(object) != nullptr;
      break;
    case ConditionKind::kNoObject:
      holds = p.Find(object) == nullptr;
      break;
    case ConditionKind::kHasSubject:
      holds = p.Find(Slot::kSubject) != nullptr;
      break;
    case ConditionKind::kNoSubject:
      holds = p.Find(Slot::kSubject) == nullptr;
      break;
    case ConditionKind::kCcomp:
      for (const Argument& a : p.arguments) {
        holds = holds || (a.slot == Slot::kClause && t.rel(a.word) != Rel::kXcomp);
      }
      break;
    case ConditionKind::kXcomp:
      for (const Argument& a : p.arguments) {
        if (a.slot != Slot::kClause) continue;
        const Proposition* clause = layer_.At(p.sentence, a.word);
        holds =
            holds || t.rel(a.word) == Rel::kXcomp || (clause != nullptr && (clause->infinitive || clause->participle));
      }
      for (int k : t.children(p.word)) {  // "agreed to …" is often parsed as adverbial
        if (t.rel(k) != Rel::kAdvcl || k < p.word) continue;
        const Proposition* clause = layer_.At(p.sentence, k);
        holds = holds || (clause != nullptr && clause->infinitive);
      }
      break;
    case ConditionKind::kNoComp:
      // "called the plan a mistake": the second object is what is said of the first.
      holds =
          p.Find(Slot::kClause) == nullptr && (p.Find(Slot::kIndirect) == nullptr || p.Find(Slot::kObject) == nullptr);
      break;
    case ConditionKind::kActorObject:
      for (const Argument& a : p.arguments) {
        holds = holds || (a.slot == object && !Actors(p.sentence, a.word, false, false).empty());
      }
      break;
    case ConditionKind::kPassive:
      holds = p.passive;
      break;
    case ConditionKind::kActive:
      holds = !p.passive;
      break;
  }
  if (c.negated) {
    consumed.resize(before);
    return !holds;
  }
  return holds;
}

// Whether the words of a frame's lemma stand where they should.
bool FrameMatcher::Spells(const Proposition& p, const Frame& frame, std::vector<int>& words) const {
  const Tree& t = trees_[static_cast<size_t>(p.sentence)];
  words = {p.word};
  if (!frame.light_noun.empty()) {
    for (const Argument& a : p.arguments) {
      if (a.slot == Slot::kObject && (WordIs(t.word(a.word), frame.light_noun))) {
        words.push_back(a.word);
        std::sort(words.begin(), words.end());
        return true;
      }
    }
    return false;
  }
  if (frame.pos != FramePos::kNoun) {
    if (FindIdiom(t, p, frame.lemma, words)) return true;
    // "ready to", "opposed to": the word right after an adjective, whatever the parser made of it.
    const size_t space = frame.lemma.find(' ');
    if (frame.pos != FramePos::kAdj || p.word + 1 >= t.size()) return false;
    if (!WordIs(t.word(p.word + 1), std::string_view(frame.lemma).substr(space + 1))) return false;
    words = {p.word, p.word + 1};
    return true;
  }
  // "peace talks": the last word is the predicate.
  std::string_view rest = frame.lemma;
  for (int w = p.word; rest.find(' ') != std::string_view::npos;) {
    rest.remove_suffix(rest.size() - rest.rfind(' '));
    const size_t space = rest.rfind(' ');
    --w;
    if (w > 0 && t.word(w).form == "-") --w;
    if (w < 0 || !WordIs(t.word(w), space == std::string_view::npos ? rest : rest.substr(space + 1))) return false;
    words.insert(words.begin(), w);
  }
  return true;
}

void FrameMatcher::Try(const Proposition& p, uint32_t index, std::optional<FrameMatch>& best, size_t& most) const {
  const Frame& frame = frames_.frames()[index];
  FrameMatch match;
  match.frame = &frame;
  if (!Spells(p, frame, match.words)) return;
  // More words win over fewer, then more conditions that hold, then more that must not, then the earlier line.
  size_t weight = match.words.size() * 1000 + 1;
  for (const FrameCondition& c : frame.conditions) weight += c.negated ? 1 : 16;
  if (best && weight <= most) return;
  for (const FrameCondition& c : frame.conditions) {
    if (!Holds(p, c, match.consumed)) return;
  }
  for (int w : match.words) {
    if (w != p.word) match.consumed.push_back(w);
  }
  most = weight;
  best = std::move(match);
}

Proposition AsAdjective(const Proposition& p) {
  Proposition seen = p;
  if (!p.passive) return seen;
  for (Argument& a : seen.arguments) {
    if (a.slot == Slot::kObject) a.slot = Slot::kSubject;
  }
  seen.passive = false;
  return seen;
}

std::optional<FrameMatch> FrameMatcher::Best(const Proposition& p) const {
  const Tree& t = trees_[static_cast<size_t>(p.sentence)];
  const ParsedWord& word = t.word(p.word);
  const FramePos pos = FramePosOf(p.kind);
  const std::string lemma = LowerAscii(word.lemma), form = LowerAscii(word.form);
  std::optional<FrameMatch> best;
  size_t most = 0;
  // A form that has lines of its own ("talks") goes before its lemma ("a talk").
  for (const std::string& head : {form, lemma}) {
    if (pos == FramePos::kVerb) {
      for (const Argument& a : p.arguments) {
        if (a.slot != Slot::kObject) continue;
        for (const std::string& noun : {LowerAscii(t.word(a.word).lemma), LowerAscii(t.word(a.word).form)}) {
          for (uint32_t i : frames_.FindLight(head, noun)) Try(p, i, best, most);
          if (p.lemma != head) {
            for (uint32_t i : frames_.FindLight(p.lemma, noun)) Try(p, i, best, most);
          }
        }
      }
    }
    for (uint32_t i : frames_.FindPhrasal(pos, head)) Try(p, i, best, most);
    for (uint32_t i : frames_.Find(pos, head)) Try(p, i, best, most);
    if (lemma == form) break;
  }
  // A participle may stand as an adjective ("banned", "opposed to") and the other way round.
  if (!best && pos == FramePos::kAdj) {
    // Degree adjectives only; participles tagged as adjectives keep the verb's frame by their lemma.
    for (uint32_t i : frames_.Find(FramePos::kVerb, lemma)) Try(p, i, best, most);
  } else if (pos == FramePos::kVerb && word.xpos == "VBN") {
    // "is opposed to", "was prepared to": an adjective with its preposition; its subject is the one that is seen.
    const Proposition seen = AsAdjective(p);
    for (uint32_t i : frames_.FindPhrasal(FramePos::kAdj, form)) Try(seen, i, best, most);
    if (!best) {
      for (uint32_t i : frames_.Find(FramePos::kAdj, form)) Try(seen, i, best, most);
    }
  }
  return best;
}

}  // namespace rapporteur
