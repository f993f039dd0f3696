// Who takes part in talks: how many sides those are, and who of them is somebody of public life.
//
// A view on what coding has found; deterministic.
#pragma once

#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

class TalkPeople {
 public:
  explicit TalkPeople(const Dealings& dealings) : d_(dealings) {}

  // "the two sides", "both leaders", "they": whoever was named before.
  bool IsCollective(const ActorRef& who) const;

  // Several by their own words: "both armies", "the three ministers", "envoys of", "they".
  bool AreSeveral(const ActorRef& who) const;

  // How many sides the list names at least; several in one word are two.
  int Sides(const std::vector<ActorRef>& all) const;

  // Of a state, a body, a party or an armed group, or called by a noun of public life: "commander", "delegation".
  bool IsPublic(const ActorRef& who) const;

  // A word of the text that names people of public life though the record lists nobody: "senior negotiators".
  bool IsPublicNoun(const Tree& tree, int word) const;

 private:
  const Dealings& d_;
};

}  // namespace rapporteur
