#include "coding/statement_beside.h"

#include <algorithm>

#include "coding/statement_sayer.h"
#include "coding/statement_speaker.h"
#include "coding/statement_stage.h"
#include "coding/statement_words.h"

namespace rapporteur {
namespace {

constexpr int kLongestSayer = 12;  // words of who says a fragment, with the verb

bool IsDependent(const Tree& t, int w) {
  const Rel rel = BaseRel(t.rel(w));
  return rel == Rel::kAdvcl || rel == Rel::kAcl || t.child(w, {Rel::kMark}) >= 0;
}

// A verb that says something by itself, not in a clause of time, cause or description.
bool IsMain(const Tree& t, int w) {
  if (!IsFiniteVerb(t.word(w))) return false;
  if (t.word(w).upos == Upos::kAux || t.rel(w) == Rel::kCop) return t.head(w) < 0 || !IsDependent(t, t.head(w));
  return !IsDependent(t, w);
}

}  // namespace

// The verb with its subject and what tells when, where and to whom: words [first, last] of [lo, hi].
struct BesideReader::Clause {
  const Tree* tree = nullptr;
  int lo = 0, hi = 0;
  int first = 0, last = 0;
  int speaker = -1;     // who stands beside the verb, as a word
  bool marked = false;  // a comma parts it from what stands before, and who speaks stands beside the verb
};

// ", the president maintained": who is named between a comma and the verb, whatever the parser made of it.
bool BesideReader::SubjectBefore(const Proposition& p, Clause& clause) const {
  const Tree& t = *clause.tree;
  const ActorMention* who = clause.first > clause.lo ? in_.cast.MentionAt(p.sentence, clause.first - 1) : nullptr;
  if (who == nullptr || who->last != clause.first - 1) return false;
  int first = who->first;
  while (first > clause.lo && (t.word(first - 1).upos == Upos::kDet || t.rel(first - 1) == Rel::kNmodPoss)) {
    --first;
  }
  const bool apart = first > clause.lo && (IsComma(t.word(first - 1)) || ClosesQuotation(t.word(first - 1)));
  if (!apart && (HasOwnSubject(t, p) || (first > 0 && t.word(first - 1).upos == Upos::kAdp))) return false;
  clause.first = first;
  clause.marked = apart;
  if (apart) clause.speaker = who->head;
  return true;
}

// An article and a noun that is somebody right behind the verb; behind a quotation any noun.
bool BesideReader::IsSomebodyBehind(const Tree& t, int verb, int& noun) {
  if (noun == verb + 1 || noun >= t.size()) return false;
  while (noun + 1 < t.size() && (t.word(noun).upos == Upos::kAdj || t.rel(noun) == Rel::kCompound)) ++noun;
  if (t.word(noun).upos != Upos::kNoun) return false;
  if (ClosesQuotation(t.word(verb - 1))) return true;
  return IsAgentForm(LowerAscii(t.word(noun).lemma));
}

// ", the head of his office, Anna Lind, wrote": where the tree gives the verb nobody of its own.
bool BesideReader::SayerApart(const Proposition& p, Clause& clause) const {
  const bool closed = clause.first > clause.lo && IsComma(clause.tree->word(clause.first - 1));  // ", Anna Lind, wrote"
  if (HasOwnSubject(*clause.tree, p) && !closed) return false;
  const Sayer sayer = SayerBefore(in_, p.sentence, clause.first, clause.lo);
  if (sayer.head < 0 || !sayer.apart) return false;
  clause.first = sayer.first;
  clause.speaker = sayer.head;
  clause.marked = true;
  return true;
}

// ", says his adviser, Anna Lind, …", ", warned Lind, who heads the council, …"
bool BesideReader::SubjectBehind(const Proposition& p, Clause& clause) const {
  const Tree& t = *clause.tree;
  if (clause.first <= clause.lo || !(IsComma(t.word(clause.first - 1)) || ClosesQuotation(t.word(clause.first - 1))))
    return false;
  const Argument* subject = p.Find(Slot::kSubject);
  if (IsToldToSomebody(p) || (subject != nullptr && !subject->inherited && subject->word > p.word)) return false;
  int after = p.word + 1;
  while (after < clause.hi && (t.word(after).upos == Upos::kDet || t.rel(after) == Rel::kNmodPoss)) ++after;
  const ActorMention* who = after <= clause.hi ? in_.cast.MentionAt(p.sentence, after) : nullptr;
  if (who != nullptr && who->form == MentionForm::kDemonym) who = nullptr;  // "the Thai foreign ministry"
  if (who == nullptr &&
      IsSomebodyBehind(t, p.word, after)) {  // "“…,” read the statement", ", admits a member of the board"
    clause.speaker = after;
    for (clause.last = after; clause.last < clause.hi && t.word(clause.last + 1).upos != Upos::kPunct; ++clause.last) {
      if (IsFiniteVerb(t.word(clause.last + 1)) || t.word(clause.last + 1).upos == Upos::kSconj) break;
    }
    clause.marked = true;
    return true;
  }
  if (who == nullptr || who->form == MentionForm::kPronoun) return false;
  clause.last = who->last;
  clause.marked = true;
  clause.speaker = who->head;
  if (clause.last + 2 >= clause.hi || !IsComma(t.word(clause.last + 1))) return true;
  const int next = clause.last + 2;
  const ActorMention* name = in_.cast.MentionAt(p.sentence, next);
  int end = next;
  if (name != nullptr && name->form == MentionForm::kName && name->actor == who->actor) {
    end = name->last + 1;
  } else if (Among(LowerAscii(t.word(next).form), {"who", "which", "whose"})) {
    while (end < clause.hi && !IsComma(t.word(end))) ++end;
  }
  if (end > next && end < clause.hi && IsComma(t.word(end))) clause.last = end - 1;
  if (name != nullptr && name->form == MentionForm::kName) clause.speaker = name->head;
  return true;
}

bool BesideReader::Find(const Proposition& p, Clause& clause) const {
  const Tree& t = in_.tree(p.sentence);
  clause.tree = &t;
  const Span heard = content_.QuotationAt(t.word(p.word).span.begin, {});
  clause.lo = t.size();
  for (int w = 0; w < t.size(); ++w) {
    if (!heard.empty() && !heard.contains(t.word(w).span)) continue;
    clause.lo = std::min(clause.lo, w);
    clause.hi = w;
  }
  KeepSentence(t, p.word, clause.lo, clause.hi);
  while (clause.hi > p.word && t.word(clause.hi).upos == Upos::kPunct) --clause.hi;
  clause.first = clause.last = p.word;
  while (clause.first > clause.lo &&
         (t.word(clause.first - 1).upos == Upos::kAux || t.word(clause.first - 1).upos == Upos::kAdv)) {
    --clause.first;
  }
  if (!SubjectBefore(p, clause) && !SubjectBehind(p, clause) && !SayerApart(p, clause)) {
    const Argument* subject = p.Find(Slot::kSubject);
    if (subject == nullptr || subject->inherited || t.head(subject->word) != p.word) return false;
    clause.first = std::min(clause.first, t.first(subject->word));
    clause.last = std::max(clause.last, t.last(subject->word));
    clause.marked = clause.first > clause.lo && IsComma(t.word(clause.first - 1));
    if (subject->word > p.word) clause.speaker = subject->word;
  }
  // "… on Malian television on Thursday", "… afterwards", "… when stopped in the corridor"
  int w = clause.last + 1;
  if (w <= clause.hi && Among(t.word(w).form, {"clear", "plain", "known"})) clause.last = w++;  // "made clear"
  if (clause.marked && w < clause.hi && Among(LowerAscii(t.word(w).form), {"when", "as", "after", "before", "while"})) {
    while (clause.last < clause.hi && t.word(clause.last + 1).upos != Upos::kPunct) ++clause.last;
    return true;
  }
  if (w <= clause.hi && Among(LowerAscii(t.word(w).form), {"to", "that"})) return t.word(w).upos == Upos::kAdp;
  const bool adverbial = w <= clause.hi && (t.word(w).upos == Upos::kAdp || t.word(w).upos == Upos::kAdv ||
                                            t.word(w).upos == Upos::kPropn || t.word(w).upos == Upos::kNoun);
  for (; adverbial && w <= clause.hi && t.word(w).upos != Upos::kPunct; ++w) {
    if (t.word(w).upos == Upos::kVerb || t.word(w).upos == Upos::kAux) return false;
    clause.last = w;
  }
  return clause.last >= clause.hi || t.word(clause.last + 1).upos == Upos::kPunct;
}

// An object of its own that is no hearer, no speaker behind the verb and no day.
bool BesideReader::HasObject(const Proposition& p) {
  const Argument* object = p.Find(Slot::kObject);
  if (object == nullptr || object->inherited) return false;
  if (p.Find(Slot::kSubject) == nullptr) return false;
  return !IsToldToSomebody(p);
}

// "Not so, says Lind.", "Nonsense, retorts the minister": words without a verb before who says them and nothing else.
bool BesideReader::IsFragment(const Tree& t, int from, const Clause& c) {
  const ParsedWord& first = t.word(from);
  if (c.last < c.hi && !Among(t.word(c.last + 1).form, {":", ";", "–", "—"})) return false;
  if (from != 0 && t.word(from - 1).form != ";" && t.word(from - 1).form != ":") return false;
  if (Among(LowerAscii(first.form), {"as", "when", "while", "after", "before"})) return false;
  return first.upos != Upos::kAdp && first.upos != Upos::kVerb && c.last - c.first < kLongestSayer &&
         (c.speaker < 0 || t.first(c.speaker) >= c.first);
}

Span BesideReader::Around(const Proposition& p, bool* amid, bool state) const {
  Clause c;
  if ((p.passive && !state) || NeedsObject(p) || !IsFinite(in_.tree(p.sentence), p.word) || !Find(p, c)) return {};
  const int object = HasObject(p) ? p.Find(Slot::kObject)->word : -1;
  if (object >= 0 && (c.speaker < p.word || object < p.word || object > c.last)) return {};
  const Tree& t = *c.tree;
  const int mark = c.first - 1;
  if (mark <= c.lo || (!IsComma(t.word(mark)) && !ClosesQuotation(t.word(mark)))) return {};
  int from = c.lo;
  for (int w = c.lo; w < mark; ++w) {
    if (Among(t.word(w).form, {";", ":"})) from = w + 1;
  }
  while (from < mark && (t.word(from).upos == Upos::kCconj || t.word(from).upos == Upos::kPunct)) ++from;
  if (from >= mark || HasSayingVerb(t, from, mark - 1)) return {};
  bool whole = c.marked && IsFragment(t, from, c);
  for (int w = from; w < mark; ++w) whole = whole || IsMain(t, w);
  int to = mark - 1;
  if (c.last < c.hi && IsComma(t.word(c.last + 1))) {
    const ParsedWord& next = t.word(c.last + 2);
    const bool goes_on = IsFiniteVerb(next) || LowerAscii(next.form) == "nor" || LowerAscii(next.form) == "that" ||
                         Among(LowerAscii(t.word(from).form), {"if", "were", "should", "when", "unless"});
    int end = c.last + 2;
    while (end < c.hi && !Among(t.word(end + 1).form, {";", ":"})) ++end;
    const bool aside = next.xpos == "VBG" || OpensQuotation(next) || ClosesQuotation(t.word(mark));
    if ((goes_on || !whole) && !aside && !HasSayingVerb(t, c.last + 2, end)) {
      to = end;
      whole = true;
    }
  }
  if (amid != nullptr) *amid = c.marked && to > c.last;
  return whole ? content_.Trim(t.span(from, to)) : Span{};
}

Span BesideReader::Quoted(const Proposition& p) const {
  Clause c;
  if (p.passive || NeedsObject(p) || !IsFinite(in_.tree(p.sentence), p.word) || !Find(p, c)) return {};
  if (c.first <= c.lo || !ClosesQuotation(c.tree->word(c.first - 1))) return {};
  const Span mark = c.tree->word(c.first - 1).span;
  const Span quotation = content_.QuotationAt(mark.begin - 1, c.tree->word(p.word).span);
  if (quotation.empty() || content_.CountWords(quotation) < 3) return {};
  const int s = content_.SentenceAt(quotation.begin);
  if (s < 0 || content_.CountWords({in_.tree(s).sentence().span.begin, quotation.begin}) > 0)
    return {};  // a title in it
  const Span words = content_.Trim(quotation);
  return StartsUpper(words.of(in_.report.text.utf8)) ? words : Span{};
}

Span BesideReader::Amid(const Proposition& p) const {
  bool amid = false;
  const Span content = Around(p, &amid);
  return amid ? content : Span{};
}

// "They refuse: the paper is void, the elder declared": where two clauses stand around a colon, the first word of the
// second, else `lo`.
int BesideReader::AfterOwnColon(const Tree& t, int lo, int verb, Span content) const {
  bool before = false;
  for (int w = lo; w < verb; ++w) {
    if (!content.contains(t.word(w).span)) continue;
    before = before || IsFiniteVerb(t.word(w));
    if (t.word(w).form != ":" || !before || !content_.QuotationAt(t.word(w).span.begin, {}).empty()) continue;
    if (OpensQuotation(t.word(w + 1))) return lo;
    for (int x = w + 1; x < t.size(); ++x) {
      if (x != verb && IsFiniteVerb(t.word(x)) && content.contains(t.word(x).span)) return w + 1;
    }
    return lo;
  }
  return lo;
}

Span BesideReader::Within(const Proposition& p, Span content) const {
  const Tree& t = in_.tree(p.sentence);
  int lo = 0, hi = t.size() - 1;
  const Span heard = content_.QuotationAt(t.word(p.word).span.begin, {});
  while (!heard.empty() && lo < p.word && !heard.contains(t.word(lo).span)) ++lo;
  while (!heard.empty() && hi > p.word && !heard.contains(t.word(hi).span)) --hi;
  KeepSentence(t, p.word, lo, hi);
  if (content.empty() || content_.SentenceAt(content.begin) != p.sentence) return content;
  if (content.begin < t.word(p.word).span.begin) lo = std::max(lo, AfterOwnColon(t, lo, p.word, content));
  const Span all = t.span(lo, hi);
  const Span cut = {std::max(content.begin, all.begin), std::min(content.end, all.end)};
  return cut.begin < cut.end ? content_.Trim(cut) : Span{};
}

// Whether another verb of saying has a voice there.
bool BesideReader::HasSayingVerb(const Tree& t, int first, int last) const {
  for (int w = first; w <= last; ++w) {
    if (!IsFiniteVerb(t.word(w)) || !content_.QuotationAt(t.word(w).span.begin, {}).empty()) continue;
    const std::vector<uint32_t>& lines = in_.cues.Find(PredicatePos::kVerb, LowerAscii(t.word(w).lemma));
    if (!lines.empty() && Among(in_.cues.lines()[lines[0]].kind, {"say", "announce"})) return true;
  }
  return false;
}

int BesideReader::Speaker(const Proposition& p) const {
  Clause c;
  return !p.passive && IsFinite(in_.tree(p.sentence), p.word) && Find(p, c) ? c.speaker : -1;
}

}  // namespace rapporteur
