// Pieces of SQL in which what the user says is a value and never SQL.
//
// Stateless; deterministic.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// 'it''s': a literal. Of bytes without NUL.
std::string SqlText(std::string_view value);
// ('a', 'b')
std::string SqlTexts(const std::vector<std::string>& values);

// The expression's text as names and words are compared: small letters without accents and apostrophes, one blank for
// whatever else is no letter or digit.
std::string SqlFolded(const std::string& expression);
// Whether the expression's text, folded, is `value`; whether the words of `value` stand together in it. A value without
// a word is nowhere.
std::string SqlIsWords(const std::string& expression, std::string_view value);
std::string SqlHasWords(const std::string& expression, std::string_view value);

// What must stand in a text: words, and phrases in quotation marks (straight or curved).
std::vector<std::string> SplitWords(std::string_view text);

}  // namespace rapporteur
