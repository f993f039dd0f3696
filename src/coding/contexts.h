// What an event is about (PLOVER's contexts) and how it is scaled: quad class, scores and CAMEO code.
//
// Deterministic: contexts come in the order of contexts.tsv; each with a step in the event's trace that names the
// lines and words that decided.
#pragma once

#include <string_view>
#include <vector>

#include "coding/items.h"
#include "lexicon/lexicon.h"
#include "resolve/tree.h"

namespace rapporteur {

// The report that events are told in. `title` is the sentence of the headline, -1 for none.
struct ContextSources {
  std::string_view text;
  const std::vector<Tree>& trees;
  const Lexicon& lexicon;
  int title = -1;
};

// A mode for events whose frame left open how they were done, by the words of their clause: "killed by a drone".
void RefineModes(const ContextSources& sources, std::vector<Event>& events);

void GiveContexts(const ContextSources& sources, std::vector<Event>& events);

// Fills cameo where the frame gave none, quad, score and goldstein.
void GiveScales(const Lexicon& lexicon, std::vector<Event>& events);

}  // namespace rapporteur
