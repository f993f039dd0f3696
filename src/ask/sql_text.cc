#include "ask/sql_text.h"

#include "text/characters.h"

namespace rapporteur {

std::string SqlText(std::string_view value) {
  std::string quoted = "'";
  for (const char c : value) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

std::string SqlTexts(const std::vector<std::string>& values) {
  std::string list;
  for (const std::string& value : values) list += (list.empty() ? "" : ", ") + SqlText(value);
  return "(" + list + ")";
}

namespace {

// Names are one word across an apostrophe (Sana'a), running text is not (Russia's).
std::string Small(const std::string& expression, SqlWords as) {
  const std::string small = "lower(strip_accents(" + expression + "))";
  return as == SqlWords::kText ? small : "translate(" + small + ", '''’‘ʼ`´', '')";
}

std::string Folded(const std::string& expression, SqlWords as) {
  return "trim(regexp_replace(" + Small(expression, as) + R"(, '[^\p{L}\p{N}]+', ' ', 'g')))";
}

// The costly test is made only of texts that have the first word's letters somewhere.
std::string WhereLetters(const std::string& expression, SqlWords as, const std::string& words,
                         const std::string& test) {
  return "CASE WHEN " + words + " <> '' AND contains(" + Small(expression, as) + ", split_part(" + words +
         ", ' ', 1)) THEN " + test + " ELSE FALSE END";
}

}  // namespace

std::string SqlIsName(const std::string& expression, std::string_view value) {
  const std::string words = Folded(SqlText(value), SqlWords::kNames);
  return WhereLetters(expression, SqlWords::kNames, words, Folded(expression, SqlWords::kNames) + " = " + words);
}

std::string SqlHasWords(const std::string& expression, SqlWords as, std::string_view value) {
  const std::string words = Folded(SqlText(value), as);
  return WhereLetters(expression, as, words,
                      "contains(' ' || " + Folded(expression, as) + " || ' ', ' ' || " + words + " || ' ')");
}

std::string SqlOnce(const std::string& select) {
  return "(SELECT DISTINCT * FROM (" + select + ") LIMIT 1000000000000)";  // no test moves past a LIMIT
}

std::vector<std::string> SplitWords(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  bool quoted = false;
  const auto end = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = CodePointAt(text, at);
    if (IsDoubleQuote(point.value)) {
      end();
      quoted = !quoted;
    } else if (IsSpace(point.value) && !quoted) {
      end();
    } else {
      word += text.substr(at, point.bytes);
    }
    at += point.bytes;
  }
  end();
  return words;
}

}  // namespace rapporteur
