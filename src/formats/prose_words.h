// The report's own words for a deed, where they make a whole verb phrase: "severed their ties with {}".
//
// Deterministic; stateless.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lexicon/verb_forms.h"
#include "record/record.h"

namespace rapporteur {

struct OwnWords {
  std::string verb;      // base form
  std::string rest;      // what follows it; {} where the recipients stand
  bool passive = false;  // said of the recipients: "was retaken"
};

// None where the trigger is no verb, where it stands apart from who does it or to whom, or where the words would say
// something else in a sentence of their own.
std::optional<OwnWords> FindOwnWords(const Record& record, const Event& event, const VerbForms& verbs);

// Who stands before the verb and who after it: the actors and the recipients; of equal sides ("Brenn met Kovel", both
// of whom are actors) those before and those after the trigger.
struct EventSides {
  std::vector<ActorRef> subjects, objects;
};
EventSides SidesOf(const Record& record, const Event& event);

// The small words before the trigger in its sentence, the last first, as long as they can belong to its verb: not,
// will, could, has.
std::vector<std::string> AuxiliariesOf(const Record& record, const Event& event);

}  // namespace rapporteur
