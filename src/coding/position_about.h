// What a position is about: the agreements and talks in its words, then the actors; else the words themselves.
//
// A view on what coding has found; deterministic.
#pragma once

#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

class PositionAbout {
 public:
  PositionAbout(const Dealings& dealings, const std::vector<Agreement>& agreements, const std::vector<Talks>& talks)
      : d_(dealings), agreements_(agreements), talks_(talks) {}

  // `before`: the position told before it, null for the first. Of "Sweden supports it" and of words that do not name
  // what is held (`unnamed`) counts what was spoken of last: an agreement, talks, or what that position is about.
  std::vector<About> Find(const Position& position, const Position* before, bool unnamed) const;

 private:
  bool IsPronoun(Span words) const;
  std::vector<About> SpokenOf(const Position& position, const Position* before) const;

  const Dealings& d_;
  const std::vector<Agreement>& agreements_;
  const std::vector<Talks>& talks_;
};

}  // namespace rapporteur
