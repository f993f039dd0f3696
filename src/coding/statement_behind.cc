// The half of BesideReader that reads what stands behind the verb.
#include <algorithm>

#include "coding/statement_beside.h"
#include "coding/statement_sayer.h"
#include "coding/statement_stage.h"
#include "coding/statement_words.h"

namespace rapporteur {
namespace {

constexpr int kLongestGap = 16;  // words between a verb and its that-clause

// Verbs whose words are a clause and nothing else: "said", "hoped".
bool TakesClauseOnly(const Cue& cue) {
  if (cue.lemma.find(' ') != std::string::npos || Among(cue.lemma, {"continue", "utter", "read", "break", "observe"}))
    return false;
  return std::all_of(cue.content.begin(), cue.content.end(),
                     [](const std::string& place) { return place == "subj" || place == "beside"; }) ||
         cue.lemma == "claim";
}

bool IsDayName(const ParsedWord& word) { return word.upos == Upos::kPropn && word.form.ends_with("day"); }

}  // namespace

Span BesideReader::After(const Proposition& p, const Cue& cue) const {
  const Tree& t = in_.tree(p.sentence);
  int lo = 0, hi = t.size() - 1;
  if (!TakesClauseOnly(cue) || p.passive || NeedsObject(p) || IsToldToSomebody(p)) return {};
  KeepSentence(t, p.word, lo, hi);
  int from = p.word + 1;
  if (from + 1 >= hi) return {};
  const ParsedWord& before = t.word(std::max(p.word - 1, 0));
  if (ClosesQuotation(before)) return {};
  if (IsDayName(t.word(from))) ++from;  // "said Thursday his worry was …"
  const bool that = t.word(from).form == "that" && t.word(from).upos == Upos::kSconj;
  if (that) ++from;
  const ParsedWord& opens = t.word(from);
  if (!IsNominal(opens) && opens.upos != Upos::kDet && opens.upos != Upos::kAdj) return {};
  bool nominal = false;
  int commas = 0;
  for (int w = from; w <= hi; ++w) {
    const ParsedWord& word = t.word(w);
    commas += IsComma(word);
    if (Among(word.form, {":", "–", "—"}) || OpensQuotation(word) || word.upos == Upos::kSconj) return {};
    if (Among(word.xpos, {"WP", "WDT", "WRB", "WP$"})) return {};
    if (IsFiniteVerb(word)) {  // with what stands between commas, it has a subject of its own
      const bool subject = nominal && commas % 2 == 0 && t.word(w - 1).upos != Upos::kCconj;
      return subject ? content_.Trim(t.span(from, hi)) : Span{};
    }
    nominal = nominal || IsNominal(word);
  }
  return {};
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
