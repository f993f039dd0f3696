// The names of a report that no lexicon line has, decided once for the whole report: who is a person, what a state, a
// town or a body, and which words name them again that the model missed.
//
// Deterministic; one call for one report. Words are indexes into their sentence.
#pragma once

#include <string>
#include <vector>

#include "resolve/where_spots.h"

namespace rapporteur {

enum class OwnKind : uint8_t { kPerson, kState, kPlace, kBody };

struct OwnName {
  std::string name;  // as first written; not in capitals where the report has it otherwise
  OwnKind kind = OwnKind::kPlace;
  bool among_states = false;  // the report has states of its own: an unknown place that acts is one of them
  std::string why;            // for `explain`: what spoke for this kind
};

using DescriptionsBySentence = std::vector<std::vector<DescriptionPhrase>>;

// Rewrites `names`: each unknown one gets its number in the answer (NamePhrase::own) and the type that the report
// decides on; adjectives of unknown states (Selkian) and missed mentions are added, what two readings made of one name
// is put right. `found` are the descriptions beside them: they say whose government, army or minister is spoken of;
// they are found again where names changed.
std::vector<OwnName> SettleOwnNames(const std::vector<Tree>& trees, const Lexicon& lexicon,
                                    DescriptionsBySentence& found, NamesBySentence& names);

// Whether `adjective` can be made of a state's name: Selk, Selkian; Norvia, Norvian; Merrow, Merrovian. Plurals too.
bool IsDemonymOf(const Lexicon& lexicon, std::string_view name, std::string_view adjective);

}  // namespace rapporteur
