// The proposition layer: what each verb, event noun and adjective of a report says of whom, computed once and read by
// every kind of item.
//
// A proposition is a predicate with its deep arguments: passives are turned, relative pronouns stand for their
// antecedents, the unspoken subjects of infinitives, participles and coordinated verbs are filled in, and a noun that a
// light verb carries ("launched an attack") gets the verb's arguments. Deterministic; the views it holds must not
// outlive the trees.
#pragma once

#include <string>
#include <vector>

#include "lexicon/frames.h"
#include "resolve/tree.h"

namespace rapporteur {

enum class Slot : uint8_t {
  kSubject,    // deep subject: who does it
  kObject,     // deep object
  kIndirect,   // the second object: gave THEM weapons
  kOblique,    // with a preposition
  kPossessor,  // of a noun: John's, his; also an adjective or compound before it: the Russian attack
  kClause,     // complement clause: ccomp, xcomp, csubj
};

struct Argument {
  Slot slot = Slot::kSubject;
  std::string prep;        // of kOblique: "with"; of kClause: its mark ("that", "to", "")
  int word = -1;           // head word of the argument, in the same sentence
  bool inherited = false;  // filled in from another predicate (control, coordination, relative clause)
};

enum class PredicateKind : uint8_t { kVerb, kNoun, kAdjective };

// How a proposition hangs on the one above it.
enum class Link : uint8_t {
  kNone,        // nothing above: a main clause
  kCoordinate,  // and …
  kCcomp,       // that …
  kXcomp,       // to …, -ing
  kAdverbial,   // while …, if …, to … (purpose)
  kRelative,    // who …; the predicate above is that of the clause that holds the antecedent
  kNounClause,  // the plan TO attack, comments SUGGESTING …: above is the noun
  kObject,      // an event noun as object
  kSubject,     // an event noun as subject
  kOblique,     // an event noun after a preposition
};

struct Proposition {
  int sentence = 0;
  int word = 0;
  PredicateKind kind = PredicateKind::kVerb;
  std::string lemma;  // with its particle: "step down"
  std::vector<Argument> arguments;
  bool passive = false;
  bool negated = false;      // by its own words: not, never, no
  std::string modal;         // should, may, will, … as a lemma; empty for none
  bool progressive = false;  // be + -ing
  bool perfect = false;      // have + participle
  bool past = false;
  bool infinitive = false;  // no finite form: to …
  bool participle = false;  // -ing or -ed without auxiliary
  bool imperative = false;
  int light_verb = -1;  // of a noun: the verb that carries it
  int above = -1;       // index of the proposition it hangs on
  Link link = Link::kNone;
  std::string mark;  // if, while, that, to; of kOblique: the preposition

  // The first argument in a slot (with a preposition), null when there is none.
  const Argument* Find(Slot slot, std::string_view prep = {}) const;
};

struct PropositionLayer {
  std::vector<Proposition> all;      // in text order
  std::vector<std::vector<int>> at;  // [sentence][word]: proposition whose predicate it is, -1 none
  const Proposition* At(int sentence, int word) const {
    const int p = at[static_cast<size_t>(sentence)][static_cast<size_t>(word)];
    return p < 0 ? nullptr : &all[static_cast<size_t>(p)];
  }
};

// `classes`: those of the lexicon; "carrier" holds the verbs that carry an event noun and add little of their own.
PropositionLayer BuildPropositions(const std::vector<Tree>& trees, const WordClasses& classes);

}  // namespace rapporteur
