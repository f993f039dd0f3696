// rapporteur explain: why an item of a report stands.
#include <algorithm>

#include "formats/display.h"
#include "formats/explain.h"
#include "formats/handles.h"
#include "tools/commands.h"
#include "tools/input.h"
#include "tools/lexicon_lines.h"
#include "tools/output.h"
#include "tools/setup.h"

namespace rapporteur {
namespace {

constexpr int kMostShown = 240;  // of a table's line; some list hundreds of words

std::string LexiconLinesOf(const std::vector<std::string>& steps, const DataOptions& data, const TextOptions& look) {
  const auto options = FindReaderOptions(data);
  if (!options.ok()) return {};
  std::string out;
  for (const LexiconReference& reference : FindLexiconReferences(steps, options->lexicon)) {
    const std::string line = ReadLexiconLine(reference, options->lexicon);
    if (line.empty()) continue;
    if (out.empty()) out = "\nIn the lexicon\n";
    const std::string name = reference.file + ":" + std::to_string(reference.line);
    AppendRow({{name, std::max(20, DisplayWidth(name)), Style::kDim}, {CutToWidth(line, kMostShown), look.width - 26}},
              4, look.color, out, 0);
  }
  return out;
}

Result<std::string> Explain(const CommandOptions& options, const Reader& reader, const ReadOptions& said,
                            const DecodeOptions& decode) {
  const auto bytes = ReadInput({options.input.paths.front(), ""}, decode.max_bytes);
  if (!bytes.ok()) return bytes.error();
  const auto read = reader.Read(*bytes, said, decode);
  if (!read.ok()) return read.error();
  const auto item = FindItem(read->record, options.item);
  if (!item.ok()) return item.error();
  const TextOptions look = LookFor(options.look, "");
  std::vector<std::string> steps = BaseOf(read->record, *item).by.steps;
  for (std::string& step : StepsOfActors(read->record, *item)) steps.push_back(std::move(step));
  const std::string lines = LexiconLinesOf(steps, options.data, look);
  return ExplainItem(read->record, read->parsed, *item, look) + lines;
}

}  // namespace

int RunExplain(const CommandOptions& options) {
  const auto said = SaidOfReport(options.input);
  const auto decode = HowToDecode(options.input);
  if (!said.ok() || !decode.ok()) {
    PrintError(said.ok() ? decode.error().message : said.error().message);
    return kExitUsage;
  }
  const auto reader = OpenReader(options.data);
  if (!reader.ok()) {
    PrintError(reader.error().message);
    return kExitData;
  }
  const auto explained = Explain(options, *reader, *said, *decode);
  if (!explained.ok()) {
    PrintError(explained.error().message);
    return kExitSomeFailed;
  }
  auto output = Output::Open("");
  return output.ok() && output->Write(*explained).ok() ? kExitOk : kExitOutput;
}

}  // namespace rapporteur
