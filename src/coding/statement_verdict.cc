#include "coding/statement_verdict.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "coding/statement_speaker.h"
#include "coding/statement_words.h"

namespace rapporteur {
namespace {

constexpr int kReach = 14;  // words between a noun and the verb that joins it to the words

bool Joins(const ParsedWord& word) {
  return Among(word.lemma, {"be", "remain", "come", "run"}) && HasFeature(word, "VerbForm=Fin");
}

class VerdictFinder {
 public:
  VerdictFinder(const StatementSources& in, const ContentReader& content, FoundStatements& found)
      : in_(in), content_(content), speaker_(in), found_(found) {}

  void Find() {
    for (const Quotation& q : in_.report.quotations) {
      if (q.depth > 0 || found_.Covers(q.inner)) continue;
      if (const int s = content_.SentenceAt(q.inner.begin); s >= 0) AfterQuotation(s, q);
    }
    for (int s = 0; s < static_cast<int>(in_.trees.size()); ++s) {
      for (int w = 0; w < in_.tree(s).size(); ++w) {
        if (IsSaying(in_.tree(s).word(w))) AfterNoun(s, w);
      }
    }
  }

 private:
  // "“…” was Lind's verdict", "“…” is how Lind describes it", "“…”: so Lind described it"
  void AfterQuotation(int s, const Quotation& q) {
    const Tree& t = in_.tree(s);
    int next = 0;
    while (next < t.size() && t.word(next).span.begin < q.outer.end) ++next;
    if (next + 2 >= t.size() || next == 0) return;
    if (Among(t.word(next).form, {":", ",", "–", "—", "-"})) {
      if (Among(LowerAscii(t.word(next + 1).form), {"so", "thus", "such"})) ByVerb(s, next + 2, q);
      if (Joins(t.word(next + 1))) ByNoun(s, next + 2, q);
      return;
    }
    if (!Joins(t.word(next))) return;
    if (Among(LowerAscii(t.word(next + 1).form), {"how", "what", "as"})) return ByVerb(s, next + 2, q);
    ByNoun(s, next + 1, q);
  }

  // The first verb from `from` on that has somebody of its own before it.
  void ByVerb(int s, int from, const Quotation& q) {
    const Tree& t = in_.tree(s);
    for (int w = from; w < t.size(); ++w) {
      if (!IsVerbal(t.word(w)) || t.word(w).upos != Upos::kVerb) continue;
      const int subject = FirstNominal(t, from, w);
      if (subject >= 0) Keep(s, w, speaker_.Who(s, subject), content_.Trim(q.inner), "a verb after the quotation");
      return;
    }
  }

  // The nominal before a verb that the others of its phrase hang on.
  static int FirstNominal(const Tree& t, int from, int verb) {
    for (int w = from; w < verb; ++w) {
      if (IsNominal(t.word(w)) && (t.head(w) < from || t.head(w) >= verb || !IsNominal(t.word(t.head(w))))) return w;
    }
    return -1;
  }

  void ByNoun(int s, int from, const Quotation& q) {
    const Tree& t = in_.tree(s);
    for (int w = from; w < t.size() && w < from + kReach; ++w) {
      if (IsVerbal(t.word(w)) || t.word(w).upos == Upos::kPunct) return;
      if (!IsSaying(t.word(w))) continue;
      if (const int owner = Owner(s, w); owner >= 0)
        Keep(s, w, speaker_.Who(s, owner), content_.Trim(q.inner), "a noun after the quotation");
      return;
    }
  }

  // "her answer to the envoys was “…”", "his view is that …", "gave two reasons: …"
  void AfterNoun(int s, int w) {
    const Tree& t = in_.tree(s);
    int joint = w + 1;
    while (joint < t.size() && joint < w + kReach && !Joins(t.word(joint)) && t.word(joint).form != ":") {
      const ParsedWord& word = t.word(joint);
      if (IsFiniteVerb(word) || word.upos == Upos::kPunct || word.upos == Upos::kSconj || word.xpos == "WDT") return;
      ++joint;
    }
    if (joint + 2 >= t.size() || joint == w + kReach) return;
    const bool colon = t.word(joint).form == ":";
    const int owner = Owner(s, w);
    const int who = owner >= 0 ? owner : colon ? Giver(s, w) : -1;
    if (who < 0 || who > joint) return;
    int from = joint + 1;
    while (from + 1 < t.size() &&
           (t.word(from).upos == Upos::kAdv || t.word(from).form == ":" || t.word(from).form == ","))
      ++from;
    const bool that = t.word(from).form == "that" && t.word(from).upos == Upos::kSconj;
    Span content;
    if (OpensQuotation(t.word(from))) {
      content = content_.QuotationAt(t.word(from).span.end, t.word(w).span);
      if (!content.empty() && content.begin > t.word(from).span.end + 1) content = {};
    } else if (that || (colon && HasClause(t, from))) {
      content = t.span(from, t.size() - 1);
    }
    if (content.empty() || found_.Covers(content)) return;
    Keep(s, w, speaker_.Who(s, who), content_.Trim(content), "words that a noun names");
  }

  static bool HasClause(const Tree& t, int from) {
    for (int w = from; w < t.size(); ++w) {
      if (IsFiniteVerb(t.word(w))) return true;
    }
    return false;
  }

  // Whose the noun is: "Lind's reply", "the reply of the union", "the reply from Brekke".
  int Owner(int s, int w) const {
    const Tree& t = in_.tree(s);
    if (const int owner = t.child(w, {Rel::kNmodPoss}); owner >= 0) return owner;
    for (int c : t.children(w)) {
      const bool of = c > w && BaseRel(t.rel(c)) == Rel::kNmod && Among(t.preposition(c), {"of", "from", "by"});
      if (of && in_.cast.MentionAt(s, c) != nullptr) return c;
    }
    return -1;
  }

  // "The mayor had a simpler explanation:": who gives it, a subject that is somebody.
  int Giver(int s, int w) const {
    const Tree& t = in_.tree(s);
    const int verb = t.head(w);
    if (verb < 0 || verb > w || BaseRel(t.rel(w)) != Rel::kObj) return -1;
    if (!Among(t.word(verb).lemma,
               {"have", "give", "offer", "provide", "send", "bring", "make", "issue", "add", "repeat"}))
      return -1;
    const int subject = t.child(verb, {Rel::kNsubj});
    return subject >= 0 && in_.cast.MentionAt(s, subject) != nullptr ? subject : -1;
  }

  bool IsSaying(const ParsedWord& word) const {
    if (word.upos != Upos::kNoun) return false;
    const std::vector<uint32_t>& lines = in_.cues.Find(PredicatePos::kNoun, LowerAscii(word.lemma));
    return !lines.empty() && !Among(in_.cues.lines()[lines[0]].kind, {"want", "judge", "order"});
  }

  void Keep(int s, int cue, std::optional<ActorRef> who, Span content, const char* step) {
    if (!who || content.empty() || content_.CountWords(content) == 0) return;
    Statement st;
    st.cue = in_.tree(s).word(cue).span;
    st.speaker = std::move(who);
    st.content = content;
    const bool quoted = !content_.QuotationAt(st.cue.begin, {}).empty();
    if (content.contains(st.cue) || (quoted && speaker_.IsFirstPerson(s, *st.speaker))) return;
    found_.Keep(std::move(st), "noun:verdict", step);
  }

  const StatementSources& in_;
  const ContentReader& content_;
  SpeakerReader speaker_;
  FoundStatements& found_;
};

}  // namespace

void FindVerdicts(const StatementSources& sources, const ContentReader& content, FoundStatements& found) {
  VerdictFinder(sources, content, found).Find();
}

}  // namespace rapporteur
