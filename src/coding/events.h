// Who did what to whom: PLOVER events from the propositions and the frames, each with its status and whose word it is.
//
// Deterministic: the same input gives the same events in order of their first trigger.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "coding/frame_match.h"
#include "coding/items.h"
#include "coding/proposition.h"
#include "coding/statement_index.h"
#include "coding/status.h"
#include "lexicon/lexicon.h"
#include "resolve/cast.h"
#include "resolve/when.h"
#include "resolve/where.h"

namespace rapporteur {

struct EventSources {
  std::string_view text;
  const std::vector<Tree>& trees;
  const PropositionLayer& layer;
  const Cast& cast;
  const FrameMatcher& matcher;
  const StatusReader& status;
  const Lexicon& lexicon;
  const StatementIndex& told;
  const std::vector<DateMention>& dates;
  const std::vector<PlaceMention>& places;
  std::optional<Date> published;
};

// One item an event: what several sentences tell is merged, with a trigger for each.
std::vector<Event> FindEvents(const EventSources& sources);

}  // namespace rapporteur
