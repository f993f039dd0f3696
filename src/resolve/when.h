// When: the dates that a report's words name, and which of them tells when a predicate happens.
//
// Deterministic, no clock: "today" is the day of the report's dateline or, without one, the day it was published.
// Stateless: any number of threads may call.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "lexicon/date.h"
#include "resolve/tree.h"

namespace rapporteur {

// Words that name a day or a stretch of days. An end that is absent is open; when both are, the words are a date that
// the report does not let us compute ("three days after the attack", "Tuesday" of an undated report).
struct DateMention {
  int sentence = 0;
  int first = 0, last = 0;  // words, without the preposition
  int head = 0;             // the word that attaches to the rest of the sentence
  Span span;
  std::optional<Date> from, to;  // with since, until, by, early, earlier … counted in: "since 2011" ends at publication
  DateRange named;            // the calendar unit by itself: all of 2011 in "since 2011", all of March in "early March"
  bool relative = false;      // needed another date to be understood: "Friday", "last year", "3 March" without a year
  bool of_something = false;  // "two days after the attack": dates not the attack but what happened then
  char direction = '?';       // '<' past, '>' future, as words and tense tell; '?' unsaid

  bool resolved() const { return from || to; }
};

// In text order, not overlapping. Ages, sums and durations without an anchor ("for three days") are no dates.
// Without `published` a dateline or byline with a full date stands in for it; else only absolute dates are resolved.
std::vector<DateMention> FindDates(const std::vector<Tree>& trees, std::optional<Date> published);

// When what `predicate` says happens, by the words of its own sentence: what it governs itself, then what the clause it
// shares (coordination, participles, "began to …") says, then a date that opens the sentence. A date that belongs to
// another predicate ("he said on Friday that troops had left") is not taken. None: the sentence does not say.
// `mentions` is what FindDates gave, of the whole report.
std::optional<DateMention> DateOf(const Tree& tree, int sentence, int predicate, std::span<const DateMention> mentions);

}  // namespace rapporteur
