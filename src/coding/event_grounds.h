// Whether a predicate that a frame fits tells an event at all: attributes ("occupied territory", "the proposed treaty")
// and deeds of nobody in particular ("talks about bombing") do not.
//
// Deterministic.
#pragma once

#include <string_view>

#include "coding/frame_match.h"
#include "coding/items.h"
#include "coding/proposition.h"
#include "lexicon/frames.h"
#include "resolve/tree.h"

namespace rapporteur {

// A participle before its noun tells an event only where it says who did it: "a US-backed militia", not "the disputed
// island", "a visiting minister". `tree` is that of p's sentence.
bool OnlyAttribute(const Tree& tree, const Proposition& p, const FrameMatch& match, const Event& event);

// "the right to fire", "the ability to strike": what somebody may or could do is told of nobody's deed (@capacity).
bool OnlyCapacity(const PropositionLayer& layer, const Proposition& p, const WordClasses& classes);

// Nobody on either side: of use only where the words tell, or deny, a deed and do not only wish or foresee it, and it
// is violence or has a day, a place or a count of its own ("the treaty signed in Paris", "three were shot in Lagos");
// `sure`: a verb whose own words leave no doubt ("live rounds were fired"). Nouns never stand so.
bool StandsWithoutAnybody(const Event& event, bool sure);

// Whether somebody takes part whom a reader could tell: not only "I", "we", "it" or "anyone" of whom nothing is known
// (class @unnamed), as they stand in interviews. False of an event of nobody.
bool NamesSomebody(const Event& event, std::string_view text, const WordClasses& classes);

// Whether all who take part are private people (class @public, or unnamed) in what is political only among others: "my
// parents wanted me to", "the app lets users choose". What is done to people, and their protests, stay.
bool OnlyPrivate(const Event& event, std::string_view text, const WordClasses& classes);

// Whether a thing (class @thing) is the subject of what only actors do: "his career allowed him to", "the heat forced
// people inside". Violence stands, for a strike or a bomb kills; words stand, for a resolution condemns.
bool DoneByAThing(const Tree& tree, const Proposition& p, const Event& event, const WordClasses& classes);

}  // namespace rapporteur
