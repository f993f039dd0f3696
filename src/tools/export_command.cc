// rapporteur export: all that is in a record, in any of the formats.
#include <functional>
#include <memory>

#include "formats/dyad_counts.h"
#include "formats/export_formats.h"
#include "store/copy_tables.h"
#include "store/told_events.h"
#include "tools/commands.h"
#include "tools/open_store.h"
#include "tools/output.h"
#include "tools/setup.h"

namespace rapporteur {
namespace {

// What to write, and what of it needs the lexicon.
struct ExportPlan {
  const ExportFormat* format = nullptr;  // of one report; dyads: gdelt, which takes the same events
  bool dyads = false;
  DyadPeriod period = DyadPeriod::kMonth;
  ExportOptions options;
};

Result<ExportPlan> PlanFor(const CommandOptions& options) {
  ExportPlan plan;
  plan.dyads = options.format == "dyads";
  plan.format = FindExportFormat(plan.dyads ? "gdelt" : options.format.empty() ? "jsonl" : options.format);
  if (!options.by.empty() && !plan.dyads) {
    return Error{ErrorCode::kUsage, "--by: found without --format dyads, expected with it; add it or leave --by out"};
  }
  if (!options.by.empty()) plan.period = *ParseDyadPeriod(options.by);
  if (options.merged && !plan.format->takes_events()) {
    return Error{ErrorCode::kUsage,
                 "--merged: found with a format that writes each report's items, expected one of events "
                 "(plover, polecat, icews, gdelt, dyads …); leave it out"};
  }
  auto statuses = StatusesFor(*plan.format, options.status);
  if (!statuses.ok()) return statuses.error();
  plan.options.statuses = std::move(*statuses);
  return plan;
}

// Report by report into the output; its errors are apart from those of the store.
class Writing {
 public:
  Writing(const ExportPlan& plan, Output& output) : plan_(plan), output_(output), counts_(plan.period, plan.options) {}

  Status Begin() {
    if (plan_.dyads || plan_.format->header == nullptr) return Ok{};
    return Write(plan_.format->header());
  }

  Status Take(const Record& record) {
    if (!plan_.dyads) return Write(plan_.format->write(record, plan_.options));
    counts_.Add(record);
    return Ok{};
  }

  Status End() {
    Status status = plan_.dyads ? Write(counts_.Write()) : Status(Ok{});
    if (!status.ok()) return status;
    status = output_.Commit();
    written_ = status.ok();
    return status;
  }

  bool written() const { return written_; }

 private:
  Status Write(const std::string& bytes) {
    auto wrote = output_.Write(bytes);
    written_ = wrote.ok();
    return wrote;
  }

  const ExportPlan& plan_;
  Output& output_;
  DyadCounts counts_;
  bool written_ = true;
};

int ExportReports(Store& store, const ExportPlan& plan, const std::string& path) {
  auto output = Output::Open(path);
  if (!output.ok()) return Fail(output.error(), kExitOutput);
  Writing writing(plan, *output);
  Status status = writing.Begin();
  if (status.ok()) status = store.Each([&](const Record& record) { return writing.Take(record); });
  if (status.ok()) status = writing.End();
  if (status.ok()) return kExitOk;
  if (!output->broken_pipe()) PrintError(status.error().message);
  return writing.written() ? kExitData : kExitOutput;
}

int ExportTables(const CommandOptions& options, TableFormat format) {
  if (!options.status.empty() || !options.by.empty() || options.merged) {
    return Fail(
        {ErrorCode::kUsage, "--format " + options.format +
                                ": found --status, --by or --merged, expected none, as tables are written whole; "
                                "leave it out"},
        kExitUsage);
  }
  if (options.output.empty() || options.output == "-") {
    return Fail(
        {ErrorCode::kUsage, "--format " + options.format +
                                ": found no folder to write to, expected one file a table; name it with -o DIR"},
        kExitUsage);
  }
  auto store = OpenStore(options.record, true);
  if (!store.ok()) return Fail(store.error(), kExitData);
  auto status = MakeFolder(options.output);
  if (status.ok()) status = CopyTables(*store, options.output, format);
  return status.ok() ? static_cast<int>(kExitOk) : Fail(status.error(), kExitOutput);
}

}  // namespace

int RunExport(const CommandOptions& options) {
  if (options.format == "csv") return ExportTables(options, TableFormat::kCsv);
  if (options.format == "parquet") return ExportTables(options, TableFormat::kParquet);
  auto plan = PlanFor(options);
  if (!plan.ok()) return Fail(plan.error(), kExitUsage);
  auto store = OpenStore(options.record, true);
  if (!store.ok()) return Fail(store.error(), kExitData);
  if (!plan->format->needs_lexicon) return ExportReports(*store, *plan, options.output);
  const auto lexicon = OpenLexicon(options.data);
  if (!lexicon.ok()) return Fail(lexicon.error(), kExitData);
  plan->options.lexicon = &*lexicon;
  Result<ToldEvents> told = ToldEvents();
  if (options.merged) told = ReadToldEvents(*store, plan->options.statuses);
  if (!told.ok()) {
    const std::string message = RecordFile(options.record) + ": " + told.error().message;
    return Fail({told.error().code, message}, kExitData);
  }
  if (options.merged) plan->options.told = &*told;
  return ExportReports(*store, *plan, options.output);
}

}  // namespace rapporteur
