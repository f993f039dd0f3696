// Which words a predicate's subject holds: what a line of stances.tsv says of its complements, found in the tree.
//
// A view on what coding has found; deterministic.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "coding/dealings.h"
#include "coding/held_issues.h"
#include "coding/ought.h"

namespace rapporteur {

// Whether a line asks for a preposition before its noun.
bool AsksAfter(const StanceLine& line);

// Whether a noun stands after the preposition that its line asks for ("is OUT OF the question"), or after none.
bool StandsAfter(const Tree& tree, const StanceLine& line, int word);

struct Held {
  Span words;
  int word = -1;             // head of what is held
  bool own_deed = false;     // an infinitive or gerund that the holder itself is to do
  bool object_noun = false;  // a nominal: it may be a stance of its own ("rejected calls for …")
  bool unnamed = false;      // the predicate's own words: what is held was named before
};

class HeldWords {
 public:
  explicit HeldWords(const Dealings& dealings) : d_(dealings), ought_(dealings), issues_(dealings) {}

  // What `p` governs of the complements of `line`; `idiom` are the words that spell its lemma. None when there is none
  // of the kind, or when it is a thing or person and the line asks for an issue.
  std::optional<Held> Find(const Proposition& p, const StanceLine& line, const std::vector<int>& idiom) const;

  const OughtReader& ought() const { return ought_; }

  // A clause without what opens it: no mark, no condition before its subject, no clause that the tree hangs beside it.
  Span Clause(const Tree& tree, int word) const;

  // "has yet to reply": the "have" above, null where there is none.
  const Proposition* HasYetTo(const Proposition& p) const;

  // "called it a disgrace", "regards the vote as illegal": the verb that calls so, null for none.
  const Proposition* Deeming(const Proposition& p) const;

 private:
  std::optional<Held> FromArgument(const Proposition& p, const StanceLine& line, const std::vector<int>& idiom,
                                   const Argument& a) const;
  std::optional<Held> FromClause(const Proposition& p, const StanceLine& line, int clause) const;
  std::optional<Held> FromSubject(const Proposition& p, const StanceLine& line) const;
  std::optional<Held> AskedOf(const Proposition& p) const;
  std::optional<Held> Gerund(const Proposition& p, const StanceLine& line, const std::vector<int>& idiom) const;
  const Proposition* Deemer(int sentence, int verb) const;
  std::optional<Held> Beside(const Proposition& p, const StanceLine& line) const;
  std::optional<Held> Alone(const Proposition& p, const std::vector<int>& idiom) const;
  std::optional<Held> Nominal(const Tree& t, const StanceLine& line, int word, int verb) const;
  bool IsInfinitive(int sentence, int word) const;
  Span WithSubject(const Proposition& p, int clause) const;
  Span WithPurpose(const Proposition& p, int word) const;

  const Dealings& d_;
  OughtReader ought_;
  HeldIssues issues_;
};

}  // namespace rapporteur
