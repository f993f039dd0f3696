// Gathers terms of office into people, and derives the surname by which reports call them.
//
// Deterministic, no state.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/entries.h"
#include "lexicon/lexicon.h"

namespace rapporteur {

// Terms with the same person and wikidata, or the same person and code, are one person; and of those with the same
// name, who serve a state and a body of states, the first (ministers become commissioners); never such whose wikidata
// differ. People stand in the order of their first line, each one's terms in the order of their begin.
std::vector<Person> GatherPeople(const std::vector<OfficeTerm>& terms, const SurnameRules& rules);

// "Vladimir Putin", RUS: Putin. "Bashar al-Assad", SYR: al-Assad. "Xi Jinping", CHN: Xi.
std::string SurnameOf(std::string_view name, std::string_view code, const SurnameRules& rules);

// The surname without what stands before it: al-Assad to Assad, bin Salman to Salman; itself when there is nothing.
std::string_view BareSurname(std::string_view surname, const SurnameRules& rules);

}  // namespace rapporteur
