#include "coding/events.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/among.h"
#include "coding/casualties.h"
#include "coding/counts.h"
#include "coding/event_again.h"
#include "coding/event_compose.h"
#include "coding/event_deeds.h"
#include "coding/event_grounds.h"
#include "coding/event_merge.h"
#include "coding/event_roles.h"
#include "coding/status_time.h"
#include "coding/things.h"
#include "coding/when_where.h"

namespace rapporteur {
namespace {

class Coder {
 public:
  explicit Coder(const EventSources& in)
      : in_(in),
        things_(in.trees, in.cast, in.lexicon, in.places),
        roles_({in.trees, in.layer, in.cast, in.matcher, in.lexicon.classes(), things_, frames_, speaker_}) {
    speaker_ = [this](uint32_t offset) -> std::optional<ActorRef> {
      const int st = in_.told.Innermost(offset);
      if (st < 0) return std::nullopt;
      return in_.told.statements()[static_cast<size_t>(st)].speaker;
    };
  }

  std::vector<Event> Code() {
    MatchAll();
    for (size_t p = 0; p < in_.layer.all.size(); ++p) {
      if (matches_[p]) Make(static_cast<int>(p), *matches_[p]);
    }
    UniteDeeds(in_.layer, in_.lexicon.classes(), coded_);
    CountCasualties();
    AddDemands();
    ComposeEvents(in_.layer, in_.lexicon.compositions(), speaker_, coded_);
    std::vector<Event> events;
    std::stable_sort(coded_.begin(), coded_.end(), [](const CodedEvent& a, const CodedEvent& b) {
      return a.event.evidence.front().span < b.event.evidence.front().span;
    });
    AttachTellings(in_.layer, coded_);
    for (CodedEvent& one : coded_) events.push_back(std::move(one.event));
    return MergeEvents(std::move(events), in_.text);
  }

 private:
  const Tree& tree(const Proposition& p) const { return in_.trees[static_cast<size_t>(p.sentence)]; }

  // Every predicate's frame; a word that met a winning frame's condition gives no event of its own.
  void MatchAll() {
    matches_.resize(in_.layer.all.size());
    frames_.resize(in_.layer.all.size(), nullptr);
    struct Taker {
      std::string type;
      size_t by;
    };
    std::map<std::pair<int, int>, Taker> consumed;  // word to the frame's type and the predicate that took it
    for (int pass = 0; pass < 2; ++pass) {
      for (size_t i = 0; i < in_.layer.all.size(); ++i) {
        const Proposition& p = in_.layer.all[i];
        if ((p.kind == PredicateKind::kVerb) != (pass == 0)) continue;
        matches_[i] = in_.matcher.Best(p);
        if (!matches_[i] || matches_[i]->frame->type == "NONE") continue;
        frames_[i] = matches_[i]->frame;
        for (int w : matches_[i]->consumed)
          consumed.emplace(std::pair{p.sentence, w}, Taker{matches_[i]->frame->type, i});
      }
    }
    for (size_t i = 0; i < in_.layer.all.size(); ++i) {
      const Proposition& p = in_.layer.all[i];
      auto taken = consumed.find({p.sentence, p.word});
      // "lifted a state of emergency": the condition met the idiom's first word.
      if (taken == consumed.end() && matches_[i] && p.kind == PredicateKind::kNoun) {
        const auto first = consumed.find({p.sentence, matches_[i]->words.front()});
        if (first != consumed.end() && first->second.by != i) taken = first;
      }
      // What is asked for, agreed or threatened stays an event of its own: "called for a withdrawal".
      if (taken != consumed.end() && matches_[i] &&
          (!Among(taken->second.type, {"REQUEST", "AGREE", "THREATEN"}) ||
           matches_[i]->frame->type == taken->second.type)) {
        // "the shelling killed six": the noun tells the same.
        if (matches_[i]->frame->type == taken->second.type && taken->second.by != i)
          told_too_[taken->second.by].push_back(p.word);
        matches_[i].reset();
      }
      // A word inside of a name is no event: "the Peace Support Force", "the Ministry of Attack".
      const ActorMention* mention = in_.cast.MentionAt(p.sentence, p.word);
      if (mention != nullptr && mention->first <= p.word && p.word <= mention->last && p.kind != PredicateKind::kVerb &&
          mention->form != MentionForm::kPronoun) {
        matches_[i].reset();
      }
    }
  }

  void Make(int index, const FrameMatch& match) {
    const Frame& frame = *match.frame;
    const Proposition& own = in_.layer.all[static_cast<size_t>(index)];
    const bool adjective = frame.pos == FramePos::kAdj && own.kind == PredicateKind::kVerb;
    const Proposition p = adjective ? AsAdjective(own) : own;
    if (frame.type == "NONE") return;
    if (OnlyCapacity(in_.layer, own, in_.lexicon.classes())) return;
    // "is a threat to peace", "it was an act of war": a judgement, not an event; "is under arrest" is one.
    if (p.kind == PredicateKind::kNoun && tree(p).child(p.word, {Rel::kCop}) >= 0 &&
        tree(p).child(p.word, {Rel::kCase}) < 0) {
      return;
    }
    CodedEvent coded;
    coded.proposition = index;
    Event& event = coded.event;
    event.type = frame.type;
    event.mode = frame.mode;
    event.cameo = frame.cameo;
    event.by.rule = "frame:" + frame.lemma + (frame.light_noun.empty() ? "" : "+" + frame.light_noun);
    event.by.steps.push_back("frame " + frame.file + ":" + std::to_string(frame.line) + " " + frame.lemma +
                             (frame.light_noun.empty() ? "" : "+" + frame.light_noun) + " " + frame.type +
                             (frame.mode.empty() ? "" : " " + frame.mode));
    RoleSteps taken;
    roles_.Fill(p, match, event, taken);
    DropOwnSides(in_.text, in_.lexicon.classes(), event);
    DropDates(event.actors);
    DropDates(event.recipients);
    const bool sure = p.kind == PredicateKind::kVerb && (!frame.conditions.empty() || match.words.size() > 1);
    if (OnlyAttribute(tree(p), own, match, event)) return;
    for (const std::string& who : taken.actors) event.by.steps.push_back("actor " + who);
    for (const std::string& who : taken.recipients) event.by.steps.push_back("recipient " + who);
    SetStatus(frame, in_.status.Read(index), event);
    SetEvidence(p, match, event);
    if (const auto more = told_too_.find(static_cast<size_t>(index)); more != told_too_.end()) {
      for (int w : more->second) AddTrigger(tree(p).span(w, w), event);
    }
    SetWhenAndWhere(p, match, event);
    SetCounts(p, event);
    SetSource(p, event);
    const bool nobody = event.actors.empty() && event.recipients.empty();
    coded.known = SpeaksOfKnown(tree(p), p);
    coded.unnamed = !NamesSomebody(event, in_.text, in_.lexicon.classes()) && !StandsWithoutAnybody(event, sure);
    const bool violence = event.type == "ASSAULT" && event.status == EventStatus::kActual;
    if (coded.unnamed && !violence && !(coded.known && nobody)) return;
    if (DoneByAThing(tree(p), p, event, in_.lexicon.classes())) return;
    if (OnlyPrivate(event, in_.text, in_.lexicon.classes())) return;
    event.confidence = event.actors.empty() || event.recipients.empty() ? 0.6 : 0.75;
    if (!frame.conditions.empty()) event.confidence += 0.05;
    (coded.unnamed && !coded.known ? unnamed_ : coded_).push_back(std::move(coded));
  }

  // "The government must keep order", in the words of somebody else: a demand, whatever it is that shall be done.
  void AddDemands() {
    std::vector<bool> told(in_.layer.all.size(), false);
    for (const CodedEvent& one : coded_) told[static_cast<size_t>(one.proposition)] = true;
    for (size_t i = 0; i < in_.layer.all.size(); ++i) {
      const Proposition& p = in_.layer.all[i];
      if (told[i] || p.kind != PredicateKind::kVerb || p.passive || p.negated || !Among(p.modal, {"must", "should"}))
        continue;
      const Argument* subject = p.Find(Slot::kSubject);
      const std::optional<ActorRef> speaker = speaker_(tree(p).word(p.word).span.begin);
      if (subject == nullptr || subject->inherited || !speaker || (speaker->actor < 0 && speaker->code.empty()))
        continue;
      CodedEvent coded;
      coded.proposition = static_cast<int>(i);
      coded.composed = true;
      Event& event = coded.event;
      event.type = "REQUEST";
      event.cameo = "020";
      event.actors = {*speaker};
      event.recipients = in_.matcher.Actors(p.sentence, subject->word, false, false);
      DropRepeated(event);
      if (event.recipients.empty()) continue;
      event.by.rule = "composition:demanded";
      event.by.steps.push_back("\"" + p.modal + "\" in the words of somebody else");
      event.evidence.push_back({"trigger", tree(p).span(p.word, p.word)});
      event.evidence.push_back({"actor", speaker->span});
      for (const ActorRef& who : event.recipients) event.evidence.push_back({"recipient", who.span});
      SetSource(p, event);
      event.confidence = 0.6;
      coded_.push_back(std::move(coded));
    }
  }

  // The numbers of dead and hurt; violence of nobody on nobody stands when it has one, or tells a known event again.
  void CountCasualties() {
    std::move(unnamed_.begin(), unnamed_.end(), std::back_inserter(coded_));
    BindCasualties(in_.trees, in_.layer, in_.lexicon.classes(), coded_);
    coded_.erase(
        std::remove_if(coded_.begin(), coded_.end(),
                       [](const CodedEvent& one) { return one.unnamed && !one.known && one.event.counts.empty(); }),
        coded_.end());
  }

  void SetStatus(const Frame& frame, const StatusReading& reading, Event& event) const {
    EventStatus status = reading.status;
    // "has no intention": the negation belongs to the words of the frame.
    if (frame.status == FrameStatus::kActual && status == EventStatus::kNegated) status = EventStatus::kActual;
    if (status == EventStatus::kActual || status == EventStatus::kOngoing) {
      switch (frame.status) {
        case FrameStatus::kHypothetical:
          status = EventStatus::kHypothetical;
          break;
        case FrameStatus::kFuture:
          status = EventStatus::kFuture;
          break;
        case FrameStatus::kOngoing:
          status = EventStatus::kOngoing;
          break;
        case FrameStatus::kNegated:
          status = EventStatus::kNegated;
          break;
        case FrameStatus::kHistorical:
          status = EventStatus::kHistorical;
          break;
        default:
          break;
      }
    }
    event.status = status;
    for (const std::string& step : reading.steps) event.by.steps.push_back("status " + step);
  }

  void SetEvidence(const Proposition& p, const FrameMatch& match, Event& event) const {
    const Tree& t = tree(p);
    // One span where the words stand together, else the predicate alone leads. The object that a condition asked for
    // belongs to it: "launched an attack".
    int first = match.words.front(), last = match.words.back();
    for (int w : match.consumed) {
      if (p.kind == PredicateKind::kVerb && w > last && w - last <= 3 && t.rel(w) == Rel::kObj && t.head(w) == p.word)
        last = w;
    }
    const bool close = last - first <= 4;
    event.evidence.push_back({"trigger", close ? t.span(first, last) : t.span(p.word, p.word)});
    for (const ActorRef& who : event.actors) event.evidence.push_back({"actor", who.span});
    for (const ActorRef& who : event.recipients) event.evidence.push_back({"recipient", who.span});
  }

  void SetStatusByDay(const Proposition& p, const std::optional<DateMention>& when, Event& event) const {
    if (!when || !in_.published) return;
    std::string why;
    event.status = StatusAt(event.status, p, *when, *in_.published, why);
    if (!why.empty()) event.by.steps.push_back("status " + why);
  }

  // "the shelling by the army on Sunday", "Monday's attack": a day does nothing and suffers nothing.
  void DropDates(std::vector<ActorRef>& refs) const {
    auto is_date = [&](const ActorRef& who) {
      return std::any_of(in_.dates.begin(), in_.dates.end(), [&](const DateMention& date) {
        return date.span.begin <= who.span.begin && who.span.end <= date.span.end;
      });
    };
    refs.erase(std::remove_if(refs.begin(), refs.end(), is_date), refs.end());
  }

  static void AddTrigger(Span span, Event& event) {
    const bool again = std::any_of(event.evidence.begin(), event.evidence.end(),
                                   [&](const Evidence& e) { return e.role == "trigger" && e.span.overlaps(span); });
    if (!again) event.evidence.push_back({"trigger", span});
  }

  void SetWhenAndWhere(const Proposition& p, const FrameMatch& match, Event& event) const {
    const Tree& t = tree(p);
    std::optional<DateMention> when = DateOf(t, p.sentence, p.word, in_.dates);
    std::optional<PlaceAnswer> where = PlaceOf(t, p.sentence, p.word, in_.places);
    if (p.light_verb >= 0) {
      if (!when) when = DateOf(t, p.sentence, p.light_verb, in_.dates);
      if (!where || where->from_dateline) where = PlaceOf(t, p.sentence, p.light_verb, in_.places);
    }
    for (int w : match.consumed) {  // "the shelling of Ganja killed seven"
      if (!where || where->from_dateline) where = PlaceOf(t, p.sentence, w, in_.places);
    }
    event.date = DateValueOf(when, in_.published);
    if (event.date) event.evidence.push_back({"date", when->span});
    SetStatusByDay(p, when && when->resolved() ? when : DateOfOccasion(t, p, in_.dates), event);
    if (where && !where->from_dateline) {
      const PlaceMention& place = where->place;
      event.place = PlaceRefOf(place);
      event.evidence.push_back({"place", place.span});
      if (!place.why.empty()) event.by.steps.push_back("place " + place.name + " " + place.why);
    }
  }

  void SetCounts(const Proposition& p, Event& event) const {
    event.counts = CountsOf(tree(p), p, event, in_.lexicon.classes());
    for (const std::optional<SaidCount>* count :
         {&event.counts.killed, &event.counts.injured, &event.counts.arrested, &event.counts.size}) {
      if (*count) event.evidence.push_back({"count", (*count)->span});
    }
  }

  void SetSource(const Proposition& p, Event& event) const {
    event.statement = in_.told.Innermost(tree(p).word(p.word).span.begin);
    for (int st = event.statement; st >= 0; st = in_.told.statements()[static_cast<size_t>(st)].parent) {
      const Statement& one = in_.told.statements()[static_cast<size_t>(st)];
      if (one.speaker) event.asserted_by.insert(event.asserted_by.begin(), *one.speaker);
    }
  }

  const EventSources& in_;
  SpeakerAt speaker_;
  std::vector<std::optional<FrameMatch>> matches_;  // of the propositions that give an event
  std::vector<const Frame*> frames_;                // of all propositions; null: none that is an event
  ThingReader things_;
  EventRoles roles_;
  std::map<size_t, std::vector<int>> told_too_;  // words that tell the same as the predicate that consumed them
  std::vector<CodedEvent> coded_, unnamed_;
};

}  // namespace

std::vector<Event> FindEvents(const EventSources& sources) { return Coder(sources).Code(); }

}  // namespace rapporteur
