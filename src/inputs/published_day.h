// The day on which an article was published, out of the ways in which files write it.
//
// Stateless, deterministic: no clock, so that "yesterday" names no day. A time of day is read over and its zone is not
// applied: the day is the one that is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

// What "03/04/2019" means; by default nothing, as only the file's owner can know.
enum class DayOrder { kUnknown, kDayFirst, kMonthFirst };

// ISO days: "2019-03-12" out of
//   2019-03-12, 2019-03-12T10:15:00Z, 2019/03/12, 20190312, 20190312101500, 12.03.2019
//   Tue, 12 Mar 2019 10:15:00 +0000; 12 March 2019; March 12, 2019 Tuesday; 12-Mar-19; 2019 Mar 12
//   1552385700 (seconds since 1970; also with three, six or nine digits more), 1552385700.25
//   25/03/2019 and 03/25/2019, where one of the two can be no month, else as `order` says
// None for all else: partial dates, days that no calendar has, years before 1800 or after 2199.
std::optional<std::string> PublishedDay(std::string_view text, DayOrder order = DayOrder::kUnknown);

// The day that an address carries: /2019/03/12/ or /2019-03-12-. None for all else.
std::optional<std::string> DayOfAddress(std::string_view url);

}  // namespace rapporteur
