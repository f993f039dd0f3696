// The cast of a report: who is named, described or meant by a pronoun in it, each told apart once.
//
// Deterministic: the same parsed report, lexicon and date give the same cast in the same order (of first mention).
// Immutable once made, but for the first person ("we", "I"), which stays open until the coder knows who speaks.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/actor_type.h"
#include "resolve/names.h"
#include "resolve/where.h"

namespace rapporteur {

enum class MentionForm : uint8_t {
  kName,         // Sergey Lavrov, Russia, Hamas
  kDescription,  // the Russian Foreign Ministry, three gunmen, the envoy
  kMetonym,      // Moscow, the Kremlin
  kDemonym,      // Russian (as an adjective), Russians
  kPronoun,      // he, its
  kFirstPerson,  // we, I, our: bound to a speaker later
};

struct ActorMention {
  int sentence = 0;
  int first = 0, last = 0, head = 0;  // words
  Span span;                          // the words that stand for the actor, without article
  MentionForm form = MentionForm::kName;
  int actor = -1;      // into Cast::actors; -1 for a first person not yet bound
  bool place = false;  // stands for the place in its role here: "in Moscow", "in Syria"
  bool plural = false;
};

struct CastRole {
  std::string title;
  std::string of;
  std::optional<Date> from, to;
};

struct CastActor {
  std::string name;
  ActorType type = ActorType::kPerson;
  std::string code;
  std::vector<std::string> sectors;
  std::vector<CastRole> roles;
  std::vector<std::string> aliases;  // surface forms, in order of appearance
  std::string wikidata;
  char gender = '?';
  bool plural = false;
  bool indefinite = false;  // "an official"
  double confidence = 0.9;
  std::string rule;                // how it was told: lexicon, title, description, model
  std::vector<std::string> steps;  // for `explain`

  // What it is linked by.
  int person = -1;                    // into Lexicon::people()
  int organization = -1;              // into Lexicon::organizations()
  int state = -1;                     // into Lexicon::states()
  int home = -1;                      // into Cast::actors: the state without a code that it belongs to
  std::vector<int> members;           // into Cast::actors: those whom "the two sides" means
  std::vector<std::string> callings;  // what a body may be called without more: "the agency", "the bloc"
  std::vector<std::string> nouns;     // title and agent nouns it was called by: "envoy", "foreign minister"
};

struct Cast {
  std::vector<CastActor> actors;
  std::vector<ActorMention> mentions;  // in text order
  std::vector<std::vector<int>> at;    // [sentence][word]: mention that covers the word, -1 none
  NamesBySentence names;               // all names found, places too
  std::vector<PlaceMention> places;    // in text order (where.h)

  std::vector<int> first_mention;  // [sentence]: its first in mentions; one more entry ends the last

  // The mentions of a sentence, in text order.
  std::span<const ActorMention> MentionsIn(int sentence) const {
    const size_t s = static_cast<size_t>(sentence);
    return {mentions.data() + first_mention[s], static_cast<size_t>(first_mention[s + 1] - first_mention[s])};
  }

  // The place that a word names, null when it names none.
  const PlaceMention* PlaceAt(int sentence, int word) const;

  const ActorMention* MentionAt(int sentence, int word) const {
    const int m = at[static_cast<size_t>(sentence)][static_cast<size_t>(word)];
    return m < 0 ? nullptr : &mentions[static_cast<size_t>(m)];
  }
};

// `trees` are the report's sentences, in order. `published` decides who holds an office; without it the latest
// holder that the lexicon knows is meant.
Cast ResolveCast(const std::vector<Tree>& trees, const Lexicon& lexicon, std::optional<Date> published);

}  // namespace rapporteur
