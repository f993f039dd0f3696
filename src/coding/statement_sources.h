// What statements are read from. A view: nothing of it may be gone while they are being found.
#pragma once

#include <vector>

#include "coding/frame_match.h"
#include "coding/items.h"
#include "coding/proposition.h"
#include "lexicon/predicates.h"
#include "resolve/cast.h"

namespace rapporteur {

struct StatementSources {
  const ParsedReport& report;
  const std::vector<Tree>& trees;
  const PropositionLayer& layer;
  const Cast& cast;
  const FrameMatcher& matcher;
  const CueTable& cues;

  const Tree& tree(int sentence) const { return trees[static_cast<size_t>(sentence)]; }
};

}  // namespace rapporteur
