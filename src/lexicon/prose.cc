#include "lexicon/prose.h"

#include <algorithm>
#include <filesystem>

#include "lexicon/contents.h"
#include "lexicon/lint.h"
#include "lexicon/row.h"

namespace rapporteur {
namespace {

Result<std::vector<Table>> TablesOf(const std::vector<std::string>& directories, std::string_view name,
                                    std::initializer_list<std::string_view> columns,
                                    std::vector<LexiconProblem>& problems) {
  std::vector<Table> tables;
  for (const std::string& directory : directories) {
    const std::string path = (std::filesystem::path(directory) / name).string();
    std::error_code error;
    const bool shipped = &directory == &directories.front();
    if (!shipped && !std::filesystem::exists(path, error)) continue;
    const Result<std::string> bytes = ReadWholeFile(path);
    if (!bytes.ok()) return bytes.error();
    tables.push_back(Table::Parse(shipped ? std::string(name) : path, *bytes, columns, problems));
  }
  return tables;
}

bool IsLine(const ProseLine& line, std::string_view type, std::string_view mode) {
  return line.type == type && line.mode == mode;
}

ProseLine ReadLine(RowReader& row) {
  ProseLine line{row.Required(0), row.Cell(1),     row.Required(2), row.Required(3),
                 row.Required(4), row.Required(5), row.line()};
  if (!line.to.empty() && line.to.find(" {}") == std::string::npos && line.to != line.alone)
    row.Tell(2, line.to, "a verb and {} for the recipient, or the words of column alone; correct one");
  if (!line.noun.empty() && !line.noun.starts_with("a ") && !line.noun.starts_with("an ") &&
      !line.noun.starts_with("some "))
    row.Tell(5, line.noun, "a noun that begins with a, an or some; add it");
  return line;
}

}  // namespace

Result<ProseTable> ProseTable::Read(const std::vector<std::string>& directories,
                                    std::vector<LexiconProblem>& problems) {
  ProseTable made;
  const auto prose = TablesOf(directories, "prose.tsv", {"type", "mode", "to", "alone", "passive", "noun"}, problems);
  if (!prose.ok()) return prose.error();
  const auto verbs = TablesOf(directories, "verb_forms.tsv", {"verb", "past", "participle", "ing"}, problems);
  if (!verbs.ok()) return verbs.error();
  made.verbs_ = VerbForms::Read(*verbs, problems);
  for (const Table& table : *prose) {
    for (const Table::Row& row : table.rows()) {
      std::erase_if(made.lines_, [&](const ProseLine& old) {
        return old.type == table.cell(row, 0) && (row.removes || old.mode == table.cell(row, 1));
      });
      if (row.removes) continue;
      RowReader reader(table, row, problems);
      ProseLine line = ReadLine(reader);
      if (!reader.broken()) made.lines_.push_back(std::move(line));
    }
  }
  return made;
}

Result<ProseTable> ProseTable::Open(const std::vector<std::string>& directories) {
  std::vector<LexiconProblem> problems;
  Result<ProseTable> made = Read(directories, problems);
  if (made.ok() && !problems.empty()) return Error{ErrorCode::kLexicon, problems.front().text()};
  return made;
}

const ProseLine* ProseTable::Find(std::string_view type, std::string_view mode) const {
  const ProseLine* of_type = nullptr;
  for (const ProseLine& line : lines_) {
    if (IsLine(line, type, mode)) return &line;
    if (IsLine(line, type, "")) of_type = &line;
  }
  return of_type;
}

void LintProse(const LexiconContents& contents, const ProseTable& prose, std::vector<LexiconProblem>& problems) {
  const auto& lines = prose.lines();
  for (const PloverClass& known : contents.plover_classes) {
    if (std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return IsLine(line, known.type, known.mode); }))
      continue;
    problems.push_back({Severity::kError, "prose.tsv", 0,
                        "found no line for " + known.type + " " + (known.mode.empty() ? "-" : known.mode) +
                            ", expected one for each line of scores.tsv; add it"});
  }
  for (const ProseLine& line : lines) {
    if (std::any_of(contents.plover_classes.begin(), contents.plover_classes.end(),
                    [&](const PloverClass& known) { return IsLine(line, known.type, known.mode); }))
      continue;
    problems.push_back({Severity::kError, "prose.tsv", line.line,
                        "column mode: found \"" + line.type + " " + line.mode +
                            "\", expected a type and mode that scores.tsv lists; correct it or add it there"});
  }
}

}  // namespace rapporteur
