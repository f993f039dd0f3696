// rapporteur read, rapporteur parse, rapporteur articles: many reports in, results in the order of the inputs.
#include <filesystem>

#include "formats/export_formats.h"
#include "formats/text.h"
#include "language/conllu.h"
#include "tools/commands.h"
#include "tools/setup.h"
#include "tools/work_through.h"

namespace rapporteur {
namespace {

constexpr DecodeOptions kDecoded = {.encoding = EncodingChoice::kUtf8};  // an article's text is UTF-8 already

}  // namespace

int RunRead(const CommandOptions& options) {
  const auto said = SaidOfReport(options.input);
  if (!said.ok()) return Fail(said.error(), kExitUsage);
  if (const auto how = HowToReadArticles(options.input); !how.ok()) return Fail(how.error(), kExitUsage);
  const bool text = options.format == "text" || (options.format.empty() && GoesToTerminal(options.output));
  const ExportFormat* format = FindExportFormat(text || options.format.empty() ? "jsonl" : options.format);
  const auto statuses = StatusesFor(*format, options.status);
  if (!statuses.ok()) return Fail(statuses.error(), kExitUsage);
  const auto reader = OpenReader(options.data);
  if (!reader.ok()) return Fail(reader.error(), kExitData);
  const TextOptions look = LookFor(options.look, options.output);
  const Plan plan = text ? Plan{".record.txt", "\n" + std::string(72, '-') + "\n\n", ""}
                         : Plan{std::string(format->extension), "", format->header != nullptr ? format->header() : ""};
  const ExportOptions exporting = {&reader->lexicon(), *statuses};
  return WorkThrough(options, plan, [&](const Article& article, const StreamRow& from) -> Result<std::string> {
    const auto read = reader->Read(article.text, SaidOfArticle(article, *said, from.one_article()), kDecoded);
    if (!read.ok()) return read.error();
    return text ? WriteText(read->record, look) : format->write(read->record, exporting);
  });
}

int RunParse(const CommandOptions& options) {
  if (const auto how = HowToReadArticles(options.input); !how.ok()) return Fail(how.error(), kExitUsage);
  const auto reader = OpenReader(options.data);
  if (!reader.ok()) return Fail(reader.error(), kExitData);
  return WorkThrough(
      options, {".conllu", "", ""}, [&](const Article& article, const StreamRow& from) -> Result<std::string> {
        const auto parsed = reader->Parse(article.text, kDecoded);
        if (!parsed.ok()) return parsed.error();
        ConlluOptions conllu;
        const Input& input = from.input;
        if (options.input.paths.size() > 1 || input.relative != std::filesystem::path(input.path).filename()) {
          conllu.document_id = input.relative;
        }
        if (!from.one_article()) conllu.document_id = input.relative + "#" + std::to_string(from.row.at.row);
        return WriteConllu(*parsed, conllu);
      });
}

int RunArticles(const CommandOptions& options) {
  const auto said = SaidOfReport(options.input);
  if (!said.ok()) return Fail(said.error(), kExitUsage);
  return WorkThrough(options, {".jsonl", "", ""},
                     [&](const Article& article, const StreamRow& from) -> Result<std::string> {
                       const ReadOptions all = SaidOfArticle(article, *said, from.one_article());
                       Article whole = article;
                       whole.title = all.title;
                       whole.published = all.published ? all.published->iso() : std::string();
                       whole.publisher = all.publisher;
                       whole.url = all.url;
                       return ArticleAsJson(whole, from);
                     });
}

}  // namespace rapporteur
