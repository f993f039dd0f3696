// rapporteur explain: why an item of a report stands.
#include <algorithm>

#include "formats/display.h"
#include "formats/explain.h"
#include "formats/handles.h"
#include "tools/article_stream.h"
#include "tools/commands.h"
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

// The article that the command line means: the only one of its file, or the one of a row.
Result<Article> FindArticle(const CommandOptions& options, const ArticleOptions& how, ReadOptions& said) {
  const std::string& path = options.input.paths.front();
  ArticleStream stream({{path, ""}}, how);
  std::optional<StreamRow> found;
  uint64_t rows = 0;
  for (auto row = stream.Next(); row; row = stream.Next()) {
    ++rows;
    if (!row->opened || options.row == 0 || row->row.at.row == options.row) {
      if (!found) found = std::move(row);
      if (options.row != 0 || rows > 1) break;
    }
  }
  if (rows > 1 && options.row == 0) {
    return Error{ErrorCode::kUsage, path + ": holds many articles; say which with --row N"};
  }
  if (!found) {
    return Error{ErrorCode::kUsage,
                 path + ": found " + std::to_string(rows) + " articles, not the one that --row names"};
  }
  auto article = found->row.article();
  if (!article.ok()) return Error{article.error().code, found->name() + ": " + article.error().message};
  said = SaidOfArticle(*article, said, found->one_article());
  return article;
}

Result<std::string> Explain(const CommandOptions& options, const Reader& reader, ReadOptions said,
                            const ArticleOptions& how) {
  const auto article = FindArticle(options, how, said);
  if (!article.ok()) return article.error();
  const auto read = reader.Read(article->text, said, {.encoding = EncodingChoice::kUtf8});
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
  const auto how = HowToReadArticles(options.input);
  if (!said.ok() || !how.ok()) {
    PrintError(said.ok() ? how.error().message : said.error().message);
    return kExitUsage;
  }
  const auto reader = OpenReader(options.data);
  if (!reader.ok()) return Fail(reader.error(), kExitData);
  const auto explained = Explain(options, *reader, *said, *how);
  if (!explained.ok()) return Fail(explained.error(), kExitSomeFailed);
  auto output = Output::Open("");
  return output.ok() && output->Write(*explained).ok() ? kExitOk : kExitOutput;
}

}  // namespace rapporteur
