// Lemmas from a table and suffix rules (docs/model.md, section 7).
//
// Immutable once read; threads may share it. Deterministic.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "language/fold.h"

namespace rapporteur {

class Lemmatizer {
 public:
  // `section` must outlive this object. `cased`: XPOS tags whose lemma keeps its case. Errors: kFormat, with the line.
  static Result<Lemmatizer> Read(std::string_view section, const std::vector<std::string>& cased);

  // `fold` is the model's. Never empty unless the file says so.
  std::string Lemma(const FoldTable& fold, std::string_view form, std::string_view xpos) const;

 private:
  struct Rule {
    size_t strip = 0;  // code points
    std::string_view add;
  };
  Status ReadLine(std::string_view line, size_t number);

  // Keys are "xpos TAB base" and "xpos TAB suffix", as they stand in the section.
  std::unordered_map<std::string_view, std::string_view> table_;
  std::unordered_map<std::string_view, Rule> rules_;
  std::unordered_set<std::string> cased_;
  size_t longest_suffix_ = 0;  // bytes
};

}  // namespace rapporteur
