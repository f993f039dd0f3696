// Numbers of dead, hurt and arrested that another word than the event's own predicate tells: "left 20 dead", "12 dead
// in blast", "caused 14 deaths", "the death toll rose to 34", "there were no casualties".
//
// Stateless, deterministic, linear in the words. The words are in lexicon/classes.tsv: classes state-killed,
// state-injured, state-arrested, deaths, injuries, toll, casualties.
#pragma once

#include <vector>

#include "coding/event_compose.h"
#include "lexicon/frames.h"

namespace rapporteur {

// Gives each such number to the violence (the arrested: to the arrest) that its sentence tells, the nearest that lacks
// one; a death toll and "no casualties" otherwise to the last violence told before. A death toll stands over what was
// counted before.
void BindCasualties(const std::vector<Tree>& trees, const PropositionLayer& layer, const WordClasses& classes,
                    std::vector<CodedEvent>& events);

}  // namespace rapporteur
