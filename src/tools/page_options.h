// What the user may say to the commands that write pages of a record: brief, positions, talks, agreement.
#pragma once

#include <CLI/CLI.hpp>

#include "tools/options.h"

namespace rapporteur {

void AddPages(CLI::App& app, CommandOptions& options);

}  // namespace rapporteur
