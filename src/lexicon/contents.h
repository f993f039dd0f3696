// Everything that the tables of lexicon/ say, before any index is built: what Lexicon and the linter both start from.
//
// Deterministic. Files are read in the order of the directories and, within one, in the order of kLexiconFiles.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/agreements.h"
#include "lexicon/contexts.h"
#include "lexicon/dictionary_entries.h"
#include "lexicon/entries.h"
#include "lexicon/frames.h"
#include "lexicon/gazetteer.h"
#include "lexicon/lexicon.h"
#include "lexicon/opposites.h"
#include "lexicon/predicates.h"

namespace rapporteur {

// The tables; each must be in the first directory, any may be in the others, with dictionaries (dictionary.h).
inline constexpr std::string_view kLexiconFiles[] = {"states.tsv",          "organizations.tsv",
                                                     "groups.tsv",          "offices.tsv",
                                                     "titles.tsv",          "agents.tsv",
                                                     "places.tsv",          "regions.tsv",
                                                     "given_names.tsv",     "surnames.tsv",
                                                     "common_words.tsv",    "classes.tsv",
                                                     "frames.tsv",          "cues.tsv",
                                                     "embeddings.tsv",      "stances.tsv",
                                                     "compositions.tsv",    "scores.tsv",
                                                     "cameo.tsv",           "contexts.tsv",
                                                     "actor_codes.tsv",     "place_abbreviations.tsv",
                                                     "agreements.tsv",      "opposites.tsv",
                                                     "dispute_weights.tsv", "country_keys.tsv"};

// The compiled gazetteer; a directory need not have one, the last directory's counts.
inline constexpr std::string_view kGazetteerFile = "gazetteer.rapg";

struct LexiconContents {
  std::vector<State> states;
  std::vector<Organization> organizations;  // those of groups.tsv after those of organizations.tsv
  std::vector<OfficeTerm> office_terms;
  std::vector<Title> titles;
  std::vector<AgentNoun> agents;
  std::vector<Place> places;  // those of regions.tsv after those of places.tsv
  std::vector<PlaceAbbreviation> place_abbreviations;
  std::optional<Gazetteer> gazetteer;
  StringMap<bool> removed_places;  // folded names that a later directory's places.tsv removes with !name
  std::vector<GivenName> given_names;
  SurnameRules surnames;
  std::vector<std::string> common_words;
  WordClasses classes;
  FrameTable frames;
  CueTable cues;
  EmbeddingTable embeddings;
  StanceTable stances;
  std::vector<Composition> compositions;
  std::vector<PloverClass> plover_classes;
  std::vector<CameoCode> cameo_codes;
  AgreementTable agreements;
  ContextTable contexts;
  OppositeTable opposites;
  std::vector<DisputeWeight> dispute_weights;
  std::vector<ActorCode> actor_codes;
  std::vector<DictionaryName> dictionary_names;  // what names of the users' dictionaries mean
  std::vector<LexiconProblem> problems;          // every broken line of every file; those lines are left out above
  std::string hash;                              // SHA-256 over the names and bytes of all files read, in order
};

// Errors: kIo  a directory, or a table of the first directory, is missing or unreadable
//         those of Gazetteer::Read
Result<LexiconContents> ReadLexicon(const std::vector<std::string>& directories);

}  // namespace rapporteur
