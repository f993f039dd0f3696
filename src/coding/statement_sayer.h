// Who stands before a verb of saying, told by word order: the noun phrase between a comma, a closing mark or the
// sentence's begin and the verb, over a name or a relative clause between commas.
//
// A view on the sources; deterministic.
#pragma once

#include "coding/statement_sources.h"

namespace rapporteur {

struct Sayer {
  int first = -1, last = -1;  // words, with what stands between commas; -1 for nobody
  int head = -1;              // the word that names who speaks
  bool apart = false;         // a comma or a closing mark stands before
};

// `verb`: the first word of the verb with its auxiliaries. Nothing before word `lo` is looked at.
Sayer SayerBefore(const StatementSources& sources, int sentence, int verb, int lo);

// Whether the tree gives a verb a subject of its own that can be one: not "her" in "a source close to her revealed".
bool HasOwnSubject(const Tree& tree, const Proposition& p);

}  // namespace rapporteur
