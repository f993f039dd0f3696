// How certain and how far talks are: held, underway, scheduled, proposed, postponed, cancelled. Deterministic.
#pragma once

#include "coding/talk_mentions.h"
#include "coding/talk_phrase.h"

namespace rapporteur {

// From what is said of the talks and what governs them, with the answers to them; false where there are none at all, as
// in "no talks were held". A postponement sets their new date.
bool SetTalkStatus(const Dealings& dealings, const TalkPhrase& phrase, const Event* event, TalkMention& mention);

}  // namespace rapporteur
