// What reports of a period tell, as a page of sentences: newest day first, what most tell and weighs most first within
// a day.
//
// By the thread that holds the store. Deterministic: the same record and options give the same page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ask/countries.h"
#include "ask/document.h"
#include "base/result.h"
#include "formats/prose.h"
#include "store/store.h"

namespace rapporteur {

struct BriefOptions {
  std::optional<Date> since, until;  // days of reports, both ends belong to it
  // Names of actors or agreements, or words that stand in the telling sentences; what any of them finds. Empty: all.
  std::vector<std::string> about;
  bool all = false;        // also what is background or only possible
  size_t most_a_day = 12;  // lines; 0: all
  const Countries* countries = nullptr;
  const ProseTable* prose = nullptr;  // not null
};

// Errors: kUsage  bytes that are not UTF-8; kIo, kFormat of the store
Result<Document> MakeBrief(Store& store, const BriefOptions& options);

}  // namespace rapporteur
