// Who takes part in talks, and who mediates, hosts or chairs them. Deterministic.
#pragma once

#include "coding/talk_mentions.h"
#include "coding/talk_phrase.h"

namespace rapporteur {

// Participants and mediators that the mention's own sentence names; `event` null none.
void ReadTalkSides(const Dealings& dealings, const TalkPhrase& phrase, const Event* event, Talks& talks);

// The actors at a word; of "the leaders of Germany and France" the states, since each sends its own.
std::vector<ActorRef> TalkSidesAt(const Dealings& dealings, int sentence, int word, bool places);

}  // namespace rapporteur
