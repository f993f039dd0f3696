#include "lexicon/entries.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "lexicon/fold.h"
#include "lexicon/row.h"
#include "lexicon/string_map.h"

namespace rapporteur {
namespace {

std::string Join(const std::vector<std::string>& items) {
  std::string joined;
  for (const std::string& item : items) joined += item + '|';
  return joined;
}

std::string IsoOrEmpty(const std::optional<Date>& date) { return date ? date->iso() : std::string(); }

// The first column, by which a line !X removes.
const std::string& NameOf(const State& state) { return state.code; }
const std::string& NameOf(const Organization& body) { return body.name; }
const std::string& NameOf(const OfficeTerm& term) { return term.person; }
const std::string& NameOf(const Title& title) { return title.title; }
const std::string& NameOf(const AgentNoun& agent) { return agent.noun; }
const std::string& NameOf(const Place& place) { return place.name; }
const std::string& NameOf(const PlaceAbbreviation& place) { return place.name; }
const std::string& NameOf(const GivenName& name) { return name.variants.front(); }

bool HasUpper(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Lower-case words of a list, one entry each.
std::vector<std::string> Words(RowReader& row, size_t column) {
  std::vector<std::string> words = row.List(column);
  if (words.empty()) row.Required(column);
  for (const std::string& word : words) {
    if (HasUpper(word)) row.Tell(column, word, "lower case; write the dictionary form");
  }
  return words;
}

// Each Read adds the entries of one row to `out`; for a row that is broken it may add what it likes: it is dropped.
void Read(RowReader& row, std::vector<State>& out) {
  State state;
  state.code = row.Code(0, true);
  state.name = row.Required(1);
  state.aliases = row.List(2);
  state.demonyms = row.List(3);
  state.capitals = row.List(4);
  state.seats = row.List(5);
  state.iso2 = row.Cell(6);
  state.iso_numeric = row.Digits(7, 3, 3);
  state.cow = row.Digits(8, 1, 3);
  state.gw = row.Digits(9, 1, 3);
  state.wikidata = row.Wikidata(10);
  if (!state.iso2.empty() && (state.iso2.size() != 2 || !HasUpper(state.iso2))) {
    row.Tell(6, state.iso2, "two upper-case letters; use the ISO 3166 alpha-2 code or -");
  }
  out.push_back(std::move(state));
}

Organization Body(RowReader& row) {
  Organization body;
  body.code = row.Code(0, true);
  body.sectors = row.Codes(1);
  body.name = row.Required(2);
  body.aliases = row.List(3);
  return body;
}

struct Group : Organization {};

void Read(RowReader& row, std::vector<Organization>& out) {
  out.push_back(Body(row));
  out.back().wikidata = row.Wikidata(4);
}

void Read(RowReader& row, std::vector<Group>& out) {
  Group group{Body(row)};
  group.group = true;
  group.active = row.Term(4, 5);
  group.wikidata = row.Wikidata(6);
  out.push_back(std::move(group));
}

void Read(RowReader& row, std::vector<OfficeTerm>& out) {
  OfficeTerm term;
  term.person = row.Required(0);
  term.aliases = row.List(1);
  term.code = row.Code(2, true);
  term.sectors = row.Codes(3);
  term.office = row.Required(4);
  term.of = row.Cell(5);
  term.term = row.Term(6, 7);
  term.gender = row.Gender(8);
  term.wikidata = row.Wikidata(9);
  out.push_back(std::move(term));
}

void Read(RowReader& row, std::vector<Title>& out) {
  const std::vector<std::string> sectors = row.Codes(2);
  const std::vector<std::string> only = row.Codes(3);
  for (std::string& title : Words(row, 0)) {
    std::string office = row.Cell(1).empty() ? title : row.Cell(1);
    out.push_back({std::move(title), std::move(office), sectors, only, {}});
  }
}

void Read(RowReader& row, std::vector<AgentNoun>& out) {
  const std::vector<std::string> sectors = row.Codes(1);
  const auto kind = static_cast<AgentKind>(row.OneOf(2, {"person", "group", "organization", "population"}));
  for (std::string& noun : Words(row, 0)) out.push_back({std::move(noun), sectors, kind, {}});
}

Place PlaceOf(RowReader& row) {
  Place place;
  place.name = row.Required(0);
  place.aliases = row.List(1);
  place.country = row.Code(2, false);
  place.lat = row.Number(3, -90, 90);
  place.lon = row.Number(4, -180, 180);
  return place;
}

struct Region : Place {};

void Read(RowReader& row, std::vector<Place>& out) {
  out.push_back(PlaceOf(row));
  out.back().geonames = row.Count(5);
  out.back().population = row.Count(6);
}

void Read(RowReader& row, std::vector<Region>& out) {
  out.push_back({PlaceOf(row)});
  out.back().region = true;
}

void Read(RowReader& row, std::vector<PlaceAbbreviation>& out) {
  PlaceAbbreviation place;
  place.name = row.Required(0);
  place.country = row.Code(1, true);
  place.forms = row.List(2);
  if (place.forms.empty()) row.Required(2);
  out.push_back(std::move(place));
}

void Read(RowReader& row, std::vector<GivenName>& out) {
  GivenName name;
  name.variants = row.List(0);
  if (name.variants.empty()) row.Required(0);
  name.gender = row.Gender(1);
  out.push_back(std::move(name));
}

// Reads every table and lets later ones replace and remove, as the header says.
template <typename T>
std::vector<T> ReadAll(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  std::vector<T> all;
  for (const Table& table : tables) {
    std::vector<T> fresh;
    StringMap<bool> removed;
    for (const Table::Row& row : table.rows()) {
      if (row.removes) {
        removed[table.cell(row, 0)] = true;
        continue;
      }
      RowReader reader(table, row, problems);
      const size_t before = fresh.size();
      Read(reader, fresh);
      if (reader.broken()) fresh.resize(before);
      for (size_t i = before; i < fresh.size(); ++i) fresh[i].source = {table.file(), row.line};
    }
    std::erase_if(all, [&](const T& entry) { return removed.contains(NameOf(entry)); });
    if (all.empty()) {
      all = std::move(fresh);
      continue;
    }
    StringMap<size_t> place;
    for (size_t i = 0; i < all.size(); ++i) place.emplace(KeyOf(all[i]), i);
    for (T& entry : fresh) {
      const auto [at, added] = place.emplace(KeyOf(entry), all.size());
      if (added) {
        all.push_back(std::move(entry));
      } else {
        all[at->second] = std::move(entry);
      }
    }
  }
  return all;
}

// Group and Region stand only for how their rows are read.
template <typename Base, typename Derived>
std::vector<Base> AsBase(std::vector<Derived> derived) {
  std::vector<Base> out;
  out.reserve(derived.size());
  for (Derived& entry : derived) out.push_back(std::move(static_cast<Base&>(entry)));
  return out;
}

}  // namespace

std::vector<State> ReadStates(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return ReadAll<State>(tables, problems);
}

void ReadCountryKeys(const std::vector<Table>& tables, std::vector<State>& states,
                     std::vector<LexiconProblem>& problems) {
  for (const Table& table : tables) {
    for (const Table::Row& row : table.rows()) {
      RowReader reader(table, row, problems);
      const std::string code = reader.Code(0, true);
      const std::string fips = row.removes ? std::string() : reader.Required(1);
      if (!fips.empty() && (fips.size() != 2 || !HasUpper(fips)))
        reader.Tell(1, fips, "two upper-case letters; use the FIPS 10-4 code");
      if (reader.broken()) continue;
      for (State& state : states) {
        if (state.code == code) state.fips = fips;
      }
    }
  }
}

std::vector<Organization> ReadOrganizations(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return ReadAll<Organization>(tables, problems);
}

std::vector<Organization> ReadGroups(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return AsBase<Organization>(ReadAll<Group>(tables, problems));
}

std::vector<OfficeTerm> ReadOffices(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return ReadAll<OfficeTerm>(tables, problems);
}

std::vector<Title> ReadTitles(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return ReadAll<Title>(tables, problems);
}

std::vector<AgentNoun> ReadAgents(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return ReadAll<AgentNoun>(tables, problems);
}

std::vector<Place> ReadPlaces(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return ReadAll<Place>(tables, problems);
}

std::vector<Place> ReadRegions(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return AsBase<Place>(ReadAll<Region>(tables, problems));
}

std::vector<PlaceAbbreviation> ReadPlaceAbbreviations(const std::vector<Table>& tables,
                                                      std::vector<LexiconProblem>& problems) {
  return ReadAll<PlaceAbbreviation>(tables, problems);
}

std::vector<GivenName> ReadGivenNames(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return ReadAll<GivenName>(tables, problems);
}

SurnameRules ReadSurnames(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  static const std::vector<std::string_view> kKinds = {"particle", "honorific", "ending", "family",
                                                       "given",    "whole",     "person"};
  SurnameRules rules;
  StringMap<bool>* const sets[] = {&rules.particles,    &rules.honorifics, &rules.endings,
                                   &rules.family_first, &rules.given,      &rules.whole};
  for (const Table& table : tables) {
    for (const Table::Row& row : table.rows()) {
      RowReader reader(table, row, problems);
      const size_t kind = reader.OneOf(0, kKinds);
      std::string key = reader.Required(1);
      if (kind >= 3 && kind < 6) reader.Code(1, true);
      if (kind == 6) reader.Required(2);
      if (reader.broken()) continue;
      if (kind == 6) {
        if (row.removes) {
          rules.people.erase(key);
        } else {
          rules.people[key] = reader.Cell(2);
        }
      } else {
        if (kind < 3) key = FoldName(key);
        if (row.removes) {
          sets[kind]->erase(key);
        } else {
          sets[kind]->emplace(std::move(key), true);
        }
      }
    }
  }
  return rules;
}

std::vector<std::string> ReadCommonWords(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  std::vector<std::string> all;
  for (const Table& table : tables) {
    for (const Table::Row& row : table.rows()) {
      RowReader reader(table, row, problems);
      if (row.removes) {
        std::erase(all, reader.Cell(0));
      } else if (std::vector<std::string> words = Words(reader, 0); !reader.broken()) {
        std::move(words.begin(), words.end(), std::back_inserter(all));
      }
    }
  }
  return all;
}

std::string KeyOf(const State& state) { return state.code; }
std::string KeyOf(const Organization& body) { return body.name; }
std::string KeyOf(const OfficeTerm& term) {
  return term.person + '\t' + term.code + '\t' + term.office + '\t' + term.of + '\t' + IsoOrEmpty(term.term.from);
}
std::string KeyOf(const Title& title) { return title.title + '\t' + Join(title.only); }
std::string KeyOf(const AgentNoun& agent) { return agent.noun; }
std::string KeyOf(const Place& place) { return place.name + '\t' + place.country; }
std::string KeyOf(const PlaceAbbreviation& place) { return place.name + '\t' + place.country; }
std::string KeyOf(const GivenName& name) { return name.variants.front(); }

}  // namespace rapporteur
