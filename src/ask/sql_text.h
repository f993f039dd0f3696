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

// Texts are compared in small letters, without accents, with one blank for whatever is no letter or digit; of names
// apostrophes are left out, of running text they end words.
enum class SqlWords { kNames, kText };

// Whether the expression's text is the name `value`; whether the words of `value` stand together in it. A value without
// a word is nowhere.
std::string SqlIsName(const std::string& expression, std::string_view value);
std::string SqlHasWords(const std::string& expression, SqlWords as, std::string_view value);

// "(SELECT DISTINCT … )": each row of this SELECT once, before anything is tested of it. A test that is dear is made of
// few different texts then, and not of every row, to which DuckDB would else move it.
std::string SqlOnce(const std::string& select);

// What must stand in a text: words, and phrases in quotation marks (straight or curved).
std::vector<std::string> SplitWords(std::string_view text);

}  // namespace rapporteur
