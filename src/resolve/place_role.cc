#include "resolve/place_role.h"

#include "base/among.h"

namespace rapporteur {

bool StandsForPlace(const Tree& tree, const NamePhrase& name) {
  const int w = tree.coordination_head(name.head);
  const std::string prep = tree.preposition(name.head).empty() ? tree.preposition(w) : tree.preposition(name.head);
  const int up = tree.head(w);
  const bool capital = EntryOf(name, EntryKind::kCapital) != nullptr;
  if (Among(prep, {"in",      "at",      "near",   "outside",    "inside", "around",   "across",
                   "into",    "through", "within", "throughout", "around", "north of", "south of",
                   "east of", "west of", "off",    "over",       "above",  "toward",   "towards"})) {
    return true;
  }
  if (Among(prep, {"to", "from"}) && up >= 0) {
    const ParsedWord& governor = tree.word(up);
    if (governor.upos == Upos::kVerb) {
      return Among(governor.lemma, {"go",    "travel", "fly",   "return",   "come",   "move",      "arrive", "head",
                                    "send",  "drive",  "flee",  "withdraw", "deploy", "leave",     "escape", "migrate",
                                    "visit", "invite", "bring", "take",     "deport", "extradite", "range",  "stretch",
                                    "march", "cross",  "enter", "retreat",  "pull"});
    }
    return Among(governor.lemma, {"visit", "trip", "travel", "journey", "return", "road", "flight", "way", "border",
                                  "route", "kilometre", "kilometer", "mile", "km", "arrival", "withdrawal", "refugee"});
  }
  if (!prep.empty()) return capital && Among(prep, {"of", "on", "for", "via"});
  if (up < 0) return false;
  const Rel rel = tree.rel(w);
  if (rel == Rel::kObj && tree.word(up).upos == Upos::kVerb) {
    return capital &&
           Among(tree.word(up).lemma, {"visit", "leave", "enter", "attack", "bomb", "shell", "capture", "reach",
                                       "seize", "take", "besiege", "surround", "storm", "retake", "hit"});
  }
  if (rel == Rel::kCompound || rel == Rel::kAmod || rel == Rel::kNmodUnmarked) return capital;
  return false;
}

}  // namespace rapporteur
