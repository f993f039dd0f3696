#include "reader/reader.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "coding/code_report.h"
#include "text/plausible.h"
#include "text/word_forms.h"

namespace rapporteur {
namespace {

// The lines of every directory's abbreviations.tsv, the shipped ones first; empty when none has one.
// Errors: kLexicon  a broken line, with its file
Result<std::string> Abbreviations(const std::vector<std::string>& directories) {
  std::string content;
  for (const std::string& directory : directories) {
    const std::filesystem::path path = std::filesystem::path(directory) / "abbreviations.tsv";
    std::ifstream in(path, std::ios::binary);
    if (!in) continue;
    const std::string more(std::istreambuf_iterator<char>(in), {});
    if (const auto forms = WordForms::Parse(more); !forms.ok())
      return Error{ErrorCode::kLexicon, path.string() + ": " + forms.error().message};
    content += more;
    if (!content.ends_with('\n')) content += '\n';
  }
  return content;
}

size_t WordsIn(const SegmentedReport& report) {
  size_t words = 0;
  for (const SentenceText& sentence : report.sentences) words += sentence.words.size();
  return words;
}

Result<Segmenter> OpenSegmenter(const LanguageModel& model, const std::string& abbreviations) {
  SegmenterOptions options;
  options.weights = model.Section("segment").value_or(std::string_view());
  options.abbreviations = abbreviations;
  return Segmenter::Create(options);
}

}  // namespace

std::string_view ProgramVersion() { return RAPPORTEUR_VERSION; }

Reader::Reader(std::shared_ptr<const LanguageModel> model, Lexicon lexicon, Segmenter segmenter, MadeBy made_by)
    : model_(std::move(model)),
      lexicon_(std::move(lexicon)),
      segmenter_(std::move(segmenter)),
      made_by_(std::move(made_by)) {}

Result<Reader> Reader::Open(const ReaderOptions& options) {
  auto lexicon = Lexicon::Open(options.lexicon);
  if (!lexicon.ok()) return lexicon.error();
  auto model = LanguageModel::Open(options.model);
  if (!model.ok()) return model.error();
  const auto abbreviations = Abbreviations(options.lexicon);
  if (!abbreviations.ok()) return abbreviations.error();
  auto segmenter = OpenSegmenter(**model, *abbreviations);
  if (!segmenter.ok()) return segmenter.error();
  MadeBy made_by{std::string(ProgramVersion()), (*model)->hash(), lexicon->hash()};
  return Reader(std::move(model).value(), std::move(lexicon).value(), std::move(segmenter).value(), std::move(made_by));
}

Result<ParsedReport> Reader::Parse(std::string_view bytes, const DecodeOptions& decode) const {
  auto text = DecodeReport(bytes, decode);
  if (!text.ok()) return text.error();
  // A picture or an archive has no sentences: its record holds nothing but the report itself.
  if (!ReadsAsText(*text)) return model_->Parse(std::move(text).value(), SegmentedReport{});
  auto segmented = segmenter_.Segment(*text);
  if (!segmented.ok()) return segmented.error();
  const size_t words = WordsIn(*segmented);
  if (words > kMostWords) {
    return Error{ErrorCode::kLimit, "found " + std::to_string(words) + " words, more than the " +
                                        std::to_string(kMostWords) +
                                        " that one report may have; is it a text, and of one report?"};
  }
  return model_->Parse(std::move(text).value(), std::move(segmented).value());
}

Result<ReadReport> Reader::Read(std::string_view bytes, const ReadOptions& options, const DecodeOptions& decode) const {
  auto parsed = Parse(bytes, decode);
  if (!parsed.ok()) return parsed.error();
  auto items = CodeReport(*parsed, lexicon_, options);
  if (!items.ok()) return items.error();
  Record record = MakeRecord(*parsed, std::move(items).value(), options, made_by_);
  return ReadReport{std::move(parsed).value(), std::move(record)};
}

}  // namespace rapporteur
