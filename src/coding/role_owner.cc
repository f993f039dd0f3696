// Whose a thing is, who shares a noun, and who else a deed's phrases name: the part of FrameMatcher that looks farther
// than a frame's own roles.
#include <algorithm>
#include <array>

#include "base/among.h"
#include "coding/event_compose.h"
#include "coding/frame_match.h"

namespace rapporteur {
namespace {

constexpr int kMaxOwners = 3;  // the wall of the house of the mayor
constexpr int kMaxNested = 3;  // a ban on exports of wheat to Mali

// Prepositions that lead to somebody on the other side, the likeliest first; a place where it happens comes last.
constexpr std::array<std::string_view, 17> kTowards = {"with",   "against", "on",    "to",   "for",  "of",
                                                       "from",   "over",    "by",    "into", "upon", "onto",
                                                       "toward", "about",   "along", "in",   "at"};

}  // namespace

bool FrameMatcher::InClass(std::string_view name, const ParsedWord& word) const {
  if (lexicon_ == nullptr) return false;
  const WordClasses& classes = lexicon_->classes();
  return rapporteur::InClass(classes, name, LowerAscii(word.lemma)) ||
         rapporteur::InClass(classes, name, LowerAscii(word.form));
}

// "British and French negotiators", "Pakistan and Afghanistan's armies": the noun is that of both; the mention is the
// second's.
void FrameMatcher::AddSharers(int sentence, int word, const ActorMention& mention, std::vector<ActorRef>& found) const {
  const Tree& t = trees_[static_cast<size_t>(sentence)];
  for (int k : t.children(mention.head)) {
    const Rel rel = t.rel(k);
    const bool modifier = rel == Rel::kAmod || rel == Rel::kCompound || rel == Rel::kNmodPoss;
    if (!modifier || k >= mention.first) continue;
    const std::vector<int> all = t.conjuncts(k);
    const bool shares = std::any_of(all.begin(), all.end(), [&](int c) { return mention.first <= c && c <= word; });
    if (!shares) continue;
    for (int c : all) {
      if (c < mention.first && cast_.MentionAt(sentence, c) != nullptr) AddActor(sentence, c, true, kMaxOwners, found);
    }
  }
}

// "the armies of Brazil and Argentina": several, each of one; the mention is the first's.
void FrameMatcher::AddFurtherOwners(int sentence, const ActorMention& mention, std::vector<ActorRef>& found) const {
  const Tree& t = trees_[static_cast<size_t>(sentence)];
  if (!HasFeature(t.word(mention.head), "Number=Plur")) return;
  for (int k : t.children(mention.head)) {
    if (t.rel(k) != Rel::kNmod || t.preposition(k) != "of") continue;
    for (int c : t.conjuncts(k)) {
      const ActorMention* owner = c == k ? nullptr : cast_.MentionAt(sentence, c);
      const bool state =
          owner != nullptr && owner->actor >= 0 && cast_.actors[static_cast<size_t>(owner->actor)].state >= 0;
      if (state && c > mention.last) AddActor(sentence, c, true, kMaxOwners, found);
    }
  }
}

// Who has made, filed, ordered … the thing: "the petition filed by the union", "the truce that the rebels declared".
std::vector<int> FrameMatcher::Makers(int sentence, int word) const {
  const Tree& t = trees_[static_cast<size_t>(sentence)];
  std::vector<int> makers;
  for (int k : t.children(word)) {
    if (BaseRel(t.rel(k)) != Rel::kAcl || !InClass("make", t.word(k))) continue;
    const Proposition* clause = layer_.At(sentence, k);
    if (clause == nullptr) continue;
    const Argument* subject = clause->Find(Slot::kSubject);
    if (subject != nullptr && subject->word != word) makers.push_back(subject->word);
  }
  return makers;
}

// Who leads, holds, brokers it: "Kurdish-led", "rebel-held", "UN-brokered".
std::vector<int> FrameMatcher::Leaders(int sentence, int word) const {
  const Tree& t = trees_[static_cast<size_t>(sentence)];
  std::vector<int> leaders;
  for (int k : t.children(word)) {
    if (t.rel(k) != Rel::kAmod || !InClass("agentmodifier", t.word(k)) || k < 2) continue;
    if (t.word(k - 1).upos == Upos::kPunct && !t.word(k - 1).space_after) leaders.push_back(k - 2);
  }
  return leaders;
}

// "the shelling of Ganja": what follows "of" suffers the deed and does not own it.
bool FrameMatcher::IsSufferedBy(const ParsedWord& noun) const {
  const RoleStep of{RoleKind::kPreposition, "of"};
  auto names = [&](const std::vector<RoleChoice>& choices) {
    return std::any_of(choices.begin(), choices.end(), [&](const RoleChoice& choice) {
      return std::any_of(choice.begin(), choice.end(),
                         [&](const RolePath& path) { return path.size() == 1 && path[0] == of; });
    });
  };
  const std::vector<uint32_t>& lines = frames_.Find(FramePos::kNoun, LowerAscii(noun.lemma));
  return std::any_of(lines.begin(), lines.end(), [&](uint32_t i) {
    return names(frames_.frames()[i].recipient) && !names(frames_.frames()[i].actor);
  });
}

// Whose it is: Iran's decision, a plan by Iran, the motion filed by them, a Saudi-led raid, the US embassy, members of
// Hamas.
void FrameMatcher::AddOwner(int sentence, int word, int depth, std::vector<ActorRef>& found) const {
  const Tree& t = trees_[static_cast<size_t>(sentence)];
  if (depth >= kMaxOwners) return;
  const size_t before = found.size();
  auto add = [&](int owner) {
    for (int w : t.conjuncts(owner)) AddActor(sentence, w, true, depth + 1, found);
    return found.size() > before;
  };
  if (!IsNominal(t.word(word))) return;
  auto phrase = [&](int k, std::initializer_list<std::string_view> preps) {
    if (BaseRel(t.rel(k)) != Rel::kNmod || t.rel(k) == Rel::kNmodPoss) return false;
    const std::string prep = t.preposition(k);
    return std::find(preps.begin(), preps.end(), prep) != preps.end();
  };
  const bool suffered = IsSufferedBy(t.word(word));
  for (int k : t.children(word)) {
    if (t.rel(k) == Rel::kNmodPoss && add(k)) return;
  }
  for (int k : t.children(word)) {
    if (phrase(k, {"by"}) && add(k)) return;
  }
  for (int maker : Makers(sentence, word)) {
    if (add(maker)) return;
  }
  for (int k : t.children(word)) {
    const Rel rel = t.rel(k);
    if ((rel == Rel::kAmod || rel == Rel::kCompound || rel == Rel::kNmodDesc) && add(k)) return;
    if (phrase(k, {"of", "from"}) && !(suffered && t.preposition(k) == "of") && add(k)) return;
  }
  for (int leader : Leaders(sentence, word)) {
    if (add(leader)) return;
  }
}

// Somebody named by the phrases that hang on a noun, the likeliest preposition first; then by its clauses: "the embargo
// it has imposed on the island", "claims that soldiers tortured them", "efforts at mending the Chadian economy".
std::vector<ActorRef> FrameMatcher::Nested(int sentence, int word, int depth) const {
  const Tree& t = trees_[static_cast<size_t>(sentence)];
  auto look = [&](int w) {
    std::vector<ActorRef> found = Actors(sentence, w, true);
    if (found.empty() && depth < kMaxNested) found = Nested(sentence, w, depth + 1);
    return found;
  };
  for (std::string_view prep : kTowards) {
    for (int k : t.children(word)) {
      if (BaseRel(t.rel(k)) != Rel::kNmod || t.preposition(k) != prep) continue;
      std::vector<ActorRef> found = look(k);
      if (!found.empty()) return found;
    }
  }
  for (int k : t.children(word)) {
    if (BaseRel(t.rel(k)) != Rel::kAcl && t.rel(k) != Rel::kCcomp) continue;
    const Proposition* clause = layer_.At(sentence, k);
    if (clause == nullptr) continue;
    const Argument* subject = clause->Find(Slot::kSubject);
    if (clause->mark == "that" && subject != nullptr) return look(subject->word);
    for (const Argument& a : clause->arguments) {
      const bool towards = a.slot == Slot::kOblique && Among(a.prep, {"on", "against", "to", "for"});
      if (a.word == word || a.inherited || (!towards && a.slot != Slot::kObject)) continue;
      std::vector<ActorRef> found = look(a.word);
      if (!found.empty()) return found;
    }
  }
  return {};
}

// Who leads a deed that its noun tells: "a Kurdish-led offensive".
std::vector<ActorRef> FrameMatcher::LedBy(const Proposition& p) const {
  std::vector<ActorRef> found;
  if (p.kind != PredicateKind::kNoun) return found;
  for (int leader : Leaders(p.sentence, p.word)) {
    AddActor(p.sentence, leader, true, kMaxOwners, found);
    if (found.empty()) {  // nobody that the report knows: by the words
      ActorRef ref;
      ref.span = trees_[static_cast<size_t>(p.sentence)].word(leader).span;
      found.push_back(std::move(ref));
    }
  }
  return found;
}

// Leaves out the actors themselves, their own state, names that are nobody known; a phrase with "in" or "at" gives
// places.
void FrameMatcher::KeepOthers(const std::vector<ActorRef>& actors, bool place, std::vector<ActorRef>& found) const {
  auto is_state = [&](const ActorRef& who) {
    return who.actor >= 0 && cast_.actors[static_cast<size_t>(who.actor)].state >= 0;
  };
  auto own = [&](const ActorRef& who) {
    if (who.actor < 0 && who.code.empty()) return true;
    if (place && !is_state(who) && who.actor >= 0) return true;
    return std::any_of(actors.begin(), actors.end(), [&](const ActorRef& a) {
      return SameActor(a, who) || (!place && is_state(who) && a.code == who.code);
    });
  };
  found.erase(std::remove_if(found.begin(), found.end(), own), found.end());
}

// One word of a phrase, and what hangs on it; `itself`: the word may be somebody; `place`: only as a place.
std::vector<ActorRef> FrameMatcher::Named(int sentence, int word, const std::vector<ActorRef>& actors, bool itself,
                                          bool place) const {
  std::vector<ActorRef> found;
  if (itself) found = Actors(sentence, word, true);
  KeepOthers(actors, place && cast_.MentionAt(sentence, word) != nullptr, found);
  if (!found.empty()) return found;
  found = Nested(sentence, word, 0);
  KeepOthers(actors, false, found);
  const Span own = trees_[static_cast<size_t>(sentence)].word(word).span;  // a name that has phrases in itself
  found.erase(std::remove_if(found.begin(), found.end(), [&](const ActorRef& who) { return who.span.overlaps(own); }),
              found.end());
  return found;
}

std::vector<ActorRef> FrameMatcher::Beside(const Proposition& p, const std::vector<ActorRef>& actors, int depth) const {
  const Tree& t = trees_[static_cast<size_t>(p.sentence)];
  std::vector<ActorRef> found;
  for (const Argument& a : p.arguments) {
    if (a.slot != Slot::kObject && a.slot != Slot::kIndirect) continue;
    // What somebody sends or pulls back is his own: "withdrew its troops", "scrambled a jet"; what he sets up is not
    // yet anybody.
    const bool own = InClass("troops", t.word(a.word)) || InClass("peacekeeper", t.word(a.word)) ||
                     InClass("create", t.word(p.word));
    found = Named(p.sentence, a.word, actors, !own, false);
    if (!found.empty()) return found;
  }
  auto phrases = [&](bool places) {
    for (std::string_view prep : kTowards) {
      if ((prep == "in" || prep == "at") != places) continue;
      for (const Argument& a : p.arguments) {
        if (a.slot != Slot::kOblique || a.prep != prep) continue;
        found = Named(p.sentence, a.word, actors, true, places);
        if (!found.empty()) return true;
      }
    }
    return false;
  };
  if (phrases(false)) return found;
  // What is agreed, refused or meant: "offered to mend the roads of Chad", "paid to feed people in Chad".
  for (int k : t.children(p.word)) {
    if (depth >= kMaxNested || k < p.word) continue;
    const Rel rel = t.rel(k);
    const Proposition* clause = layer_.At(p.sentence, k);
    const bool meant = rel == Rel::kXcomp || rel == Rel::kCcomp ||
                       (rel == Rel::kAdvcl && clause != nullptr && (clause->infinitive || clause->mark == "by"));
    if (!meant || clause == nullptr) continue;
    found = Beside(*clause, actors, depth + 1);
    if (!found.empty()) return found;
  }
  phrases(true);
  return found;
}

}  // namespace rapporteur
