// Who has a part in which item, as SQL over the store's tables: one relation for all kinds.
//
// Stateless; deterministic.
#pragma once

#include <string>

#include "coding/items.h"

namespace rapporteur {

enum class AskedSide { kAny, kDoer, kReceiver };

// A SELECT of (report, item, actor, code, sectors, start_char), a row for each part that somebody has in an item of
// this kind, where `test` holds of these columns. Of kinds whose sides are equal (talks, agreements, disputes) and of
// actors every side is both.
std::string SqlRoles(ItemKind kind, AskedSide side, const std::string& test);

}  // namespace rapporteur
