#include "lexicon/verb_forms.h"

#include "lexicon/row.h"

namespace rapporteur {
namespace {

bool IsVowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool EndsInConsonantY(std::string_view base) {
  return base.size() > 1 && base.ends_with('y') && !IsVowel(base[base.size() - 2]);
}

std::string RegularPast(std::string_view base) {
  if (base.ends_with('e')) return std::string(base) + "d";
  if (EndsInConsonantY(base)) return std::string(base.substr(0, base.size() - 1)) + "ied";
  return std::string(base) + "ed";
}

std::string RegularIng(std::string_view base) {
  const bool keeps_e = base.ends_with("ee") || base.ends_with("oe") || base.ends_with("ye") || base.size() < 3;
  if (base.ends_with('e') && !keeps_e) return std::string(base.substr(0, base.size() - 1)) + "ing";
  return std::string(base) + "ing";
}

}  // namespace

VerbForms VerbForms::Read(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  VerbForms forms;
  for (const Table& table : tables) {
    for (const Table::Row& row : table.rows()) {
      if (row.removes) {
        forms.irregular_.erase(table.cell(row, 0));
        continue;
      }
      RowReader reader(table, row, problems);
      const std::string base = reader.Required(0);
      Forms line{reader.Required(1), reader.Required(2), reader.Cell(3)};
      if (!reader.broken()) forms.irregular_.insert_or_assign(base, std::move(line));
    }
  }
  return forms;
}

std::string VerbForms::Past(std::string_view base) const {
  const auto found = irregular_.find(base);
  return found != irregular_.end() ? found->second.past : RegularPast(base);
}

std::string VerbForms::Participle(std::string_view base) const {
  const auto found = irregular_.find(base);
  return found != irregular_.end() ? found->second.participle : RegularPast(base);
}

std::string VerbForms::Ing(std::string_view base) const {
  const auto found = irregular_.find(base);
  return found != irregular_.end() && !found->second.ing.empty() ? found->second.ing : RegularIng(base);
}

std::string VerbForms::Third(std::string_view base) {
  for (const std::string_view ending : {"s", "x", "z", "ch", "sh", "o"}) {
    if (base.ends_with(ending)) return std::string(base) + "es";
  }
  if (EndsInConsonantY(base)) return std::string(base.substr(0, base.size() - 1)) + "ies";
  return std::string(base) + "s";
}

}  // namespace rapporteur
