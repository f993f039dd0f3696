// Many reports in, results out in the order of the inputs: what `read`, `parse` and `articles` have in common.
#pragma once

#include <functional>
#include <string>

#include "base/result.h"
#include "inputs/article.h"
#include "tools/article_stream.h"
#include "tools/options.h"

namespace rapporteur {

// What becomes of one article; called on several threads at once.
using Work = std::function<Result<std::string>(const Article& article, const StreamRow& from)>;

struct Plan {
  std::string extension;  // of a report's own file in a folder
  std::string between;    // stands between two results in one file
  std::string heading;    // begins each file
};

// Reads the command line's inputs, puts `work` to each article, writes what comes out, sets aside what cannot be read.
// Tells what went wrong on standard error, and gives the exit code.
int WorkThrough(const CommandOptions& options, const Plan& plan, const Work& work);

}  // namespace rapporteur
