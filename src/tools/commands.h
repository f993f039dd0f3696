// The program's commands. Each prints its result, its errors to standard error, and gives the exit code.
#pragma once

#include "tools/options.h"

namespace rapporteur {

int RunRead(const CommandOptions& options);
int RunArticles(const CommandOptions& options);
int RunParse(const CommandOptions& options);
int RunExplain(const CommandOptions& options);
int RunAdd(const CommandOptions& options);
int RunExport(const CommandOptions& options);
int RunMerge(const CommandOptions& options);
int RunQuery(const CommandOptions& options);
int RunTimeline(const CommandOptions& options);
int RunBrief(const CommandOptions& options);
int RunPositions(const CommandOptions& options);
int RunTalks(const CommandOptions& options);
int RunAgreement(const CommandOptions& options);
int RunLexiconCheck(const CommandOptions& options);
int RunValidate(const CommandOptions& options);
int RunVersion(const CommandOptions& options);

}  // namespace rapporteur
