// Names of states, read from the lexicon's one table, so that a question need not open all of it.
//
// Immutable; any number of threads. Deterministic.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "lexicon/string_map.h"

namespace rapporteur {

class Countries {
 public:
  // `folder` is a lexicon's. Errors: kIo
  static Result<Countries> Read(const std::string& folder);

  // Alpha-3 of a state's name, other name, or code in capitals; empty: there is none.
  std::string CodeOf(std::string_view name) const;
  // The name; the code itself for what is no state.
  std::string NameOf(std::string_view code) const;

 private:
  StringMap<std::string> codes_;  // by folded name
  StringMap<std::string> names_;  // by code
};

}  // namespace rapporteur
