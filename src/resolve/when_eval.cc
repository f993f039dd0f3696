// rapporteur_eval_dates MODEL [LEXICON]: dates (and places) of many texts, for cases/tempeval.py and cases/places.py.
// Not installed.
//
// Reads lines "path<TAB>published" (published may be empty), writes one JSON line a date mention with byte offsets, and
// one a word with the mention that tells when it happens.
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "language/model.h"
#include "resolve/cast.h"
#include "resolve/when.h"
#include "resolve/where.h"
#include "text/decode.h"
#include "text/segment.h"

namespace rapporteur {
namespace {

std::string Quoted(const std::optional<Date>& date) { return date ? '"' + date->iso() + '"' : "null"; }

void Print(const std::string& path, const DateMention& mention) {
  std::cout << "{\"path\":\"" << path << "\",\"start\":" << mention.span.begin << ",\"end\":" << mention.span.end
            << ",\"named_from\":" << Quoted(mention.named.from) << ",\"named_to\":" << Quoted(mention.named.to)
            << ",\"from\":" << Quoted(mention.from) << ",\"to\":" << Quoted(mention.to)
            << ",\"relative\":" << (mention.relative ? "true" : "false") << ",\"direction\":\"" << mention.direction
            << "\"}\n";
}

void PrintTies(const std::string& path, const std::vector<Tree>& trees, const std::vector<DateMention>& mentions) {
  for (size_t s = 0; s < trees.size(); ++s) {
    for (int w = 0; w < trees[s].size(); ++w) {
      const ParsedWord& word = trees[s].word(w);
      const std::optional<DateMention> date = DateOf(trees[s], static_cast<int>(s), w, mentions);
      std::cout << "{\"path\":\"" << path << "\",\"sentence\":" << s << ",\"word\":" << word.span.begin;
      if (date) std::cout << ",\"date\":" << date->span.begin;
      std::cout << "}\n";
    }
  }
}

void PrintPlaces(const std::string& path, const std::vector<PlaceMention>& places) {
  for (const PlaceMention& place : places) {
    std::cout << "{\"path\":\"" << path << "\",\"start\":" << place.span.begin << ",\"end\":" << place.span.end
              << ",\"country\":\"" << place.country << '"';
    if (place.has_coordinates) std::cout << ",\"lat\":" << place.lat << ",\"lon\":" << place.lon;
    std::cout << ",\"state\":" << (place.state || (place.region && place.country.empty()) ? "true" : "false")
              << ",\"dateline\":" << (place.dateline ? "true" : "false") << "}\n";
  }
}

int Run(const std::string& model_path, const Lexicon* lexicon) {
  Result<std::shared_ptr<const LanguageModel>> model = LanguageModel::Open(model_path);
  if (!model.ok()) {
    std::cerr << model.error().message << '\n';
    return 1;
  }
  const std::shared_ptr<const LanguageModel> opened = model.value();
  SegmenterOptions options;
  options.weights = opened->Section("segment").value_or("");
  Result<Segmenter> segmenter = Segmenter::Create(options);
  if (!segmenter.ok()) {
    std::cerr << segmenter.error().message << '\n';
    return 1;
  }
  for (std::string line; std::getline(std::cin, line);) {
    const size_t tab = line.find('\t');
    const std::string path = line.substr(0, tab);
    const std::optional<Date> published = tab == std::string::npos ? std::nullopt : ParseIsoDate(line.substr(tab + 1));
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    Result<ReportText> text = DecodeReport(bytes.str());
    if (!text.ok()) continue;
    Result<SegmentedReport> segmented = segmenter.value().Segment(text.value());
    if (!segmented.ok()) continue;
    Result<ParsedReport> report = opened->Parse(text.value(), std::move(segmented).value());
    if (!report.ok()) continue;
    std::vector<Tree> trees;
    for (const ParsedSentence& sentence : report.value().sentences) trees.emplace_back(sentence);
    if (lexicon != nullptr) {
      PrintPlaces(path, ResolveCast(trees, *lexicon, published).places);
      continue;
    }
    const std::vector<DateMention> mentions = FindDates(trees, published);
    for (const DateMention& mention : mentions) Print(path, mention);
    PrintTies(path, trees, mentions);
  }
  return 0;
}

}  // namespace
}  // namespace rapporteur

int main(int argc, char** argv) {
  if (argc != 2 && argc != 3) {
    std::cerr << "usage: rapporteur_eval_dates MODEL [LEXICON] < paths-and-dates\n";
    return 2;
  }
  if (argc == 2) return rapporteur::Run(argv[1], nullptr);
  const rapporteur::Result<rapporteur::Lexicon> lexicon = rapporteur::Lexicon::Open({argv[2]});
  if (!lexicon.ok()) {
    std::cerr << lexicon.error().message << '\n';
    return 1;
  }
  return rapporteur::Run(argv[1], &lexicon.value());
}
