#include <map>
#include <set>

#include "lexicon/contents.h"
#include "lexicon/lint.h"

namespace rapporteur {
namespace {

void Tell(const ContextLine& line, Severity severity, std::string message, std::vector<LexiconProblem>& problems) {
  problems.push_back({severity, line.file, line.line, std::move(message)});
}

}  // namespace

void LintContexts(const LexiconContents& contents, std::vector<LexiconProblem>& problems) {
  std::set<std::string, std::less<>> types, classes;
  for (const PloverClass& known : contents.plover_classes) {
    types.insert(known.type);
    classes.insert(known.mode.empty() ? known.type : known.type + " " + known.mode);
  }
  const std::set<std::string, std::less<>> names(contents.contexts.contexts().begin(),
                                                 contents.contexts.contexts().end());
  std::map<std::string, const ContextLine*> first;  // of a context's word
  for (const ContextLine& line : contents.contexts.lines()) {
    for (const std::string& type : line.with) {
      if (line.by == ContextBy::kMode ? classes.contains(type) : types.contains(type)) continue;
      Tell(line, Severity::kError, "column with: found \"" + type + "\", expected a type of scores.tsv; correct it",
           problems);
    }
    for (const std::string& key : line.keys) {
      if (line.by == ContextBy::kEvent && !classes.contains(key)) {
        Tell(line, Severity::kError,
             "column key: found \"" + key + "\", expected a type of scores.tsv, with a mode of it or alone; correct it",
             problems);
      } else if (line.by == ContextBy::kUnless && !names.contains(key)) {
        Tell(line, Severity::kError, "column key: found \"" + key + "\", expected a context of this file; correct it",
             problems);
      } else if (line.by == ContextBy::kSides && key != "states") {
        Tell(line, Severity::kError, "column key: found \"" + key + "\", expected states; correct it", problems);
      } else if (line.by == ContextBy::kWord && line.with.empty()) {
        const auto [known, added] = first.emplace(line.context + '\t' + HyphensToBlanks(key), &line);
        if (added) continue;
        Tell(line, Severity::kWarning,
             "column key: found \"" + key + "\" again, expected each word once for a context; it stands on line " +
                 std::to_string(known->second->line),
             problems);
      }
    }
  }
}

}  // namespace rapporteur
