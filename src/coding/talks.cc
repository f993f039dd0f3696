#include "coding/talks.h"

#include <algorithm>

#include "base/among.h"
#include "coding/talk_answers.h"
#include "coding/talk_mentions.h"
#include "coding/talk_people.h"

namespace rapporteur {
namespace {

constexpr int kLongAgoDays = 400;
constexpr int kRoundDays = 10;
constexpr int kEnoughPoints = 3;
constexpr int kNearSentences = 3;
constexpr int kFarSentences = 8;

bool Overlaps(const std::optional<DateValue>& a, const std::optional<DateValue>& b) {
  return !a || !b || (a->from <= b->to && b->from <= a->to);
}

class Merger {
 public:
  explicit Merger(const Dealings& dealings) : d_(dealings), people_(dealings) {}

  std::vector<Talks> Find() {
    for (TalkMention& mention : FindTalkMentions(d_)) Keep(std::move(mention));
    for (size_t i = 0; i < d_.in().layer.all.size(); ++i) FindAnswer(static_cast<int>(i));
    std::vector<Talks> all;
    for (TalkMention& one : mentions_) {
      if (Worth(one)) all.push_back(std::move(one.talks));
    }
    return all;
  }

 private:
  // "has refused to confirm the date", "agreed to attend", "will send a delegation if …".
  void FindAnswer(int index) {
    const Proposition& p = d_.proposition(index);
    const Tree& t = d_.tree(p);
    const bool about = std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
      return (a.slot == Slot::kObject ||
              (a.slot == Slot::kOblique && Among(a.prep, {"in", "to", "of", "on", "out", "from"}))) &&
             d_.InClass("talks_subject", LowerAscii(t.word(a.word).lemma));
    });
    const bool silent = IsSilent(d_, index);
    const bool within = std::any_of(p.arguments.begin(), p.arguments.end(), [](const Argument& a) {
      return a.slot == Slot::kOblique && Among(a.prep, {"in", "of", "on"});
    });
    const bool said = within && SaysClass(d_, "talks_confirm", p) && !SaysClass(d_, "talks_attend", p) &&
                      !d_.InClass("talks_leave", p.lemma);  // "said in a meeting"
    if (said && p.Find(Slot::kObject) == nullptr) return;
    const std::optional<Answer> answer = silent ? Answer::kWithholds : about ? AnswerOf(d_, index) : std::nullopt;
    TalkMention* talks = answer ? Nearest(p) : nullptr;
    if (talks == nullptr) return;
    // Silence is about what was told just before, and about talks to come.
    const bool to_come =
        talks->talks.status == TalksStatus::kProposed || talks->talks.status == TalksStatus::kScheduled;
    if (silent && (p.sentence - talks->last > 1 + (about ? 1 : 0) || !to_come)) return;
    AddAnswer(d_, d_.Subjects(p), *answer, t.span(p.word, p.word), talks->talks);
  }

  // The talks an answer is about: of its sentence, else the latest before that are not over.
  TalkMention* Nearest(const Proposition& p) {
    TalkMention* best = nullptr;
    for (TalkMention& one : mentions_) {
      if (one.sentence > p.sentence) break;
      if (one.sentence == p.sentence || one.talks.status != TalksStatus::kHeld) best = &one;
    }
    return best;
  }

  // "the two sides": not those of whom it is known who they are, "they" of two armies.
  bool StandsForAny(const ActorRef& who) const {
    if (!people_.IsCollective(who)) return false;
    return who.actor < 0 || d_.in().cast.actors[static_cast<size_t>(who.actor)].code.empty();
  }

  bool SameParticipants(const Talks& a, const Talks& b) const {
    const std::vector<ActorRef>& small =
        a.participants.size() < b.participants.size() ? a.participants : b.participants;
    const std::vector<ActorRef>& large =
        a.participants.size() < b.participants.size() ? b.participants : a.participants;
    return std::all_of(small.begin(), small.end(), [&](const ActorRef& who) {
      return StandsForAny(who) || std::any_of(large.begin(), large.end(),
                                              [&](const ActorRef& other) { return d_.SameParticipant(who, other); });
    });
  }

  // "…, but the meeting was postponed": the talks just told.
  static bool Moves(const TalkMention& before, const TalkMention& now) {
    const TalksStatus status = now.talks.status;
    return now.definite && (status == TalksStatus::kPostponed || status == TalksStatus::kCancelled) &&
           now.sentence - before.last <= 1;
  }

  // Of several that a mention could mean, those just told that it moves go first, then those as open as it is.
  static int Rank(const TalkMention& before, const TalkMention& now) {
    if (Moves(before, now)) return 3;
    if (now.definite && before.talks.by.rule == now.talks.by.rule) return 2;  // "the summit": the one called so
    return IsOpen(before.talks) == IsOpen(now.talks) ? 1 : 0;
  }

  // Talks that opened on Monday and are spoken of as "the talks on Tuesday".
  static bool GoOn(const Talks& a, const Talks& b) {
    const int64_t days = b.date->from.days() - a.date->from.days();
    return a.status == TalksStatus::kUnderway && days > 0 && days <= kRoundDays;
  }

  // "Qatar will mediate": the talks just told.
  static bool OnlyMediates(const Talks& talks) {
    return !talks.mediators.empty() && talks.mediators.size() == talks.participants.size() && !talks.venue &&
           !talks.date && talks.name.empty() && talks.series.empty();
  }

  // "the talks" many sentences later are other ones, unless sides, day or place tie them to those.
  bool IsFar(const TalkMention& before, const TalkMention& now) const {
    const Talks &a = before.talks, &b = now.talks;
    const bool tied = (a.date && b.date) || (a.venue && b.venue) || (!b.name.empty() && Recalls(a, b.name)) ||
                      (!a.participants.empty() && !b.participants.empty());
    return now.sentence - before.last > kFarSentences && !tied && !(now.definite && a.by.rule == b.by.rule);
  }

  bool Same(const TalkMention& before, const TalkMention& now) const {
    const Talks &a = before.talks, &b = now.talks;
    if (IsFar(before, now)) return false;
    if (OnlyMediates(a) && !a.participants.empty() && before.talks.by.rule.ends_with(" verb") && b.mediators.empty() &&
        !now.definite)
      return false;  // "was known for mediating in disputes"
    if (Moves(before, now)) return b.name.empty() || a.name == b.name;
    if (!Overlaps(a.date, b.date) && !(now.definite && GoOn(a, b))) return false;
    // What is over is not what goes on, unless they have a day in common: the dinner, and the negotiations since.
    const bool runs_on = (a.status == TalksStatus::kHeld && b.status == TalksStatus::kUnderway) ||
                         (a.status == TalksStatus::kUnderway && b.status == TalksStatus::kHeld);
    if (runs_on && !now.definite && !(a.date && b.date) && !SameParticipants(a, b)) return false;
    const bool named = std::any_of(b.participants.begin(), b.participants.end(),
                                   [&](const ActorRef& who) { return !people_.IsCollective(who); });
    if (runs_on && (before.weak || now.weak) && !named && !(a.date && b.date)) return false;
    if (OnlyMediates(b)) return now.sentence - before.last <= 2;
    if (!b.name.empty() && a.name != b.name && b.participants.empty()) return false;
    if (!b.series.empty() && a.series.empty() && !(a.date && b.date)) return false;
    if (a.venue && b.venue && a.venue->name != b.venue->name) return false;
    if (now.fresh && !IsTheSame(a, b)) return false;
    if (!before.size.empty() && !now.size.empty() && before.size != now.size) return false;
    if (!b.name.empty() && a.name != b.name && !IsTheSame(a, b) && !Recalls(a, b.name)) return false;
    const bool next = a.series.substr(0, 4) == "next" || b.series.substr(0, 4) == "next";
    if (!a.series.empty() && !b.series.empty() && a.series != b.series && !(next && IsOpen(a) == IsOpen(b)))
      return false;
    const bool over = !IsOpen(a), over_now = !IsOpen(b);
    // One day and place: the same talks, whoever is named of them.
    const bool one_day = a.date && b.date && a.date->from == b.date->from && a.date->from == a.date->to;
    if (one_day && a.venue && b.venue && over == over_now && b.status != TalksStatus::kHeld) return true;
    // A title or a bare word with the place, and who meets there.
    const bool one_place = a.venue && b.venue && (a.participants.empty() || b.participants.empty()) && over == over_now;
    if (one_place && !now.fresh && now.sentence - before.last <= kNearSentences) return true;
    // "Both sides discussed the border": those who have just met.
    const bool unnamed = std::all_of(b.participants.begin(), b.participants.end(),
                                     [&](const ActorRef& who) { return StandsForAny(who); });
    if (!b.participants.empty() && unnamed && !b.date && !b.venue && over && over_now && a.participants.size() > 1)
      return now.sentence - before.last <= 1;
    const bool sides = a.participants.size() > 1 && b.participants.size() > 1;
    if (sides || (!a.participants.empty() && !b.participants.empty() && !now.definite)) {
      return SameParticipants(a, b) && (over == over_now || a.date);
    }
    // The same round on the same day.
    if (a.date && b.date && (a.venue || !a.series.empty()) && (b.venue || !b.series.empty()) && over == over_now)
      return true;
    return now.definite && (b.participants.empty() || SameParticipants(a, b)) && !(over && !over_now);
  }

  // The same day and place, or the same sides.
  bool IsTheSame(const Talks& a, const Talks& b) const {
    if (a.date && b.date && a.venue && b.venue) return true;
    if (a.status == TalksStatus::kProposed && b.status == a.status && !b.participants.empty() &&
        !a.participants.empty())
      return SameParticipants(a, b);
    return a.participants.size() > 1 && b.participants.size() > 1 && SameParticipants(a, b);
  }

  // "the Geneva talks": of those in Geneva.
  static bool Recalls(const Talks& a, const std::string& name) {
    return (a.venue && name.find(a.venue->name) != std::string::npos) ||
           (!a.name.empty() && name.find(a.name.substr(0, a.name.find(' '))) != std::string::npos);
  }

  static bool IsOpen(const Talks& talks) {
    return talks.status != TalksStatus::kHeld && talks.status != TalksStatus::kUnderway;
  }

  void Keep(TalkMention mention) {
    TalkMention* same = nullptr;
    int best = 0;
    for (TalkMention& one : mentions_) {
      if (!Same(one, mention)) continue;
      const int rank = Rank(one, mention);
      if (same == nullptr || rank > best || (rank == best && one.last >= same->last)) {
        same = &one;
        best = rank;
      }
    }
    if (same == nullptr) {
      mentions_.push_back(std::move(mention));
      return;
    }
    // "after the talks": a bare word for what was told before says nothing new of its status.
    if (mention.definite && mention.bare && mention.talks.status != TalksStatus::kPostponed &&
        mention.talks.status != TalksStatus::kCancelled) {
      mention.talks.status = same->talks.status;
    }
    Merge(same->talks, mention.talks);
    same->told = same->told || mention.told;
    same->last = mention.sentence;
  }

  // Who is named before stands; "the two sides" go when somebody is named.
  void MergeSides(std::vector<ActorRef>& into, const std::vector<ActorRef>& from) const {
    for (const ActorRef& who : from) {
      const bool known = std::any_of(into.begin(), into.end(), [&](const ActorRef& other) {
        return d_.SameParticipant(who, other) && (SpeaksForOther(other, who) || who.actor == other.actor);
      });
      if (known || (people_.IsCollective(who) && into.size() > 1)) continue;
      d_.AddOnce(into, {who});
    }
    const auto named =
        std::count_if(into.begin(), into.end(), [&](const ActorRef& who) { return !people_.IsCollective(who); });
    if (named > 1) std::erase_if(into, [&](const ActorRef& who) { return people_.IsCollective(who); });
  }

  // A person or office of a state says more than the state.
  bool SpeaksForOther(const ActorRef& one, const ActorRef& state) const {
    if (state.actor < 0 || one.actor < 0) return false;
    return d_.in().cast.actors[static_cast<size_t>(state.actor)].type == ActorType::kState;
  }

  void Merge(Talks& into, const Talks& from) {
    MergeSides(into.participants, from.participants);
    d_.AddOnce(into.mediators, from.mediators);
    for (const TalksAnswer& answer : from.answers) {
      const bool known = std::any_of(into.answers.begin(), into.answers.end(), [&](const TalksAnswer& other) {
        return other.answer == answer.answer && d_.SameSide(other.who, answer.who);
      });
      if (!known) into.answers.push_back(answer);
    }
    d_.AddOnce(into.proposers, from.proposers);
    for (const Span topic : from.topics) {
      const bool known = std::any_of(into.topics.begin(), into.topics.end(), [&](Span s) { return s.overlaps(topic); });
      if (!known) into.topics.push_back(topic);
    }
    if (!into.venue) into.venue = from.venue;
    if (!into.date || (from.date && from.status == TalksStatus::kPostponed)) into.date = from.date;
    if (into.name.empty()) into.name = from.name;
    if (into.series.empty()) into.series = from.series;
    if (Later(from.status, into.status)) into.status = from.status;
    into.evidence.insert(into.evidence.end(), from.evidence.begin(), from.evidence.end());
    into.confidence = std::min(0.95, into.confidence + 0.05);
  }

  // What is told of the same talks that outweighs: a date set over a wish, a postponement over both.
  static bool Later(TalksStatus now, TalksStatus before) {
    auto rank = [](TalksStatus s) {
      switch (s) {
        case TalksStatus::kProposed:
          return 0;
        case TalksStatus::kScheduled:
          return 1;
        case TalksStatus::kHeld:
          return 2;
        case TalksStatus::kUnderway:
          return 3;
        default:
          return 4;
      }
    };
    return rank(now) > rank(before);
  }

  // Talks of nobody, at no time and place, under no name are only a word; a name that only says where is no more. What
  // is told to a paper is a statement.
  bool Worth(const TalkMention& one) const {
    const Talks& t = one.talks;
    const bool press = std::any_of(t.participants.begin(), t.participants.end(), [](const ActorRef& who) {
      return std::any_of(who.sectors.begin(), who.sectors.end(),
                         [](const std::string& sector) { return sector == "JRN"; });
    });
    if (press) return false;
    if (!IsPolitical(t) || IsAcquaintance(one) || IsSitting(t)) return false;
    const auto known = std::count_if(t.participants.begin(), t.participants.end(),
                                     [&](const ActorRef& who) { return who.actor >= 0 || !IsPronoun(who); });
    const bool verb = t.by.rule.ends_with(" verb");
    if (verb && OnlyMediates(t) && t.status == TalksStatus::kHeld) return false;   // "mediated in several disputes"
    if (known == 0 && !t.participants.empty()) return t.venue.has_value();         // "I talk to her every day"
    if (verb && known < 2 && t.mediators.empty() && !AreSeveral(t)) return false;  // "able to negotiate immunity"
    if (verb && !AreOfficial(t)) return false;
    if (IsOnlyWord(one) || (one.alone && t.participants.size() < 2 && t.mediators.empty())) return false;
    const int sides = people_.Sides(t.participants);
    const bool moved = t.status == TalksStatus::kPostponed || t.status == TalksStatus::kCancelled;
    if (one.weak) return Points(one) >= kEnoughPoints && (t.participants.empty() || HasNamed(t));
    if (one.refused && t.status == TalksStatus::kProposed) return sides > 1 || t.date || t.venue;
    const bool runs = t.status == TalksStatus::kUnderway || t.status == TalksStatus::kScheduled;
    const bool nothing = t.participants.empty() && t.topics.empty() && !t.date && !t.venue && !one.definite;
    return sides > 0 || (moved && !nothing) || runs || !t.topics.empty() || t.date || t.venue || !t.proposers.empty() ||
           !t.answers.empty() || one.signs > (t.status == TalksStatus::kProposed ? 0 : 1);
  }

  // "the future of peace talks": neither who, when nor where, and nothing said of them but that there are such.
  bool IsOnlyWord(const TalkMention& one) const {
    const Talks& t = one.talks;
    return one.bare && t.status == TalksStatus::kHeld && t.participants.empty() && !t.date && !t.venue &&
           t.series.empty() && t.answers.empty() && t.proposers.empty() && !one.told;
  }

  // "spoke with Jane Roe as a suspect", "I first spoke to them": of a verb one side at least acts for a state, a party
  // or an armed group, and nobody who speaks of himself is one.
  bool AreOfficial(const Talks& t) const {
    if (t.participants.empty()) return true;
    const bool self = std::any_of(t.participants.begin(), t.participants.end(), [&](const ActorRef& who) {
      return d_.InClass("talks_self", LowerAscii(who.span.of(d_.in().report.text.utf8)));
    });
    const bool official = std::any_of(t.participants.begin(), t.participants.end(), [&](const ActorRef& who) {
      if (IsPronoun(who) && who.actor < 0) return false;
      const bool life = std::all_of(who.sectors.begin(), who.sectors.end(), [&](const std::string& sector) {
        return d_.InClass("talks_private", LowerAscii(sector));
      });
      const bool body = who.actor >= 0 && !who.code.empty() &&
                        d_.in().cast.actors[static_cast<size_t>(who.actor)].type == ActorType::kOrganization;
      return (people_.IsPublic(who) || body) && (who.sectors.empty() || !life);
    });
    const auto unknown = [&](const ActorRef& who) {  // by name alone: nothing says that they are private
      return who.actor >= 0 && who.sectors.empty() && !IsPronoun(who) &&
             d_.in().cast.actors[static_cast<size_t>(who.actor)].type != ActorType::kGroup;
    };
    const bool names = t.participants.size() > 1 && std::all_of(t.participants.begin(), t.participants.end(), unknown);
    return (official || names) && !(self && !t.date && !t.venue && t.topics.empty());
  }

  // What is told of a noun that mostly means something else; two sides, or a time and a place, are enough.
  int Points(const TalkMention& one) const {
    const Talks& t = one.talks;
    const int sides = people_.Sides(t.participants);
    const bool moved = t.status == TalksStatus::kPostponed || t.status == TalksStatus::kCancelled;
    int points = one.signs + (sides > 1 ? 3 : sides) + (t.date && t.venue ? 3 : t.date || t.venue ? 1 : 0);
    points += (t.series.empty() ? 0 : 2) + (moved ? 2 : 0) + (t.topics.empty() ? 0 : 1);
    return points + (t.answers.empty() && t.proposers.empty() ? 0 : 1);
  }

  // Somebody of public life, or at least one with a name.
  bool HasNamed(const Talks& t) const {
    return std::any_of(t.participants.begin(), t.participants.end(), [&](const ActorRef& who) {
      if (people_.IsPublic(who) || people_.AreSeveral(who)) return true;
      return who.actor >= 0 && d_.in().cast.actors[static_cast<size_t>(who.actor)].rule != "description";
    });
  }

  bool IsPronoun(const ActorRef& who) const {
    return d_.InClass("unnamed", LowerAscii(who.span.of(d_.in().report.text.utf8))) ||
           d_.InClass("talks_pronoun", LowerAscii(who.span.of(d_.in().report.text.utf8)));
  }

  // Nobody named, or a body or a group: "the council met", "the two will meet again".
  bool AreSeveral(const Talks& t) const {
    return t.participants.empty() ||
           std::any_of(t.participants.begin(), t.participants.end(), [&](const ActorRef& who) {
             if (people_.AreSeveral(who) || who.actor < 0) return people_.AreSeveral(who);
             const CastActor& actor = d_.in().cast.actors[static_cast<size_t>(who.actor)];
             return actor.plural || actor.type == ActorType::kOrganization || actor.type == ActorType::kGroup;
           });
  }

  // "Parliament would meet in September": a body that sits by itself.
  bool IsSitting(const Talks& t) const {
    if (t.participants.size() != 1 || !t.mediators.empty()) return false;
    const std::string words = LowerAscii(t.participants.front().span.of(d_.in().report.text.utf8));
    if (d_.InClass("talks_camps", words.substr(words.rfind(' ') + 1))) return false;  // "the coalition partners"
    const std::vector<std::string>& sectors = t.participants.front().sectors;
    return std::any_of(sectors.begin(), sectors.end(), [](const std::string& sector) {
      return Among(sector, {"LEG", "JUD", "PTY"});
    });
  }

  // "where he met the guitarist": two private persons, at no time and about nothing that is told.
  bool IsAcquaintance(const TalkMention& one) const {
    const Talks& t = one.talks;
    if (t.by.rule != "talks:meet verb" || !t.topics.empty() || t.venue || t.status != TalksStatus::kHeld) return false;
    if (t.date && d_.in().published && d_.in().published->days() - t.date->to.days() < kLongAgoDays) return false;
    return std::all_of(t.participants.begin(), t.participants.end(), [&](const ActorRef& who) {
      if (who.actor < 0) return false;
      const CastActor& actor = d_.in().cast.actors[static_cast<size_t>(who.actor)];
      return actor.type == ActorType::kPerson && (actor.sectors.empty() || !d_.IsPolitical(who));
    });
  }

  // Somebody of a state, a body, a party or an armed group, or a name of whom nothing is known; none asked for is none
  // missed.
  bool IsPolitical(const Talks& t) const {
    return t.participants.empty() ||
           std::any_of(t.participants.begin(), t.participants.end(),
                       [&](const ActorRef& who) { return d_.IsPolitical(who) || people_.IsPublic(who); });
  }

  const Dealings& d_;
  const TalkPeople people_;
  std::vector<TalkMention> mentions_;
};

}  // namespace

void MergeConsults(const std::vector<Talks>& talks, std::vector<Event>& events) {
  auto tells = [](const Event& event, const Talks& one) {
    const Span trigger = event.evidence.front().span;
    return event.type == "CONSULT" && std::any_of(one.evidence.begin(), one.evidence.end(), [&](const Evidence& e) {
             return e.role == "trigger" && e.span.overlaps(trigger);
           });
  };
  auto open = [](const Event& event) {
    return event.status == EventStatus::kHypothetical || event.status == EventStatus::kFuture;
  };
  for (const Talks& one : talks) {
    size_t first = events.size();
    for (size_t i = 0; i < events.size(); ++i) {
      if (!tells(events[i], one)) continue;
      if (first == events.size()) {
        first = i;
        continue;
      }
      Event& into = events[first];
      if (into.mode == "visit" || events[i].mode == "visit" || open(into) != open(events[i])) continue;
      into.evidence.insert(into.evidence.end(), events[i].evidence.begin(), events[i].evidence.end());
      if (!into.date) into.date = events[i].date;
      if (!into.place) into.place = events[i].place;
      into.by.steps.push_back("the same talks as " + events[i].by.rule);
      events.erase(events.begin() + static_cast<std::ptrdiff_t>(i--));
    }
  }
}

std::vector<Talks> FindTalks(const Dealings& dealings) { return Merger(dealings).Find(); }

}  // namespace rapporteur
