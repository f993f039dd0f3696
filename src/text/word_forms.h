// Written forms that decide where a word or a sentence ends: abbreviations, prefixes, units, contractions without an
// apostrophe. The knowledge is data: lexicon/abbreviations.tsv, whose header says what a line means.
//
// Immutable once made, thread-safe, deterministic.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace rapporteur {

// What a stop after a form means.
enum class StopRule : uint8_t {
  kNone,    // not an abbreviation: the stop ends the sentence
  kTitle,   // of the word; a name follows
  kInner,   // of the word; the sentence may end there as well
  kMiddle,  // of the word; the sentence goes on
  kNumber,  // of the word only before a figure
};

class WordForms {
 public:
  // The content of an abbreviations.tsv, or of several one after the other: a line !form takes a form away. Empty: the
  // one that was built in. Errors: kLexicon  a line without its fields, or of an unknown class (its number is in the
  // message)
  static Result<WordForms> Parse(std::string_view tsv);

  StopRule StopAfter(std::string_view form) const;  // `form` without the stop
  bool IsPrefix(std::string_view form) const { return Has(form, kPrefix); }
  bool IsUnit(std::string_view form) const;
  bool IsNameEnding(std::string_view form) const { return Has(form, kEnding); }
  bool IsDateWord(std::string_view form) const { return Has(form, kDate); }       // months, weekdays, am, GMT
  bool OpensCredit(std::string_view words) const { return Has(words, kCredit); }  // "By", "Reporting by", "Updated"
  // Where a joined word falls apart: byte offsets of its second and further parts; empty if it does not.
  const std::vector<uint8_t>& PartsOf(std::string_view form) const;

 private:
  enum Flag : uint8_t { kPrefix = 1, kUnit = 2, kEnding = 4, kDate = 8, kCredit = 16 };
  struct Entry {
    StopRule stop = StopRule::kNone;
    uint8_t flags = 0;
    std::vector<uint8_t> parts;
  };

  Status AddLine(std::string_view line);
  const Entry* Find(std::string_view form) const;
  bool Has(std::string_view form, Flag flag) const;

  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace rapporteur
