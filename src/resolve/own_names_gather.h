// What SettleOwnNames weighs: the unknown names of a report with all the places where they stand.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "resolve/own_names.h"

namespace rapporteur {

struct OwnSight {
  int sentence = 0;
  int first = 0, last = 0, head = 0;
  std::optional<MentionType> type;  // the model's; none where the model saw no name
};

struct OwnCandidate {
  std::vector<std::string> words;
  std::string name;
  std::vector<OwnSight> sights;
  std::vector<OwnSight> derived;  // adjectives and nouns made of it
  std::array<double, 4> votes{};  // by OwnKind
  std::array<double, 4> models{};
  std::array<std::vector<std::string>, 4> reasons;
  bool named = false;  // the model or the grammar took it for a name at least once
  bool in_gazetteer = false;
  bool acts = false;             // it stands where only an actor does
  bool seen_mixed_case = false;  // it stands in a sentence that is not all in capitals
  int same_as = -1;              // a longer name of it: LCS, the League

  bool Stands() const { return named || acts; }
};

struct OwnCandidates {
  std::vector<OwnCandidate> all;
  std::map<std::string, size_t> by_key;

  OwnCandidate& Add(const Tree& tree, const OwnSight& sight);
  const OwnCandidate* Find(const Tree& tree, int first, int last) const;
};

// Puts right what reads two names as one, a preposition as part of a name or a day as one; finds descriptions again
// there.
void MendOwnNames(const std::vector<Tree>& trees, const Lexicon& lexicon, DescriptionsBySentence& found,
                  NamesBySentence& names);

OwnCandidates GatherOwnNames(const std::vector<Tree>& trees, const Lexicon& lexicon,
                             const DescriptionsBySentence& found, const NamesBySentence& names);

// Acronyms in brackets and short forms ("the League") become one with the body that they name.
void JoinOwnBodies(const std::vector<Tree>& trees, const NamesBySentence& names, OwnCandidates& candidates);

}  // namespace rapporteur
