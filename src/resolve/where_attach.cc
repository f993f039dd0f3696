// PlaceOf: which place belongs to which predicate.
#include <algorithm>

#include "base/among.h"
#include "resolve/when_occasion.h"
#include "resolve/when_words.h"
#include "resolve/where.h"

namespace rapporteur {
namespace {

constexpr int kMostSteps = 8;
constexpr int kBeside = 2;    // the weakest: in another phrase of the verb
constexpr int kLocative = 6;  // the surest tie: in, at, near

bool IsLocative(std::string_view preposition) {
  return Among(preposition,
               {"in",      "at",       "near",       "inside",   "outside", "around", "across",           "throughout",
                "within",  "over",     "off",        "along",    "above",   "beyond", "off the coast of", "in front of",
                "next to", "close to", "outside of", "inside of"});
}

// Where a movement ends: to Moscow, left for Geneva, marched on Rome.
bool IsGoal(std::string_view preposition, std::string_view lemma) {
  if (preposition == "for") return Among(lemma, {"leave", "head", "depart", "sail", "fly", "bind", "set"});
  if (preposition == "on") return Among(lemma, {"march", "advance", "fire", "descend", "converge"});
  return Among(preposition, {"to", "into", "toward", "towards", "onto"});
}

// Verbs that take one to a place: their goal is where they happen.
bool Moves(std::string_view lemma) {
  return Among(lemma, {"go",      "come",    "travel", "fly",    "arrive",  "return",    "move",       "head",
                       "march",   "advance", "enter",  "deploy", "send",    "dispatch",  "flee",       "leave",
                       "drive",   "sail",    "cross",  "push",   "retreat", "withdraw",  "visit",      "trip",
                       "deliver", "ship",    "bring",  "take",   "invite",  "fire",      "infiltrate", "break",
                       "roll",    "pour",    "rush",   "escape", "deport",  "extradite", "transfer"});
}

// Verbs and nouns whose object, where it is a place, is where they happen.
bool ActsOnPlace(std::string_view lemma) {
  return Among(lemma, {"visit",    "enter",    "leave",       "bomb",       "shell",       "capture",    "seize",
                       "attack",   "strike",   "hit",         "raid",       "storm",       "besiege",    "recapture",
                       "retake",   "invade",   "occupy",      "reach",      "rock",        "target",     "pound",
                       "blockade", "cross",    "bombard",     "overrun",    "take",        "liberate",   "recover",
                       "surround", "evacuate", "destroy",     "burn",       "loot",        "control",    "hold",
                       "lose",     "tour",     "flee",        "shake",      "annex",       "patrol",     "encircle",
                       "bombing",  "shelling", "bombardment", "siege",      "invasion",    "occupation", "blockade",
                       "raid",     "strike",   "airstrike",   "assault",    "offensive",   "capture",    "fall",
                       "battle",   "visit",    "annexation",  "liberation", "evacuation",  "storming",   "recapture",
                       "takeover", "seizure",  "trip",        "tour",       "encirclement"});
}

// Words for a part or neighbourhood of the place that follows with "of".
bool IsPartOfPlace(std::string_view lemma) {
  return Among(lemma,
               {"outskirts", "outskirt",     "suburb",        "north",       "south",      "east",       "west",
                "northeast", "northwest",    "southeast",     "southwest",   "center",     "centre",     "city",
                "town",      "village",      "capital",       "province",    "region",     "district",   "state",
                "island",    "port",         "part",          "area",        "edge",       "heart",      "vicinity",
                "territory", "neighborhood", "neighbourhood", "streets",     "street",     "border",     "coast",
                "strip",     "peninsula",    "enclave",       "governorate", "county",     "camp",       "base",
                "airport",   "valley",       "side",          "countryside", "rest",       "kilometer",  "kilometre",
                "mile",      "km",           "people",        "waters",      "sky",        "stronghold", "headquarters",
                "embassy",   "hotel",        "hospital",      "mosque",      "church",     "square",     "palace",
                "prison",    "ministry",     "market",        "school",      "university", "site",       "zone",
                "crossing",  "checkpoint"});
}

class PlaceAttacher {
 public:
  PlaceAttacher(const Tree& tree, int sentence, std::span<const PlaceMention> mentions) : tree_(tree) {
    for (const PlaceMention& mention : mentions) {
      if (mention.sentence == sentence && !mention.dateline && !mention.part) here_.push_back(&mention);
    }
  }

  const PlaceMention* Of(int predicate) const {
    if (here_.empty()) return nullptr;
    int w = predicate;
    for (int steps = 0; steps < kMostSteps && w >= 0; ++steps) {
      if (const PlaceMention* own = Own(w)) return own;
      w = OccasionAbove(tree_, w);
    }
    return nullptr;
  }

 private:
  const PlaceMention* Own(int w) const {
    const PlaceMention* best = nullptr;
    int best_rank = 0;
    for (const PlaceMention* mention : here_) {
      if (w >= mention->first && w <= mention->last) continue;
      int rank = RankOf(w, *mention);
      if (rank == 0 || (mention->actor && rank < kLocative)) continue;
      rank = rank * 4 + (mention->state ? 0 : mention->region ? 1 : 2);
      if (rank > best_rank) {
        best = mention;
        best_rank = rank;
      }
    }
    return best;
  }

  // 0: the place is not w's; else how surely it is.
  int RankOf(int w, const PlaceMention& mention) const {
    int at = mention.head;
    bool through_part = false, through_place = false;
    for (int steps = 0; steps < kMostSteps; ++steps) {
      const int up = tree_.head(at);
      if (up < 0) return 0;
      const std::string preposition = tree_.preposition(at);
      if (up == w) {
        const int rank = RankOfArgument(w, at, preposition, through_part);
        return rank == 0 && through_place ? RankOfInner(at, preposition) : rank;
      }
      if (IsClauseHead(tree_, up)) return 0;
      // Up through nouns: in the city of X, on the outskirts of X, at a hotel in X, the X suburb, X and Y.
      const Rel rel = BaseRel(tree_.rel(at));
      const bool part = IsPartOfPlace(tree_.word(up).lemma);
      const bool same = rel == Rel::kFlat || rel == Rel::kConj || rel == Rel::kAppos;
      if (!part && !same && !IsLocative(preposition)) return 0;
      through_part = through_part || part;
      through_place = through_place || IsLocative(preposition);
      at = up;
    }
    return 0;
  }

  // "on Friday in New York", "fired on protesters in Aleppo": the place stands beside another oblique of the verb.
  int RankOfInner(int argument, const std::string& preposition) const {
    if (BaseRel(tree_.rel(argument)) != Rel::kObl) return 0;
    const DateWordClass cls = FindDateWord(LowerAscii(tree_.word(argument).form), true).cls;
    if (cls != DateWordClass::kNone) return kLocative;
    return Among(preposition, {"on", "against", "with", "to", "by"}) ? kBeside : 0;
  }

  int RankOfArgument(int w, int argument, const std::string& preposition, bool through_part) const {
    const std::string& lemma = tree_.word(w).lemma;
    const Rel rel = BaseRel(tree_.rel(argument));
    const bool clause = IsClauseHead(tree_, w);
    if (rel == Rel::kObl || rel == Rel::kNmod || rel == Rel::kAdvmod) {
      if (IsLocative(preposition)) return kLocative;
      if (preposition == "on" && through_part) return kLocative;
      if (Among(preposition, {"north of", "south of", "east of", "west of"})) return kLocative;
      if (IsGoal(preposition, lemma) && Moves(lemma)) return 5;
      if (Among(preposition, {"of", "on", "against"}) && !clause && ActsOnPlace(lemma)) return 5;
      if (preposition == "from" && Among(lemma, {"withdraw", "retreat", "evacuate", "flee", "withdrawal", "retreat",
                                                 "leave", "pull", "report", "pullout"}))
        return 4;
      if (preposition.empty() && !clause && tree_.rel(argument) != Rel::kNmodPoss) return 3;
      return 0;
    }
    if ((rel == Rel::kObj || tree_.rel(argument) == Rel::kNsubjPass) && ActsOnPlace(lemma)) return 5;
    if ((rel == Rel::kCompound || rel == Rel::kAmod) && argument < w && !clause) return 3;
    return 0;
  }

  const Tree& tree_;
  std::vector<const PlaceMention*> here_;
};

}  // namespace

std::optional<PlaceAnswer> PlaceOf(const Tree& tree, int sentence, int predicate,
                                   std::span<const PlaceMention> mentions) {
  if (const PlaceMention* mention = PlaceAttacher(tree, sentence, mentions).Of(predicate))
    return PlaceAnswer{*mention, false};
  for (const PlaceMention& mention : mentions) {
    if (mention.dateline) return PlaceAnswer{mention, true};
  }
  return std::nullopt;
}

}  // namespace rapporteur
