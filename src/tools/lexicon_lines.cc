#include "tools/lexicon_lines.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>

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

}  // namespace

std::vector<LexiconReference> FindLexiconReferences(const std::vector<std::string>& steps) {
  constexpr std::string_view kMark = ".tsv:";
  std::vector<LexiconReference> references;
  for (const std::string& step : steps) {
    for (size_t mark = step.find(kMark); mark != std::string::npos; mark = step.find(kMark, mark + 1)) {
      const size_t space = step.find_last_of(" (", mark);
      const size_t begin = space == std::string::npos ? 0 : space + 1;
      LexiconReference reference{step.substr(begin, mark + kMark.size() - 1 - begin), 0};
      const char* digits = step.data() + mark + kMark.size();
      std::from_chars(digits, step.data() + step.size(), reference.line);
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
