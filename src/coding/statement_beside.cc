#include "coding/statement_beside.h"

#include <algorithm>

#include "base/among.h"
#include "coding/statement_sayer.h"
#include "coding/statement_speaker.h"
#include "coding/statement_stage.h"

namespace rapporteur {
namespace {

constexpr int kLongestGap = 16;    // words between a verb and its that-clause
constexpr int kLongestSayer = 12;  // words of who says a fragment, with the verb

bool IsFiniteVerb(const ParsedWord& word) {
  return (word.upos == Upos::kVerb || word.upos == Upos::kAux) && HasFeature(word, "VerbForm=Fin");
}

// Verbs whose object hears it.
bool IsToldToSomebody(const Proposition& p) {
  return Among(p.lemma, {"tell", "inform", "assure", "remind", "advise", "notify", "convince"});
}

bool IsDependent(const Tree& t, int w) {
  const Rel rel = BaseRel(t.rel(w));
  return rel == Rel::kAdvcl || rel == Rel::kAcl || t.child(w, {Rel::kMark}) >= 0;
}

// Verbs of the cue table that do not stand beside the very words: they need an object or a preposition.
bool NeedsObject(const Proposition& p) {
  return Among(p.lemma, {"speak",   "talk",   "chat",    "refer", "describe", "offer", "present", "publish",
                         "voice",   "air",    "express", "echo",  "mention",  "call",  "weigh",   "release",
                         "discuss", "unveil", "hold",    "imply", "touch",    "dwell"}) ||
         p.lemma.find(' ') != std::string::npos;
}

// Verbs whose words are a clause and nothing else: "said", "hoped".
bool TakesClauseOnly(const Cue& cue) {
  if (cue.lemma.find(' ') != std::string::npos || Among(cue.lemma, {"continue", "utter", "read", "break", "observe"}))
    return false;
  return std::all_of(cue.content.begin(), cue.content.end(),
                     [](const std::string& place) { return place == "subj" || place == "beside"; }) ||
         cue.lemma == "claim";
}

// A verb that says something by itself, not in a clause of time, cause or description.
bool IsMain(const Tree& t, int w) {
  if (!IsFiniteVerb(t.word(w))) return false;
  if (t.word(w).upos == Upos::kAux || t.rel(w) == Rel::kCop) return t.head(w) < 0 || !IsDependent(t, t.head(w));
  return !IsDependent(t, w);
}

bool IsComma(const ParsedWord& word) { return word.form == ","; }

bool IsDayName(const ParsedWord& word) { return word.upos == Upos::kPropn && word.form.ends_with("day"); }

bool OpensQuotation(const ParsedWord& word) { return Among(word.form, {"\"", "“", "''", "``", "‘", "'", "«", "„"}); }

bool ClosesQuotation(const ParsedWord& word) { return Among(word.form, {"\"", "”", "''", "’", "'", "»"}); }

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
  if (HasOwnSubject(*clause.tree, p)) return false;
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
         t.first(c.speaker) > c.first - 1;
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

Span BesideReader::After(const Proposition& p, const Cue& cue) const {
  const Tree& t = in_.tree(p.sentence);
  Clause c;
  if (!TakesClauseOnly(cue) || p.passive || NeedsObject(p) || IsToldToSomebody(p)) return {};
  c.tree = &t;
  c.hi = t.size() - 1;
  KeepSentence(t, p.word, c.lo, c.hi);
  int from = p.word + 1;
  if (from + 1 >= c.hi) return {};
  const ParsedWord& before = t.word(std::max(p.word - 1, 0));
  if (ClosesQuotation(before)) return {};
  if (IsDayName(t.word(from))) ++from;  // "said Thursday his worry was …"
  const bool that = t.word(from).form == "that" && t.word(from).upos == Upos::kSconj;
  if (that) ++from;
  const ParsedWord& opens = t.word(from);
  if (!IsNominal(opens) && opens.upos != Upos::kDet && opens.upos != Upos::kAdj) return {};
  bool nominal = false;
  int commas = 0;
  for (int w = from; w <= c.hi; ++w) {
    const ParsedWord& word = t.word(w);
    commas += IsComma(word);
    if (Among(word.form, {":", "–", "—"}) || OpensQuotation(word) || word.upos == Upos::kSconj) return {};
    if (Among(word.xpos, {"WP", "WDT", "WRB", "WP$"})) return {};
    if (IsFiniteVerb(word)) {  // with what stands between commas, it has a subject of its own
      const bool subject = nominal && commas % 2 == 0 && t.word(w - 1).upos != Upos::kCconj;
      return subject ? content_.Trim(t.span(from, c.hi)) : Span{};
    }
    nominal = nominal || IsNominal(word);
  }
  return {};
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

Span BesideReader::AfterColon(const Proposition& p) const {
  const Tree& t = in_.tree(p.sentence);
  if (NeedsObject(p)) return {};
  int colon = p.word + 1;
  while (colon < t.size() && t.word(colon).form != ":") {
    if (t.word(colon).upos == Upos::kVerb || t.word(colon).form == ";") return {};
    ++colon;
  }
  const size_t next = static_cast<size_t>(p.sentence) + 1;
  if (colon == t.size() - 1 && next < in_.report.sentences.size() && t.head(p.word) < 0) {  // a paragraph of its own
    const ParsedSentence& told = in_.report.sentences[next];
    if (told.paragraph != t.sentence().paragraph + 1) return {};
    return content_.Trim({told.span.begin, content_.ParagraphEnd(static_cast<int>(next))});
  }
  bool whole = false;
  for (int w = colon + 1; w < t.size(); ++w) {
    // "denied this: none had gone, she told reporters": another verb's words.
    if (whole && IsFiniteVerb(t.word(w)) && HasSayingVerb(t, w, w) && SayerBefore(in_, p.sentence, w, colon + 1).apart)
      return {};
    whole = whole || IsFiniteVerb(t.word(w));
  }
  return whole ? content_.Trim(t.span(colon + 1, t.size() - 1)) : Span{};
}

Span BesideReader::That(const Proposition& p) const {
  const Tree& t = in_.tree(p.sentence);
  const bool hearer = IsToldToSomebody(p) || p.lemma == "warn";
  int that = p.word + 1;
  while (that < t.size() && !(t.word(that).upos == Upos::kSconj && t.word(that).form == "that")) {
    const ParsedWord& word = t.word(that);
    if ((IsVerbal(word) && BaseRel(t.rel(that)) != Rel::kAdvmod) ||
        Among(word.form, {":", ";", "\"", "“", "''", "–", "—"}))
      return {};
    if (word.upos == Upos::kSconj || (word.upos == Upos::kAdj && !hearer) || that - p.word > kLongestGap) return {};
    // An object would have the clause for itself: "welcomed the news that …".
    if (that == p.word + 1 && !hearer && word.upos != Upos::kAdp && word.upos != Upos::kAdv) return {};
    ++that;
  }
  if (that >= t.size() - 1 || t.head(that) < that) return {};
  const ParsedWord& before = t.word(that - 1);
  if (before.upos == Upos::kCconj || before.upos == Upos::kAdp) return {};
  if (before.upos == Upos::kNoun && IsThought(before)) return {};
  int head = t.head(that);
  while (t.head(head) > head) head = t.head(head);  // "that raising it is wrong": hung on the subject
  return content_.Trim(t.span(that, t.last(head)));
}

Span BesideReader::ThatOfNoun(const Proposition& noun) const {
  const Tree& t = in_.tree(noun.sentence);
  const int comma = noun.word + 1;
  if (comma + 4 >= t.size() || !IsComma(t.word(comma)) || t.word(comma + 1).xpos != "VBN") return {};
  for (int w = comma + 2; w + 2 < t.size() && w < comma + kLongestGap; ++w) {
    if (IsFiniteVerb(t.word(w))) return {};
    if (!IsComma(t.word(w))) continue;
    if (t.word(w + 1).form != "that" || t.word(w + 1).upos != Upos::kSconj || t.head(w + 1) < w) return {};
    return content_.Trim(t.span(w + 1, std::max(t.last(t.head(w + 1)), w + 2)));
  }
  return {};
}

// "the idea that …", "over allegations that …": the noun's own clause.
bool BesideReader::IsThought(const ParsedWord& noun) const {
  const std::string lemma = LowerAscii(noun.lemma);
  return Among(lemma,
               {"fact", "idea", "notion", "event", "possibility", "conclusion", "concern", "news", "condition"}) ||
         !in_.cues.Find(PredicatePos::kNoun, lemma).empty();
}

}  // namespace rapporteur
