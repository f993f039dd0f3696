#include "coding/contexts.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <optional>

namespace rapporteur {
namespace {

constexpr double kEnough = 1.0;
constexpr double kSentenceShare = 0.4;
constexpr double kTitleShare = 0.25;
constexpr double kTiny = 1e-9;
constexpr size_t kMostReasons = 4;

std::string Number(double value) {
  char text[16];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

template <typename Line>
std::string Where(const Line& line) {
  return line.file + ":" + std::to_string(line.line);
}

// What speaks for one context of one event.
struct Tally {
  double weight = 0;
  std::map<uint32_t, double> of_line;  // no line counts twice
  std::vector<std::string> reasons;    // in the order found
};

class ContextReader {
 public:
  explicit ContextReader(const ContextSources& in)
      : in_(in), table_(in.lexicon.contexts()), hits_(in.trees.size()), tallies_(table_.contexts().size()) {
    for (const ContextLine& line : table_.lines()) {
      const auto at = std::find(table_.contexts().begin(), table_.contexts().end(), line.context);
      context_of_.push_back(at == table_.contexts().end() ? -1 : static_cast<int>(at - table_.contexts().begin()));
    }
  }

  void Give(Event& event) {
    for (Tally& tally : tallies_) tally = {};
    std::vector<int> seen;
    for (const Evidence& evidence : event.evidence) {
      if (evidence.role != "trigger") continue;
      const int sentence = SentenceAt(evidence.span.begin);
      if (sentence < 0) continue;
      Words(event, sentence, ClauseOf(sentence, evidence.span));
      seen.push_back(sentence);
    }
    if (in_.title >= 0 && std::find(seen.begin(), seen.end(), in_.title) == seen.end())
      Words(event, in_.title, std::nullopt);
    for (const uint32_t id : table_.other_lines()) Other(event, id);
    Decide(event);
  }

  void Refine(Event& event) {
    const std::string known = event.mode.empty() ? event.type : event.type + " " + event.mode;
    uint32_t best = static_cast<uint32_t>(table_.lines().size());
    std::string_view words;
    for (const Evidence& evidence : event.evidence) {
      const int sentence = evidence.role == "trigger" ? SentenceAt(evidence.span.begin) : -1;
      if (sentence < 0) continue;
      const std::vector<Span> clause = ClauseOf(sentence, evidence.span);
      for (const PhraseHit& hit : HitsOf(sentence)) {
        const Span span = in_.trees[static_cast<size_t>(sentence)].span(hit.first, hit.last);
        if (std::none_of(clause.begin(), clause.end(), [&](Span part) { return part.contains(span); })) continue;
        for (const uint32_t id : *hit.lines) {
          if (id >= best || table_.lines()[id].by != ContextBy::kMode || !table_.lines()[id].IsFor(known)) continue;
          best = id;
          words = span.of(in_.text);
        }
      }
    }
    if (best == table_.lines().size()) return;
    const ContextLine& line = table_.lines()[best];
    event.mode = line.context;
    if (const PloverClass* refined = in_.lexicon.FindClass(event.type, event.mode)) event.cameo = refined->cameo;
    event.by.steps.push_back("mode " + line.context + ": \"" + std::string(words) + "\" " + Where(line));
  }

 private:
  int SentenceAt(uint32_t offset) const {
    const auto after = std::upper_bound(in_.trees.begin(), in_.trees.end(), offset,
                                        [](uint32_t at, const Tree& tree) { return at < tree.sentence().span.begin; });
    if (after == in_.trees.begin() || offset >= std::prev(after)->sentence().span.end) return -1;
    return static_cast<int>(after - in_.trees.begin()) - 1;
  }

  // The words under the verb that the trigger is or stands under, without the clauses that are only joined to it ("met
  // him and promised …").
  std::vector<Span> ClauseOf(int sentence, Span trigger) const {
    const Tree& tree = in_.trees[static_cast<size_t>(sentence)];
    int at = 0;
    while (at + 1 < tree.size() && tree.word(at).span.end <= trigger.begin) ++at;
    while (!IsVerbal(tree.word(at)) && tree.head(at) >= 0) at = tree.head(at);
    std::vector<Span> parts;
    int begin = tree.first(at);
    for (const int child : tree.children(at)) {
      const Rel rel = tree.rel(child);
      if (!IsVerbal(tree.word(child)) || (rel != Rel::kConj && rel != Rel::kParataxis)) continue;
      if (tree.first(child) > begin) parts.push_back(tree.span(begin, tree.first(child) - 1));
      begin = tree.last(child) + 1;
    }
    if (begin <= tree.last(at)) parts.push_back(tree.span(begin, tree.last(at)));
    return parts;
  }

  const std::vector<PhraseHit>& HitsOf(int sentence) {
    std::optional<std::vector<PhraseHit>>& hits = hits_[static_cast<size_t>(sentence)];
    if (!hits) {
      const Tree& tree = in_.trees[static_cast<size_t>(sentence)];
      units_.clear();
      for (int w = 0; w < tree.size(); ++w) AddPhraseUnits(tree.word(w).form, tree.word(w).lemma, w, units_);
      hits = table_.FindPhrases(units_);
    }
    return *hits;
  }

  // Without a clause: the title.
  void Words(const Event& event, int sentence, const std::optional<std::vector<Span>>& clause) {
    const Tree& tree = in_.trees[static_cast<size_t>(sentence)];
    for (const PhraseHit& hit : HitsOf(sentence)) {
      const Span span = tree.span(hit.first, hit.last);
      const auto fills = [&](const std::vector<ActorRef>& refs) {
        return std::any_of(refs.begin(), refs.end(), [&](const ActorRef& who) { return who.span.overlaps(span); });
      };
      const bool inside =
          clause && std::any_of(clause->begin(), clause->end(), [&](Span part) { return part.contains(span); });
      const bool near = inside || (clause && (fills(event.actors) || fills(event.recipients)));
      const double share = near ? 1 : clause ? kSentenceShare : kTitleShare;
      for (const uint32_t id : *hit.lines) {
        if (table_.lines()[id].by != ContextBy::kWord || !table_.lines()[id].IsFor(event.type)) continue;
        const std::string place = near ? "" : clause ? ", elsewhere in the sentence" : ", in the title";
        Add(id, share, "\"" + std::string(span.of(in_.text)) + "\"" + place);
      }
    }
  }

  static bool Belongs(const std::vector<ActorRef>& refs, const std::string& key) {
    return std::any_of(refs.begin(), refs.end(), [&](const ActorRef& who) {
      return who.code == key || std::find(who.sectors.begin(), who.sectors.end(), key) != who.sectors.end();
    });
  }

  // Two states, or their governments, take part.
  bool AmongStates(const Event& event) const {
    std::vector<std::string_view> states;
    for (const std::vector<ActorRef>* side : {&event.actors, &event.recipients}) {
      for (const ActorRef& who : *side) {
        const bool governs = who.sectors.empty() || who.sectors.front() == "GOV";
        if (!governs || in_.lexicon.FindState(who.code) == nullptr) continue;
        if (std::find(states.begin(), states.end(), who.code) == states.end()) states.push_back(who.code);
      }
    }
    return states.size() >= 2;
  }

  // Lines that look at the event itself, not at words.
  void Other(const Event& event, uint32_t id) {
    const ContextLine& line = table_.lines()[id];
    if (!line.IsFor(event.type)) return;
    for (const std::string& key : line.keys) {
      switch (line.by) {
        case ContextBy::kActor:
          if (Belongs(event.actors, key)) Add(id, 1, "actor " + key);
          break;
        case ContextBy::kRecipient:
          if (Belongs(event.recipients, key)) Add(id, 1, "recipient " + key);
          break;
        case ContextBy::kSide:
          if (Belongs(event.actors, key) || Belongs(event.recipients, key)) Add(id, 1, "side " + key);
          break;
        case ContextBy::kEvent:
          if (key == event.type || key == event.type + " " + event.mode) Add(id, 1, key);
          break;
        case ContextBy::kSides:
          if (AmongStates(event)) Add(id, 1, "between states");
          break;
        case ContextBy::kCameo:
          if (event.cameo.starts_with(key)) Add(id, 1, "CAMEO " + event.cameo);
          break;
        default:
          break;
      }
    }
  }

  void Add(uint32_t id, double share, const std::string& what) {
    if (context_of_[id] < 0) return;
    const ContextLine& line = table_.lines()[id];
    Tally& tally = tallies_[static_cast<size_t>(context_of_[id])];
    const double more = line.weight * share;
    double& known = tally.of_line[id];
    if (more <= known + kTiny) return;
    if (known <= 0 && tally.reasons.size() < kMostReasons) tally.reasons.push_back(what + " " + Where(line));
    tally.weight += more - known;
    known = more;
  }

  bool Enough(int context) const {
    return context >= 0 && tallies_[static_cast<size_t>(context)].weight >= kEnough - kTiny;
  }

  // Whether an `unless` line takes the context away: by its index in lines(), -1 none.
  int TakenBy(size_t context) const {
    for (const uint32_t id : table_.other_lines()) {
      const ContextLine& line = table_.lines()[id];
      if (line.by != ContextBy::kUnless || context_of_[id] != static_cast<int>(context)) continue;
      for (const std::string& key : line.keys) {
        const auto other = std::find(table_.contexts().begin(), table_.contexts().end(), key);
        if (other == table_.contexts().end()) continue;
        if (Enough(static_cast<int>(other - table_.contexts().begin()))) return static_cast<int>(id);
      }
    }
    return -1;
  }

  void Decide(Event& event) {
    event.contexts.clear();
    for (size_t i = 0; i < tallies_.size(); ++i) {
      if (!Enough(static_cast<int>(i))) continue;
      const std::string& name = table_.contexts()[i];
      if (const int taken = TakenBy(i); taken >= 0) {
        event.by.steps.push_back("no context " + name + ": another says it more closely, " +
                                 Where(table_.lines()[static_cast<size_t>(taken)]));
        continue;
      }
      event.contexts.push_back(name);
      std::string step = "context " + name + " (" + Number(tallies_[i].weight) + "): ";
      for (size_t r = 0; r < tallies_[i].reasons.size(); ++r) step += (r == 0 ? "" : "; ") + tallies_[i].reasons[r];
      event.by.steps.push_back(std::move(step));
    }
  }

  const ContextSources& in_;
  const ContextTable& table_;
  std::vector<int> context_of_;                              // of each line; -1 for muted words
  std::vector<std::optional<std::vector<PhraseHit>>> hits_;  // of each sentence, once asked for
  std::vector<Tally> tallies_;
  std::vector<PhraseUnit> units_;
};

}  // namespace

void RefineModes(const ContextSources& sources, std::vector<Event>& events) {
  ContextReader reader(sources);
  for (Event& event : events) reader.Refine(event);
}

void GiveContexts(const ContextSources& sources, std::vector<Event>& events) {
  ContextReader reader(sources);
  for (Event& event : events) reader.Give(event);
}

void GiveScales(const Lexicon& lexicon, std::vector<Event>& events) {
  for (Event& event : events) {
    const PloverClass* known = lexicon.FindClass(event.type, event.mode);
    if (known == nullptr) continue;
    if (event.cameo.empty()) event.cameo = known->cameo;
    event.quad = known->quad;
    event.score = known->score;
    std::string step =
        "quad class " + std::to_string(known->quad) + ", score " + Number(known->score) + " " + Where(*known);
    if (const CameoCode* code = lexicon.FindCameo(event.cameo)) {
      event.goldstein = code->score;
      step += "; CAMEO " + event.cameo + " " + code->name + ", Goldstein " + Number(code->score) + " " + Where(*code);
    }
    event.by.steps.push_back(std::move(step));
  }
}

}  // namespace rapporteur
