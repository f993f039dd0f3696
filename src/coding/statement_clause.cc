#include "coding/statement_clause.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

// A clause that says something: with a verb or a subject, and not "asked not to be named".
bool IsSaying(const Tree& t, int clause) {
  const ParsedWord& head = t.word(clause);
  const std::string lemma = LowerAscii(head.lemma);
  if (Among(lemma, {"name", "identify", "quote"}) && t.child(clause, {Rel::kAuxPass}) >= 0) return false;
  int opens = t.first(clause);
  while (opens < clause && t.word(opens).upos == Upos::kPunct) ++opens;
  const std::string first = LowerAscii(t.word(opens).form);
  if (Among(first, {"whose", "which", "who"})) return false;
  return IsVerbal(head) || t.child(clause, {Rel::kCop, Rel::kNsubj, Rel::kNsubjPass, Rel::kExpl}) >= 0;
}

// "asks as the train pulls in": a clause of time or cause that the parser took for a complement.
bool IsBackground(const Tree& t, int clause) {
  const int mark = t.child(clause, {Rel::kMark});
  return mark >= 0 &&
         Among(LowerAscii(t.word(mark).form), {"as", "after", "before", "while", "because", "since", "although"});
}

// What follows a clause without a comma belongs to it, though the parser hung it on the cue: "is up | to the people".
Span Extended(const Tree& t, Span clause, int cue) {
  int after = 0;
  while (after < t.size() && t.word(after).span.begin < clause.end) ++after;
  const int last = t.last(cue);
  if (after <= cue || after > last || t.word(after).upos == Upos::kPunct || t.word(after).upos == Upos::kCconj)
    return clause;
  while (after <= last && t.word(after).form != "," && t.word(after).form != ";") {
    clause.end = t.word(after).span.end;
    ++after;
  }
  return clause;
}

// The subtree of a clause, cut where the cue's own words stand in it.
Span ClauseSpan(const Tree& t, int clause, int cue) {
  int first = t.first(clause), last = t.last(clause);
  if (first <= cue && cue <= last) {
    if (clause < cue) {
      last = cue - 1;
    } else {
      first = cue + 1;
    }
  }
  return t.span(first, last);
}

bool DependsOnHost(const Tree& t, int host, int cue, int after, int to) {
  for (int w = after + 1; w <= to; ++w) {
    if (t.word(w).upos != Upos::kPunct && t.head(w) == host && w != cue) return true;
  }
  return false;
}

}  // namespace

Span StatementClause::Governed(const Proposition& p, const Cue& cue) const {
  const Tree& t = in_.tree(p.sentence);
  for (const Argument& a : p.arguments) {
    if (a.slot != Slot::kClause || a.word == p.word) continue;
    const Rel rel = t.rel(a.word);
    if (rel == Rel::kCsubj && !p.passive) continue;
    const bool to_clause = rel == Rel::kXcomp;
    if (to_clause && Among(cue.kind, {"say", "show", "write", "hear", "think"})) continue;
    if (to_clause && Among(cue.lemma, {"want", "try", "begin", "continue", "go"})) continue;
    if (!IsSaying(t, a.word) || IsBackground(t, a.word)) continue;
    // "said referring to the truce": how, not what.
    const bool bare = t.word(a.word).xpos == "VBG" && t.child(a.word, {Rel::kAux, Rel::kMark, Rel::kNsubj}) < 0;
    if (bare && rel == Rel::kCcomp && cue.kind == "say") continue;
    // "announced his candidacy to force a vote": what for, not what.
    if (to_clause && p.Find(Slot::kObject) != nullptr && Among(cue.kind, {"announce", "claim"})) continue;
    return content_.Trim(Extended(t, ClauseSpan(t, a.word, p.word), p.word));
  }
  // "denied this: none had gone, she told reporters": who says the clause before it is none.
  const auto IsSayerAfter = [&](int c) {
    return t.word(c).upos == Upos::kVerb && t.child(c, {Rel::kCcomp}) < 0 && t.first(c) > p.word &&
           t.word(t.first(c)).upos != Upos::kPunct && t.first(c) > 0 && t.word(t.first(c) - 1).form == "," &&
           !in_.cues.Find(PredicatePos::kVerb, t.word(c).lemma).empty();
  };
  // A colon: "told Lavrov: …" is often parsed as parataxis or left as a conjunct.
  for (int c : t.children(p.word)) {
    if (c < p.word || (t.rel(c) != Rel::kParataxis && t.rel(c) != Rel::kDep && t.rel(c) != Rel::kAppos)) continue;
    if (IsSayerAfter(c)) continue;
    for (int w = p.word + 1; w < t.first(c); ++w) {
      if (t.word(w).form == ":") return content_.Trim(ClauseSpan(t, c, p.word));
    }
    const Span whole = t.span(t.first(c), t.last(c));
    if (!content_.QuotationAt(whole.begin + (whole.size() > 3 ? 2 : 0), {}).empty() && t.word(c).upos == Upos::kVerb) {
      return content_.Trim(whole);
    }
  }
  return {};
}

Span StatementClause::Host(const Proposition& p) const {
  const Tree& t = in_.tree(p.sentence);
  const int cue = p.word;
  if (t.rel(cue) != Rel::kParataxis && t.rel(cue) != Rel::kDiscourse) return {};
  const int host = t.head(cue);
  if (host < 0) return {};
  const int from = t.first(host), to = t.last(host);
  const int cue_first = t.first(cue), cue_last = t.last(cue);
  if (cue_first <= from && cue_last >= to) return {};
  for (int w = std::min(host, cue); w < std::max(host, cue); ++w) {
    if (t.word(w).form == ";") return {};  // another sentence, but for its mark
  }
  if (cue < host && cue_last < host) {
    const Span before = from < cue_first ? t.span(from, cue_first - 1) : Span{};
    const Span after = t.span(cue_last + 1, to);
    return content_.Trim(before.size() > 2 ? hull(before, after) : after);
  }
  // After the reported clause: what stands before the cue, and behind it only if the clause goes on.
  if (cue_first > from) {
    const bool goes_on = cue_last + 3 < to && t.head(cue_last + 2) != cue;
    Span before = t.span(from, cue_first - 1);
    if (goes_on && DependsOnHost(t, host, cue, cue_last, to)) before = t.span(from, to);
    return content_.Trim(before);
  }
  return {};
}

Span StatementClause::Quoted(const Proposition& p, const Cue& cue) const {
  const Tree& t = in_.tree(p.sentence);
  const Argument* subject = p.Find(Slot::kSubject);
  const Argument* object = p.Find(Slot::kObject);
  ContentReader::CuePlace place;
  place.sentence = p.sentence;
  place.clause = t.span(t.first(p.word), t.last(p.word));
  place.cue = t.word(p.word).span;
  place.subject = subject != nullptr && !subject->inherited;
  place.object = object != nullptr;
  place.main = t.head(p.word) < 0;
  const Span quotation = content_.QuotationBeside(place);
  if (quotation.empty() || quotation.begin < place.cue.end) return quotation;
  int before = p.word, last = p.word;
  for (int w = p.word + 1; w < t.size(); ++w) {
    if (t.word(w).span.end <= quotation.begin && t.word(w).upos != Upos::kPunct) before = w;
    if (t.word(w).span.begin < quotation.end) last = w;
  }
  const bool told = !cue.addressee.empty() && cue.addressee.front() == "obj";
  const bool named = object != nullptr && !told && object->word > p.word && object->word <= last;
  const bool within = Among(t.word(before).form, {"as"}) || t.word(before).upos == Upos::kDet ||
                      t.word(before).upos == Upos::kAdj || t.word(before).upos == Upos::kAux;
  if (before == p.word || t.word(before + 1).form == "," || t.word(before + 1).form == ":" || (!named && !within))
    return quotation;
  while (last < t.last(p.word) && t.word(last + 1).upos != Upos::kPunct && t.word(last + 1).upos != Upos::kCconj)
    ++last;
  int from = p.word + 1;
  while (from < before && (t.word(from).upos == Upos::kAdv || t.word(from).upos == Upos::kPunct)) ++from;
  return hull(content_.Trim(t.span(from, last)), quotation);
}

}  // namespace rapporteur
