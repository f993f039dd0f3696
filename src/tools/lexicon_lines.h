// The lines of the lexicon that an explanation names, as they stand in their files.
#pragma once

#include <string>
#include <vector>

namespace rapporteur {

struct LexiconReference {
  std::string file;  // as the step names it: "frames.tsv", or a path
  int line = 0;
  friend bool operator==(const LexiconReference&, const LexiconReference&) = default;
};

// Every "name.tsv:N" and every dictionary's "name.actors:N" in the steps, each once, in order. A path of one of the
// directories is known by it, though it has blanks.
std::vector<LexiconReference> FindLexiconReferences(const std::vector<std::string>& steps,
                                                    const std::vector<std::string>& directories);

// The line, tabs as " | "; empty when the file or the line is not there. A bare name is looked for in the directories.
std::string ReadLexiconLine(const LexiconReference& reference, const std::vector<std::string>& directories);

}  // namespace rapporteur
