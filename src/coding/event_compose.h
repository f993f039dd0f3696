// What events are besides themselves, told by what embeds them: lexicon/compositions.tsv.
//
// "Assad should step down", in somebody else's words, is a demand besides a resignation; a promise to withdraw gives
// the promise its mode and its other side. Deterministic.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "coding/frame_match.h"
#include "coding/items.h"
#include "coding/proposition.h"
#include "coding/status.h"
#include "lexicon/lexicon.h"

namespace rapporteur {

// An event before merging, with what it was made of.
struct CodedEvent {
  Event event;
  int proposition = -1;
  bool composed = false;  // a further event: promised, demanded, …
  bool known = false;     // told by a noun that speaks of what is known: "the attack"
  bool unnamed = false;   // of nobody: it stands only with a number of dead or hurt, or as a known event told again
};

// Fills modes and sides that a governing event takes from what it governs, and appends the further events.
void ComposeEvents(const PropositionLayer& layer, const std::vector<Composition>& lines, const SpeakerAt& speaker,
                   std::vector<CodedEvent>& events);

// The same words or the same actor.
bool SameActor(const ActorRef& a, const ActorRef& b);

// Takes from the recipients who is among the actors already.
void DropRepeated(Event& event);

// Takes from the recipients of equal sides who belongs to one of them or means them all: "France and Chad signed a pact
// between the two countries" (class @sides).
void DropOwnSides(std::string_view text, const WordClasses& classes, Event& event);

}  // namespace rapporteur
