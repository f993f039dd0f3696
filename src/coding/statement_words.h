// What a single word does in a sentence that tells what somebody says.
//
// Stateless; deterministic.
#pragma once

#include "base/among.h"
#include "coding/proposition.h"
#include "resolve/tree.h"

namespace rapporteur {

inline bool IsComma(const ParsedWord& word) { return word.form == ","; }

inline bool OpensQuotation(const ParsedWord& word) {
  return Among(word.form, {"\"", "“", "''", "``", "‘", "'", "«", "„"});
}

inline bool ClosesQuotation(const ParsedWord& word) { return Among(word.form, {"\"", "”", "''", "’", "'", "»"}); }

inline bool IsFiniteVerb(const ParsedWord& word) {
  return (word.upos == Upos::kVerb || word.upos == Upos::kAux) && HasFeature(word, "VerbForm=Fin");
}

// Verbs whose object hears it.
inline bool IsToldToSomebody(const Proposition& p) {
  return Among(p.lemma, {"tell", "inform", "assure", "remind", "advise", "notify", "convince"});
}

// Verbs of the cue table that do not stand beside the very words: they need an object or a preposition.
inline bool NeedsObject(const Proposition& p) {
  return Among(p.lemma, {"speak",   "talk",   "chat",    "refer", "describe", "offer", "present", "publish",
                         "voice",   "air",    "express", "echo",  "mention",  "call",  "weigh",   "release",
                         "discuss", "unveil", "hold",    "imply", "touch",    "dwell"}) ||
         p.lemma.find(' ') != std::string::npos;
}

}  // namespace rapporteur
