#include "ask/document.h"

#include <algorithm>
#include <set>

#include "formats/prose.h"

namespace rapporteur {

std::string_view WordOf(LineStatus status) {
  switch (status) {
    case LineStatus::kNone:
      return "";
    case LineStatus::kHappened:
      return StatusWord(EventStatus::kActual);
    case LineStatus::kUnderWay:
      return StatusWord(EventStatus::kOngoing);
    case LineStatus::kPlanned:
      return StatusWord(EventStatus::kFuture);
    case LineStatus::kPossible:
      return StatusWord(EventStatus::kHypothetical);
    case LineStatus::kDenied:
      return StatusWord(EventStatus::kNegated);
    case LineStatus::kBackground:
      break;
  }
  return StatusWord(EventStatus::kHistorical);
}

std::string LabelOf(const DocumentLine& line) {
  return line.label.empty() ? std::string(WordOf(line.status)) : line.label;
}

std::vector<std::string> NotesOf(const DocumentLine& line) {
  std::vector<std::string> notes = line.notes;
  if (!line.told.empty()) notes.push_back(line.told);
  return notes;
}

std::string CitationsPhrase(const std::vector<Citation>& citations) {
  std::set<size_t> sources;
  for (const Citation& citation : citations) sources.insert(citation.source);
  std::string phrase;
  for (const size_t source : sources) phrase += (phrase.empty() ? "[" : ", ") + std::to_string(source + 1);
  return phrase.empty() ? phrase : phrase + "]";
}

std::string SourcePhrase(const DocumentSource& source) {
  std::string phrase = source.publisher;
  const auto add = [&](const std::string& more) {
    if (!more.empty()) phrase += (phrase.empty() ? "" : ", ") + more;
  };
  add(source.title.empty() ? "" : Quoted(source.title));
  add(source.day);
  return phrase.empty() ? "report " + std::to_string(source.report) : phrase;
}

std::string SentencesCited(const Document& document, size_t source) {
  std::set<int> sentences;
  for (const DocumentSection& section : document.sections) {
    for (const DocumentLine& line : section.lines) {
      for (const Citation& citation : line.citations) {
        if (citation.source == source && citation.sentence > 0) sentences.insert(citation.sentence);
      }
    }
  }
  if (sentences.empty()) return {};
  std::string phrase = sentences.size() == 1 ? "sentence " : "sentences ";
  size_t n = 0;
  for (const int sentence : sentences) {
    phrase += (n == 0 ? "" : n + 1 == sentences.size() ? " and " : ", ") + std::to_string(sentence);
    ++n;
  }
  return phrase;
}

}  // namespace rapporteur
