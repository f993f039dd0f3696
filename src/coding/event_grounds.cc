#include "coding/event_grounds.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
bool OnlyAttribute(const Tree& tree, const Proposition& p, const FrameMatch& match, const Event& event) {
  const int noun = tree.head(p.word);
  if (noun <= p.word || tree.rel(p.word) != Rel::kAmod || match.frame->pos != FramePos::kVerb) return false;
  // After a noun or an auxiliary it is a verb that the parser took for an attribute: "an official offered concessions".
  const int before = tree.first(p.word) - 1;
  const Upos upos = before < 0 ? Upos::kDet : tree.word(before).upos;
  if (upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron || upos == Upos::kAux) return false;
  // "US-backed rebels" says whose they are, however it is told; a participle with a by-phrase tells a deed.
  const Span own = tree.span(tree.first(p.word), tree.last(p.word));
  const bool compound = p.word >= 2 && tree.word(p.word - 1).form == "-";
  return compound || std::none_of(event.actors.begin(), event.actors.end(), [&](const ActorRef& who) {
           return own.begin <= who.span.begin && who.span.end <= own.end;
         });
}

bool OnlyCapacity(const PropositionLayer& layer, const Proposition& p, const WordClasses& classes) {
  if (p.link != Link::kNounClause || p.above < 0 || !p.infinitive) return false;
  return InClass(classes, "capacity", layer.all[static_cast<size_t>(p.above)].lemma);
}

bool StandsWithoutAnybody(const Event& event, bool sure) {
  const bool wished = event.status == EventStatus::kHypothetical || event.status == EventStatus::kFuture;
  if (!sure || wished) return false;
  // Its mode says who turned out: "patrolling was intensified".
  const bool police = event.type == "MOBILIZE" && event.mode == "police";
  return event.type == "ASSAULT" || police || event.date || event.place || !event.counts.empty();
}

bool NamesSomebody(const Event& event, std::string_view text, const WordClasses& classes) {
  auto known = [&](const ActorRef& who) {
    return !who.code.empty() || !who.sectors.empty() || !InClass(classes, "unnamed", LowerAscii(who.span.of(text)));
  };
  return std::any_of(event.actors.begin(), event.actors.end(), known) ||
         std::any_of(event.recipients.begin(), event.recipients.end(), known);
}

bool OnlyPrivate(const Event& event, std::string_view text, const WordClasses& classes) {
  if (!Among(event.type, {"AGREE", "CONSULT", "SUPPORT", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "COOPERATE", "AID",
                          "CONCEDE"})) {
    return false;
  }
  if (event.actors.empty() && event.recipients.empty()) return false;
  // "two men were charged", "people evacuated from the town"
  if (event.actors.empty() && (event.type == "ACCUSE" || event.type == "AID")) return false;
  auto privately = [&](const ActorRef& who) {
    const std::string words = LowerAscii(who.span.of(text));
    const std::string last = words.substr(words.rfind(' ') == std::string::npos ? 0 : words.rfind(' ') + 1);
    return InClass(classes, "public", last) ||
           (who.code.empty() && who.sectors.empty() && InClass(classes, "unnamed", last));
  };
  return std::all_of(event.actors.begin(), event.actors.end(), privately) &&
         std::all_of(event.recipients.begin(), event.recipients.end(), privately);
}

bool DoneByAThing(const Tree& tree, const Proposition& p, const Event& event, const WordClasses& classes) {
  if (!event.actors.empty() || p.kind != PredicateKind::kVerb || p.passive ||
      !Among(event.type, {"CONCEDE", "COERCE", "AID", "SUPPORT", "RETREAT", "SANCTION", "COOPERATE", "THREATEN"})) {
    return false;
  }
  const Argument* subject = p.Find(Slot::kSubject);
  return subject != nullptr && InClass(classes, "thing", LowerAscii(tree.word(subject->word).lemma));
}

}  // namespace rapporteur
