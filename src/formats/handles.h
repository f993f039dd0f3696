// Short names for the items of one record, as people type them: e3 the third event, s2 the second statement.
//
// Deterministic; stateless. a actor, e event, s statement, p position, t talks, g agreement, d dispute; numbers from 1.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "record/record.h"

namespace rapporteur {

std::string HandleOf(ItemRef item);

// The item that a handle, an id or the beginning of an id names.
// Errors: kUsage  no such item, or several (the message lists them)
Result<ItemRef> FindItem(const Record& record, std::string_view name);

// What every kind of item has.
const ItemBase& BaseOf(const Record& record, ItemRef item);

// All items of the record, in the order it is written.
std::vector<ItemRef> AllItems(const Record& record);

}  // namespace rapporteur
