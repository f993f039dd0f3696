// The reports that a command line names: files, directories, standard input.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace rapporteur {

struct Input {
  std::string path;      // to open; "-" is standard input
  std::string relative;  // below the directory named on the command line; for a file, its name
};

struct Inputs {
  std::vector<Input> files;     // in the order named; a directory's sorted by path
  std::vector<Error> problems;  // inputs that are missing, or directories without reports
};

// Files are taken whatever their name; of directories, and those below them, the files whose names end as
// those of reports and articles do (IsArticleFile).
Inputs ListInputs(const std::vector<std::string>& paths);

// The whole file. Errors: kIo     missing, unreadable, a directory
//                         kLimit  larger than max_bytes
Result<std::string> ReadInput(const Input& input, uint64_t max_bytes);

}  // namespace rapporteur
