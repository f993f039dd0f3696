// Mends phrases that the parser hangs on the wrong noun: the second half of MendTrees (repair.h).
//
// Deterministic, stateless.
#pragma once

#include <vector>

#include "language/parsed_report.h"
#include "lexicon/frames.h"

namespace rapporteur {

//  1. "killed at least six": "at least" belongs to the number, and what it counts is the verb's object.
//  2. "the arrest of the mayor by the police", "was given to them by the police": who does a deed hangs on the deed (a
//     noun with a frame, a passive verb), not on a noun between the two.
//  3. "talks in Jordan with the king": a name after a preposition takes no "with", "against", "by", … of its own;
//     "warned Chad of reprisals": nor what it is warned or accused of.
//  4. "with the premier Leo Varadkar": the preposition before a title is that of the name.
//  5. "a call by the bishops for Chad to disarm": who shall act hangs on the noun that the infinitive hangs on.
//  6. "sent the government a letter": the first of two objects side by side is the indirect one; "staged a flag march":
//     of a verb that takes no two, it is a compound of the second.
//  7. "spurned repeated offers", "rejected proposals laid out by the union": the participle says more of the object.
//  8. "killed at least six soldiers": what a number counts right behind a verb without an object is its object.
//  9. "killed in police firing": what was read as a verb after a preposition, with an article or a bare noun before it,
//     is the noun of a deed. Its tag is mended with it.
// 10. "opened its borders to displaced Afghans": the "to" of a noun is its preposition, whatever the parser took it
// for.
// 11. "hand over the arms": a particle that makes a known verb with the word before it is no preposition.
// `frames` say which nouns are deeds; without them rule 2 knows only passives and rules 9 and 11 nothing.
void MendPhrases(ParsedSentence& sentence, const FrameTable* frames);

// Whether every word hangs, over others, on a root: two rules that each are right may together close a ring.
bool HangOnRoot(const std::vector<ParsedWord>& words);

}  // namespace rapporteur
