// Mends how what is said hangs on its verb of saying, where that takes more than one step: the third part of MendTrees
// (repair.h).
//
// Deterministic, stateless.
#pragma once

#include "language/parsed_report.h"

namespace rapporteur {

//  1. "The envoy said the ship, an old ferry, had left": of a verb's two subjects, one on each side of it, the second
//     is that of the finite clause behind it, and the clause is what is said; likewise "…, saying the ship had left".
//  2. "…, the press service informs": a noun with a subject of its own at a sentence's end is a verb.
//  3. "Guyana, the text notes, is bound", "…, the press service of the government informs": nor is "notes" a noun
//  between
//     commas or at the end, where a noun phrase in the singular after a comma stands before it.
void MendSpeech(ParsedSentence& sentence);

}  // namespace rapporteur
