// Agreements, named and unnamed: parties, date, terms one by one, what follows if they are kept.
//
// Deterministic: one item for each agreement of a report, in order of its first words. "that deal" and "the accord" are
// the agreement told before.
#pragma once

#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

std::vector<Agreement> FindAgreements(const Dealings& dealings);

// Leaves out the events that are only the nouns of an agreement's terms ("the deal called for a withdrawal"), and keeps
// the agreements' calls on the same events.
void DropTerms(std::vector<Agreement>& agreements, std::vector<Event>& events);

}  // namespace rapporteur
