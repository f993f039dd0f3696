// rapporteur lexicon check, rapporteur validate, rapporteur --version.
#include <map>

#include "base/sha256.h"
#include "lexicon/lint.h"
#include "record/validate.h"
#include "tools/article_stream.h"
#include "tools/commands.h"
#include "tools/input.h"
#include "tools/output.h"
#include "tools/setup.h"

namespace rapporteur {
namespace {

int Print(const std::string& text, int code) {
  auto output = Output::Open("");
  if (output.ok() && output->Write(text).ok()) return code;
  if (!output.ok() || !output->broken_pipe()) PrintError("standard output: cannot write");
  return kExitOutput;
}

// One report's lines of a file that may hold several records.
struct RecordLines {
  std::string_view lines;
  int first_line = 1;
};

std::vector<RecordLines> SplitRecords(std::string_view json_lines) {
  std::vector<RecordLines> records;
  size_t begin = 0;
  int line = 1;
  int first_line = 1;
  for (size_t at = 0; at < json_lines.size(); ++line) {
    const size_t end = std::min(json_lines.find('\n', at), json_lines.size() - 1) + 1;
    if (at != begin && json_lines.substr(at, end - at).starts_with("{\"kind\":\"report\"")) {
      records.push_back({json_lines.substr(begin, at - begin), first_line});
      begin = at;
      first_line = line;
    }
    at = end;
  }
  records.push_back({json_lines.substr(begin), first_line});
  return records;
}

// The texts of the reports, by their SHA-256.
Result<std::map<std::string, std::string>> ReadTexts(const CommandOptions& options) {
  const auto how = HowToReadArticles(options.input);
  if (!how.ok()) return how.error();
  const Inputs inputs = ListInputs(options.input.paths);
  if (!inputs.problems.empty()) return inputs.problems.front();
  std::map<std::string, std::string> texts;
  ArticleStream stream(inputs.files, *how);
  for (auto row = stream.Next(); row; row = stream.Next()) {
    auto article = row->row.article();
    // Of a file of many, rows that hold no article have no record either.
    if (!article.ok() && (row->one_article() || row->row.ends_file)) {
      return Error{article.error().code, row->name() + ": " + article.error().message};
    }
    if (!article.ok()) continue;
    std::string hash = Sha256Hex(article->text);
    texts.emplace(std::move(hash), std::move(article->text));
  }
  return texts;
}

std::string Sha256In(std::string_view lines) {
  constexpr std::string_view kKey = "\"sha256\":\"";
  const size_t at = lines.find(kKey);
  return at == std::string_view::npos ? std::string() : std::string(lines.substr(at + kKey.size(), 64));
}

}  // namespace

int RunLexiconCheck(const CommandOptions& options) {
  const auto directories = FindReaderOptions({"-", options.data.base_lexicon, options.data.lexicon});
  if (!directories.ok()) return Fail(directories.error(), kExitData);
  const auto report = LintLexicon(directories->lexicon);
  if (!report.ok()) return Fail(report.error(), kExitData);
  std::string text;
  for (const LexiconProblem& problem : report->problems) {
    text += (problem.severity == Severity::kError ? "error: " : "warning: ") + problem.text() + "\n";
  }
  text += std::to_string(report->errors) + " errors, " + std::to_string(report->warnings) + " warnings\n";
  return Print(text, report->errors == 0 ? kExitOk : kExitSomeFailed);
}

int RunValidate(const CommandOptions& options) {
  const auto texts = ReadTexts(options);
  if (!texts.ok()) return Fail(texts.error(), kExitSomeFailed);
  const auto record = ReadInput({options.record, ""}, uint64_t{1} << 32U);
  if (!record.ok()) return Fail(record.error(), kExitSomeFailed);
  std::string text;
  size_t problems = 0;
  const auto records = SplitRecords(*record);
  for (const RecordLines& one : records) {
    const auto found = texts->find(Sha256In(one.lines));
    if (found == texts->end()) {
      text += options.record + ":" + std::to_string(one.first_line) +
              ": none of the reports named has this record's text\n";
      ++problems;
      continue;
    }
    for (const RecordProblem& problem : ValidateRecord(one.lines, found->second)) {
      text += options.record + ":" + std::to_string(one.first_line + std::max(problem.line, 1) - 1) + ": " +
              problem.message + "\n";
      ++problems;
    }
  }
  text += std::to_string(records.size()) + " records, " + std::to_string(problems) + " problems\n";
  return Print(text, problems == 0 ? kExitOk : kExitSomeFailed);
}

int RunVersion(const CommandOptions& options) {
  const auto reader = OpenReader(options.data);
  std::string text = "rapporteur " + std::string(ProgramVersion()) + "\n";
  if (!reader.ok()) return Fail(reader.error(), kExitData);
  text += "model   " + reader->made_by().model + "\nlexicon " + reader->made_by().lexicon + "\n";
  return Print(text, kExitOk);
}

}  // namespace rapporteur
