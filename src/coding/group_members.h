// Puts the members of a group that are known one by one ("the two sides": Norvia, Selk) where an item has the group.
//
// Speakers stay as they are: what two sides say together neither says alone.
#pragma once

#include <vector>

#include "coding/items.h"
#include "resolve/cast.h"

namespace rapporteur {

// The same people, with the members of each group in its place.
std::vector<ActorRef> NamedMembers(const Cast& cast, const std::vector<ActorRef>& list);

void NameGroupMembers(const Cast& cast, Items& items);

}  // namespace rapporteur
