#include "coding/status.h"

#include <algorithm>

#include "base/among.h"
#include "coding/idiom.h"

namespace rapporteur {
namespace {

constexpr int kMaxDepth = 12;

PredicatePos PosOf(PredicateKind kind) {
  switch (kind) {
    case PredicateKind::kVerb:
      return PredicatePos::kVerb;
    case PredicateKind::kNoun:
      return PredicatePos::kNoun;
    default:
      return PredicatePos::kAdj;
  }
}

bool Takes(const Embedding& line, std::string_view complement) {
  return std::find(line.complement.begin(), line.complement.end(), complement) != line.complement.end();
}

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

const Embedding* StatusReader::Line(PredicatePos pos, std::string_view lemma, std::string_view complement) const {
  for (uint32_t i : embeddings_.Find(pos, lemma)) {
    if (Takes(embeddings_.lines()[i], complement)) return &embeddings_.lines()[i];
  }
  return nullptr;
}

const Embedding* StatusReader::Find(const Proposition& above, std::string_view complement,
                                    std::string_view mark) const {
  const PredicatePos pos = PosOf(above.kind);
  // "called for a truce", "stop short of attacking": an idiom that ends in the preposition has an object for the table.
  auto ends_in_mark = [&](const Embedding& line) {
    return !mark.empty() && line.lemma.ends_with(mark) && line.lemma.size() > mark.size() &&
           line.lemma[line.lemma.size() - mark.size() - 1] == ' ' && (Takes(line, "obj") || Takes(line, "xcomp"));
  };
  std::vector<int> words;
  for (uint32_t i : embeddings_.FindPhrasal(pos, above.lemma)) {
    const Embedding& line = embeddings_.lines()[i];
    if (!Takes(line, complement) && !ends_in_mark(line)) continue;
    if (FindIdiom(tree(above), above, line.lemma, words)) return &line;
  }
  if (const Embedding* line = Line(pos, above.lemma, complement)) return line;
  const size_t space = above.lemma.find(' ');
  return space == std::string::npos ? nullptr : Line(pos, above.lemma.substr(0, space), complement);
}

const Embedding* StatusReader::AboveVerb(const Proposition& head, const Proposition& above) const {
  const Embedding* line = nullptr;
  switch (head.link) {
    case Link::kCcomp:
      return OfClause(head, above);
    case Link::kXcomp:
      // "stopped short of", "seems likely to": such an adjective is no deed that stops or seems.
      if (head.kind == PredicateKind::kAdjective) return nullptr;
      line = Find(above, "xcomp", head.mark == "to" ? "" : head.mark);
      if (line == nullptr && above.kind != PredicateKind::kVerb) line = Find(above, "comp", "");
      return line;
    case Link::kObject:
      line = Find(above, "obj", "");
      return line == nullptr && above.passive ? Find(above, "subj", "") : line;
    case Link::kSubject:
      return Find(above, "subj", "");
    case Link::kNounClause:
      if (Among(head.mark, {"if", "whether"})) return Line(PredicatePos::kPhrase, "whether", "adv");
      line = Find(above, "comp", head.mark);
      return line == nullptr && !head.mark.empty() ? Find(above, "prep:" + head.mark, head.mark) : line;
    case Link::kRelative: {
      // "the claim that it attacked", parsed as a relative clause.
      const bool clause =
          std::any_of(tree(head).children(head.word).begin(), tree(head).children(head.word).end(), [&](int c) {
            const ParsedWord& w = tree(head).word(c);
            return w.upos == Upos::kSconj && LowerAscii(w.form) == "that";
          });
      return clause ? Find(above, "comp", "") : nullptr;
    }
    case Link::kAdverbial:
      if (head.mark.empty()) {
        // "ruled out attacking" may be parsed as "left attacking": what follows at once is the verb's complement.
        const bool at_once = head.participle && above.word < head.word && head.word - above.word <= 2 &&
                             tree(head).word(head.word - 1).upos != Upos::kPunct;
        return at_once ? Find(above, "xcomp", "") : nullptr;
      }
      [[fallthrough]];
    case Link::kOblique:
      line = Find(above, "prep:" + head.mark, head.mark);
      return line == nullptr ? Line(PredicatePos::kPhrase, head.mark, "adv") : line;
    default:
      return nullptr;
  }
}

const Embedding* StatusReader::OfClause(const Proposition& head, const Proposition& above) const {
  // "asked whether" leaves it open whoever asks; "knows how to", "unclear who shot him" say nothing of it.
  if (Among(head.mark, {"if", "whether"})) return Line(PredicatePos::kPhrase, "whether", "adv");
  const Tree& t = tree(head);
  const bool wh = std::any_of(t.children(head.word).begin(), t.children(head.word).end(),
                              [&](int c) { return t.word(c).xpos.starts_with("W"); });
  if (wh || (head.infinitive && above.kind == PredicateKind::kVerb)) return nullptr;
  const Embedding* line = Find(above, "ccomp", "");
  if (line == nullptr && above.kind == PredicateKind::kNoun) line = Find(above, "comp", "");
  if (line == nullptr && head.infinitive) line = Find(above, "xcomp", "");
  return line;
}

// "abandoned plans to seize them", "demanded an end to it": what the parser hangs on the verb belongs to the noun right
// before it, when the table knows that noun so.
StatusReader::Step StatusReader::OfNounBefore(const Proposition& head) const {
  const Tree& t = tree(head);
  const int first = t.first(head.word);
  const Proposition* noun = first > 0 ? layer_.At(head.sentence, first - 1) : nullptr;
  if (noun == nullptr || noun->kind != PredicateKind::kNoun || noun->above != head.above) return {};
  if (noun->link != Link::kObject) return {};
  if (const Embedding* line = IdiomOf(*noun)) return {line, noun->above};
  const Embedding* line = Find(*noun, head.infinitive ? "comp" : "prep:" + head.mark, head.infinitive ? "" : head.mark);
  return {line, layer_.at[static_cast<size_t>(head.sentence)][static_cast<size_t>(noun->word)]};
}

// "kept its promise to leave": verb and object are one line, whose complement is the noun's.
const Embedding* StatusReader::IdiomOf(const Proposition& noun) const {
  if (noun.above < 0 || noun.link != Link::kObject) return nullptr;
  const Proposition& verb = layer_.all[static_cast<size_t>(noun.above)];
  std::vector<int> words;
  for (uint32_t i : embeddings_.FindPhrasal(PosOf(verb.kind), verb.lemma)) {
    const Embedding& line = embeddings_.lines()[i];
    if (Takes(line, "comp") && FindIdiom(tree(verb), verb, line.lemma, words)) return &line;
  }
  return nullptr;
}

StatusReader::Step StatusReader::Above(const Proposition& head) const {
  const Proposition& above = layer_.all[static_cast<size_t>(head.above)];
  if (head.link == Link::kNounClause) {
    if (const Embedding* idiom = IdiomOf(above)) return {idiom, above.above};
  }
  const bool loose = (head.link == Link::kAdverbial || head.link == Link::kOblique) && above.word < head.word;
  if (loose) {
    const Step step = OfNounBefore(head);
    if (step.line != nullptr) return step;
  }
  return {AboveVerb(head, above), head.above};
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
  return std::none_of(t.sentence().words.begin(), t.sentence().words.end(),
                      [](const ParsedWord& w) { return w.xpos.starts_with("W"); });
}

// The condition that a clause of what will or would be hangs on: "if", "unless"; empty when there is none.
std::string StatusReader::Condition(const Proposition& p) const {
  for (int c : tree(p).children(p.word)) {
    const Proposition* clause = tree(p).rel(c) == Rel::kAdvcl ? layer_.At(p.sentence, c) : nullptr;
    if (clause == nullptr || clause->mark.empty() || clause->past) continue;
    if (Line(PredicatePos::kPhrase, clause->mark, "main") != nullptr) return clause->mark;
  }
  return "";
}

// An adjective or adverb that says it of the word itself: the planned attack, almost agreed, decades ago.
const Embedding* StatusReader::Modifier(const Proposition& p) const {
  const Tree& t = tree(p);
  for (int c : t.children(p.word)) {
    const Rel rel = t.rel(c);
    if (rel == Rel::kNmodPoss) {  // "next month's summit"
      const int amod = t.child(c, {Rel::kAmod});
      if (amod >= 0 && WordIs(t.word(amod), "next")) return Line(PredicatePos::kAdj, "next", "head");
    }
    if (rel != Rel::kAmod && rel != Rel::kAdvmod) continue;
    const PredicatePos pos = rel == Rel::kAmod ? PredicatePos::kAdj : PredicatePos::kAdv;
    const std::string lemma = LowerAscii(t.word(c).lemma);
    if (Among(lemma, {"not", "never"})) continue;  // counted by the proposition layer
    if (const Embedding* line = Line(pos, lemma, "head")) return line;
    if (const Embedding* line = Line(pos, LowerAscii(t.word(c).form), "head")) return line;
    if (c == 0) continue;
    if (const Embedding* line = Line(pos, LowerAscii(t.word(c - 1).lemma) + " " + lemma, "head")) return line;
  }
  return Era(p);
}

// "During the Cold War", "in the past": an occasion long gone.
const Embedding* StatusReader::Era(const Proposition& p) const {
  const Tree& t = tree(p);
  for (int c : t.children(p.word)) {
    if (BaseRel(t.rel(c)) != Rel::kObl && BaseRel(t.rel(c)) != Rel::kNmod) continue;
    if (!Among(t.preposition(c), {"", "in", "during", "under", "throughout", "amid"})) continue;
    int end = c;
    while (end < t.last(c) && t.rel(end + 1) == Rel::kFlat) ++end;
    std::string words;
    for (int w = end; w >= t.first(c); --w) {
      words = LowerAscii(t.word(w).form) + (words.empty() ? "" : " ") + words;
      if (const Embedding* line = Line(PredicatePos::kNoun, words, "time")) return line;
    }
  }
  return nullptr;
}

// Modality, tense and aspect.
void StatusReader::OwnMood(const Proposition& p, OwnStatus& own, std::vector<std::string>& path) const {
  const Tree& t = tree(p);
  auto is = [&](EventStatus status, std::string why) {
    own.status = status;
    path.push_back(std::move(why));
  };
  own.modal = !p.modal.empty();
  if (AsksWhether(p)) return is(EventStatus::kHypothetical, "question");
  if (own.modal && own.negated && Among(p.modal, {"can", "could"})) return is(EventStatus::kActual, p.modal);
  if (Among(p.modal, {"can", "could"}) && p.mark == "before") {
    own.negated = true;
    return is(EventStatus::kActual, "before it " + p.modal);
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
  if (own.modal) return is(EventStatus::kHypothetical, p.modal);
  if (p.infinitive) {
    own.open = true;
    own.status = EventStatus::kHypothetical;
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
    const bool headline = p.above < 0 && t.sentence().kind == SegmentKind::kHeadline;
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
  if (p.negated) path.push_back("not");
  if (p.kind == PredicateKind::kVerb || !p.modal.empty()) OwnMood(p, own, path);
  const Embedding* line = Modifier(p);
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
      noun && (head.link == Link::kXcomp || (head.link == Link::kOblique && Among(head.mark, {"at", "in", "during"})));
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
  reading.status = Under(*step.line, {over, above.past || above.perfect}, own);
  reading.path.push_back(Named(*step.line, over == EventStatus::kNegated));
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
