#include "ask/who.h"

#include <algorithm>
#include <vector>

#include "ask/countries.h"
#include "ask/sql_text.h"
#include "lexicon/table.h"

namespace rapporteur {
namespace {

bool IsCapitals(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool IsWikidata(std::string_view text) {
  return text.size() > 1 && text[0] == 'Q' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "SYR/REB", "/REB": the code (or nothing), then sectors. Empty: it is no such thing.
std::vector<std::string> CodeAndSectors(std::string_view said) {
  std::vector<std::string> parts;
  for (size_t at = 0; at <= said.size();) {
    const size_t end = std::min(said.find('/', at), said.size());
    parts.emplace_back(said.substr(at, end - at));
    at = end + 1;
  }
  if (parts.size() < 2) return {};
  for (size_t i = 0; i < parts.size(); ++i) {
    for (char& c : parts[i]) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (!IsCapitals(parts[i]) && !(i == 0 && parts[i].empty())) return {};
  }
  return parts;
}

constexpr const char* kNames =
    "SELECT report, item, name AS word FROM actors UNION ALL SELECT report, item, unnest(aliases) AS word FROM actors";

Result<std::vector<std::string>> NamesWhere(Store& store, const std::string& test) {
  auto rows = store.Ask("SELECT word FROM " + SqlOnce("SELECT word FROM (" + std::string(kNames) + ")") + " WHERE " +
                        test + " ORDER BY word");
  if (!rows.ok()) return rows.error();
  std::vector<std::string> names;
  while (rows->Next()) names.emplace_back(rows->Text(0));
  return names;
}

// The actors of all reports that are one with those of this SELECT of (report, item).
WhoTest Known(const std::string& known, const std::string& name) {
  WhoTest test;
  test.with = name + "_known AS MATERIALIZED (" + known + "), " + name +
              "_merged AS MATERIALIZED (SELECT DISTINCT merged FROM merged_mentions SEMI JOIN " + name +
              "_known USING (report, item)), " + name +
              " AS MATERIALIZED (SELECT report, item FROM merged_mentions SEMI JOIN " + name +
              "_merged USING (merged) UNION SELECT report, item FROM " + name + "_known)";
  test.test = "(report, actor) IN (SELECT report, item FROM " + name + ")";
  return test;
}

WhoTest Named(const std::vector<std::string>& names, const std::string& name) {
  if (names.empty()) return {"", "FALSE"};
  return Known("SELECT report, item FROM (" + std::string(kNames) + ") WHERE word IN " + SqlTexts(names), name);
}

}  // namespace

Result<std::string> CountryCode(Store& store, const std::string& said, const Countries* countries) {
  if (IsCapitals(said)) return said;
  if (countries != nullptr) return countries->CodeOf(said);
  auto rows = store.Ask("SELECT min(code) FROM " +
                        SqlOnce("SELECT name, code FROM actors WHERE type = 'state' AND code IS NOT NULL") + " WHERE " +
                        SqlIsName("name", said));
  if (!rows.ok()) return rows.error();
  return rows->Next() ? std::string(rows->Text(0)) : std::string();
}

Result<WhoTest> TestFor(Store& store, const std::string& said, const Countries* countries, const std::string& name) {
  if (const auto parts = CodeAndSectors(said); !parts.empty()) {
    WhoTest test;
    test.test = parts[0].empty() ? "TRUE" : "code = " + SqlText(parts[0]);
    for (size_t i = 1; i < parts.size(); ++i) test.test += " AND list_contains(sectors, " + SqlText(parts[i]) + ")";
    return test;
  }
  const auto code = CountryCode(store, said, countries);
  if (!code.ok()) return code.error();
  // Three capitals may be a code that is no state's, or a name (PKK).
  const bool may_be_name = IsCapitals(said) && (countries == nullptr || countries->CodeOf(said).empty());
  if (!code->empty() && !may_be_name) return WhoTest{"", "code = " + SqlText(*code)};
  if (IsWikidata(said)) return Known("SELECT report, item FROM actors WHERE wikidata = " + SqlText(said), name);
  auto names = NamesWhere(store, SqlIsName("word", said));
  if (names.ok() && names->empty()) names = NamesWhere(store, SqlHasWords("word", SqlWords::kNames, said));
  if (!names.ok()) return names.error();
  WhoTest test = Named(*names, name);
  if (may_be_name) test.test = "(code = " + SqlText(said) + " OR " + test.test + ")";
  return test;
}

}  // namespace rapporteur
