#include "coding/dispute_pairs.h"

#include <algorithm>
#include <cstdio>

namespace rapporteur {
namespace {

constexpr double kMostShared = 3;
constexpr double kMostOpposite = 2;
constexpr double kSomething = 0.65;  // shared: about one word, or a synonym
constexpr double kMuch = 1.5;
constexpr double kMatter = 1.0;    // of one matter for and against
constexpr size_t kFewTerms = 4;    // of a claim that is all one "not"
constexpr double kBesides = 0.35;  // shared beyond the predicate
constexpr int kMostBetween = 4;
constexpr int kAnswerWithin = 3;  // sentences between a charge and "denied it"

constexpr std::array<std::string_view, static_cast<size_t>(Sign::kCount)> kNames = {
    "bias",     "shared",  "opposite",  "contradicted", "merely",  "same",    "negation",  "polarity",
    "numbers",  "denial",  "linked",    "loose",        "near",    "firm",    "stands",    "answer",
    "contrary", "against", "charged",   "back",         "named",   "stance",  "same_item", "refusal",
    "contest",  "view",    "such",      "plain",        "beside",  "pronoun", "ellipsis",  "direct",
    "gap",      "between", "one_state", "unlisted",     "private", "also"};

static_assert(!kNames.back().empty(), "each sign has a name");

}  // namespace

std::vector<std::string> PairScore::Steps() const {
  std::vector<std::string> steps;
  for (size_t i = 1; i < amounts.size(); ++i) {
    if (amounts[i] == 0) continue;
    std::array<char, 16> amount{};
    std::snprintf(amount.data(), amount.size(), " %.1f", amounts[i]);
    steps.push_back(std::string(kNames[i]) + amount.data());
  }
  return steps;
}

PairScorer::PairScorer(const Dealings& dealings, const DisputeWords& words, const DisputeSides& sides)
    : d_(dealings), words_(words), sides_(sides) {
  for (const DisputeWeight& line : d_.in().lexicon.dispute_weights()) {
    const auto* const name = std::find(kNames.begin(), kNames.end(), line.feature);
    if (name != kNames.end()) weights_[static_cast<size_t>(name - kNames.begin())] = line.weight;
  }
}

PairScore PairScorer::Without(PairScore score, Sign sign) const {
  const auto at = static_cast<size_t>(sign);
  score.sum -= weights_[at] * score.amounts[at];
  score.amounts[at] = 0;
  return score;
}

PairScore PairScorer::Score(const Claim& one, const Claim& other, const PairPlace& place) const {
  PairScore score;
  const auto set = [&](Sign sign, double amount) { score.amounts[static_cast<size_t>(sign)] = amount; };
  const Likeness like = words_.Compare(one.content, other.content);
  const int gap = std::max(0, other.sentence - one.last_sentence);
  const bool follows = gap <= 1 && place.between == 0;
  const bool it = other.content.pronoun && follows;
  const bool topic = like.shared >= kSomething || it;
  const bool charged = Charges(one, other.who), back = Charges(other, one.who);
  set(Sign::kBias, 1);
  set(Sign::kShared, std::min(kMostShared, like.shared));
  set(Sign::kOpposite, topic ? std::min(kMostOpposite, like.opposite) : 0);
  set(Sign::kContradicted, std::min(1.0, like.contradicted));
  const bool differ = like.opposite >= kSomething || like.contradicted >= kSomething || like.negation || like.polarity;
  set(Sign::kMerely, !topic && like.opposite >= kSomething ? 1 : 0);
  set(Sign::kSame, like.shared >= kMuch && !differ ? 1 : 0);
  set(Sign::kNegation, like.negation && topic ? 1 : 0);
  set(Sign::kPolarity, like.polarity && topic ? 1 : 0);
  const bool against = words_.SetAgainst(other.cue.empty() ? other.words : other.cue) ||
                       (gap == 0 && words_.SetAgainst(one.cue.empty() ? one.words : one.cue));
  const bool counts = like.numbers && (other.counts || other.firm || ((against || one.view) && topic));
  set(Sign::kNumbers, counts ? 1 : 0);
  set(Sign::kPronoun, it && differ ? 1 : 0);
  set(Sign::kEllipsis, it && other.content.terms.empty() && like.negation ? 1 : 0);
  set(Sign::kDirect, follows && topic && (like.opposite >= kSomething || counts) ? 1 : 0);
  const Claim* const denial = other.denies ? &other : one.denies ? &one : nullptr;
  if (denial != nullptr) {
    const bool linked = Linked(*denial, denial == &other ? one : other, like, place);
    const bool near = !linked && denial == &other && Near(other, one, place);
    const bool first = denial == &one && follows && !denial->bare;  // the other side may answer the denial
    set(Sign::kDenial, linked || near || first ? 1 : 0);
    if (!first || linked) set(linked ? Sign::kLinked : near ? Sign::kNear : Sign::kLoose, 1);
  }
  set(Sign::kFirm, other.firm && !other.denies ? 1 : 0);
  set(Sign::kStands, other.firm && !other.denies && topic && follows ? 1 : 0);
  set(Sign::kAnswer, other.answers && follows && (topic || like.negation) ? 1 : 0);
  set(Sign::kContrary, follows && IsContrary(other) ? 1 : 0);
  set(Sign::kAgainst, against ? 1 : 0);
  set(Sign::kCharged, charged ? 1 : 0);
  set(Sign::kBack, charged && back && other.charges ? 1 : 0);
  set(Sign::kNamed, Names(one, other.who) || Names(other, one.who) ? 1 : 0);
  set(Sign::kStance, one.stance() * other.stance() < 0 && (it || like.words >= kMatter) ? 1 : 0);
  set(Sign::kSameItem, one.stance() * other.stance() < 0 && SameItem(one, other) ? 1 : 0);
  set(Sign::kRefusal, gap <= 2 && Asked(one, other, like, charged, follows) ? 1 : 0);
  set(Sign::kContest, place.contest);
  set(Sign::kView, one.view && other.view && gap == 0 ? 1 : other.view && follows && topic ? 0.5 : 0);
  const bool such = other.stance() < 0 && words_.HasClass(other.words, "dispute_such");
  set(Sign::kSuch, such && follows && !other.denies ? 1 : 0);
  set(Sign::kPlain, (one.plain ? 1 : 0) + (other.plain ? 1 : 0));
  set(Sign::kBeside, against && gap == 0 && (one.plain || other.plain) ? 1 : 0);
  // What is surely an answer may come late.
  const bool answered =
      score.amounts[static_cast<size_t>(Sign::kLinked)] + score.amounts[static_cast<size_t>(Sign::kNear)] > 0;
  set(Sign::kGap, answered ? gap / 2.0 : gap);
  set(Sign::kBetween, std::min(kMostBetween, place.between));
  set(Sign::kOneState, !one.who.code.empty() && one.who.code == other.who.code ? 1 : 0);
  set(Sign::kUnlisted, one.who.actor < 0 || other.who.actor < 0 ? 1 : 0);
  set(Sign::kPrivate, !sides_.IsPublic(one.who) && !sides_.IsPublic(other.who) ? 1 : 0);
  set(Sign::kAlso, Agrees(other) ? 1 : 0);
  for (size_t i = 0; i < weights_.size(); ++i) score.sum += weights_[i] * score.amounts[i];
  return score;
}

bool PairScorer::Stands(const Claim& one, const Claim& other, const PairScore& score) const {
  const auto has = [&](Sign sign) { return score.amounts[static_cast<size_t>(sign)] > 0; };
  if (sides_.IsPartOf(one.who, other.who)) return false;
  const bool may_tell = sides_.MayTell(one.who) && sides_.MayTell(other.who);
  if (has(Sign::kContest)) return (Asserts(one) || Asserts(other)) && may_tell;
  if (has(Sign::kLinked) || has(Sign::kNear) || has(Sign::kNumbers)) return may_tell;
  if ((!one.view && sides_.IsOwner(one.who)) || (!other.view && sides_.IsOwner(other.who))) return false;
  if (has(Sign::kRefusal)) return sides_.IsParty(one.who) && sides_.IsParty(other.who);
  if (one.denies || other.denies || (one.plain && other.plain)) return false;
  const bool bare = !one.view && !has(Sign::kStance) && !has(Sign::kSameItem);
  if (bare && one.content.terms.size() < 2) return false;
  return sides_.IsParty(one.who) && sides_.IsParty(other.who) && Opposed(other, score);
}

// Something that cannot both be so, or be had: opposite words, other numbers, a refusal, an answer.
bool PairScorer::Opposed(const Claim& other, const PairScore& score) const {
  const auto amount = [&](Sign sign) { return score.amounts[static_cast<size_t>(sign)]; };
  if (amount(Sign::kOpposite) >= kSomething) return true;
  // The same predicate, and of the same thing: not only "causing damage" and "causing no injuries".
  const bool besides = amount(Sign::kShared) - amount(Sign::kContradicted) >= kBesides;
  if (amount(Sign::kContradicted) >= kSomething && (besides || other.content.terms.size() <= kFewTerms)) return true;
  for (const Sign sign : {Sign::kPolarity, Sign::kEllipsis, Sign::kNumbers, Sign::kStance, Sign::kSameItem,
                          Sign::kRefusal, Sign::kBack, Sign::kSuch}) {
    if (amount(sign) > 0) return true;
  }
  if (amount(Sign::kView) == 1) return true;
  const bool answers = amount(Sign::kAnswer) + amount(Sign::kContrary) + amount(Sign::kStands) > 0;
  if (amount(Sign::kNegation) > 0) return answers || other.firm || amount(Sign::kAgainst) > 0;
  // "A says that he should go, while B insists that it is up to the people"
  if (amount(Sign::kStands) > 0 && amount(Sign::kAgainst) > 0) return true;
  return answers && (amount(Sign::kCharged) > 0 || amount(Sign::kAnswer) > 0);
}

// Whether a denial is of what was told: whose it is, the same words, the charge against the denier, "it" right after.
bool PairScorer::Linked(const Claim& denial, const Claim& told, const Likeness& like, const PairPlace& place) const {
  const int gap = denial.sentence - told.last_sentence;
  if (!denial.whose.empty()) return Asserts(told) && sides_.OneVoice(denial.whose.front(), told.who);
  const bool before = told.words.begin < denial.words.begin, charged = Charges(told, denial.who);
  if (!Asserts(told) || (denial.bare && !before)) return false;
  if (!before && !charged && !told.answers && !told.firm) return false;
  if (denial.bare && before) {
    if (told.charges && charged && gap <= kAnswerWithin) return true;
    if (gap <= 1 && place.between == 0) return !told.denies && !told.refuses;
  }
  const bool part = words_.HasClass(denial.object, "dispute_deed");  // "any involvement": in what was charged
  if (part && charged && before && denial.strict && gap <= kAnswerWithin) return true;
  const bool next = std::abs(gap) <= 1 || (gap == 2 && place.between == 0);
  return like.words >= kSomething && (charged || next || like.shared >= kMuch);
}

// Whether a claim says how things are, and not what somebody wants, will do or turns down.
bool PairScorer::Asserts(const Claim& claim) const {
  if (claim.charges) return true;
  if (claim.asks || claim.refuses || claim.words.of(d_.in().text).starts_with("to ")) return false;
  return claim.position == nullptr || claim.statement >= 0;
}

// A denial in words of its own of what the last speaker before it told against somebody.
bool PairScorer::Near(const Claim& denial, const Claim& told, const PairPlace& place) const {
  const int gap = denial.sentence - told.last_sentence;
  if (!denial.whose.empty() || told.denies || !Asserts(told) || place.between > 0 || gap > kAnswerWithin) return false;
  return told.charges || told.content.esteem < 0 || Charges(told, denial.who) || Names(told, denial.who) ||
         (denial.bare && gap <= 2);
}

// Whether a claim tells of somebody's misdeed or demand of him; what is said of his state's rebels is none of him.
bool PairScorer::Charges(const Claim& claim, const ActorRef& who) const {
  return std::any_of(claim.blames.begin(), claim.blames.end(), [&](const ActorRef& blamed) {
    return sides_.OneVoice(blamed, who) || (sides_.SameSide(blamed, who) && !sides_.SameSide(claim.who, who));
  });
}

bool PairScorer::IsContrary(const Claim& claim) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(claim.sentence)];
  const std::string lower = LowerAscii(t.span(0, t.size() - 1).of(d_.in().text));
  return words_.FindPhrase(lower, "dispute_contrary", false) != std::string::npos;
}

bool PairScorer::Asked(const Claim& one, const Claim& other, const Likeness& like, bool charged, bool follows) {
  const bool asks = one.asks || one.stance() > 0;
  const bool refuses = other.refuses || (other.stance() < 0 && !other.charges);
  return asks && refuses && (charged || (follows && like.shared >= kSomething));
}

// An agreement or talks that both are about.
bool PairScorer::SameItem(const Claim& one, const Claim& other) const {
  if (one.position == nullptr || other.position == nullptr) return false;
  for (const About& a : one.position->about) {
    for (const About& b : other.position->about) {
      if (a.item && b.item && *a.item == *b.item && a.item->kind != ItemKind::kActor) return true;
    }
  }
  return one.position->proposition == other.position->proposition;
}

// "X also said", "agreed", "confirmed": of one mind with what was said before.
bool PairScorer::Agrees(const Claim& claim) const {
  const int w = claim.cue.empty() ? -1 : words_.WordsOf(claim.cue).first;
  if (w < 0) return false;
  const Tree& t = d_.in().trees[static_cast<size_t>(words_.SentenceAt(claim.cue))];
  const auto below = t.children(w);
  return d_.InClass("dispute_also", LowerAscii(t.word(w).lemma)) || std::any_of(below.begin(), below.end(), [&](int c) {
           return t.rel(c) == Rel::kAdvmod && d_.InClass("dispute_also", LowerAscii(t.word(c).lemma));
         });
}

bool PairScorer::Names(const Claim& claim, const ActorRef& who) const {
  return who.actor >= 0 &&
         std::find(claim.content.actors.begin(), claim.content.actors.end(), who.actor) != claim.content.actors.end();
}

}  // namespace rapporteur
