// Pages for terminals.
#include <algorithm>

#include "ask/document.h"

namespace rapporteur {
namespace {

Style StyleFor(LineStatus status) {
  switch (status) {
    case LineStatus::kNone:
      return Style::kPlain;
    case LineStatus::kHappened:
      return Style::kGreen;
    case LineStatus::kUnderWay:
      return Style::kCyan;
    case LineStatus::kPlanned:
      return Style::kBlue;
    case LineStatus::kPossible:
      return Style::kYellow;
    case LineStatus::kDenied:
      return Style::kRed;
    case LineStatus::kBackground:
      break;
  }
  return Style::kDim;
}

constexpr int kLabelWidth = 13;

class TextPage {
 public:
  TextPage(const Document& document, int width, bool color)
      : document_(document), width_(std::clamp(width, 60, 120)), color_(color) {}

  std::string Write() {
    Wrapped(document_.title, 0, Style::kBold);
    if (!document_.about.empty()) Wrapped(document_.about, 0, Style::kDim);
    for (const DocumentSection& section : document_.sections) Section(section);
    Sources();
    return std::move(out_);
  }

 private:
  void Wrapped(const std::string& words, int indent, Style style) {
    for (const std::string& line : Wrap(words, width_ - indent)) {
      out_ += std::string(static_cast<size_t>(indent), ' ') + Styled(line, style, color_) + '\n';
    }
  }

  void Section(const DocumentSection& section) {
    out_ += '\n';
    Wrapped(section.heading, section.level == 2 ? 0 : 2, Style::kBold);
    const bool labels = std::any_of(section.lines.begin(), section.lines.end(),
                                    [](const DocumentLine& line) { return !LabelOf(line).empty(); });
    for (const DocumentLine& line : section.lines) {
      const int label = labels ? kLabelWidth : 0;
      std::vector<Cell> cells;
      if (labels) cells.push_back({LabelOf(line), label, StyleFor(line.status)});
      const std::string cited = CitationsPhrase(line.citations);
      cells.push_back({line.text + (cited.empty() ? "" : " " + cited), width_ - 2 - label - (labels ? 1 : 0)});
      AppendRow(cells, 2, color_, out_, 0);
      for (const std::string& note : NotesOf(line)) Wrapped(note, 2 + label + (labels ? 1 : 0) + 2, Style::kDim);
    }
  }

  void Sources() {
    if (document_.sources.empty()) return;
    out_ += '\n' + Styled("Sources", Style::kBold, color_) + '\n';
    for (size_t i = 0; i < document_.sources.size(); ++i) {
      std::string words = SourcePhrase(document_.sources[i]);
      const std::string sentences = SentencesCited(document_, i);
      if (!sentences.empty()) words += ", " + sentences;
      if (!document_.sources[i].url.empty()) words += ", " + document_.sources[i].url;
      AppendRow({{"[" + std::to_string(i + 1) + "]", 5, Style::kPlain, true}, {words, width_ - 8}}, 2, color_, out_, 0);
    }
  }

  const Document& document_;
  int width_;
  bool color_;
  std::string out_;
};

}  // namespace

std::string WriteDocumentText(const Document& document, int width, bool color) {
  return TextPage(document, width, color).Write();
}

}  // namespace rapporteur
