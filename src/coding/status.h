// The status of each proposition: what its own grammar says, composed along the path of what embeds it.
//
// "refused to stop the shelling": the shelling is ongoing; "did not deny having attacked": the attack is actual. The
// embedding predicates and their effect are lexicon/embeddings.tsv, whose header states the rules of composition;
// docs/status.md shows them at work. Deterministic; views must not outlive the layer and the table.
#pragma once

#include <string>
#include <vector>

#include "coding/items.h"
#include "coding/proposition.h"
#include "coding/status_effect.h"
#include "lexicon/predicates.h"

namespace rapporteur {

struct StatusReading {
  EventStatus status = EventStatus::kActual;
  std::vector<std::string> steps;  // why, for `explain`: "ongoing: shelling ← stop (ends, embeddings.tsv:7) ← refuse …"
};

class StatusReader {
 public:
  StatusReader(const std::vector<Tree>& trees, const PropositionLayer& layer, const EmbeddingTable& embeddings,
               const CueTable& cues)
      : trees_(trees), layer_(layer), embeddings_(embeddings), cues_(cues) {}

  StatusReading Read(int proposition) const;

 private:
  // A status with the links of its path, from the proposition to the root.
  struct Composed {
    EventStatus status = EventStatus::kActual;
    std::vector<std::string> path;
  };

  const Tree& tree(const Proposition& p) const { return trees_[static_cast<size_t>(p.sentence)]; }
  Composed Compose(int proposition, int depth) const;
  OwnStatus Own(const Proposition& p, std::vector<std::string>& path) const;
  void OwnMood(const Proposition& p, OwnStatus& own, std::vector<std::string>& path) const;
  EventStatus Shared(const Proposition& p, const Proposition& head, const OwnStatus& own, const Composed& up) const;
  bool UnderPastSpeech(const Proposition& p) const;
  bool AsksWhether(const Proposition& p) const;

  std::string Condition(const Proposition& p) const;
  const Proposition& First(const Proposition& p) const;

  // The line that says what embeds `head`, and the proposition that is the line's predicate; null when there is none.
  struct Step {
    const Embedding* line = nullptr;
    int over = -1;
  };
  Step Above(const Proposition& head) const;
  Step OfVerbBefore(const Proposition& head, const Proposition& noun) const;
  Step OfNounBefore(const Proposition& head) const;
  const Embedding* IdiomOf(const Proposition& noun) const;
  bool TaggedAsNoun(const Proposition& p) const;
  const Embedding* OfAdjectiveIdiom(const Proposition& head, const Proposition& adjective) const;
  const Embedding* AboveVerb(const Proposition& head, const Proposition& above) const;
  const Embedding* TooMuch(const Proposition& head, const Proposition& above) const;
  const Embedding* OfClause(const Proposition& head, const Proposition& above) const;
  const Embedding* Find(const Proposition& above, std::string_view complement, std::string_view mark) const;
  const Embedding* FindAs(const Proposition& above, const std::string& lemma, std::string_view complement,
                          std::string_view mark) const;
  const Embedding* Opening(const Proposition& head) const;
  const Embedding* Below(const Proposition& above) const;
  const Embedding* Line(PredicatePos pos, std::string_view lemma, std::string_view complement) const;
  const Embedding* Modifier(const Proposition& p) const;
  const Embedding* Era(const Proposition& p) const;

  const std::vector<Tree>& trees_;
  const PropositionLayer& layer_;
  const EmbeddingTable& embeddings_;
  const CueTable& cues_;
};

std::string_view StatusName(EventStatus status);

}  // namespace rapporteur
