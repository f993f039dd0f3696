// Who a headline means before the report names him: "UN envoy urges …", then "the UN envoy, Ingrid Vasko".
#include <algorithm>

#include "base/among.h"
#include "resolve/cast_builder.h"

namespace rapporteur {

// Whether a person of the report is what a description before says: of the same noun and the same state or body.
bool CastBuilder::IsForeshadowed(const CastActor& described, const CastActor& person) const {
  if (person.type != ActorType::kPerson || described.nouns.empty()) return false;
  const bool same =
      described.code.empty() ? described.home >= 0 && described.home == person.home : described.code == person.code;
  if (!same) return false;
  const std::string& noun = described.nouns.front();
  if (std::find(person.nouns.begin(), person.nouns.end(), noun) != person.nouns.end()) return true;
  return noun == "leader" && std::any_of(person.nouns.begin(), person.nouns.end(), [](const std::string& title) {
           return Among(title, {"president", "prime minister", "premier", "chancellor", "king", "supreme leader"});
         });
}

// A description that stands before everybody's name becomes the one person whom it fits.
void CastBuilder::MergeForeshadowed() {
  const size_t count = cast_.actors.size();
  std::vector<int> last(count, -1);  // the sentence of its last mention
  for (const ActorMention& mention : cast_.mentions) {
    if (mention.actor >= 0) last[static_cast<size_t>(mention.actor)] = mention.sentence;
  }
  std::vector<int> into(count, -1);
  for (size_t a = 0; a < count; ++a) {
    const CastActor& described = cast_.actors[a];
    const bool one = described.rule == "description" && !described.plural && !described.indefinite &&
                     (described.type == ActorType::kOffice || described.type == ActorType::kPerson);
    if (!one || last[a] != 0) continue;  // of the headline alone
    int fits = -1, fitting = 0;
    for (size_t b = 0; b < count; ++b) {
      if (b == a || !IsForeshadowed(described, cast_.actors[b])) continue;
      fits = static_cast<int>(b);
      ++fitting;
    }
    if (fitting == 1) into[a] = fits;
  }
  // Who fits may be a description of the headline too: it leads on to whom that one fits. A circle leads to nobody.
  std::vector<int> end = into;
  for (size_t a = 0; a < count; ++a) {
    for (size_t steps = 0; end[a] >= 0 && into[static_cast<size_t>(end[a])] >= 0; ++steps) {
      end[a] = steps < count ? into[static_cast<size_t>(end[a])] : -1;
    }
  }
  Redirect(end);
}

// Gives the mentions of each actor with an entry in `into` to that one, and drops it.
void CastBuilder::Redirect(const std::vector<int>& into) {
  std::vector<int> number(into.size(), -1);
  std::vector<CastActor> kept;
  for (size_t a = 0; a < into.size(); ++a) {
    if (into[a] >= 0) continue;
    number[a] = static_cast<int>(kept.size());
    kept.push_back(cast_.actors[a]);
  }
  if (kept.size() == into.size()) return;
  for (size_t a = 0; a < into.size(); ++a) {
    if (into[a] < 0) continue;
    number[a] = number[static_cast<size_t>(into[a])];
    CastActor& person = kept[static_cast<size_t>(number[a])];
    for (const std::string& alias : cast_.actors[a].aliases) AddOnce(person.aliases, alias);
    person.steps.push_back("\"" + cast_.actors[a].name + "\" of the headline");
  }
  auto renumber = [&](int& actor) {
    if (actor >= 0) actor = number[static_cast<size_t>(actor)];
  };
  for (CastActor& actor : kept) {
    renumber(actor.home);
    for (int& member : actor.members) renumber(member);
  }
  for (ActorMention& one : cast_.mentions) renumber(one.actor);
  cast_.actors = std::move(kept);
}

}  // namespace rapporteur
