#include "coding/event_again.h"

#include <algorithm>

#include "base/among.h"
#include "coding/event_merge.h"

namespace rapporteur {
namespace {

constexpr int kSentencesBack = 6;
constexpr int kSentencesForVictims = 2;

bool Told(const Event& event) { return event.status == EventStatus::kActual || event.status == EventStatus::kOngoing; }

// Everybody on `few` stands on `all` too.
bool Within(const std::vector<ActorRef>& few, const std::vector<ActorRef>& all) {
  return std::all_of(few.begin(), few.end(), [&](const ActorRef& one) {
    return std::any_of(all.begin(), all.end(), [&](const ActorRef& other) {
      return SameActor(one, other) || (!one.code.empty() && one.code == other.code && one.sectors == other.sectors);
    });
  });
}

bool MayBeOne(const Event& first, const Event& again) {
  return first.type == again.type && Told(first) && Told(again) && ModesAgree(first, again) &&
         DatesAgree(first, again) && PlacesAgree(first, again) && Within(again.actors, first.actors);
}

bool Fits(const Event& first, const Event& again) {
  return MayBeOne(first, again) && Within(again.recipients, first.recipients);
}

// "Rebels shelled the port. The attack wounded six.": what an attack did is told of the noun that speaks of it; one
// with a day or a place of its own may be another.
bool VictimsOf(const Event& first, const Event& again, const Proposition& p) {
  // Its dead were counted already: these are another's.
  if (first.counts.killed && again.counts.killed) return false;
  return again.type == "ASSAULT" && p.kind == PredicateKind::kVerb && !again.date && !again.place &&
         MayBeOne(first, again);
}

}  // namespace

bool SpeaksOfKnown(const Tree& tree, const Proposition& p) {
  if (p.kind != PredicateKind::kNoun) return false;
  for (int c : tree.children(p.word)) {
    if (tree.rel(c) == Rel::kNmodPoss) return true;
    if (tree.rel(c) == Rel::kDet && Among(LowerAscii(tree.word(c).form), {"the", "this", "that", "these", "those"}))
      return true;
  }
  return false;
}

void AttachTellings(const PropositionLayer& layer, std::vector<CodedEvent>& events) {
  std::vector<CodedEvent> kept;
  auto sentence = [&](const CodedEvent& e) { return layer.all[static_cast<size_t>(e.proposition)].sentence; };
  for (CodedEvent& one : events) {
    const bool nobody = one.event.actors.empty() && one.event.recipients.empty();
    const bool complete = !one.event.actors.empty() && !one.event.recipients.empty();
    const Proposition& p = layer.all[static_cast<size_t>(one.proposition)];
    bool passed = false;  // an event of the type that it does not fit stands between
    const auto fits = [&](const CodedEvent& k) {
      const int back = sentence(one) - sentence(k);
      if (k.composed || back <= 0 || k.event.type != one.event.type) return false;
      if (back <= kSentencesBack && Fits(k.event, one.event)) return true;
      if (!passed && back <= kSentencesForVictims && VictimsOf(k.event, one.event, p)) return true;
      passed = true;
      return false;
    };
    auto first = std::find_if(kept.rbegin(), kept.rend(), fits);
    // "The attack" is rather one that somebody did than one that nobody is named of.
    if (p.kind == PredicateKind::kNoun && first != kept.rend() && first->event.actors.empty()) {
      const auto done =
          std::find_if(first, kept.rend(), [&](const CodedEvent& k) { return !k.event.actors.empty() && fits(k); });
      if (done != kept.rend()) first = done;
    }
    const bool tells_again = one.known && !one.composed && (!complete || p.kind == PredicateKind::kVerb);
    if (tells_again && first != kept.rend()) {
      TellAgain(first->event, one.event);
    } else if (!one.unnamed || !nobody || !one.event.counts.empty()) {
      kept.push_back(std::move(one));
    }
  }
  events = std::move(kept);
}

}  // namespace rapporteur
