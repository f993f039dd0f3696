#include "coding/disputes.h"

#include <algorithm>

#include "coding/dispute_claims.h"
#include "coding/dispute_contests.h"
#include "coding/dispute_pairs.h"

namespace rapporteur {
namespace {

constexpr int kWindow = 5;         // sentences between two claims
constexpr int kDenialWindow = 8;   // between a charge and its denial
constexpr int kContestReach = 2;   // sentences after "accounts differ" that give the accounts
constexpr int kSameQuarrel = 3;    // sentences between two exchanges of the same sides on one thing
constexpr double kByTheWay = 0.4;  // "the row deepened": less than "accounts differ"
constexpr double kEnough = 1.0;    // what the weights of a dispute add up to
constexpr double kSameSubject = 0.65;

struct Pair {
  size_t one = 0, other = 0;
  PairScore score;
  Span told;  // the first one's words, up to the other's
  const Contest* contest = nullptr;
};

class Finder {
 public:
  Finder(const Dealings& dealings, const std::vector<Position>& positions, const std::vector<Agreement>& agreements)
      : d_(dealings),
        words_(dealings),
        sides_(dealings),
        scorer_(dealings, words_, sides_),
        contests_(FindContests(dealings, words_, sides_, agreements)),
        claims_(FindClaims(dealings, words_, sides_, positions, contests_)) {}

  std::vector<Dispute> Find() {
    for (const Contest& contest : contests_) {
      if (contest.sides.size() > 1 && !contest.several) Named(contest);
    }
    for (Pair& pair : Pairs()) {
      // What a contest announces is told once.
      if (pair.contest != nullptr && IsTold(*pair.contest)) {
        pair.score = scorer_.Without(pair.score, Sign::kContest);
        pair.contest = nullptr;
        if (pair.score.sum < kEnough) continue;
      }
      Add(pair);
    }
    for (const Claim& claim : claims_) {
      if (claim.denies && !claim.whose.empty()) OfOwner(claim);
    }
    for (const Contest& contest : contests_) {
      if (contest.sides.size() > 1 && contest.several && contest.mutual && !Told(contest)) Named(contest);
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Dispute& a, const Dispute& b) {
      return a.evidence.front().span < b.evidence.front().span;
    });
    return std::move(found_);
  }

 private:
  // Of all claims within the window, those that contradict each other, the surest first.
  std::vector<Pair> Pairs() const {
    std::vector<Pair> pairs;
    for (size_t i = 0; i < claims_.size(); ++i) {
      for (size_t j = i + 1; j < claims_.size(); ++j) {
        const int gap = claims_[j].sentence - claims_[i].last_sentence;
        if (gap > kDenialWindow) break;
        const bool denial = claims_[i].denies || claims_[j].denies;
        if ((gap > kWindow && !denial) || sides_.OneVoice(claims_[i].who, claims_[j].who)) continue;
        Pair pair{i, j, {}, claims_[i].words, ContestBefore(claims_[i], claims_[j])};
        if (!Scored(pair)) continue;
        pairs.push_back(pair);
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.score.sum > b.score.sum; });
    return pairs;
  }

  bool Scored(Pair& pair) const {
    Claim one = claims_[pair.one];
    const Claim& other = claims_[pair.other];
    const bool within = one.words.overlaps(other.words);
    if (within || one.words.contains(other.who.span)) {
      const bool told = one.statement >= 0 &&
                        (!other.denies || Quoted(one) || one.last_sentence > one.sentence);  // by one, in his words
      if (within && (told || other.words.begin <= one.words.begin)) return false;
      if (within || other.denies) one.words = d_.content().Trim({one.words.begin, BeforeDenial(one.words, other)});
      one.content = words_.Read(one.words, false);
      if (one.content.terms.empty()) return false;
      pair.told = one.words;
    }
    const PairPlace place{Between(pair.one, pair.other), Reach(pair.contest)};
    pair.score = scorer_.Score(one, other, place);
    return pair.score.sum >= kEnough && scorer_.Stands(one, other, pair.score);
  }

  bool Quoted(const Claim& claim) const {
    return d_.in().told.statements()[static_cast<size_t>(claim.statement)].form == StatementForm::kDirect;
  }

  // Where a side's words end when another's answer is appended to them: before "which the rebels deny", "an accusation
  // dismissed by the ministry".
  uint32_t BeforeDenial(Span words, const Claim& denial) const {
    const Tree& t = d_.in().trees[static_cast<size_t>(denial.sentence)];
    const int w = words_.WordsOf(denial.words).first;
    uint32_t end = denial.words.begin;
    if (w < 0) return end;
    if (words.contains(denial.who.span)) end = std::min(end, denial.who.span.begin);
    int first = w;
    while (first > 0 && t.word(first).span.begin > end) --first;
    // "an accusation the group has denied": the noun, and what stands before it.
    while (first > 0 && t.word(first - 1).span.begin > words.begin && BelongsToDenial(t.word(first - 1))) --first;
    return std::min(end, t.word(first).span.begin);
  }

  bool BelongsToDenial(const ParsedWord& word) const {
    const std::string lemma = LowerAscii(word.lemma);
    return word.upos == Upos::kDet || word.upos == Upos::kPunct || lemma == "which" || lemma == "have" ||
           lemma == "be" || d_.InClass("accusation", lemma) || d_.InClass("dispute_but", lemma);
  }

  static double Reach(const Contest* contest) {
    if (contest == nullptr) return 0;
    return contest->open || contest->sides.size() > 1 ? 1 : kByTheWay;
  }

  int Between(size_t i, size_t j) const {
    int between = 0;
    for (size_t k = i + 1; k < j; ++k) {
      const Claim& claim = claims_[k];
      const bool apart = !claim.words.overlaps(claims_[i].words) && !claim.words.overlaps(claims_[j].words);
      if (apart && !sides_.OneVoice(claim.who, claims_[i].who) && !sides_.OneVoice(claim.who, claims_[j].who))
        ++between;
    }
    return between;
  }

  const Contest* ContestBefore(const Claim& one, const Claim& other) const {
    for (const Contest& contest : contests_) {
      const int gap = one.sentence - contest.sentence;
      if (gap < 0 || other.sentence - contest.sentence > kContestReach + 1 || gap > kContestReach) continue;
      if (contest.sides.size() > 1 && !contest.several &&
          (!sides_.Has(contest.sides, one.who) || !sides_.Has(contest.sides, other.who)))
        continue;
      return &contest;
    }
    return nullptr;
  }

  bool Told(const Contest& contest) const {
    return std::any_of(found_.begin(), found_.end(), [&](const Dispute& known) {
      return std::any_of(known.evidence.begin(), known.evidence.end(),
                         [&](const Evidence& words) { return words.span.overlaps(contest.words); });
    });
  }

  void Named(const Contest& contest) {
    Dispute dispute;
    dispute.subject = contest.topic;
    for (const ActorRef& side : contest.sides) dispute.sides.push_back({side, contest.topic});
    dispute.evidence.push_back({"subject", contest.topic});
    if (contest.words != contest.topic) dispute.evidence.push_back({"trigger", contest.words});
    dispute.confidence = 0.7;
    dispute.by.rule = contest.mutual ? "dispute:accuse each other" : "dispute:named as a dispute";
    if (!Known(dispute)) found_.push_back(std::move(dispute));
  }

  // "rejected Norvia's claim": Norvia's words are those of the denial where the report gives none.
  void OfOwner(const Claim& denial) {
    const ActorRef& owner = denial.whose.front();
    if (sides_.OneVoice(owner, denial.who)) return;
    Dispute dispute;
    dispute.subject = denial.object.empty() ? denial.words : denial.object;
    dispute.sides = {{owner, dispute.subject}, {denial.who, denial.words}};
    dispute.evidence = {{"subject", dispute.subject}, {"holds", denial.words}};
    dispute.confidence = 0.8;
    dispute.by.rule = "dispute:told and denied";
    if (!Known(dispute)) found_.push_back(std::move(dispute));
  }

  bool IsTold(const Contest& contest) const {
    return std::any_of(found_.begin(), found_.end(), [&](const Dispute& known) {
      return known.subject == contest.topic && known.sides.front().holds != contest.topic;
    });
  }

  // "condemned the attack": a thing alone does not say what a side holds of it.
  Span WithCue(const Claim& claim, Span words) const {
    constexpr uint32_t kBeside = 2;  // bytes between the cue and what it is said of
    const bool beside = !claim.cue.empty() && claim.cue.end <= words.begin && words.begin <= claim.cue.end + kBeside;
    return beside && !words_.HasVerb(words) ? Span{claim.cue.begin, words.end} : words;
  }

  void Add(const Pair& pair) {
    const Claim &one = claims_[pair.one], &other = claims_[pair.other];
    Dispute dispute;
    dispute.subject = pair.contest != nullptr ? pair.contest->topic : pair.told;
    dispute.sides = {{one.who, WithCue(one, pair.told)}, {other.who, WithCue(other, other.words)}};
    dispute.evidence.push_back({"subject", dispute.subject});
    if (pair.contest != nullptr) dispute.evidence.push_back({"trigger", pair.contest->words});
    for (const DisputeSide& side : dispute.sides) dispute.evidence.push_back({"holds", side.holds});
    dispute.confidence = std::min(0.95, 0.5 + 0.25 * pair.score.sum);
    dispute.by.rule = Rule(pair);
    dispute.by.steps = pair.score.Steps();
    if (!Known(dispute, pair.contest)) found_.push_back(std::move(dispute));
  }

  static std::string Rule(const Pair& pair) {
    const auto has = [&](Sign sign) { return pair.score.amounts[static_cast<size_t>(sign)] > 0; };
    if (pair.contest != nullptr) return "dispute:left open";
    if (has(Sign::kLinked) || has(Sign::kNear)) return "dispute:told and denied";
    if (has(Sign::kRefusal)) return "dispute:asked and refused";
    if (has(Sign::kBack)) return "dispute:accuse each other";
    if (has(Sign::kNumbers)) return "dispute:count differently";
    if (has(Sign::kStance)) return "dispute:for and against";
    return "dispute:told differently";
  }

  // One dispute a thing: a further exchange of the same sides on the same subject is more evidence for it, and words
  // that one dispute rests on make no second one.
  bool Known(const Dispute& more, const Contest* contest = nullptr) {
    for (Dispute& known : found_) {
      const bool words = SameWords(known, more), sides = SidesMeet(known, more);
      if (words && !sides) return true;
      const bool of_contest = contest != nullptr && known.evidence.front().span.overlaps(contest->words);
      if (!sides || (!words && !of_contest && !SameQuarrel(known, more))) continue;
      if (known.sides.front().holds == known.sides.back().holds) {
        for (DisputeSide& side : known.sides) Hold(more, side);
      }
      for (const Evidence& evidence : more.evidence) {
        const bool there = std::any_of(known.evidence.begin(), known.evidence.end(),
                                       [&](const Evidence& old) { return old.span == evidence.span; });
        if (!there && evidence.role == "holds") known.evidence.push_back(evidence);
      }
      return true;
    }
    return false;
  }

  // A side that was only named: its own words.
  void Hold(const Dispute& more, DisputeSide& side) const {
    for (const DisputeSide& other : more.sides) {
      if (sides_.SameSide(side.who, other.who)) side.holds = other.holds;
    }
  }

  // Near each other, and some words of the one are among the other's.
  bool SameQuarrel(const Dispute& known, const Dispute& more) const {
    if (std::abs(words_.SentenceAt(known.evidence.back().span) - words_.SentenceAt(more.subject)) > kSameQuarrel)
      return false;
    return std::any_of(known.evidence.begin(), known.evidence.end(), [&](const Evidence& old) {
      return std::any_of(more.evidence.begin(), more.evidence.end(), [&](const Evidence& now) {
        return old.role == "holds" && now.role == "holds" &&
               words_.Compare(words_.Read(old.span, false), words_.Read(now.span, false)).words >= kSameSubject;
      });
    });
  }

  bool SidesMeet(const Dispute& known, const Dispute& more) const {
    return std::all_of(more.sides.begin(), more.sides.end(), [&](const DisputeSide& side) {
      return std::any_of(known.sides.begin(), known.sides.end(),
                         [&](const DisputeSide& other) { return sides_.SameSide(side.who, other.who); });
    });
  }

  static bool SameWords(const Dispute& known, const Dispute& more) {
    return std::any_of(more.sides.begin(), more.sides.end(), [&](const DisputeSide& side) {
      return std::any_of(known.sides.begin(), known.sides.end(),
                         [&](const DisputeSide& other) { return side.holds.overlaps(other.holds); });
    });
  }

  const Dealings& d_;
  DisputeWords words_;
  DisputeSides sides_;
  PairScorer scorer_;
  std::vector<Contest> contests_;
  std::vector<Claim> claims_;
  std::vector<Dispute> found_;
};

}  // namespace

std::vector<Dispute> FindDisputes(const Dealings& dealings, const std::vector<Position>& positions,
                                  const std::vector<Agreement>& agreements) {
  return Finder(dealings, positions, agreements).Find();
}

}  // namespace rapporteur
