// Who fills the roles of a frame: the second half of FrameMatcher.
#include <algorithm>

#include "base/among.h"
#include "coding/frame_match.h"

namespace rapporteur {

std::vector<int> FrameMatcher::Words(const Proposition& p, const RoleStep& step) const {
  const Tree& t = trees_[static_cast<size_t>(p.sentence)];
  std::vector<int> words;
  for (const Argument& a : p.arguments) {
    bool fits = false;
    switch (step.kind) {
      case RoleKind::kSubject:
        fits = a.slot == Slot::kSubject;
        break;
      case RoleKind::kObject:
        fits = a.slot == Slot::kObject || a.slot == Slot::kIndirect;
        break;
      case RoleKind::kPossessor:
        fits = a.slot == Slot::kPossessor;
        break;
      case RoleKind::kPreposition:
        fits = (a.slot == Slot::kOblique && a.prep == step.prep) || (a.slot == Slot::kIndirect && step.prep == "to");
        break;
      case RoleKind::kCompound:
        fits = a.slot == Slot::kPossessor && t.rel(a.word) == Rel::kCompound;
        break;
      case RoleKind::kComplement:
        fits = a.slot == Slot::kClause;
        break;
      default:
        break;
    }
    if (fits) words.push_back(a.word);
  }
  if (step.kind == RoleKind::kComplement && words.empty()) {
    for (int k : t.children(p.word)) {
      if (t.rel(k) == Rel::kAdvcl && k > p.word) words.push_back(k);
    }
  }
  // "Give them weapons": the indirect object is the object of a role, the weapons are not.
  if (step.kind == RoleKind::kObject) {
    const Argument* indirect = p.Find(Slot::kIndirect);
    if (indirect != nullptr) words = {indirect->word};
  }
  return words;
}

std::optional<ActorRef> FrameMatcher::Speaker(const Proposition& p, const SpeakerAt& speaker) const {
  // "considers it unacceptable": the verb above is where the judgement is made.
  if (p.above >= 0 && p.link == Link::kXcomp) {
    const Proposition& above = layer_.all[static_cast<size_t>(p.above)];
    const Argument* subject = above.Find(Slot::kSubject);
    if (above.kind == PredicateKind::kVerb && subject != nullptr) {
      const std::vector<ActorRef> found = Actors(p.sentence, subject->word, false);
      if (!found.empty()) return found.front();
    }
  }
  const Tree& t = trees_[static_cast<size_t>(p.sentence)];
  // An attribute that the parser put before its noun: "considers unacceptable attempts".
  const int up = t.head(p.word);
  if (up >= 0 && t.rel(p.word) == Rel::kAmod && t.head(up) >= 0 && t.rel(up) == Rel::kObj) {
    const Proposition* verb = layer_.At(p.sentence, t.head(up));
    if (verb != nullptr && verb->lemma == "consider") {
      const Argument* subject = verb->Find(Slot::kSubject);
      if (subject != nullptr) {
        const std::vector<ActorRef> found = Actors(p.sentence, subject->word, false);
        if (!found.empty()) return found.front();
      }
    }
  }
  return speaker ? speaker(t.word(p.word).span.begin) : std::nullopt;
}

// The words that a role's path leads to.
std::vector<int> FrameMatcher::Follow(const Proposition& p, const RolePath& path) const {
  std::vector<int> words{p.word};
  for (size_t i = 0; i < path.size(); ++i) {
    std::vector<int> next;
    for (int w : words) {
      const Proposition* from = i == 0 ? &p : layer_.At(p.sentence, w);
      if (from == nullptr) continue;
      const std::vector<int> more = Words(*from, path[i]);
      next.insert(next.end(), more.begin(), more.end());
    }
    words = std::move(next);
  }
  return words;
}

namespace {

// Words that say who or what is hit although they are no actor: nouns, and what stands for people ("the four were
// held", "many of those detained", "them").
bool IsNamedOrCounted(const ParsedWord& word) {
  switch (word.upos) {
    case Upos::kNoun:
    case Upos::kPropn:
    case Upos::kNum:
      return true;
    case Upos::kPron:
    case Upos::kDet:
    case Upos::kAdj:
      return Among(LowerAscii(word.lemma),
                   {"they", "he",       "she",       "we",      "i",        "you",    "those", "these",
                    "some", "many",     "several",   "other",   "others",   "all",    "both",  "more",
                    "most", "everyone", "everybody", "someone", "somebody", "anyone", "one",   "few"});
    default:
      return false;
  }
}

}  // namespace

std::vector<int> FrameMatcher::Targets(const Proposition& p, const std::vector<RoleChoice>& choices,
                                       const std::function<bool(int word)>& may) const {
  const Tree& t = trees_[static_cast<size_t>(p.sentence)];
  for (const RoleChoice& choice : choices) {
    for (const RolePath& path : choice) {
      const RoleStep& end = path.back();
      const bool direct = end.kind == RoleKind::kObject || (path.size() == 1 && end.kind == RoleKind::kSubject) ||
                          (end.kind == RoleKind::kPreposition && Among(end.prep, {"on", "of", "against"}));
      if (!direct) continue;
      std::vector<int> found;
      for (int w : Follow(p, path)) {
        if (IsNamedOrCounted(t.word(w)) && may(w)) found.push_back(w);
      }
      if (!found.empty()) return found;
    }
  }
  return {};
}

// "agreed to pull back its troops", "to set up a council": what a clause's object names is the doer's own, or not yet
// anybody.
bool FrameMatcher::IsOwnMeans(int sentence, int word) const {
  const Tree& t = trees_[static_cast<size_t>(sentence)];
  const int verb = t.head(word);
  if (verb >= 0 && t.rel(word) == Rel::kObj && InClass("create", t.word(verb))) return true;
  const int whose = t.child(word, {Rel::kNmodPoss});
  return whose >= 0 && t.word(whose).upos == Upos::kPron &&
         (InClass("troops", t.word(word)) || InClass("peacekeeper", t.word(word)));
}

std::vector<ActorRef> FrameMatcher::Fill(const Proposition& p, const std::vector<RoleChoice>& choices,
                                         const SpeakerAt& speaker, std::vector<std::string>* steps) const {
  for (const RoleChoice& choice : choices) {
    std::vector<ActorRef> found;
    for (const RolePath& path : choice) {
      if (path.empty() || path[0].kind == RoleKind::kNone) continue;
      if (path[0].kind == RoleKind::kSpeaker) {
        if (auto who = Speaker(p, speaker)) found.push_back(*who);
        continue;
      }
      const std::vector<int> words = Follow(p, path);
      const RoleStep& last = path.back();
      const bool places = last.kind == RoleKind::kPreposition || last.kind == RoleKind::kObject;
      for (int w : words) {
        if (path.size() > 1 && last.kind == RoleKind::kObject && IsOwnMeans(p.sentence, w)) continue;
        for (ActorRef& who :
             Actors(p.sentence, w, places, last.kind != RoleKind::kPossessor && last.kind != RoleKind::kCompound)) {
          const bool again = std::any_of(found.begin(), found.end(), [&](const ActorRef& other) {
            return other.span == who.span || (who.actor >= 0 && other.actor == who.actor);
          });
          if (!again) found.push_back(std::move(who));
        }
      }
    }
    if (found.empty()) continue;
    if (steps != nullptr) {
      for (const ActorRef& who : found) {
        steps->push_back(who.actor >= 0 ? cast_.actors[static_cast<size_t>(who.actor)].name : who.code);
      }
    }
    return found;
  }
  return {};
}

const NamePhrase* FrameMatcher::NameAt(int sentence, int word) const {
  for (const NamePhrase& name : cast_.names[static_cast<size_t>(sentence)]) {
    if (name.first <= word && word <= name.last) return &name;
  }
  return nullptr;
}

// A name that the cast has not: a city that is attacked, an unknown name that the model takes for a place.
std::optional<ActorRef> FrameMatcher::BareName(int sentence, const NamePhrase& name, bool places) const {
  if (!places) return std::nullopt;
  ActorRef ref;
  ref.span = trees_[static_cast<size_t>(sentence)].span(name.first, name.last);
  const PlaceMention* place = cast_.PlaceAt(sentence, name.head);
  if (place != nullptr) ref.code = place->country;
  return ref;
}

// A pronoun's role is told by the name it stands for, where its sentence has that name before it.
Span FrameMatcher::NamedInSentence(const ActorMention& mention) const {
  if (mention.form != MentionForm::kPronoun || mention.actor < 0) return mention.span;
  for (const ActorMention& other : cast_.MentionsIn(mention.sentence)) {
    if (other.last < mention.first && other.actor == mention.actor &&
        (other.form == MentionForm::kName || other.form == MentionForm::kDescription ||
         other.form == MentionForm::kMetonym)) {
      return other.span;
    }
  }
  return mention.span;
}

void FrameMatcher::AddActor(int sentence, int word, bool places, int depth, std::vector<ActorRef>& found) const {
  const Tree& t = trees_[static_cast<size_t>(sentence)];
  const ActorMention* mention = cast_.MentionAt(sentence, word);
  if (mention != nullptr && (mention->head == word || depth == 0) && (places || !mention->place)) {
    // A demonym before a noun that is nobody is that noun's owner, not the word itself.
    ActorRef ref;
    ref.actor = mention->actor;
    ref.span = NamedInSentence(*mention);
    // "his counterpart, Ilmar Dost": the name beside belongs to the words that fill the role.
    if (const ActorMention* beside = cast_.MentionAt(sentence, std::min(mention->last + 2, t.size() - 1));
        depth == 0 && beside != nullptr && beside->actor == mention->actor && beside->first == mention->last + 2 &&
        t.word(mention->last + 1).form == "," && t.rel(beside->head) == Rel::kAppos) {
      ref.span = hull(ref.span, beside->span);
    }
    if (mention->actor >= 0) {
      const CastActor& actor = cast_.actors[static_cast<size_t>(mention->actor)];
      ref.code = actor.code;
      ref.sectors = actor.sectors;
    }
    if (depth == 0) AddSharers(sentence, word, *mention, found);
    found.push_back(std::move(ref));
    if (depth == 0) AddFurtherOwners(sentence, *mention, found);
    return;
  }
  if (const NamePhrase* name = NameAt(sentence, word); name != nullptr) {
    // Of a thing's place only the country that is known counts: "the Kirkuk pipeline".
    const std::optional<ActorRef> ref = BareName(sentence, *name, places);
    if (ref && (depth == 0 || !ref->code.empty())) found.push_back(*ref);
    if (ref && !found.empty()) return;
    if (depth == 0) return;
  }
  // A place that only the gazetteer knows.
  if (const PlaceMention* place = cast_.PlaceAt(sentence, word); place != nullptr && depth == 0 && places) {
    if (place->country.empty() || trees_[static_cast<size_t>(sentence)].word(word).upos != Upos::kPropn) return;
    ActorRef ref;
    ref.span = place->span;
    ref.code = place->country;
    found.push_back(std::move(ref));
    return;
  }
  AddOwner(sentence, word, depth, found);
}

std::vector<ActorRef> FrameMatcher::Actors(int sentence, int word, bool places, bool owners) const {
  const Tree& t = trees_[static_cast<size_t>(sentence)];
  std::vector<ActorRef> found;
  for (int w : t.conjuncts(word)) AddActor(sentence, w, places, owners ? 0 : 3, found);
  if (!owners && found.empty()) {
    const ActorMention* mention = cast_.MentionAt(sentence, word);
    if (mention != nullptr && (places || !mention->place)) AddActor(sentence, mention->head, places, 0, found);
  }
  return found;
}

}  // namespace rapporteur
