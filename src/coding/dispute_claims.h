// What each side of a report says, charges, asks or holds: the halves that disputes are made of.
//
// Deterministic; in text order.
#pragma once

#include <vector>

#include "coding/dispute_contests.h"
#include "coding/dispute_sides.h"
#include "coding/dispute_words.h"

namespace rapporteur {

// What somebody tells, holds or denies: a statement, a position, an accusation, a demand, each once.
struct Claim {
  ActorRef who;
  Span words;  // what is said, or of a denial the denial's own
  Span cue;    // "insisted"; empty: none
  int sentence = 0;
  int last_sentence = 0;  // where its words end
  int statement = -1;     // the statement that it is
  const Position* position = nullptr;
  std::vector<ActorRef> blames;  // who, by this claim, did what harms others, or is to do something
  bool charges = false;          // an accusation
  bool asks = false;             // a demand, an offer
  bool refuses = false;          // "would not", "rejected": also an answer to a demand
  bool firm = false;             // "insisted", "retorted": said against somebody
  bool plain = false;            // told by the report as what a side does or wants
  bool counts = false;           // "put the toll at six"
  bool answers = false;          // "replied", "hit back"
  bool view = false;             // "for the Houthis, those now in place"
  ClaimContent content;

  // Of one that says something is not so:
  bool denies = false;
  bool strict = false;          // by a verb of denying: "denies", not "dismisses"
  bool bare = false;            // what is denied was said before: "it", "the charge", "not so"
  Span object;                  // what is denied; empty for "denied it"
  std::vector<ActorRef> whose;  // whose claim it is, where the words say so: "rejected Norvia's claim"

  int stance() const;  // 1 for, -1 against, 0 neither
};

// `positions` must outlive the claims. Near a contest that names no sides more counts as a claim.
std::vector<Claim> FindClaims(const Dealings& dealings, const DisputeWords& words, const DisputeSides& sides,
                              const std::vector<Position>& positions, const std::vector<Contest>& contests);

}  // namespace rapporteur
