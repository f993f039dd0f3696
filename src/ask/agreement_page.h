// An agreement as a page: names, parties, day, terms and who kept them at whose word, conditions, calls, course,
// disputes.
//
// By the thread that holds the store. Deterministic.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ask/countries.h"
#include "ask/document.h"
#include "base/result.h"
#include "lexicon/prose.h"
#include "store/store.h"

namespace rapporteur {

struct AgreementPageOptions {
  const Countries* countries = nullptr;
  const ProseTable* prose = nullptr;  // not null
};

struct AgreementChoice {
  std::string key;    // what to type: "#12"
  std::string about;  // "Lake Accord between Norvia and Selk (2019), 2 reports"
};

struct AgreementPage {
  std::optional<Document> page;          // none: no agreement, or several, have the name
  std::vector<AgreementChoice> choices;  // without a page: those that the name fits, else all; most publishers first
  bool several = false;                  // the name fits more than one agreement
};

// `name`: a choice's key, the whole name, or whole words of it or of what reports call it; a whole name goes before
// words. What several merged agreements of one name are is one page. Errors: kUsage  a name without a word; those of
// Find
Result<AgreementPage> MakeAgreementPage(Store& store, const std::string& name, const AgreementPageOptions& options);

}  // namespace rapporteur
