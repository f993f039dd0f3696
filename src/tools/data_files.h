// Where the program's own data lie: beside the installed program, or in the tree it was built from.
#pragma once

#include <string>

#include "base/result.h"

namespace rapporteur {

struct DataFiles {
  std::string lexicon;  // directory
  std::string model;    // file
};

// Looks from the program's own place (or that of the Python module) upwards: share/rapporteur/{lexicon,model} of an
// installation, lexicon/ and model/ of a source tree; the nearest counts. Errors: kIo  neither is there (the message
// says where it looked)
Result<DataFiles> FindDataFiles(const std::string& program);

// The path of the running program, by /proc/self/exe; empty when the system does not tell.
std::string ProgramPath();

}  // namespace rapporteur
