#include "coding/things.h"

#include <algorithm>
#include <array>

#include "base/among.h"

namespace rapporteur {
namespace {

struct ThingSector {
  std::string_view word_class, sector;
};

constexpr std::array<ThingSector, 9> kSectors = {{{"thing-cvl", "CVL"},
                                                  {"thing-bus", "BUS"},
                                                  {"thing-gov", "GOV"},
                                                  {"thing-mil", "MIL"},
                                                  {"thing-cop", "COP"},
                                                  {"thing-med", "MED"},
                                                  {"thing-edu", "EDU"},
                                                  {"thing-rel", "REL"},
                                                  {"thing-agr", "AGR"}}};

constexpr std::array<std::string_view, 12> kThings = {"weapon",   "explosive",      "firearm", "property",
                                                      "building", "territory",      "vehicle", "ship",
                                                      "aircraft", "infrastructure", "embassy", "road"};

// Prepositions between a thing and where it stands or whose it is.
bool Locates(std::string_view preposition) {
  return Among(preposition, {"in", "at", "near", "of", "from", "outside", "around", "off", "on", "close to", "south of",
                             "north of", "east of", "west of", "along", "inside", "across"});
}

}  // namespace

void ThingReader::FallOn(const FrameMatcher& matcher, const Proposition& p, const FrameMatch& match,
                         std::vector<ActorRef>& recipients, std::vector<std::string>& steps) const {
  const Tree& t = trees_[static_cast<size_t>(p.sentence)];
  std::string scene;
  if (const auto where = PlaceOf(t, p.sentence, p.word, places_); where && !where->from_dateline)
    scene = where->place.country;
  Complete(p.sentence, scene, recipients);
  const std::vector<int> heads = matcher.Targets(p, match.frame->recipient, [&](int w) {
    const bool taken = std::find(match.consumed.begin(), match.consumed.end(), w) != match.consumed.end();
    const std::vector<int> all = t.conjuncts(w);
    return !taken || std::any_of(all.begin(), all.end(), [&](int one) { return IsThing(t, one); });
  });
  if (heads.empty()) return;
  const bool thing = IsThing(t, heads.front());
  // A bare place that owns the thing gives it its code: "Gaza's only airport".
  const Span whole = t.span(t.first(heads.front()), t.last(heads.front()));
  auto gives_way = [&](const ActorRef& who) {
    return thing && (IsScene(p, who) || (who.actor < 0 && whole.overlaps(who.span)));
  };
  if (!std::all_of(recipients.begin(), recipients.end(), gives_way)) {
    return;
  }
  recipients = Read(p.sentence, heads, scene);
  steps.clear();
  for (const ActorRef& what : recipients)
    steps.push_back("words of the target" + (what.code.empty() ? "" : ", " + what.code));
}

// Whether a recipient is only where it happens: its words stand in a locative phrase.
bool ThingReader::IsScene(const Proposition& p, const ActorRef& who) const {
  const Tree& t = trees_[static_cast<size_t>(p.sentence)];
  for (int w = 0; w < t.size(); ++w) {
    if (!who.span.contains(t.word(w).span)) continue;
    if (Among(t.preposition(w), {"in", "at", "near", "around", "outside", "across", "along"})) return true;
  }
  return false;
}

bool ThingReader::InClass(std::string_view name, const Tree& tree, int word) const {
  const auto has = [&](const std::string& text) { return rapporteur::InClass(lexicon_.classes(), name, text); };
  const std::string lemma = LowerAscii(tree.word(word).lemma), form = LowerAscii(tree.word(word).form);
  if (has(lemma) || has(form)) return true;
  return word > 0 && has(LowerAscii(tree.word(word - 1).form) + " " + lemma);
}

bool ThingReader::IsThing(const Tree& tree, int word) const {
  if (!Sector(tree, word).empty()) return true;
  return std::any_of(kThings.begin(), kThings.end(), [&](std::string_view name) { return InClass(name, tree, word); });
}

// A rebel stronghold, a militia base: the sectors of those whose military thing it is.
std::vector<std::string> ThingReader::OwnerSectors(const Tree& tree, int word) const {
  if (!InClass("thing-mil", tree, word)) return {};
  for (int k : tree.children(word)) {
    const Rel rel = tree.rel(k);
    if (k > word || (rel != Rel::kCompound && rel != Rel::kAmod && rel != Rel::kNmodPoss)) continue;
    const AgentNoun* agent = lexicon_.FindAgent(LowerAscii(tree.word(k).lemma));
    if (agent != nullptr && !agent->sectors.empty()) return agent->sectors;
  }
  return {};
}

// Whether where it stands says whose it is.
bool ThingReader::Stays(int sentence, int word) const {
  const Tree& t = trees_[static_cast<size_t>(sentence)];
  if (InClass("thing-moving", t, word)) return false;
  return !InClass("thing-mil", t, word) || !OwnerSectors(t, word).empty();
}

std::string ThingReader::Sector(const Tree& tree, int word) const {
  for (const ThingSector& one : kSectors) {
    if (InClass(one.word_class, tree, word)) return std::string(one.sector);
  }
  return "";
}

// The country of a name: a state, a nationality, a place.
std::string ThingReader::CodeOfName(int sentence, int word) const {
  for (const NamePhrase& name : cast_.names[static_cast<size_t>(sentence)]) {
    if (word < name.first || name.last < word || name.entries == nullptr) continue;
    for (const NameEntry& entry : *name.entries) {
      if (entry.kind == EntryKind::kState || entry.kind == EntryKind::kDemonym)
        return lexicon_.states()[entry.index].code;
    }
  }
  for (const PlaceMention& place : places_) {
    if (place.sentence == sentence && place.first <= word && word <= place.last && !place.country.empty())
      return place.country;
  }
  return "";
}

// By its own words: an Iranian tanker, Gaza's airport; a hospital in Aleppo, villages near Kharkiv. What moves about
// and what belongs to armed men is not the country's where it stands.
std::string ThingReader::CodeOf(int sentence, int word) const {
  const Tree& t = trees_[static_cast<size_t>(sentence)];
  const bool stays = Stays(sentence, word);
  for (const bool before : {true, false}) {
    for (int k : t.children(word)) {
      const Rel rel = t.rel(k);
      const bool owner = rel == Rel::kNmodPoss || rel == Rel::kAmod || rel == Rel::kCompound || rel == Rel::kNmodDesc;
      const std::string preposition = t.preposition(k);
      const bool located = (rel == Rel::kNmod || rel == Rel::kNmodUnmarked) &&
                           (stays ? Locates(preposition) : Among(preposition, {"of", "from"}));
      if (before ? !owner : !located) continue;
      std::string code = CodeOfName(sentence, k);
      if (code.empty() && !before) code = CodeOf(sentence, k);  // the outskirts of the city of Homs
      if (!code.empty()) return code;
    }
  }
  return "";
}

ActorRef ThingReader::One(int sentence, int word, const std::string& scene) const {
  const Tree& t = trees_[static_cast<size_t>(sentence)];
  int first = word, last = word;
  for (int c : t.children(word)) {
    const Rel rel = t.rel(c);
    if (c < word && (rel == Rel::kAmod || rel == Rel::kCompound || rel == Rel::kNummod || rel == Rel::kNmodPoss))
      first = std::min(first, t.first(c));
    if (c > word && (rel == Rel::kFlat || rel == Rel::kCompound)) last = std::max(last, t.last(c));
  }
  ActorRef ref;
  ref.span = t.span(first, last);
  const ParsedWord& head = t.word(word);
  if (head.upos != Upos::kNoun && head.upos != Upos::kPropn) return ref;
  ref.code = CodeOf(sentence, word);
  if (ref.code.empty() && IsThing(t, word) && Stays(sentence, word)) ref.code = scene;
  ref.sectors = OwnerSectors(t, word);
  if (const std::string sector = Sector(t, word); ref.sectors.empty() && !sector.empty()) ref.sectors = {sector};
  return ref;
}

void ThingReader::Complete(int sentence, const std::string& scene, std::vector<ActorRef>& refs) const {
  const Tree& t = trees_[static_cast<size_t>(sentence)];
  for (ActorRef& ref : refs) {
    if (ref.actor >= 0 || !ref.code.empty()) continue;
    for (int w = 0; w < t.size(); ++w) {
      if (!ref.span.contains(t.word(w).span) || !IsThing(t, w)) continue;
      const ActorRef thing = One(sentence, w, scene);
      ref.code = thing.code;
      if (ref.sectors.empty()) ref.sectors = thing.sectors;
      break;
    }
  }
}

std::vector<ActorRef> ThingReader::Read(int sentence, const std::vector<int>& heads, const std::string& scene) const {
  const Tree& t = trees_[static_cast<size_t>(sentence)];
  std::vector<ActorRef> things;
  for (int head : heads) {
    for (int w : t.conjuncts(head)) {
      if (w != head && t.word(w).upos != Upos::kNoun && t.word(w).upos != Upos::kPropn) continue;
      ActorRef ref = One(sentence, w, scene);
      const bool again = std::any_of(things.begin(), things.end(),
                                     [&](const ActorRef& other) { return other.span.overlaps(ref.span); });
      if (!again) things.push_back(std::move(ref));
    }
  }
  return things;
}

}  // namespace rapporteur
