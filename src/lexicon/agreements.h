// Agreements that reports name (agreements.tsv): by which words they are called, who made them, when they held.
//
// Immutable once read: any number of threads may use it. Deterministic: lines keep the order of the files; a user's
// line with the same name replaces the shipped one. Which nouns mean an agreement, and which words before them tell its
// kind, stands in classes.tsv: pact_head, pact_form, pact_any and one class pact_<kind> for each kind.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/date.h"
#include "lexicon/frames.h"
#include "lexicon/string_map.h"
#include "lexicon/table.h"

namespace rapporteur {

struct KnownAgreement {
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::string> keys;  // as written in the file, with + where a word of its kind must follow
  std::string kind;
  DateRange date;             // when it was signed or agreed: a day, or the range of a month or year
  std::optional<Date> until;  // last day; none: in force, or its end is unknown
  std::string place;
  std::vector<std::string> parties;  // codes of states and bodies, names of others; * when open to all states
  std::vector<std::string> mediators;
  std::string wikidata;
  std::string note;
  std::string file;
  int line = 0;
};

struct AgreementHit {
  int words = 0;              // how many words it takes; 0: none begins here
  int head = -1;              // the word that is the noun after a key ("Minsk *talks*"); -1 for a whole name
  std::vector<uint32_t> ids;  // all that are called so, in order of the file
};

// What a description says: "the 2015 nuclear deal with Iran", "the February ceasefire", "the accord signed in Dayton".
struct AgreementQuery {
  std::string_view word;                  // noun, or word before it, that tells the kind: ceasefire, nuclear
  DateRange signed_in;                    // when it was made; an open range says nothing
  std::string_view place;                 // where
  std::vector<std::string_view> parties;  // codes, or names as in the table
  std::optional<Date> day;                // of the report: later agreements are left out
};

class AgreementTable {
 public:
  AgreementTable() = default;

  // Reads the tables of all directories in order; a line !X removes the agreement X. Every broken line adds to
  // `problems` and is left out.
  static AgreementTable Read(const std::vector<Table>& tables, const WordClasses& classes,
                             std::vector<LexiconProblem>& problems);

  const std::vector<KnownAgreement>& lines() const { return lines_; }

  // The longest name or description by key that begins at words[0]; words are forms as in the text. A name, or a key
  // ("Minsk", "Good Friday") with words of its kind and a noun after it ("Minsk peace agreement", "Minsk accords").
  // Capitals: the first two words of a name need those of the table, nouns for agreements apart; a name of one word all
  // of them (START, Start). After the noun talks, process or negotiation the hit may mean the talks: `head` tells.
  AgreementHit Find(std::span<const std::string_view> words) const;

  // Of several that are called the same: the one in force on `day`, of two the later one; nullopt when none is.
  std::optional<uint32_t> InForceAt(std::span<const uint32_t> ids, Date day) const;

  // As InForceAt, else the one that ended last before `day`; without a day the latest. Nullopt when all are later than
  // `day`: what is not yet made cannot be meant.
  std::optional<uint32_t> Choose(std::span<const uint32_t> ids, std::optional<Date> day) const;

  // Those that a description fits, the one Choose would take first. Everything that the query names must hold, and it
  // must name two things: else the list is empty.
  std::vector<uint32_t> Matching(const AgreementQuery& query) const;

  // Whether `word` tells of agreements of this kind ("nuclear", "truce").
  bool TellsKind(std::string_view word, std::string_view kind) const;

 private:
  struct Pattern {
    std::vector<std::string> units;
    uint64_t first_upper = 0;   // capitals that the first unit needs
    bool second_upper = false;  // whether the second needs a capital
    bool key = false;           // a noun must follow
    bool needs_kind = false;    // and a word of its kind
    uint32_t id = 0;            // of the agreement
  };
  struct Units;

  void AddClasses(const WordClasses& classes);
  bool ReadLine(const Table& table, const Table::Row& row, std::vector<LexiconProblem>& problems,
                KnownAgreement& line) const;
  void IndexLines();
  void AddPattern(std::string_view written, bool key, uint32_t id);
  void AddForms(const Units& units, uint32_t id);
  uint64_t KindBit(std::string_view kind) const;
  std::string Normal(std::string_view unit) const;
  uint64_t Meaning(std::string_view spelled) const;
  Units UnitsOf(std::span<const std::string_view> words, size_t most) const;
  static bool Fits(const Pattern& pattern, const Units& units);
  AgreementHit Tail(const Pattern& pattern, const Units& units) const;

  std::vector<KnownAgreement> lines_;
  std::vector<std::string> kinds_;
  StringMap<uint64_t> words_;                    // folded: what each word of the classes means, as bits
  StringMap<std::vector<Pattern>> by_first_;     // by the first unit
  std::vector<std::vector<std::string>> forms_;  // of each line: the nouns of pact_form in its names
};

}  // namespace rapporteur
