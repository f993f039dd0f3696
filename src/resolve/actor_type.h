// What kind of thing acts: record.md's `type` of an actor.
#pragma once

#include <cstdint>

namespace rapporteur {

enum class ActorType : uint8_t { kPerson, kState, kOrganization, kGroup, kOffice, kPopulation };

}  // namespace rapporteur
