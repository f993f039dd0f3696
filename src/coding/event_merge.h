// One event told twice in a report is one item with the evidence of both.
#pragma once

#include <string_view>
#include <vector>

#include "coding/items.h"

namespace rapporteur {

// Keeps the order of first tellings. Two tellings are one event when type, status (actual and ongoing are one), actors
// and voucher agree, modes, dates and places do not contradict, the recipients of one are all among the other's, and
// both sides are known (or the trigger words are the same). Sides that are bare words ("the harbour") are one when the
// words are: `text` is the report's.
std::vector<Event> MergeEvents(std::vector<Event> events, std::string_view text);

// No mode (date, place), or the same (overlapping) one.
bool ModesAgree(const Event& a, const Event& b);
bool DatesAgree(const Event& a, const Event& b);
bool PlacesAgree(const Event& a, const Event& b);

// Gives what a second telling adds to the first: evidence, mode, date, place, counts and missing recipients.
void TellAgain(Event& first, Event& again);

}  // namespace rapporteur
