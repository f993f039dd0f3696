// Who acts and who is on the other side of one event: the frame's roles first, then what the sentence around tells.
//
// Deterministic; a view that must not outlive what it is made of.
#pragma once

#include <string>
#include <vector>

#include "coding/frame_match.h"
#include "coding/items.h"
#include "coding/proposition.h"
#include "coding/things.h"
#include "lexicon/frames.h"
#include "resolve/cast.h"

namespace rapporteur {

struct RoleSources {
  const std::vector<Tree>& trees;
  const PropositionLayer& layer;
  const Cast& cast;
  const FrameMatcher& matcher;
  const WordClasses& classes;
  const ThingReader& things;
  const std::vector<const Frame*>& frames;  // of each proposition; null where no frame tells an event
  const SpeakerAt& speaker;
};

// What was taken, for `rapporteur explain`.
struct RoleSteps {
  std::vector<std::string> actors, recipients;
};

class EventRoles {
 public:
  explicit EventRoles(const RoleSources& in) : in_(in) {}

  // Fills the actors and recipients of `event`, whose type, mode and code are those of the frame that `p` matched. An
  // attack that is one of words becomes a reproach.
  void Fill(const Proposition& p, const FrameMatch& match, Event& event, RoleSteps& steps) const;

 private:
  void FillActors(const Proposition& p, const Frame& frame, Event& event, std::vector<std::string>& steps) const;
  void FillRecipients(const Proposition& p, const FrameMatch& match, Event& event,
                      std::vector<std::string>& steps) const;
  void TakeAsWords(const Proposition& p, const FrameMatch& match, Event& event) const;
  void TakeAsJoint(const Proposition& p, const FrameMatch& match, Event& event) const;
  std::vector<ActorRef> DoerOf(const Proposition& deed, const Frame& frame) const;
  std::vector<ActorRef> DoerOfObject(const Proposition& p, const FrameMatch& match, std::string_view type,
                                     std::vector<std::string>& steps, bool& of_deed) const;
  std::vector<ActorRef> BehindDocument(const Proposition& p, const Frame& frame, std::vector<std::string>& steps) const;
  std::vector<ActorRef> BeforeDocument(const Proposition& p, std::vector<std::string>& steps) const;
  void AddSides(const Proposition& p, const Frame& frame, std::vector<ActorRef>& actors) const;
  void AddVisitor(const Proposition& p, Event& event, std::vector<std::string>& steps) const;
  const Tree& tree(const Proposition& p) const { return in_.trees[static_cast<size_t>(p.sentence)]; }
  std::string NameOf(const ActorRef& who) const {
    return who.actor >= 0 ? in_.cast.actors[static_cast<size_t>(who.actor)].name : who.code;
  }

  RoleSources in_;
};

}  // namespace rapporteur
