// What the world and the language are, read from the tables in lexicon/ (and from the user's --lexicon directories).
//
// Immutable once opened: any number of threads may read it. Deterministic: entries keep the order of the files; a later
// directory's line with the same key replaces an earlier one. No world fact stands in code.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/agreements.h"
#include "lexicon/contexts.h"
#include "lexicon/date.h"
#include "lexicon/frames.h"
#include "lexicon/gazetteer.h"
#include "lexicon/opposites.h"
#include "lexicon/predicates.h"

namespace rapporteur {

// Where an entry was read: shown by `rapporteur explain`.
struct LexiconLine {
  std::string file;  // as named in messages: "states.tsv", or the user's path
  int line = 0;      // counts from 1
};

// states.tsv, with country_keys.tsv
struct State {
  std::string code;                                  // ISO 3166 alpha-3, or PLOVER's own (KOS)
  std::string name;                                  // canonical short English name
  std::vector<std::string> aliases;                  // other names of the state
  std::vector<std::string> demonyms;                 // adjectives and nouns for its people: Russian, Russians
  std::vector<std::string> capitals;                 // capital first, then its spelling variants
  std::vector<std::string> seats;                    // words that stand for its government: Kremlin, White House
  std::string iso2, iso_numeric, cow, gw, wikidata;  // empty where there is none
  std::string fips;                                  // FIPS 10-4, from country_keys.tsv
  LexiconLine source;
};

// Whose a body is, and what, for a time.
struct CodeTerm {
  std::string code;
  std::vector<std::string> sectors;
  DateRange term;
  LexiconLine source;
};

// organizations.tsv (international bodies, and institutions of states: Pentagon, Knesset) and
// groups.tsv (armed groups, parties to wars, movements, political parties)
struct Organization {
  std::string code;  // state code for a state's own, else IGO UNO EUR NGO IMG ISM MNC
  std::vector<std::string> sectors;
  std::string name;
  std::vector<std::string> aliases;
  bool group = false;           // from groups.tsv
  DateRange active;             // open ends where unknown
  std::vector<CodeTerm> terms;  // a dictionary's codes by date, in order; empty: always as above
  std::string wikidata;
  LexiconLine source;
};

// offices.tsv: one line a term of office
struct OfficeTerm {
  std::string person;                // given name first
  std::vector<std::string> aliases;  // other spellings of the whole name
  std::string code;                  // state or body
  std::vector<std::string> sectors;
  std::string office;  // canonical title: president, prime minister, …; empty: a dictionary's code by date
  std::string of;      // what it is an office of, where that is not `code`: "Syria" for an envoy
  DateRange term;      // inclusive; precision may be a year or a month: then the range spans it
  char gender = '?';   // m f ?
  std::string wikidata;
  LexiconLine source;
};

// titles.tsv: titles of office as reports write them
struct Title {
  std::string title;   // lower case, singular
  std::string office;  // the canonical office it names, as in offices.tsv
  std::vector<std::string> sectors;
  std::vector<std::string> only;  // codes it is meant for ("secretary of state": USA); empty: any
  LexiconLine source;
};

enum class AgentKind { kPerson, kGroup, kOrganization, kPopulation };

// agents.tsv: nouns that act
struct AgentNoun {
  std::string noun;  // lower case, singular; several words allowed
  std::vector<std::string> sectors;
  AgentKind kind = AgentKind::kPerson;
  LexiconLine source;
};

// places.tsv (cities, sites) and regions.tsv (regions, seas, fronts)
struct Place {
  std::string name;
  std::vector<std::string> aliases;
  std::string country;  // alpha-3; empty where it spans states
  double lat = 0, lon = 0;
  int64_t geonames = 0;  // 0: none
  int64_t population = 0;
  bool region = false;
  LexiconLine source;
};

// place_abbreviations.tsv: how reports shorten a division after a town: Gainesville, Va.
struct PlaceAbbreviation {
  std::string name;  // of the division, as regions.tsv or the gazetteer has it
  std::string country;
  std::vector<std::string> forms;  // Va., VA
  LexiconLine source;
};

// given_names.tsv: spelling variants of given names and their usual gender
struct GivenName {
  std::vector<std::string> variants;  // Sergey, Sergei, Serguei
  char gender = '?';                  // m f ?
  LexiconLine source;
};

enum class EntryKind : uint8_t { kState, kDemonym, kCapital, kSeat, kOrganization, kPerson, kPlace };

// One way to read a name.
struct NameEntry {
  EntryKind kind = EntryKind::kState;
  uint32_t index = 0;  // into states() (for kState, kDemonym, kCapital, kSeat), organizations(), people(), places()
  friend bool operator==(const NameEntry&, const NameEntry&) = default;
};

// Everybody who holds a term, terms in order of their begin. Lines with the same person and wikidata (or the same
// person and code) are one person.
struct Person {
  std::string name;
  std::vector<std::string> aliases;
  std::string surname;  // what reports call them after the first time: Putin, Kim, bin Salman, al-Assad
  char gender = '?';
  std::string wikidata;
  std::vector<uint32_t> terms;  // into office_terms()
};

struct NameHit {
  int words = 0;  // how many words of the query the name takes
  const std::vector<NameEntry>* entries = nullptr;
};

class Lexicon {
 public:
  // Reads every table of `directories` in order, the shipped one first; of the others only the tables that are there.
  // A later directory's line replaces the earlier one with the same key (entries.h, frames.h, predicates.h); a line
  // whose first cell is !X removes the earlier entries whose first cell is X.
  // Dictionaries of PETRARCH and TABARI in later directories are read too (dictionary.h).
  // Errors: kIo       a directory or a required table is missing or unreadable
  //         kLexicon  a line breaks its file's rules: message "file:line: column: found …, expected …; …"
  //         those of Gazetteer::Read, for a gazetteer.rapg of one of the directories
  static Result<Lexicon> Open(const std::vector<std::string>& directories);

  // What was left out or taken otherwise than written, with file and line: broken lines of dictionaries, files of a
  // user's directory that are neither table nor dictionary.
  const std::vector<LexiconProblem>& warnings() const;

  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  const std::vector<State>& states() const;
  const std::vector<Organization>& organizations() const;
  const std::vector<OfficeTerm>& office_terms() const;
  const std::vector<Person>& people() const;
  const std::vector<Title>& titles() const;
  const std::vector<AgentNoun>& agents() const;
  const std::vector<Place>& places() const;
  // The line of places.tsv with this GeoNames id. Null: there is none, or the id is 0.
  const Place* FindPlace(int64_t geonames) const;
  const std::vector<PlaceAbbreviation>& place_abbreviations() const;
  const std::vector<GivenName>& given_names() const;
  const FrameTable& frames() const;
  const WordClasses& classes() const;
  const CueTable& cues() const;
  const EmbeddingTable& embeddings() const;
  const StanceTable& stances() const;
  const std::vector<Composition>& compositions() const;
  const std::vector<PloverClass>& plover_classes() const;
  const std::vector<CameoCode>& cameo_codes() const;
  const AgreementTable& agreements() const;
  const ContextTable& contexts() const;
  const OppositeTable& opposites() const;
  const std::vector<DisputeWeight>& dispute_weights() const;

  // The line of scores.tsv for a type and mode; of a mode that has none, that of its type. Null when unknown.
  const PloverClass* FindClass(std::string_view type, std::string_view mode) const;

  // The line of cameo.tsv; of a code that has none, that of the code that it refines ("0234" to "023"). Null when
  // unknown.
  const CameoCode* FindCameo(std::string_view code) const;

  // All readings of a whole name; case counts only for names all of whose words are also common words or shorter than
  // four letters (US, IS, Turkey, New Ideas): each capital of the name must be a capital, and a leading
  // "The" stays (The National). Otherwise diacritics, quotes, hyphens and a leading "the" do not. Null when unknown.
  const std::vector<NameEntry>* FindName(std::string_view name) const;

  // Where a dictionary has the name; null when none has.
  const LexiconLine* DictionaryLine(std::string_view name) const;

  // The longest name that begins at words[0]; words are forms as in the text. words == 0 when none does.
  NameHit LongestName(const std::vector<std::string_view>& words) const;

  // People by surname as reports use it alone ("Assad" and "al-Assad" both find al-Assad). Null when unknown.
  const std::vector<uint32_t>* FindSurname(std::string_view surname) const;

  // The state of a code, null when unknown.
  const State* FindState(std::string_view code) const;

  // The compiled gazetteer, null when no directory has one; and whether a user removed the places of a folded name.
  const Gazetteer* gazetteer() const;
  bool PlaceRemoved(std::string_view folded) const;

  // The divisions that a form (with or without its stops) shortens, as indexes. Null when it is no abbreviation.
  const std::vector<uint32_t>* FindPlaceAbbreviation(std::string_view form) const;

  // Whether a folded word is an ordinary one that names only where it is written with a capital (common_words.tsv).
  bool IsCommonWord(std::string_view folded) const;

  // Titles and agent nouns by lower-case lemma or phrase. Null when unknown.
  const std::vector<uint32_t>* FindTitle(std::string_view title) const;
  const AgentNoun* FindAgent(std::string_view noun) const;

  // Whether two given names are spellings of one ("Sergey", "Sergei"); and a given name's gender, '?' when unknown.
  bool SameGivenName(std::string_view a, std::string_view b) const;
  char GenderOf(std::string_view given_name) const;

  // Who holds `office` of `code` on a day: indexes into office_terms(). Those who hold it of a part of it or for
  // something (`of`) only when nobody holds it of `code` itself.
  std::vector<uint32_t> HoldersOn(std::string_view code, std::string_view office, Date day) const;

  // SHA-256 over all files read, in order, as hexadecimal.
  const std::string& hash() const;

 private:
  struct Data;
  explicit Lexicon(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

}  // namespace rapporteur
