#include "coding/proposition_share.h"

#include <algorithm>

namespace rapporteur {
namespace {

// Whether nothing but conjunctions, commas, adverbs and further verbs stands between the two verbs.
bool StandTogether(const Tree& t, int first, int last) {
  for (int w = first + 1; w < last; ++w) {
    const Upos upos = t.word(w).upos;
    if (upos != Upos::kCconj && upos != Upos::kPunct && upos != Upos::kAdv && upos != Upos::kVerb &&
        upos != Upos::kAux && upos != Upos::kPart) {
      return false;
    }
  }
  return true;
}

// The argument in the slot that stands behind the verb.
const Argument* Behind(const Proposition& p, Slot slot) {
  for (const Argument& a : p.arguments) {
    if (a.slot == slot && a.word > p.word) return &a;
  }
  return nullptr;
}

}  // namespace

void ShareArguments(const Tree& t, std::span<Proposition> sentence) {
  for (Proposition& later : sentence) {
    if (later.kind != PredicateKind::kVerb || t.rel(later.word) != Rel::kConj) continue;
    const auto found = std::find_if(sentence.begin(), sentence.end(),
                                    [&](const Proposition& p) { return p.word == t.head(later.word); });
    if (found == sentence.end()) continue;
    // All verbs of the coordination up to this one: the first and those between.
    for (Proposition& earlier : sentence) {
      const bool coordinated =
          earlier.word == found->word || (t.rel(earlier.word) == Rel::kConj && t.head(earlier.word) == found->word);
      if (!coordinated || earlier.kind != PredicateKind::kVerb || earlier.word >= later.word) continue;
      if (t.word(earlier.word).xpos != t.word(later.word).xpos || !StandTogether(t, earlier.word, later.word)) continue;
      const bool passive = found->passive;
      const Slot slot = passive ? Slot::kSubject : Slot::kObject;
      const Argument* shared = Behind(later, slot);
      if (shared == nullptr || later.passive != passive || earlier.Find(slot) != nullptr) continue;
      if (!passive && earlier.passive) continue;
      earlier.arguments.push_back({slot, "", shared->word, true});
    }
  }
}

}  // namespace rapporteur
