#include "coding/status.h"

#include <algorithm>

#include "base/among.h"
#include "coding/idiom.h"

namespace rapporteur {
namespace {

constexpr int kMaxDepth = 12;

// "refuse (negates, embeddings.tsv:33)"; a negated predicate gives its other value.
std::string Named(const Embedding& line, bool negated) {
  return (negated ? "not " : "") + line.lemma + " (" + std::string(EffectName(negated ? line.polarity : line.status)) +
         ", " + line.file + ":" + std::to_string(line.line) + ")";
}

std::string Joined(std::string_view lemma, const std::vector<std::string>& path) {
  std::string all(lemma);
  for (const std::string& link : path) all += " ← " + link;
  return all;
}

}  // namespace

std::string_view StatusName(EventStatus status) {
  switch (status) {
    case EventStatus::kActual:
      return "actual";
    case EventStatus::kOngoing:
      return "ongoing";
    case EventStatus::kFuture:
      return "future";
    case EventStatus::kHypothetical:
      return "hypothetical";
    case EventStatus::kNegated:
      return "negated";
    case EventStatus::kHistorical:
      return "historical";
  }
  return "";
}

bool StatusReader::UnderPastSpeech(const Proposition& p) const {
  int at = p.above;
  Link link = p.link;
  for (int steps = 0; at >= 0 && steps < kMaxDepth; ++steps) {
    const Proposition& above = layer_.all[static_cast<size_t>(at)];
    if (link == Link::kCcomp && above.kind == PredicateKind::kVerb) {
      return above.past || above.perfect || above.participle || !cues_.Find(PredicatePos::kVerb, above.lemma).empty();
    }
    link = above.link;
    at = above.above;
  }
  // "X would …, he said": the cue hangs below or beside.
  const Tree& t = tree(p);
  for (int c : t.children(p.word)) {
    if (t.rel(c) == Rel::kParataxis && IsVerbal(t.word(c))) return true;
  }
  return false;
}

// "Will the army attack?", not "Why did it attack?".
bool StatusReader::AsksWhether(const Proposition& p) const {
  const Tree& t = tree(p);
  if (p.kind != PredicateKind::kVerb || p.above >= 0 || t.word(t.size() - 1).form != "?") return false;
  const int subject = t.child(p.word, {Rel::kNsubj, Rel::kNsubjPass});
  const int auxiliary = t.child(p.word, {Rel::kAux, Rel::kAuxPass});
  if (auxiliary < 0 || subject < auxiliary) return false;
  return std::none_of(t.sentence().words.begin(), t.sentence().words.begin() + p.word,
                      [](const ParsedWord& w) { return w.xpos.starts_with("W"); });
}

// Modality, tense and aspect.
void StatusReader::OwnMood(const Proposition& p, OwnStatus& own, std::vector<std::string>& path) const {
  const Tree& t = tree(p);
  auto is = [&](EventStatus status, std::string why) {
    own.status = status;
    path.push_back(std::move(why));
  };
  own.modal = !p.modal.empty();
  if (p.mark == "whether" && p.above < 0) return is(EventStatus::kHypothetical, "whether");
  if (AsksWhether(p)) return is(EventStatus::kHypothetical, "question");
  if (own.modal && own.negated && Among(p.modal, {"can", "could"})) return is(EventStatus::kActual, p.modal);
  if (p.modal == "could" && p.mark == "before") {
    own.negated = true;
    return is(EventStatus::kActual, "before it could");
  }
  if (Among(p.modal, {"will", "shall", "'ll", "’ll", "would"}) && !p.perfect) {
    const std::string condition = Condition(p);
    if (!condition.empty()) {
      own.negated = false;
      return is(EventStatus::kHypothetical, p.modal + " " + condition);
    }
  }
  if (Among(p.modal, {"will", "shall", "'ll", "’ll"})) return is(EventStatus::kFuture, p.modal);
  if (Among(p.modal, {"would", "should", "ought"}) && p.perfect) {
    own.negated = !own.negated;
    return is(EventStatus::kActual, p.modal + " have (it was not so)");
  }
  const bool rather =
      Among(p.modal, {"would", "'d", "’d"}) && std::any_of(t.children(p.word).begin(), t.children(p.word).end(),
                                                           [&](int c) { return WordIs(t.word(c), "rather"); });
  if (Among(p.modal, {"would", "'d", "’d"}) && !rather && UnderPastSpeech(p)) {
    return is(EventStatus::kFuture, p.modal + " (future in the past)");
  }
  if (p.modal == "need") own.negated = false;  // "need not attack" leaves it open
  if (own.modal) return is(EventStatus::kHypothetical, p.modal);
  if (p.infinitive) {
    own.open = true;
    own.status = EventStatus::kHypothetical;
    if (p.perfect && p.past) {  // "was to have met them"
      own.negated = !own.negated;
      return is(EventStatus::kActual, "was to have (it was not so)");
    }
    if (p.perfect) return is(EventStatus::kActual, "to have");
    for (int c : t.children(p.word)) {  // "is due to leave", parsed with "due" as a mark
      const Embedding* line =
          t.rel(c) == Rel::kMark ? Line(PredicatePos::kAdj, LowerAscii(t.word(c).form), "xcomp") : nullptr;
      if (line == nullptr) continue;
      path.push_back(Named(*line, false));
      own.status = Under(*line, {}, own);
      return;
    }
    if (t.child(p.word, {Rel::kCop}) >= 0) {
      const int subject = t.child(p.word, {Rel::kNsubj, Rel::kNsubjOuter});
      const Embedding* line =
          subject < 0 ? nullptr : Line(PredicatePos::kNoun, LowerAscii(t.word(subject).lemma), "comp");
      if (line != nullptr) {
        path.push_back(Named(*line, false));
        own.status = Under(*line, {}, own);
        return;
      }
      return is(EventStatus::kFuture, "is to");
    }
    const bool headline =
        p.above < 0 && (t.sentence().kind == SegmentKind::kHeadline || t.word(t.size() - 1).upos != Upos::kPunct);
    if (headline) return is(EventStatus::kFuture, "to (headline)");
    return;
  }
  if (p.imperative) return is(EventStatus::kHypothetical, "imperative");
  if (p.progressive && !(p.perfect && p.past)) return is(EventStatus::kOngoing, "progressive");
}

OwnStatus StatusReader::Own(const Proposition& p, std::vector<std::string>& path) const {
  OwnStatus own;
  own.past = p.past || (p.perfect && !p.infinitive);
  own.negated = p.negated;
  own.noun = p.kind != PredicateKind::kVerb;
  if (p.negated) path.push_back("not");
  if (p.kind == PredicateKind::kVerb || !p.modal.empty()) OwnMood(p, own, path);
  if (TaggedAsNoun(p)) {
    own.open = true;
    own.status = EventStatus::kHypothetical;
  }
  const Embedding* line = Modifier(p);
  // "A generation ago it asked for them and took less": one time for both.
  if (line == nullptr && p.link == Link::kCoordinate && p.kind == PredicateKind::kVerb) {
    line = Modifier(layer_.all[static_cast<size_t>(p.above)]);
    if (line != nullptr && line->status != "historical") line = nullptr;
  }
  if (line == nullptr || line->status == "keep") return own;
  // "now", "still", "previously" say when of what is told; what is to come or open stays so.
  if (!Told(own.status) && Among(line->status, {"actual", "ongoing", "historical", "future"})) return own;
  path.push_back(Named(*line, p.negated));
  own.modified = true;
  OwnStatus bare = own;
  bare.negated = bare.open = bare.modified = false;
  const EventStatus said = Under(*line, {own.negated ? EventStatus::kNegated : EventStatus::kActual, own.past}, bare);
  if (own.negated && said == EventStatus::kNegated) return own;
  own.negated = said == EventStatus::kNegated;
  own.status = own.negated ? own.status : said;
  return own;
}

// Without a line: a carried noun, a bare participle and what happens at an occasion share the status of what they
// hang on.
EventStatus StatusReader::Shared(const Proposition& p, const Proposition& head, const OwnStatus& own,
                                 const Composed& up) const {
  const EventStatus alone = Alone(own);
  const Proposition& above = layer_.all[static_cast<size_t>(head.above)];
  const bool noun = p.kind != PredicateKind::kVerb;
  // A purpose is intended where what serves it is done or will be.
  const bool purpose = head.link == Link::kAdverbial && own.open && !p.perfect && above.kind == PredicateKind::kVerb;
  if (purpose && alone == EventStatus::kHypothetical) {
    return Told(up.status) || up.status == EventStatus::kFuture ? EventStatus::kFuture : up.status;
  }
  if (alone != EventStatus::kActual) return alone;
  if (noun && p.light_verb >= 0 && layer_.At(p.sentence, p.light_verb) == &above) return up.status;
  const bool participle =
      p.participle && (head.link == Link::kXcomp || (head.link == Link::kAdverbial && p.mark.empty()));
  const bool occasion =
      noun && !above.infinitive &&
      (head.link == Link::kXcomp || (head.link == Link::kOblique && Among(head.mark, {"at", "in", "during"})));
  // "Bombing it would be a mistake", "a blockade would starve them"; not "the blockade would be lifted".
  const Tree& t = tree(p);
  const int det = t.child(p.word, {Rel::kDet});
  const bool known =
      t.child(p.word, {Rel::kNmodPoss}) >= 0 || (det >= 0 && !Among(LowerAscii(t.word(det).form), {"a", "an"}));
  const bool supposed = above.modal == "would" && !above.passive && !above.perfect &&
                        (!known || above.kind != PredicateKind::kVerb) && !Told(up.status) &&
                        up.status != EventStatus::kNegated &&
                        (head.link == Link::kSubject || (head.link == Link::kCcomp && head.participle));
  if (supposed) return EventStatus::kHypothetical;
  if (!participle && !occasion) return alone;
  return Told(up.status) || up.status == EventStatus::kNegated ? alone : up.status;
}

// The first of coordinated predicates: what embeds it embeds all. A finite verb goes with a finite one: "had no wish to
// harm him and would free him".
const Proposition& StatusReader::First(const Proposition& p) const {
  const Proposition* head = &p;
  for (int steps = 0; head->link == Link::kCoordinate && head->above >= 0 && steps < kMaxDepth; ++steps) {
    head = &layer_.all[static_cast<size_t>(head->above)];
  }
  if (head != &p && head->infinitive && !p.infinitive && (p.past || !p.modal.empty()) && head->above >= 0) {
    return First(layer_.all[static_cast<size_t>(head->above)]);
  }
  return *head;
}

StatusReader::Composed StatusReader::Compose(int index, int depth) const {
  const Proposition& p = layer_.all[static_cast<size_t>(index)];
  Composed reading;
  OwnStatus own = Own(p, reading.path);
  reading.status = Alone(own);
  if (p.link == Link::kCoordinate && !p.mark.empty()) {  // "resigned rather than sign it"
    if (const Embedding* line = Line(PredicatePos::kPhrase, p.mark, "adv")) {
      reading.status = Under(*line, {}, own);
      reading.path.push_back(Named(*line, false));
      return reading;
    }
  }
  const Proposition& head = First(p);
  if (head.above < 0 || depth > kMaxDepth) {
    if (reading.path.empty() && own.open) reading.path.push_back("to");
    return reading;
  }
  const Step step = Above(head);
  const int over_index = step.line == nullptr ? head.above : step.over;
  const Proposition& above = layer_.all[static_cast<size_t>(over_index)];
  const Composed up = Compose(over_index, depth + 1);
  if (step.line == nullptr) {
    const EventStatus shared = Shared(p, head, own, up);
    if (own.open && !p.perfect) reading.path.push_back("to");
    if (shared != reading.status) {
      reading.status = shared;
      reading.path.push_back("with " + Joined(above.lemma, up.path));
    }
    return reading;
  }
  // The "no" of "no talks were held" negates the verb already.
  const bool argument = head.link == Link::kObject || head.link == Link::kSubject;
  if (argument && p.kind != PredicateKind::kVerb && above.negated) own.negated = false;
  // What a conjunction says holds whatever its main clause is; only a shared time does not.
  const bool phrase = step.line->pos == PredicatePos::kPhrase && step.line->status != "shares";
  const EventStatus over = phrase ? EventStatus::kActual : up.status;
  reading.status = Under(
      *step.line,
      {over, above.past || above.perfect, above.past && above.perfect, Among(above.modal, {"will", "would"})}, own);
  reading.path.push_back(Named(*step.line, over == EventStatus::kNegated));
  const Embedding* below = phrase ? nullptr : Below(above);
  if (below != nullptr) {
    reading.status = Under(*below, {}, own);
    reading.path.push_back(Named(*below, false));
  }
  if (!phrase) reading.path.insert(reading.path.end(), up.path.begin(), up.path.end());
  return reading;
}

StatusReading StatusReader::Read(int proposition) const {
  Composed composed = Compose(proposition, 0);
  StatusReading reading;
  reading.status = composed.status;
  if (!composed.path.empty()) {
    const Proposition& p = layer_.all[static_cast<size_t>(proposition)];
    reading.steps.push_back(std::string(StatusName(composed.status)) + ": " + Joined(p.lemma, composed.path));
  }
  return reading;
}

}  // namespace rapporteur
