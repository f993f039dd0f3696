// What is said of an event in plain words, by PLOVER type and mode (lexicon/prose.tsv), with the verb forms that the
// sentences need.
//
// Apart from Lexicon: reading reports does not rest on it, so another wording makes no record out of date. Immutable
// once read: any number of threads may use it. Deterministic.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/verb_forms.h"

namespace rapporteur {

struct LexiconContents;

// As the table's header says. {} in `to` stands for the recipient.
struct ProseLine {
  std::string type, mode;
  std::string to, alone, passive, noun;
  int line = 0;
};

class ProseTable {
 public:
  // prose.tsv and verb_forms.tsv of each directory, the shipped one first; a later line with the same type and mode (or
  // the same verb) replaces an earlier one. Only the first must have the tables.
  // Errors: kIo       a table is missing or unreadable
  //         kLexicon  a broken line, as Lexicon::Open
  static Result<ProseTable> Open(const std::vector<std::string>& directories);
  // The same; every broken line adds to `problems` and is left out.
  static Result<ProseTable> Read(const std::vector<std::string>& directories, std::vector<LexiconProblem>& problems);

  // The line of a type and mode; of a mode that has none, that of its type. Null when unknown.
  const ProseLine* Find(std::string_view type, std::string_view mode) const;
  const VerbForms& verbs() const { return verbs_; }
  const std::vector<ProseLine>& lines() const { return lines_; }

 private:
  std::vector<ProseLine> lines_;
  VerbForms verbs_;
};

}  // namespace rapporteur
