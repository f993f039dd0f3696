#include "coding/statements.h"

#include <algorithm>

#include "base/among.h"
#include "coding/idiom.h"
#include "coding/statement_content.h"
#include "coding/statement_index.h"

namespace rapporteur {
namespace {

constexpr size_t kLookBack = 24;  // statements: more than any sentence has

class Finder {
 public:
  explicit Finder(const StatementSources& in) : in_(in), content_(in.report) {}

  std::vector<Statement> Find() {
    for (const Proposition& p : in_.layer.all) {
      if (p.kind == PredicateKind::kVerb) {
        VerbCue(p);
      } else if (p.kind == PredicateKind::kNoun) {
        NounCue(p);
      }
    }
    for (int s = 0; s < static_cast<int>(in_.trees.size()); ++s) PhraseCues(s);
    for (int s = 0; s < static_cast<int>(in_.trees.size()); ++s) Label(s);
    LooseQuotations();
    return Finish();
  }

 private:
  const Tree& tree(int s) const { return in_.trees[static_cast<size_t>(s)]; }

  // The cue line of a predicate, the longest lemma first; `words` are those that spell it.
  const Cue* CueOf(const Proposition& p, PredicatePos pos, std::vector<int>& words) const {
    const Tree& t = tree(p.sentence);
    const std::string lemma = LowerAscii(t.word(p.word).lemma);
    for (uint32_t i : in_.cues.FindPhrasal(pos, lemma)) {
      if (FindIdiom(t, p, in_.cues.lines()[i].lemma, words)) return &in_.cues.lines()[i];
    }
    words = {p.word};
    const std::vector<uint32_t>& lines = in_.cues.Find(pos, lemma);
    return lines.empty() ? nullptr : &in_.cues.lines()[lines[0]];
  }

  void VerbCue(const Proposition& p) {
    std::vector<int> words;
    const Cue* cue = CueOf(p, PredicatePos::kVerb, words);
    if (cue == nullptr) return;
    const Tree& t = tree(p.sentence);
    Statement st;
    st.cue = t.span(words.front(), words.front());
    // A loose cue word (express, show, continue) attributes only with a clause or a quotation.
    Span content = ClauseContent(p, *cue);
    const bool clause = !content.empty();
    const Span quotation = content_.QuotationAt(st.cue.begin, {});
    if (!clause && TellsBeside(*cue) && !p.passive) content = HostContent(p);
    // Within a quotation, a cue that hangs on words outside of it is part of what is quoted, no attribution of them.
    if (!clause && !quotation.empty() && content_.QuotationAt(content.begin, {}) != quotation) content = {};
    if (content.empty() && quotation.empty() && BaseRel(t.rel(p.word)) != Rel::kAcl &&
        Among(cue->kind, {"say", "claim", "announce", "warn", "write", "deny", "ask"})) {
      content = content_.QuotationBeside(p.sentence, t.span(t.first(p.word), t.last(p.word)), st.cue);
    }
    if (content.empty()) content = NominalContent(p, *cue);
    if (content.empty()) return;
    Speak(st, p, *cue);
    // "I think …" within one's own quotation says nothing that the quotation does not.
    if (!quotation.empty() && cue->kind == "think" && st.speaker && IsFirstPerson(p.sentence, *st.speaker)) return;
    const Argument* subject = p.Find(Slot::kSubject);
    if (!clause && !st.speaker) return;
    if (Among(cue->kind, {"show"}) && subject == nullptr) return;
    st.content = content;
    Keep(std::move(st), *cue);
  }

  bool IsFirstPerson(int s, const ActorRef& who) const {
    for (const ActorMention& mention : in_.cast.MentionsIn(s)) {
      if (mention.span == who.span) return mention.form == MentionForm::kFirstPerson;
    }
    return false;
  }

  // Whether a verb may stand beside the words that it reports: "…, he said"; not "…, they held".
  static bool TellsBeside(const Cue& cue) {
    return Among(cue.kind, {"say", "announce", "warn", "write", "ask"}) ||
           Among(cue.lemma, {"claim", "insist", "argue", "allege", "assert", "contend"});
  }

  // A clause that says something: with a verb or a subject, and not "asked not to be named".
  bool IsSaying(const Tree& t, int clause) const {
    const ParsedWord& head = t.word(clause);
    const std::string lemma = LowerAscii(head.lemma);
    if (Among(lemma, {"name", "identify", "quote"}) && t.child(clause, {Rel::kAuxPass}) >= 0) return false;
    const std::string first = LowerAscii(t.word(t.first(clause)).form);
    if (Among(first, {"whose", "which", "who"})) return false;
    return IsVerbal(head) || t.child(clause, {Rel::kCop, Rel::kNsubj, Rel::kNsubjPass, Rel::kExpl}) >= 0;
  }

  // that …, to …: the complement clause.
  Span ClauseContent(const Proposition& p, const Cue& cue) const {
    const Tree& t = tree(p.sentence);
    for (const Argument& a : p.arguments) {
      if (a.slot != Slot::kClause || a.word == p.word) continue;
      const Rel rel = t.rel(a.word);
      if (rel == Rel::kCsubj && !p.passive) continue;
      const bool to_clause = rel == Rel::kXcomp;
      if (to_clause && Among(cue.kind, {"say", "show", "write", "hear", "think"})) continue;
      if (to_clause && Among(cue.lemma, {"want", "try", "begin", "continue", "go"})) continue;
      if (!IsSaying(t, a.word)) continue;
      return content_.Trim(Extended(t, ClauseSpan(t, a.word, p.word), p.word));
    }
    // A colon: "told Lavrov: …" is often parsed as parataxis or left as a conjunct.
    for (int c : t.children(p.word)) {
      if (c < p.word || (t.rel(c) != Rel::kParataxis && t.rel(c) != Rel::kDep && t.rel(c) != Rel::kAppos)) continue;
      for (int w = p.word + 1; w < t.first(c); ++w) {
        if (t.word(w).form == ":") return content_.Trim(ClauseSpan(t, c, p.word));
      }
      const Span whole = t.span(t.first(c), t.last(c));
      if (!content_.QuotationAt(whole.begin + (whole.size() > 3 ? 2 : 0), {}).empty() &&
          t.word(c).upos == Upos::kVerb) {
        return content_.Trim(whole);
      }
    }
    return {};
  }

  // What follows a clause without a comma belongs to it, though the parser hung it on the cue: "is up | to the people".
  static Span Extended(const Tree& t, Span clause, int cue) {
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
  static Span ClauseSpan(const Tree& t, int clause, int cue) {
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

  // "…, Ryabkov said": the cue hangs on the clause that it reports.
  Span HostContent(const Proposition& p) const {
    const Tree& t = tree(p.sentence);
    int cue = p.word;
    if (t.rel(cue) != Rel::kParataxis && t.rel(cue) != Rel::kDiscourse) return {};
    const int host = t.head(cue);
    if (host < 0) return {};
    const int from = t.first(host), to = t.last(host);
    const int cue_first = t.first(cue), cue_last = t.last(cue);
    if (cue_first <= from && cue_last >= to) return {};
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

  static bool DependsOnHost(const Tree& t, int host, int cue, int after, int to) {
    for (int w = after + 1; w <= to; ++w) {
      if (t.word(w).upos != Upos::kPunct && t.head(w) == host && w != cue) return true;
    }
    return false;
  }

  // "denied the charge", "announced sanctions", "warned of war": the content is a noun phrase.
  Span NominalContent(const Proposition& p, const Cue& cue) const {
    const Tree& t = tree(p.sentence);
    if (!Among(cue.lemma, {"deny", "announce", "claim", "allege", "promise", "pledge", "vow", "warn", "predict"}) ||
        p.passive)
      return {};
    for (const Argument& a : p.arguments) {
      const bool object = a.slot == Slot::kObject && cue.kind != "warn";
      const bool of = a.slot == Slot::kOblique && cue.kind == "warn" && Among(a.prep, {"of", "about", "against"});
      if (!object && !of) continue;
      if (t.word(a.word).upos == Upos::kPron || a.inherited) continue;
      if (in_.cast.MentionAt(p.sentence, a.word) != nullptr && in_.cast.MentionAt(p.sentence, a.word)->head == a.word)
        continue;
      return content_.Trim(t.span(t.first(a.word), t.last(a.word)));
    }
    return {};
  }

  // "the claim that …", "comments … suggesting that …"
  void NounCue(const Proposition& p) {
    std::vector<int> words;
    const Cue* cue = CueOf(p, PredicatePos::kNoun, words);
    if (cue == nullptr) return;
    const Tree& t = tree(p.sentence);
    for (const Argument& a : p.arguments) {
      if (a.slot != Slot::kClause || a.prep != "that") continue;
      Statement st;
      st.cue = t.span(p.word, p.word);
      st.content = content_.Trim(t.span(t.first(a.word), t.last(a.word)));
      if (auto who = Owner(p)) st.speaker = who;
      Keep(std::move(st), *cue);
      return;
    }
  }

  // Whose words a cue noun means: his claim, comments from Putin, a statement by the army.
  std::optional<ActorRef> Owner(const Proposition& p) const {
    for (const Argument& a : p.arguments) {
      const bool owner = (a.slot == Slot::kPossessor && (tree(p.sentence).rel(a.word) == Rel::kNmodPoss ||
                                                         in_.cast.MentionAt(p.sentence, a.word) != nullptr)) ||
                         (a.slot == Slot::kOblique && Among(a.prep, {"by", "from", "of"})) ||
                         (a.slot == Slot::kSubject && a.inherited);
      if (owner) return Who(p.sentence, a.word);
    }
    return std::nullopt;
  }

  // The actor a noun phrase stands for, else its bare words.
  std::optional<ActorRef> Who(int s, int word) const {
    const Tree& t = tree(s);
    std::vector<ActorRef> found = in_.matcher.Actors(s, word, true, false);
    if (!found.empty()) return found.front();
    if (!IsNominal(t.word(word)) && t.word(word).upos != Upos::kDet && t.word(word).upos != Upos::kAdj)
      return std::nullopt;
    int first = word, last = word;
    for (int c : t.children(word)) {
      const Rel rel = t.rel(c);
      if (c < word && rel != Rel::kCase && rel != Rel::kPunct && rel != Rel::kCc && rel != Rel::kMark)
        first = std::min(first, t.first(c));
      if (c > word && (rel == Rel::kFlat || rel == Rel::kCompound)) last = std::max(last, t.last(c));
    }
    ActorRef ref;
    ref.span = t.span(first, last);
    for (int c : t.children(word)) {  // "the police control room": of those whose it is
      if (c > word || t.rel(c) != Rel::kCompound) continue;
      for (const ActorRef& who : in_.matcher.Actors(s, c, false, false)) ref = {-1, who.code, who.sectors, ref.span};
    }
    return ref;
  }

  void Speak(Statement& st, const Proposition& p, const Cue& cue) const {
    const Tree& t = tree(p.sentence);
    const Argument* subject = p.Find(Slot::kSubject);
    if (subject != nullptr && t.rel(subject->word) != Rel::kExpl) {
      const Proposition* noun = in_.layer.At(p.sentence, subject->word);
      std::vector<int> words;
      // "comments from Putin suggesting that …", "a statement by the army said": whose comments.
      if (noun != nullptr && noun->kind == PredicateKind::kNoun &&
          in_.cast.MentionAt(p.sentence, subject->word) == nullptr &&
          CueOf(*noun, PredicatePos::kNoun, words) != nullptr) {
        st.speaker = Owner(*noun);
      }
      if (!st.speaker) st.speaker = Who(p.sentence, subject->word);
    }
    for (const std::string& place : cue.addressee) {
      for (const Argument& a : p.arguments) {
        const bool fits = (place == "obj" && (a.slot == Slot::kObject || a.slot == Slot::kIndirect)) ||
                          (place == "iobj" && a.slot == Slot::kIndirect) ||
                          (a.slot == Slot::kOblique && a.prep == place);
        if (!fits || st.addressee || !IsNominal(t.word(a.word))) continue;
        const bool known = in_.cast.MentionAt(p.sentence, a.word) != nullptr;
        if (known || place == "obj" || place == "iobj") st.addressee = Who(p.sentence, a.word);
      }
    }
  }

  // "according to X", "in the words of X"
  void PhraseCues(int s) {
    const Tree& t = tree(s);
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
      st.speaker = Who(s, w);
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
    const Tree& t = tree(s);
    if (t.size() < 5) return;
    const ActorMention* name = in_.cast.MentionAt(s, 0);
    if (name == nullptr || name->first != 0 || name->actor < 0 || name->last + 3 >= t.size()) return;
    if (name->form != MentionForm::kName || t.word(name->last + 1).form != ":") return;
    if (in_.cast.actors[static_cast<size_t>(name->actor)].type != ActorType::kPerson) return;
    Statement st;
    st.cue = t.word(name->last + 1).span;
    st.content = content_.Trim(t.span(name->last + 2, t.size() - 1));
    st.speaker = Who(s, name->head);
    if (st.content.empty() || !st.speaker) return;
    st.form = content_.Form(st.content, st.cue, &st.content);
    st.confidence = 0.7;
    st.by.rule = "label";
    st.by.steps = {"a name and a colon before the words"};
    found_.push_back(std::move(st));
  }

  // A quotation that no cue claims belongs to the statement before it, in the same paragraph.
  void LooseQuotations() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Statement& a, const Statement& b) { return a.cue.begin < b.cue.begin; });
    const size_t count = found_.size();
    size_t next = 0;  // the first statement whose cue stands behind the quotation
    for (const Quotation& q : in_.report.quotations) {
      if (q.depth > 0 || content_.CountWords(q.inner) < 5) continue;
      while (next < count && found_[next].cue.end <= q.outer.begin) ++next;
      Statement* before = next > 0 ? &found_[next - 1] : nullptr;
      bool claimed = false;
      for (size_t i = next > kLookBack ? next - kLookBack : 0; i < std::min(count, next + kLookBack); ++i) {
        claimed = claimed || found_[i].content.overlaps(q.inner);
      }
      if (claimed || before == nullptr || !before->speaker || before->form == StatementForm::kIndirect) continue;
      const int from = content_.SentenceAt(before->content.begin), to = content_.SentenceAt(q.inner.begin);
      if (from < 0 || to < 0 || to - from > 2) continue;
      // "“…,” she said. “…”": one statement in parts.
      if (before->parts.empty()) before->parts.push_back(before->content);
      before->parts.push_back(content_.Trim(q.inner));
      before->content = hull(before->content, before->parts.back());
      before->by.steps.push_back("goes on in a quotation without a cue of its own");
    }
  }

  void Keep(Statement st, const Cue& cue) {
    st.form = content_.Form(st.content, st.cue, &st.content);
    st.confidence = st.speaker ? 0.85 : 0.6;
    st.by.rule = "cue:" + cue.lemma;
    st.by.steps.push_back("cue " + cue.file + ":" + std::to_string(cue.line) + " " + cue.lemma + " (" + cue.kind + ")");
    // The same words by the same cue, found in two ways: both come from one sentence.
    for (size_t i = found_.size(); i > 0 && i + kLookBack > found_.size(); --i) {
      if (found_[i - 1].content == st.content && found_[i - 1].cue == st.cue) return;
    }
    found_.push_back(std::move(st));
  }

  std::vector<Statement> Finish() {
    NestStatements(found_);
    for (Statement& st : found_) {
      if (st.parts.empty()) st.evidence.push_back({"content", st.content});
      for (const Span part : st.parts) st.evidence.push_back({"content", part});
      if (!st.cue.empty()) st.evidence.push_back({"cue", st.cue});
      if (st.speaker) st.evidence.push_back({"speaker", st.speaker->span});
      if (st.addressee) st.evidence.push_back({"addressee", st.addressee->span});
    }
    return std::move(found_);
  }

  const StatementSources& in_;
  ContentReader content_;
  std::vector<Statement> found_;
};

}  // namespace

std::vector<Statement> FindStatements(const StatementSources& sources) { return Finder(sources).Find(); }

}  // namespace rapporteur
