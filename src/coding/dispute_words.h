// What disputes ask of a report's words: what a claim is about, whether two claims are about the same, and whether they
// can both be true.
//
// Deterministic; a view on what the dealings read. Not for several threads: it keeps what it has read of each word.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

// A word that says what a claim is about.
struct ClaimTerm {
  std::string_view lemma;
  const std::vector<OppositePlace>* places = nullptr;  // in opposites.tsv
  double weight = 1;                                   // less for what the report speaks of all the time
  bool predicate = false;
  bool negated = false;  // its clause is
};

// "forty protesters": the number and what is counted, empty where it stands alone.
struct ClaimNumber {
  std::string form;
  ClaimTerm counted;
};

struct ClaimContent {
  std::vector<ClaimTerm> terms;
  std::vector<ClaimNumber> numbers;
  std::vector<int> actors;  // whom it names
  int esteem = 0;           // words of praise less words of blame
  bool negated = false;     // one of its predicates is
  bool pronoun = false;     // it speaks of "it", "that", or names no thing at all
};

// What two claims have to do with each other.
struct Likeness {
  double words = 0;         // words that both have or that mean the same
  double shared = 0;        // these, and whom both name
  double opposite = 0;      // words of opposite meaning
  double contradicted = 0;  // the same predicate with "not" on one side
  bool polarity = false;
  bool negation = false;
  bool numbers = false;
};

class DisputeWords {
 public:
  explicit DisputeWords(const Dealings& dealings);

  int SentenceAt(Span span) const { return d_.content().SentenceAt(span.begin); }

  // The words that a trigger governs, to its clause's end; the trigger alone where it governs nothing.
  Span Clause(Span trigger) const;

  // The first and the last word of its first sentence that a span touches; {-1, -1} for none.
  std::pair<int, int> WordsOf(Span span) const;
  bool HasVerb(Span span) const;

  bool HasClass(Span span, std::string_view name) const;
  bool HasNumber(Span span) const;

  // `denied`: all of it is said not to be so.
  ClaimContent Read(Span span, bool denied) const;
  Likeness Compare(const ClaimContent& a, const ClaimContent& b) const;

  // Whether a clause is set against what was said before: "But X said", "X, however, said", "while X said".
  bool SetAgainst(Span cue) const;

  // Whether the words begin with, or hold, a phrase of a class of several words: "not so", "nothing of the kind".
  // Where it stands in them; npos for nowhere.
  size_t FindPhrase(std::string_view words, std::string_view name, bool at_begin) const;

 private:
  void AddWord(const Tree& t, int sentence, int word, bool denied, ClaimContent& content) const;
  bool IsNegated(const Tree& t, int word) const;
  static int PredicateOf(const Tree& t, int word);
  ClaimTerm Term(const Tree& t, int word, bool denied) const;
  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }

  const Dealings& d_;
  std::vector<std::vector<std::string>> lemmas_;  // [sentence][word], lower case, a verb with its particle
  StringMap<int> sentences_with_;                 // in how many sentences a lemma stands
};

uint32_t DistanceOf(Span a, Span b);

}  // namespace rapporteur
