// Names for a report and its items that stay the same when the report is read again.
//
// Deterministic; stateless. A report's id follows from its text and from what the user said of it (publication day,
// publisher, URL). An item's id follows from the report's id, its kind and its first evidence, so that it survives a
// better lexicon or model as long as the item still rests on the same words. Items of one kind with the same first
// evidence are told apart by "-2", "-3" … in the order of Items.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coding/items.h"
#include "coding/read_options.h"

namespace rapporteur {

struct ItemIds {
  std::string report;  // "rp-" and 12 hexadecimal digits
  std::vector<std::string> actors, events, statements, positions, talks, agreements, disputes;  // as in Items

  // The id of an item; empty when the reference points nowhere.
  std::string_view of(ItemRef item) const;
  const std::vector<std::string>& of(ItemKind kind) const;
};

std::string ReportId(std::string_view utf8, const ReadOptions& options);
ItemIds MakeItemIds(std::string report_id, const Items& items);

// Two letters for a kind's ids: "ev" for events.
std::string_view IdPrefix(ItemKind kind);

}  // namespace rapporteur
