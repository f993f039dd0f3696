#include "coding/statement_quotes.h"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr int kFewestWords = 2;  // fewer are a term, no sentence

class QuotationJoiner {
 public:
  QuotationJoiner(const StatementSources& in, const ContentReader& content, std::vector<Statement>& found)
      : in_(in), content_(content), found_(found) {}

  void Join() {
    for (const Quotation& q : in_.report.quotations) {
      if (q.depth == 0) outer_.push_back(q);
    }
    SetClaimed();
    size_t next = 0;
    for (size_t i = 0; i < outer_.size(); ++i) {
      while (next < found_.size() && found_[next].cue.begin < outer_[i].outer.begin) Pass(next++);
      if (claimed_[i] || content_.CountWords(outer_[i].inner) < kFewestWords) continue;
      if (next < found_.size() && LeadsTo(outer_[i], found_[next])) {
        Prepend(outer_[i], found_[next]);
        continue;
      }
      if (before_ >= 0 && JoinTo(found_[static_cast<size_t>(before_)], outer_[i])) continue;
      GiveSubject(outer_[i]);
    }
    found_.insert(found_.end(), further_.begin(), further_.end());
  }

 private:
  // Keeps the last statement that the report itself tells, the outer one where one holds the other.
  void Pass(size_t next) {
    const Statement& st = found_[next];
    if (!st.asserts || !content_.QuotationAt(st.cue.begin, {}).empty()) return;
    if (before_ >= 0) {
      const Statement& told = found_[static_cast<size_t>(before_)];
      if (told.content.contains(st.content) && told.content.contains(st.cue)) return;
      // "“…,” said Lind, who has called on them to leave. “…”"
      const bool same = content_.SentenceAt(told.cue.begin) == content_.SentenceAt(st.cue.begin);
      if (same && told.form == StatementForm::kDirect && st.form == StatementForm::kIndirect) return;
    }
    before_ = static_cast<int>(next);
  }

  // The quotations that lie in the content of a statement whose cue stands outside of them.
  void SetClaimed() {
    claimed_.assign(outer_.size(), false);
    for (const Statement& st : found_) {
      auto q = std::lower_bound(outer_.begin(), outer_.end(), st.content.begin,
                                [](const Quotation& each, uint32_t at) { return each.outer.end <= at; });
      for (; q != outer_.end() && q->outer.begin < st.content.end; ++q) {
        if (q->inner.contains(st.cue) || !q->inner.overlaps(st.content)) continue;
        claimed_[static_cast<size_t>(q - outer_.begin())] = true;
      }
    }
  }

  // "“The sooner we go,” he said, “the better.”": the first part of what a cue has found the second part of.
  bool LeadsTo(const Quotation& q, const Statement& st) const {
    const int s = content_.SentenceAt(st.cue.begin);
    if (s < 0 || content_.SentenceAt(q.inner.begin) != s || st.content.begin < st.cue.end) return false;
    if (!st.parts.empty() || st.form != StatementForm::kDirect || content_.VerbBetween(s, st.cue, q.outer))
      return false;
    return q.inner.end > q.inner.begin && in_.report.text.utf8[q.inner.end - 1] == ',';
  }

  void Prepend(const Quotation& q, Statement& st) const {
    st.parts = {content_.Trim(q.inner), st.content};
    st.content = hull(st.parts.front(), st.content);
    st.by.steps.push_back("begins in the quotation before the cue");
  }

  // "He complained that they had lied. “I will not go.”": the speaker's own words, a statement for itself.
  void Continue(const Statement& st, const Quotation& q) {
    Statement further;
    further.speaker = st.speaker;
    further.addressee = st.addressee;
    further.content = content_.Trim(q.inner);
    further.form = StatementForm::kDirect;
    further.confidence = 0.7;
    further.by.rule = "quotation:continued";
    further.by.steps = {"after what the same speaker says by " + st.by.rule};
    further_.push_back(std::move(further));
  }

  bool JoinTo(Statement& st, const Quotation& q) {
    const int at = content_.SentenceAt(q.inner.begin);
    const int from = content_.SentenceAt(std::max(st.content.end, st.cue.end) - 1);
    if (at < 0 || from < 0 || q.outer.begin < st.content.end || !GoesOn(st, from, at, q)) return false;
    if (st.form == StatementForm::kIndirect && at != from && !EndsInColon(from)) {
      Continue(st, q);
      return true;
    }
    if (st.parts.empty()) st.parts.push_back(st.content);
    st.parts.push_back(content_.Trim(q.inner));
    st.content = hull(st.content, st.parts.back());
    if (st.form == StatementForm::kIndirect) st.form = StatementForm::kMixed;
    st.by.steps.push_back("goes on in a quotation without a cue of its own");
    return true;
  }

  // "She has little patience with him. “He writes letters.”": whole sentences after one that tells of somebody alone.
  void GiveSubject(const Quotation& q) {
    const int at = content_.SentenceAt(q.inner.begin), end = content_.SentenceAt(q.inner.end - 1);
    if (at < 1 || end < 0 || !OpensSentence(at, q) || q.outer.end + 1 < Sentence(end).span.end) return;
    if (Sentence(at).paragraph != Sentence(at - 1).paragraph) return;
    const Tree& t = in_.tree(at - 1);
    const int subject = t.root() < 0 ? -1 : t.child(t.root(), {Rel::kNsubj, Rel::kNsubjPass});
    const ActorMention* who = subject < 0 ? nullptr : in_.cast.MentionAt(at - 1, subject);
    if (who == nullptr || who->actor < 0 || who->plural || !content_.QuotationAt(who->span.begin, {}).empty()) return;
    const CastActor& actor = in_.cast.actors[static_cast<size_t>(who->actor)];
    if (actor.type != ActorType::kPerson) return;
    Statement st;
    st.speaker = ActorRef{who->actor, actor.code, actor.sectors, who->span};
    st.content = content_.Trim(q.inner);
    st.form = StatementForm::kDirect;
    st.confidence = 0.6;
    st.by.rule = "quotation:subject";
    st.by.steps = {"after a sentence about one person"};
    further_.push_back(std::move(st));
  }

  bool GoesOn(const Statement& st, int from, int at, const Quotation& q) const {
    if (from == at && st.content.end <= st.cue.begin && AfterComma(at, q)) return true;
    if (!OpensSentence(at, q)) return false;
    if (Sentence(at).paragraph == Sentence(from).paragraph) return at - from <= 1 && !AwaitsAnswer(st);
    return FollowsOn(st, from, at, q);
  }

  // "They asked whether he would go. “No, …”": the quotation is somebody else's.
  bool AwaitsAnswer(const Statement& st) const {
    if (st.form == StatementForm::kDirect || !st.by.rule.starts_with("cue:")) return false;
    const std::vector<uint32_t>& lines = in_.cues.Find(PredicatePos::kVerb, st.by.rule.substr(4));
    return !lines.empty() && in_.cues.lines()[lines[0]].kind == "ask";
  }

  // "“…,” he said on Monday, “but …”"
  bool AfterComma(int s, const Quotation& q) const {
    const ParsedWord* before = nullptr;
    for (const ParsedWord& word : Sentence(s).words) {
      if (word.span.end <= q.outer.begin) before = &word;
    }
    return before != nullptr && before->upos == Upos::kPunct;
  }

  // A paragraph that is one quotation, next after one that ends in the speaker's quoted words.
  bool FollowsOn(const Statement& st, int from, int at, const Quotation& q) const {
    if (Sentence(at).paragraph != Sentence(from).paragraph + 1 || AwaitsAnswer(st) || IsAnothers(q)) return false;
    return at == from + 1 && FillsParagraph(at, q);  // no words of the report between
  }

  // "“Lind told Brekke: ‘…’”": within the marks the report itself tells what somebody said.
  bool IsAnothers(const Quotation& q) const {
    return std::any_of(in_.report.quotations.begin(), in_.report.quotations.end(), [&](const Quotation& inner) {
      return inner.depth > q.depth && q.inner.contains(inner.outer) && inner.outer.size() * 2 > q.outer.size();
    });
  }

  bool EndsInColon(int s) const { return !Sentence(s).words.empty() && Sentence(s).words.back().form == ":"; }

  bool FillsParagraph(int at, const Quotation& q) const { return q.outer.end + 1 >= content_.ParagraphEnd(at); }

  bool OpensSentence(int s, const Quotation& q) const { return q.outer.begin <= Sentence(s).span.begin; }

  const ParsedSentence& Sentence(int s) const { return in_.report.sentences[static_cast<size_t>(s)]; }

  const StatementSources& in_;
  const ContentReader& content_;
  std::vector<Statement>& found_;
  std::vector<Quotation> outer_;  // those within no other
  std::vector<bool> claimed_;     // [outer_]
  std::vector<Statement> further_;
  int before_ = -1;  // the last statement before the quotation that the report itself tells
};

}  // namespace

void JoinQuotations(const StatementSources& sources, const ContentReader& content, std::vector<Statement>& found) {
  QuotationJoiner(sources, content, found).Join();
}

}  // namespace rapporteur
