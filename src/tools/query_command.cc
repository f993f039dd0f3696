// rapporteur query, rapporteur timeline: what a record says to a question.
#include <algorithm>

#include "ask/timeline.h"
#include "ask/write_rows.h"
#include "tools/asking.h"
#include "tools/commands.h"
#include "tools/open_store.h"
#include "tools/output.h"
#include "tools/setup.h"

namespace rapporteur {
namespace {

constexpr size_t kShownOnATerminal = 100;

std::string FormatOf(const CommandOptions& options) { return options.format.empty() ? "text" : options.format; }

TableForm TableFormOf(const std::string& format) {
  return format == "csv" ? TableForm::kCsv : format == "jsonl" ? TableForm::kJsonLines : TableForm::kText;
}

int WriteOut(const std::string& bytes, const std::string& path) {
  auto output = Output::Open(path);
  if (!output.ok()) return Fail(output.error(), kExitOutput);
  Status status = output->Write(bytes);
  if (status.ok()) status = output->Commit();
  if (status.ok()) return kExitOk;
  return output->broken_pipe() ? kExitOutput : Fail(status.error(), kExitOutput);
}

bool HasFilters(const AskOptions& ask) {
  const bool lists = !ask.kinds.empty() || !ask.types.empty() || !ask.modes.empty() || !ask.statuses.empty() ||
                     !ask.actors.empty() || !ask.by.empty() || !ask.to.empty() || !ask.pairs.empty();
  const bool words = !ask.place.empty() || !ask.since.empty() || !ask.until.empty() || !ask.agreement.empty() ||
                     !ask.text.empty() || !ask.count.empty();
  return lists || words || ask.reports > 0 || ask.publishers > 0 || ask.differing || ask.newest || ask.mentions ||
         ask.limit;
}

int RunSql(const CommandOptions& options) {
  if (HasFilters(options.ask)) {
    return Fail(
        {ErrorCode::kUsage, "--sql: found with filters, expected alone; put them into the SQL, or leave --sql out"},
        kExitUsage);
  }
  auto store = OpenStore(options.record, true);
  if (!store.ok()) return Fail(store.error(), kExitData);
  auto rows = store->Ask(options.ask.sql);
  if (!rows.ok()) {
    return Fail({ErrorCode::kUsage, "--sql: " + rows.error().message +
                                        "; correct the SQL: docs/store.md names the tables and their columns, and "
                                        "nothing can be written"},
                kExitUsage);
  }
  const auto table = ReadAll(std::move(*rows));
  if (!table.ok()) return FailAsking(table.error());
  return WriteOut(WriteTable(*table, TableFormOf(FormatOf(options)), LookFor(options.look, options.output)),
                  options.output);
}

// How many are shown where nobody said it: all, but on a terminal.
void LimitOnTerminal(const CommandOptions& options, Question& question) {
  if (!options.ask.limit && FormatOf(options) == "text" && GoesToTerminal(options.output))
    question.limit = kShownOnATerminal;
}

void TellLimit(const CommandOptions& options, const Question& question, size_t shown) {
  if (!options.ask.limit && question.limit != 0 && shown == question.limit)
    PrintError("note: shown are the first " + std::to_string(shown) + "; --limit 0 shows all, --limit N so many");
}

int Count(const CommandOptions& options, Store& store, const std::vector<Found>& found) {
  const auto names = CountNames();
  const auto by = static_cast<CountBy>(std::find(names.begin(), names.end(), options.ask.count) - names.begin());
  const auto rows = CountsBareRows(by) ? Result(BareRows(found)) : RowsOf(store, found, false);
  if (!rows.ok()) return FailAsking(rows.error());
  AnyTable table = CountRows(*rows, by);
  if (const size_t most = options.ask.limit.value_or(0); most != 0 && table.rows.size() > most) table.rows.resize(most);
  return WriteOut(WriteTable(table, TableFormOf(FormatOf(options)), LookFor(options.look, options.output)),
                  options.output);
}

}  // namespace

int RunQuery(const CommandOptions& options) {
  if (!options.ask.sql.empty()) return RunSql(options);
  auto asking = StartAsking(options);
  if (!asking.ok()) return FailAsking(asking.error());
  const std::string format = FormatOf(options);
  const TextOptions look = LookFor(options.look, options.output);
  if (!options.ask.count.empty()) asking->question.limit = 0;  // of counts, not of what is counted
  if (options.ask.count.empty()) LimitOnTerminal(options, asking->question);
  const auto found = Find(asking->store, asking->question);
  if (!found.ok()) return FailAsking(found.error());
  if (found->empty()) TellUnknownNames(*asking);
  if (!options.ask.count.empty()) return Count(options, asking->store, *found);
  const auto rows = RowsOf(asking->store, *found, options.ask.mentions);
  if (!rows.ok()) return FailAsking(rows.error());
  const std::string bytes = format == "csv"     ? WriteRowsCsv(*rows)
                            : format == "jsonl" ? WriteRowsJson(*rows)
                                                : WriteRowsText(*rows, look, options.ask.mentions);
  const int code = WriteOut(bytes, options.output);
  TellLimit(options, asking->question, found->size());
  return code;
}

int RunTimeline(const CommandOptions& options) {
  auto asking = StartAsking(options);
  if (!asking.ok()) return FailAsking(asking.error());
  const auto lexicon = FindBaseLexicon(options.data);
  if (!lexicon.ok()) return FailAsking(lexicon.error());
  const auto prose = ProseTable::Open({*lexicon});
  if (!prose.ok()) return FailAsking(prose.error());
  Question& question = asking->question;
  if (question.kinds.empty()) {
    question.kinds = {ItemKind::kEvent, ItemKind::kPosition, ItemKind::kTalks, ItemKind::kAgreement};
  }
  LimitOnTerminal(options, question);
  const auto lines = TimelineOf(asking->store, question, *prose);
  if (!lines.ok()) return FailAsking(lines.error());
  if (lines->empty()) TellUnknownNames(*asking);
  const std::string format = FormatOf(options);
  const TimelineForm form = format == "csv"        ? TimelineForm::kCsv
                            : format == "jsonl"    ? TimelineForm::kJsonLines
                            : format == "markdown" ? TimelineForm::kMarkdown
                                                   : TimelineForm::kText;
  const int code = WriteOut(WriteTimeline(*lines, form, LookFor(options.look, options.output)), options.output);
  TellLimit(options, question, lines->size());
  return code;
}

}  // namespace rapporteur
