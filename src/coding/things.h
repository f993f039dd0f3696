// Things that a deed falls on: buildings, places, vehicles, and people who are no actor of the record ("the four",
// "those detained"). What it is gives the sector, whose it is or where it stands the code.
//
// Deterministic; a view: it must not outlive what it is made of. Sectors are in lexicon/classes.tsv: classes thing-cvl,
// thing-bus, thing-gov, …; those that move about in thing-moving.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "coding/frame_match.h"
#include "coding/items.h"
#include "coding/proposition.h"
#include "lexicon/lexicon.h"
#include "resolve/cast.h"
#include "resolve/where.h"

namespace rapporteur {

class ThingReader {
 public:
  ThingReader(const std::vector<Tree>& trees, const Cast& cast, const Lexicon& lexicon,
              std::span<const PlaceMention> places)
      : trees_(trees), cast_(cast), lexicon_(lexicon), places_(places) {}

  // What is attacked or seized is named by its words, though it is nobody: the harbour, convoys. The things that the
  // frame's recipient leads to replace no recipient but the place where they stand; `steps` say why.
  void FallOn(const FrameMatcher& matcher, const Proposition& p, const FrameMatch& match,
              std::vector<ActorRef>& recipients, std::vector<std::string>& steps) const;

 private:
  // Whether the word is of a thing that can be hit, taken or closed.
  bool IsThing(const Tree& tree, int word) const;

  // Gives names of things that nobody lists ("the University of Khartoum") the code and sector of their words.
  void Complete(int sentence, const std::string& scene, std::vector<ActorRef>& refs) const;

  // The things that these words head, with all that is coordinated with them. `scene` is the country where the deed
  // happens, empty when unsaid: the code of a thing that stays where it is.
  std::vector<ActorRef> Read(int sentence, const std::vector<int>& heads, const std::string& scene) const;

  bool IsScene(const Proposition& p, const ActorRef& who) const;
  ActorRef One(int sentence, int word, const std::string& scene) const;
  std::string CodeOf(int sentence, int word) const;
  std::string CodeOfName(int sentence, int word) const;
  std::vector<std::string> OwnerSectors(const Tree& tree, int word) const;
  bool Stays(int sentence, int word) const;
  std::string Sector(const Tree& tree, int word) const;
  bool InClass(std::string_view name, const Tree& tree, int word) const;

  const std::vector<Tree>& trees_;
  const Cast& cast_;
  const Lexicon& lexicon_;
  std::span<const PlaceMention> places_;
};

}  // namespace rapporteur
