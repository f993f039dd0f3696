#include "coding/statement_object.h"

#include <algorithm>
#include <string>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int kLongestHearer = 14;  // words between a verb of asking and the question

// Prepositions whose phrase is part of what is said of the object: "criticized him for lying", not "on Monday".
bool GoesWithObject(const Cue& cue, std::string_view preposition) {
  if (Among(preposition,
            {"for", "of", "as", "to", "against", "about", "over", "from", "into", "with", "toward", "towards"}))
    return true;
  return std::any_of(cue.content.begin(), cue.content.end(), [&](std::string_view place) {
    return place.starts_with("prep:") && place.substr(5) == preposition;
  });
}

// What opens a phrase or clause: its preposition or mark; empty for none.
std::string Opening(const Tree& t, int w) {
  std::string preposition = t.preposition(w);
  if (!preposition.empty()) return preposition;
  const int mark = t.child(w, {Rel::kMark});
  return mark < 0 ? std::string() : LowerAscii(t.word(mark).form);
}

// The first word behind what opens a phrase.
int Inside(const Tree& t, int w) {
  const int opening = t.child(w, {Rel::kCase, Rel::kMark});
  return opening < 0 || opening > w ? t.first(w) : t.last(opening) + 1;
}

// "calls that a farce", "branded the closure an outrage": what the parser took for one phrase has two articles.
bool HasTwoArticles(const Tree& t, int object) {
  for (int w = t.first(object) + 1; w < object; ++w) {
    if (t.word(w).upos == Upos::kDet && t.rel(w) == Rel::kDet && t.word(w - 1).upos != Upos::kAdp &&
        t.word(w - 1).upos != Upos::kCconj)
      return true;
  }
  return false;
}

// "called the standards “strong”": what the object is called, where the parser has made an attribute of it.
bool IsCalled(const Tree& t, int object) {
  const std::span<const int> below = t.children(object);
  return std::any_of(below.begin(), below.end(), [&](int c) {
    return c > object && (t.rel(c) == Rel::kAmod || t.rel(c) == Rel::kAppos) && t.word(c - 1).form != ",";
  });
}

// "what the envoy called": whichever of the two the parser hung on the other.
bool IsFreeRelative(const Tree& t, int verb) {
  const int first = t.first(verb);
  return LowerAscii(t.word(first).form) == "what" || (first > 0 && LowerAscii(t.word(first - 1).form) == "what");
}

bool IsPronounAlone(const Tree& t, int w, int last) { return t.word(w).upos == Upos::kPron && t.first(w) == last; }

}  // namespace

std::vector<Span> StatementObject::Read(const Proposition& p, const Cue& cue, const std::vector<int>& beside) const {
  const Tree& t = in_.tree(p.sentence);
  const bool raising = IsRaising(p, cue);
  for (const std::string& place : cue.content) {
    if (raising && place != "subj") continue;
    std::vector<Span> pieces = At(p, cue, place);
    const int cue_words = static_cast<int>(std::count_if(beside.begin(), beside.end(), [&](int w) {
      return std::any_of(pieces.begin(), pieces.end(), [&](Span piece) { return piece.contains(t.word(w).span); });
    }));
    if (cue_words > 0) continue;
    if (!pieces.empty()) pieces.back() = LeaveTail(t, pieces.back());
    for (Span& piece : pieces) piece = content_.Trim(piece);
    std::erase_if(pieces, [](Span piece) { return piece.empty(); });
    if (!pieces.empty()) return pieces;
  }
  return {};
}

// "backed the deal, which the court had upheld", "declined to pay and the port was closed": what the report adds.
Span StatementObject::LeaveTail(const Tree& t, Span piece) const {
  int w = 0;
  while (w < t.size() && t.word(w).span.begin < piece.begin) ++w;
  const int from = w;
  for (++w; w + 1 < t.size() && t.word(w + 1).span.end <= piece.end; ++w) {
    if (!content_.QuotationAt(t.word(w).span.begin, {}).empty()) continue;
    const ParsedWord& next = t.word(w + 1);
    const bool aside = t.word(w).form == "," &&
                       Among(LowerAscii(next.form),
                             {"which", "who", "whose", "whom", "where", "although", "though", "while", "after", "as"});
    const bool clause = Among(t.word(w).form, {"and", "but"}) && OpensClause(t, w + 1, piece.end);
    if ((aside && !ComesBack(t, w + 1, piece.end)) || clause)
      return {piece.begin, t.word(w > from + 1 && t.word(w - 1).form == "," ? w - 1 : w).span.begin};
  }
  return piece;
}

// "accused the crowd, which it had invited, of rioting": behind the clause between commas the words go on.
bool StatementObject::ComesBack(const Tree& t, int from, uint32_t end) {
  for (int w = from; w + 1 < t.size() && t.word(w + 1).span.end <= end; ++w) {
    if (t.word(w).form == "," && t.word(w + 1).upos == Upos::kAdp) return true;
  }
  return false;
}

// A noun phrase and a finite verb that it is the subject of.
bool StatementObject::OpensClause(const Tree& t, int from, uint32_t end) {
  bool subject = false;
  for (int w = from; w < t.size() && t.word(w).span.end <= end; ++w) {
    const ParsedWord& word = t.word(w);
    if (HasFeature(word, "VerbForm=Fin")) return subject;
    if ((!IsNominal(word) && word.upos != Upos::kDet && word.upos != Upos::kAdj) || word.xpos == "WDT") return false;
    subject = subject || BaseRel(t.rel(w)) == Rel::kNsubj;
  }
  return false;
}

bool StatementObject::IsRaising(const Proposition& p, const Cue& cue) const {
  return std::find(cue.content.begin(), cue.content.end(), "subj") != cue.content.end() && !Raised(p).empty();
}

bool StatementObject::HasPieces(const Proposition& p, const Cue& cue) const {
  if (IsRaising(p, cue)) return true;
  const Tree& t = in_.tree(p.sentence);
  for (const Argument& a : p.arguments) {  // a that-clause beside it is what is said
    if (a.slot == Slot::kClause && BaseRel(t.rel(a.word)) == Rel::kCcomp) return false;
  }
  return std::any_of(cue.content.begin(), cue.content.end(), [&](const std::string& place) {
    return (place == "obj+pred" || place == "obj+as") && !Object(p, cue, place.substr(4)).empty();
  });
}

std::vector<Span> StatementObject::AsHost(const Proposition& p) const {
  const Tree& t = in_.tree(p.sentence);
  const int host = t.head(p.word);
  if (host < 0 || BaseRel(t.rel(p.word)) != Rel::kAdvcl) return {};
  int first = t.first(p.word), last = t.last(p.word);
  while (t.word(first).upos == Upos::kPunct) ++first;
  while (t.word(last).upos == Upos::kPunct) --last;
  const int from = t.first(host), to = t.last(host);
  const bool opens = LowerAscii(t.word(first).form) == "as" && (first == from || t.word(first - 1).form == ",");
  const bool closes = last + 1 >= t.size() || t.word(last + 1).upos == Upos::kPunct;
  if (!opens || !closes) return {};
  std::vector<Span> pieces;
  if (first > from) pieces.push_back(content_.Trim(t.span(from, first - 1)));
  if (last < to) pieces.push_back(content_.Trim(t.span(last + 1, to)));
  std::erase_if(pieces, [](Span piece) { return piece.empty(); });
  return pieces;
}

Span StatementObject::Question(const Proposition& p, const Cue& cue) const {
  const Tree& t = in_.tree(p.sentence);
  const bool asks = cue.kind == "ask";
  if (!asks && !(p.negated && cue.kind == "say")) return {};
  for (int w = p.word + 1; w < t.size() && w <= p.word + kLongestHearer; ++w) {
    const ParsedWord& word = t.word(w);
    if (word.upos == Upos::kPunct || word.upos == Upos::kVerb) return {};
    if (!Among(LowerAscii(word.form), {"if", "whether", "what", "why", "how", "when", "where", "who"})) continue;
    int clause = w;
    while (t.head(clause) > p.word && t.first(t.head(clause)) >= w) clause = t.head(clause);
    if (t.first(clause) != w || !t.dominates(p.word, clause) || t.last(clause) < w + 2) return {};
    return content_.Trim(t.span(w, t.last(clause)));
  }
  return {};
}

std::vector<Span> StatementObject::At(const Proposition& p, const Cue& cue, std::string_view place) const {
  if (place == "obj") return Object(p, cue, {});
  if (place == "in+obj") return InWhich(p, cue);
  if (place.starts_with("obj+")) return Object(p, cue, place.substr(4));
  if (place == "subj") return Raised(p);
  Span span;
  if (place == "xcomp") span = Infinitive(p);
  if (place.starts_with("prep:")) span = After(p, cue, place.substr(5));
  return span.empty() ? std::vector<Span>{} : std::vector<Span>{span};
}

// The object with what is said of it. `with`: the preposition that must follow, "pred" a second object or a complement.
std::vector<Span> StatementObject::Object(const Proposition& p, const Cue& cue, std::string_view with) const {
  const Tree& t = in_.tree(p.sentence);
  if (with == "pred" && IsFreeRelative(t, p.word)) {  // "what the envoy called a mistake"
    for (int c : t.children(p.word)) {
      if (c > p.word && Among(RelName(BaseRel(t.rel(c))), {"obj", "xcomp", "ccomp"}))
        return {t.span(t.first(c), t.last(c))};
    }
  }
  for (const Argument& a : p.arguments) {
    if ((a.slot != Slot::kObject && a.slot != Slot::kIndirect) || a.inherited) continue;
    const bool before = a.word < p.word;
    if (before && !(p.passive && (p.Find(Slot::kSubject) != nullptr || with == "as"))) continue;
    const int from = before ? p.word : t.last(a.word);
    const int end = End(p, cue, from);
    if (before) {  // "was criticized by X for lying"
      if (!with.empty() && end == from) return {};
      std::vector<Span> pieces = {t.span(t.first(a.word), t.last(a.word))};
      if (end > from) pieces.push_back(t.span(from + 1, end));
      return pieces;
    }
    const bool follows =
        with == "pred" ? end > from || IsCalled(t, a.word) || HasTwoArticles(t, a.word) : Takes(p, cue, from, with);
    if (with == "pred" && !before) {  // "branded the raid, which killed three, “piracy”": to the mark that closes
      if (const int closes = ClosingMark(p); closes >= 0) return {t.span(t.first(a.word), std::max(closes, end))};
    }
    if (!with.empty() && !follows) return {};
    if (IsPronounAlone(t, a.word, end)) return {};
    return {t.span(t.first(a.word), end)};
  }
  return with == "pred" || with == "as" ? OfWhom(p, cue) : std::vector<Span>{};
}

// The word before the mark that closes the first quotation behind a predicate; -1 where a verb of its own or a comma
// before a conjunction stands between.
int StatementObject::ClosingMark(const Proposition& p) const {
  const Tree& t = in_.tree(p.sentence);
  for (int w = p.word + 1; w < t.size(); ++w) {
    if (Among(t.word(w).form, {";", ":"}) || (t.word(w).upos == Upos::kVerb && t.head(w) == p.word)) return -1;
    const Span q = content_.QuotationAt(t.word(w).span.begin, t.word(p.word).span);
    if (q.empty() || t.word(w).upos == Upos::kPunct) continue;
    if (t.word(w - 1).upos != Upos::kPunct || t.word(w - 2).upos == Upos::kAdp) return -1;
    while (w + 1 < t.size() && t.word(w + 1).span.end <= q.end) ++w;
    return w;
  }
  return -1;
}

// "sees in the decree an attack on judges": what is seen and wherein.
std::vector<Span> StatementObject::InWhich(const Proposition& p, const Cue& cue) const {
  const Tree& t = in_.tree(p.sentence);
  const Argument* object = p.Find(Slot::kObject);
  if (object == nullptr || object->inherited || object->word < p.word ||
      t.word(t.first(object->word)).upos != Upos::kDet)
    return {};
  for (int c : t.children(p.word)) {
    if (c < p.word || c > object->word || Opening(t, c) != "in" || t.first(c) != p.word + 1) continue;
    return {t.span(t.first(c), End(p, cue, t.last(object->word)))};
  }
  return {};
}

// "whom he describes as a hero": what is said of an object that stands before the cue.
std::vector<Span> StatementObject::OfWhom(const Proposition& p, const Cue& cue) const {
  const Tree& t = in_.tree(p.sentence);
  if (p.passive) return {};
  // "Their conduct he called “blackmail”": read as a relative clause.
  if (const int called = t.child(p.word, {Rel::kXcomp, Rel::kObj});
      called > p.word && t.rel(p.word) == Rel::kAclRelcl) {
    return {t.span(t.first(called), t.last(called))};
  }
  for (const Argument& a : p.arguments) {
    if (a.slot != Slot::kObject || a.word > p.word) continue;
    const int end = End(p, cue, p.word);
    return end > p.word ? std::vector<Span>{t.span(p.word + 1, end)} : std::vector<Span>{};
  }
  return {};
}

// Whether a phrase or clause with this preposition follows the words up to `last`.
bool StatementObject::Takes(const Proposition& p, const Cue& cue, int last, std::string_view preposition) const {
  const Tree& t = in_.tree(p.sentence);
  const int end = End(p, cue, last);
  for (int c : t.children(p.word)) {
    if (t.first(c) > last && t.first(c) <= end && Opening(t, c) == preposition) return true;
  }
  for (int w = p.word + 1; w <= last; ++w) {  // hung on the object
    if (LowerAscii(t.word(w).form) == preposition) return true;
  }
  return false;
}

// The last word of what the predicate has after `last` and that belongs to its object.
int StatementObject::End(const Proposition& p, const Cue& cue, int last) const {
  const Tree& t = in_.tree(p.sentence);
  for (int c : t.children(p.word)) {
    if (t.first(c) <= last) continue;
    const Rel rel = BaseRel(t.rel(c));
    if (rel == Rel::kPunct) {
      if (Among(t.word(c).form, {"\"", "“", "”", "''", "``", "‘", "’", "'"})) continue;
      return last;
    }
    if (rel == Rel::kAdvmod) continue;
    const bool called = t.rel(c) == Rel::kOblUnmarked && t.word(t.first(c)).upos == Upos::kDet &&
                        std::find(cue.content.begin(), cue.content.end(), "obj+pred") != cue.content.end();
    const bool whole = rel == Rel::kObj || rel == Rel::kIobj || rel == Rel::kXcomp || called;
    const bool opened = (rel == Rel::kObl || rel == Rel::kAdvcl || rel == Rel::kCcomp || rel == Rel::kNmod) &&
                        t.rel(c) != Rel::kOblAgent && GoesWithObject(cue, Opening(t, c));
    if (!whole && !opened) return last;
    last = t.last(c);
  }
  return last;
}

// "the sides are expected to meet", "he is said to have fled": the raised subject and its infinitive.
std::vector<Span> StatementObject::Raised(const Proposition& p) const {
  const Tree& t = in_.tree(p.sentence);
  if (!p.passive) return {};
  const int subject = t.child(p.word, {Rel::kNsubjPass, Rel::kNsubj});
  const Span infinitive = Infinitive(p);
  if (subject < 0 || subject > p.word || infinitive.empty()) return {};
  return {t.span(t.first(subject), t.last(subject)), infinitive};
}

Span StatementObject::Infinitive(const Proposition& p) const {
  const Tree& t = in_.tree(p.sentence);
  for (int c : t.children(p.word)) {
    if (c < p.word) continue;
    const Rel rel = BaseRel(t.rel(c));
    const bool to =
        (rel == Rel::kXcomp || rel == Rel::kAdvcl || rel == Rel::kCcomp || rel == Rel::kAcl) && Opening(t, c) == "to";
    const bool beside = rel == Rel::kAdvcl && t.first(c) == p.word + 1 && t.word(c).xpos == "VBG";
    const bool gerund = (rel == Rel::kXcomp || beside) && IsVerbal(t.word(c)) && Opening(t, c).empty();
    if (to || gerund) return t.span(t.first(c), t.last(c));
  }
  return {};
}

// The phrase or clause that a preposition opens, without it.
Span StatementObject::After(const Proposition& p, const Cue& cue, std::string_view preposition) const {
  const Tree& t = in_.tree(p.sentence);
  for (int c : t.children(p.word)) {
    if (c < p.word || t.first(c) < p.word || Opening(t, c) != preposition) continue;
    const Rel rel = BaseRel(t.rel(c));
    if (!Among(RelName(rel), {"obl", "nmod", "advcl", "ccomp", "acl", "xcomp", "obj"})) continue;
    const int end = p.kind == PredicateKind::kNoun ? t.last(c) : End(p, cue, t.last(c));
    // "wrote about it on the forum"
    if (IsPronounAlone(t, c, Inside(t, c)) && t.last(c) == c) return {};
    if (Among(LowerAscii(t.word(c).form), {"it", "this"}) && t.child(c, {Rel::kAclRelcl, Rel::kAcl}) < 0) return {};
    return t.span(std::min(Inside(t, c), c), end);
  }
  return {};
}

}  // namespace rapporteur
