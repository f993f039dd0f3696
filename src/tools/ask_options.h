// What the user may say to the commands that ask a record.
#pragma once

#include <CLI/CLI.hpp>

#include "tools/options.h"

namespace rapporteur {

// --record, and what else every such command takes.
void AddAsked(CLI::App* command, CommandOptions& options);
// The filters of a Question, in the group Filters.
void AddFilters(CLI::App* command, AskOptions& ask);
// --format of these names (the first is what it says), and -o.
void AddAskedOutput(CLI::App* command, CommandOptions& options, const std::vector<std::string>& formats,
                    const std::string& otherwise);

void AddQuery(CLI::App& app, CommandOptions& options);
void AddTimeline(CLI::App& app, CommandOptions& options);

}  // namespace rapporteur
