// The program: reads its command line and runs one command.
#include <exception>
#include <functional>
#include <map>
#include <string>

#include "tools/command_line.h"
#include "tools/commands.h"
#include "tools/setup.h"

namespace {

int Run(int argc, const char* const* argv) {
  const rapporteur::CommandLine line = rapporteur::ParseCommandLine(argc, argv);
  if (!line.options) return line.exit_code;
  const std::map<std::string, std::function<int(const rapporteur::CommandOptions&)>> commands = {
      {"read", rapporteur::RunRead},         {"parse", rapporteur::RunParse},
      {"articles", rapporteur::RunArticles}, {"add", rapporteur::RunAdd},
      {"export", rapporteur::RunExport},     {"merge", rapporteur::RunMerge},
      {"query", rapporteur::RunQuery},       {"timeline", rapporteur::RunTimeline},
      {"brief", rapporteur::RunBrief},       {"positions", rapporteur::RunPositions},
      {"talks", rapporteur::RunTalks},       {"agreement", rapporteur::RunAgreement},
      {"explain", rapporteur::RunExplain},   {"lexicon check", rapporteur::RunLexiconCheck},
      {"validate", rapporteur::RunValidate}, {"version", rapporteur::RunVersion}};
  return commands.at(line.options->command)(*line.options);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return Run(argc, argv);
  } catch (const std::exception& problem) {  // out of memory, or a bug
    rapporteur::PrintError(std::string("stopped: ") + problem.what());
    return rapporteur::kExitData;
  }
}
