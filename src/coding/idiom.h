// Finds the further words of an idiom around its predicate: frames, embeddings and cues spell theirs alike.
//
// Deterministic; any number of threads may call it.
#pragma once

#include <string_view>
#include <vector>

#include "coding/proposition.h"
#include "lexicon/predicates.h"

namespace rapporteur {

// The `pos` of the lines that a predicate of this kind is looked for among.
PredicatePos PosOf(PredicateKind kind);

// Whether a word has this lemma or form, whatever its case.
bool WordIs(const ParsedWord& word, std::string_view text);

// Looks for each word of `idiom` after its first ("call for", "have no intention", "push for"): beside the predicate,
// as the preposition or head of an argument, or as what opens a clause below it. True when all stand; `words` then
// holds the predicate and what was found, in text order. An idiom of one word always stands.
bool FindIdiom(const Tree& tree, const Proposition& p, std::string_view idiom, std::vector<int>& words);

}  // namespace rapporteur
