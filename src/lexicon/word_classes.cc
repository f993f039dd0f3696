#include <algorithm>
#include <set>
#include <utility>

#include "lexicon/frames.h"
#include "lexicon/row.h"

namespace rapporteur {

WordClasses ReadWordClasses(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  WordClasses written;
  std::map<std::string, std::pair<std::string, int>, std::less<>> lines;
  for (const Table& table : tables) {
    for (const Table::Row& row : table.rows()) {
      const std::string& name = table.cell(row, 0);
      std::vector<std::string> lemmas = SplitList(table.cell(row, 1));
      if (row.removes) {
        written.erase(name);
      } else if (name.empty() || lemmas.empty()) {
        problems.push_back({Severity::kError, table.file(), row.line,
                            "found a class without " + std::string(name.empty() ? "a name" : "lemmas") +
                                ", expected both; fill the cell"});
      } else {
        written[name] = std::move(lemmas);
        lines[name] = {table.file(), row.line};
      }
    }
  }
  WordClasses spelled;
  for (const auto& [name, unused] : written) {
    std::set<std::string> seen{name};
    std::set<std::string> lemmas;
    std::vector<std::string> open{name};
    while (!open.empty()) {
      const std::string next = std::move(open.back());
      open.pop_back();
      for (const std::string& lemma : written.find(next)->second) {
        if (!lemma.starts_with('@')) {
          lemmas.insert(HyphensToBlanks(lemma));
        } else if (!written.contains(std::string_view(lemma).substr(1))) {
          const auto& [file, line] = lines[next];
          problems.push_back({Severity::kError, file, line,
                              "column lemmas: found \"" + lemma + "\", expected a class of this file; add it"});
        } else if (seen.insert(lemma.substr(1)).second) {
          open.push_back(lemma.substr(1));
        }
      }
    }
    spelled[name].assign(lemmas.begin(), lemmas.end());
  }
  return spelled;
}

bool InClass(const WordClasses& classes, std::string_view name, std::string_view word) {
  const auto found = classes.find(name);
  return found != classes.end() && std::binary_search(found->second.begin(), found->second.end(), word);
}

}  // namespace rapporteur
