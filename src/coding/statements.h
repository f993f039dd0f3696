// Who said what, to whom, at whose word: every attribution of a report.
//
// Deterministic. Cues are lexicon/cues.tsv; content comes from the tree (complement clauses, clauses that a cue hangs
// on), and from the quotation marks. Speakers are actors of the cast or the bare words ("a senior official").
#pragma once

#include <optional>
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
};

// In text order of their content; parents are set.
std::vector<Statement> FindStatements(const StatementSources& sources);

}  // namespace rapporteur
