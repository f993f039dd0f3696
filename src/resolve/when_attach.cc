// DateOf: which date belongs to which predicate.
#include <algorithm>

#include "base/among.h"
#include "resolve/when.h"
#include "resolve/when_occasion.h"

namespace rapporteur {
namespace {

constexpr int kMostSteps = 8;
constexpr int kUnresolvedRank = 1000;  // behind every resolved date of a sentence of usual length

// Nouns that only say which part of a time is meant: on the morning of, at the end of.
bool IsTimeNoun(std::string_view lemma) {
  return Among(lemma, {"morning", "afternoon", "evening", "night", "hour",     "day",        "end",
                       "start",   "beginning", "week",    "month", "year",     "time",       "date",
                       "eve",     "middle",    "noon",    "dawn",  "midnight", "anniversary"});
}

// Verbs whose object happened at another time: condemned, welcomed, recalled.
bool JudgesEvents(std::string_view lemma) {
  return Among(lemma,
               {"condemn",  "welcome", "denounce", "praise",      "criticize", "criticise",   "mourn",   "mark",
                "recall",   "deplore", "blame",    "claim",       "deny",      "investigate", "discuss", "accuse",
                "remember", "protest", "avenge",   "commemorate", "reject",    "call",        "demand",  "oppose",
                "support",  "back",    "follow",   "cite",        "describe",  "defend",      "regret",  "hail",
                "announce", "propose", "plan",     "schedule",    "expect",    "say",         "report",  "fear",
                "want",     "seek",    "urge",     "precede",     "link",      "confirm",     "boycott", "postpone"});
}

// A date of this sentence with what it hangs on.
struct Candidate {
  const DateMention* mention = nullptr;
  int noun = -1;    // the noun that the date stands beside, if it does
  int clause = -1;  // the clause that both are in
};

class DateAttacher {
 public:
  DateAttacher(const Tree& tree, int sentence, std::span<const DateMention> mentions) : tree_(tree) {
    for (const DateMention& mention : mentions) {
      if (mention.sentence == sentence) here_.push_back(Hang(mention));
    }
  }

  const DateMention* Of(int predicate) const {
    if (here_.empty()) return nullptr;
    for (bool surely : {true, false}) {
      int w = predicate;
      for (int steps = 0; steps < kMostSteps && w >= 0; ++steps) {
        if (const DateMention* own = Own(w, surely)) return own;
        w = OccasionAbove(tree_, w);
      }
    }
    return Opening(predicate);
  }

 private:
  Candidate Hang(const DateMention& mention) const {
    Candidate candidate{&mention, -1, -1};
    int w = mention.head;
    // "a day after troops left": the leaving is what comes after; "two days after the 3 March attack" dates what the
    // attack's day is the setting of.
    const int other = OtherEvent(mention);
    if (other >= 0 && !mention.of_something) {
      (IsClauseHead(tree_, other) ? candidate.clause : candidate.noun) = other;
      return candidate;
    }
    if (mention.of_something && other >= 0) w = other;
    for (int steps = 0; steps < kMostSteps && w >= 0; ++steps) {
      w = tree_.head(w);
      if (w < 0) break;
      if (IsClauseHead(tree_, w)) {
        candidate.clause = candidate.noun < 0 ? Nearer(mention, w) : w;
        break;
      }
      if (candidate.noun < 0 && !IsTimeNoun(tree_.word(w).lemma)) candidate.noun = w;
    }
    return candidate;
  }

  // What stands behind "two days after", -1 for none.
  int OtherEvent(const DateMention& mention) const {
    const int link = mention.last + 1;
    if (link >= tree_.size() || !Among(LowerAscii(tree_.word(link).form), {"after", "before"})) return -1;
    const Rel rel = tree_.rel(link);
    const int other = tree_.head(link);
    return (rel == Rel::kMark || rel == Rel::kCase) && other > link ? other : -1;
  }

  // "The soldiers who seized power last week accused …": a date right behind a clause before the verb is that clause's,
  // whatever the parse says.
  int Nearer(const DateMention& mention, int clause) const {
    int before = mention.first - 1;
    while (before > 0 && tree_.word(before).upos == Upos::kAdp) --before;
    if (const int saying = SayingBefore(mention, before, clause); saying >= 0) return saying;
    if (mention.first > clause || before < 0 || tree_.word(before).upos == Upos::kPunct) return clause;
    for (int steps = 0; steps < kMostSteps && before >= 0; ++steps, before = tree_.head(before)) {
      if (before >= mention.first) return clause;
      if (IsClauseHead(tree_, before)) return tree_.dominates(clause, before) ? before : clause;
    }
    return clause;
  }

  // "Officials said Monday they will …": a date that opens the reported clause without "that" is the saying's.
  int SayingBefore(const DateMention& mention, int before, int clause) const {
    if (before < 0 || clause < mention.first || tree_.first(clause) <= before) return -1;
    const int up = tree_.head(clause);
    if (up < 0 || up > before || !IsClauseHead(tree_, up) || tree_.word(before).upos == Upos::kPunct) return -1;
    return tree_.rel(clause) == Rel::kCcomp || tree_.rel(clause) == Rel::kParataxis ? up : -1;
  }

  const DateMention* Own(int w, bool surely) const {
    const DateMention* best = nullptr;
    for (const Candidate& candidate : here_) {
      if (w >= candidate.mention->first && w <= candidate.mention->last) continue;
      if (!(surely ? IsOf(w, candidate) : MayBeOf(w, candidate))) continue;
      if (best == nullptr || Rank(w, *candidate.mention) < Rank(w, *best)) best = candidate.mention;
    }
    return best;
  }

  bool IsOf(int w, const Candidate& candidate) const {
    // "in November, when he was found"
    const Rel rel = tree_.rel(w);
    if ((rel == Rel::kAclRelcl || rel == Rel::kAdvclRelcl) && tree_.head(w) == candidate.mention->head) return true;
    return candidate.noun >= 0 ? candidate.noun == w : candidate.clause == w;
  }

  bool MayBeOf(int w, const Candidate& candidate) const {
    if (candidate.clause < 0) return false;
    const int clause = candidate.clause;
    if (candidate.noun >= 0) return (clause == w || OccasionAbove(tree_, clause) == w) && NounSharesDate(candidate);
    if (TellsOfAbove(clause, w) || OccasionAbove(tree_, clause) == w) return true;
    // "the deal signed on Monday", "the attack, which took place on Monday"
    return tree_.head(clause) == w && BaseRel(tree_.rel(clause)) == Rel::kAcl && CarriesEvent(tree_.word(clause).lemma);
  }

  // Whether the date beside a noun dates the verb as well.
  bool NounSharesDate(const Candidate& candidate) const {
    const DateMention& mention = *candidate.mention;
    if (mention.first < candidate.noun) return false;
    int top = candidate.noun;  // the argument of the verb that the noun is in
    for (int steps = 0; steps < kMostSteps && tree_.head(top) != candidate.clause; ++steps) {
      top = tree_.head(top);
      if (top < 0) return false;
    }
    const Rel rel = BaseRel(tree_.rel(top));
    // "the government on Friday condemned": between subject and verb
    if (rel == Rel::kNsubj) return mention.last < candidate.clause && !IsEventNoun(tree_.word(candidate.noun));
    // "killed in blasts on Friday", "said at a briefing today"
    if (rel == Rel::kObl && Among(tree_.preposition(top), {"in", "at", "during"})) return true;
    // "rammed a bus on Monday": a bus has no date of its own; "condemned the attack on Monday": an attack has.
    return Among(tree_.preposition(mention.head), {"on", "in", ""}) &&
           !(IsEventNoun(tree_.word(candidate.noun)) && JudgesEvents(tree_.word(candidate.clause).lemma));
  }

  // "rammed a bus carrying police on Monday": of an -ing clause, up through participles to w.
  bool TellsOfAbove(int clause, int w) const {
    if (tree_.word(clause).xpos != "VBG" || !IsClauseHead(tree_, w)) return false;
    for (int steps = 0; steps < kMostSteps; ++steps) {
      const Rel rel = tree_.rel(clause);
      const bool participle = tree_.word(clause).xpos == "VBG" || tree_.word(clause).xpos == "VBN";
      if (!participle || (rel != Rel::kAcl && rel != Rel::kAdvcl && rel != Rel::kXcomp) ||
          tree_.child(clause, {Rel::kMark, Rel::kAux}) >= 0) {
        return false;
      }
      int up = tree_.head(clause);
      while (up >= 0 && !IsClauseHead(tree_, up)) up = tree_.head(up);
      if (up == w || up < 0) return up == w;
      clause = up;
    }
    return false;
  }

  int Rank(int w, const DateMention& mention) const {
    const int distance = mention.first > w ? mention.first - w : w - mention.last;
    return distance + (mention.resolved() ? 0 : kUnresolvedRank);
  }

  // A date that opens the sentence holds for its main clause, even where the parse hung it elsewhere.
  const DateMention* Opening(int predicate) const {
    const DateMention* first = here_.front().mention;
    if (first->first > 2 || first->of_something) return nullptr;
    const int comma = first->last + 1;
    const bool opens = first->first == 1 && tree_.word(0).upos == Upos::kAdp;
    if (comma >= tree_.size() || (tree_.word(comma).form != "," && !opens)) return nullptr;
    int w = predicate;
    for (int steps = 0; steps < kMostSteps && w >= 0; ++steps) {
      if (w == tree_.root()) return first;
      w = OccasionAbove(tree_, w);
    }
    return nullptr;
  }

  const Tree& tree_;
  std::vector<Candidate> here_;
};

}  // namespace

std::optional<DateMention> DateOf(const Tree& tree, int sentence, int predicate,
                                  std::span<const DateMention> mentions) {
  const DateMention* mention = DateAttacher(tree, sentence, mentions).Of(predicate);
  if (mention == nullptr) return std::nullopt;
  return *mention;
}

}  // namespace rapporteur
