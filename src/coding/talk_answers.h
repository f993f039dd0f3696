// Who proposes talks, and who confirms, refuses, withholds or sets a condition. Deterministic.
#pragma once

#include "coding/talk_mentions.h"
#include "coding/talk_phrase.h"

namespace rapporteur {

// Answers and proposers that the words around a mention tell; returns whether somebody refuses to take part or to talk.
bool ReadTalkAnswers(const Dealings& dealings, const TalkPhrase& phrase, EventStatus read, Talks& talks);

// The answer that a predicate gives to talks ("confirmed the date", "refused to attend"); none when it gives none.
std::optional<Answer> AnswerOf(const Dealings& dealings, int proposition);

// Whether a predicate tells that somebody keeps silent: "would neither confirm nor deny", "has given no reply".
bool IsSilent(const Dealings& dealings, int proposition);

// Adds it once for each who.
void AddAnswer(const Dealings& dealings, const std::vector<ActorRef>& who, Answer answer, Span words, Talks& talks);

}  // namespace rapporteur
