#include "coding/statement_cues.h"

#include <algorithm>
#include <utility>

#include "base/among.h"
#include "coding/statement_beside.h"
#include "coding/statement_clause.h"
#include "coding/statement_object.h"
#include "coding/statement_speaker.h"

namespace rapporteur {
namespace {

constexpr size_t kLookBack = 24;  // statements: more than any sentence has

class CueFinder {
 public:
  CueFinder(const StatementSources& in, const ContentReader& content)
      : in_(in),
        content_(content),
        clause_(in, content),
        beside_(in, content),
        object_(in, content),
        speaker_(in) {}

  std::vector<Statement> Find() {
    for (const Proposition& p : in_.layer.all) {
      if (p.kind == PredicateKind::kVerb) {
        if (!VerbCue(p)) AdjectiveCue(p);
      } else if (p.kind == PredicateKind::kNoun) {
        NounCue(p);
      } else {
        AdjectiveCue(p);
      }
    }
    for (int s = 0; s < static_cast<int>(in_.trees.size()); ++s) PhraseCues(s);
    for (int s = 0; s < static_cast<int>(in_.trees.size()); ++s) AdverbCues(s);
    for (int s = 0; s < static_cast<int>(in_.trees.size()); ++s) Label(s);
    DropWithin();
    return std::move(found_);
  }

 private:
  bool VerbCue(const Proposition& p) {
    std::vector<int> words;
    const Cue* cue = CueOf(in_, p, PredicatePos::kVerb, words);
    if (cue == nullptr) return false;
    const Tree& t = in_.tree(p.sentence);
    Statement st;
    st.cue = t.span(p.word, p.word);
    // A loose cue word (express, show, continue) attributes only with a clause or a quotation.
    Span content = p.passive && object_.IsRaising(p, *cue) ? Span{} : clause_.Governed(p, *cue);
    const Span that = Among(cue->kind, {"say", "claim", "announce", "warn", "write"}) ? beside_.That(p) : Span{};
    if (!that.empty() && (content.empty() || that.begin < content.begin)) content = hull(that, content);
    const bool clause = !content.empty();
    const Span quotation = content_.QuotationAt(st.cue.begin, {});
    if (!clause && TellsBeside(*cue) && !p.passive) content = clause_.Host(p);
    if (content.empty() && TellsBeside(*cue)) content = beside_.Around(p);
    // Within a quotation, a cue that hangs on words outside of it is part of what is quoted, no attribution of them.
    if (!clause && !quotation.empty() && content_.QuotationAt(content.begin, {}) != quotation) content = {};
    if (content.empty() && quotation.empty() && BaseRel(t.rel(p.word)) != Rel::kAcl &&
        Among(cue->kind, {"say", "claim", "announce", "warn", "write", "deny", "ask"})) {
      content = clause_.Quoted(p, *cue);
    }
    if (content.empty() && Among(cue->kind, {"say", "claim", "announce", "warn", "write", "deny"})) {
      content = beside_.AfterColon(p);
    }
    speaker_.Speak(st, p, *cue);
    if (content.empty()) {
      return Governs(std::move(st), p, *cue, words);
    }
    if (IsIdle(p, *cue, st)) return true;
    const Argument* subject = p.Find(Slot::kSubject);
    if (!clause && !st.speaker) return false;
    if (Among(cue->kind, {"show"}) && subject == nullptr) return false;
    st.content = content;
    st.asserts = !Among(cue->kind, {"want", "judge"});
    Keep(std::move(st), *cue);
    return true;
  }

  // "criticized the plan", "plans to leave", "is expected to win": what a cue governs that is no clause of its own.
  bool Governs(Statement st, const Proposition& p, const Cue& cue, const std::vector<int>& words) {
    std::vector<Span> pieces = object_.Read(p, cue, words);
    if (pieces.empty() || IsIdle(p, cue, st)) return false;
    if (cue.kind == "show" && p.kind == PredicateKind::kVerb && !IsToldByText(p)) return false;
    if (!st.speaker && (pieces.size() < 2 || p.kind != PredicateKind::kVerb)) return false;
    st.content = hull(pieces.front(), pieces.back());
    if (pieces.size() > 1) st.parts = std::move(pieces);
    st.asserts = Among(cue.kind, {"deny", "announce", "promise"}) ||
                 Among(cue.lemma, {"claim", "allege", "warn", "predict"}) || !st.parts.empty();
    Keep(std::move(st), cue);
    return true;
  }

  // "a poll shows a lead": only what is read shows something to everybody.
  bool IsToldByText(const Proposition& p) const {
    const Argument* subject = p.Find(Slot::kSubject);
    if (subject == nullptr) return false;
    const std::string noun = LowerAscii(in_.tree(p.sentence).word(subject->word).lemma);
    for (const uint32_t i : in_.cues.Find(PredicatePos::kNoun, noun)) {
      if (Among(in_.cues.lines()[i].kind, {"show", "write", "hear"})) return true;
    }
    return false;
  }

  // What attributes nothing: "I ask you …" within one's own quotation says no more than the quotation, "let's say …"
  // and "imagine …" are nobody's words.
  bool IsIdle(const Proposition& p, const Cue& cue, const Statement& st) const {
    const bool quoted = !content_.QuotationAt(st.cue.begin, {}).empty();
    if (quoted && (p.imperative || p.infinitive)) return true;
    if (quoted && !p.past && st.speaker && speaker_.IsFirstPerson(p.sentence, *st.speaker)) return true;
    if (!Among(cue.kind, {"think", "want", "judge", "show"})) return false;
    if (p.imperative || (st.speaker && IsYou(st.speaker->span))) return true;
    return quoted && (!st.speaker || speaker_.IsFirstPerson(p.sentence, *st.speaker));
  }

  bool IsYou(Span who) const { return LowerAscii(who.of(in_.report.text.utf8)) == "you"; }

  // Whether a verb may stand beside the words that it reports: "…, he said"; not "…, they held".
  static bool TellsBeside(const Cue& cue) {
    return Among(cue.kind, {"say", "announce", "warn", "write", "ask"}) ||
           Among(cue.lemma, {"claim", "insist", "argue", "allege", "assert", "contend"});
  }

  // "the claim that …", "comments … suggesting that …", "their plan to leave", "criticism of the deal by the
  // opposition"
  void NounCue(const Proposition& p) {
    std::vector<int> words;
    const Cue* cue = CueOf(in_, p, PredicatePos::kNoun, words);
    if (cue == nullptr) return;
    const Tree& t = in_.tree(p.sentence);
    Statement st;
    st.cue = t.span(p.word, p.word);
    st.speaker = speaker_.Owner(p);
    for (const Argument& a : p.arguments) {
      if (a.slot != Slot::kClause || a.prep != "that") continue;
      st.content = content_.Trim(t.span(t.first(a.word), t.last(a.word)));
      Keep(std::move(st), *cue);
      return;
    }
    Governs(std::move(st), p, *cue, words);
  }

  // "is sure that …", "afraid of war", "were surprised by the vote": what somebody feels or means.
  void AdjectiveCue(const Proposition& p) {
    const Tree& t = in_.tree(p.sentence);
    const std::vector<uint32_t>& lines = in_.cues.Find(PredicatePos::kAdj, LowerAscii(t.word(p.word).form));
    if (lines.empty()) return;
    const Cue& cue = in_.cues.lines()[lines[0]];
    const Argument* who = p.Find(p.passive ? Slot::kObject : Slot::kSubject);
    if (who == nullptr) return;
    Statement st;
    st.cue = t.span(p.word, p.word);
    st.speaker = speaker_.Who(p.sentence, who->word);
    if (!st.speaker || IsIdle(p, cue, st)) return;
    st.content = clause_.Governed(p, cue);
    if (st.content.empty()) {
      Governs(std::move(st), p, cue, {p.word});
      return;
    }
    st.asserts = cue.kind != "want" && cue.kind != "judge";
    Keep(std::move(st), cue);
  }

  // "reportedly": the clause that it stands in is somebody's word, nobody tells whose.
  void AdverbCues(int s) {
    const Tree& t = in_.tree(s);
    for (int w = 0; w < t.size(); ++w) {
      if (t.word(w).upos != Upos::kAdv || t.head(w) < 0) continue;
      const std::vector<uint32_t>& lines = in_.cues.Find(PredicatePos::kAdv, LowerAscii(t.word(w).form));
      if (lines.empty()) continue;
      const int host = t.head(w);
      const int from = t.first(host), to = t.last(host);
      Statement st;
      st.cue = t.word(w).span;
      if (from < w) st.parts.push_back(content_.Trim(t.span(from, w - 1)));
      if (w < to) st.parts.push_back(content_.Trim(t.span(w + 1, to)));
      std::erase_if(st.parts, [](Span part) { return part.empty(); });
      if (st.parts.empty()) continue;
      st.content = hull(st.parts.front(), st.parts.back());
      if (st.parts.size() < 2) st.parts.clear();
      Keep(std::move(st), in_.cues.lines()[lines[0]]);
    }
  }

  // "according to X", "in the words of X"
  void PhraseCues(int s) {
    const Tree& t = in_.tree(s);
    for (int w = 0; w < t.size(); ++w) {
      if (!IsNominal(t.word(w))) continue;
      const std::string prep = t.preposition(w);
      if (prep.find(' ') == std::string::npos) continue;
      const std::vector<uint32_t>& lines = in_.cues.Find(PredicatePos::kPhrase, prep);
      if (lines.empty()) continue;
      int host = t.head(w);
      if (host < 0) continue;
      // The whole sentence is the source's, or the clause that somebody else reports.
      while (t.head(host) >= 0 && BaseRel(t.rel(host)) != Rel::kCcomp && t.rel(host) != Rel::kParataxis)
        host = t.head(host);
      const int first = t.first(w), last = t.last(w);
      Statement st;
      const int mark = t.child(w, {Rel::kCase});
      st.cue = t.span(mark, std::max(mark, t.last(mark)));
      st.speaker = speaker_.Who(s, w);
      const int from = t.first(host), to = t.last(host);
      if (first - from >= to - last) {
        if (first - 1 < from) continue;
        st.content = content_.Trim(t.span(from, first - 1));
      } else {
        st.content = content_.Trim(t.span(last + 1, to));
      }
      if (st.content.empty()) continue;
      Keep(std::move(st), in_.cues.lines()[lines[0]]);
    }
  }

  // "FALLIN: We shall see.", a headline's "Brenn: no retreat": a name and a colon before the words.
  void Label(int s) {
    const Tree& t = in_.tree(s);
    if (t.size() < 5) return;
    const ActorMention* name = in_.cast.MentionAt(s, 0);
    if (name == nullptr || name->first != 0 || name->actor < 0 || name->last + 3 >= t.size()) return;
    if (name->form != MentionForm::kName || t.word(name->last + 1).form != ":") return;
    if (in_.cast.actors[static_cast<size_t>(name->actor)].type != ActorType::kPerson) return;
    Statement st;
    st.cue = t.word(name->last + 1).span;
    st.content = t.span(name->last + 2, t.size() - 1);
    const bool opens = s == 0 || in_.tree(s - 1).sentence().paragraph != t.sentence().paragraph;
    if (opens) st.content.end = content_.ParagraphEnd(s);
    st.content = content_.Trim(st.content);
    st.speaker = speaker_.Who(s, name->head);
    if (st.content.empty() || !st.speaker) return;
    st.form = content_.Form(st.content, st.cue, &st.content);
    st.confidence = 0.7;
    st.by.rule = "label";
    st.by.steps = {"a name and a colon before the words"};
    weak_.push_back(false);
    found_.push_back(std::move(st));
  }

  // What somebody feels, wants or means within another's words is part of those words.
  void DropWithin() {
    std::vector<size_t> order(found_.size());
    uint32_t longest = 0;
    for (size_t i = 0; i < order.size(); ++i) {
      order[i] = i;
      longest = std::max(longest, found_[i].content.size());
    }
    auto begin = [&](size_t i) { return found_[i].content.begin; };
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return begin(a) < begin(b); });
    std::vector<bool> drop(found_.size(), false);
    for (size_t i = 0; i < found_.size(); ++i) {
      if (!weak_[i]) continue;
      const Span cue = found_[i].cue;
      drop[i] = content_.CountWords(content_.QuotationAt(cue.begin, {})) > 3;
      auto after =
          std::upper_bound(order.begin(), order.end(), cue.begin, [&](uint32_t at, size_t k) { return at < begin(k); });
      while (!drop[i] && after != order.begin() && begin(*--after) + longest >= cue.end) {
        drop[i] = *after != i && IsWithin(i, *after);
      }
    }
    std::vector<Statement> kept;
    for (size_t i = 0; i < found_.size(); ++i) {
      if (!drop[i]) kept.push_back(std::move(found_[i]));
    }
    found_ = std::move(kept);
  }

  // Of two weak ones that hold each other's cue neither is within the other.
  bool IsWithin(size_t inner, size_t outer) const {
    const Statement& in = found_[inner];
    const Statement& out = found_[outer];
    if (!out.content.contains(in.cue) || out.cue.overlaps(in.cue)) return false;
    return !weak_[outer] || !in.content.contains(out.cue);
  }

  void Keep(Statement st, const Cue& cue) {
    const Span whole = st.content;
    st.form = content_.Form(whole, st.cue, &st.content);
    if (st.content != whole) st.parts.clear();
    st.confidence = st.speaker ? 0.85 : 0.6;
    st.by.rule = "cue:" + cue.lemma;
    st.by.steps.push_back("cue " + cue.file + ":" + std::to_string(cue.line) + " " + cue.lemma + " (" + cue.kind + ")");
    // The same words by the same cue, found in two ways: both come from one sentence.
    for (size_t i = found_.size(); i > 0 && i + kLookBack > found_.size(); --i) {
      if (found_[i - 1].content == st.content && found_[i - 1].cue == st.cue) return;
    }
    weak_.push_back(!st.asserts || Among(cue.kind, {"think", "want", "judge", "show"}) ||
                    cue.pos == PredicatePos::kAdv);
    found_.push_back(std::move(st));
  }

  const StatementSources& in_;
  const ContentReader& content_;
  StatementClause clause_;
  BesideReader beside_;
  StatementObject object_;
  SpeakerReader speaker_;
  std::vector<Statement> found_;
  std::vector<bool> weak_;  // of found_: thoughts, wishes, judgements
};

}  // namespace

std::vector<Statement> FindCues(const StatementSources& sources, const ContentReader& content) {
  return CueFinder(sources, content).Find();
}

}  // namespace rapporteur
