#include "lexicon/lint.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "lexicon/contents.h"
#include "lexicon/fold.h"
#include "lexicon/prose.h"
#include "lexicon/string_map.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 25> kSectors = {"GOV", "MIL", "REB", "OPP", "LEG", "JUD", "COP", "SPY", "PTY",
                                                       "PRM", "UAF", "UNK", "BUS", "CVL", "EDU", "ELI", "JRN", "LAB",
                                                       "MED", "REF", "REL", "SOC", "CRM", "AGR", "PRE"};

void Tell(std::vector<LexiconProblem>& problems, Severity severity, const LexiconLine& source, std::string message) {
  problems.push_back({severity, source.file, source.line, std::move(message)});
}

template <typename T>
void LintKeysOf(const std::vector<T>& entries, std::string_view column, std::vector<LexiconProblem>& problems) {
  StringMap<const T*> first;
  for (const T& entry : entries) {
    const std::string key = KeyOf(entry);
    const auto [known, added] = first.emplace(entry.source.file + '\t' + key, &entry);
    if (added) continue;
    std::string shown = key;
    std::replace(shown.begin(), shown.end(), '\t', ' ');
    Tell(problems, Severity::kError, entry.source,
         "column " + std::string(column) + ": found \"" + shown +
             "\" again, expected each key once; it stands on line " + std::to_string(known->second->source.line) +
             ", join the two");
  }
}

class CodeLinter {
 public:
  CodeLinter(const LexiconContents& contents, std::vector<LexiconProblem>& problems) : problems_(problems) {
    for (const State& state : contents.states) codes_.insert(state.code);
    codes_.insert(kBodyCodes.begin(), kBodyCodes.end());
  }

  void Code(const std::string& code, std::string_view column, const LexiconLine& source) {
    if (code.empty() || codes_.contains(code)) return;
    Tell(problems_, Severity::kError, source,
         "column " + std::string(column) + ": found \"" + code +
             "\", expected a code of states.tsv or one of IGO UNO EUR NGO ISM IMG MNC; correct it or add the state");
  }

  void Sectors(const std::vector<std::string>& sectors, const LexiconLine& source) {
    for (const std::string& sector : sectors) {
      if (std::find(kSectors.begin(), kSectors.end(), sector) != kSectors.end()) continue;
      Tell(
          problems_, Severity::kError, source,
          "column sectors: found \"" + sector + "\", expected a PLOVER sector (GOV MIL REB OPP LEG JUD …); correct it");
    }
  }

 private:
  std::set<std::string, std::less<>> codes_;
  std::vector<LexiconProblem>& problems_;
};

std::string ConditionsKey(const Frame& frame) {
  std::string key = frame.lemma + '+' + frame.light_noun + '\t' + std::string(FramePosName(frame.pos));
  std::vector<std::string> parts;
  for (const FrameCondition& condition : frame.conditions) {
    std::string part = std::to_string(static_cast<int>(condition.kind)) + condition.prep;
    if (condition.negated) part += '!';
    for (const std::string& lemma : condition.lemmas) part += '|' + lemma;
    parts.push_back(std::move(part));
  }
  std::sort(parts.begin(), parts.end());
  for (const std::string& part : parts) key += '\t' + part;
  return key;
}

}  // namespace

void LintKeys(const LexiconContents& contents, std::vector<LexiconProblem>& problems) {
  LintKeysOf(contents.states, "code", problems);
  LintKeysOf(contents.organizations, "name", problems);
  LintKeysOf(contents.office_terms, "person", problems);
  LintKeysOf(contents.titles, "title", problems);
  LintKeysOf(contents.agents, "noun", problems);
  LintKeysOf(contents.places, "name", problems);
  LintKeysOf(contents.given_names, "variants", problems);
}

void LintCodes(const LexiconContents& contents, std::vector<LexiconProblem>& problems) {
  CodeLinter linter(contents, problems);
  for (const Organization& body : contents.organizations) {
    linter.Code(body.code, "code", body.source);
    linter.Sectors(body.sectors, body.source);
  }
  for (const OfficeTerm& term : contents.office_terms) {
    linter.Code(term.code, "code", term.source);
    linter.Sectors(term.sectors, term.source);
  }
  for (const Title& title : contents.titles) {
    for (const std::string& code : title.only) linter.Code(code, "only", title.source);
    linter.Sectors(title.sectors, title.source);
  }
  for (const AgentNoun& agent : contents.agents) linter.Sectors(agent.sectors, agent.source);
  for (const Place& place : contents.places) linter.Code(place.country, "country", place.source);
}

void LintFrames(const LexiconContents& contents, std::vector<LexiconProblem>& problems) {
  std::set<std::string, std::less<>> types;
  std::set<std::string, std::less<>> classes;
  std::set<std::string, std::less<>> codes;
  for (const PloverClass& known : contents.plover_classes) {
    types.insert(known.type);
    classes.insert(known.type + ' ' + known.mode);
  }
  for (const CameoCode& code : contents.cameo_codes) codes.insert(code.code);
  StringMap<const Frame*> first;
  for (const Frame& frame : contents.frames.frames()) {
    const LexiconLine source{frame.file, frame.line};
    const bool event = frame.type != "NONE";
    if (event && !types.contains(frame.type)) {
      Tell(problems, Severity::kError, source,
           "column type: found \"" + frame.type + "\", expected a type of scores.tsv or NONE; correct it");
    } else if (event && !frame.mode.empty() && !classes.contains(frame.type + ' ' + frame.mode)) {
      Tell(problems, Severity::kError, source,
           "column mode: found \"" + frame.mode + "\", expected a mode that scores.tsv lists for " + frame.type +
               "; correct it or add it there");
    }
    if (!frame.cameo.empty() && !codes.contains(frame.cameo)) {
      Tell(problems, Severity::kError, source,
           "column cameo: found \"" + frame.cameo + "\", expected a code of cameo.tsv; correct it or add it there");
    }
    const auto [known, added] = first.emplace(ConditionsKey(frame), &frame);
    if (!added) {
      Tell(problems, Severity::kWarning, source,
           "column lemma: found \"" + frame.lemma + "\" with the conditions of line " +
               std::to_string(known->second->line) + ", expected others; the earlier line always wins");
    }
  }
}

Result<LintReport> LintLexicon(const std::vector<std::string>& directories) {
  Result<LexiconContents> contents = ReadLexicon(directories);
  if (!contents.ok()) return contents.error();
  LintReport report;
  report.problems = std::move(contents->problems);
  const size_t told = report.problems.size();
  LintKeys(*contents, report.problems);
  LintCodes(*contents, report.problems);
  LintTerms(*contents, report.problems);
  LintNames(*contents, report.problems);
  LintFrames(*contents, report.problems);
  LintContexts(*contents, report.problems);
  LintAgreements(*contents, report.problems);
  const Result<ProseTable> prose = ProseTable::Read(directories, report.problems);
  if (!prose.ok()) return prose.error();
  LintProse(*contents, *prose, report.problems);
  // Entries that dictionaries brought: what was wrong with them was told when they were read.
  report.problems.erase(
      std::remove_if(
          report.problems.begin() + static_cast<std::ptrdiff_t>(told), report.problems.end(),
          [](const LexiconProblem& problem) { return KindOfDictionary(problem.file) != DictionaryKind::kNone; }),
      report.problems.end());
  std::stable_sort(report.problems.begin(), report.problems.end(),
                   [](const auto& a, const auto& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); });
  report.errors = static_cast<size_t>(
      std::count_if(report.problems.begin(), report.problems.end(),
                    [](const LexiconProblem& problem) { return problem.severity == Severity::kError; }));
  report.warnings = report.problems.size() - report.errors;
  return report;
}

}  // namespace rapporteur
