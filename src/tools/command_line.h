// The command line: what the user may say, and the help that tells it.
#pragma once

#include <optional>

#include "tools/options.h"

namespace rapporteur {

struct CommandLine {
  std::optional<CommandOptions> options;  // none: help was shown, or the command line was wrong
  int exit_code = 0;                      // when there are none
};

// Prints help to standard output and complaints to standard error.
CommandLine ParseCommandLine(int argc, const char* const* argv);

}  // namespace rapporteur
