#include <algorithm>

#include "lexicon/contents.h"
#include "lexicon/fold.h"
#include "lexicon/lint.h"
#include "lexicon/people.h"
#include "lexicon/string_map.h"

namespace rapporteur {
namespace {

enum class Kind { kState, kBody, kPerson, kPlace };

std::string_view NameOfKind(Kind kind) {
  switch (kind) {
    case Kind::kState:
      return "a state";
    case Kind::kBody:
      return "a body or group";
    case Kind::kPerson:
      return "a person";
    case Kind::kPlace:
      return "a place";
  }
  return "";
}

struct Claim {
  Kind kind;
  size_t index;      // of the entry within its kind
  std::string code;  // state that it belongs to
  const LexiconLine* source;
};

class NameLinter {
 public:
  explicit NameLinter(std::vector<LexiconProblem>& problems) : problems_(problems) {}

  // Compares with the claims before it and adds its own.
  void Add(const std::string& name, const Claim& claim) {
    std::vector<Claim>& others = claims_[Key(name)];
    for (const Claim& other : others) {
      if (other.kind == claim.kind && other.index == claim.index) return;
    }
    for (const Claim& other : others) {
      if (Compare(name, other, claim)) break;
    }
    others.push_back(claim);
  }

 private:
  // Capitals tell short names apart (IS, Is), as in NameIndex.
  static std::string Key(const std::string& name) {
    std::string key = FoldName(name);
    if (key.size() < 4) key += '\t' + std::to_string(UpperMask(name));
    return key;
  }

  bool Compare(const std::string& name, const Claim& known, const Claim& claim) {
    const auto tell = [&](Severity severity, const std::string& expected) {
      problems_.push_back({severity, claim.source->file, claim.source->line,
                           "found \"" + name + "\", which " + known.source->file + ":" +
                               std::to_string(known.source->line) + " has for " + std::string(NameOfKind(known.kind)) +
                               ", expected " + expected});
      return true;
    };
    if (known.kind == Kind::kState && claim.kind == Kind::kState) {
      return tell(Severity::kError, "one state for a name; take it out of one of the two");
    }
    if (known.kind == claim.kind) {
      if (claim.kind != Kind::kBody || known.code != claim.code) return false;
      return tell(Severity::kWarning, "one body of " + claim.code + " for a name; take it out of one of the two");
    }
    // A state and its capital may share a name, and so may a state and a region that both mean it.
    const bool place = claim.kind == Kind::kPlace || known.kind == Kind::kPlace;
    if (place && (claim.code == known.code || claim.kind == Kind::kPerson || known.kind == Kind::kPerson)) return false;
    return tell(Severity::kWarning, "one kind of entry for a name; both readings stay possible");
  }

  std::vector<LexiconProblem>& problems_;
  StringMap<std::vector<Claim>> claims_;
};

void AddAll(NameLinter& linter, const std::string& name, const std::vector<std::string>& aliases, const Claim& claim) {
  linter.Add(name, claim);
  for (const std::string& alias : aliases) linter.Add(alias, claim);
}

}  // namespace

void LintNames(const LexiconContents& contents, std::vector<LexiconProblem>& problems) {
  NameLinter linter(problems);
  for (size_t i = 0; i < contents.states.size(); ++i) {
    const State& state = contents.states[i];
    AddAll(linter, state.name, state.aliases, {Kind::kState, i, state.code, &state.source});
  }
  for (size_t i = 0; i < contents.organizations.size(); ++i) {
    const Organization& body = contents.organizations[i];
    AddAll(linter, body.name, body.aliases, {Kind::kBody, i, body.code, &body.source});
  }
  const std::vector<Person> people = GatherPeople(contents.office_terms, contents.surnames);
  for (size_t i = 0; i < people.size(); ++i) {
    const OfficeTerm& term = contents.office_terms[people[i].terms.front()];
    AddAll(linter, people[i].name, people[i].aliases, {Kind::kPerson, i, term.code, &term.source});
  }
  for (size_t i = 0; i < contents.places.size(); ++i) {
    const Place& place = contents.places[i];
    AddAll(linter, place.name, place.aliases, {Kind::kPlace, i, place.country, &place.source});
  }
}

}  // namespace rapporteur
