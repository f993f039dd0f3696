// PETRARCH's and TABARI's actor and agent dictionaries, read as they are.
//
// A file of actors holds records: a phrase with its codes, further phrases on lines that begin with +, and codes for
// spans of time on lines that begin with a blank and [. A file of agents holds a noun a line, with its plural in {} and
// its code. docs/lexicon.md describes both and what is made of them. Deterministic, no state; a broken line is told as
// a warning and left out, the rest goes on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/date.h"
#include "lexicon/table.h"

namespace rapporteur {

enum class DictionaryKind { kNone, kActors, kAgents };

// By the file's name: *.actors, *.agents, with a date and .txt after it or not ("Phoenix.agents.140901.txt").
DictionaryKind KindOfDictionary(std::string_view file_name);

// [USAGOV 090120-170120]: both ends inclusive, an absent one is open.
struct DictionaryCode {
  std::string code;
  DateRange when;
  int line = 0;

  bool dated() const { return when.from || when.to; }
};

// A name as reports write it ("Barack Obama" for BARACK_OBAMA_).
struct DictionaryPhrase {
  std::string text;
  int line = 0;
};

struct DictionaryActor {
  std::vector<DictionaryPhrase> phrases;  // the record's own first
  std::vector<DictionaryCode> codes;      // in the order of the file
  std::string file;
};

struct DictionaryAgent {
  std::vector<std::string> nouns;  // lower case; plurals that do not follow from the singular too
  std::string code;                // without its ~
  bool before = false;             // written NGO~: whose it is, not only what
  std::string file;
  int line = 0;
};

std::vector<DictionaryActor> ParseActorDictionary(const std::string& file, std::string_view bytes,
                                                  std::vector<LexiconProblem>& problems);
std::vector<DictionaryAgent> ParseAgentDictionary(const std::string& file, std::string_view bytes,
                                                  std::vector<LexiconProblem>& problems);

// YYMMDD (before 30: 20..) or YYYYMMDD; a month or day of 00 or beyond its month is taken to the nearest there is.
std::optional<Date> ParseDictionaryDate(std::string_view text);

}  // namespace rapporteur
