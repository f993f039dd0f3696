// rapporteur add, rapporteur export: reports into the record, and all of it out again.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "store/store.h"
#include "tools/commands.h"
#include "tools/in_order.h"
#include "tools/input.h"
#include "tools/output.h"
#include "tools/progress.h"
#include "tools/setup.h"
#include "tools/store_writer.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

int Fail(const Error& error, ExitCode code) {
  PrintError(error.message);
  return code;
}

// A folder's record is the file record.duckdb in it.
std::string RecordFile(const std::string& path) {
  std::error_code error;
  if (path.ends_with('/') || fs::is_directory(path, error)) return (fs::path(path) / "record.duckdb").string();
  return path;
}

Result<Store> OpenStore(const std::string& path, bool read_only) {
  StoreOptions options;
  options.read_only = read_only;
  options.program = ProgramVersion();
  if (!read_only && path.ends_with('/')) {
    const auto made = MakeFolder(path);
    if (!made.ok()) return made.error();
  }
  return Store::Open(RecordFile(path), options);
}

const char* WordFor(Fate fate) { return fate == Fate::kAdded ? "added" : fate == Fate::kKnown ? "known" : "replaced"; }

// How many met which fate; the lines of --confirm.
class Tally {
 public:
  explicit Tally(bool confirm) : confirm_(confirm) {
    if (confirm) std::setvbuf(stdout, nullptr, _IOLBF, 1U << 16U);  // who waits for a confirmation gets it at once
  }

  void Count(const StoreWriter::Entry& entry, Fate fate) {
    ++counts_.at(static_cast<size_t>(fate));
    if (!confirm_) return;
    std::printf("%s\t%s\t%s\n", WordFor(fate), entry.id.c_str(), entry.path.c_str());
  }
  size_t of(Fate fate) const { return counts_.at(static_cast<size_t>(fate)); }

 private:
  bool confirm_;
  std::array<size_t, 3> counts_ = {};
};

// One report's way to its rows.
class Adding {
 public:
  Adding(const Store& store, const Reader& reader, ReadOptions said, DecodeOptions decode)
      : store_(store),
        reader_(reader),
        said_(std::move(said)),
        decode_(decode),
        fingerprint_(Fingerprint(reader.made_by(), said_.title)) {}

  Result<StoreWriter::Entry> Make(const Input& input) const {
    const auto bytes = ReadInput(input, decode_.max_bytes);
    if (!bytes.ok()) return bytes.error();
    const auto text = DecodeReport(*bytes, decode_);
    if (!text.ok()) return Error{text.error().code, input.path + ": " + text.error().message};
    StoreWriter::Entry entry;
    entry.path = input.path;
    entry.id = ReportId(text->utf8, said_);
    if (store_.Knows(entry.id, fingerprint_)) return entry;
    const auto read = reader_.Read(*bytes, said_, decode_);
    if (!read.ok()) return Error{read.error().code, input.path + ": " + read.error().message};
    entry.rows = MakeReportRows(read->record, said_.title);
    return entry;
  }

 private:
  const Store& store_;
  const Reader& reader_;
  const ReadOptions said_;
  const DecodeOptions decode_;
  const std::string fingerprint_;
};

// Reads on many threads, adds on one. The number of inputs that failed.
Result<size_t> AddAll(const std::vector<Input>& files, const Adding& adding, size_t threads, StoreWriter& writer) {
  std::vector<StoreWriter::Entry> made(files.size());
  Progress progress(files.size(), isatty(STDERR_FILENO) != 0);
  size_t failed = 0;
  InOrder(
      files.size(), threads,
      [&](size_t i) -> Outcome {
        auto entry = adding.Make(files[i]);
        if (!entry.ok()) return {false, "", entry.error().message};
        made[i] = std::move(entry).value();
        return {true, "", ""};
      },
      [&](size_t i, const Outcome& outcome) {
        bool going = true;
        if (outcome.ok) {
          going = writer.Push(std::move(made[i]));
        } else {
          progress.Clear();
          PrintError(outcome.message);
          ++failed;
        }
        progress.Step();
        return going;
      });
  progress.Clear();
  const auto finished = writer.Finish();
  if (!finished.ok()) return finished.error();
  return failed;
}

}  // namespace

int RunAdd(const CommandOptions& options) {
  const auto said = SaidOfReport(options.input);
  if (!said.ok()) return Fail(said.error(), kExitUsage);
  const auto decode = HowToDecode(options.input);
  if (!decode.ok()) return Fail(decode.error(), kExitUsage);
  const auto reader = OpenReader(options.data);
  if (!reader.ok()) return Fail(reader.error(), kExitData);
  auto store = OpenStore(options.record, false);
  if (!store.ok()) return Fail(store.error(), kExitData);
  const Inputs inputs = ListInputs(options.input.paths);
  for (const Error& problem : inputs.problems) PrintError(problem.message);

  const size_t cores = std::max<size_t>(1, std::thread::hardware_concurrency());
  Tally tally(options.confirm);
  StoreWriterOptions writing;
  writing.batch_reports = options.batch;
  StoreWriter writer(*store, writing, [&](const StoreWriter::Entry& entry, Fate fate) { tally.Count(entry, fate); });
  const auto failed =
      AddAll(inputs.files, Adding(*store, *reader, *said, *decode), options.jobs != 0 ? options.jobs : cores, writer);
  const size_t missing = inputs.problems.size() + (failed.ok() ? *failed : 0);
  std::printf("%zu added, %zu known, %zu replaced, %zu failed; %s has %zu reports\n", tally.of(Fate::kAdded),
              tally.of(Fate::kKnown), tally.of(Fate::kReplaced), missing, RecordFile(options.record).c_str(),
              store->size());
  if (!failed.ok()) return Fail(failed.error(), kExitOutput);
  return missing == 0 ? kExitOk : kExitSomeFailed;
}

int RunExport(const CommandOptions& options) {
  auto store = OpenStore(options.record, true);
  if (!store.ok()) return Fail(store.error(), kExitData);
  auto output = Output::Open(options.output);
  if (!output.ok()) return Fail(output.error(), kExitOutput);
  bool written = true;
  auto status = store->Each([&](const Record& record) -> Status {
    auto wrote = output->Write(WriteJsonLines(record));
    written = wrote.ok();
    return wrote;
  });
  if (status.ok()) {
    status = output->Commit();
    written = status.ok();
  }
  if (status.ok()) return kExitOk;
  if (!output->broken_pipe()) PrintError(status.error().message);
  return written ? kExitData : kExitOutput;
}

}  // namespace rapporteur
