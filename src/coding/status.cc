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

bool Told(EventStatus s) {
  return s == EventStatus::kActual || s == EventStatus::kOngoing || s == EventStatus::kHistorical;
}

// The status that a value of embeddings.tsv gives; `own` where it keeps.
EventStatus ValueOf(std::string_view value, EventStatus own) {
  if (value == "actual") return own == EventStatus::kOngoing ? own : EventStatus::kActual;
  if (value == "ongoing") return EventStatus::kOngoing;
  if (value == "future") return EventStatus::kFuture;
  if (value == "hypothetical") return EventStatus::kHypothetical;
  if (value == "negated" || value == "ceased") return EventStatus::kNegated;
  if (value == "historical") return EventStatus::kHistorical;
  return own;
}

EventStatus Negate(EventStatus s) {
  switch (s) {
    case EventStatus::kActual:
    case EventStatus::kOngoing:
    case EventStatus::kFuture:
      return EventStatus::kNegated;
    case EventStatus::kNegated:
      return EventStatus::kActual;
    default:
      return s;
  }
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

const Embedding* StatusReader::Find(const Proposition& above, std::string_view complement,
                                    std::string_view mark) const {
  const PredicatePos pos = PosOf(above.kind);
  auto takes = [&](const Embedding& line, std::string_view what) {
    return std::find(line.complement.begin(), line.complement.end(), what) != line.complement.end();
  };
  auto search = [&](const std::string& lemma, std::string_view what) -> const Embedding* {
    for (uint32_t i : embeddings_.Find(pos, lemma)) {
      if (takes(embeddings_.lines()[i], what)) return &embeddings_.lines()[i];
    }
    return nullptr;
  };
  // "called for a truce": the table may have it as "call for" with an object.
  if (!mark.empty()) {
    if (const Embedding* line = search(above.lemma + " " + std::string(mark), "obj")) return line;
    if (complement != "ccomp" && complement != "xcomp") {
      if (const Embedding* line = search(above.lemma + " " + std::string(mark), "xcomp")) return line;
    }
  }
  // Words that belong to an idiom of the predicate: "be due", "have no intention".
  std::vector<int> words;
  for (uint32_t i : embeddings_.FindPhrasal(pos, above.lemma)) {
    const Embedding& line = embeddings_.lines()[i];
    if (!takes(line, complement)) continue;
    if (FindIdiom(trees_[static_cast<size_t>(above.sentence)], above, line.lemma, words)) return &line;
  }
  if (const Embedding* line = search(above.lemma, complement)) return line;
  const size_t space = above.lemma.find(' ');
  if (space != std::string::npos) return search(above.lemma.substr(0, space), complement);
  return nullptr;
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
  const Tree& t = trees_[static_cast<size_t>(p.sentence)];
  for (int c : t.children(p.word)) {
    if (t.rel(c) == Rel::kParataxis && IsVerbal(t.word(c))) return true;
  }
  return false;
}

// An adjective or adverb that says it of the word itself: the planned attack, almost agreed.
const Embedding* StatusReader::Modifier(const Proposition& p) const {
  const Tree& t = trees_[static_cast<size_t>(p.sentence)];
  for (int c : t.children(p.word)) {
    const Rel rel = t.rel(c);
    if (rel != Rel::kAmod && rel != Rel::kAdvmod) continue;
    const PredicatePos pos = rel == Rel::kAmod ? PredicatePos::kAdj : PredicatePos::kAdv;
    for (const std::string& word : {LowerAscii(t.word(c).lemma), LowerAscii(t.word(c).form)}) {
      if (Among(word, {"not", "never"})) continue;  // counted by the proposition layer
      for (uint32_t i : embeddings_.Find(pos, word)) {
        const Embedding& line = embeddings_.lines()[i];
        if (std::find(line.complement.begin(), line.complement.end(), "head") != line.complement.end()) return &line;
      }
    }
  }
  return nullptr;
}

EventStatus StatusReader::Own(const Proposition& p, std::vector<std::string>& steps) const {
  EventStatus own = EventStatus::kActual;
  const Tree& t = trees_[static_cast<size_t>(p.sentence)];
  if (p.kind == PredicateKind::kVerb || !p.modal.empty()) {
    if (Among(p.modal, {"will", "shall", "'ll", "’ll"})) {
      own = EventStatus::kFuture;
      steps.push_back("future: \"" + p.modal + "\"");
    } else if (Among(p.modal, {"would", "'d", "’d"}) && UnderPastSpeech(p)) {
      own = EventStatus::kFuture;
      steps.push_back("future in the past: \"would\"");
    } else if (!p.modal.empty()) {
      own = EventStatus::kHypothetical;
      steps.push_back("hypothetical: \"" + p.modal + "\"");
    } else if (p.infinitive && p.perfect) {
      own = EventStatus::kActual;
    } else if (p.infinitive && t.child(p.word, {Rel::kCop}) >= 0) {
      own = EventStatus::kFuture;
      steps.push_back("future: is to");
    } else if (p.infinitive) {
      const bool headline = p.above < 0 && t.sentence().kind == SegmentKind::kHeadline;
      own = headline ? EventStatus::kFuture : EventStatus::kHypothetical;
      steps.push_back(headline ? "future: infinitive of a headline" : "hypothetical: infinitive");
    } else if (p.imperative) {
      own = EventStatus::kHypothetical;
      steps.push_back("hypothetical: imperative");
    } else if (p.progressive && !p.perfect) {
      own = EventStatus::kOngoing;
      steps.push_back("ongoing: progressive");
    }
  }
  if (const Embedding* line = Modifier(p)) {
    const EventStatus said = ValueOf(line->status, own);
    if (said != own) {
      own = said;
      steps.push_back(std::string(StatusName(own)) + ": \"" + line->lemma + "\" " + line->file + ":" +
                      std::to_string(line->line));
    }
  }
  if (p.negated) {
    own = Negate(own);
    steps.push_back(std::string(StatusName(own)) + ": negation");
  }
  return own;
}

void StatusReader::Apply(const Embedding& line, EventStatus above, bool own_modal, StatusReading& reading) const {
  const bool factive = line.status == "actual" && line.polarity == "actual";
  std::string_view value = line.status;
  const EventStatus own = reading.status;
  EventStatus result;
  if (factive) {
    result = own_modal ? own : ValueOf("actual", own);
  } else if (Told(above)) {
    result = ValueOf(value, own);
  } else if (above == EventStatus::kNegated) {
    value = line.polarity;
    result = ValueOf(value, own);
    if (value == "ceased") result = EventStatus::kOngoing;
  } else if (above == EventStatus::kFuture) {
    result = value == "ceased" ? EventStatus::kOngoing : ValueOf(value, own);
    if (value != "keep" && (result == EventStatus::kActual || (result == EventStatus::kOngoing && value != "ceased")))
      result = EventStatus::kFuture;
  } else {
    result = value == "ceased" ? EventStatus::kOngoing : value == "keep" ? own : EventStatus::kHypothetical;
  }
  if (own_modal && value == "actual") result = own;
  if (own == EventStatus::kNegated && value != "keep" && result != EventStatus::kHypothetical) result = Negate(result);
  reading.status = result;
  reading.steps.push_back(std::string(StatusName(result)) + ": \"" + line.lemma + "\" " + line.file + ":" +
                          std::to_string(line.line) +
                          (above == EventStatus::kActual ? "" : " told as " + std::string(StatusName(above))));
}

void StatusReader::Compose(int index, StatusReading& reading, int depth) const {
  const Proposition* p = &layer_.all[static_cast<size_t>(index)];
  const Proposition* self = p;
  for (int steps = 0; p->link == Link::kCoordinate && p->above >= 0 && steps < kMaxDepth; ++steps) {
    p = &layer_.all[static_cast<size_t>(p->above)];
  }
  if (p->above < 0 || depth > kMaxDepth) return;
  const Proposition& above = layer_.all[static_cast<size_t>(p->above)];
  const bool own_modal = !self->modal.empty();
  const bool noun = self->kind != PredicateKind::kVerb;
  const Embedding* line = nullptr;
  switch (p->link) {
    case Link::kCcomp:
      line = Find(above, "ccomp", "");
      break;
    case Link::kXcomp:
      line = Find(above, "xcomp", p->mark == "to" ? "" : p->mark);
      if (line == nullptr && above.kind != PredicateKind::kVerb) line = Find(above, "comp", "");
      break;
    case Link::kObject:
      line = Find(above, "obj", "");
      if (line == nullptr && above.passive) line = Find(above, "subj", "");
      break;
    case Link::kSubject:
      line = Find(above, "subj", "");
      break;
    case Link::kOblique:
      line = Find(above, "prep:" + p->mark, p->mark);
      break;
    case Link::kNounClause:
      line = Find(above, "comp", p->mark);
      break;
    case Link::kAdverbial: {
      for (uint32_t i : embeddings_.Find(PredicatePos::kPhrase, p->mark)) {
        line = &embeddings_.lines()[i];
        break;
      }
      if (line == nullptr && !p->mark.empty()) line = Find(above, "prep:" + p->mark, p->mark);
      break;
    }
    default:
      break;
  }
  if (line != nullptr) {
    const StatusReading up = Read(p->above, depth + 1);
    // The "no" of "no talks were held" negates the verb already.
    const bool counted =
        noun && self->negated && above.negated && (p->link == Link::kObject || p->link == Link::kSubject);
    if (counted && reading.status == EventStatus::kNegated) reading.status = EventStatus::kActual;
    Apply(*line, p->link == Link::kAdverbial && line->pos == PredicatePos::kPhrase ? EventStatus::kActual : up.status,
          own_modal, reading);
    return;
  }
  // No line: a carried noun and a bare participle share the status of what they hang on.
  const bool carried = noun && self->light_verb >= 0 && layer_.At(self->sentence, self->light_verb) == &above;
  const bool shares = carried || (p->link == Link::kXcomp && self->participle) ||
                      (p->link == Link::kAdverbial && self->participle && self->mark.empty()) ||
                      (p->link == Link::kXcomp && noun) ||
                      (p->link == Link::kOblique && noun && Among(p->mark, {"at", "in", "during"}));
  if (!shares) return;
  const StatusReading up = Read(p->above, depth + 1);
  if (!carried && Told(up.status)) return;
  if (!carried && up.status == EventStatus::kNegated) return;
  if (reading.status == EventStatus::kNegated && up.status == EventStatus::kNegated) return;
  if (reading.status != EventStatus::kActual) return;
  if (up.status == reading.status) return;
  reading.status = up.status;
  reading.steps.push_back(std::string(StatusName(up.status)) + ": with \"" + above.lemma + "\"");
}

StatusReading StatusReader::Read(int index, int depth) const {
  StatusReading reading;
  const Proposition& p = layer_.all[static_cast<size_t>(index)];
  reading.status = Own(p, reading.steps);
  Compose(index, reading, depth);
  return reading;
}

}  // namespace rapporteur
