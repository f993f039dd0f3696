#include <algorithm>
#include <set>

#include "lexicon/contents.h"
#include "lexicon/fold.h"
#include "lexicon/lint.h"
#include "lexicon/string_map.h"

namespace rapporteur {
namespace {

bool LooksLikeCode(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class AgreementLinter {
 public:
  AgreementLinter(const LexiconContents& contents, std::vector<LexiconProblem>& problems) : problems_(problems) {
    for (const State& state : contents.states) codes_.insert(state.code);
    codes_.insert(kBodyCodes.begin(), kBodyCodes.end());
    for (const Organization& body : contents.organizations) {
      codes_.insert(body.name);
      codes_.insert(body.aliases.begin(), body.aliases.end());
    }
  }

  void Add(const KnownAgreement& line) {
    Name(line);
    Codes(line, line.parties, "parties");
    Codes(line, line.mediators, "mediators");
    if (line.until && *line.until < *line.date.from) {
      Tell(line, Severity::kError,
           "column until: found " + line.until->iso() + ", expected a day not before " + line.date.from->iso() +
               " in column date; check both");
    }
    for (const std::string& alias : line.aliases) Called(line, alias, "aliases");
    for (const std::string& key : line.keys) Called(line, key, "keys");
  }

 private:
  void Tell(const KnownAgreement& line, Severity severity, std::string message) {
    problems_.push_back({severity, line.file, line.line, std::move(message)});
  }

  void Name(const KnownAgreement& line) {
    const auto [known, added] = names_.emplace(line.file + '\t' + line.name, &line);
    if (added) return;
    Tell(line, Severity::kError,
         "column name: found \"" + line.name + "\" again, expected each key once; it stands on line " +
             std::to_string(known->second->line) + ", join the two");
  }

  // What looks like a code is one, or the abbreviation of a known body (PKK).
  void Codes(const KnownAgreement& line, const std::vector<std::string>& who, const std::string& column) {
    for (const std::string& one : who) {
      if (!LooksLikeCode(one) || codes_.contains(one)) continue;
      Tell(line, Severity::kError,
           "column " + column + ": found \"" + one +
               "\", expected a code of states.tsv, one of IGO UNO EUR NGO ISM IMG MNC, or a known body; correct it or "
               "write its name in full");
    }
  }

  // Two that are called the same and were made on one day: no date of a report tells them apart.
  void Called(const KnownAgreement& line, const std::string& words, const std::string& column) {
    std::vector<const KnownAgreement*>& others = called_[column + '\t' + FoldName(words)];
    for (const KnownAgreement* other : others) {
      if (other == &line || other->kind != line.kind || other->date.from != line.date.from ||
          other->date.to != line.date.to)
        continue;
      Tell(line, Severity::kWarning,
           "column " + column + ": found \"" + words + "\", which the agreement of the same day on line " +
               std::to_string(other->line) + " has, expected another day or word; no report's date tells them apart");
    }
    others.push_back(&line);
  }

  std::vector<LexiconProblem>& problems_;
  std::set<std::string, std::less<>> codes_;
  StringMap<const KnownAgreement*> names_;
  StringMap<std::vector<const KnownAgreement*>> called_;
};

}  // namespace

void LintAgreements(const LexiconContents& contents, std::vector<LexiconProblem>& problems) {
  AgreementLinter linter(contents, problems);
  for (const KnownAgreement& line : contents.agreements.lines()) linter.Add(line);
}

}  // namespace rapporteur
