// Prints what the sentence classifier sees, for train/segment.py, or segments text for its scores.
//
//   segment_features features < documents     "DOC bytes breaks", the text, and the byte offsets at which sentences
//   begin;
//                                              out: one line a gap, label, kind (1 after a stop, 2 unmarked), features
//   segment_features conllu [WEIGHTS] < text   CoNLL-U with words and sentences alone
//   segment_features show [WEIGHTS] < text     one sentence a line with its kind and paragraph, quotations after them
//   segment_features decode < bytes            UTF-8 as the program reads it
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>

#include "text/decode.h"
#include "text/segment.h"
#include "text/sentences.h"
#include "text/tokenize.h"

namespace {

using rapporteur::Gap;
using rapporteur::GapFeatures;
using rapporteur::Word;

int PrintFeatures() {
  const auto forms = rapporteur::WordForms::Parse("");
  if (!forms.ok()) return 1;
  const rapporteur::Tokenizer tokenizer(*forms);
  const rapporteur::SentenceSplitter splitter(*forms, nullptr);
  std::string mark;
  size_t bytes = 0;
  size_t breaks = 0;
  while (std::cin >> mark >> bytes >> breaks) {
    std::cin.get();
    std::string text(bytes, '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(bytes));
    std::set<size_t> begins;
    for (size_t at = 0; breaks > 0 && std::cin >> at; --breaks) begins.insert(at);
    std::vector<Word> words;
    tokenizer.Tokenize(text, {0, static_cast<uint32_t>(text.size())}, &words);
    if (words.empty()) continue;
    const auto sights = rapporteur::SeeWords(text, words);
    const size_t dateline = rapporteur::DatelineWords(text, words, sights, *forms);
    splitter.Walk(text, words, sights, dateline, [&](const Gap& gap, const GapFeatures& features) {
      const bool label = begins.contains(words[gap.next].span.begin);
      std::printf("%d %d %d", label ? 1 : 0, static_cast<int>(gap.kind), gap.rule ? 1 : 0);
      for (const uint32_t feature : features) std::printf(" %u", feature);
      std::printf("\n");
      return label;
    });
  }
  return 0;
}

std::string ReadAll(std::istream& in) { return {std::istreambuf_iterator<char>(in), {}}; }

void PrintConllu(const std::string& text, const rapporteur::SegmentedReport& report) {
  for (const auto& sentence : report.sentences) {
    std::string flat(sentence.span.of(text));
    std::replace(flat.begin(), flat.end(), '\n', ' ');
    std::printf("# text = %s\n", flat.c_str());
    size_t id = 1;
    for (size_t i = 0; i < sentence.words.size(); ++i, ++id) {
      const Word& word = sentence.words[i];
      if (word.starts_multi) {
        size_t last = i;
        while (last + 1 < sentence.words.size() && sentence.words[last + 1].inside_multi) ++last;
        const rapporteur::Span whole = {word.span.begin, sentence.words[last].span.end};
        std::printf("%zu-%zu\t%s\t_\t_\t_\t_\t_\t_\t_\t_\n", id, id + last - i, std::string(whole.of(text)).c_str());
      }
      std::printf("%zu\t%s\t_\t_\t_\t_\t0\t_\t_\t_\n", id, std::string(word.span.of(text)).c_str());
    }
    std::printf("\n");
  }
}

void Show(const std::string& text, const rapporteur::SegmentedReport& report) {
  constexpr const char* kKinds[] = {"prose", "HEAD", "DATE", "BY"};
  for (const auto& sentence : report.sentences) {
    std::printf("%3u %-5s", sentence.paragraph, kKinds[static_cast<int>(sentence.kind)]);
    for (const Word& word : sentence.words) std::printf(" %s", std::string(word.span.of(text)).c_str());
    std::printf("\n");
  }
  for (const auto& quotation : report.quotations) {
    std::printf("  quotation %d %s <%s>\n", quotation.depth, quotation.closed ? "closed" : "open",
                std::string(quotation.inner.of(text)).c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string mode = argc > 1 ? argv[1] : "";
  if (mode == "features") return PrintFeatures();
  const auto text = rapporteur::DecodeReport(ReadAll(std::cin));
  if (!text.ok()) return 1;
  if (mode == "decode") {
    std::cout << text->utf8;
    return 0;
  }
  std::string weights;
  if (argc > 2) {
    std::ifstream file(argv[2], std::ios::binary);
    weights = ReadAll(file);
  }
  rapporteur::SegmenterOptions options;
  options.weights = weights;
  const auto segmenter = rapporteur::Segmenter::Create(options);
  if (!segmenter.ok()) {
    std::cerr << segmenter.error().message << "\n";
    return 1;
  }
  const auto report = segmenter->Segment(*text);
  if (!report.ok()) return 1;
  if (mode == "conllu") PrintConllu(text->utf8, *report);
  if (mode == "show") Show(text->utf8, *report);
  return 0;
}
