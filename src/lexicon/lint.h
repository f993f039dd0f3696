// What `rapporteur lexicon check` reports: everything in the tables that is broken, contradicts itself or looks
// forgotten.
//
// Deterministic; prints nothing.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/table.h"

namespace rapporteur {

struct LexiconContents;
class ProseTable;

// PLOVER's own codes, beside those of states.
inline constexpr std::array<std::string_view, 7> kBodyCodes = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"};

struct LintReport {
  std::vector<LexiconProblem> problems;  // by file and line; errors and warnings
  size_t errors = 0;
  size_t warnings = 0;
};

// Errors (a table must not ship with one): lines that break the format, keys told twice in one file, codes that are
//   neither in states.tsv nor PLOVER's own, sectors, types, modes and CAMEO codes that do not exist, terms that end
//   before they begin, a name of two states, agreements that end before they are made, types and modes without prose.
// Warnings (to be looked at): terms of two people in one office at the same time, gaps of more than half a year between
//   the terms of an office, names of entries of different kinds, names told twice for one state's bodies, frames that
//   an earlier line always beats, titles whose office nobody holds and no title
//   names.
// Fails only as ReadLexicon does: kIo.
Result<LintReport> LintLexicon(const std::vector<std::string>& directories);

// The parts, each adding to `problems`.
void LintKeys(const LexiconContents& contents, std::vector<LexiconProblem>& problems);
void LintCodes(const LexiconContents& contents, std::vector<LexiconProblem>& problems);
void LintTerms(const LexiconContents& contents, std::vector<LexiconProblem>& problems);
void LintNames(const LexiconContents& contents, std::vector<LexiconProblem>& problems);
void LintFrames(const LexiconContents& contents, std::vector<LexiconProblem>& problems);
void LintContexts(const LexiconContents& contents, std::vector<LexiconProblem>& problems);
void LintProse(const LexiconContents& contents, const ProseTable& prose, std::vector<LexiconProblem>& problems);
void LintAgreements(const LexiconContents& contents, std::vector<LexiconProblem>& problems);

}  // namespace rapporteur
