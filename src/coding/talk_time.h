// When and where talks are held. Deterministic.
#pragma once

#include "coding/talk_mentions.h"
#include "coding/talk_phrase.h"

namespace rapporteur {

// Date and venue of the words themselves, of what is said of them as talks (held, opened, scheduled), and of their
// event; `event` null none. What the talks have already stays.
void ReadTalkTimeAndPlace(const Dealings& dealings, const TalkPhrase& phrase, const Event* event, Talks& talks);

// "the talks", "that meeting".
bool IsDefiniteTalks(const Tree& tree, int word);

}  // namespace rapporteur
