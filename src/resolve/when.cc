#include "resolve/when.h"

#include <algorithm>

#include "base/among.h"
#include "resolve/names.h"
#include "resolve/when_occasion.h"
#include "resolve/when_resolve.h"
#include "resolve/when_scan.h"
#include "resolve/when_tense.h"

namespace rapporteur {
namespace {

constexpr int kDatelineDays = 7;   // a dateline's day lies at most so long before publication
constexpr int kNearWords = 5;      // from "after" to the date it counts from
constexpr int kNearSentences = 2;  // from "two days later" back to the date it counts from

// Verbs and nouns that set a time for something: extended to, given until, the deadline for.
bool SetsTime(const Tree& tree, int w) {
  if (w < 0) return false;
  return Among(tree.word(w).lemma,
               {"extend", "give", "set", "delay", "postpone", "schedule", "adjourn", "deadline", "fix", "reschedule",
                "put", "push", "defer", "slate", "plan", "have", "allow", "grant"});
}

// "Postponed until April" tells when it will be, not how long nothing will.
bool PutsOff(std::string_view lemma) {
  return Among(lemma, {"postpone", "delay", "adjourn", "defer", "reschedule", "put", "push", "move"});
}

// What "Friday's …" may announce: of other nouns it tells what was.
bool MayLieAhead(std::string_view lemma) {
  return Among(lemma, {"meeting",  "summit",  "election",     "vote",  "talk",         "talks", "deadline",
                       "session",  "hearing", "conference",   "visit", "referendum",   "poll",  "ballot",
                       "ceremony", "debate",  "inauguration", "round", "runoff",       "match", "game",
                       "trial",    "strike",  "protest",      "rally", "demonstration"});
}

class DateFinder {
 public:
  DateFinder(const std::vector<Tree>& trees, std::optional<Date> published) : trees_(trees), today_(published) {}

  std::vector<DateMention> Find() {
    for (size_t s = 0; s < trees_.size(); ++s) {
      const Tree& tree = trees_[s];
      if (tree.size() == 0) continue;
      const std::vector<DateExpression> expressions = ScanDates(tree);
      for (size_t i = 0; i < expressions.size();) i = Add(static_cast<int>(s), tree, expressions, i);
      const SegmentKind kind = tree.sentence().kind;
      if (kind == SegmentKind::kDateline || kind == SegmentKind::kByline) ReadDateline(static_cast<int>(s));
    }
    return std::move(mentions_);
  }

 private:
  std::string Lower(const Tree& tree, int w) const {
    return w >= 0 && w < tree.size() ? LowerAscii(tree.word(w).form) : std::string();
  }

  // A report is written on the day of its dateline or byline, not on the day it was printed.
  void ReadDateline(int sentence) {
    for (const DateMention& mention : mentions_) {
      if (mention.sentence != sentence || !mention.from || mention.from != mention.to) continue;
      const bool fits = !today_ || (*mention.from <= *today_ && today_->days() - mention.from->days() <= kDatelineDays);
      if (fits) today_ = mention.from;
    }
  }

  // Adds the mention that begins with expression i (and the one it forms a range with); returns the next to read.
  size_t Add(int sentence, const Tree& tree, const std::vector<DateExpression>& expressions, size_t i) {
    size_t next = i + 1;
    DateExpression e = expressions[i];
    DateMention mention = Resolve(sentence, tree, e, Reference(sentence, tree, expressions, i));
    if (e.of_something && !mention.resolved() && TurnAround(sentence, e)) {
      mention = Resolve(sentence, tree, e, other_);
    } else {
      mention.of_something = e.of_something;
    }
    if (next < expressions.size() && JoinsRange(tree, expressions[i], expressions[next])) {
      Extend(sentence, tree, expressions[i], expressions[next], mention);
      ++next;
    } else {
      OpenEnds(tree, mention);
    }
    if (mention.named.from && mention.named.from == mention.named.to) {
      other_ = mention.named.from;
      other_sentence_ = sentence;
    }
    mentions_.push_back(mention);
    return next;
  }

  // What "two weeks later" counts from: the date that its own words tell, or the day told last, if that is near.
  std::optional<Date> Reference(int sentence, const Tree& tree, const std::vector<DateExpression>& expressions,
                                size_t i) {
    const DateExpression& e = expressions[i];
    if (e.kind != DateKind::kFromOther && e.kind != DateKind::kSameAsOther) return std::nullopt;
    if (e.of_something) {
      if (i + 1 >= expressions.size() || expressions[i + 1].first - e.last > kNearWords) return std::nullopt;
      const DateMention anchor = Resolve(sentence, tree, expressions[i + 1], std::nullopt);
      return e.count < 0 ? anchor.named.from : anchor.named.to;
    }
    if (other_ && sentence - other_sentence_ <= kNearSentences) return other_;
    const bool coarse = e.unit != DateUnit::kDay && e.unit != DateUnit::kWeek;
    return coarse || e.kind == DateKind::kSameAsOther ? today_ : std::nullopt;
  }

  // "They met on Wednesday, a day after Washington left": the words date the leaving, counted back from Wednesday.
  bool TurnAround(int sentence, DateExpression& e) const {
    if (!other_ || other_sentence_ != sentence || e.vague) return false;
    if (e.unit != DateUnit::kDay && e.unit != DateUnit::kWeek) return false;
    e.count = -e.count;
    return true;
  }

  DateMention Resolve(int sentence, const Tree& tree, const DateExpression& e, std::optional<Date> other) {
    DateMention mention;
    mention.sentence = sentence;
    mention.first = e.first;
    mention.last = e.last;
    mention.head = HeadWord(tree, e.first, e.last);
    mention.span = tree.span(e.first, e.last);
    const DateContext context{today_, other, Direction(tree, e, mention.head)};
    const NamedPeriod period = ResolveExpression(e, context);
    mention.relative = period.relative;
    mention.direction = context.direction;
    if (!period.days) return mention;
    mention.named = *period.days;
    DateRange days = PartOf(*period.days, e.part);
    if (today_ && e.within == '<' && days.to > today_) days.to = std::max(*days.from, *today_);
    if (today_ && e.within == '>' && days.from < today_) days.from = std::min(*days.to, *today_);
    mention.from = days.from;
    mention.to = days.to;
    if (today_ && *days.to < *today_) mention.direction = '<';
    if (today_ && *days.from > *today_) mention.direction = '>';
    return mention;
  }

  // The noun that the date stands before as its modifier, -1 for none.
  static int NounAfter(const Tree& tree, const DateExpression& e, int head) {
    const int up = tree.head(head);
    if (up <= e.last || IsClauseHead(tree, up)) return -1;
    const Rel rel = tree.rel(head);
    const bool modifies = rel == Rel::kNmodPoss || rel == Rel::kCompound || rel == Rel::kAmod || rel == Rel::kNummod ||
                          rel == Rel::kNmodUnmarked;
    return modifies ? up : -1;
  }

  char Direction(const Tree& tree, const DateExpression& e, int head) const {
    if (e.reference == DateReference::kLast || e.within == '<' || (e.kind == DateKind::kAgo && e.count < 0)) return '<';
    if (e.reference == DateReference::kNext || e.within == '>' || (e.kind == DateKind::kAgo && e.count > 0)) return '>';
    if (tree.sentence().kind == SegmentKind::kDateline) return '<';
    const std::string before = Lower(tree, e.first - 1);
    if (before == "since") return '<';
    if (Among(before, {"payable", "due", "effective", "record", "expiring", "starting", "beginning", "scheduled"}))
      return '>';
    if (Among(before, {"until", "till", "to", "for"}) && SetsTime(tree, tree.head(head))) return '>';
    // "Friday's attack", "the February cease-fire" were, whatever the sentence says to be done about them.
    const int noun = NounAfter(tree, e, head);
    const bool bare = e.kind == DateKind::kWeekday || (e.kind == DateKind::kCalendar && e.year == 0);
    if (bare && noun >= 0 && !MayLieAhead(tree.word(noun).lemma)) return '<';
    const char direction = DirectionAt(tree, head);
    // "Cuts in September were agreed": the verb's tense says nothing of a month that belongs to a noun.
    const bool month = e.kind == DateKind::kCalendar && e.day == 0;
    if (month && direction == '<' && tree.head(head) >= 0 && !IsClauseHead(tree, tree.head(head))) return '?';
    return direction;
  }

  // from A to B, between A and B, A to B, A - B.
  bool JoinsRange(const Tree& tree, const DateExpression& a, const DateExpression& b) const {
    const int gap = b.first - a.last - 1;
    if (gap != 1) return false;
    const std::string link = Lower(tree, a.last + 1);
    const std::string before = Lower(tree, a.first - 1);
    if (Among(link, {"to", "until", "till", "through"})) return before == "from" || a.kind == b.kind;
    if (link == "and") return before == "between";
    return Among(link, {"-", "–"}) && a.kind == b.kind;
  }

  void Extend(int sentence, const Tree& tree, DateExpression a, const DateExpression& b, DateMention& mention) {
    const DateMention end = Resolve(sentence, tree, b, std::nullopt);
    if (a.kind == DateKind::kCalendar && b.kind == DateKind::kCalendar && a.year == 0 && end.named.to) {
      a.year = end.named.to->year;
      mention = Resolve(sentence, tree, a, std::nullopt);
      if (mention.from && end.to && *mention.from > *end.to) {
        --a.year;
        mention = Resolve(sentence, tree, a, std::nullopt);
      }
    }
    mention.last = b.last;
    mention.span = tree.span(a.first, b.last);
    mention.head = HeadWord(tree, a.first, a.last);
    mention.to = end.to;
    mention.named.to = end.named.to;
    if (mention.from && mention.to && *mention.from > *mention.to) {  // "from 2015 to 1999": no time that we know
      mention.from = mention.to = std::nullopt;
      mention.named = {};
    }
  }

  // since, until, by, before, after.
  void OpenEnds(const Tree& tree, DateMention& mention) const {
    if (!mention.resolved()) return;
    int w = mention.first - 1;
    while (w > 0 && Among(Lower(tree, w), {"the", "at", "about", "around"})) --w;
    const std::string word = Lower(tree, w);
    // "destroyed by January's floods", "before the Friday vote": the preposition is the noun's.
    const Rel rel = tree.rel(mention.head);
    const bool inside = rel == Rel::kNmodPoss || rel == Rel::kCompound || rel == Rel::kAmod || rel == Rel::kNummod ||
                        Among(Lower(tree, mention.last + 1), {"'s", "’s"});
    const int up = tree.head(mention.head);
    if (inside || (up >= 0 && PutsOff(tree.word(up).lemma))) return;
    const Date from = *mention.from, to = *mention.to;
    if (word == "since") {
      mention.to = today_ && *today_ >= from ? today_ : std::nullopt;
    } else if (Among(word, {"until", "till", "by"})) {
      mention.from.reset();
      if (today_ && *today_ <= to) mention.from = today_;
    } else if (word == "before") {
      mention.from.reset();
      mention.to = from.plus_days(-1);
      if (today_ && mention.direction == '>' && *today_ <= *mention.to) mention.from = today_;
    } else if (word == "after") {
      mention.from = to.plus_days(1);
      mention.to.reset();
      if (today_ && mention.direction != '>' && *today_ >= *mention.from) mention.to = today_;
    }
  }

  const std::vector<Tree>& trees_;
  std::optional<Date> today_;
  std::optional<Date> other_;  // the day told last
  int other_sentence_ = 0;
  std::vector<DateMention> mentions_;
};

}  // namespace

std::vector<DateMention> FindDates(const std::vector<Tree>& trees, std::optional<Date> published) {
  return DateFinder(trees, published).Find();
}

}  // namespace rapporteur
