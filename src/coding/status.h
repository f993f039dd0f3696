// The status of each proposition: what its own grammar says, composed along the path of what embeds it.
//
// "refused to stop the shelling": the shelling is ongoing; "did not deny having attacked": the attack is actual. The
// embedding predicates and their effect are lexicon/embeddings.tsv; its header states the rules of composition.
// Deterministic; views must not outlive the layer and the table.
#pragma once

#include <string>
#include <vector>

#include "coding/items.h"
#include "coding/proposition.h"
#include "lexicon/predicates.h"

namespace rapporteur {

struct StatusReading {
  EventStatus status = EventStatus::kActual;
  std::vector<std::string> steps;  // why, innermost first, for `explain`
};

class StatusReader {
 public:
  StatusReader(const std::vector<Tree>& trees, const PropositionLayer& layer, const EmbeddingTable& embeddings,
               const CueTable& cues)
      : trees_(trees), layer_(layer), embeddings_(embeddings), cues_(cues) {}

  StatusReading Read(int proposition) const { return Read(proposition, 0); }

  // The line that says what `above` does to a complement of this kind, null when the table has none.
  const Embedding* Find(const Proposition& above, std::string_view complement, std::string_view mark) const;

 private:
  StatusReading Read(int proposition, int depth) const;
  EventStatus Own(const Proposition& p, std::vector<std::string>& steps) const;
  void Compose(int proposition, StatusReading& reading, int depth) const;
  void Apply(const Embedding& line, EventStatus above, bool own_modal, StatusReading& reading) const;
  bool UnderPastSpeech(const Proposition& p) const;
  const Embedding* Modifier(const Proposition& p) const;

  const std::vector<Tree>& trees_;
  const PropositionLayer& layer_;
  const EmbeddingTable& embeddings_;
  const CueTable& cues_;
};

std::string_view StatusName(EventStatus status);

}  // namespace rapporteur
