// What talks are about: after on, over, about; what they cover, are dedicated to, or are held to settle. Deterministic.
#pragma once

#include "coding/talk_mentions.h"
#include "coding/talk_phrase.h"

namespace rapporteur {

void ReadTalkTopics(const Dealings& dealings, const TalkPhrase& phrase, Talks& talks);

// What a predicate of class talks_cover is about: its object, or what stands after "on", "with", "around" …
void AddCoveredTopics(const Dealings& dealings, const Proposition& p, Talks& talks);

}  // namespace rapporteur
