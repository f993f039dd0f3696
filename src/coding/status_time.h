// The status of an event by its day: long before the report's it is background, after it still to come.
//
// Pure functions of their arguments.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "coding/proposition.h"
#include "coding/status_effect.h"
#include "resolve/when.h"

namespace rapporteur {

// The day of an occasion that a predicate is told to belong to, when DateOf gives none: "during the 1990s war", "in
// 1949 after a strike".
std::optional<DateMention> DateOfOccasion(const Tree& tree, const Proposition& p, std::span<const DateMention> dates);

// What a status is for something on these days. `why` is set where it changes.
EventStatus StatusAt(EventStatus status, const Proposition& p, const DateMention& when, Date published,
                     std::string& why);

}  // namespace rapporteur
