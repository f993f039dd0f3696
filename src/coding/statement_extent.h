// How far the words of a statement run in the sentence of its cue, where the tree alone has cut them short or long.
//
// Reads word order, marks and the other cues of the sentence beside the tree. Deterministic.
#pragma once

#include <vector>

#include "coding/statement_content.h"
#include "coding/statement_sources.h"

namespace rapporteur {

// Mends the content of each statement that a verb attributes; where a coordinated verb turns out to be the same
// speaker's next word ("said that … but warned that …"), that statement's speaker too.
void MendExtents(const StatementSources& sources, const ContentReader& content, std::vector<Statement>& found);

}  // namespace rapporteur
