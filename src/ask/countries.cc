#include "ask/countries.h"

#include <filesystem>

#include "lexicon/fold.h"
#include "lexicon/table.h"

namespace rapporteur {

Result<Countries> Countries::Read(const std::string& folder) {
  const auto bytes = ReadWholeFile((std::filesystem::path(folder) / "states.tsv").string());
  if (!bytes.ok()) return bytes.error();
  std::vector<LexiconProblem> problems;  // `rapporteur lexicon check` tells them
  const Table table = Table::Parse(
      "states.tsv", *bytes,
      {"code", "name", "aliases", "demonyms", "capitals", "seats", "iso2", "iso_numeric", "cow", "gw", "wikidata"},
      problems);
  Countries countries;
  for (const Table::Row& row : table.rows()) {
    const std::string& code = table.cell(row, 0);
    const std::string& name = table.cell(row, 1);
    countries.names_.emplace(code, name);
    countries.codes_.emplace(FoldName(name), code);
  }
  for (const Table::Row& row : table.rows()) {  // a name of its own goes before another's alias
    for (const std::string& alias : SplitList(table.cell(row, 2)))
      countries.codes_.emplace(FoldName(alias), table.cell(row, 0));
  }
  return countries;
}

std::string Countries::CodeOf(std::string_view name) const {
  if (names_.contains(name)) return std::string(name);
  const auto found = codes_.find(FoldName(name));
  return found == codes_.end() ? std::string() : found->second;
}

std::string Countries::NameOf(std::string_view code) const {
  const auto found = names_.find(code);
  return found == names_.end() ? std::string(code) : found->second;
}

}  // namespace rapporteur
