// What disputes ask of a report's words: the clause of a trigger, the words that two passages share, numbers of dead.
//
// Deterministic; a view on what the dealings read.
#pragma once

#include <string>
#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

class DisputeWords {
 public:
  explicit DisputeWords(const Dealings& dealings) : d_(dealings) {}

  int SentenceAt(Span span) const { return d_.content().SentenceAt(span.begin); }

  // The words that a trigger governs, to its clause's end; the trigger alone where it governs nothing.
  Span Clause(Span trigger) const;

  // The first and the last word that a span touches; {-1, -1} for none.
  std::pair<int, int> WordsOf(Span span) const;

  // Lemmas of the nouns, verbs and adjectives of a span that say what it is about: no names, no words of class
  // dispute_empty.
  std::vector<std::string> About(Span span) const;
  // How many of a's are among b's.
  int Shared(Span a, Span b) const;
  // Two of them, or all that the shorter one has.
  bool SameTopic(Span a, Span b) const;
  bool ShareAbout(Span a, Span b) const { return Shared(a, b) > 0; }

  bool HasClass(Span span, std::string_view name) const;
  bool HasNumber(Span span) const { return !Forms(span, Upos::kNum).empty(); }
  // Whether one of them says not of what the other says: "the pilot was killed" and "the pilot had not been killed".
  bool Contradict(Span a, Span b) const;

  // Whether a clause is set against what was said before: "But X said", "X, however, said", "while X said".
  bool SetAgainst(Span cue) const;

  // What a sentence leaves open for what others say of it: "Whether aid gets through remains in dispute", "Two stories
  // are told about the town". Empty when it does not.
  Span OpenQuestion(int sentence) const;

  // Whether both count people killed, or hurt, or held, and no number of the one is among the other's. Passages that
  // name different places speak of different things.
  bool TollsDiffer(Span a, Span b) const;

 private:
  std::vector<std::string> Denied(Span span) const;
  std::vector<std::string> Forms(Span span, Upos upos) const;
  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }

  const Dealings& d_;
};

uint32_t DistanceOf(Span a, Span b);

}  // namespace rapporteur
