// The contexts of events: contexts.tsv, its lines with an index by phrase.
//
// Immutable once read: any number of threads may use it. Deterministic: lines keep the order of the files; a user's
// line with the same context, kind, key and types replaces the shipped one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/string_map.h"
#include "lexicon/table.h"

namespace rapporteur {

enum class ContextBy : uint8_t { kWord, kActor, kRecipient, kSide, kEvent, kCameo, kSides, kUnless, kMode };

// Key: context, by, key, with.
struct ContextLine {
  std::string context;  // empty: mutes its words; of kMode: the mode
  ContextBy by = ContextBy::kWord;
  std::vector<std::string> keys;
  double weight = 0;
  std::vector<std::string>
      with;  // types that it is for; empty: all. Of kMode: what it refines, "ASSAULT" or with its mode
  std::string note;
  std::string file;
  int line = 0;

  bool IsFor(std::string_view type) const;
};

// A word as phrases are compared with it: lower case, without hyphens ("cease-fire" is two units of one word).
struct PhraseUnit {
  std::string form, lemma;
  int word = 0;
};

// Words first to last are a phrase of these lines.
struct PhraseHit {
  int first = 0, last = 0;
  const std::vector<uint32_t>* lines = nullptr;  // into ContextTable::lines()
};

class ContextTable {
 public:
  ContextTable() = default;
  explicit ContextTable(std::vector<ContextLine> lines);

  const std::vector<ContextLine>& lines() const { return lines_; }

  // Contexts in the order of their first line.
  const std::vector<std::string>& contexts() const { return contexts_; }

  // Lines that are not decided by words, in order.
  const std::vector<uint32_t>& other_lines() const { return other_; }

  // The longest phrases, from left to right, none inside of another; muted ones are left out.
  std::vector<PhraseHit> FindPhrases(const std::vector<PhraseUnit>& units) const;

 private:
  struct Phrase {
    std::vector<std::string> words;
    std::vector<uint32_t> lines;
    bool muted = false;
  };

  void AddPhrase(std::string_view phrase, uint32_t line);

  std::vector<ContextLine> lines_;
  std::vector<std::string> contexts_;
  std::vector<uint32_t> other_;
  StringMap<std::vector<Phrase>> by_first_;  // longest first
};

// The units of a token: lower case, typographic apostrophes as plain ones, cut at hyphens; a hyphen alone has none.
void AddPhraseUnits(std::string_view form, std::string_view lemma, int word, std::vector<PhraseUnit>& units);

// Reads the tables of all directories in order; every broken line adds to `problems` and is left out.
ContextTable ReadContexts(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);

}  // namespace rapporteur
