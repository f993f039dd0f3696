// The words that tell one mention of talks: the noun with those it hangs on, and what is said of them.
//
// "the offer of a third round of talks": talks, round and offer are one chain; whatever has one of them as subject or
// object says something of the talks. A view: it must not outlive what coding has found. Deterministic.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

// A predicate that has a word of the chain as its argument: the talks OPENED, they HELD talks, talks SCHEDULED for
// Friday.
struct TalkSaying {
  int proposition = -1;
  Slot slot = Slot::kSubject;
  std::string prep;        // of an oblique: "walked out OF the talks"
  int word = -1;           // which word of the chain
  bool inherited = false;  // filled in: the subject of "are due to OPEN"
};

struct TalkPhrase {
  int proposition = -1;  // the mention's own
  int sentence = 0;
  int word = 0;  // the noun that leads, or the verb
  bool noun = false;
  std::vector<int> nouns;     // of talks: the leading one, and those inside it ("of talks")
  std::vector<int> carriers;  // above it: "ten HOURS of talks", "an OFFER of talks"
  std::vector<TalkSaying> sayings;
  bool HasCarrier(int w) const;
};

TalkPhrase ReadTalkPhrase(const Dealings& dealings, int proposition);

// The inner noun of "a round of talks" and of compounds: the outer one tells it.
bool IsInsideTalks(const Dealings& dealings, const Proposition& noun);

// Whether a predicate is of a class, by its lemma or with the adverb or preposition that makes its sense: "put BACK",
// "walk OUT OF".
bool SaysClass(const Dealings& dealings, std::string_view name, const Proposition& p);

}  // namespace rapporteur
