// Where a statement's words can stand in the sentence of its cue: what the cue's voice reaches, the cue's own clause,
// and the words that the content has by now.
//
// A view on a tree; deterministic.
#pragma once

#include "coding/statement_content.h"
#include "coding/statement_sources.h"

namespace rapporteur {

// A sentence, the words of it that the cue's voice reaches (all, or those of its quotation), and the cue's own clause.
struct Stage {
  const Tree* tree = nullptr;
  int lo = 0, hi = 0;        // words, inclusive
  int verb = 0;              // the cue
  int first = 0, last = 0;   // the cue with its subject and auxiliaries
  int from = -1, to = -1;    // words of the content
  bool own_subject = false;  // said by somebody named beside it
  bool phrase = false;       // a preposition, no verb

  const ParsedWord& word(int w) const { return tree->word(w); }

  // Takes the words of a span; from is -1 when it reaches beyond the stage or holds none.
  void Place(Span content);
};

// False where no verb or preposition gives the cue, or the content reaches beyond its sentence.
bool SetStage(const StatementSources& sources, const ContentReader& content, const Statement& st, Stage& stage);

// Narrows words [lo, hi] around `verb` to its own part of a sentence that semicolons divide; "said that …; that …" goes
// on.
void KeepSentence(const Tree& t, int verb, int& lo, int& hi);

// Whether a verb, or the auxiliary or copula that carries it, is finite; whether a predicate has a subject of its own.
bool IsFinite(const Tree& t, int w);
bool HasSubject(const Tree& t, int w);

}  // namespace rapporteur
