#include "coding/held_words.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

// "pulled out OF the pact": the idiom's last word is a preposition of this nominal.
bool OpensWith(const Tree& t, int word, int last) {
  const int mark = t.rel(last) == Rel::kFixed ? t.head(last) : last;
  return t.head(mark) == word && t.rel(mark) == Rel::kCase;
}

// A clause that says more of what is held than its object: not "accept the view that …".
bool HasClause(const Proposition& p) {
  return std::any_of(p.arguments.begin(), p.arguments.end(),
                     [](const Argument& a) { return a.slot == Slot::kClause && !a.inherited && a.prep != "that"; });
}

// The idiom's preposition has a noun of its own: that is what is held.
bool EndsElsewhere(const Tree& t, const Proposition& p, const std::vector<int>& idiom, int object) {
  const int last = idiom.empty() ? -1 : idiom.back();
  return last > p.word && t.head(last) != object && (t.rel(last) == Rel::kCase || t.rel(last) == Rel::kMark) &&
         t.head(last) != p.word;
}

// "to go", "to be freed"
bool IsTo(const Proposition* clause) { return clause != nullptr && (clause->infinitive || clause->mark == "to"); }

// Somebody else than the subject is to do it.
bool HasOther(const Proposition& p, int clause) {
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
    return (a.slot == Slot::kObject || a.slot == Slot::kIndirect) && p.word < a.word && a.word < clause;
  });
}

// "asked me to convey"
bool AsksTheReporter(const Tree& t, const Proposition& p, int clause) {
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
    return p.word < a.word && a.word < clause && Among(LowerAscii(t.word(a.word).form), {"me", "you", "myself"});
  });
}

// Alone it names nothing: "this is unacceptable".
bool IsBarePronoun(const Tree& t, int word) {
  return t.word(word).upos == Upos::kPron && t.first(word) == t.last(word);
}

// Who says or is sure of something holds it only where the clause says what ought to be.
bool OnlyTells(const Dealings& d, const Proposition& p, const StanceLine& line) {
  const bool only_clause = line.complement.front() == "ccomp" &&
                           (line.complement.size() == 1 || (line.complement.size() == 2 && Takes(line, "will")));
  return only_clause && p.kind != PredicateKind::kNoun && !d.InClass("stance_clause", p.lemma);
}

}  // namespace

bool AsksAfter(const StanceLine& line) {
  return std::any_of(line.complement.begin(), line.complement.end(),
                     [](const std::string& one) { return one.starts_with("after:"); });
}

bool StandsAfter(const Tree& t, const StanceLine& line, int word) {
  const std::string preposition = t.preposition(word);
  return AsksAfter(line) ? Takes(line, "after:" + preposition) : preposition.empty();
}

std::optional<Held> HeldWords::Find(const Proposition& p, const StanceLine& line, const std::vector<int>& idiom) const {
  const Tree& t = d_.tree(p);
  const bool asks = line.stance == "for" && line.negated.empty() && (Takes(line, "xcomp") || Takes(line, "other"));
  if (asks && p.kind == PredicateKind::kVerb) {
    if (Takes(line, "xcomp")) {
      if (std::optional<Held> held = AskedOf(p)) return held;
    }
    for (int c : t.children(p.word)) {  // "gave them a week to reinstate him"
      if (idiom.size() > 1 && t.rel(c) == Rel::kAdvcl && t.first(c) == idiom.back() + 1 &&
          IsTo(d_.in().layer.At(p.sentence, c)))
        return Held{Clause(t, c), c, false, false};
    }
  }
  for (const Argument& a : p.arguments) {
    // "voiced regret AT the decision": the parser gives the phrase to the verb.
    if (a.inherited && (a.slot != Slot::kOblique || p.kind != PredicateKind::kNoun || a.word < p.word)) continue;
    if (std::find(idiom.begin(), idiom.end(), a.word) != idiom.end()) continue;
    if (std::optional<Held> held = FromArgument(p, line, idiom, a)) return held;
  }
  if (std::optional<Held> held = FromSubject(p, line)) return held;
  if (std::optional<Held> held = Gerund(p, line, idiom)) return held;
  if (std::optional<Held> held = Beside(p, line)) return held;
  return Takes(line, "alone") ? Alone(p, idiom) : std::nullopt;
}

const Proposition* HeldWords::HasYetTo(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  const int have = t.head(p.word);
  if (!p.infinitive || have < 0 || LowerAscii(t.word(have).lemma) != "have") return nullptr;
  for (int w = have + 1; w < p.word; ++w) {
    if (LowerAscii(t.word(w).form) == "yet") return d_.in().layer.At(p.sentence, have);
  }
  return nullptr;
}

// "The Front has accepted": what it accepted was told before.
std::optional<Held> HeldWords::Alone(const Proposition& p, const std::vector<int>& idiom) const {
  const Tree& t = d_.tree(p);
  const bool verb = p.kind == PredicateKind::kVerb;
  const bool yet = HasYetTo(p) != nullptr;
  if (p.kind == PredicateKind::kNoun && t.last(p.word) > p.word) return std::nullopt;
  // "which they disagree with", "abstains from ruling"
  if (p.word + 1 < t.size() && Among(LowerAscii(t.word(p.word + 1).form), {"with", "to", "from"})) return std::nullopt;
  if (p.participle || (p.infinitive && !yet) || (!verb && t.child(p.word, {Rel::kCop}) < 0)) return std::nullopt;
  for (const Argument& a : p.arguments) {
    if (a.slot == Slot::kOblique && !a.inherited && Among(a.prep, {"on", "to", "with", "for", "from"}))
      return std::nullopt;
    const bool more = a.slot == Slot::kClause || a.slot == Slot::kObject;
    if (more && !a.inherited && std::find(idiom.begin(), idiom.end(), a.word) == idiom.end()) return std::nullopt;
  }
  const Span whole = Clause(t, p.word);
  const uint32_t begin = t.word(idiom.empty() ? p.word : idiom.front()).span.begin;
  Held held{d_.content().Trim({begin, std::max(whole.end, t.word(p.word).span.end)}), p.word, false, false};
  held.unnamed = true;
  return held;
}

// "warned them against going", "no question of recognising it": an -ing after the line's preposition.
std::optional<Held> HeldWords::Gerund(const Proposition& p, const StanceLine& line,
                                      const std::vector<int>& idiom) const {
  const Tree& t = d_.tree(p);
  for (int c : t.children(p.word)) {
    const int mark = t.child(c, {Rel::kMark});
    if (c < p.word || t.word(c).xpos != "VBG" || mark < 0) continue;
    const bool spelled = idiom.size() > 1 && idiom.back() == mark && Takes(line, "obj");
    if (spelled || Takes(line, "prep:" + LowerAscii(t.word(mark).form)))
      return Held{d_.content().Trim(t.span(mark + 1, t.last(c))), c, true, false};
  }
  return std::nullopt;
}

std::optional<Held> HeldWords::FromArgument(const Proposition& p, const StanceLine& line, const std::vector<int>& idiom,
                                            const Argument& a) const {
  const Tree& t = d_.tree(p);
  switch (a.slot) {
    case Slot::kObject:
      if (!Takes(line, "obj") || ((Takes(line, "other") || Takes(line, "xcomp")) && HasClause(p)) ||
          EndsElsewhere(t, p, idiom, a.word))
        return std::nullopt;
      return Nominal(t, line, a.word, p.word);
    case Slot::kClause:
      return FromClause(p, line, a.word);
    case Slot::kOblique:
      if (Takes(line, "prep:" + a.prep) ||
          (idiom.size() > 1 && Takes(line, "obj") && OpensWith(t, a.word, idiom.back()))) {
        if (!issues_.Holds(t, line, a.word)) return std::nullopt;
        return Held{WithPurpose(p, a.word), a.word, IsVerbal(t.word(a.word)), IsNominal(t.word(a.word))};
      }
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

std::optional<Held> HeldWords::Nominal(const Tree& t, const StanceLine& line, int word, int verb) const {
  if (!issues_.Holds(t, line, word)) return std::nullopt;
  Span words = d_.Words(t, word);
  for (int c : t.children(word)) {  // "Cyprus, which Turkey does not recognise"
    if (c <= word || !t.dominates(c, verb)) continue;
    words = d_.content().Trim({words.begin, t.word(t.first(c)).span.begin});
    return Held{words, word, false, false};
  }
  for (int c : t.children(word)) {  // "a political solution, not a military one"
    const int negation = t.first(c);
    if (c <= word || t.rel(c) == Rel::kAclRelcl || LowerAscii(t.word(negation).form) != "not" || negation <= word)
      continue;
    if (LowerAscii(t.word(negation - 1).form) == ",")
      words = d_.content().Trim({words.begin, t.word(negation - 1).span.begin});
  }
  for (int c : t.children(verb)) {  // "demanded a probe INTO THE DEAL", hung on the verb
    if (t.first(c) != t.last(word) + 1 || BaseRel(t.rel(c)) != Rel::kObl) continue;
    const int sentence = d_.content().SentenceAt(t.word(c).span.begin);
    const bool day = sentence >= 0 && d_.DateAt(t, sentence, c).has_value();
    const bool shares = t.preposition(c) == "in" && d_.InClass("stance_share", LowerAscii(t.word(word).lemma));
    if (!day && (shares || Among(t.preposition(c), {"into", "on", "against", "between", "over", "of"})))
      words = d_.content().Trim({words.begin, t.word(t.last(c)).span.end});
  }
  for (int c : t.children(verb)) {  // "advocates Puerto Rico BECOMING A STATE"
    const bool goes_on = t.word(c).xpos == "VBG" && t.first(c) == c && c == t.last(word) + 1 && t.rel(c) != Rel::kConj;
    if (goes_on && d_.in().lexicon.cues().Find(PredicatePos::kVerb, LowerAscii(t.word(c).lemma)).empty())
      words = d_.content().Trim({words.begin, t.word(t.last(c)).span.end});
  }
  for (int w = word + 1; w <= t.last(word); ++w) {  // "praised Mendez on Twitter: …"
    if (Among(t.word(w).form, {":", ";"})) {
      if (t.word(w).span.begin < words.end) words = d_.content().Trim({words.begin, t.word(w).span.begin});
      break;
    }
  }
  return Held{words, word, false, true};
}

std::optional<Held> HeldWords::FromClause(const Proposition& p, const StanceLine& line, int clause) const {
  const Tree& t = d_.tree(p);
  const std::string done = LowerAscii(t.word(clause).lemma);  // "declined to comment", "refused to answer"
  if (d_.InClass("stance_remark", done) || (line.stance == "against" && done == "answer")) return std::nullopt;
  const Proposition* below = d_.in().layer.At(p.sentence, clause);
  if (below != nullptr && Among(below->mark, {"whether", "if"})) {
    if (!Takes(line, "whether")) return std::nullopt;
    const bool to_come = below->infinitive || Among(below->modal, {"will", "would", "should", "'ll", "'d"});
    return to_come ? std::optional(Held{Clause(t, clause), clause, false, false}) : std::nullopt;
  }
  const bool infinitive = IsInfinitive(p.sentence, clause);
  const bool other = HasOther(p, clause);
  if (infinitive && AsksTheReporter(t, p, clause)) return std::nullopt;
  const bool ing = t.word(clause).xpos == "VBG" && Takes(line, "ing");
  const bool takes = (infinitive && Takes(line, "other") && other) || ing ||
                     Takes(line, infinitive ? "xcomp" : "ccomp") ||
                     (p.kind == PredicateKind::kNoun && (Takes(line, "comp") || (Takes(line, "to") && IsTo(below))));
  if (!takes) return std::nullopt;
  const bool private_wish =  // "want to be doctors"
      t.child(clause, {Rel::kCop}) >= 0 || d_.InClass("stance_private", LowerAscii(t.word(clause).lemma));
  if (infinitive && Takes(line, "public") && !other && private_wish) return std::nullopt;
  const bool ought = (ought_.IsSubjunctive(p.sentence, clause) &&
                      (d_.InClass("stance_subjunctive", p.lemma) || t.child(clause, {Rel::kAuxPass}) >= 0)) ||
                     (below != nullptr && (ought_.Ought(*below) || ought_.HadTo(p, *below)));
  const bool willed = Takes(line, "will") && below != nullptr && Among(below->modal, {"will", "would", "'ll", "'d"});
  const bool may = p.lemma == "insist" && below != nullptr && Among(below->modal, {"may", "can", "could"});
  if (OnlyTells(d_, p, line) && !ought && !willed && !may) return std::nullopt;
  const bool same = willed && !ought && ought_.SpeaksOfItself(p, *below);
  return Held{WithSubject(p, clause), clause, (infinitive && !other) || same, false};
}

// Of adjectives and nouns that judge their subject, or a clause in its place.
std::optional<Held> HeldWords::FromSubject(const Proposition& p, const StanceLine& line) const {
  const Tree& t = d_.tree(p);
  if (!Takes(line, "subj")) return std::nullopt;
  const bool copular = t.child(p.word, {Rel::kCop}) >= 0;
  if (p.kind == PredicateKind::kNoun && copular && !StandsAfter(t, line, p.word)) return std::nullopt;
  for (const Argument& a : p.arguments) {
    if (a.slot != Slot::kSubject || a.inherited) continue;
    if (IsBarePronoun(t, a.word)) {  // "this is unacceptable"
      if (!Among(LowerAscii(t.word(a.word).form), {"it", "this", "that"}) || t.rel(p.word) == Rel::kAclRelcl) continue;
      Held held{Clause(t, p.word), p.word, false, false};
      held.unnamed = true;
      return held;
    }
    if (LowerAscii(t.word(t.first(a.word)).form) == "not") return std::nullopt;  // "not every error is a crime"
    return issues_.Holds(t, line, a.word) ? std::optional(Held{d_.Words(t, a.word), a.word, false, true})
                                          : std::nullopt;
  }
  if (const Proposition* verb = Deeming(p)) {
    for (const Argument& a : verb->arguments) {
      const bool object = a.slot == Slot::kObject || a.slot == Slot::kIndirect;
      if (!object || a.word == p.word || IsBarePronoun(t, a.word)) continue;
      if (!issues_.Holds(t, line, a.word)) return std::nullopt;
      int first = t.first(a.word), last = t.last(a.word);
      if (t.dominates(a.word, p.word) && t.first(p.word) > first) {
        if (t.rel(p.word) == Rel::kAmod) return std::nullopt;  // "called it an unacceptable delay"
        last = t.first(p.word) - 1;
      } else if (t.dominates(a.word, p.word)) {  // "considers unacceptable attempts to …"
        first = t.last(p.word) + 1;
      }
      return Held{d_.content().Trim(t.span(first, last)), a.word, false, true};
    }
  }
  return std::nullopt;
}

// "called on both to let aid through": where the tree makes it a purpose of the call, or a property of both.
std::optional<Held> HeldWords::AskedOf(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  for (const Argument& a : p.arguments) {
    const bool after = a.slot == Slot::kOblique && Among(a.prep, {"on", "upon", "to", "with", "for"});
    if (a.inherited || a.word < p.word || !(after || a.slot == Slot::kObject)) continue;
    if (Among(LowerAscii(t.word(a.word).form), {"me", "you"})) continue;
    const auto wanted = [&](int c) {
      const Proposition* clause = d_.in().layer.At(p.sentence, c);
      return c > a.word && IsTo(clause) && clause->mark == "to";
    };
    int first = t.first(a.word);
    while (first < a.word && t.rel(first) == Rel::kCase) ++first;
    for (int c : t.children(p.word)) {
      if (t.rel(c) == Rel::kAdvcl && t.first(c) == t.last(a.word) + 1 && wanted(c))
        return Held{{t.word(first).span.begin, Clause(t, c).end}, c, false, false};
    }
    for (int c : t.children(a.word)) {
      if (t.rel(c) == Rel::kAcl && wanted(c))
        return Held{{t.word(first).span.begin, Clause(t, c).end}, c, false, false};
    }
  }
  return std::nullopt;
}

// What the parser hangs beside the predicate, right after it.
std::optional<Held> HeldWords::Beside(const Proposition& p, const StanceLine& line) const {
  const Tree& t = d_.tree(p);
  if (p.kind == PredicateKind::kVerb) {
    if (!Takes(line, "xcomp") && !Takes(line, "ing")) return std::nullopt;
    if (Takes(line, "xcomp")) {
      if (std::optional<Held> held = AskedOf(p)) return held;
    }
    for (int c : t.children(p.word)) {  // "ruled out sending troops"
      const bool close = t.first(c) > p.word && t.first(c) <= p.word + 2;
      const bool particle = t.first(c) == p.word + 1 || t.child(p.word, {Rel::kCompoundPrt}) == p.word + 1;
      if (t.rel(c) != Rel::kAdvcl || t.word(c).xpos != "VBG" || !close || !particle) continue;
      return Held{d_.content().Trim(t.span(t.first(c), t.last(c))), c, true, false};
    }
    return std::nullopt;
  }
  const int up = t.head(p.word);
  if (up < 0) return std::nullopt;
  for (int c : t.children(up)) {  // "dropped its opposition TO the pipeline"
    if (c <= p.word || t.first(c) != t.last(p.word) + 1) continue;
    const Rel rel = BaseRel(t.rel(c));
    if (rel == Rel::kObl || rel == Rel::kNmod) {
      if (Takes(line, "prep:" + t.preposition(c)) && issues_.Holds(t, line, c))
        return Held{WithPurpose(p, c), c, IsVerbal(t.word(c)), IsNominal(t.word(c))};
    } else if ((rel == Rel::kXcomp || rel == Rel::kAdvcl || rel == Rel::kCcomp) &&
               (Takes(line, "comp") || Takes(line, "to"))) {
      const Proposition* clause = d_.in().layer.At(p.sentence, c);
      if (clause != nullptr && (IsTo(clause) || clause->mark == "that" || clause->mark == "of"))
        return Held{Clause(t, c), c, IsTo(clause) || clause->participle, false};
    }
  }
  return std::nullopt;
}

const Proposition* HeldWords::Deeming(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  const int head = t.head(p.word);
  if (head < 0) return nullptr;
  const Rel rel = t.rel(p.word);
  const bool direct = rel == Rel::kXcomp || (rel == Rel::kObl && t.preposition(p.word) == "as") ||
                      (rel == Rel::kAdvcl && p.mark == "as");
  const int object = rel == Rel::kObj ? t.child(head, {Rel::kObj, Rel::kIobj}) : -1;  // "called the vote a sham"
  if (object >= 0 && object != p.word) return Deemer(p.sentence, head);
  const int verb = direct ? head
                   : rel == Rel::kObj || rel == Rel::kAppos || rel == Rel::kAmod || rel == Rel::kAcl
                       ? (t.rel(head) == Rel::kObj ? t.head(head) : -1)
                       : -1;
  return verb < 0 ? nullptr : Deemer(p.sentence, verb);
}

const Proposition* HeldWords::Deemer(int sentence, int verb) const {
  const Proposition* above = d_.in().layer.At(sentence, verb);
  return above != nullptr && d_.InClass("stance_deem", above->lemma) ? above : nullptr;
}

bool HeldWords::IsInfinitive(int sentence, int word) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
  const bool finite = Among(t.word(word).xpos, {"VBZ", "VBD"});  // "warned threatens to open it"
  if (t.rel(word) == Rel::kXcomp) return !finite;
  const Proposition* clause = d_.in().layer.At(sentence, word);
  return clause != nullptr && (IsTo(clause) || clause->participle) && t.child(word, {Rel::kNsubj, Rel::kNsubjPass}) < 0;
}

Span HeldWords::Clause(const Tree& t, int word) const {
  int first = t.first(word), last = t.last(word);
  for (int c : t.children(word)) {
    const Rel rel = t.rel(c);
    const bool opens = rel == Rel::kMark || rel == Rel::kCc || rel == Rel::kPunct || rel == Rel::kAdvcl ||
                       rel == Rel::kParataxis || rel == Rel::kDiscourse;
    const bool to = rel == Rel::kMark && LowerAscii(t.word(c).form) == "to";
    if (c < word && opens && !to && t.first(c) == first) first = t.last(c) + 1;
    if (c > word && t.first(c) <= last) {
      const bool subject = t.child(c, {Rel::kNsubj, Rel::kNsubjPass, Rel::kExpl}) >= 0;
      if (rel == Rel::kParataxis || (rel == Rel::kConj && subject)) last = t.first(c) - 1;
    }
  }
  if (LowerAscii(t.word(word).form) == "up" && t.head(word) >= 0 && t.child(word, {Rel::kObl, Rel::kNmod}) < 0) {
    for (int c : t.children(t.head(word))) {  // "it was up | to the people to decide"
      if (t.first(c) == last + 1 && t.rel(c) != Rel::kPunct) last = t.last(c);
    }
  }
  while (last > word && (t.rel(last) == Rel::kCc || t.rel(last) == Rel::kPunct)) --last;
  return d_.content().Trim(t.span(std::min(first, word), std::max(last, word)));
}

// "pushing for Russia to abide by the terms": what is to be done belongs to it.
Span HeldWords::WithPurpose(const Proposition& p, int word) const {
  const Tree& t = d_.tree(p);
  for (int c : t.children(p.word)) {
    const Proposition* clause = d_.in().layer.At(p.sentence, c);
    if (t.first(c) == t.last(word) + 1 && IsTo(clause) && t.child(c, {Rel::kMark}) >= 0) {
      const Span head = d_.Words(t, word);
      return d_.content().Trim({head.begin, t.word(t.last(c)).span.end});
    }
  }
  return d_.Words(t, word);
}

// "urged both sides to observe the truce", "a call for Chad to disarm": what is wanted begins with who is to do it.
Span HeldWords::WithSubject(const Proposition& p, int clause) const {
  const Tree& t = d_.tree(p);
  int first = t.first(clause);
  for (const Argument& a : p.arguments) {
    if (a.word < p.word || a.word > clause || !IsInfinitive(p.sentence, clause)) continue;
    if ((a.slot == Slot::kObject || a.slot == Slot::kIndirect) && !a.inherited)
      first = std::min(first, t.first(a.word));
    const bool asked = a.slot == Slot::kOblique && Among(a.prep, {"for", "on", "upon", "to", "with", "of"});
    if (asked && IsInfinitive(p.sentence, clause) && t.last(a.word) + 1 == t.first(clause))
      first = std::min(first, t.first(a.word));
  }
  while (first < clause &&
         (t.rel(first) == Rel::kPunct || t.rel(first) == Rel::kCase ||
          (t.rel(first) == Rel::kMark && Among(LowerAscii(t.word(first).form), {"that", "of", "for", "as", "from"}))))
    ++first;
  return d_.content().Trim({t.word(first).span.begin, std::max(Clause(t, clause).end, t.word(clause).span.end)});
}

}  // namespace rapporteur
