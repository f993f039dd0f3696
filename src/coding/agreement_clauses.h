// The words of an agreement's terms: clauses, infinitives and nouns, one by one through coordination and lists, each
// with who owes it.
//
// Deterministic; a view on the report's dealings.
#pragma once

#include <optional>
#include <vector>

#include "coding/agreement_sides.h"

namespace rapporteur {

class TermClauses {
 public:
  using Obligor = std::optional<ActorRef>;

  explicit TermClauses(const Dealings& dealings) : d_(dealings), sides_(dealings) {}

  static int SubjectOf(const Tree& tree, int clause);
  // The "is" of "is to", "is due to"; -1 none.
  static int IsToOf(const Tree& tree, int clause);
  // Who stands before "will", "must", "is to" where the parser gave the clause no subject; -1 none.
  static int SubjectBefore(const Tree& tree, int clause);
  // Where a clause begins: its "to", or the first word before its predicate.
  static int FirstOf(const Tree& tree, int clause);
  // The same with a subject that only stands before it.
  static int BeginOf(const Tree& tree, int clause);
  // The end of a clause without what is set beside it.
  static int EndOf(const Tree& tree, int clause);
  // Whether a verb only tells that something is said.
  static bool IsSpeech(const Tree& tree, int verb);

  // A clause and those coordinated with it or set beside it: "X will …, Y will …; while Z …".
  std::vector<int> Members(int sentence, int clause) const;

  // These, and further ones that "will", "must", "is to" tell, wherever the parser hung them.
  std::vector<int> Duties(int sentence, int clause) const;

  // Whether a noun is something that is done: "elections", "withdrawal".
  bool IsDeed(int sentence, int word) const;

  // One clause, up to the word `last` and from `from` on, as a term; gives who owes it. `given` does where it has no
  // subject of its own.
  Obligor PushClause(int sentence, int clause, int last, const Obligor& given, Agreement& agreement,
                     int from = 0) const;

  // All members of a clause.
  void PushClauses(int sentence, int clause, int last, Obligor owed, Agreement& agreement, int from = 0) const;

  // "X undertook to stop …", "X had to leave", "Y was promised aid": what is owed is the complement; false where the
  // verb is none of these.
  bool PushUndertaken(const Proposition& verb, int last, Agreement& agreement) const;

  // "X is to seek …, and to pay …"; false where it is no such clause.
  bool PushIsTo(int sentence, int clause, int last, Agreement& agreement) const;

  // Infinitives and gerunds of a list, some with others who owe them: "to withdraw …, and Congo to end …".
  void PushInfinitives(int sentence, int clause, int last, Obligor owed, Agreement& agreement,
                       bool forbidden = false) const;

  // Every member of a list of nouns.
  void PushNominals(int sentence, int word, const Obligor& owed, Agreement& agreement) const;

  // The verb at a word; null: there is none.
  const Proposition* VerbAt(int sentence, int word) const;

 private:
  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }

  const Dealings& d_;
  AgreementSides sides_;
};

}  // namespace rapporteur
