#include "lexicon/people.h"

#include <algorithm>

#include "lexicon/dictionary.h"
#include "lexicon/fold.h"
#include "lexicon/string_map.h"

namespace rapporteur {
namespace {

bool IsParticle(std::string_view word, const SurnameRules& rules) {
  return word.size() < 8 && rules.particles.contains(FoldName(word));
}

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

// Which of the people of one name holds `term`: the one with its wikidata, else one with its code, else, between a
// state and a body, the only one there is. people.size() for a new one.
size_t FindPerson(const OfficeTerm& term, const std::vector<OfficeTerm>& terms, const std::vector<Person>& people,
                  const std::vector<size_t>& same_name) {
  const auto any_term = [&](size_t person, auto&& test) {
    const std::vector<uint32_t>& held = people[person].terms;
    return std::any_of(held.begin(), held.end(), [&](uint32_t i) { return test(terms[i]); });
  };
  // A dictionary's codes by date are those of the one of this name, whatever states they name.
  if (term.office.empty() && !same_name.empty() && KindOfDictionary(term.source.file) != DictionaryKind::kNone) {
    const auto of_code = std::find_if(same_name.begin(), same_name.end(), [&](size_t person) {
      return any_term(person, [&](const OfficeTerm& held) { return held.code == term.code; });
    });
    return of_code == same_name.end() ? same_name.front() : *of_code;
  }
  const auto of_state = [](const OfficeTerm& held) { return !IsBody(held.code); };
  for (size_t person : same_name) {
    if (!term.wikidata.empty() && people[person].wikidata == term.wikidata) return person;
  }
  for (size_t person : same_name) {
    const auto same_code = [&](const OfficeTerm& held) { return held.code == term.code; };
    if (!Differs(people[person], term) && any_term(person, same_code)) return person;
  }
  const bool state_known =
      std::any_of(same_name.begin(), same_name.end(), [&](size_t person) { return any_term(person, of_state); });
  for (size_t person : same_name) {
    if (Differs(people[person], term)) continue;
    if (any_term(person, of_state) ? IsBody(term.code) : !state_known) return person;
  }
  return people.size();
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
  StringMap<std::vector<size_t>> namesakes;
  for (uint32_t i = 0; i < terms.size(); ++i) {
    const OfficeTerm& term = terms[i];
    std::vector<size_t>& same_name = namesakes[term.person];
    size_t index = FindPerson(term, terms, people, same_name);
    if (index == people.size()) {
      Person person;
      person.name = term.person;
      person.surname = SurnameOf(term.person, term.code, rules);
      people.push_back(std::move(person));
      same_name.push_back(index);
    }
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
  for (size_t i = 1; i < words.size(); ++i) {
    if (rules.endings.contains(FoldName(words[i]))) words.resize(i);
  }
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
