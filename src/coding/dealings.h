// What talks, agreements, positions and disputes are read from, and the questions they share.
//
// A view on what coding has found so far; deterministic.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coding/events.h"
#include "coding/statement_content.h"

namespace rapporteur {

// What events are read from, and they themselves.
struct DealingSources : EventSources {
  const ParsedReport& report;
  const std::vector<Event>& events;
};

// What the report tells as a fact of then or now: neither planned nor possible nor denied.
bool ToldAsSo(EventStatus status);

class Dealings {
 public:
  explicit Dealings(const DealingSources& in) : in_(in), content_(in.report) {}

  const Tree& tree(const Proposition& p) const { return in_.trees[static_cast<size_t>(p.sentence)]; }
  const Proposition& proposition(int index) const { return in_.layer.all[static_cast<size_t>(index)]; }

  // Whether a lemma is in a class of classes.tsv.
  bool InClass(std::string_view name, std::string_view lemma) const;

  // The words of a subtree, without marks and quotation marks at its ends, and without what is coordinated with its
  // head.
  Span Words(const Tree& tree, int word, bool with_conjuncts = true) const;

  // The report's words at a span.
  std::string_view Text(Span span) const {
    return std::string_view(in_.report.text.utf8).substr(span.begin, span.end - span.begin);
  }

  // Who does what a predicate says; its statement's speaker where it is "I" or nobody stands there.
  std::vector<ActorRef> Subjects(const Proposition& p) const;

  // "US–Russia talks", "the Israeli-Palestinian accord": the sides that stand before a noun; one alone is none.
  std::vector<ActorRef> SidesBefore(const Proposition& p) const;

  // The predicate above, through coordination; -1 none.
  int Above(const Proposition& p) const;

  // Whether a word is part of a date.
  bool IsDate(int sentence, int word) const;
  std::optional<DateValue> DateAt(const Tree& tree, int sentence, int word) const;
  std::optional<PlaceRef> PlaceAt(const Tree& tree, int sentence, int word) const;

  // The same person, or a state and who speaks for it; two persons of one state are two.
  bool SameParticipant(const ActorRef& a, const ActorRef& b) const;
  // Of one side in a quarrel: the same actor, or those who speak and fight for the same state; its rebels are not.
  bool SameSide(const ActorRef& a, const ActorRef& b) const;
  // Of a state, a body, a party, an armed group, a firm or a union; or nothing is known of it.
  bool IsPolitical(const ActorRef& who) const;
  // Known to be of that kind: no private person, no crowd.
  bool IsPublic(const ActorRef& who) const;
  void AddOnce(std::vector<ActorRef>& list, const std::vector<ActorRef>& more) const;

  const DealingSources& in() const { return in_; }
  const ContentReader& content() const { return content_; }

 private:
  int OwnState(const ActorRef& who) const;

  const DealingSources& in_;
  ContentReader content_;
};

}  // namespace rapporteur
