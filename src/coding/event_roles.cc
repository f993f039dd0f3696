#include "coding/event_roles.h"

#include <algorithm>

#include "base/among.h"
#include "coding/attack_words.h"
#include "coding/event_compose.h"

namespace rapporteur {
namespace {

constexpr int kMaxClimb = 6;
const std::vector<RoleChoice> kOwner{{{{RoleKind::kPossessor, ""}}}};

bool NamesRecipient(const Frame& frame) {
  return std::none_of(frame.recipient.begin(), frame.recipient.end(), [](const RoleChoice& choice) {
    return !choice.empty() && !choice.front().empty() && choice.front().front().kind == RoleKind::kNone;
  });
}

// "the army's killing of the monks": beside an "of" the possessor does what he otherwise suffers.
bool DoneByOwner(const Proposition& p, const Frame& frame) {
  if (p.kind != PredicateKind::kNoun || p.Find(Slot::kOblique, "of") == nullptr) return false;
  auto suffers = [](const RoleChoice& choice) {
    return choice.size() == 1 && choice[0].size() == 1 && choice[0][0] == RoleStep{RoleKind::kPreposition, "of"};
  };
  return std::any_of(frame.recipient.begin(), frame.recipient.end(), suffers);
}

}  // namespace

void EventRoles::Fill(const Proposition& p, const FrameMatch& match, Event& event, RoleSteps& steps) const {
  FillActors(p, *match.frame, event, steps.actors);
  FillRecipients(p, match, event, steps.recipients);
  if (event.type == "ASSAULT" || event.mode == "riot") TakeAsWords(p, match, event);
  if (event.type == "MOBILIZE") TakeAsJoint(p, match, event);
}

// Exercises of two armies are held together: "war games of U.S. and Jordanian troops".
void EventRoles::TakeAsJoint(const Proposition& p, const FrameMatch& match, Event& event) const {
  if (event.actors.size() < 2 || event.actors.front().code == event.actors.back().code) return;
  auto is_exercise = [&](int w) { return InClass(in_.classes, "exercise", LowerAscii(tree(p).word(w).lemma)); };
  if (!is_exercise(p.word) && std::none_of(match.consumed.begin(), match.consumed.end(), is_exercise)) return;
  event.type = "COOPERATE";
  event.mode = "military";
  event.cameo = "062";
  event.by.steps.push_back("an exercise of two sides: joint");
}

void EventRoles::FillActors(const Proposition& p, const Frame& frame, Event& event,
                            std::vector<std::string>& steps) const {
  if (p.kind == PredicateKind::kNoun && p.light_verb >= 0) {
    const Argument* subject = p.Find(Slot::kSubject);
    if (subject != nullptr) event.actors = in_.matcher.Actors(p.sentence, subject->word, false);
    for (const ActorRef& who : event.actors) steps.push_back(NameOf(who));
    // The equal sides of talks that somebody holds are added to the subject.
    if (!event.actors.empty() && event.type == "CONSULT") AddSides(p, frame, event.actors);
  }
  if (event.actors.empty()) event.actors = in_.matcher.Fill(p, frame.actor, in_.speaker, &steps);
  if (event.actors.empty()) event.actors = BehindDocument(p, frame, steps);
  if (event.actors.empty()) event.actors = in_.matcher.LedBy(p);
  if (event.actors.empty() && DoneByOwner(p, frame)) event.actors = in_.matcher.Fill(p, kOwner, in_.speaker, &steps);
  if (event.type == "CONSULT" && event.actors.size() == 1 && p.kind == PredicateKind::kNoun)
    AddVisitor(p, event, steps);
}

void EventRoles::FillRecipients(const Proposition& p, const FrameMatch& match, Event& event,
                                std::vector<std::string>& steps) const {
  const Frame& frame = *match.frame;
  bool of_deed = false;
  event.recipients = DoerOfObject(p, match, event.type, steps, of_deed);
  if (!of_deed) event.recipients = in_.matcher.Fill(p, frame.recipient, in_.speaker, &steps);
  if (event.recipients.empty() && NamesRecipient(frame)) event.recipients = BeforeDocument(p, steps);
  if (Among(event.type, {"ASSAULT", "COERCE", "ACCUSE"}) && !of_deed)
    in_.things.FallOn(in_.matcher, p, match, event.recipients, steps);
  DropRepeated(event);
  const bool equal_sides =
      event.actors.size() > 1 &&
      (Among(event.type, {"CONSULT", "AGREE", "COOPERATE", "SUPPORT"}) ||
       (event.type == "REJECT" && event.actors.front().code != event.actors.back().code));  // failed to agree
  if (event.recipients.empty() && !event.actors.empty() && !equal_sides && !of_deed && NamesRecipient(frame)) {
    event.recipients = in_.matcher.Beside(p, event.actors);
    for (const ActorRef& who : event.recipients) steps.push_back(NameOf(who) + " (named beside)");
  }
}

// "Senators attacked the nominee over his record": a reproach.
void EventRoles::TakeAsWords(const Proposition& p, const FrameMatch& match, Event& event) const {
  const AttackSides sides{event.actors, event.recipients, in_.cast};
  std::string why = AttackByWords(tree(p), p, sides, in_.classes);
  for (int w : match.consumed) {  // "launched a fierce attack on …"
    const Proposition* noun = in_.layer.At(p.sentence, w);
    if (why.empty() && noun != nullptr) why = AttackByWords(tree(p), *noun, sides, in_.classes);
  }
  if (why.empty()) return;
  event.type = "ACCUSE";
  event.mode = "disapprove";
  event.cameo = "111";
  event.by.steps.push_back("an attack by words: " + why);
}

// Who does the deed that a noun tells.
std::vector<ActorRef> EventRoles::DoerOf(const Proposition& deed, const Frame& frame) const {
  std::vector<ActorRef> found = in_.matcher.Fill(deed, frame.actor, in_.speaker, nullptr);
  if (found.empty()) found = in_.matcher.LedBy(deed);
  if (found.empty() && DoneByOwner(deed, frame)) found = in_.matcher.Fill(deed, kOwner, in_.speaker, nullptr);
  for (const Argument& during : deed.arguments) {  // "the killing of villagers during Turkish operations"
    if (found.empty() && during.slot == Slot::kOblique && Among(during.prep, {"during", "amid"}))
      found = in_.matcher.Actors(deed.sentence, during.word, false);
  }
  return found;
}

// "condemned the killing of the monks by the army": who did the deed is on the other side, not who suffered it.
std::vector<ActorRef> EventRoles::DoerOfObject(const Proposition& p, const FrameMatch& match, std::string_view type,
                                               std::vector<std::string>& steps, bool& of_deed) const {
  if (!Among(type, {"ACCUSE", "SUPPORT", "REJECT"})) return {};
  for (const Argument& a : p.arguments) {
    if (a.slot != Slot::kObject || std::find(match.words.begin(), match.words.end(), a.word) != match.words.end())
      continue;
    const int deed = in_.layer.at[static_cast<size_t>(p.sentence)][static_cast<size_t>(a.word)];
    if (deed < 0 || in_.frames[static_cast<size_t>(deed)] == nullptr) continue;
    const Proposition& q = in_.layer.all[static_cast<size_t>(deed)];
    if (q.kind != PredicateKind::kNoun) continue;
    const Frame& frame = *in_.frames[static_cast<size_t>(deed)];
    std::vector<ActorRef> found = DoerOf(q, frame);
    of_deed = !found.empty() || (type == "ACCUSE" && Among(frame.type, {"ASSAULT", "COERCE"}));
    for (const ActorRef& who : found) steps.push_back(NameOf(who) + " (does \"" + q.lemma + "\")");
    if (!found.empty()) return found;
  }
  return {};
}

// "Parliament passed a resolution criticising him": who makes the document does what it says.
std::vector<ActorRef> EventRoles::BehindDocument(const Proposition& p, const Frame& frame,
                                                 std::vector<std::string>& steps) const {
  if (p.kind != PredicateKind::kVerb || p.passive || p.link != Link::kNounClause || frame.actor.empty()) return {};
  const Proposition& document = in_.layer.all[static_cast<size_t>(p.above)];
  std::vector<ActorRef> found;
  for (const Argument& a : document.arguments) {
    const bool maker = a.slot == Slot::kPossessor || (a.slot == Slot::kOblique && (a.prep == "by" || a.prep == "from"));
    if (maker && found.empty()) found = in_.matcher.Actors(p.sentence, a.word, false, false);
  }
  if (found.empty() && document.above >= 0 && document.link == Link::kObject) {
    const Argument* subject = in_.layer.all[static_cast<size_t>(document.above)].Find(Slot::kSubject);
    if (subject != nullptr) found = in_.matcher.Actors(p.sentence, subject->word, false, false);
  }
  for (const ActorRef& who : found) steps.push_back(NameOf(who) + " (behind \"" + document.lemma + "\")");
  return found;
}

// "sent the government a letter demanding talks": who gets the document is on the other side of what it says.
std::vector<ActorRef> EventRoles::BeforeDocument(const Proposition& p, std::vector<std::string>& steps) const {
  if (p.kind != PredicateKind::kVerb || p.passive || p.link != Link::kNounClause || !p.participle) return {};
  const Proposition& document = in_.layer.all[static_cast<size_t>(p.above)];
  if (document.above < 0 || document.link != Link::kObject) return {};
  const Proposition& verb = in_.layer.all[static_cast<size_t>(document.above)];
  const Argument* to = verb.Find(Slot::kIndirect);
  if (to == nullptr) to = verb.Find(Slot::kOblique, "to");
  if (to == nullptr) return {};
  std::vector<ActorRef> found = in_.matcher.Actors(p.sentence, to->word, false);
  for (const ActorRef& who : found) steps.push_back(NameOf(who) + " (gets \"" + document.lemma + "\")");
  return found;
}

void EventRoles::AddSides(const Proposition& p, const Frame& frame, std::vector<ActorRef>& actors) const {
  for (ActorRef& side : in_.matcher.Fill(p, frame.actor, in_.speaker, nullptr)) {
    const bool again = std::any_of(actors.begin(), actors.end(), [&](const ActorRef& a) {
      return a.span == side.span || (side.actor >= 0 && a.actor == side.actor);
    });
    if (!again) actors.push_back(std::move(side));
  }
}

// "At the start of a meeting with X, Y said": the other side is who the clause is about.
void EventRoles::AddVisitor(const Proposition& p, Event& event, std::vector<std::string>& steps) const {
  const bool with = std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
    return a.slot == Slot::kOblique && a.prep == "with" &&
           tree(p).span(a.word, a.word).overlaps(hull(event.actors[0].span, {}));
  });
  int at = p.word;
  const Tree& t = tree(p);
  for (int steps_up = 0; with && t.head(at) >= 0 && steps_up < kMaxClimb; ++steps_up) {
    at = t.head(at);
    const Proposition* clause = in_.layer.At(p.sentence, at);
    if (clause == nullptr || clause->kind != PredicateKind::kVerb) continue;
    const Argument* subject = clause->Find(Slot::kSubject);
    if (subject == nullptr) continue;
    for (ActorRef& who : in_.matcher.Actors(p.sentence, subject->word, false, false)) {
      if (SameActor(who, event.actors.front())) continue;
      steps.push_back(NameOf(who) + " (subject of the clause)");
      event.actors.push_back(std::move(who));
    }
    return;
  }
}

}  // namespace rapporteur
