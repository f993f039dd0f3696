#include "text/segment.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "text/characters.h"
#include "text/layout.h"
#include "text/quotations.h"
#include "text/sentences.h"
#include "text/tokenize.h"

namespace rapporteur {
namespace {

constexpr uint32_t kPieceBytes = 256U << 10U;  // a longer paragraph is taken piece by piece: bounds the memory
constexpr uint32_t kJunkBytes = 64U << 10U;    // from this length on a paragraph may be judged junk
constexpr uint32_t kJunkSentenceBytes = 16;    // … when its sentences are shorter than this on average

// Where to cut a paragraph that is too long: after a stop and white space if the last quarter has one, else at white
// space, else between characters.
uint32_t PieceEnd(std::string_view text, Span paragraph) {
  if (paragraph.size() <= kPieceBytes) return paragraph.end;
  const uint32_t limit = paragraph.begin + kPieceBytes;
  const std::string_view tail = text.substr(limit - kPieceBytes / 4, kPieceBytes / 4);
  const size_t stop = tail.rfind(". ");
  if (stop != std::string_view::npos) return static_cast<uint32_t>(limit - tail.size() + stop + 1);
  const size_t space = tail.find_last_of(" \n\t");
  if (space != std::string_view::npos) return static_cast<uint32_t>(limit - tail.size() + space);
  return static_cast<uint32_t>(CodePointFloor(text, limit));
}

void Append(const std::vector<Word>& words, const SentenceEnds& ends, SegmentKind kind, uint32_t paragraph,
            std::vector<SentenceText>* sentences) {
  size_t begin = 0;
  for (const size_t end : ends.ends) {
    SentenceText sentence;
    sentence.span = {words[begin].span.begin, words[end - 1].span.end};
    sentence.kind = end <= ends.dateline_words ? SegmentKind::kDateline : kind;
    sentence.paragraph = paragraph;
    sentence.words.assign(words.begin() + static_cast<std::ptrdiff_t>(begin),
                          words.begin() + static_cast<std::ptrdiff_t>(end));
    sentences->push_back(std::move(sentence));
    begin = end;
  }
}

}  // namespace

Result<Segmenter> Segmenter::Create(const SegmenterOptions& options) {
  Segmenter segmenter;
  Result<WordForms> forms = WordForms::Parse(options.abbreviations);
  if (!forms.ok()) return forms.error();
  segmenter.forms_ = std::make_shared<const WordForms>(std::move(forms).value());
  if (!options.weights.empty()) {
    Result<BoundaryModel> model = BoundaryModel::Parse(options.weights);
    if (!model.ok()) return model.error();
    segmenter.model_ = std::make_shared<const BoundaryModel>(std::move(model).value());
  }
  segmenter.max_bytes_ = std::min<uint64_t>(options.max_bytes, 0xFFFFFFFFULL);
  return segmenter;
}

Result<SegmentedReport> Segmenter::Segment(const ReportText& report) const {
  const std::string_view text = report.utf8;
  if (text.size() > max_bytes_) {
    return Error{ErrorCode::kLimit, "text of " + std::to_string(text.size()) + " bytes, the limit is " +
                                        std::to_string(max_bytes_) + "; split it into reports"};
  }
  const Tokenizer tokenizer(*forms_);
  const SentenceSplitter splitter(*forms_, model_.get());
  SegmentedReport out;
  std::vector<Word> words;
  uint32_t number = 0;
  for (const Paragraph& paragraph : FindParagraphs(text, *forms_)) {
    Span rest = paragraph.span;
    while (!rest.empty()) {
      const Span piece = {rest.begin, PieceEnd(text, rest)};
      words.clear();
      tokenizer.Tokenize(text, piece, &words);
      SentenceEnds ends = splitter.Split(text, words, paragraph.kind);
      if (piece.size() >= kJunkBytes && ends.ends.size() * kJunkSentenceBytes > piece.size()) {
        ends = CutBlindly(words);
      }
      Append(words, ends, paragraph.kind, number, &out.sentences);
      rest.begin = piece.end;
    }
    ++number;
  }
  out.quotations = FindQuotations(text, out.sentences);
  return out;
}

}  // namespace rapporteur
