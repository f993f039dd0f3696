// One event told twice in a report is one item with the evidence of both.
#pragma once

#include <string_view>
#include <vector>

#include "coding/items.h"

namespace rapporteur {

// Keeps the order of first tellings. Two tellings are one event when type, status (actual and ongoing are one), sides
// and voucher agree, modes and dates do not contradict, and both sides are known (or the trigger words are the same).
// Sides that are bare words ("the harbour") are one when the words are: `text` is the report's.
std::vector<Event> MergeEvents(std::vector<Event> events, std::string_view text);

}  // namespace rapporteur
