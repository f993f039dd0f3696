#include "tools/setup.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace rapporteur {

void PrintError(const std::string& message) { std::fprintf(stderr, "rapporteur: %s\n", message.c_str()); }

int Fail(const Error& error, ExitCode code) {
  PrintError(error.message);
  return code;
}

namespace {

constexpr size_t kMostWarnings = 10;

void PrintWarnings(const Lexicon& lexicon) {
  const std::vector<LexiconProblem>& warnings = lexicon.warnings();
  const size_t shown = std::min(warnings.size(), kMostWarnings);
  for (size_t i = 0; i < shown; ++i) PrintError("warning: " + warnings[i].text());
  if (warnings.size() > shown)
    PrintError("warning: " + std::to_string(warnings.size() - shown) +
               " more of the lexicon; rapporteur lexicon check lists them all");
}

}  // namespace

Result<std::string> FindBaseLexicon(const DataOptions& data, const std::string& program) {
  if (!data.base_lexicon.empty()) return data.base_lexicon;
  const auto found = FindDataFiles(program);
  if (!found.ok()) return found.error();
  return found->lexicon;
}

Result<ReaderOptions> FindReaderOptions(const DataOptions& data, const std::string& program) {
  ReaderOptions options;
  options.model = data.model;
  std::string base = data.base_lexicon;
  if (data.model.empty() || base.empty()) {
    const auto found = FindDataFiles(program);
    if (!found.ok()) return found.error();
    if (options.model.empty()) options.model = found->model;
    if (base.empty()) base = found->lexicon;
  }
  options.lexicon.push_back(base);
  options.lexicon.insert(options.lexicon.end(), data.lexicon.begin(), data.lexicon.end());
  return options;
}

Result<Reader> OpenReader(const DataOptions& data) {
  const auto options = FindReaderOptions(data);
  if (!options.ok()) return options.error();
  auto reader = Reader::Open(*options);
  if (reader.ok()) PrintWarnings(reader->lexicon());
  return reader;
}

Result<Lexicon> OpenLexicon(const DataOptions& data) {
  const auto options = FindReaderOptions(data);
  if (!options.ok()) return options.error();
  auto lexicon = Lexicon::Open(options->lexicon);
  if (lexicon.ok()) PrintWarnings(*lexicon);
  return lexicon;
}

Result<ReadOptions> SaidOfReport(const InputOptions& input) {
  ReadOptions said;
  if (!input.published.empty()) {
    said.published = ParseIsoDate(input.published);
    if (!said.published) {
      return Error{ErrorCode::kUsage, "--published: found \"" + input.published + "\", expected a day as 2015-12-31"};
    }
  }
  said.title = input.title;
  said.publisher = input.publisher;
  said.url = input.url;
  return said;
}

Result<DecodeOptions> HowToDecode(const InputOptions& input) {
  DecodeOptions decode;
  const auto encoding = EncodingNamed(input.encoding);
  if (!encoding.ok()) return Error{ErrorCode::kUsage, "--encoding: " + encoding.error().message};
  decode.encoding = *encoding;
  return decode;
}

bool GoesToTerminal(const std::string& output) {
  return (output.empty() || output == "-") && isatty(STDOUT_FILENO) != 0;
}

TextOptions LookFor(const LookOptions& look, const std::string& output) {
  TextOptions options;
  const bool terminal = GoesToTerminal(output);
  options.color = look.color == "always" || (look.color == "auto" && terminal);
  options.report = look.report;
  winsize size = {};
  if (look.width > 0) {
    options.width = look.width;
  } else if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    options.width = size.ws_col;
  }
  return options;
}

}  // namespace rapporteur
