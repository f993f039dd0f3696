#include "tools/lexicon_lines.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>

#include "lexicon/dictionary.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

std::string LineOf(const fs::path& path, int number) {
  std::ifstream in(path, std::ios::binary);
  std::string line;
  for (int at = 0; at < number; ++at) {
    if (!std::getline(in, line)) return {};
  }
  return line;
}

std::string WithoutTabs(const std::string& line) {
  std::string shown;
  for (const char c : line) {
    if (c == '\t') {
      shown += " | ";
    } else if (c != '\r') {
      shown += c;
    }
  }
  return shown;
}

bool IsLexiconFile(const std::string& name) {
  return name.ends_with(".tsv") || KindOfDictionary(name) != DictionaryKind::kNone;
}

}  // namespace

std::vector<LexiconReference> FindLexiconReferences(const std::vector<std::string>& steps,
                                                    const std::vector<std::string>& directories) {
  std::vector<LexiconReference> references;
  for (const std::string& step : steps) {
    for (size_t mark = step.find(':'); mark != std::string::npos; mark = step.find(':', mark + 1)) {
      size_t begin = step.find_last_of(" (", mark) + 1;  // npos + 1 is 0
      for (const std::string& directory : directories) {
        const size_t at = step.rfind(directory + "/", mark);
        if (at != std::string::npos) begin = std::min(begin, at);
      }
      LexiconReference reference{step.substr(begin, mark - begin), 0};
      if (!IsLexiconFile(reference.file)) continue;
      std::from_chars(step.data() + mark + 1, step.data() + step.size(), reference.line);
      if (reference.line < 1 || std::find(references.begin(), references.end(), reference) != references.end())
        continue;
      references.push_back(std::move(reference));
    }
  }
  return references;
}

std::string ReadLexiconLine(const LexiconReference& reference, const std::vector<std::string>& directories) {
  if (reference.file.find('/') != std::string::npos) return WithoutTabs(LineOf(reference.file, reference.line));
  for (const std::string& directory : directories) {
    const std::string line = LineOf(fs::path(directory) / reference.file, reference.line);
    if (!line.empty()) return WithoutTabs(line);
  }
  return {};
}

}  // namespace rapporteur
