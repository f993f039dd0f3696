// The frames of frames.tsv: what a verb, noun or adjective says happened, with its conditions and roles as typed
// values.
//
// Immutable once read: any number of threads may use it. Deterministic: frames keep the order of the file; a later
// directory's frame with the same lemma, pos, type, mode and conditions replaces an earlier one; those of later
// directories come before the shipped ones, so that they win where both fit as well.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/string_map.h"
#include "lexicon/table.h"

namespace rapporteur {

enum class FramePos : uint8_t { kVerb, kNoun, kAdj };

enum class ConditionKind : uint8_t {
  kObject,          // obj:a|b       the deep object's head lemma is one of `lemmas`
  kSubject,         // subj:a|b      the same of the deep subject
  kHasPrep,         // prep:a|b      a dependent with one of the prepositions `lemmas`
  kOblique,         // with:a|b      the dependent with `prep` has a head lemma of `lemmas`; *: any
  kModifier,        // mod:a|b       a modifier's lemma is one of `lemmas`
  kObjectModifier,  // objmod:a|b    the same of the deep object
  kComplementHead,  // comp:a|b      the complement clause's head lemma is one of `lemmas`
  kHasObject,       // obj
  kNoObject,        // noobj
  kHasSubject,      // subj
  kNoSubject,       // nosubj
  kCcomp,           // ccomp
  kXcomp,           // xcomp
  kNoComp,          // nocomp
  kActorObject,     // actorobj
  kPassive,         // passive
  kActive,          // active
};

struct FrameCondition {
  ConditionKind kind = ConditionKind::kHasObject;
  std::string prep;                 // for kOblique
  std::vector<std::string> lemmas;  // word classes spelled out, hyphens as blanks, sorted, none twice
  bool negated = false;             // written with a leading ! : the condition must not hold

  // Whether `lemma` is one of `lemmas`; several words ("tear gas") apart by blanks or hyphens.
  bool Takes(std::string_view lemma) const;
};

enum class RoleKind : uint8_t {
  kNone,         // none: the frame has no such role
  kSubject,      // subj: deep subject
  kObject,       // obj: deep object
  kPossessor,    // poss: possessive, or an adjective or compound that is an actor or its nationality
  kPreposition,  // of, by, with, …: the dependent with this preposition
  kCompound,     // compound: any compound (the prisoner release)
  kComplement,   // comp: the complement clause
  kSpeaker,      // speaker: who considers or says it
};

struct RoleStep {
  RoleKind kind = RoleKind::kNone;
  std::string prep;  // for kPreposition
  friend bool operator==(const RoleStep&, const RoleStep&) = default;
};

// Where an actor or recipient stands, from the predicate on: one step ("subj"), or a way of several ("comp.subj": the
// subject of the complement clause; "obj.of": what depends by "of" on the object). "none" is one step of kNone.
using RolePath = std::vector<RoleStep>;

// Paths that are taken together ("subj+obj+with": the equal sides of a meeting); mostly one.
using RoleChoice = std::vector<RolePath>;

enum class FrameStatus : uint8_t { kAsGrammar, kActual, kHypothetical, kFuture, kOngoing, kNegated, kHistorical };

struct Frame {
  std::string lemma;  // the predicate: one word, or several for a phrasal verb ("step down"); the verb of verb+noun
  std::string light_noun;  // the noun of verb+noun, else empty
  FramePos pos = FramePos::kVerb;
  std::string type;   // PLOVER type; NONE: a use that is no event
  std::string mode;   // PLOVER mode, may be empty
  std::string cameo;  // may be empty
  std::vector<FrameCondition> conditions;
  std::vector<RoleChoice> actor;      // in order of preference
  std::vector<RoleChoice> recipient;  // likewise
  FrameStatus status = FrameStatus::kAsGrammar;
  std::string note;
  std::string file;  // where it was read
  int line = 0;
};

// Word classes of classes.tsv: name to lemmas, classes within spelled out, hyphens as blanks, sorted.
using WordClasses = std::map<std::string, std::vector<std::string>, std::less<>>;

// Whether a lower-case lemma or form is in a class; false when there is no such class.
bool InClass(const WordClasses& classes, std::string_view name, std::string_view word);

class FrameTable {
 public:
  // Frames of tables frames.tsv, shipped first; every broken line adds to `problems` and is left out.
  static FrameTable Read(const std::vector<Table>& tables, const WordClasses& classes,
                         std::vector<LexiconProblem>& problems);

  const std::vector<Frame>& frames() const { return frames_; }

  // Indexes into frames(), in order; empty when there is none. Hyphens count as blanks. As the file says, a word's
  // lemma or its lower-case form will do: ask with the lemma and, where that finds nothing, with the form.
  // Find: frames whose whole lemma is this word or phrase, light verbs left out.
  const std::vector<uint32_t>& Find(FramePos pos, std::string_view lemma) const;
  // FindLight: frames verb+noun ("hold", "talk").
  const std::vector<uint32_t>& FindLight(std::string_view verb, std::string_view noun) const;
  // FindPhrasal: frames of several words by their head: the first word of a verb's or adjective's ("step" finds "step
  // down"), the last of a noun's ("strike" finds "air strike").
  const std::vector<uint32_t>& FindPhrasal(FramePos pos, std::string_view head) const;

 private:
  void IndexFrames();
  static const std::vector<uint32_t>& Look(const StringMap<std::vector<uint32_t>>& index, std::string_view word);

  std::vector<Frame> frames_;
  std::array<StringMap<std::vector<uint32_t>>, 3> whole_;    // by pos
  std::array<StringMap<std::vector<uint32_t>>, 3> phrasal_;  // by pos
  StringMap<std::vector<uint32_t>> light_;                   // by "verb+noun"
};

WordClasses ReadWordClasses(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);

std::string_view FramePosName(FramePos pos);

}  // namespace rapporteur
