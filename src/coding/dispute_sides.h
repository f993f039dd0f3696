// Whose word stands against whose: who speaks with one voice, who is of public weight.
//
// Deterministic; a view on the report's dealings.
#pragma once

#include <optional>
#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

class DisputeSides {
 public:
  explicit DisputeSides(const Dealings& dealings) : d_(dealings) {}

  bool SameSide(const ActorRef& a, const ActorRef& b) const { return a.span == b.span || d_.SameSide(a, b); }

  // Who speaks with one voice has no quarrel with itself: the same actor, or a state and its government, army or
  // police. Two persons of a state may well differ, and so may a party and its government.
  bool OneVoice(const ActorRef& a, const ActorRef& b) const;

  bool Has(const std::vector<ActorRef>& list, const ActorRef& who) const;

  // Who does what a predicate says; a subject that the record does not list, by its words.
  std::optional<ActorRef> Who(const Proposition& p) const;

  // Somebody who stands for a state, a body or a trade: quarrels of private people are not the record's.
  bool IsPublic(const ActorRef& who) const;

  // Whoever may be a side where nothing is denied: public, or a state, group or person of the record.
  bool IsParty(const ActorRef& who) const;

  // Several sides under one word ("both sides", "the two governments"): no side by itself.
  bool IsSeveral(const ActorRef& who) const;

  // One is a member of the other.
  bool IsPartOf(const ActorRef& one, const ActorRef& other) const;

  // "its", "the world's": whose something is, who says nothing himself.
  bool IsOwner(const ActorRef& who) const;

  // Whose word may be denied, or who may deny: somebody of the record, a document, a body by its name.
  bool MayTell(const ActorRef& who) const;

 private:
  const Dealings& d_;
};

}  // namespace rapporteur
