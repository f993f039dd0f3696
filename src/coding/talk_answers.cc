#include "coding/talk_answers.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int kMaxClimb = 6;

// "if", "unless" or "provided" opens a clause below the predicate.
bool IsConditional(const Dealings& d, const Proposition& p) {
  const Tree& t = d.tree(p);
  for (int c : t.children(p.word)) {
    if (t.rel(c) != Rel::kAdvcl) continue;
    const int mark = t.child(c, {Rel::kMark});
    if (mark >= 0 && Among(LowerAscii(t.word(mark).form), {"if", "unless", "provided", "until"})) return true;
  }
  return false;
}

// "refused to attend", "is unwilling to meet".
bool IsRefused(const Dealings& d, const Proposition& p) {
  if (p.above < 0 || p.link == Link::kCoordinate) return false;
  return SaysClass(d, "talks_refuse", d.proposition(p.above));
}

class Answers {
 public:
  Answers(const Dealings& dealings, const TalkPhrase& phrase, Talks& talks)
      : d_(dealings), phrase_(phrase), talks_(talks), t_(dealings.tree(dealings.proposition(phrase.proposition))) {}

  bool Read(EventStatus read) {
    for (int carrier : phrase_.carriers) AtCarrier(carrier);
    for (const TalkSaying& saying : phrase_.sayings) AtSaying(saying);
    if (!phrase_.noun) AtVerb();
    if (talks_.proposers.empty() && read == EventStatus::kHypothetical) FindProposers();
    return refused_;
  }

 private:
  // "Kadria's offer of talks".
  void AtCarrier(int carrier) {
    if (!d_.InClass("talks_offer", LowerAscii(t_.word(carrier).lemma))) return;
    for (int c : t_.children(carrier)) {
      const bool owner =
          t_.rel(c) == Rel::kNmodPoss || (BaseRel(t_.rel(c)) == Rel::kNmod && Among(t_.preposition(c), {"by", "from"}));
      if (owner) Propose(d_.in().matcher.Actors(phrase_.sentence, c, true, false));
    }
    offer_ = carrier;
  }

  void Propose(const std::vector<ActorRef>& who) {
    const size_t before = talks_.proposers.size();
    d_.AddOnce(talks_.proposers, who);
    for (size_t i = before; i < talks_.proposers.size(); ++i)
      talks_.evidence.push_back({"proposer", talks_.proposers[i].span});
  }

  void AtSaying(const TalkSaying& saying) {
    const Proposition& p = d_.proposition(saying.proposition);
    if (saying.slot == Slot::kSubject) return;
    // "a second meeting, which X has offered to host"
    const int above = saying.slot == Slot::kObject && p.link == Link::kXcomp ? d_.Above(p) : -1;
    if (above >= 0 && d_.InClass("talks_offers", d_.proposition(above).lemma))
      Propose(d_.Subjects(d_.proposition(above)));
    // "offered its capital for a summit"
    const bool seat = saying.slot == Slot::kOblique && Among(saying.prep, {"for", "as"});
    if (seat && p.lemma == "offer") Propose(d_.Subjects(p));
    std::optional<Answer> answer = AnswerOf(d_, saying.proposition);
    const bool part = d_.InClass("talks_part", LowerAscii(t_.word(saying.word).lemma));
    const bool stops = SaysClass(d_, "talks_cancel", p) || SaysClass(d_, "talks_postpone", p);
    if (part && stops && ToldAsSo(d_.in().status.Read(saying.proposition).status)) answer = Answer::kRefuses;
    if (!answer) return;
    const bool leaves = SaysClass(d_, "talks_leave", p);
    if (saying.slot == Slot::kOblique && leaves && !Among(saying.prep, {"of", "out", "from", "away"})) return;
    const bool comes = leaves || SaysClass(d_, "talks_attend", p) || SaysClass(d_, "talks_refuse", p);
    if (saying.slot == Slot::kOblique && !comes && !Among(saying.prep, {"to", "for"})) return;  // "said in a meeting"
    if (saying.slot == Slot::kOblique && !leaves && !Among(saying.prep, {"in", "to", "for", "out"})) return;
    std::vector<ActorRef> who = d_.Subjects(p);
    if (who.empty() && IsRefused(d_, p)) who = d_.Subjects(d_.proposition(p.above));
    AddAnswer(d_, who, *answer, t_.span(p.word, p.word), talks_);
    if (offer_ >= 0) d_.AddOnce(talks_.participants, who);
    refused_ = refused_ || (*answer == Answer::kRefuses && !who.empty());
  }

  // "refused to meet the envoy", "would not negotiate with the rebels".
  void AtVerb() {
    const Proposition& p = d_.proposition(phrase_.proposition);
    const bool refused = IsRefused(d_, p);
    const bool will_not = p.negated && Among(p.modal, {"will", "would"});
    if (!refused && !will_not) return;
    std::vector<ActorRef> who = d_.Subjects(p);
    if (who.empty() && refused) who = d_.Subjects(d_.proposition(p.above));
    AddAnswer(d_, who, Answer::kRefuses, t_.span(p.word, p.word), talks_);
    refused_ = !who.empty();
  }

  // The subject of the nearest predicate above that asks, offers, or is ready.
  void FindProposers() {
    const Proposition* at = &d_.proposition(phrase_.proposition);
    for (int steps = 0; steps < kMaxClimb; ++steps) {
      const int above = d_.Above(*at);
      if (above < 0) return;
      at = &d_.proposition(above);
      if (!d_.InClass("talks_propose", at->lemma)) continue;
      Propose(d_.Subjects(*at));
      return;
    }
  }

  const Dealings& d_;
  const TalkPhrase& phrase_;
  Talks& talks_;
  const Tree& t_;
  int offer_ = -1;
  bool refused_ = false;
};

}  // namespace

std::optional<Answer> AnswerOf(const Dealings& dealings, int proposition) {
  const Proposition& p = dealings.proposition(proposition);
  if (p.kind != PredicateKind::kVerb) return std::nullopt;
  const EventStatus status = dealings.in().status.Read(proposition).status;
  if (SaysClass(dealings, "talks_leave", p) || SaysClass(dealings, "talks_refuse", p)) {
    return status == EventStatus::kNegated || status == EventStatus::kHypothetical ? std::nullopt
                                                                                   : std::optional(Answer::kRefuses);
  }
  const bool refused = IsRefused(dealings, p);
  const bool tells = Among(p.lemma, {"confirm", "announce", "say"});
  const bool attends = SaysClass(dealings, "talks_attend", p);
  if (!attends && !SaysClass(dealings, "talks_confirm", p)) {
    const bool will_not = p.negated && Among(p.modal, {"will", "would"});
    const bool holds = SaysClass(dealings, "talks_party", p) || SaysClass(dealings, "talks_begin", p);
    return holds && (refused || will_not) ? std::optional(Answer::kRefuses) : std::nullopt;
  }
  if (status == EventStatus::kNegated || refused) return tells ? Answer::kWithholds : Answer::kRefuses;
  if (IsConditional(dealings, p)) return Answer::kConditional;
  if (status == EventStatus::kHypothetical) return std::nullopt;
  if (attends && status != EventStatus::kFuture) return std::nullopt;  // who was there is a participant
  return Answer::kConfirms;
}

bool IsSilent(const Dealings& dealings, int proposition) {
  const Proposition& p = dealings.proposition(proposition);
  const Tree& t = dealings.tree(p);
  auto child = [&](int word, std::string_view form) {
    return std::any_of(t.children(word).begin(), t.children(word).end(),
                       [&](int c) { return LowerAscii(t.word(c).form) == form; });
  };
  // "No reply yet from the palace."
  if (p.kind == PredicateKind::kNoun) return dealings.InClass("talks_reply", p.lemma) && child(p.word, "no");
  if (p.kind != PredicateKind::kVerb) return false;
  if (dealings.InClass("talks_weigh", p.lemma)) {  // "is still thinking"; no "I think", "considers it a threat"
    const Argument* subject = p.Find(Slot::kSubject);
    const bool opinion = p.Find(Slot::kClause) != nullptr || p.Find(Slot::kObject) != nullptr ||
                         (subject != nullptr && HasFeature(t.word(subject->word), "Person=1"));
    return !p.negated && !p.past && p.modal.empty() && !opinion;
  }
  if (dealings.InClass("talks_silent", p.lemma)) return p.negated || child(p.word, "neither") || IsRefused(dealings, p);
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
    if (!dealings.InClass("talks_reply", LowerAscii(t.word(a.word).lemma))) return false;
    return a.slot == Slot::kObject ? child(a.word, "no") : p.lemma == "refrain";
  });
}

void AddAnswer(const Dealings& dealings, const std::vector<ActorRef>& who, Answer answer, Span words, Talks& talks) {
  bool added = false;
  for (const ActorRef& one : who) {
    const bool known = std::any_of(talks.answers.begin(), talks.answers.end(), [&](const TalksAnswer& other) {
      return other.answer == answer && dealings.SameSide(one, other.who);
    });
    if (known) continue;
    talks.answers.push_back({one, answer});
    added = true;
  }
  if (added) talks.evidence.push_back({"answer", words});
}

bool ReadTalkAnswers(const Dealings& dealings, const TalkPhrase& phrase, EventStatus read, Talks& talks) {
  return Answers(dealings, phrase, talks).Read(read);
}

}  // namespace rapporteur
