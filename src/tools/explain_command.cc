// rapporteur explain: why an item of a report stands.
#include "formats/explain.h"
#include "formats/handles.h"
#include "tools/commands.h"
#include "tools/input.h"
#include "tools/output.h"
#include "tools/setup.h"

namespace rapporteur {
namespace {

Result<std::string> Explain(const CommandOptions& options, const Reader& reader, const ReadOptions& said,
                            const DecodeOptions& decode) {
  const auto bytes = ReadInput({options.input.paths.front(), ""}, decode.max_bytes);
  if (!bytes.ok()) return bytes.error();
  const auto read = reader.Read(*bytes, said, decode);
  if (!read.ok()) return read.error();
  const auto item = FindItem(read->record, options.item);
  if (!item.ok()) return item.error();
  return ExplainItem(read->record, read->parsed, *item, LookFor(options.look, ""));
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
