#include "language/self_test.h"

#include <string>

#include "language/conllu.h"

namespace rapporteur {
namespace {

constexpr size_t kMostBytes = 1u << 18;  // opening must stay quick

// The lines of one sentence, and a report that has its words alone.
struct Example {
  std::vector<std::string_view> lines;
  ReportText text;
  SegmentedReport segmented;
};

Status AddLine(std::string_view line, Example& example) {
  const size_t begin = line.find('\t');
  const size_t end = begin == std::string_view::npos ? begin : line.find('\t', begin + 1);
  if (end == std::string_view::npos || end == begin + 1) {
    return Error{ErrorCode::kFormat,
                 "model self-test: found '" + std::string(line.substr(0, 40)) + "', expected a word's ten columns"};
  }
  Word word;
  word.span.begin = static_cast<uint32_t>(example.text.utf8.size());
  example.text.utf8 += line.substr(begin + 1, end - begin - 1);
  word.span.end = static_cast<uint32_t>(example.text.utf8.size());
  example.text.utf8 += ' ';
  if (example.lines.empty()) example.segmented.sentences.emplace_back();
  example.segmented.sentences.back().words.push_back(word);
  example.segmented.sentences.back().span.end = word.span.end;
  example.lines.push_back(line);
  return Ok{};
}

std::string NameOf(const ParsedSentence& sentence, int word) {
  for (const NamedMention& mention : sentence.mentions) {
    if (word < mention.first || word > mention.last) continue;
    return std::string(word == mention.first ? "B-" : "I-").append(MentionTypeName(mention.type));
  }
  return "O";
}

std::string LineOf(const ParsedSentence& sentence, size_t i) {
  const ParsedWord& word = sentence.words[i];
  std::string line = std::to_string(i + 1) + '\t' + word.form + '\t' + word.lemma + '\t';
  line.append(UposName(word.upos)).append("\t").append(word.xpos).append("\t").append(word.feats);
  line += '\t' + std::to_string(word.head + 1) + '\t';
  return line.append(RelName(word.rel)).append("\t_\tName=").append(NameOf(sentence, static_cast<int>(i)));
}

Status Check(const LanguageModel& model, Example& example) {
  const Result<ParsedReport> report = model.Parse(std::move(example.text), std::move(example.segmented));
  if (!report) return report.error();
  const ParsedSentence& sentence = report.value().sentences.front();
  for (size_t i = 0; i < example.lines.size(); ++i) {
    const std::string found = LineOf(sentence, i);
    if (found == example.lines[i]) continue;
    return Error{ErrorCode::kModelMismatch,
                 "model self-test: found '" + found + "', expected '" + std::string(example.lines[i]) +
                     "' as when the file was made; the file and this program do not belong together: use the model "
                     "that came with it"};
  }
  return Ok{};
}

}  // namespace

Status RunSelfTest(const LanguageModel& model, std::string_view section) {
  if (section.size() > kMostBytes) {
    return Error{ErrorCode::kFormat, "model self-test: " + std::to_string(section.size()) +
                                         " bytes, expected at most " + std::to_string(kMostBytes)};
  }
  size_t sentences = 0;
  Example example;
  while (!section.empty()) {
    const size_t end = std::min(section.find('\n'), section.size());
    const std::string_view line = section.substr(0, end);
    section = section.substr(std::min(end + 1, section.size()));
    if (!line.empty()) {
      if (Status status = AddLine(line, example); !status) return status;
    }
    if ((line.empty() || section.empty()) && !example.lines.empty()) {
      if (Status status = Check(model, example); !status) return status;
      example = Example();
      ++sentences;
    }
  }
  if (sentences == 0) return Error{ErrorCode::kFormat, "model self-test: it has no sentence"};
  return Ok{};
}

}  // namespace rapporteur
