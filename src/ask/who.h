// Whom a question's words mean: a test of the rows of SqlRoles.
//
// By the thread that holds the store. Deterministic.
#pragma once

#include <string>

#include "ask/question.h"
#include "base/result.h"
#include "store/store.h"

namespace rapporteur {

struct WhoTest {
  // What stands before the SELECTs that use `test`: "name AS MATERIALIZED (…)"; empty: nothing.
  std::string with;
  std::string test;  // of report, actor, code and sectors
};

// `name` is one that no other test of the same statement has. Errors: those of the store
Result<WhoTest> TestFor(Store& store, const std::string& said, const Countries* countries, const std::string& name);

// The code of the state of this name, or what is written as a code; empty: neither. Errors: those of the store
Result<std::string> CountryCode(Store& store, const std::string& said, const Countries* countries);

}  // namespace rapporteur
