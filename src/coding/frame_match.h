// Which frame of frames.tsv a predicate calls up, and who fills the frame's roles.
//
// Deterministic; views must not outlive what they are made of.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "coding/items.h"
#include "coding/proposition.h"
#include "lexicon/frames.h"
#include "resolve/cast.h"

namespace rapporteur {

struct FrameMatch {
  const Frame* frame = nullptr;
  std::vector<int> words;     // that spell the frame's lemma, in text order, the predicate among them
  std::vector<int> consumed;  // that met a condition: they give no event of their own
};

// A participle read as an adjective: the subject of its passive is its own ("the party is opposed to it").
Proposition AsAdjective(const Proposition& p);

// Who says the words at a byte offset, when somebody does: the innermost statement's speaker.
using SpeakerAt = std::function<std::optional<ActorRef>(uint32_t offset)>;

class FrameMatcher {
 public:
  FrameMatcher(const std::vector<Tree>& trees, const PropositionLayer& layer, const Cast& cast, const Lexicon& lexicon)
      : trees_(trees), layer_(layer), cast_(cast), frames_(lexicon.frames()), lexicon_(&lexicon) {}

  // The frame that fits best; none when no line does. A NONE frame is a match too: the caller leaves the event out.
  std::optional<FrameMatch> Best(const Proposition& p) const;

  // The actors of the first choice that finds somebody.
  std::vector<ActorRef> Fill(const Proposition& p, const std::vector<RoleChoice>& choices, const SpeakerAt& speaker,
                             std::vector<std::string>* steps) const;

  // The words of the first choice that may be what the deed falls on although they are no actor: a building, a convoy,
  // "the four". `may` says of a word whether it may: words that a condition consumed ("seized POWER") are mostly none.
  std::vector<int> Targets(const Proposition& p, const std::vector<RoleChoice>& choices,
                           const std::function<bool(int word)>& may) const;

  // Who leads a deed that its noun tells: "a Kurdish-led offensive".
  std::vector<ActorRef> LedBy(const Proposition& p) const;

  // Who is on the other side of a deed whose frame finds nobody: whose the object is, whom its or the predicate's
  // phrases name ("lifted the ban on exports to Mali", "keep the mission in Mali"), the place itself last. `actors` are
  // left out.
  // `depth`: how many clauses down already.
  std::vector<ActorRef> Beside(const Proposition& p, const std::vector<ActorRef>& actors, int depth = 0) const;

  // Who a word (and what is coordinated with it) stands for; through possessors and nationalities where the word itself
  // is nobody ("the results of the meeting" gives nobody, "Iran's decision" gives Iran). `places` lets places count.
  std::vector<ActorRef> Actors(int sentence, int word, bool places, bool owners = true) const;

 private:
  bool Holds(const Proposition& p, const FrameCondition& c, std::vector<int>& consumed) const;
  bool Spells(const Proposition& p, const Frame& frame, std::vector<int>& words) const;
  void Try(const Proposition& p, uint32_t index, std::optional<FrameMatch>& best, size_t& most) const;
  std::vector<int> Words(const Proposition& p, const RoleStep& step) const;
  bool Takes(const FrameCondition& c, const Tree& t, int word) const;
  std::vector<int> Follow(const Proposition& p, const RolePath& path) const;
  void AddActor(int sentence, int word, bool places, int depth, std::vector<ActorRef>& found) const;
  void AddSharers(int sentence, int word, const ActorMention& mention, std::vector<ActorRef>& found) const;
  void AddFurtherOwners(int sentence, const ActorMention& mention, std::vector<ActorRef>& found) const;
  void AddOwner(int sentence, int word, int depth, std::vector<ActorRef>& found) const;
  bool IsOwnMeans(int sentence, int word) const;
  bool IsSufferedBy(const ParsedWord& noun) const;
  std::vector<int> Makers(int sentence, int word) const;
  std::vector<int> Leaders(int sentence, int word) const;
  void KeepOthers(const std::vector<ActorRef>& actors, bool place, std::vector<ActorRef>& found) const;
  std::vector<ActorRef> Nested(int sentence, int word, int depth) const;
  std::vector<ActorRef> Named(int sentence, int word, const std::vector<ActorRef>& actors, bool itself,
                              bool place) const;
  bool InClass(std::string_view name, const ParsedWord& word) const;
  const NamePhrase* NameAt(int sentence, int word) const;
  std::optional<ActorRef> BareName(int sentence, const NamePhrase& name, bool places) const;
  Span NamedInSentence(const ActorMention& mention) const;
  std::optional<ActorRef> Speaker(const Proposition& p, const SpeakerAt& speaker) const;

  const std::vector<Tree>& trees_;
  const PropositionLayer& layer_;
  const Cast& cast_;
  const FrameTable& frames_;
  const Lexicon* lexicon_;
};

}  // namespace rapporteur
