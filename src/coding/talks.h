// Meetings, rounds, summits, calls and negotiations, from rumour to result: each once in a report.
//
// Read from the CONSULT events and from the nouns that name talks; who proposes them, what they are about, who confirms
// or withholds. Deterministic: in order of their first words.
#pragma once

#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

std::vector<Talks> FindTalks(const Dealings& dealings);

// Makes one event of the CONSULT events that tell the same talks and are equally open: "the next round on Friday", "a
// third round, pencilled in for Friday".
void MergeConsults(const std::vector<Talks>& talks, std::vector<Event>& events);

}  // namespace rapporteur
