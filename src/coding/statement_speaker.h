// Whose words a cue gives, and to whom they are said.
//
// A view on the sources; immutable, deterministic.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "coding/statement_sources.h"

namespace rapporteur {

// The cue line of a predicate, the longest lemma first; null when it is none. `words` are those that spell it.
const Cue* CueOf(const StatementSources& sources, const Proposition& p, PredicatePos pos, std::vector<int>& words);

// Whether a noun is somebody by its form or by what it is: "striker", "economist", "member".
bool IsAgentForm(std::string_view lemma);

// The verb of quoting before "as saying" at a word: "cited a source as saying"; -1 for none.
int QuotingVerb(const Tree& t, int w);

class SpeakerReader {
 public:
  explicit SpeakerReader(const StatementSources& sources) : in_(sources) {}

  // Sets the speaker and the addressee of what a verb attributes.
  void Speak(Statement& st, const Proposition& p, const Cue& cue) const;

  // Whose words a cue noun means: his claim, comments from Putin, a statement by the army.
  std::optional<ActorRef> Owner(const Proposition& p) const;

  // The actor a noun phrase stands for, else its bare words; nobody when the word names none.
  std::optional<ActorRef> Who(int sentence, int word) const;

  bool IsFirstPerson(int sentence, const ActorRef& who) const;

 private:
  void Address(Statement& st, const Proposition& p, const Cue& cue) const;
  std::optional<ActorRef> WithName(const Proposition& p, std::optional<ActorRef> who) const;
  std::optional<ActorRef> Apposed(const Proposition& p, int subject) const;
  std::optional<ActorRef> OfMainClause(const Proposition& p) const;
  std::optional<ActorRef> OfPlace(const Proposition& p) const;
  std::optional<ActorRef> Quoted(const Proposition& p, int verb) const;
  std::optional<ActorRef> Cleft(const Proposition& p) const;
  std::optional<ActorRef> Subject(const Proposition& p) const;
  std::optional<ActorRef> Beside(const Proposition& p, const Cue& cue) const;
  std::optional<ActorRef> NounAt(int sentence, int last) const;
  bool AfterComma(int sentence, int last) const;
  std::optional<ActorRef> NamedAt(int sentence, int last) const;

  const StatementSources& in_;
};

}  // namespace rapporteur
