#include "reader/reader.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "coding/code_report.h"
#include "text/plausible.h"

namespace rapporteur {
namespace {

// The last directory's abbreviations.tsv, so that a user's list replaces the shipped one; empty when none has one.
std::string Abbreviations(const std::vector<std::string>& directories) {
  std::string content;
  for (const std::string& directory : directories) {
    std::ifstream in(std::filesystem::path(directory) / "abbreviations.tsv", std::ios::binary);
    if (in) content.assign(std::istreambuf_iterator<char>(in), {});
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
  auto segmenter = OpenSegmenter(**model, Abbreviations(options.lexicon));
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
