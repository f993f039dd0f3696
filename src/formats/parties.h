// Who fills a role, with all that exports want to know of them; and the pairs of them that an event makes.
//
// Values that point into the record and the lexicon, which must outlive them. Deterministic.
#pragma once

#include <string>
#include <vector>

#include "formats/export_options.h"

namespace rapporteur {

struct Party {
  bool nobody = true;  // nobody fills the role; the rest is empty then
  bool named = false;  // an actor of the record that has a name, not only a description
  std::string name;    // the actor's, else the words
  std::string words;   // the report's
  std::string code;    // ISO 3166 alpha-3 or PLOVER's own
  const State* state = nullptr;
  std::vector<std::string> sectors;  // in this role, else the actor's
  std::string wikidata, title;
  int start_char = -1;  // byte of the words in the record's text; -1: none
};

// Whether an actor has a name of its own: "Ada Brenn", not "two soldiers".
bool IsNamed(const Actor& actor);

Party PartyOf(const Record& record, const ActorRef* ref, const ExportOptions& options);

// One row of a dyadic format: who to whom; null: nobody.
struct Dyad {
  const ActorRef* source = nullptr;
  const ActorRef* target = nullptr;
};

// At least one, in a fixed order: of sides that are equal (who meet, cooperate, clash, sign together) each with each
// other in both directions; then each actor with each recipient. With no recipient each actor with nobody, and with no
// actor nobody with each recipient.
std::vector<Dyad> DyadsOf(const Event& event, const Lexicon& lexicon);

// "ev-0123456789_1": a row's id, by the event's id and the dyad's number from 0 (shown from 1).
std::string DyadId(std::string_view event_id, size_t dyad);

// PETRARCH's and CAMEO's code: state or body, then agents ("SYRREB", "IGOUNO", "---COP"); "---" of nobody and of whom
// nothing is known. CAMEO's HLH and MED stand for PLOVER's MED and JRN.
std::string CameoActorCode(const Party& party);
// The parts of it: "SYR" (or empty), and the agents in order.
std::string CameoRoot(const Party& party);
std::vector<std::string> CameoAgents(const Party& party);

}  // namespace rapporteur
