#include "tools/work_through.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "tools/in_order.h"
#include "tools/output.h"
#include "tools/progress.h"
#include "tools/rejects.h"
#include "tools/setup.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

bool IsFolder(const std::string& output) {
  std::error_code error;
  return !output.empty() && (output.back() == '/' || fs::is_directory(output, error));
}

size_t Threads(size_t jobs) { return jobs != 0 ? jobs : std::max<size_t>(1, std::thread::hardware_concurrency()); }

// Takes the outcomes, in order, and writes them: to one place, or each report's to a file of its own in a folder.
class Sink {
 public:
  // Errors: kIo, kUsage  the output cannot be created
  static Result<Sink> Open(const std::string& output, const Plan& plan) {
    Sink sink(output, plan);
    if (IsFolder(output)) return sink;
    auto opened = Output::Open(output);
    if (!opened.ok()) return opened.error();
    sink.output_.emplace_back(std::move(opened).value());
    return sink;
  }

  Status Take(const StreamRow& row, const std::string& result) {
    if (output_.empty()) return TakeToFolder(row, result);
    auto status = output_.front().Write(any_ ? plan_.between : plan_.heading);
    if (!status.ok()) return status;
    any_ = true;
    return output_.front().Write(result);
  }

  Status Commit() {
    if (output_.empty()) return Ok{};
    auto status = any_ ? Status(Ok{}) : output_.front().Write(plan_.heading);
    return status.ok() ? output_.front().Commit() : status;
  }

  bool broken_pipe() const { return !output_.empty() && output_.front().broken_pipe(); }

 private:
  Sink(std::string folder, Plan plan) : folder_(std::move(folder)), plan_(std::move(plan)) {}

  Status TakeToFolder(const StreamRow& row, const std::string& result) {
    constexpr size_t kDigits = 6;
    fs::path path = fs::path(folder_) / row.input.relative;
    if (row.one_article()) {
      path.replace_extension(plan_.extension);
    } else {  // news.jsonl, row 12: news/000012.jsonl
      std::string number = std::to_string(row.row.at.row);
      if (number.size() < kDigits) number.insert(0, kDigits - number.size(), '0');
      path = path.replace_extension() / (number + plan_.extension);
    }
    auto status = MakeFolder(path.parent_path().string());
    if (!status.ok()) return status;
    auto output = Output::Open(path.string());
    if (!output.ok()) return output.error();
    status = output->Write(plan_.heading);
    if (status.ok()) status = output->Write(result);
    return status.ok() ? output->Commit() : status;
  }

  std::string folder_;
  Plan plan_;
  bool any_ = false;
  std::vector<Output> output_;  // one, or none when each report has its own file
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

// Takes what became of the rows, in their order, and keeps count.
class Taker {
 public:
  Taker(const CommandOptions& options, Sink sink, size_t inputs)
      : sink_(std::move(sink)),
        rejects_(options.rejects, options.output),
        progress_(inputs, isatty(STDERR_FILENO) != 0 && !GoesToTerminal(options.output)) {}

  bool Take(const StreamRow& row, const Result<std::string>& result) {
    if (!row.one_article()) progress_.TotalUnknown();
    if (result.ok()) {
      ++done_;
      written_ = sink_.Take(row, *result);
    } else {
      SetAside(row, result.error());
    }
    progress_.Step();
    return written_.ok();
  }

  // The exit code.
  int Finish(const ArticleStream& stream) {
    progress_.Clear();
    if (written_.ok()) written_ = sink_.Commit();
    if (written_.ok()) written_ = rejects_.Commit();
    if (!written_.ok()) {
      if (!sink_.broken_pipe()) PrintError(written_.error().message);
      return kExitOutput;
    }
    if (rejects_.count() > 0) PrintError(Summary(stream));
    return failed_ ? kExitSomeFailed : kExitOk;
  }

 private:
  void SetAside(const StreamRow& row, const Error& reason) {
    failed_ = true;
    progress_.Clear();
    written_ = rejects_.Add(row, reason);
  }

  std::string Summary(const ArticleStream& stream) const {
    std::string text = std::to_string(done_) + " articles read, " + std::to_string(rejects_.count()) + " set aside";
    text += rejects_.path().empty() ? "; name a file with --rejects to keep them" : " in " + rejects_.path();
    if (stream.passed_over() > 0) {
      text += "; " + std::to_string(stream.passed_over()) + " records that hold no page passed over";
    }
    return text;
  }

  Sink sink_;
  Rejects rejects_;
  Progress progress_;
  Status written_ = Ok{};
  uint64_t done_ = 0;
  bool failed_ = false;
};

}  // namespace

int WorkThrough(const CommandOptions& options, const Plan& plan, const Work& work) {
  const auto how = HowToReadArticles(options.input);
  if (!how.ok()) return Fail(how.error(), kExitUsage);
  const Inputs inputs = ListInputs(options.input.paths);
  for (const Error& problem : inputs.problems) PrintError(problem.message);
  if (inputs.files.empty()) return kExitSomeFailed;
  if (SameTarget(inputs.files, options.output)) return kExitUsage;
  auto sink = Sink::Open(options.output, plan);
  if (!sink.ok()) return Fail(sink.error(), kExitOutput);
  ArticleStream stream(inputs.files, *how);
  Taker taker(options, std::move(sink).value(), inputs.files.size());
  InOrder(Threads(options.jobs), [&]() -> Task {
    auto next = stream.Next();
    if (!next) return {};
    auto row = std::make_shared<StreamRow>(std::move(*next));
    return [&, row]() -> Finish {
      const auto article = row->row.article();
      auto result = std::make_shared<Result<std::string>>(article.ok() ? work(*article, *row)
                                                                       : Result<std::string>(article.error()));
      if (result->ok()) row->row.bytes.reset();
      return [&, row, result] { return taker.Take(*row, *result); };
    };
  });
  const int code = taker.Finish(stream);
  return code == kExitOk && !inputs.problems.empty() ? kExitSomeFailed : code;
}

}  // namespace rapporteur
