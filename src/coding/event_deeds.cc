#include "coding/event_deeds.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int kMaxClimb = 3;

// Prepositions under which a noun tells how or where the same deed was done: "killed in a raid", "opened with a
// strike".
bool TellsHow(std::string_view preposition) {
  return Among(preposition, {"in", "by", "with", "during", "through", "via", "under", "of", "as", "amid"});
}

class Uniter {
 public:
  Uniter(const PropositionLayer& layer, const WordClasses& classes, std::vector<CodedEvent>& events)
      : layer_(layer), classes_(classes), events_(events), by_proposition_(layer.all.size(), -1) {
    for (size_t i = 0; i < events.size(); ++i)
      by_proposition_[static_cast<size_t>(events[i].proposition)] = static_cast<int>(i);
  }

  void Run() {
    std::vector<bool> absorbed(events_.size(), false);
    // From the last to the first: what hangs lowest is absorbed before what it hangs on, in most sentences.
    for (size_t i = events_.size(); i-- > 0;) {
      const int above = Above(events_[i]);
      if (above < 0 || absorbed[static_cast<size_t>(above)]) continue;
      Absorb(events_[static_cast<size_t>(above)], events_[i], at(events_[i]).kind == PredicateKind::kVerb);
      absorbed[i] = true;
    }
    std::vector<CodedEvent> kept;
    for (size_t i = 0; i < events_.size(); ++i) {
      if (!absorbed[i]) kept.push_back(std::move(events_[i]));
    }
    events_ = std::move(kept);
  }

 private:
  const Proposition& at(const CodedEvent& e) const { return layer_.all[static_cast<size_t>(e.proposition)]; }

  bool Casualty(const Proposition& p) const { return InClass(classes_, "casualty", p.lemma); }

  // The event that tells the same deed above this one, -1 for none.
  int Above(const CodedEvent& coded) const {
    const Proposition* p = &at(coded);
    for (int steps = 0; steps < kMaxClimb; ++steps) {
      if (p->above < 0) return -1;
      const Proposition& above = layer_.all[static_cast<size_t>(p->above)];
      const int event = by_proposition_[static_cast<size_t>(p->above)];
      if (!OneDeed(*p, above, coded.event, event >= 0)) return -1;
      if (event >= 0) {
        const CodedEvent& upper = events_[static_cast<size_t>(event)];
        return Compatible(upper, coded) ? event : -1;
      }
      p = &above;
    }
    return -1;
  }

  // Whether the grammar between a predicate and the one above it lets both tell the same; `event`: the upper one is an
  // event itself, and not only on the way to one.
  bool OneDeed(const Proposition& p, const Proposition& above, const Event& told, bool event) const {
    const bool noun = p.kind == PredicateKind::kNoun;
    // Who gathers to protest protests; who sends experts to examine a site investigates it.
    const bool gathering = Among(told.type, {"PROTEST", "CONSULT"}) || told.mode == "investigate";
    const bool purpose = p.infinitive || p.mark == "to";
    switch (p.link) {
      case Link::kOblique:
        return noun && (TellsHow(p.mark) || (gathering && p.mark == "for"));
      case Link::kObject:
        // What is condemned, asked or refused is somebody else's deed, unless the verb only carries the noun.
        return noun && (p.light_verb >= 0 || !Among(told.type, {"ACCUSE", "REJECT", "SUPPORT", "THREATEN", "REQUEST"}));
      case Link::kSubject:
        return noun;
      case Link::kXcomp:
        return event && !noun;
      case Link::kAdverbial:
        if (noun) return false;
        if (event && Among(p.mark, {"when", "after"}) && SuffersFrom(above, p, told.type)) return true;
        return purpose ? gathering : p.participle && (p.mark.empty() || p.mark == "by");
      case Link::kNounClause:
        return event && (purpose ? gathering : p.participle);
      case Link::kRelative:
        return event && SubjectIs(p, above.word);
      case Link::kCoordinate:
        return event && p.kind == PredicateKind::kVerb && above.kind == PredicateKind::kVerb && Casualty(p) &&
               Casualty(above);
      default:
        return false;
    }
  }

  // "Four people were killed when police opened fire": the clause tells who did it.
  bool SuffersFrom(const Proposition& above, const Proposition& p, std::string_view type) const {
    if (type != "ASSAULT" || !Casualty(above) || p.negated) return false;
    const bool died = Among(above.lemma, {"die", "perish"});
    return (died || above.Find(Slot::kSubject) == nullptr) && p.Find(Slot::kSubject) != nullptr;
  }

  static bool SubjectIs(const Proposition& p, int word) {
    return std::any_of(p.arguments.begin(), p.arguments.end(),
                       [&](const Argument& a) { return a.slot == Slot::kSubject && a.word == word; });
  }

  static bool Shares(const std::vector<ActorRef>& a, const std::vector<ActorRef>& b) {
    return std::any_of(a.begin(), a.end(), [&](const ActorRef& one) {
      return std::any_of(b.begin(), b.end(), [&](const ActorRef& other) {
        return SameActor(one, other) || (!one.code.empty() && one.code == other.code);
      });
    });
  }

  bool Compatible(const CodedEvent& upper, const CodedEvent& lower) const {
    const Event& a = upper.event;
    const Event& b = lower.event;
    if (a.type != b.type) return false;
    if (!a.mode.empty() && !b.mode.empty() && a.mode != b.mode && !(Casualty(at(upper)) || Casualty(at(lower))))
      return false;
    const bool noun = at(lower).kind == PredicateKind::kNoun;
    if (!noun && (a.status == EventStatus::kNegated) != (b.status == EventStatus::kNegated)) return false;
    if (!a.actors.empty() && !b.actors.empty() && !Shares(a.actors, b.actors)) return false;
    if (Shares(a.actors, b.recipients) && !Shares(a.recipients, b.recipients) && !a.recipients.empty()) return false;
    return a.recipients.empty() || b.recipients.empty() || Shares(a.recipients, b.recipients) || Casualty(at(upper)) ||
           Casualty(at(lower));
  }

  static void Take(std::vector<ActorRef>& to, const std::vector<ActorRef>& from) {
    for (const ActorRef& who : from) {
      const bool again = std::any_of(to.begin(), to.end(), [&](const ActorRef& k) { return SameActor(k, who); });
      if (!again) to.push_back(who);
    }
  }

  static void Absorb(CodedEvent& upper, const CodedEvent& lower, bool verb) {
    Event& kept = upper.event;
    const Event& other = lower.event;
    if (kept.actors.empty()) kept.actors = other.actors;
    // Words that name no actor add nothing to a side that is named: the depot beside four men.
    std::vector<ActorRef> named = other.recipients;
    if (!kept.recipients.empty()) {
      named.erase(std::remove_if(named.begin(), named.end(), [](const ActorRef& r) { return r.actor < 0; }),
                  named.end());
    }
    Take(kept.recipients, named);
    // "flew to Qatar to meet the rebels": the equal sides below are the other side of a visit above.
    if (verb && other.recipients.empty() && other.actors.size() > 1)
      Take(kept.recipients.empty() ? kept.actors : kept.recipients, other.actors);
    DropRepeated(kept);
    if (kept.mode.empty() && !other.mode.empty()) {
      kept.mode = other.mode;
      kept.cameo = other.cameo;
    }
    for (const Evidence& e : other.evidence) {
      const bool again = std::any_of(kept.evidence.begin(), kept.evidence.end(),
                                     [&](const Evidence& k) { return k.role == e.role && k.span == e.span; });
      if (!again) kept.evidence.push_back(e);
    }
    if (!kept.date) kept.date = other.date;
    if (!kept.place) kept.place = other.place;
    if (!kept.counts.killed) kept.counts.killed = other.counts.killed;
    if (!kept.counts.injured) kept.counts.injured = other.counts.injured;
    if (!kept.counts.arrested) kept.counts.arrested = other.counts.arrested;
    if (!kept.counts.size) kept.counts.size = other.counts.size;
    kept.confidence = std::max(kept.confidence, other.confidence);
    upper.known = upper.known || lower.known;
    upper.unnamed = upper.unnamed && lower.unnamed;
    kept.by.steps.push_back("one deed with " + other.by.rule);
  }

  const PropositionLayer& layer_;
  const WordClasses& classes_;
  std::vector<CodedEvent>& events_;
  std::vector<int> by_proposition_;  // index into events_, -1 none
};

}  // namespace

void UniteDeeds(const PropositionLayer& layer, const WordClasses& classes, std::vector<CodedEvent>& events) {
  Uniter(layer, classes, events).Run();
}

}  // namespace rapporteur
