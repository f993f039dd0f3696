// Puts the members of a group that are known one by one ("the two sides": Norvia, Selk) where an item has the group.
//
// Speakers stay as they are: what two sides say together neither says alone.
#pragma once

#include "coding/items.h"
#include "resolve/cast.h"

namespace rapporteur {

void NameGroupMembers(const Cast& cast, Items& items);

}  // namespace rapporteur
