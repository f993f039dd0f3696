#include "coding/talk_status.h"

#include <algorithm>

#include "base/among.h"
#include "coding/talk_answers.h"

namespace rapporteur {
namespace {

constexpr int kLongPastDays = 45;
constexpr int kFarAheadDays = 240;
constexpr int kMaxDenied = 3;

class StatusOfTalks {
 public:
  explicit StatusOfTalks(const Dealings& dealings) : d_(dealings) {}

  bool Set(const TalkPhrase& phrase, const Event* event, TalkMention& mention) const {
    Talks& talks = mention.talks;
    const StatusReading reading = d_.in().status.Read(phrase.proposition);
    for (const std::string& step : reading.steps) talks.by.steps.push_back("status " + step);
    mention.refused = !mention.visit && ReadTalkAnswers(d_, phrase, reading.status, talks);
    for (const TalkSaying& saying : phrase.sayings) {
      if (Moves(phrase, saying, talks)) return true;
    }
    if (IsDenied(phrase)) return false;
    if (DidNotTakePlace(phrase, talks) || CameToNothing(phrase)) {
      talks.status = TalksStatus::kCancelled;
      LookBack(talks);
      return true;
    }
    ComeRound(phrase, talks);
    EventStatus status = Within(phrase, Own(phrase, event, reading.status));
    if (status == EventStatus::kActual && !talks.proposers.empty() && !IsPast(talks))
      status = EventStatus::kHypothetical;
    if (status == EventStatus::kHypothetical && IsPurpose(phrase)) status = EventStatus::kFuture;
    if (status == EventStatus::kHypothetical && IsSetting(phrase)) status = EventStatus::kActual;
    const bool denied = d_.proposition(phrase.proposition).negated;
    const bool doubted = status == EventStatus::kNegated || (status == EventStatus::kHypothetical && mention.definite);
    if (doubted && !denied && !mention.refused && IsPast(talks)) status = EventStatus::kActual;
    if (status == EventStatus::kNegated) {
      if (!mention.refused) return false;
      const bool left = std::any_of(phrase.sayings.begin(), phrase.sayings.end(), [&](const TalkSaying& saying) {
        return SaysClass(d_, "talks_leave", d_.proposition(saying.proposition));
      });
      talks.status = left ? (IsToCome(talks) ? TalksStatus::kScheduled : TalksStatus::kHeld) : TalksStatus::kProposed;
      return true;
    }
    talks.status = mention.refused && IsOffer(phrase) ? TalksStatus::kProposed : StatusOf(status, talks);
    for (const TalkSaying& saying : phrase.sayings) Runs(saying, talks);
    if (talks.status == TalksStatus::kHeld && IsNow(phrase, talks)) {
      talks.status = IsDue(phrase) ? TalksStatus::kScheduled : TalksStatus::kUnderway;
    }
    if (talks.status == TalksStatus::kUnderway && IsToCome(talks)) talks.status = TalksStatus::kScheduled;
    if (talks.status == TalksStatus::kScheduled && IsPast(talks)) talks.status = TalksStatus::kHeld;
    if (talks.status == TalksStatus::kProposed && IsArranged(phrase, talks)) talks.status = TalksStatus::kScheduled;
    if (talks.status == TalksStatus::kProposed || talks.status == TalksStatus::kScheduled) LookAhead(talks);
    return true;
  }

 private:
  // "The commission meets in Minsk on Thursday": the present with the name of a day means the one to come.
  void ComeRound(const TalkPhrase& phrase, Talks& talks) const {
    const Proposition& p = d_.proposition(phrase.proposition);
    const ParsedWord& verb = d_.tree(p).word(p.word);
    if (phrase.noun || !IsPast(talks) || talks.date->from != talks.date->to) return;
    if (!HasFeature(verb, "Tense=Pres") || !HasFeature(verb, "VerbForm=Fin")) return;
    if (d_.in().published->days() - talks.date->to.days() >= 7) return;
    const bool weekday = std::any_of(d_.in().dates.begin(), d_.in().dates.end(), [&](const DateMention& date) {
      return date.span == talks.date->span && date.relative && date.direction == '?';
    });
    if (!weekday) return;
    const Date day = talks.date->from.plus_days(7);
    talks.date = DateValue{day, day, talks.date->span};
  }

  // "denied that its envoy met the rebels".
  bool IsDenied(const TalkPhrase& phrase) const {
    const Proposition* at = &d_.proposition(phrase.proposition);
    for (int steps = 0; steps < kMaxDenied && at->above >= 0; ++steps) {
      at = &d_.proposition(at->above);
      if (at->kind == PredicateKind::kVerb && d_.InClass("dispute_deny", at->lemma) && !at->negated) return true;
    }
    return false;
  }

  // "A planned meeting collapsed at the last minute."
  bool CameToNothing(const TalkPhrase& phrase) const {
    const Tree& t = d_.tree(d_.proposition(phrase.proposition));
    const bool planned = std::any_of(t.children(phrase.word).begin(), t.children(phrase.word).end(), [&](int c) {
      return c < phrase.word && d_.InClass("talks_planned", LowerAscii(t.word(c).form));
    });
    return planned && std::any_of(phrase.sayings.begin(), phrase.sayings.end(), [&](const TalkSaying& saying) {
             const Proposition& p = d_.proposition(saying.proposition);
             return saying.slot == Slot::kSubject && d_.InClass("talks_fails", p.lemma) &&
                    ToldAsSo(d_.in().status.Read(saying.proposition).status);
           });
  }

  // "The eighth session, set for April 20, did not take place."
  bool DidNotTakePlace(const TalkPhrase& phrase, const Talks& talks) const {
    const Tree& t = d_.tree(d_.proposition(phrase.proposition));
    const int det = t.child(phrase.word, {Rel::kDet});
    const bool one = det >= 0 && Among(LowerAscii(t.word(det).form), {"a", "an", "the", "that"});
    if (!talks.date && talks.series.empty() && !one) return false;
    return std::any_of(phrase.sayings.begin(), phrase.sayings.end(), [&](const TalkSaying& saying) {
      const Proposition& p = d_.proposition(saying.proposition);
      const bool runs = SaysClass(d_, "talks_hold", p) || SaysClass(d_, "talks_begin", p) || p.lemma == "happen";
      return saying.slot != Slot::kOblique && runs && p.negated && (p.past || p.perfect) && p.modal.empty() &&
             (p.lemma == "take" || p.lemma == "happen" || p.passive);
    });
  }

  // "are in talks", "meets today": in the present, and not dated before.
  bool IsNow(const TalkPhrase& phrase, const Talks& talks) const {
    const Proposition& p = d_.proposition(phrase.proposition);
    const Tree& t = d_.tree(p);
    const int cop = phrase.noun ? t.child(p.word, {Rel::kCop}) : -1;
    const int stay = phrase.noun && t.preposition(p.word) == "for" && t.head(p.word) >= 0
                         ? t.child(t.head(p.word), {Rel::kCop})
                         : -1;
    if (stay >= 0 && HasFeature(t.word(stay), "Tense=Pres")) return !IsPast(talks);  // "is in Bern for talks"
    if (cop >= 0 && p.perfect && t.preposition(p.word) == "in") return true;  // "have been in contact since January"
    if (phrase.noun)
      return cop >= 0 && t.preposition(p.word) == "in" && HasFeature(t.word(cop), "Tense=Pres") && !IsPast(talks);
    const bool today = talks.date && d_.in().published && talks.date->from == *d_.in().published;
    return today && HasFeature(t.word(p.word), "Tense=Pres") && HasFeature(t.word(p.word), "VerbForm=Fin");
  }

  // "is due in Bern for talks".
  bool IsDue(const TalkPhrase& phrase) const {
    const Tree& t = d_.tree(d_.proposition(phrase.proposition));
    const int head = t.head(phrase.word);
    return head >= 0 && std::any_of(t.children(head).begin(), t.children(head).end(),
                                    [&](int c) { return LowerAscii(t.word(c).form) == "due"; });
  }

  // "was back in the capital to discuss the next steps".
  bool IsPurpose(const TalkPhrase& phrase) const {
    const Proposition& p = d_.proposition(phrase.proposition);
    if (phrase.noun || !p.infinitive || (p.link != Link::kAdverbial && p.link != Link::kNounClause) || p.above < 0)
      return false;
    return ToldAsSo(d_.in().status.Read(p.above).status);
  }

  // "in a call, he might have asked for it": the call itself took place.
  bool IsSetting(const TalkPhrase& phrase) const {
    return std::any_of(phrase.sayings.begin(), phrase.sayings.end(), [&](const TalkSaying& saying) {
      const Proposition& p = d_.proposition(saying.proposition);
      return saying.slot == Slot::kOblique && p.perfect &&
             Among(saying.prep, {"in", "during", "at", "after", "following"});
    });
  }

  // What an event says of itself goes before; a date that is not set denies no talks.
  EventStatus Own(const TalkPhrase& phrase, const Event* event, EventStatus read) const {
    if (read != EventStatus::kNegated) return read;
    const Tree& t = d_.tree(d_.proposition(phrase.proposition));
    for (int carrier : phrase.carriers) {
      if (d_.InClass("talks_agenda", LowerAscii(t.word(carrier).lemma))) return EventStatus::kHypothetical;
    }
    for (const TalkSaying& saying : phrase.sayings) {  // "no date has been set for the talks"
      const Argument* object = d_.proposition(saying.proposition).Find(Slot::kObject);
      if (saying.slot == Slot::kOblique && object != nullptr &&
          d_.InClass("talks_agenda", LowerAscii(t.word(object->word).lemma)))
        return EventStatus::kHypothetical;
    }
    return event != nullptr && event->status != EventStatus::kNegated ? event->status : read;
  }

  // "rejected the offer of talks": they were only offered.
  bool IsOffer(const TalkPhrase& phrase) const {
    const Tree& t = d_.tree(d_.proposition(phrase.proposition));
    return std::any_of(phrase.carriers.begin(), phrase.carriers.end(),
                       [&](int c) { return d_.InClass("talks_offer", LowerAscii(t.word(c).lemma)); });
  }

  TalksStatus StatusOf(EventStatus status, const Talks& talks) const {
    switch (status) {
      case EventStatus::kOngoing:
        return TalksStatus::kUnderway;
      case EventStatus::kFuture:
        return IsPast(talks) ? TalksStatus::kHeld : TalksStatus::kScheduled;
      case EventStatus::kHypothetical:
        return TalksStatus::kProposed;
      default:
        return IsToCome(talks) ? TalksStatus::kScheduled : TalksStatus::kHeld;
    }
  }

  // Postponed or cancelled, where a saying tells it.
  bool Moves(const TalkPhrase& phrase, const TalkSaying& saying, Talks& talks) const {
    const Proposition& p = d_.proposition(saying.proposition);
    const bool postponed = SaysClass(d_, "talks_postpone", p);
    if (SaysClass(d_, "talks_advance", p) && saying.slot == Slot::kObject) NewDate(p, talks);
    if (!postponed && !SaysClass(d_, "talks_cancel", p)) return false;
    const Tree& t = d_.tree(p);
    if (saying.slot == Slot::kOblique || d_.InClass("talks_part", LowerAscii(t.word(saying.word).lemma))) return false;
    const EventStatus told = d_.in().status.Read(saying.proposition).status;
    if (told == EventStatus::kNegated || told == EventStatus::kHypothetical) return false;
    talks.status = postponed ? TalksStatus::kPostponed : TalksStatus::kCancelled;
    talks.by.steps.push_back("status: \"" + p.lemma + "\"");
    if (postponed) NewDate(p, talks);
    if (ToldAsSo(told)) LookBack(talks);
    return phrase.noun;
  }

  // "put back to 2 April", "postponed until May".
  void NewDate(const Proposition& p, Talks& talks) const {
    const Tree& t = d_.tree(p);
    for (const DateMention& date : d_.in().dates) {
      if (date.sentence != p.sentence || !date.resolved() || !t.dominates(p.word, date.head)) continue;
      if (!Among(t.preposition(date.head), {"until", "till", "to", "for", "into"})) continue;
      if (!date.named.from || !date.named.to) continue;
      talks.date = DateValue{*date.named.from, *date.named.to, date.span};
      return;
    }
  }

  // Under way once they are told to have begun, held once they have ended.
  void Runs(const TalkSaying& saying, Talks& talks) const {
    const Proposition& p = d_.proposition(saying.proposition);
    const EventStatus told = d_.in().status.Read(saying.proposition).status;
    const bool runs =
        saying.slot == Slot::kSubject && (SaysClass(d_, "talks_begin", p) || SaysClass(d_, "talks_cover", p) ||
                                          SaysClass(d_, "talks_gather", p) || SaysClass(d_, "talks_end", p));
    const bool aims = (p.participle && BaseRel(d_.tree(p).rel(p.word)) == Rel::kAcl) || IsAim(p);
    if (runs && !aims && told == EventStatus::kFuture && talks.status == TalksStatus::kHeld && !IsPast(talks))
      talks.status = TalksStatus::kScheduled;
    if (saying.slot == Slot::kOblique || !ToldAsSo(told)) return;
    // "called for the meeting, which was held behind closed doors"
    const bool aside = BaseRel(d_.tree(p).rel(p.word)) == Rel::kAcl && SaysClass(d_, "talks_hold", p);
    if (aside && talks.status == TalksStatus::kProposed) talks.status = TalksStatus::kHeld;
    if (told == EventStatus::kOngoing && SaysClass(d_, "talks_hold", p)) talks.status = TalksStatus::kUnderway;
    if (talks.status == TalksStatus::kScheduled || talks.status == TalksStatus::kProposed) return;
    if (SaysClass(d_, "talks_end", p)) talks.status = TalksStatus::kHeld;
    if (SaysClass(d_, "talks_begin", p) && talks.status == TalksStatus::kHeld && !IsLongPast(talks))
      talks.status = TalksStatus::kUnderway;
  }

  // "talks aimed at ending the war", "that were meant to cover gas": what talks are for says nothing of when.
  bool IsAim(const Proposition& p) const {
    return p.above >= 0 && d_.InClass("talks_aims", d_.proposition(p.above).lemma);
  }

  // "plans visits to Bern for talks", "will decide in consultation with X": the status of what they are said with.
  EventStatus Within(const TalkPhrase& phrase, EventStatus read) const {
    if (!phrase.noun || (read != EventStatus::kActual && read != EventStatus::kOngoing)) return read;
    for (const TalkSaying& saying : phrase.sayings) {
      const EventStatus said = d_.in().status.Read(saying.proposition).status;
      const bool resumes =
          saying.slot == Slot::kObject && SaysClass(d_, "talks_begin", d_.proposition(saying.proposition));
      if (resumes && said == EventStatus::kFuture) return said;
      if (read == EventStatus::kOngoing || saying.slot != Slot::kOblique) continue;
      const bool inside = Among(saying.prep, {"for", "in"});
      if (inside && said == EventStatus::kHypothetical) return said;
      if ((inside || saying.prep == "at") && said == EventStatus::kFuture) return said;
    }
    if (read == EventStatus::kOngoing) return read;
    const Tree& t = d_.tree(d_.proposition(phrase.proposition));
    const int head = t.preposition(phrase.word) == "for" ? t.head(phrase.word) : -1;
    const Proposition* trip = head >= 0 ? d_.in().layer.At(phrase.sentence, head) : nullptr;
    if (trip == nullptr || !d_.InClass("talks_travel", trip->lemma)) return read;
    const EventStatus said = d_.in().status.Read(static_cast<int>(trip - d_.in().layer.all.data())).status;
    return said == EventStatus::kFuture || said == EventStatus::kHypothetical ? said : read;
  }

  // "a round pencilled in for Friday".
  bool IsArranged(const TalkPhrase& phrase, const Talks& talks) const {
    return std::any_of(phrase.sayings.begin(), phrase.sayings.end(), [&](const TalkSaying& saying) {
      const Proposition& p = d_.proposition(saying.proposition);
      const bool aside = BaseRel(d_.tree(p).rel(p.word)) == Rel::kAcl && talks.date;
      return saying.slot != Slot::kOblique && p.passive && (aside || SaysClass(d_, "talks_arranged", p)) &&
             ToldAsSo(d_.in().status.Read(saying.proposition).status);
    });
  }

  // "The talks on Friday …" of a report from Wednesday.
  bool IsToCome(const Talks& talks) const {
    return talks.date && d_.in().published && talks.date->from > *d_.in().published;
  }

  bool IsPast(const Talks& talks) const {
    return talks.date && d_.in().published && talks.date->to < *d_.in().published;
  }

  bool IsLongPast(const Talks& talks) const {
    return IsPast(talks) && d_.in().published->days() - talks.date->to.days() > kLongPastDays;
  }

  // "proposed a summit in May": of a month without a year the one to come.
  void LookAhead(Talks& talks) const {
    if (!talks.date || !IsPast(talks)) return;
    for (const DateMention& date : d_.in().dates) {
      if (date.span != talks.date->span || !date.relative) continue;
      // The tense that proposes is no reason: only "last May" is past.
      if (date.direction == '<' && date.last > date.first) return;
      const Date from = {talks.date->from.year + 1, talks.date->from.month, talks.date->from.day};
      const Date to = from.plus_days(static_cast<int>(talks.date->to.days() - talks.date->from.days()));
      const bool month = talks.date->to.days() - talks.date->from.days() >= 27;
      if (month && from > *d_.in().published) talks.date = DateValue{from, to, date.span};
      return;
    }
  }

  // "a parley planned for February was called off" in March: the day that has been, not the one to come.
  void LookBack(Talks& talks) const {
    if (!IsToCome(talks) || talks.date->from.days() - d_.in().published->days() < kFarAheadDays) return;
    const bool relative = std::any_of(d_.in().dates.begin(), d_.in().dates.end(), [&](const DateMention& date) {
      return date.span == talks.date->span && date.relative;
    });
    if (!relative) return;
    const Date from = {talks.date->from.year - 1, talks.date->from.month, talks.date->from.day};
    if (!IsDay(from)) return;
    const Date to = from.plus_days(static_cast<int>(talks.date->to.days() - talks.date->from.days()));
    talks.date = DateValue{from, to, talks.date->span};
  }

  // No 29 February where there is none.
  static bool IsDay(const Date& date) { return date.plus_days(0) == date; }

  const Dealings& d_;
};

}  // namespace

bool SetTalkStatus(const Dealings& dealings, const TalkPhrase& phrase, const Event* event, TalkMention& mention) {
  return StatusOfTalks(dealings).Set(phrase, event, mention);
}

}  // namespace rapporteur
