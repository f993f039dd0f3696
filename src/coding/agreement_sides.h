// Who stands behind an agreement: its parties, those who owe a term, those who keep it.
//
// Deterministic; a view on the report's dealings.
#pragma once

#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

class AgreementSides {
 public:
  explicit AgreementSides(const Dealings& dealings) : d_(dealings) {}

  // Who a word and what is coordinated with it means as a side. Officials of several states are those states ("the
  // ministers of X and Y", "their presidents"); people whom the record does not list are told by their words ("the
  // herders"). Empty for a word that is nobody.
  // `places` lets a name stand that may be a place only.
  std::vector<ActorRef> Of(int sentence, int word, bool places = false) const;

  // The two sides that were named together last before a word: who "they", "both" are; empty for none.
  std::vector<ActorRef> PairBefore(int sentence, int word) const;

  // Who owes what a clause with this subject says; absent where that is a thing.
  std::optional<ActorRef> Obligor(int sentence, int word) const;

  // The same where several are named together: all of them, in the text's words.
  std::optional<ActorRef> Obligors(int sentence, int word) const;

  // Whether a word means all sides together: "both", "the two countries", "they".
  bool Collective(int sentence, int word) const;

  // Adds who made the agreement that a noun names, by the noun's own words and the verb that makes it.
  void AddParties(const Proposition& noun, Agreement& agreement) const;

  // Adds those who are not of a side that is a party already.
  void Add(const std::vector<ActorRef>& sides, Agreement& agreement) const;

  // Whether the verb above a noun makes the agreement that the noun names: signed it, agreed to it.
  bool Makes(const Proposition& verb, const Proposition& noun) const;

  // "to which his rival had put his name"
  bool SignsName(const Proposition& verb) const;

  // "in which Guyana and Venezuela undertake not to"
  bool UndertakesIn(const Proposition& clause) const;

  // The predicates of clauses that hang on the noun, or on what it is about: "the agreement on tariffs that X struck".
  std::vector<int> Clauses(const Proposition& noun) const;

  // The noun's own date ("a February cease-fire"), else that of the verb that made it or brought it into force.
  std::optional<DateValue> DateOf(const Proposition& noun) const;

 private:
  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }
  bool IsPeople(const Tree& t, int word) const;
  std::vector<ActorRef> Owners(int sentence, int word) const;
  std::vector<ActorRef> MembersAt(int sentence, int word) const;
  std::vector<ActorRef> LastTwo(int sentence, int word) const;
  void AddApposed(int sentence, int word, std::vector<ActorRef>& sides) const;
  std::optional<DateValue> DateAfter(const Proposition& noun, const Proposition& verb) const;
  void AddMakers(const Proposition& verb, Agreement& agreement) const;
  bool IsLed(const Tree& t, int noun) const;
  void AddPartaker(const Proposition& noun, Agreement& agreement) const;
  void AddSigners(int sentence, int verb, Agreement& agreement) const;

  const Dealings& d_;
};

}  // namespace rapporteur
