// Reads the tables of names: each row becomes entries of lexicon.h.
//
// Deterministic, no state. Tables of all directories come in order, the shipped one first: a later table's entry with
// the same key replaces an earlier one in its place, and a line !X removes every earlier entry whose first column is X
// (a state's code, a name, a person, one title or noun of a list). Within one table nothing replaces anything: the
// linter tells of equal keys. Every broken line adds to `problems` and is left out.
#pragma once

#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/string_map.h"
#include "lexicon/table.h"

namespace rapporteur {

// surnames.tsv: what reports call people by, where it is not simply the last word of the name.
struct SurnameRules {
  StringMap<bool> particles;      // folded: al, bin, van, …
  StringMap<bool> honorifics;     // folded: words before a name that are no part of it
  StringMap<bool> endings;        // folded: words before which the name ends ("Philippe of Belgium")
  StringMap<bool> family_first;   // codes where the family name stands first
  StringMap<bool> given;          // codes where people are called by the given name, which stands first
  StringMap<bool> whole;          // codes where they are called by the whole name
  StringMap<std::string> people;  // whole name to surname
  StringMap<bool>
      western_given;  // folded given names of given_names.tsv: "Frank Hsieh" does not begin with a family name
};

std::vector<State> ReadStates(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
// country_keys.tsv, into the states it names; what it says of others says nothing.
void ReadCountryKeys(const std::vector<Table>& tables, std::vector<State>& states,
                     std::vector<LexiconProblem>& problems);
std::vector<Organization> ReadOrganizations(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
std::vector<Organization> ReadGroups(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
std::vector<OfficeTerm> ReadOffices(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
std::vector<Title> ReadTitles(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
std::vector<AgentNoun> ReadAgents(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
std::vector<Place> ReadPlaces(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
std::vector<Place> ReadRegions(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
std::vector<PlaceAbbreviation> ReadPlaceAbbreviations(const std::vector<Table>& tables,
                                                      std::vector<LexiconProblem>& problems);
std::vector<GivenName> ReadGivenNames(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
SurnameRules ReadSurnames(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
std::vector<std::string> ReadCommonWords(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);

// The key by which a later directory replaces, and by which the linter finds lines told twice.
std::string KeyOf(const State& state);              // code
std::string KeyOf(const Organization& body);        // name
std::string KeyOf(const OfficeTerm& term);          // person, code, office, of, from
std::string KeyOf(const Title& title);              // title, only
std::string KeyOf(const AgentNoun& agent);          // noun
std::string KeyOf(const Place& place);              // name, country
std::string KeyOf(const PlaceAbbreviation& place);  // name, country
std::string KeyOf(const GivenName& name);           // first variant

}  // namespace rapporteur
