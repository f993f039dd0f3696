// Names and the noun phrases that describe actors, found sentence by sentence, before anybody is told apart from
// anybody.
//
// Stateless and deterministic. Words are indexes into the sentence.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/tree.h"

namespace rapporteur {

// A name of one word or more: from the lexicon, from the model's mentions, or from both.
struct NamePhrase {
  int first = 0;
  int last = 0;                                     // inclusive
  int head = 0;                                     // the word that the rest of the sentence attaches to
  const std::vector<NameEntry>* entries = nullptr;  // the lexicon's readings; null when it knows none
  std::optional<MentionType> type;                  // the model's; none when only the lexicon knows it
  int own = -1;  // of the names that only this report has (own_names.h); -1: the lexicon's, or not yet settled
  bool own_state = false;  // a state that only this report has
  bool derived = false;    // an adjective or noun made of it: Selkian, Selkians
};

// A noun phrase whose head says what its bearer does: a title of office or an agent noun.
struct DescriptionPhrase {
  int first = 0;  // of the phrase with its modifiers, without an article
  int last = 0;
  int head = 0;
  int phrase_first = 0;              // of the title or agent noun itself ("deputy foreign minister")
  std::string lemma;                 // of the title or agent noun
  std::vector<uint32_t> titles;      // readings as a title, into Lexicon::titles()
  const AgentNoun* agent = nullptr;  // reading as an agent noun
  std::vector<int> owners;  // indexes into the sentence's names: whose it is (Russian, the Kremlin's, of Syria)
  std::vector<int> about;   // names after "for", "to", "on": an envoy for Syria
  std::vector<std::string>
      modifier_sectors;  // of agent nouns among the modifiers: an OPPOSITION party, MILITARY officers
  std::vector<std::string>
      complement_sectors;   // of the agent noun that it belongs to: a spokesman for the POLICE, a unit of the ARMY
  int possessor = -1;       // a possessive pronoun before it: their spokesman
  int owner_noun = -1;      // a common noun whose it is: the COMMISSION's chairman, an aide to the PRESIDENT
  bool definite = false;    // "the", "this", "that", a possessive
  bool indefinite = false;  // "a", "some", a number
  bool plural = false;
  bool former = false;  // former, ex-, late
};

// Mr, Mrs, Dr, Sir: words of courtesy before a person's name (class courtesy).
bool IsCourtesy(const Lexicon& lexicon, std::string_view form);

std::vector<NamePhrase> FindNames(const Tree& tree, const Lexicon& lexicon);
std::vector<DescriptionPhrase> FindDescriptions(const Tree& tree, const std::vector<NamePhrase>& names,
                                                const Lexicon& lexicon);

// The words as titles.tsv and agents.tsv list them, lower case; of the last word its lemma where `lemma`.
std::string TitleText(const Tree& tree, int first, int last, bool lemma);

// Whether some reading of the name is of this kind; the first such.
const NameEntry* EntryOf(const NamePhrase& name, EntryKind kind);

// The word among [first, last] that attaches outside of the range.
int HeadWord(const Tree& tree, int first, int last);

}  // namespace rapporteur
