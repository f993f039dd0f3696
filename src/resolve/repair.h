// Mends the few attachments that the parser gets wrong again and again in news prose and that the grammar itself rules
// out.
//
// Deterministic, stateless. Works on a copy: `rapporteur parse` shows the model's own trees.
#pragma once

#include <vector>

#include "language/parsed_report.h"
#include "lexicon/frames.h"

namespace rapporteur {

// Each sentence with its attachments mended; words and spans are untouched.
//  1. "said that X had fallen, and denounced it": a verb without subject that agrees in form with the verb of saying,
//     and not with what was said, is coordinated with the former.
//  2. "The charge was false, said Colonna": a verb with its subject behind it, after a comma and without a conjunction,
//     is no conjunct but a clause beside.
//  3. "said on television that …", "told reporters that …": a that-clause with a subject of its own hangs on the verb,
//     not on the noun of a place or time adverbial between the two, nor on who is told.
//  4. "…, adding that …": a clause hangs on the verb right before its "that".
//  5. "He has left, said an official": what follows a verb of saying that has no subject is its subject.
//  6. "Fighting has stopped, the minister said": a finite clause with a subject and without a mark, before the verb of
//     saying, is what is said, not an adverbial.
//  7. "US, Russia meet": names apart by commas before a headline's verb are its subject together.
//  8. "The trouble began at noon, police said": of two subjects of the verb of saying, one on each side of what is
//     said, the first is that of the clause.
//  9. "“The town is quiet,” a spokesman said": of two subjects of what is said, one on each side of it, the second is
//     that of the verb of saying.
// 10. "“It is late,” said an officer posted there": who says it, behind the verb, is no subject of the participle
// after. Then come repair_speech.h and repair_phrases.h; the latter tells what `frames` are for.
std::vector<ParsedSentence> MendTrees(std::vector<ParsedSentence> sentences, const FrameTable* frames = nullptr);

}  // namespace rapporteur
