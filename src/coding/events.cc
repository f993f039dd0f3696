#include "coding/events.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/among.h"
#include "coding/attack_words.h"
#include "coding/casualties.h"
#include "coding/counts.h"
#include "coding/event_compose.h"
#include "coding/event_deeds.h"
#include "coding/event_grounds.h"
#include "coding/event_merge.h"
#include "coding/status_time.h"

namespace rapporteur {
namespace {

constexpr int kMaxClimb = 6;
const std::vector<RoleChoice> kOwner{{{{RoleKind::kPossessor, ""}}}};

class Coder {
 public:
  explicit Coder(const EventSources& in) : in_(in) {
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
    ComposeEvents(in_.layer, in_.lexicon.compositions(), speaker_, coded_);
    std::vector<Event> events;
    std::stable_sort(coded_.begin(), coded_.end(), [](const CodedEvent& a, const CodedEvent& b) {
      return a.event.evidence.front().span < b.event.evidence.front().span;
    });
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
    // "is a threat to peace", "it was an act of war": a judgement, not an event.
    if (p.kind == PredicateKind::kNoun && tree(p).child(p.word, {Rel::kCop}) >= 0) return;
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
    std::vector<std::string> actor_steps, recipient_steps;
    if (p.kind == PredicateKind::kNoun && p.light_verb >= 0) {
      const Argument* subject = p.Find(Slot::kSubject);
      if (subject != nullptr) event.actors = in_.matcher.Actors(p.sentence, subject->word, false);
      for (const ActorRef& who : event.actors) actor_steps.push_back(NameOf(who));
      // The equal sides of talks that somebody holds are added to the subject.
      if (!event.actors.empty() && event.type == "CONSULT") AddSides(p, frame, event.actors);
    }
    if (event.actors.empty()) event.actors = in_.matcher.Fill(p, frame.actor, speaker_, &actor_steps);
    if (event.actors.empty()) event.actors = BehindDocument(p, frame, actor_steps);
    if (event.actors.empty()) event.actors = in_.matcher.LedBy(p);
    if (event.actors.empty() && DoneByOwner(p, frame))
      event.actors = in_.matcher.Fill(p, kOwner, speaker_, &actor_steps);
    if (event.type == "CONSULT" && event.actors.size() == 1 && p.kind == PredicateKind::kNoun)
      AddVisitor(p, event, actor_steps);
    bool of_deed = false;
    event.recipients = DoerOfObject(p, match, event.type, recipient_steps, of_deed);
    if (!of_deed) event.recipients = in_.matcher.Fill(p, frame.recipient, speaker_, &recipient_steps);
    if (event.recipients.empty() && NamesRecipient(frame)) event.recipients = BeforeDocument(p, recipient_steps);
    // What is attacked or seized is named by its words, though it is nobody: the harbour, convoys.
    if (event.recipients.empty() && Among(event.type, {"ASSAULT", "COERCE"})) {
      event.recipients = in_.matcher.Targets(p, frame.recipient, match.consumed);
      for (const ActorRef& what : event.recipients) {
        recipient_steps.push_back("words of the target" + (what.code.empty() ? "" : ", " + what.code));
      }
    }
    DropRepeated(event);
    DropOwnSides(event);
    const bool equal_sides = event.actors.size() > 1 && Among(event.type, {"CONSULT", "AGREE", "COOPERATE", "SUPPORT"});
    if (event.recipients.empty() && !event.actors.empty() && !equal_sides && !of_deed && NamesRecipient(frame)) {
      event.recipients = in_.matcher.Beside(p, event.actors);
      for (const ActorRef& who : event.recipients) recipient_steps.push_back(NameOf(who) + " (named beside)");
    }
    if (event.type == "ASSAULT" || event.mode == "riot") TakeAsWords(p, match, event);
    const bool sure = p.kind == PredicateKind::kVerb && (!frame.conditions.empty() || match.words.size() > 1);
    if (OnlyAttribute(tree(p), own, match, event)) return;
    for (const std::string& who : actor_steps) event.by.steps.push_back("actor " + who);
    for (const std::string& who : recipient_steps) event.by.steps.push_back("recipient " + who);
    SetStatus(frame, in_.status.Read(index), event);
    SetEvidence(p, match, event);
    SetWhenAndWhere(p, event);
    SetCounts(p, event);
    SetSource(p, event);
    coded.unnamed = !NamesSomebody(event, in_.text, in_.lexicon.classes()) && !StandsWithoutAnybody(event, sure);
    if (coded.unnamed && (event.type != "ASSAULT" || event.status != EventStatus::kActual)) return;
    event.confidence = event.actors.empty() || event.recipients.empty() ? 0.6 : 0.75;
    if (!frame.conditions.empty()) event.confidence += 0.05;
    (coded.unnamed ? unnamed_ : coded_).push_back(std::move(coded));
  }

  // The numbers of dead and hurt; violence of nobody on nobody stands when it has one.
  void CountCasualties() {
    std::move(unnamed_.begin(), unnamed_.end(), std::back_inserter(coded_));
    BindCasualties(in_.trees, in_.layer, in_.lexicon.classes(), coded_);
    coded_.erase(std::remove_if(coded_.begin(), coded_.end(),
                                [](const CodedEvent& one) { return one.unnamed && one.event.counts.empty(); }),
                 coded_.end());
  }

  // "Senators attacked the nominee over his record": a reproach.
  void TakeAsWords(const Proposition& p, const FrameMatch& match, Event& event) const {
    const AttackSides sides{event.actors, event.recipients, in_.cast};
    std::string why = AttackByWords(tree(p), p, sides, in_.lexicon.classes());
    for (int w : match.consumed) {  // "launched a fierce attack on …"
      const Proposition* noun = in_.layer.At(p.sentence, w);
      if (why.empty() && noun != nullptr) why = AttackByWords(tree(p), *noun, sides, in_.lexicon.classes());
    }
    if (why.empty()) return;
    event.type = "ACCUSE";
    event.mode = "disapprove";
    event.cameo = "111";
    event.by.steps.push_back("an attack by words: " + why);
  }

  // "condemned the killing of the monks by the army": who did the deed is on the other side, not who suffered it.
  std::vector<ActorRef> DoerOfObject(const Proposition& p, const FrameMatch& match, std::string_view type,
                                     std::vector<std::string>& steps, bool& of_deed) const {
    if (!Among(type, {"ACCUSE", "SUPPORT", "REJECT"})) return {};
    for (const Argument& a : p.arguments) {
      if (a.slot != Slot::kObject || std::find(match.words.begin(), match.words.end(), a.word) != match.words.end())
        continue;
      const int deed = in_.layer.at[static_cast<size_t>(p.sentence)][static_cast<size_t>(a.word)];
      if (deed < 0 || frames_[static_cast<size_t>(deed)] == nullptr) continue;
      const Proposition& q = in_.layer.all[static_cast<size_t>(deed)];
      if (q.kind != PredicateKind::kNoun) continue;
      const Frame& frame = *frames_[static_cast<size_t>(deed)];
      std::vector<ActorRef> found = in_.matcher.Fill(q, frame.actor, speaker_, nullptr);
      if (found.empty()) found = in_.matcher.LedBy(q);
      if (found.empty() && DoneByOwner(q, frame)) found = in_.matcher.Fill(q, kOwner, speaker_, nullptr);
      for (const Argument& during : q.arguments) {  // "the killing of villagers during Turkish operations"
        if (found.empty() && during.slot == Slot::kOblique && Among(during.prep, {"during", "amid"}))
          found = in_.matcher.Actors(p.sentence, during.word, false);
      }
      of_deed = !found.empty() || (type == "ACCUSE" && Among(frame.type, {"ASSAULT", "COERCE"}));
      for (const ActorRef& who : found) steps.push_back(NameOf(who) + " (does \"" + q.lemma + "\")");
      if (!found.empty()) return found;
    }
    return {};
  }

  static bool NamesRecipient(const Frame& frame) {
    return std::none_of(frame.recipient.begin(), frame.recipient.end(), [](const RoleChoice& choice) {
      return !choice.empty() && !choice.front().empty() && choice.front().front().kind == RoleKind::kNone;
    });
  }

  // "the army's killing of the monks": beside an "of" the possessor does what he otherwise suffers.
  static bool DoneByOwner(const Proposition& p, const Frame& frame) {
    if (p.kind != PredicateKind::kNoun || p.Find(Slot::kOblique, "of") == nullptr) return false;
    auto suffers = [](const RoleChoice& choice) {
      return choice.size() == 1 && choice[0].size() == 1 && choice[0][0] == RoleStep{RoleKind::kPreposition, "of"};
    };
    return std::any_of(frame.recipient.begin(), frame.recipient.end(), suffers);
  }

  // "Parliament passed a resolution criticising him": who makes the document does what it says.
  std::vector<ActorRef> BehindDocument(const Proposition& p, const Frame& frame,
                                       std::vector<std::string>& steps) const {
    if (p.kind != PredicateKind::kVerb || p.passive || p.link != Link::kNounClause || frame.actor.empty()) return {};
    const Proposition& document = in_.layer.all[static_cast<size_t>(p.above)];
    std::vector<ActorRef> found;
    for (const Argument& a : document.arguments) {
      const bool maker =
          a.slot == Slot::kPossessor || (a.slot == Slot::kOblique && (a.prep == "by" || a.prep == "from"));
      if (maker && found.empty()) found = in_.matcher.Actors(p.sentence, a.word, false, false);
    }
    if (found.empty() && document.above >= 0 && document.link == Link::kObject) {
      const Argument* subject = in_.layer.all[static_cast<size_t>(document.above)].Find(Slot::kSubject);
      if (subject != nullptr) found = in_.matcher.Actors(p.sentence, subject->word, false, false);
    }
    for (const ActorRef& who : found) steps.push_back(NameOf(who) + " (behind \"" + document.lemma + "\")");
    return found;
  }

  // "sent the government a letter demanding talks": who gets the document is on the other side of what it says.
  std::vector<ActorRef> BeforeDocument(const Proposition& p, std::vector<std::string>& steps) const {
    if (p.kind != PredicateKind::kVerb || p.passive || p.link != Link::kNounClause || !p.participle) return {};
    const Proposition& document = in_.layer.all[static_cast<size_t>(p.above)];
    if (document.above < 0 || document.link != Link::kObject) return {};
    const Proposition& verb = in_.layer.all[static_cast<size_t>(document.above)];
    const Argument* to = verb.Find(Slot::kIndirect);
    if (to == nullptr) to = verb.Find(Slot::kOblique, "to");
    if (to == nullptr) return {};
    std::vector<ActorRef> found = in_.matcher.Actors(p.sentence, to->word, false);
    for (const ActorRef& who : found) steps.push_back(NameOf(who) + " (gets \"" + document.lemma + "\")");
    return found;
  }

  std::string NameOf(const ActorRef& who) const {
    return who.actor >= 0 ? in_.cast.actors[static_cast<size_t>(who.actor)].name : who.code;
  }

  void AddSides(const Proposition& p, const Frame& frame, std::vector<ActorRef>& actors) {
    for (ActorRef& side : in_.matcher.Fill(p, frame.actor, speaker_, nullptr)) {
      const bool again = std::any_of(actors.begin(), actors.end(), [&](const ActorRef& a) {
        return a.span == side.span || (side.actor >= 0 && a.actor == side.actor);
      });
      if (!again) actors.push_back(std::move(side));
    }
  }

  // "At the start of a meeting with X, Y said": the other side is who the clause is about.
  void AddVisitor(const Proposition& p, Event& event, std::vector<std::string>& steps) const {
    const bool with = std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
      return a.slot == Slot::kOblique && a.prep == "with" &&
             tree(p).span(a.word, a.word).overlaps(hull(event.actors[0].span, {}));
    });
    int at = p.word;
    const Tree& t = tree(p);
    for (int steps_up = 0; with && t.head(at) >= 0 && steps_up < kMaxClimb; ++steps_up) {
      at = t.head(at);
      const Proposition* clause = in_.layer.At(p.sentence, at);
      if (clause == nullptr || clause->kind != PredicateKind::kVerb) continue;
      const Argument* subject = clause->Find(Slot::kSubject);
      if (subject == nullptr) continue;
      for (ActorRef& who : in_.matcher.Actors(p.sentence, subject->word, false, false)) {
        if (SameActor(who, event.actors.front())) continue;
        steps.push_back(NameOf(who) + " (subject of the clause)");
        event.actors.push_back(std::move(who));
      }
      return;
    }
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

  void SetWhenAndWhere(const Proposition& p, Event& event) const {
    const Tree& t = tree(p);
    std::optional<DateMention> when = DateOf(t, p.sentence, p.word, in_.dates);
    std::optional<PlaceAnswer> where = PlaceOf(t, p.sentence, p.word, in_.places);
    if (p.light_verb >= 0) {
      if (!when) when = DateOf(t, p.sentence, p.light_verb, in_.dates);
      if (!where || where->from_dateline) where = PlaceOf(t, p.sentence, p.light_verb, in_.places);
    }
    if (when && when->resolved()) {
      const Date from = when->from.value_or(*(when->to ? when->to : when->from));
      const Date to = when->to.value_or(in_.published.value_or(from));
      event.date = DateValue{from, std::max(from, to), when->span};
      event.evidence.push_back({"date", when->span});
    }
    SetStatusByDay(p, when && when->resolved() ? when : DateOfOccasion(t, p, in_.dates), event);
    if (where && !where->from_dateline) {
      const PlaceMention& place = where->place;
      event.place =
          PlaceRef{place.name, place.country, place.has_coordinates, place.lat, place.lon, place.geonames, place.span};
      event.evidence.push_back({"place", place.span});
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
  std::vector<CodedEvent> coded_, unnamed_;
};

}  // namespace

std::vector<Event> FindEvents(const EventSources& sources) { return Coder(sources).Code(); }

}  // namespace rapporteur
