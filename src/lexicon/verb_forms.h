// Forms of English verbs, for making sentences: the regular ones by rule, the others by lexicon/verb_forms.tsv.
//
// Immutable once made: any number of threads may use it. Deterministic.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/string_map.h"
#include "lexicon/table.h"

namespace rapporteur {

class VerbForms {
 public:
  // A later table's line replaces an earlier one of the same verb. Broken lines add to `problems` and are left out.
  static VerbForms Read(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);

  // Of a verb in its base form: "call" gives called, called, calling, calls.
  std::string Past(std::string_view base) const;
  std::string Participle(std::string_view base) const;
  std::string Ing(std::string_view base) const;
  static std::string Third(std::string_view base);

 private:
  struct Forms {
    std::string past, participle, ing;
  };
  StringMap<Forms> irregular_;
};

}  // namespace rapporteur
