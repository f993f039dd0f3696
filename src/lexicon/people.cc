#include "lexicon/people.h"

#include <algorithm>

#include "lexicon/fold.h"
#include "lexicon/string_map.h"

namespace rapporteur {
namespace {

bool IsParticle(std::string_view word, const SurnameRules& rules) { return rules.particles.contains(FoldName(word)); }

// Jr., II, VI and the like are no surname.
bool IsSuffix(std::string_view word) {
  if (word.find_first_not_of("IVX") == std::string_view::npos) return true;
  const std::string folded = FoldName(word);
  return folded == "jr" || folded == "sr";
}

bool IsBody(std::string_view code) { return code == "UNO" || code == "EUR" || code == "IGO" || code == "NGO"; }

// Two items of Wikidata are two people, whatever their name.
bool Differs(const Person& person, const OfficeTerm& term) {
  return !person.wikidata.empty() && !term.wikidata.empty() && person.wikidata != term.wikidata;
}

void Merge(Person& person, const OfficeTerm& term) {
  for (const std::string& alias : term.aliases) {
    if (std::find(person.aliases.begin(), person.aliases.end(), alias) == person.aliases.end()) {
      person.aliases.push_back(alias);
    }
  }
  if (person.gender == '?') person.gender = term.gender;
  if (person.wikidata.empty()) person.wikidata = term.wikidata;
}

// The last word, with the particles before it and without Jr. and numerals after it.
std::string LastName(const std::vector<std::string>& words, const SurnameRules& rules) {
  size_t begin = words.size() - 1;
  while (begin > 0 && IsSuffix(words[begin])) --begin;
  const size_t end = begin + 1;
  while (begin > 1 && IsParticle(words[begin - 1], rules)) --begin;
  std::string surname = words[begin];
  for (size_t i = begin + 1; i < end; ++i) surname += ' ' + words[i];
  return surname;
}

}  // namespace

std::vector<Person> GatherPeople(const std::vector<OfficeTerm>& terms, const SurnameRules& rules) {
  std::vector<Person> people;
  StringMap<size_t> known;  // person and wikidata, person and code, person and kind of code
  for (uint32_t i = 0; i < terms.size(); ++i) {
    const OfficeTerm& term = terms[i];
    const std::string by_code = term.person + '\t' + term.code;
    const std::string by_wikidata = term.person + '\t' + term.wikidata;
    const std::string of_state = term.person + "\tstate";
    const std::string of_body = term.person + "\tbody";
    auto found = known.find(by_code);
    if (found == known.end() && !term.wikidata.empty()) found = known.find(by_wikidata);
    if (found == known.end() && IsBody(term.code)) found = known.find(of_state);
    if (found == known.end() && !known.contains(of_state)) found = known.find(of_body);
    if (found != known.end() && Differs(people[found->second], term)) found = known.end();
    const size_t index = found == known.end() ? people.size() : found->second;
    if (index == people.size()) {
      Person person;
      person.name = term.person;
      person.surname = SurnameOf(term.person, term.code, rules);
      people.push_back(std::move(person));
    }
    known.emplace(by_code, index);
    known.emplace(IsBody(term.code) ? of_body : of_state, index);
    if (!term.wikidata.empty()) known.emplace(by_wikidata, index);
    Merge(people[index], term);
    people[index].terms.push_back(i);
  }
  for (Person& person : people) {
    std::stable_sort(person.terms.begin(), person.terms.end(), [&](uint32_t a, uint32_t b) {
      return terms[a].term.from.value_or(Date{0, 1, 1}) < terms[b].term.from.value_or(Date{0, 1, 1});
    });
  }
  return people;
}

std::string SurnameOf(std::string_view name, std::string_view code, const SurnameRules& rules) {
  if (const auto known = rules.people.find(name); known != rules.people.end()) return known->second;
  std::vector<std::string> words = SplitList(name, ' ');
  while (words.size() > 1 && rules.honorifics.contains(FoldName(words.front()))) words.erase(words.begin());
  if (words.size() < 2) return words.empty() ? std::string() : words.front();
  if (rules.given.contains(code)) return words.front();
  if (rules.whole.contains(code)) return std::string(name);
  // "Lee Teng-hui" but "Frank Hsieh": a given name of the west that is no syllable of an eastern one.
  const bool hyphened = name.find('-') != std::string_view::npos;
  if (rules.family_first.contains(code) && (hyphened || !rules.western_given.contains(FoldName(words.front())))) {
    return words.front();
  }
  return LastName(words, rules);
}

std::string_view BareSurname(std::string_view surname, const SurnameRules& rules) {
  for (;;) {
    const size_t cut = surname.find_first_of(" -");
    if (cut == std::string_view::npos || !IsParticle(surname.substr(0, cut), rules)) return surname;
    surname.remove_prefix(cut + 1);
  }
}

}  // namespace rapporteur
