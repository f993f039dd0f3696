// What one side charges or tells, and what another denies: the halves that disputes are made of.
//
// Deterministic; in text order.
#pragma once

#include <optional>
#include <vector>

#include "coding/dispute_words.h"

namespace rapporteur {

// What somebody tells of others: an accusation (an ACCUSE event), or a statement.
struct Claim {
  ActorRef who;
  std::vector<ActorRef> of;      // whom it speaks of
  std::vector<ActorRef> blames;  // of these, who did what harms others
  Span words;
  int sentence = 0;
  Span cue;            // "insisted"; empty: none
  int statement = -1;  // the statement that it is; -1: an accusation
  bool accuses = false;
  bool counts = false;   // "put the toll at six"
  bool insists = false;  // "insisted", "retorted": said against somebody
  bool firm = false;     // "insisted", "maintained", "denied": against what others say
};

// What somebody says is not so, or will not have.
struct Denial {
  ActorRef who;
  std::vector<ActorRef> whose;  // whose claim or demand it is, where the words say so: "rejected Norvia's claim"
  Span words;
  Span object;  // what is denied; empty for "denied it"
  int sentence = 0;
  bool bare = false;    // what is denied was said before: "it", "the charge"
  bool strict = false;  // by a verb of denying: "denies", not "dismisses"
  bool demand = false;  // it is a demand that is refused
};

std::vector<Claim> FindClaims(const Dealings& dealings, const DisputeWords& words);
std::vector<Denial> FindDenials(const Dealings& dealings, const DisputeWords& words);

// Told as having happened or as being so.
bool ToldAsSo(EventStatus status);

}  // namespace rapporteur
