#include "coding/event_grounds.h"

#include <algorithm>

namespace rapporteur {

bool OnlyAttribute(const Tree& tree, const Proposition& p, const FrameMatch& match, const Event& event) {
  const int noun = tree.head(p.word);
  if (noun <= p.word || tree.rel(p.word) != Rel::kAmod || match.frame->pos != FramePos::kVerb) return false;
  // After a noun or an auxiliary it is a verb that the parser took for an attribute: "an official offered concessions".
  const int before = tree.first(p.word) - 1;
  const Upos upos = before < 0 ? Upos::kDet : tree.word(before).upos;
  if (upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron || upos == Upos::kAux) return false;
  // The participle's own words: "US-" of "US-backed", "by nobody recognised".
  const Span own = tree.span(tree.first(p.word), tree.last(p.word));
  return std::none_of(event.actors.begin(), event.actors.end(),
                      [&](const ActorRef& who) { return own.overlaps(who.span); });
}

bool OnlyCapacity(const PropositionLayer& layer, const Proposition& p, const WordClasses& classes) {
  if (p.link != Link::kNounClause || p.above < 0 || !p.infinitive) return false;
  const auto capacity = classes.find("capacity");
  return capacity != classes.end() && std::binary_search(capacity->second.begin(), capacity->second.end(),
                                                         layer.all[static_cast<size_t>(p.above)].lemma);
}

bool StandsWithoutAnybody(const Event& event, bool sure) {
  const bool wished = event.status == EventStatus::kHypothetical || event.status == EventStatus::kFuture;
  if (!sure || wished) return false;
  return event.type == "ASSAULT" || event.date || event.place || !event.counts.empty();
}

bool NamesSomebody(const Event& event, std::string_view text, const WordClasses& classes) {
  const auto unnamed = classes.find("unnamed");
  auto known = [&](const ActorRef& who) {
    if (!who.code.empty() || !who.sectors.empty() || unnamed == classes.end()) return true;
    return !std::binary_search(unnamed->second.begin(), unnamed->second.end(), LowerAscii(who.span.of(text)));
  };
  return std::any_of(event.actors.begin(), event.actors.end(), known) ||
         std::any_of(event.recipients.begin(), event.recipients.end(), known);
}

}  // namespace rapporteur
