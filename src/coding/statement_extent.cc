#include "coding/statement_extent.h"

#include <algorithm>

#include "base/among.h"
#include "coding/statement_stage.h"
#include "coding/statement_words.h"

namespace rapporteur {
namespace {

class ExtentMender {
 public:
  ExtentMender(const StatementSources& in, const ContentReader& content, std::vector<Statement>& found)
      : in_(in), content_(content), found_(found) {
    for (const Statement& st : found_) cues_.push_back(st.cue);
    std::sort(cues_.begin(), cues_.end());
  }

  void Mend() {
    for (Statement& st : found_) {
      Stage stage;
      if (st.by.rule == "noun:verdict" || !SetStage(in_, content_, st, stage)) continue;
      const Span before = st.content;
      if (stage.from >= 0) st.content = Words(stage);
      if (stage.own_subject && !stage.phrase && stage.from > stage.first && stage.to < stage.verb) {
        LeaveSubject(stage);
        st.content = Words(stage);
      } else if (stage.to + 1 == stage.first && LeadsClause(stage)) {
        stage.from = stage.last + 1;
        stage.to = stage.hi;
        st.content = Words(stage);
      } else if (stage.to < stage.first) {
        st.content = Around(stage, Before(stage, st));
      } else if (stage.from > stage.last) {
        stage.Place(Around(stage, st.content));
        if (stage.from > stage.last) {
          OpenAfter(stage, st);
          if (!EndWithQuotation(stage, st)) GoOn(stage, st);
          if (st.form != StatementForm::kDirect) Cut(stage, st);
        }
        st.content = Words(stage);
      }
      if (st.content != before) st.form = content_.Form(st.content, st.cue, &st.content);
    }
  }

 private:
  // "parents whose words made a stir say they …": the clause within the subject is not what it says.
  static void LeaveSubject(Stage& stage) {
    int from = stage.verb + 1;
    while (from < stage.hi && stage.word(from).upos == Upos::kPunct) ++from;
    if (stage.last > stage.verb || from >= stage.hi) return;
    stage.from = from;
    stage.to = stage.hi;
  }

  // "state-run television said the blast took place …": the clause behind the verb is meant, not more of its subject.
  static bool LeadsClause(const Stage& stage) {
    const Tree& t = *stage.tree;
    const int next = stage.last + 1;
    if (stage.phrase || stage.last != stage.verb || next + 1 >= stage.hi) return false;
    if (Among(RelName(BaseRel(t.rel(next))), {"punct", "case", "advmod", "mark"}) || t.word(next).upos == Upos::kAdp)
      return false;
    for (int w = next; w <= stage.hi; ++w) {
      if (IsFinite(t, w) && HasSubject(t, w) && t.first(w) >= next) return t.first(w) <= next + 1;
    }
    return false;
  }

  Span Words(const Stage& stage) const { return content_.Trim(stage.tree->span(stage.from, stage.to)); }

  bool HasCue(const Stage& stage, int first, int last) const {
    if (first > last) return false;
    const Span span = stage.tree->span(first, last);
    const auto cue = std::lower_bound(cues_.begin(), cues_.end(), Span{span.begin, 0});
    return cue != cues_.end() && cue->begin < span.end;
  }

  static bool AllPunctuation(const Stage& stage, int first, int last) {
    for (int w = first; w <= last; ++w) {
      if (stage.word(w).upos != Upos::kPunct) return false;
    }
    return true;
  }

  // "… would derail in November, Sabato said": the words before the cue begin where the sentence does.
  Span Before(const Stage& stage, const Statement& st) const {
    const Tree& t = *stage.tree;
    if (!stage.own_subject || stage.phrase || !AllPunctuation(stage, stage.to + 1, stage.first - 1)) return st.content;
    int from = stage.lo;
    while (from < stage.from && (t.word(from).upos == Upos::kCconj || t.word(from).upos == Upos::kPunct)) ++from;
    for (int w = stage.from - 1; w > from; --w) {
      if (Among(t.word(w).form, {";", ":", "-", "–", "—"})) return st.content;
    }
    if (from == stage.from || HasCue(stage, from, stage.from - 1)) return st.content;
    // A quotation that begins a sentence of its own stands alone.
    if (st.form == StatementForm::kDirect && StartsUpper(t.word(stage.from).form)) return st.content;
    return content_.Trim(t.span(from, stage.to));
  }

  // "Many of the closures, he said, have involved …": the clause stands in the middle of the words.
  Span Around(const Stage& stage, Span content) const {
    const Tree& t = *stage.tree;
    const int after = stage.last + 1, before = stage.first - 1;
    if (!stage.own_subject || before <= stage.lo || after >= stage.hi) return content;
    if (t.word(before).form != "," || t.word(after).form != ",") return content;
    int from = stage.lo;
    while (from < before && (t.word(from).upos == Upos::kCconj || t.word(from).upos == Upos::kPunct)) ++from;
    if (from >= before || stage.last >= stage.hi || HasCue(stage, from, before) || HasCue(stage, after, stage.hi))
      return content;
    for (int w = from; w <= stage.hi; ++w) {
      if (Among(t.word(w).form, {";", ":"})) return content;
    }
    if (Quoted(stage, from) || Quoted(stage, before - 1)) return content;
    const ParsedWord& next = t.word(after + 1);
    // "In the post, he said, “…”": the marks tell where the words begin.
    if (content.begin > t.word(after).span.begin && OpensQuotation(next)) return content;
    const bool goes_on = next.upos == Upos::kAux || HasFeature(next, "VerbForm=Fin") ||
                         Among(LowerAscii(next.form), {"because", "if", "unless", "though", "since", "so", "that"});
    bool whole = false;  // what stands before the cue is a clause by itself
    for (int w = from; w < before; ++w) {
      whole = whole || (IsFinite(t, w) && HasSubject(t, w) && t.last(w) < stage.first && !IsAdverbial(t, w));
    }
    return goes_on || !whole ? content_.Trim(t.span(from, stage.hi)) : content;
  }

  bool Quoted(const Stage& stage, int w) const {
    const Span word = stage.word(w).span;
    return !content_.QuotationAt(word.begin, stage.word(stage.verb).span).empty();
  }

  static bool IsAdverbial(const Tree& t, int w) {
    return BaseRel(t.rel(w)) == Rel::kAdvcl || t.child(w, {Rel::kMark}) >= 0;
  }

  // "said so many at the gate was a welcome sight": the subject that the parser hung on the cue.
  static void OpenAfter(Stage& stage, const Statement& st) {
    const Tree& t = *stage.tree;
    int head = -1;
    for (int w = stage.from; w <= stage.to && head < 0; ++w) {
      if (t.word(w).upos != Upos::kPunct && (t.head(w) < stage.from || t.head(w) > stage.to)) head = w;
    }
    if (head < 0 || !IsFinite(t, head) || HasSubject(t, head)) return;
    int from = stage.last + 1;
    if (st.addressee) {
      while (from < stage.from && t.word(from).span.begin < st.addressee->span.end) ++from;
    }
    bool nominal = false;
    for (int w = from; w < stage.from; ++w) nominal = nominal || IsNominal(t.word(w));
    if (nominal) stage.from = from;
  }

  // "said “…,” but had never …": behind the marks the report goes on.
  bool EndWithQuotation(Stage& stage, const Statement& st) const {
    const Tree& t = *stage.tree;
    const Span q = content_.QuotationAt(t.word(stage.from).span.begin, st.cue);
    if (q.empty() || q.begin + 1 < t.word(stage.from).span.begin || q.end >= t.word(stage.to).span.end) return false;
    int end = stage.from;
    while (end < stage.to && t.word(end + 1).span.end <= q.end) ++end;
    int next = end + 1;
    while (next < stage.to && t.word(next).upos == Upos::kPunct) ++next;
    const bool comma = t.word(end).form == "," || next > end + 2;
    const bool other = t.word(next).upos == Upos::kCconj && SameVoice(stage, next + 1);  // "said “…” and said that …"
    if ((!comma && !other) || t.word(next).upos != Upos::kCconj || Quoted(stage, stage.to)) return false;
    stage.to = end;
    return true;
  }

  // "that A, and that B", "to ax it, open it and close it": further members that the parser hung elsewhere.
  void GoOn(Stage& stage, const Statement& st) const {
    const Tree& t = *stage.tree;
    int next = stage.to + 1;
    while (next <= stage.hi && Among(t.word(next).form, {",", "\"", "”", "''", "-", "–", "—", "--"})) ++next;
    if (next >= stage.hi) return;
    if (t.word(next).upos == Upos::kCconj && t.word(next + 1).form == "that") {
      const int head = t.head(next + 1);
      if (head > next) stage.to = std::min(t.last(head), stage.hi);
      return;
    }
    if (HasCue(stage, next, stage.hi)) return;
    if (t.word(next).form == ":") {  // "that it would fail: “…”"
      if (t.word(stage.from).form == "to" && next + 2 < stage.hi && Quoted(stage, next + 2)) {
        stage.from = next + 1;  // "asked me to convey: “…”"
        stage.to = stage.hi;
      } else if (Tells(st)) {
        stage.to = stage.hi;
      }
      return;
    }
    // ", provided that …": under which it is said to be so
    if (Among(LowerAscii(t.word(next).form), {"provided", "unless", "if"}) && next == stage.to + 2) stage.to = stage.hi;
    if (t.word(next).upos == Upos::kCconj && IsTold(stage, next + 1)) stage.to = stage.hi;
    if (next == stage.to + 1) return;
    const bool to = t.word(stage.from).form == "to" && t.word(next).xpos == "VB";
    const bool finite = t.word(next).upos == Upos::kAux && HasFeature(t.word(next), "VerbForm=Fin");
    if (to || finite) stage.to = stage.hi;
  }

  bool Tells(const Statement& st) const {
    if (!st.by.rule.starts_with("cue:")) return false;
    const std::vector<uint32_t>& lines = in_.cues.Find(PredicatePos::kVerb, st.by.rule.substr(4));
    return !lines.empty() && Among(in_.cues.lines()[lines[0]].kind, {"say", "claim", "warn", "write", "announce"});
  }

  // A clause with a subject of its own that stands in the tense of reported speech, or whose words are quoted.
  bool IsTold(const Stage& stage, int from) const {
    const Tree& t = *stage.tree;
    if (!HasSubjectWithin(stage, from)) return false;
    for (int w = from; w <= stage.hi; ++w) {
      if (t.word(w).upos == Upos::kAux && Among(LowerAscii(t.word(w).form), {"would", "could", "had"})) return true;
      if (Quoted(stage, w)) return true;
    }
    return false;
  }

  static bool HasSubjectWithin(const Stage& stage, int from) {
    for (int w = from; w <= stage.hi; ++w) {
      if (BaseRel(stage.tree->rel(w)) == Rel::kNsubj && stage.tree->head(w) > w) return true;
      if (stage.word(w).upos == Upos::kVerb) return false;
    }
    return false;
  }

  // What is the report's again: a cue of its own, a long clause of background.
  void Cut(Stage& stage, const Statement& st) {
    if (LeaveAnswer(stage, st)) return;
    const Tree& t = *stage.tree;
    for (int w = stage.from + 1; w < stage.to; ++w) {
      if (Quoted(stage, w + 1)) continue;
      const ParsedWord& word = t.word(w);
      const ParsedWord& next = t.word(w + 1);
      // Texts without commas: "… were killed adding that …".
      if (next.form == "adding" && w + 2 < stage.to && t.word(w + 2).form == "that" && !IsVerbal(word)) {
        return End(stage, w);
      }
      if (TellsOn(t, w + 1, stage.to) || IsNextSentence(word, next)) return End(stage, w);
      if (Among(LowerAscii(next.form), {"while", "whereas"}) && word.form != "," && HasCue(stage, w + 2, stage.to))
        return End(stage, w);
      if (Among(word.form, {",", "--", "–", "—"})) {
        const std::string lower = LowerAscii(next.form);
        const bool participle = next.xpos == "VBG" && IsCue(next);
        if (IsTime(t, w + 1) || (IsCircumstance(t, w + 1) && stage.to - w > w - stage.from)) return End(stage, w - 1);
        const bool contrast = (lower == "while" && HasCue(stage, w + 2, stage.to)) || IsAside(t, w + 1);
        const bool background = Among(lower, {"who", "which", "whose", "where"}) && stage.to - w > w - stage.from &&
                                RunsTo(t, w + 1, stage.to);
        if (participle || contrast || background || IsReportsOwn(stage, w + 1)) return End(stage, w - 1);
      } else if (word.upos == Upos::kCconj && SameVoice(stage, w + 1)) {
        TakeOver(t.word(CueWord(stage, w + 1)).span, st);
        return End(stage, w - 1);
      }
    }
  }

  // "said three were killed warning that more …": a participle with words of its own, of no noun that holds words.
  bool TellsOn(const Tree& t, int w, int to) const {
    const Rel rel = BaseRel(t.rel(w));
    if (t.word(w).xpos != "VBG" || (rel != Rel::kAdvcl && rel != Rel::kAcl) || w + 2 > to) return false;
    if (t.child(w, {Rel::kMark, Rel::kAux}) >= 0 || t.child(w, {Rel::kCcomp}) < w) return false;
    const std::vector<uint32_t>& lines = in_.cues.Find(PredicatePos::kVerb, LowerAscii(t.word(w).lemma));
    if (lines.empty() || !Among(in_.cues.lines()[lines[0]].kind, {"say", "claim", "warn", "deny", "announce"}))
      return false;
    const ParsedWord& before = t.word(w - 1);
    if (before.upos == Upos::kAdp || before.upos == Upos::kAux) return false;
    // "comments from officers suggesting that": the comments do.
    int noun = t.head(w);
    for (int steps = 0; noun >= 0 && steps < 3 && !IsVerbal(t.word(noun)); ++steps, noun = t.head(noun)) {
      if (!in_.cues.Find(PredicatePos::kNoun, LowerAscii(t.word(noun).lemma)).empty()) return false;
    }
    return in_.cues.Find(PredicatePos::kNoun, LowerAscii(before.lemma)).empty();
  }

  // "… for the U.N. The meeting was …": a stop that the splitter took for the abbreviation's alone.
  static bool IsNextSentence(const ParsedWord& word, const ParsedWord& next) {
    return word.form.ends_with(".") && word.form.size() > 2 && StartsUpper(next.form) && next.upos == Upos::kDet;
  }

  // "that it had no right to expel officials, whom the government accuses of meddling": after a verb and words in the
  // past, a relative clause to the end in the present is the report's own.
  static bool IsReportsOwn(const Stage& stage, int w) {
    const Tree& t = *stage.tree;
    if (!Among(LowerAscii(t.word(w).form), {"who", "whom", "which", "whose", "where"}) || !RunsTo(t, w, stage.to))
      return false;
    return t.word(stage.verb).xpos == "VBD" && FirstTense(t, stage.from, w) == "VBD" &&
           FirstTense(t, w, stage.to) == "VBZ";
  }

  // VBD or VBZ (present) of the first finite verb; empty for none or a modal.
  static std::string_view FirstTense(const Tree& t, int from, int to) {
    for (int w = from; w <= to; ++w) {
      if (!HasFeature(t.word(w), "VerbForm=Fin")) continue;
      const std::string_view tag = t.word(w).xpos;
      return tag == "VBP" ? "VBZ" : tag == "VBD" || tag == "VBZ" ? tag : std::string_view{};
    }
    return {};
  }

  bool IsCue(const ParsedWord& verb) const {
    return !in_.cues.Find(PredicatePos::kVerb, LowerAscii(verb.lemma)).empty();
  }

  // ", a day after …", ", hours before …"
  static bool IsTime(const Tree& t, int w) {
    if (t.word(w).upos == Upos::kAdp) return false;
    for (int unit = w; unit < t.size() && unit < w + 3; ++unit) {
      if (!Among(t.word(unit).lemma, {"day", "hour", "week", "month", "year", "minute"})) continue;
      return unit + 1 < t.size() && Among(LowerAscii(t.word(unit + 1).form), {"after", "before"});
    }
    return false;
  }

  // ", with its division between …"
  static bool IsCircumstance(const Tree& t, int w) {
    if (w + 1 >= t.size() || LowerAscii(t.word(w).form) != "with") return false;
    return t.rel(w + 1) == Rel::kNmodPoss && t.word(w + 1).upos == Upos::kPron;
  }

  // "even as …", "as did …"
  static bool IsAside(const Tree& t, int w) {
    if (w + 1 >= t.size()) return false;
    const std::string lower = LowerAscii(t.word(w).form);
    return (lower == "even" && Among(LowerAscii(t.word(w + 1).form), {"as", "while", "though"})) ||
           (lower == "as" && t.word(w + 1).upos == Upos::kAux);
  }

  // "Lind, asked whether he was ready, replied …": the first cue is but how she came to speak.
  bool LeaveAnswer(Stage& stage, const Statement& st) {
    const Tree& t = *stage.tree;
    if (stage.verb == 0 || t.word(stage.verb - 1).form != ",") return false;
    for (int w = stage.from + 1; w + 1 < stage.to && !Quoted(stage, w); ++w) {
      const ParsedWord& next = t.word(w + 1);
      if (t.word(w).form != "," || !IsCue(next) || HasSubject(t, w + 1) || !HasFeature(next, "VerbForm=Fin")) continue;
      TakeOver(next.span, st);
      End(stage, w - 1);
      return true;
    }
    return false;
  }

  static bool RunsTo(const Tree& t, int relative, int to) {
    int head = t.head(relative);
    for (int w = relative; w <= to; ++w) {
      if (t.word(w).form == ",") return false;  // may well end there
    }
    while (head >= 0 && t.first(head) >= relative && t.last(head) < to) head = t.head(head);
    return head >= 0 && t.last(head) >= to;
  }

  static void End(Stage& stage, int to) {
    while (to > stage.from && stage.word(to).upos == Upos::kPunct) --to;
    stage.to = to;
  }

  // The first word from w on that is no adverb or auxiliary.
  static int CueWord(const Stage& stage, int w) {
    while (w < stage.to && (stage.word(w).upos == Upos::kAdv || stage.word(w).upos == Upos::kAux)) ++w;
    return w;
  }

  static bool IsPastForm(const ParsedWord& word) {
    const std::string form = LowerAscii(word.form);
    return word.xpos == "VB" && form != LowerAscii(word.lemma) && !form.ends_with("s");
  }

  // "said that they had left but warned that …": the second cue has the first one's tense, the clause between not.
  bool SameVoice(const Stage& stage, int w) const {
    const Tree& t = *stage.tree;
    const int cue = CueWord(stage, w);
    if (cue != w && t.word(w).upos == Upos::kAux) return false;
    if (!IsCue(t.word(cue)) || HasSubject(t, cue)) return false;
    const bool past =
        t.word(stage.verb).xpos == "VBD" && cue == w && t.word(cue).xpos == "VBN";  // "had failed but warned"
    const bool swore =
        cue == w && t.word(stage.verb).xpos == "VBD" && IsPastForm(t.word(cue));  // read as an infinitive
    if (!past && !swore && (t.word(cue).xpos != t.word(stage.verb).xpos || !HasFeature(t.word(cue), "VerbForm=Fin")))
      return false;
    int head = t.head(cue);
    if (head < stage.from || head > stage.to) return head == stage.verb;
    return past || swore || t.word(head).xpos != t.word(cue).xpos;
  }

  void TakeOver(Span cue, const Statement& from) {
    for (Statement& st : found_) {
      if (st.cue.overlaps(cue) && st.speaker && from.content.contains(st.speaker->span)) st.speaker = from.speaker;
    }
  }

  const StatementSources& in_;
  const ContentReader& content_;
  std::vector<Statement>& found_;
  std::vector<Span> cues_;  // of all statements, in text order
};

}  // namespace

void MendExtents(const StatementSources& sources, const ContentReader& content, std::vector<Statement>& found) {
  ExtentMender(sources, content, found).Mend();
}

}  // namespace rapporteur
