// Talks as single places of the text tell them: who, when, where, what about, how certain; not yet told apart.
//
// Deterministic: in text order.
#pragma once

#include <string>
#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

struct TalkMention {
  Talks talks;
  int sentence = 0;
  int word = 0;
  bool definite = false;  // "the talks", "that meeting": told before, unless something new is said
  bool fresh = false;     // "a meeting", "another round": others than those told before, unless all is the same
  bool bare = false;      // nothing but a noun: no event, no verb of its own
  bool weak = false;      // by a noun that mostly means other things: call, round, conference
  std::string size;       // "bilateral", "three way": how many meet, where a word says so
  int signs = 0;          // of a weak one: what else tells that it means talks
  bool visit = false;     // of envoys or a delegation
  bool refused = false;   // told only as what somebody will not do
  bool told = false;      // something is said of how they went: that they opened, ended, were refused
  bool alone = false;     // a verb's other side without who did it: "after months of negotiating with the rebels"
  int last = 0;           // sentence that spoke of it last
};

std::vector<TalkMention> FindTalkMentions(const Dealings& dealings);

}  // namespace rapporteur
