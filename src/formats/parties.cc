#include "formats/parties.h"

#include <algorithm>

#include "base/among.h"
#include "formats/rows.h"

namespace rapporteur {
namespace {

// Whether a frame of the event's rule takes several roles together as its actors ("subj+with"): they are equal sides.
bool FrameJoinsSides(const Event& event, const Lexicon& lexicon) {
  constexpr std::string_view kPrefix = "frame:";
  std::string_view rule = event.by.rule;
  if (!rule.starts_with(kPrefix)) return false;
  rule.remove_prefix(kPrefix.size());
  const FrameTable& table = lexicon.frames();
  for (const FramePos pos : {FramePos::kVerb, FramePos::kNoun}) {
    for (const uint32_t index : table.Find(pos, rule)) {
      const Frame& frame = table.frames()[index];
      if (frame.type != event.type || frame.mode != event.mode) continue;
      if (std::any_of(frame.actor.begin(), frame.actor.end(), [](const RoleChoice& c) { return c.size() > 1; }))
        return true;
    }
  }
  return false;
}

bool SidesAreEqual(const Event& event, const Lexicon& lexicon) {
  if (event.actors.size() < 2) return false;
  if (event.recipients.empty() && Among(event.type, {"CONSULT", "COOPERATE"})) return true;
  return FrameJoinsSides(event, lexicon);
}

const Role* RoleOn(const Actor& actor, std::optional<Date> day) {
  for (const Role& role : actor.roles) {
    if (!day || DateRange{role.from, role.to}.contains(*day)) return &role;
  }
  return nullptr;
}

}  // namespace

bool IsNamed(const Actor& actor) { return !Among(actor.by.rule, {"description", "members"}); }

Party PartyOf(const Record& record, const ActorRef* ref, const ExportOptions& options) {
  Party party;
  if (ref == nullptr) return party;
  party.nobody = false;
  if (!ref->span.empty()) {
    party.words = CellText(ref->span.of(record.text));
    party.start_char = static_cast<int>(ref->span.begin);
  }
  party.name = party.words;
  party.code = ref->code;
  party.sectors = ref->sectors;
  if (ref->actor >= 0 && static_cast<size_t>(ref->actor) < record.items.actors.size()) {
    const Actor& actor = record.items.actors[static_cast<size_t>(ref->actor)];
    party.named = IsNamed(actor);
    party.name = CellText(actor.name);
    if (party.code.empty()) party.code = actor.code;
    if (party.sectors.empty()) party.sectors = actor.sectors;
    party.wikidata = actor.wikidata;
    if (const Role* role = RoleOn(actor, ParseIsoDate(record.report.published))) party.title = role->title;
  }
  if (!party.code.empty()) party.state = options.lexicon->FindState(party.code);
  return party;
}

std::vector<Dyad> DyadsOf(const Event& event, const Lexicon& lexicon) {
  std::vector<Dyad> dyads;
  const bool equal = SidesAreEqual(event, lexicon);
  for (const ActorRef& source : event.actors) {
    for (const ActorRef& target : event.actors) {
      if (equal && &source != &target) dyads.push_back({&source, &target});
    }
  }
  for (const ActorRef& source : event.actors) {
    for (const ActorRef& target : event.recipients) dyads.push_back({&source, &target});
    if (event.recipients.empty() && !equal) dyads.push_back({&source, nullptr});
  }
  for (const ActorRef& target : event.recipients) {
    if (event.actors.empty()) dyads.push_back({nullptr, &target});
  }
  if (dyads.empty()) dyads.emplace_back();
  return dyads;
}

std::string DyadId(std::string_view event_id, size_t dyad) {
  return std::string(event_id) + '_' + std::to_string(dyad + 1);
}

std::string CameoRoot(const Party& party) {
  if (party.code == "UNO" || party.code == "EUR") return "IGO";
  return party.code;
}

std::vector<std::string> CameoAgents(const Party& party) {
  std::vector<std::string> agents;
  if (party.code == "UNO" || party.code == "EUR") agents.push_back(party.code);
  for (const std::string& sector : party.sectors) {
    if (sector == "UNK") continue;
    agents.push_back(sector == "MED" ? "HLH" : sector == "JRN" ? "MED" : sector);
  }
  return agents;
}

std::string CameoActorCode(const Party& party) {
  std::string code = CameoRoot(party);
  if (code.empty()) code = "---";
  for (const std::string& agent : CameoAgents(party)) code += agent;
  return code;
}

}  // namespace rapporteur
