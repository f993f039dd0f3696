#include <algorithm>
#include <array>
#include <map>

#include "lexicon/contents.h"
#include "lexicon/fold.h"
#include "lexicon/lint.h"
#include "lexicon/string_map.h"

namespace rapporteur {
namespace {

// Offices that one person holds at a time.
constexpr std::array<std::string_view, 12> kSingle = {
    "president",  "prime minister", "foreign minister",    "defence minister",
    "king",       "queen",          "secretary general",   "secretary of state",
    "chancellor", "emir",           "high representative", "supreme leader"};

// Handing over takes days; records of it differ.
constexpr int64_t kHandoverDays = 31;
constexpr int64_t kGapDays = 183;
constexpr Date kFirstDay{2000, 1, 1};

bool IsSingle(const OfficeTerm& term) {
  return std::find(kSingle.begin(), kSingle.end(), FoldName(term.office)) != kSingle.end();
}

Date Begin(const OfficeTerm& term) { return term.term.from.value_or(Date{1, 1, 1}); }
Date End(const OfficeTerm& term) { return term.term.to.value_or(Date{9999, 12, 31}); }

// A term told to the year or month begins on a first and ends on a last day; two such terms may share that year or
// month.
bool MayShare(const OfficeTerm& before, const OfficeTerm& after) {
  const Date begin = Begin(after);
  const Date end = End(before);
  if (begin.year != end.year) return false;
  const bool by_year = (begin.month == 1 && begin.day == 1) || (end.month == 12 && end.day == 31);
  const bool by_month = begin.month == end.month && (begin.day == 1 || end.day == DaysInMonth(end.year, end.month));
  return by_year || by_month;
}

void LintOffice(const std::string& office, std::vector<const OfficeTerm*> terms,
                std::vector<LexiconProblem>& problems) {
  std::stable_sort(terms.begin(), terms.end(),
                   [](const OfficeTerm* a, const OfficeTerm* b) { return Begin(*a) < Begin(*b); });
  const OfficeTerm* last = nullptr;  // of the terms before, the one that ends last
  for (const OfficeTerm* term : terms) {
    if (last != nullptr && last->person != term->person && !MayShare(*last, *term) &&
        std::min(End(*last), End(*term)).days() - Begin(*term).days() > kHandoverDays) {
      problems.push_back({Severity::kWarning, term->source.file, term->source.line,
                          "found " + term->person + " as " + office + " from " + Begin(*term).iso() + " while " +
                              last->person + " (line " + std::to_string(last->source.line) + ") holds it until " +
                              (last->term.to ? last->term.to->iso() : std::string("now")) +
                              ", expected one holder at a time; check the dates"});
    }
    if (last != nullptr && Begin(*term) > kFirstDay && Begin(*term).days() - End(*last).days() > kGapDays) {
      problems.push_back({Severity::kWarning, term->source.file, term->source.line,
                          "found no " + office + " from " + End(*last).iso() + " to " + Begin(*term).iso() +
                              ", expected the term between; add it"});
    }
    if (last == nullptr || End(*term) >= End(*last)) last = term;
  }
}

}  // namespace

void LintTerms(const LexiconContents& contents, std::vector<LexiconProblem>& problems) {
  std::map<std::string, std::vector<const OfficeTerm*>> offices;
  StringMap<bool> used;  // offices that somebody holds, and titles that stand for themselves
  for (const Title& title : contents.titles) used.emplace(FoldName(title.title), true);
  for (const OfficeTerm& term : contents.office_terms) {
    used.emplace(FoldName(term.office), true);
    if (term.term.from && term.term.to && *term.term.from > *term.term.to) {
      problems.push_back({Severity::kError, term.source.file, term.source.line,
                          "column to: found " + term.term.to->iso() + ", expected a day not before " +
                              term.term.from->iso() + " in column from; check both"});
      continue;
    }
    if (IsSingle(term)) {
      std::string name = term.office + " of " + (term.of.empty() ? term.code : term.of);
      if (!term.of.empty()) name += " (" + term.code + ")";
      offices[name].push_back(&term);
    }
  }
  for (const auto& [office, terms] : offices) LintOffice(office, terms, problems);
  for (const Organization& body : contents.organizations) {
    if (body.active.from && body.active.to && *body.active.from > *body.active.to) {
      problems.push_back({Severity::kError, body.source.file, body.source.line,
                          "column to: found " + body.active.to->iso() + ", expected a day not before " +
                              body.active.from->iso() + " in column from; check both"});
    }
  }
  for (const Title& title : contents.titles) {
    if (used.contains(FoldName(title.office))) continue;
    problems.push_back({Severity::kWarning, title.source.file, title.source.line,
                        "column office: found \"" + title.office +
                            "\", expected an office that offices.tsv uses; name "
                            "it as there, or write - for the title itself"});
  }
}

}  // namespace rapporteur
