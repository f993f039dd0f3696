// Verbs that tell a meeting: "met", "sat down", "was received by", "spoke over the hotline".
//
// Deterministic.
#pragma once

#include "coding/dealings.h"

namespace rapporteur {

// Whether a verb that an event of type CONSULT stands on tells talks; `visit`: the event is one.
bool EventTellsTalks(const Dealings& dealings, const Proposition& p, const Event& event);

// Whether a verb may tell talks without an event: by the classes talks_meets and talks_two, where no frame knows
// better.
bool MayTellTalks(const Dealings& dealings, const Proposition& p);

// Whether it does, by who meets, when and where: between sides of a public kind, or of several at a time or place.
bool MeetsByItself(const Dealings& dealings, const Proposition& p, const Talks& talks);

// "over the hotline", "by video link".
bool MeetsByWire(const Dealings& dealings, const Proposition& p);

// "a truce mediated by Oman" tells of the truce.
bool MakesPact(const Dealings& dealings, const Proposition& p);

}  // namespace rapporteur
