// Checks a written record against the contract (docs/record.md): every field, word list, offset, id and reference.
//
// Works on the written lines, not on the program's own structs, so that it judges what users get. Deterministic;
// stateless.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

struct RecordProblem {
  int line = 0;         // of the record, from 1; 0: the record as a whole
  std::string message;  // "event ev-12ab…: status: found \"done\", expected one of actual, ongoing, …"
};

// The problems of one report's record, in order of the lines; none: the record holds. `utf8` is the report's text as
// decoded. At most 100 are reported.
std::vector<RecordProblem> ValidateRecord(std::string_view json_lines, std::string_view utf8);

}  // namespace rapporteur
