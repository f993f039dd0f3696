#include "coding/event_compose.h"

#include <algorithm>
#include <iterator>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int kMaxClimb = 6;

class Composer {
 public:
  Composer(const PropositionLayer& layer, const std::vector<Composition>& lines, const SpeakerAt& speaker,
           std::vector<CodedEvent>& events)
      : layer_(layer),
        lines_(lines),
        speaker_(speaker),
        events_(events),
        by_proposition_(layer.all.size(), -1),
        refused_(events.size(), false) {
    for (size_t i = 0; i < events.size(); ++i)
      by_proposition_[static_cast<size_t>(events[i].proposition)] = static_cast<int>(i);
  }

  void Run() {
    for (size_t i = 0; i < events_.size(); ++i) {
      CodedEvent* governor = Governor(events_[i]);
      if (governor != nullptr) {
        GiveMode(events_[i].event, governor->event);
        GiveRecipients(events_[i].event, governor->event);
      }
      Demanded(i);
      Promised(i);
      // "refused to meet the envoy", "failed to reach a deal": that it did not happen is what the refusal's mode tells.
      refused_[i] = refused_[i] ||
                    (governor != nullptr && governor->event.type == "REJECT" &&
                     events_[i].event.status == EventStatus::kNegated && Line(events_[i].event, "rejected") != nullptr);
    }
    size_t kept = 0;
    for (size_t i = 0; i < events_.size(); ++i) {
      if (refused_[i]) continue;
      if (kept != i) events_[kept] = std::move(events_[i]);
      ++kept;
    }
    events_.resize(kept);
    std::move(further_.begin(), further_.end(), std::back_inserter(events_));
  }

 private:
  // The event above on the way to the root: through complements and nominal arguments, not through adverbial clauses.
  CodedEvent* Governor(const CodedEvent& coded) {
    int at = coded.proposition;
    for (int steps = 0; steps < kMaxClimb; ++steps) {
      const Proposition& p = layer_.all[static_cast<size_t>(at)];
      if (p.above < 0 || p.link == Link::kNone || p.link == Link::kRelative) return nullptr;
      at = p.above;
      const int event = by_proposition_[static_cast<size_t>(at)];
      if (p.link == Link::kAdverbial) {
        // "agreed in May to withdraw": what the parser hangs on as a purpose is what was agreed to.
        // "marched to demand …", "rallied, denouncing …": against whom.
        if (event < 0 || layer_.all[static_cast<size_t>(at)].word > p.word) return nullptr;
        const std::string& type = events_[static_cast<size_t>(event)].event.type;
        const bool infinitive = p.infinitive && p.mark == "to";
        const bool aim = type == "PROTEST" && (infinitive || (p.participle && p.mark.empty()));
        if (!aim && !(infinitive && Among(type, {"AGREE", "THREATEN"}))) return nullptr;
      }
      if (event >= 0) return &events_[static_cast<size_t>(event)];
    }
    return nullptr;
  }

  const Composition* Line(const Event& event, std::string_view when) const {
    for (const Composition& line : lines_) {
      if (line.when != when || (line.type != event.type && line.type != "*")) continue;
      if (line.mode != "*" && line.mode != event.mode) continue;
      return &line;
    }
    return nullptr;
  }

  // Who is promised, threatened or refused something is on the other side of it; who is asked to do it, does it.
  static void GiveRecipients(const Event& event, Event& governor) {
    if (!governor.recipients.empty() || governor.actors.empty()) return;
    if (!Among(governor.type, {"AGREE", "THREATEN", "REJECT", "REQUEST", "PROTEST"})) return;
    if (governor.type == "PROTEST" && !Among(event.type, {"REQUEST", "ACCUSE", "REJECT"})) return;
    auto take = [&](const std::vector<ActorRef>& refs) {
      for (const ActorRef& who : refs) {
        const bool own = std::any_of(governor.actors.begin(), governor.actors.end(),
                                     [&](const ActorRef& a) { return SameActor(a, who); });
        if (own) continue;
        governor.recipients.push_back(who);
        governor.evidence.push_back({"recipient", who.span});
      }
    };
    if (governor.type == "REQUEST") take(event.actors);
    if (governor.recipients.empty()) take(event.recipients);
  }

  // What is asked for, threatened, refused or agreed says which mode of asking, threatening … it is, and of whom or
  // against whom where the governor itself names nobody.
  void GiveMode(const Event& event, Event& governor) const {
    const bool to_end = event.status == EventStatus::kOngoing || event.status == EventStatus::kNegated;
    const std::string_view when = governor.type == "REQUEST"    ? (to_end ? "asked to end" : "asked")
                                  : governor.type == "THREATEN" ? "threatened"
                                  : governor.type == "REJECT"   ? "rejected"
                                  : governor.type == "AGREE"    ? "agreed"
                                                                : "";
    const Composition* line = when.empty() ? nullptr : Line(event, when);
    if (line == nullptr) return;
    if (governor.recipients.empty()) {
      if (line->recipient == "event.actor") governor.recipients = event.actors;
      if (line->recipient == "event.recipient") governor.recipients = event.recipients;
      DropRepeated(governor);
      for (const ActorRef& who : governor.recipients) governor.evidence.push_back({"recipient", who.span});
    }
    // "promised not to attack" is no threat.
    if (!governor.mode.empty() || (governor.type == "AGREE" && event.status == EventStatus::kNegated)) return;
    governor.type = line->becomes;
    governor.mode = line->new_mode;
    if (!line->cameo.empty()) governor.cameo = line->cameo;
    governor.by.steps.push_back("mode " + line->new_mode + " by its complement, " + line->file + ":" +
                                std::to_string(line->line));
  }

  // "Assad should step down", in the words of somebody else: a demand.
  void Demanded(size_t i) {
    const Proposition& p = layer_.all[static_cast<size_t>(events_[i].proposition)];
    const bool obliged = Among(p.modal, {"should", "must", "ought"}) || UnderHaveTo(p);
    if (!obliged || p.negated) return;
    const Event& event = events_[i].event;
    const std::optional<ActorRef> speaker = speaker_(event.evidence.front().span.begin);
    if (!speaker || event.actors.empty() || SameActor(*speaker, event.actors.front())) return;
    const Composition* line = Line(event, "demanded");
    if (line != nullptr) Further(i, *line, speaker);
  }

  bool UnderHaveTo(const Proposition& p) const {
    if (p.above < 0 || p.link != Link::kXcomp) return false;
    const Proposition& above = layer_.all[static_cast<size_t>(p.above)];
    return p.infinitive && !above.past && (above.lemma == "have" || above.lemma == "need");
  }

  // "We will strike back", "the party will not take part": a promise, a threat, a refusal.
  void Promised(size_t i) {
    const Proposition& p = layer_.all[static_cast<size_t>(events_[i].proposition)];
    // "would free": tagged as an adjective, it has an object.
    const bool verbal =
        p.kind == PredicateKind::kVerb || (p.kind == PredicateKind::kAdjective && p.Find(Slot::kObject) != nullptr);
    const bool warns = Among(p.modal, {"may", "might", "could"}) && OnCondition(events_[i].proposition);
    if (!verbal || p.passive || (!warns && !Among(p.modal, {"will", "shall", "would"}))) return;
    const Event& event = events_[i].event;
    if (event.actors.empty()) return;
    if (!warns && event.status != EventStatus::kFuture && event.status != EventStatus::kNegated) return;
    const std::optional<ActorRef> speaker = speaker_(event.evidence.front().span.begin);
    // The report's own word, the actor's, or that of somebody of the same state or body; not what others foresee.
    if (speaker && !SameActor(*speaker, event.actors.front()) &&
        (speaker->code.empty() || speaker->code != event.actors.front().code)) {
      return;
    }
    const bool refuses = event.status == EventStatus::kNegated;
    const Composition* line = Line(event, refuses ? "refused" : "promised");
    if (line == nullptr || (warns && line->becomes != "THREATEN")) return;
    refused_[i] = refuses && Line(event, "rejected") != nullptr;
    Further(i, *line, speaker);
  }

  // "may cut off aid if …", "could strike unless …"
  bool OnCondition(int proposition) const {
    auto condition = [&](int q) {
      const Proposition& clause = layer_.all[static_cast<size_t>(q)];
      return clause.above == proposition && clause.link == Link::kAdverbial && Among(clause.mark, {"if", "unless"});
    };
    auto beside = [&](int q) {
      return q >= 0 && q < static_cast<int>(layer_.all.size()) &&
             layer_.all[static_cast<size_t>(q)].sentence == layer_.all[static_cast<size_t>(proposition)].sentence;
    };
    for (int q = proposition - 1; beside(q); --q) {
      if (condition(q)) return true;
    }
    for (int q = proposition + 1; beside(q); ++q) {
      if (condition(q)) return true;
    }
    return false;
  }

  void Further(size_t i, const Composition& line, const std::optional<ActorRef>& speaker) {
    if (line.becomes == "NONE") return;  // the line keeps looser ones away
    const Event& event = events_[i].event;
    CodedEvent coded;
    coded.composed = true;
    coded.proposition = events_[i].proposition;
    Event& further = coded.event;
    further.type = line.becomes;
    further.mode = line.new_mode;
    further.cameo = line.cameo;
    further.status = EventStatus::kActual;
    auto role = [&](const std::string& from) -> std::vector<ActorRef> {
      if (from == "speaker") return speaker ? std::vector<ActorRef>{*speaker} : std::vector<ActorRef>{};
      if (from == "event.actor") return event.actors;
      if (from == "event.recipient") return event.recipients;
      return {};
    };
    further.actors = role(line.actor);
    further.recipients = role(line.recipient);
    DropRepeated(further);
    further.evidence.push_back(event.evidence.front());
    for (const ActorRef& who : further.actors) further.evidence.push_back({"actor", who.span});
    for (const ActorRef& who : further.recipients) further.evidence.push_back({"recipient", who.span});
    further.statement = event.statement;
    further.asserted_by = event.asserted_by;
    further.confidence = 0.65;
    further.by.rule = "composition:" + line.when;
    further.by.steps.push_back(event.type + " " + line.when + ": " + line.file + ":" + std::to_string(line.line));
    further.by.steps.insert(further.by.steps.end(), event.by.steps.begin(), event.by.steps.end());
    further_.push_back(std::move(coded));
  }

  const PropositionLayer& layer_;
  const std::vector<Composition>& lines_;
  const SpeakerAt& speaker_;
  std::vector<CodedEvent>& events_;
  std::vector<CodedEvent> further_;  // apart, so that governors stay where they are
  std::vector<int> by_proposition_;  // index into events_, -1 none
  std::vector<bool> refused_;        // what a refusal tells already
};

}  // namespace

bool SameActor(const ActorRef& a, const ActorRef& b) {
  return a.span == b.span || (a.actor >= 0 && a.actor == b.actor);
}

void DropRepeated(Event& event) {
  auto acts = [&](const ActorRef& r) {
    return std::any_of(event.actors.begin(), event.actors.end(), [&](const ActorRef& a) { return SameActor(a, r); });
  };
  event.recipients.erase(std::remove_if(event.recipients.begin(), event.recipients.end(), acts),
                         event.recipients.end());
}

void DropOwnSides(std::string_view text, const WordClasses& classes, Event& event) {
  if (event.actors.size() < 2 || !Among(event.type, {"AGREE", "CONSULT", "COOPERATE"})) return;
  if (!event.actors.front().code.empty() && event.actors.front().code == event.actors.back().code) return;
  auto own = [&](const ActorRef& r) {
    const std::string words = LowerAscii(r.span.of(text));
    const std::string last = words.substr(words.rfind(' ') == std::string::npos ? 0 : words.rfind(' ') + 1);
    if (InClass(classes, "sides", last)) return true;
    return std::any_of(event.actors.begin(), event.actors.end(),
                       [&](const ActorRef& a) { return !r.code.empty() && a.code == r.code; });
  };
  event.recipients.erase(std::remove_if(event.recipients.begin(), event.recipients.end(), own), event.recipients.end());
}

void ComposeEvents(const PropositionLayer& layer, const std::vector<Composition>& lines, const SpeakerAt& speaker,
                   std::vector<CodedEvent>& events) {
  Composer(layer, lines, speaker, events).Run();
}

}  // namespace rapporteur
