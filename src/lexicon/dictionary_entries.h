// Turns what dictionaries say into entries of the lexicon: whom a name means, by the code it has there.
//
// Deterministic. A name of a dictionary means what the dictionary says and nothing else: a body or group that the
// tables know gets the dictionary's code and keeps its other names; a person that they know gets its codes by date and
// keeps the offices; a state's own names stay the state's.
#pragma once

#include <string>
#include <vector>

#include "lexicon/dictionary.h"
#include "lexicon/lexicon.h"
#include "lexicon/string_map.h"

namespace rapporteur {

struct LexiconContents;

// actor_codes.tsv. Key: group.
struct ActorCode {
  std::string group;  // three letters of a CAMEO code
  std::string code;   // empty: none
  std::vector<std::string> sectors;
  std::string note;
  std::string file;
  int line = 0;
};

std::vector<ActorCode> ReadActorCodes(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);

// What a CAMEO code says here.
struct DecodedCode {
  std::string code;
  std::vector<std::string> sectors;
  bool nobody = false;  // ---, ###
  std::string problem;  // what of it was not understood; empty: nothing
};

class CodeReader {
 public:
  CodeReader(const std::vector<ActorCode>& codes, const std::vector<State>& states);

  // `leads`: the first group says whose it is, as in an actor's code; else it may be a sector at once (~MIL).
  DecodedCode Read(std::string_view text, bool leads = true) const;

 private:
  StringMap<const ActorCode*> codes_;
  StringMap<bool> states_;
};

// A name that a dictionary has, and who it means.
enum class NameTarget { kNobody, kState, kOrganization, kTerm };

struct DictionaryName {
  std::string name;
  NameTarget target = NameTarget::kNobody;
  uint32_t index = 0;  // into states, organizations or office_terms
  LexiconLine source;
};

void AddActors(const std::vector<DictionaryActor>& actors, LexiconContents& contents);
void AddAgents(const std::vector<DictionaryAgent>& agents, LexiconContents& contents);

}  // namespace rapporteur
