// rapporteur read, rapporteur parse: many reports in, results in the order of the inputs.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <thread>

#include "formats/text.h"
#include "language/conllu.h"
#include "tools/commands.h"
#include "tools/in_order.h"
#include "tools/input.h"
#include "tools/output.h"
#include "tools/progress.h"
#include "tools/setup.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

// What becomes of one report's bytes.
using Work = std::function<Result<std::string>(std::string_view bytes, const Input& input)>;

bool IsFolder(const std::string& output) {
  std::error_code error;
  return !output.empty() && (output.back() == '/' || fs::is_directory(output, error));
}

size_t Threads(size_t jobs) { return jobs != 0 ? jobs : std::max<size_t>(1, std::thread::hardware_concurrency()); }

// Takes the outcomes, in order, and writes them: to one place, or each report's to a file of its own in a folder.
class Sink {
 public:
  // Errors: kIo, kUsage  the output cannot be created
  static Result<Sink> Open(const std::string& output, const std::string& extension, std::string between) {
    Sink sink(output, extension, std::move(between));
    if (IsFolder(output)) return sink;
    auto opened = Output::Open(output);
    if (!opened.ok()) return opened.error();
    sink.output_.emplace_back(std::move(opened).value());
    return sink;
  }

  Status Take(const Input& input, const std::string& result) {
    if (output_.empty()) return TakeToFolder(input, result);
    if (any_ && !between_.empty()) {
      auto status = output_.front().Write(between_);
      if (!status.ok()) return status;
    }
    any_ = true;
    return output_.front().Write(result);
  }

  Status Commit() {
    if (output_.empty()) return Ok{};
    return output_.front().Commit();
  }

  bool broken_pipe() const { return !output_.empty() && output_.front().broken_pipe(); }

 private:
  Sink(std::string folder, std::string extension, std::string between)
      : folder_(std::move(folder)), extension_(std::move(extension)), between_(std::move(between)) {}

  Status TakeToFolder(const Input& input, const std::string& result) {
    fs::path path = fs::path(folder_) / input.relative;
    path.replace_extension(extension_);
    auto status = MakeFolder(path.parent_path().string());
    if (!status.ok()) return status;
    auto output = Output::Open(path.string());
    if (!output.ok()) return output.error();
    status = output->Write(result);
    return status.ok() ? output->Commit() : status;
  }

  std::string folder_, extension_, between_;
  bool any_ = false;
  std::vector<Output> output_;  // one, or none when each report has its own file
};

Outcome WorkOn(const Input& input, uint64_t max_bytes, const Work& work) {
  const auto bytes = ReadInput(input, max_bytes);
  if (!bytes.ok()) return {false, "", bytes.error().message};
  auto result = work(*bytes, input);
  if (!result.ok()) return {false, "", input.path + ": " + result.error().message};
  return {true, std::move(result).value(), ""};
}

struct Plan {
  std::string extension;
  std::string between;
  DecodeOptions decode;
};

// Two reports must not end in one file.
bool SameTarget(const std::vector<Input>& files, const std::string& output) {
  if (!IsFolder(output)) return false;
  std::vector<std::string> targets;
  targets.reserve(files.size());
  for (const Input& file : files) targets.push_back(fs::path(file.relative).replace_extension().string());
  std::sort(targets.begin(), targets.end());
  const auto twice = std::adjacent_find(targets.begin(), targets.end());
  if (twice == targets.end()) return false;
  PrintError("two reports would be written to " + output + (output.back() == '/' ? "" : "/") + *twice +
             "; name their folders one by one");
  return true;
}

int WorkThrough(const CommandOptions& options, const Plan& plan, const Work& work) {
  const Inputs inputs = ListInputs(options.input.paths);
  for (const Error& problem : inputs.problems) PrintError(problem.message);
  bool failed = !inputs.problems.empty();
  if (inputs.files.empty()) return kExitSomeFailed;
  if (SameTarget(inputs.files, options.output)) return kExitUsage;
  auto sink = Sink::Open(options.output, plan.extension, plan.between);
  if (!sink.ok()) {
    PrintError(sink.error().message);
    return kExitOutput;
  }
  Progress progress(inputs.files.size(), isatty(STDERR_FILENO) != 0 && !GoesToTerminal(options.output));
  Status written = Ok{};
  InOrder(
      inputs.files.size(), Threads(options.jobs),
      [&](size_t i) { return WorkOn(inputs.files[i], plan.decode.max_bytes, work); },
      [&](size_t i, const Outcome& outcome) {
        if (outcome.ok) {
          written = sink->Take(inputs.files[i], outcome.output);
        } else {
          progress.Clear();
          PrintError(outcome.message);
          failed = true;
        }
        progress.Step();
        return written.ok();
      });
  progress.Clear();
  if (written.ok()) written = sink->Commit();
  if (!written.ok()) {
    if (!sink->broken_pipe()) PrintError(written.error().message);
    return kExitOutput;
  }
  return failed ? kExitSomeFailed : kExitOk;
}

int Fail(const Error& error, ExitCode code) {
  PrintError(error.message);
  return code;
}

}  // namespace

int RunRead(const CommandOptions& options) {
  const auto said = SaidOfReport(options.input);
  if (!said.ok()) return Fail(said.error(), kExitUsage);
  const auto decode = HowToDecode(options.input);
  if (!decode.ok()) return Fail(decode.error(), kExitUsage);
  const auto reader = OpenReader(options.data);
  if (!reader.ok()) return Fail(reader.error(), kExitData);
  const bool text = options.format == "text" || (options.format.empty() && GoesToTerminal(options.output));
  const TextOptions look = LookFor(options.look, options.output);
  const Plan plan = {text ? ".record.txt" : ".jsonl", text ? "\n" + std::string(72, '-') + "\n\n" : "", *decode};
  return WorkThrough(options, plan, [&](std::string_view bytes, const Input&) -> Result<std::string> {
    const auto read = reader->Read(bytes, *said, *decode);
    if (!read.ok()) return read.error();
    return text ? WriteText(read->record, look) : WriteJsonLines(read->record);
  });
}

int RunParse(const CommandOptions& options) {
  const auto decode = HowToDecode(options.input);
  if (!decode.ok()) return Fail(decode.error(), kExitUsage);
  const auto reader = OpenReader(options.data);
  if (!reader.ok()) return Fail(reader.error(), kExitData);
  return WorkThrough(options, {".conllu", "", *decode},
                     [&](std::string_view bytes, const Input& input) -> Result<std::string> {
                       const auto parsed = reader->Parse(bytes, *decode);
                       if (!parsed.ok()) return parsed.error();
                       ConlluOptions conllu;
                       if (options.input.paths.size() > 1 || input.relative != fs::path(input.path).filename()) {
                         conllu.document_id = input.relative;
                       }
                       return WriteConllu(*parsed, conllu);
                     });
}

}  // namespace rapporteur
