#include "coding/casualties.h"

#include <algorithm>
#include <cstdlib>

#include "base/among.h"
#include "coding/counts.h"

namespace rapporteur {
namespace {

constexpr int kMostWordsToState = 4;  // between a number and "dead"
constexpr int kMostWordsToTollNumber = 14;
constexpr int kMostSentencesBack = 3;  // for "no casualties"

enum class Kind : uint8_t { kKilled, kInjured, kArrested };

struct Casualty {
  int sentence = 0, word = 0;
  Kind kind = Kind::kKilled;
  SaidCount count;
  bool toll = false, none = false;  // a total; "no casualties"
};

std::optional<SaidCount>& Field(Counts& counts, Kind kind) {
  switch (kind) {
    case Kind::kKilled:
      return counts.killed;
    case Kind::kInjured:
      return counts.injured;
    default:
      return counts.arrested;
  }
}

// Finds the numbers of one sentence.
class Finder {
 public:
  Finder(const Tree& tree, int sentence, const WordClasses& classes, std::vector<Casualty>& found)
      : t_(tree), sentence_(sentence), classes_(classes), found_(found) {}

  void Find() {
    for (int w = 0; w < t_.size(); ++w) {
      State(w, "state-killed", Kind::kKilled);
      State(w, "state-injured", Kind::kInjured);
      State(w, "state-arrested", Kind::kArrested);
      if (InClass(classes_, "died", LowerAscii(t_.word(w).lemma))) Died(w);
      if (Is(w, "toll")) Toll(w);
      if (Is(w, "deaths")) Counted(w, Kind::kKilled);
      if (Is(w, "injuries")) Counted(w, Kind::kInjured);
      if (Is(w, "casualties")) None(w);
    }
  }

 private:
  std::string Lower(int w) const { return LowerAscii(t_.word(w).form); }
  bool Is(int w, std::string_view name) const {
    return InClass(classes_, name, Lower(w)) || InClass(classes_, name, LowerAscii(t_.word(w).lemma));
  }

  void Add(int word, Kind kind, std::optional<SaidCount> count, bool toll = false, bool none = false) {
    if (count) found_.push_back({sentence_, word, kind, *std::move(count), toll, none});
  }

  // "20 people dead", "12 wounded": the number stands before, with nothing but its noun between.
  void State(int w, std::string_view name, Kind kind) {
    const ParsedWord& word = t_.word(w);
    if (!InClass(classes_, name, Lower(w))) return;
    if (word.upos != Upos::kAdj && word.upos != Upos::kVerb && word.upos != Upos::kNoun && word.upos != Upos::kPropn)
      return;
    for (int v = w - 1; v >= 0 && v >= w - kMostWordsToState; --v) {
      const Upos upos = t_.word(v).upos;
      const bool number = upos == Upos::kNum || CountOf(t_, v);
      if (number && (upos == Upos::kNum || upos == Upos::kNoun || upos == Upos::kAdj || upos == Upos::kDet)) {
        const int part = t_.rel(v) == Rel::kNummod ? t_.head(v) : v;  // "72 people including nine children were killed"
        const bool of_all = Among(t_.preposition(part), {"including", "among"}) && t_.head(part) >= 0;
        return Add(w, kind, of_all ? CountOfAll(t_, t_.head(part), true) : CountOf(t_, v));
      }
      if (upos != Upos::kNoun && upos != Upos::kAdj && upos != Upos::kAux && Lower(v) != "people" &&
          Lower(v) != "others")
        return;
    }
  }

  // "Six villagers died after soldiers shelled the market".
  void Died(int w) {
    const int who = t_.child(w, {Rel::kNsubj});
    if (IsVerbal(t_.word(w)) && who >= 0) Add(w, Kind::kKilled, CountOfAll(t_, who, true));
  }

  // "14 deaths", "nine lives", "the lives of 11 sailors".
  void Counted(int w, Kind kind) {
    if (auto own = CountOf(t_, w)) return Add(w, kind, std::move(own));
    for (int c : t_.children(w)) {
      if (c > w && t_.preposition(c) == "of") return Add(w, kind, CountOfAll(t_, c, true));
    }
  }

  // "The death toll from X rose to at least 34", "a toll of 20", "bringing the toll to nine".
  void Toll(int w) {
    for (int v = w + 1; v < t_.size() && v <= w + kMostWordsToTollNumber; ++v) {
      if (t_.word(v).upos != Upos::kNum || t_.rel(v) == Rel::kFlat) continue;
      const auto count = CountOf(t_, v);
      if (!count) continue;
      int before = v;
      while (before > w && t_.word(before - 1).span.begin >= count->span.begin) --before;
      const std::string lead = before > 0 ? Lower(before - 1) : "";
      const bool led = Among(lead, {"to", "at", "of", "is", "was", "reached", "hit", "passed", "topped", "exceeded",
                                    "past", "above", "surpassed", ":"});
      if (led) return Add(w, Kind::kKilled, count, true);
    }
  }

  // "There were no casualties", "without casualties"; not "no reports of casualties".
  void None(int w) {
    const int before = t_.first(w) == w ? w : t_.first(w);
    for (int v = before; v < w; ++v) {
      if (Lower(v) != "no" && Lower(v) != "without") continue;
      if (t_.head(v) != w) continue;
      SaidCount none;
      none.said = t_.word(v).form;
      none.span = t_.word(v).span;
      Add(w, Kind::kKilled, none, false, true);
      Add(w, Kind::kInjured, none, false, true);
      return;
    }
  }

  const Tree& t_;
  int sentence_;
  const WordClasses& classes_;
  std::vector<Casualty>& found_;
};

class Binder {
 public:
  Binder(const std::vector<Tree>& trees, const PropositionLayer& layer, const WordClasses& classes,
         std::vector<CodedEvent>& events)
      : trees_(trees), layer_(layer), classes_(classes), events_(events) {}

  void Bind(const Casualty& casualty) {
    CodedEvent* event = InSentence(casualty);
    if (event == nullptr && (casualty.toll || casualty.none)) event = Before(casualty);
    if (event == nullptr) return;
    std::optional<SaidCount>& field = Field(event->event.counts, casualty.kind);
    if (field && !casualty.toll) return;
    field = casualty.count;
    event->event.evidence.push_back({"count", casualty.count.span});
  }

 private:
  const Proposition& at(const CodedEvent& e) const { return layer_.all[static_cast<size_t>(e.proposition)]; }

  // How well an event's kind suits: 0 not at all.
  static int Suits(const Event& event, Kind kind) {
    if (event.status == EventStatus::kNegated) return 0;
    if (kind == Kind::kArrested) return event.type == "COERCE" && event.mode == "arrest" ? 2 : 0;
    if (event.type == "ASSAULT") return 2;
    return event.type == "PROTEST" && Among(event.mode, {"riot"}) ? 1 : 0;
  }

  bool Known(const CodedEvent& coded, const Casualty& casualty) const {
    const Counts& counts = coded.event.counts;
    const std::optional<SaidCount>& field = casualty.kind == Kind::kKilled    ? counts.killed
                                            : casualty.kind == Kind::kInjured ? counts.injured
                                                                              : counts.arrested;
    return field && !casualty.toll;
  }

  // The suitable event of the sentence, nearest to the words; one that has such a count already stands back, and so
  // does every other when the words are that very count.
  CodedEvent* InSentence(const Casualty& casualty) {
    CodedEvent* best = nullptr;
    int most = -1000000;
    for (CodedEvent& coded : events_) {
      if (at(coded).sentence != casualty.sentence) continue;
      const int suits = Suits(coded.event, casualty.kind);
      if (suits == 0) continue;
      if (!casualty.none && Tells(coded.event, casualty)) return nullptr;
      const int score = suits * 1000 - (coded.unnamed ? 800 : 0) - (Known(coded, casualty) ? 500 : 0) -
                        std::abs(at(coded).word - casualty.word);
      if (score <= most) continue;
      most = score;
      best = &coded;
    }
    return best;
  }

  // Whether the event has these words as one of its counts.
  static bool Tells(const Event& event, const Casualty& casualty) {
    return std::any_of(event.evidence.begin(), event.evidence.end(),
                       [&](const Evidence& e) { return e.role == "count" && e.span.overlaps(casualty.count.span); });
  }

  // The last violence told in an earlier sentence; none where the words are about a disaster.
  CodedEvent* Before(const Casualty& casualty) {
    const Tree& t = trees_[static_cast<size_t>(casualty.sentence)];
    for (int w = 0; w < t.size(); ++w) {
      const std::string lemma = LowerAscii(t.word(w).lemma);
      if (InClass(classes_, "disaster", lemma) || InClass(classes_, "disease", lemma)) return nullptr;
    }
    CodedEvent* best = nullptr;
    for (CodedEvent& coded : events_) {
      const Proposition& p = at(coded);
      if (coded.unnamed || p.sentence >= casualty.sentence || Suits(coded.event, casualty.kind) < 2) continue;
      const bool told = coded.event.status == EventStatus::kActual || coded.event.status == EventStatus::kOngoing;
      const bool near = casualty.sentence - p.sentence <= kMostSentencesBack;
      if (!told || (casualty.none && (!near || Known(coded, casualty)))) continue;
      if (best == nullptr || at(*best).sentence < p.sentence ||
          (at(*best).sentence == p.sentence && at(*best).word < p.word)) {
        best = &coded;
      }
    }
    return best;
  }

  const std::vector<Tree>& trees_;
  const PropositionLayer& layer_;
  const WordClasses& classes_;
  std::vector<CodedEvent>& events_;
};

}  // namespace

void BindCasualties(const std::vector<Tree>& trees, const PropositionLayer& layer, const WordClasses& classes,
                    std::vector<CodedEvent>& events) {
  if (events.empty()) return;
  std::vector<Casualty> found;
  for (size_t s = 0; s < trees.size(); ++s) Finder(trees[s], static_cast<int>(s), classes, found).Find();
  Binder binder(trees, layer, classes, events);
  for (const Casualty& casualty : found) binder.Bind(casualty);
}

}  // namespace rapporteur
