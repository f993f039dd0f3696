#include "coding/statement_phrases.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/among.h"
#include "coding/statement_speaker.h"

namespace rapporteur {
namespace {

constexpr int kLongestLabel = 8;    // words before the colon
constexpr int kLongestTurn = 30;    // sentences of one answer
constexpr int kShortestClause = 4;  // words with the comma: "It was, …" says nothing yet

class PhraseFinder {
 public:
  PhraseFinder(const StatementSources& in, const ContentReader& content, FoundStatements& found)
      : in_(in), content_(content), speaker_(in), found_(found) {}

  void Find() {
    for (int s = 0; s < static_cast<int>(in_.trees.size()); ++s) PhraseCues(s);
    for (int s = 0; s < static_cast<int>(in_.trees.size()); ++s) AdverbCues(s);
    for (int s = 0; s < static_cast<int>(in_.trees.size()); ++s) Label(s);
  }

 private:
  // "according to X", "in X's view", "in the words of X", "in a poll", and "For X, it is a crime."
  void PhraseCues(int s) {
    const Tree& t = in_.tree(s);
    for (int w = 0; w < t.size(); ++w) {
      if (!IsNominal(t.word(w))) continue;
      const std::string prep = t.preposition(w);
      const int mark = t.child(w, {Rel::kCase});
      if (prep.empty() || mark < 0 || mark > w) continue;
      Statement st;
      st.cue = t.span(mark, std::max(mark, t.last(mark)));
      if (const Cue* cue = LineOf(prep)) {
        if (prep.find(' ') == std::string::npos && !OpensJudgement(s, w)) continue;
        st.speaker = speaker_.Who(s, w);
        Attribute(std::move(st), s, w, *cue);
      } else if (const Cue* view = LineOf(prep + " _ " + LowerAscii(t.word(w).lemma))) {
        if (t.rel(w) == Rel::kConj) continue;
        const int of = Owner(t, w);
        const bool text = view->kind == "show";
        if (text ? t.first(w) > 0 || HasFeature(t.word(w), "Number=Plur") : of < 0) continue;
        if (!text) st.cue = t.word(w).span;
        st.speaker = speaker_.Who(s, text ? w : of);
        Attribute(std::move(st), s, w, *view);
      }
    }
  }

  const Cue* LineOf(const std::string& lemma) const {
    const std::vector<uint32_t>& lines = in_.cues.Find(PredicatePos::kPhrase, lemma);
    return lines.empty() ? nullptr : &in_.cues.lines()[lines[0]];
  }

  // Whose view it is; -1 nobody's.
  static int Owner(const Tree& t, int w) {
    if (const int owner = t.child(w, {Rel::kNmodPoss}); owner >= 0) return owner;
    for (int c : t.children(w)) {
      if (c > w && BaseRel(t.rel(c)) == Rel::kNmod && t.preposition(c) == "of") return c;
    }
    return -1;
  }

  // "For the union, the offer is an insult.", "To Brekke, it was a sad day.": a known somebody, and what something is.
  bool OpensJudgement(int s, int w) const {
    const Tree& t = in_.tree(s);
    const ActorMention* who = in_.cast.MentionAt(s, w);
    if (who == nullptr || who->head != w || t.first(w) != 0 || t.last(w) + 1 >= t.size()) return false;
    const bool comma = t.word(t.last(w)).form == "," || t.word(t.last(w) + 1).form == ",";
    if (!comma && who->form != MentionForm::kName && who->form != MentionForm::kMetonym) return false;
    const int host = t.head(w);
    if (host < w || t.child(host, {Rel::kNsubj}) < w) return false;
    return t.child(host, {Rel::kCop}) >= 0 || !comma
               ? t.child(host, {Rel::kCop}) >= 0
               : Among(t.word(host).lemma, {"amount", "mean", "spell", "smack", "represent", "mark", "remain", "look",
                                            "seem", "sound", "prove", "matter", "count", "feel"});
  }

  // What a phrase attributes: the clause that it stands in, or the quotation right behind it.
  void Attribute(Statement st, int s, int w, const Cue& cue) {
    const Tree& t = in_.tree(s);
    if (!st.speaker) return;
    int host = t.head(w) < 0 ? w : t.head(w);
    // The whole sentence is the source's, or the clause that somebody else reports.
    const auto reported = [&](int clause) {
      const Rel rel = BaseRel(t.rel(clause));
      return rel == Rel::kParataxis ||
             (rel == Rel::kCcomp &&
              !in_.cues.Find(PredicatePos::kVerb, LowerAscii(t.word(t.head(clause)).lemma)).empty());
    };
    while (t.head(host) >= 0 && !reported(host)) host = t.head(host);
    const int first = FirstOf(t, w), last = LastOf(t, w);
    int from = t.first(host), to = t.last(host);
    for (int m = from; m <= to; ++m) {  // not over a semicolon
      if (t.word(m).form == ";" && m < first) from = m + 1;
      if (t.word(m).form == ";" && m > last) to = m - 1;
    }
    int behind = last + 1;
    if (behind < t.size() && t.word(behind).form == ",") ++behind;
    if (behind < t.size()) st.content = content_.QuotationAt(t.word(behind).span.end, st.cue);
    if (st.content.empty() || st.content.begin > t.word(behind).span.end + 2) {
      st.content = {};
      if (IsAmid(t, from, first, last, to)) {
        st.parts = {content_.Trim(t.span(from, first - 1)), content_.Trim(t.span(last + 1, to))};
        st.content = hull(st.parts.front(), st.parts.back());
      } else if (first > from && (first - from >= to - last || HasVerb(t, from, first - 1)) &&
                 !(last < to && StartsUpper(t.word(first).form))) {
        // What stands before it is meant, unless that is but the clause's opening ("In May, according to …").
        st.content = t.span(from, first - 1);
      } else if (last < to) {
        st.content = t.span(last + 1, to);
      }
    }
    st.content = content_.Trim(st.content);
    if (st.content.empty()) return;
    found_.Keep(std::move(st), cue);
  }

  static int FirstOf(const Tree& t, int w) {
    int first = t.head(w) < 0 ? std::max(t.child(w, {Rel::kCase}), 0) : t.first(w);
    while (first < w && t.word(first).upos == Upos::kPunct) ++first;
    return first;
  }

  // A phrase that the sentence hangs on ends at its comma: "It was, in the words of a diplomat, a farce".
  static int LastOf(const Tree& t, int w) {
    int last = t.last(w);
    while (last > w && t.word(last).upos == Upos::kPunct) --last;
    if (t.head(w) >= 0) return last;
    last = w;
    while (last + 1 < t.size() && t.word(last + 1).upos != Upos::kPunct) ++last;
    return last;
  }

  // "The decree, in the eyes of the court, is void": between commas, in a clause that goes on behind it.
  static bool IsAmid(const Tree& t, int from, int first, int last, int to) {
    if (first <= from || last + 2 > to || t.word(first - 1).form != "," || t.word(last + 1).form != ",") return false;
    const ParsedWord& opens = t.word(from);
    if (opens.upos == Upos::kAdp || opens.upos == Upos::kAdv || opens.upos == Upos::kSconj) return false;
    const ParsedWord& next = t.word(last + 2);
    const bool verb = HasVerb(t, from, first - 1);
    return verb ? first - from <= kShortestClause : HasFeature(next, "VerbForm=Fin") || next.upos == Upos::kAux;
  }

  static bool HasVerb(const Tree& t, int first, int last) {
    for (int w = first; w <= last; ++w) {
      const Rel rel = BaseRel(t.rel(w));
      if (HasFeature(t.word(w), "VerbForm=Fin") && rel != Rel::kAdvcl && rel != Rel::kAcl) return true;
    }
    return false;
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
      found_.Keep(std::move(st), in_.cues.lines()[lines[0]]);
    }
  }

  // "FALLIN: We shall see.", a headline's "Brenn: no retreat", "Poll: majority for talks", "Adeyr's answer: no such
  // letter was sent": a name or the noun of a text and a colon before the words.
  void Label(int s) {
    const Tree& t = in_.tree(s);
    if (t.size() < 5) return;
    int colon = 1;
    while (colon < t.size() && colon < kLongestLabel && t.word(colon).form != ":") ++colon;
    if (colon + 3 > t.size() || t.word(colon).form != ":") return;
    const ActorMention* name = in_.cast.MentionAt(s, 0);
    Statement st;
    st.cue = t.word(colon).span;
    st.content = t.span(colon + 1, t.size() - 1);
    if (name != nullptr && name->first == 0 && name->last + 1 == colon) {
      if (name->actor < 0 || name->form != MentionForm::kName) return;
      if (in_.cast.actors[static_cast<size_t>(name->actor)].type != ActorType::kPerson) return;
      const bool opens = s == 0 || in_.tree(s - 1).sentence().paragraph != t.sentence().paragraph;
      if (opens) st.content.end = content_.ParagraphEnd(s);
      st.speaker = speaker_.Who(s, name->head);
    } else if (colon == 1 && IsTurn(s)) {
      st.speaker = ActorRef{};
      st.speaker->span = t.word(0).span;
      st.content.end = content_.ParagraphEnd(s);
    } else if (const int who = NamedBefore(s, colon); who >= 0) {
      st.speaker = speaker_.Who(s, who);
    } else if (IsText(t, colon)) {
      const int owner = t.child(colon - 1, {Rel::kNmodPoss});
      st.speaker = speaker_.Who(s, owner < 0 ? colon - 1 : owner);
    }
    st.content = content_.Trim(st.content);
    if (st.content.empty() || !st.speaker) return;
    found_.Keep(std::move(st), "label", "a name and a colon before the words");
  }

  // "Q: …", "A: …" at the head of paragraphs, as interviews are printed; one of them alone is no turn.
  bool IsTurn(int s) const {
    const std::string letter = in_.tree(s).word(0).form;
    if (letter != "Q" && letter != "A") return false;
    for (int other = std::max(0, s - kLongestTurn); other < static_cast<int>(in_.trees.size()); ++other) {
      const Tree& t = in_.tree(other);
      if (other > s + kLongestTurn) return false;
      if (t.size() > 2 && t.word(1).form == ":" && t.word(0).form == (letter == "Q" ? "A" : "Q")) return true;
    }
    return false;
  }

  // "Its leader, Anna Lind: “…”", "Lind, speaking to reporters: “…”": who is named before the colon where no finite
  // verb stands there and a quotation follows; -1 for nobody.
  int NamedBefore(int s, int colon) const {
    const Tree& t = in_.tree(s);
    if (!Among(t.word(colon + 1).form, {"\"", "“", "''", "``", "‘", "«"})) return -1;
    int who = -1;
    for (int w = 0; w < colon; ++w) {
      if (HasFeature(t.word(w), "VerbForm=Fin") || t.word(w).upos == Upos::kSconj) return -1;
      const ActorMention* name = in_.cast.MentionAt(s, w);
      if (name == nullptr || name->form != MentionForm::kName || name->actor < 0 || who >= 0) continue;
      if (in_.cast.actors[static_cast<size_t>(name->actor)].type == ActorType::kPerson) who = name->head;
    }
    return who;
  }

  // Whether what stands before the colon is no more than the noun of a text or of an answer.
  bool IsText(const Tree& t, int colon) const {
    for (int w = 0; w < colon; ++w) {
      if (IsVerbal(t.word(w)) || t.word(w).upos == Upos::kPunct || t.word(w).upos == Upos::kAdp) return false;
    }
    for (const uint32_t i : in_.cues.Find(PredicatePos::kNoun, LowerAscii(t.word(colon - 1).lemma))) {
      const std::string& kind = in_.cues.lines()[i].kind;
      if (kind == "show" || (t.child(colon - 1, {Rel::kNmodPoss}) >= 0 && kind != "judge")) return true;
    }
    return false;
  }

  const StatementSources& in_;
  const ContentReader& content_;
  SpeakerReader speaker_;
  FoundStatements& found_;
};

}  // namespace

void FindPhrases(const StatementSources& sources, const ContentReader& content, FoundStatements& found) {
  PhraseFinder(sources, content, found).Find();
}

}  // namespace rapporteur
