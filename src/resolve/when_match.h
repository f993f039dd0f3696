// How ScanDates works inside: the patterns of date expressions, each tried at one word.
#pragma once

#include "resolve/when_scan.h"
#include "resolve/when_tokens.h"

namespace rapporteur {

// Stateless; deterministic. Each Match… says whether its pattern begins at word w, and then fills `e`.
class DateMatcher {
 public:
  explicit DateMatcher(const DateTokens& tokens) : t_(tokens) {}

  bool Match(int w, DateExpression& e) const;

  // Early, late, mid-, the end of, the beginning of; earlier, later (in); from word `floor` on.
  void AddModifiersBefore(DateExpression& e, int floor) const;

 private:
  // when_match_calendar.cc
  bool MatchMonth(int w, DateExpression& e) const;
  bool MatchDayMonth(int w, DateExpression& e) const;
  bool MatchWeekday(int w, DateExpression& e) const;
  bool MatchDayName(int w, DateExpression& e) const;
  bool MatchYear(int w, DateExpression& e) const;
  bool MatchSeason(int w, DateExpression& e) const;
  bool MatchQuarter(int w, DateExpression& e) const;
  bool MatchHoliday(int w, DateExpression& e) const;
  void TakeYear(int w, DateExpression& e) const;

  // when_match_relative.cc
  bool MatchReference(int w, DateExpression& e) const;
  bool MatchReferenceUnit(int w, int unit, DateExpression& e) const;
  bool MatchCount(int w, DateExpression& e) const;
  bool TakeAnchor(int w, DateExpression& e) const;
  bool MatchUnit(int w, DateExpression& e) const;

  const DateTokens& t_;
};

}  // namespace rapporteur
