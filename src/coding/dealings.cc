#include "coding/dealings.h"

#include <algorithm>

#include "base/among.h"
#include "coding/when_where.h"
#include "lexicon/row.h"

namespace rapporteur {
namespace {

constexpr int kMaxClimb = 8;

bool SpeaksForMany(ActorType type) {
  return type == ActorType::kState || type == ActorType::kOrganization || type == ActorType::kOffice;
}

bool HasSector(const CastActor& actor, std::initializer_list<std::string_view> list) {
  return std::any_of(actor.sectors.begin(), actor.sectors.end(),
                     [&](const std::string& sector) { return Among(sector, list); });
}

// Rebels and the opposition have their state's code and are not on its side; nor are its courts, parties, unions and
// firms: each of them is a side of its own.
bool OfOneSide(const CastActor& a, const CastActor& b) {
  auto against = [](const CastActor& actor) { return HasSector(actor, {"REB", "OPP", "SPR", "UAF"}); };
  auto own = [](const CastActor& actor) {
    return HasSector(actor, {"JUD", "LEG", "PTY", "LAB", "BUS", "JRN", "CVL", "REL", "EDU", "MED"}) &&
           !HasSector(actor, {"GOV", "MIL", "COP", "SPY"});
  };
  return against(a) == against(b) && !own(a) && !own(b);
}

}  // namespace

bool Dealings::InClass(std::string_view name, std::string_view lemma) const {
  // Classes keep "un-led" with a blank.
  if (lemma.find('-') == std::string_view::npos) return rapporteur::InClass(in_.lexicon.classes(), name, lemma);
  return rapporteur::InClass(in_.lexicon.classes(), name, HyphensToBlanks(lemma));
}

Span Dealings::Words(const Tree& t, int word, bool with_conjuncts) const {
  int last = t.last(word);
  if (!with_conjuncts) {
    for (int c : t.children(word)) {
      if (t.rel(c) != Rel::kConj) continue;
      last = t.first(c) - 1;
      break;
    }
  }
  int first = t.first(word);
  while (first < word && (t.rel(first) == Rel::kPunct || t.rel(first) == Rel::kCc || t.rel(first) == Rel::kCase))
    ++first;
  return content_.Trim(t.span(first, std::max(last, word)));
}

std::vector<ActorRef> Dealings::Subjects(const Proposition& p) const {
  std::vector<ActorRef> found;
  for (const Argument& a : p.arguments) {
    if (a.slot != Slot::kSubject) continue;
    // "whose leader IT wants them to list": of two the nearer one
    const bool nearer = !found.empty() && !a.inherited && a.word < p.word;
    if (!found.empty() && !nearer) continue;
    std::vector<ActorRef> who = in_.matcher.Actors(p.sentence, a.word, false, false);
    if (!who.empty()) found = std::move(who);
  }
  if (found.empty() && p.kind == PredicateKind::kNoun) {
    for (const Argument& a : p.arguments) {
      const bool owner =
          a.slot == Slot::kPossessor || (a.slot == Slot::kOblique && (a.prep == "by" || a.prep == "from"));
      if (owner && found.empty()) found = in_.matcher.Actors(p.sentence, a.word, false, false);
    }
  }
  return found;
}

std::vector<ActorRef> Dealings::SidesBefore(const Proposition& p) const {
  const Tree& t = tree(p);
  std::vector<ActorRef> sides;
  for (int w = t.first(p.word); w < p.word; ++w) {
    const Rel rel = t.rel(w);
    if (rel != Rel::kCompound && rel != Rel::kAmod && rel != Rel::kConj && rel != Rel::kNmodDesc) continue;
    if (!t.dominates(p.word, w)) continue;
    std::vector<ActorRef> found = in_.matcher.Actors(p.sentence, w, false, false);
    std::erase_if(found, [&](const ActorRef& who) {
      return std::any_of(sides.begin(), sides.end(), [&](const ActorRef& side) { return SameSide(who, side); });
    });
    AddOnce(sides, found);
  }
  return sides.size() > 1 ? sides : std::vector<ActorRef>{};
}

int Dealings::Above(const Proposition& p) const {
  const Proposition* at = &p;
  for (int steps = 0; at->link == Link::kCoordinate && at->above >= 0 && steps < kMaxClimb; ++steps) {
    at = &proposition(at->above);
  }
  return at->above;
}

std::optional<DateValue> Dealings::DateAt(const Tree& t, int sentence, int word) const {
  return DateValueOf(DateOf(t, sentence, word, in_.dates), in_.published);
}

std::optional<PlaceRef> Dealings::PlaceAt(const Tree& t, int sentence, int word) const {
  const std::optional<PlaceAnswer> where = PlaceOf(t, sentence, word, in_.places);
  if (!where || where->from_dateline) return std::nullopt;
  return PlaceRefOf(where->place);
}

bool Dealings::SameParticipant(const ActorRef& a, const ActorRef& b) const {
  if (!SameSide(a, b)) return false;
  if (a.actor < 0 || b.actor < 0 || a.actor == b.actor) return true;
  return SpeaksForMany(in_.cast.actors[static_cast<size_t>(a.actor)].type) ||
         SpeaksForMany(in_.cast.actors[static_cast<size_t>(b.actor)].type);
}

// The state without a code that somebody is or speaks for, -1 none.
int Dealings::OwnState(const ActorRef& who) const {
  const CastActor& actor = in_.cast.actors[static_cast<size_t>(who.actor)];
  return actor.type == ActorType::kState && actor.state < 0 ? who.actor : actor.home;
}

bool Dealings::SameSide(const ActorRef& a, const ActorRef& b) const {
  if (a.actor >= 0 && a.actor == b.actor) return true;
  if (a.actor >= 0 && b.actor >= 0 && OwnState(a) >= 0 && OwnState(a) == OwnState(b)) {
    return OfOneSide(in_.cast.actors[static_cast<size_t>(a.actor)], in_.cast.actors[static_cast<size_t>(b.actor)]);
  }
  if (a.code.empty() || a.code != b.code || Among(a.code, {"IGO", "NGO", "IMG", "ISM", "MNC"})) return false;
  if (a.actor < 0 || b.actor < 0) return true;
  return OfOneSide(in_.cast.actors[static_cast<size_t>(a.actor)], in_.cast.actors[static_cast<size_t>(b.actor)]);
}

bool Dealings::IsPolitical(const ActorRef& who) const {
  if (who.sectors.empty()) return true;
  return std::any_of(who.sectors.begin(), who.sectors.end(),
                     [&](const std::string& sector) { return InClass("talks_sector", LowerAscii(sector)); });
}

bool Dealings::IsPublic(const ActorRef& who) const {
  if (who.actor < 0 || !IsPolitical(who)) return false;
  return !who.code.empty() || !who.sectors.empty() ||
         SpeaksForMany(in_.cast.actors[static_cast<size_t>(who.actor)].type);
}

void Dealings::AddOnce(std::vector<ActorRef>& list, const std::vector<ActorRef>& more) const {
  for (const ActorRef& who : more) {
    const bool known = std::any_of(list.begin(), list.end(), [&](const ActorRef& other) {
      const bool unknown = who.actor < 0 || other.actor < 0;  // the members of a group share its words
      return (!unknown && who.actor == other.actor) || (unknown && who.span == other.span);
    });
    if (!known) list.push_back(who);
  }
}

bool Dealings::IsDate(int sentence, int word) const {
  return std::any_of(in_.dates.begin(), in_.dates.end(), [&](const DateMention& date) {
    return date.sentence == sentence && date.first <= word && word <= date.last;
  });
}

bool ToldAsSo(EventStatus status) {
  return status == EventStatus::kActual || status == EventStatus::kOngoing || status == EventStatus::kHistorical;
}

}  // namespace rapporteur
