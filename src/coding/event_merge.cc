#include "coding/event_merge.h"

#include <algorithm>
#include <map>

namespace rapporteur {
namespace {

// Who stands on a side: an actor by its index, bare words by a negative number of their own.
std::vector<int> People(const std::vector<ActorRef>& refs, std::string_view text) {
  std::vector<int> ids;
  ids.reserve(refs.size());
  for (const ActorRef& ref : refs) {
    uint32_t words = 2166136261U;  // FNV-1a
    for (char c : ref.span.end <= text.size() ? ref.span.of(text) : std::string_view{})
      words = (words ^ static_cast<unsigned char>(c)) * 16777619U;
    ids.push_back(ref.actor >= 0 ? ref.actor : -2 - static_cast<int>(words >> 2U));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

bool Known(const std::vector<int>& ids) { return !ids.empty() && ids.front() >= 0; }

bool SameStatus(EventStatus a, EventStatus b) {
  auto told = [](EventStatus s) { return s == EventStatus::kActual || s == EventStatus::kOngoing; };
  return a == b || (told(a) && told(b));
}

bool SameVoucher(const Event& a, const Event& b) {
  const int one = a.asserted_by.empty() ? -1 : a.asserted_by.back().actor;
  const int other = b.asserted_by.empty() ? -1 : b.asserted_by.back().actor;
  return one == other;
}

bool Within(const std::vector<int>& few, const std::vector<int>& all) {
  return std::includes(all.begin(), all.end(), few.begin(), few.end());
}

bool SameEvent(const Event& a, const Event& b, std::string_view text) {
  if (a.type != b.type || !SameStatus(a.status, b.status) || !DatesAgree(a, b) || !PlacesAgree(a, b)) return false;
  if (!ModesAgree(a, b)) return false;
  const std::vector<int> actors = People(a.actors, text), to = People(a.recipients, text);
  const std::vector<int> again = People(b.recipients, text);
  if (actors != People(b.actors, text)) return false;
  const bool both_sides = Known(actors) && !to.empty() && !again.empty();
  if (to != again && !(both_sides && (Within(to, again) || Within(again, to)))) return false;
  const bool dyad = Known(actors) && !to.empty() && to.back() >= 0;
  const bool meeting = a.type == "CONSULT" && actors.size() >= 2 && Known(actors);
  if (meeting) return true;
  if (!SameVoucher(a, b)) return false;
  return dyad || to != again || ((Known(actors) || Known(to)) && a.by.rule == b.by.rule);
}

}  // namespace

bool ModesAgree(const Event& a, const Event& b) { return a.mode.empty() || b.mode.empty() || a.mode == b.mode; }

bool DatesAgree(const Event& a, const Event& b) {
  if (!a.date || !b.date) return true;
  return a.date->from <= b.date->to && b.date->from <= a.date->to;
}

bool PlacesAgree(const Event& a, const Event& b) { return !a.place || !b.place || a.place->name == b.place->name; }

void TellAgain(Event& kept, Event& other) {
  for (Evidence& e : other.evidence) {
    const bool again = std::any_of(kept.evidence.begin(), kept.evidence.end(),
                                   [&](const Evidence& k) { return k.role == e.role && k.span == e.span; });
    if (!again) kept.evidence.push_back(std::move(e));
  }
  if (kept.mode.empty()) {
    kept.mode = other.mode;
    if (!other.mode.empty()) kept.cameo = other.cameo;
  }
  if (!kept.date) kept.date = other.date;
  if (!kept.place) kept.place = other.place;
  if (!kept.counts.killed) kept.counts.killed = other.counts.killed;
  if (!kept.counts.injured) kept.counts.injured = other.counts.injured;
  if (!kept.counts.arrested) kept.counts.arrested = other.counts.arrested;
  if (!kept.counts.size) kept.counts.size = other.counts.size;
  if (kept.status == EventStatus::kActual) kept.status = other.status;
  // Told by the report itself once is told by the report.
  if (kept.statement >= 0 && other.statement < 0) {
    kept.statement = -1;
    kept.asserted_by.clear();
  }
  kept.confidence = std::max(kept.confidence, other.confidence);
  for (const ActorRef& who : other.recipients) {
    const bool known = std::any_of(kept.recipients.begin(), kept.recipients.end(), [&](const ActorRef& k) {
      return k.span == who.span || (k.actor >= 0 && k.actor == who.actor);
    });
    if (!known && who.actor >= 0) kept.recipients.push_back(who);
  }
  kept.by.steps.push_back("told again: " + other.by.rule);
}

std::vector<Event> MergeEvents(std::vector<Event> events, std::string_view text) {
  std::vector<Event> merged;
  std::map<std::pair<std::string, std::vector<int>>, std::vector<size_t>> same_actors;  // those that can be one
  for (Event& event : events) {
    std::vector<size_t>& rivals = same_actors[{event.type, People(event.actors, text)}];
    auto same = std::find_if(rivals.begin(), rivals.end(), [&](size_t i) { return SameEvent(merged[i], event, text); });
    if (same == rivals.end()) {
      rivals.push_back(merged.size());
      merged.push_back(std::move(event));
    } else {
      TellAgain(merged[*same], event);
    }
  }
  return merged;
}

}  // namespace rapporteur
