#include "formats/phoenix.h"

#include "base/among.h"
#include "formats/parties.h"
#include "formats/place_keys.h"
#include "formats/rows.h"

namespace rapporteur {
namespace {

// Phoenix takes an agent apart from the others only where it stands first behind the root and is one of these.
bool IsPrimaryAgent(const std::string& agent) {
  return Among(agent, {"GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "MED", "EDU", "BUS", "CRM", "CVL"});
}

void ActorCells(const Party& party, RowWriter& row) {
  std::vector<std::string> others = CameoAgents(party);
  std::string agent;
  if (!others.empty() && IsPrimaryAgent(others.front())) {
    agent = others.front();
    others.erase(others.begin());
  }
  row.Text(CameoActorCode(party)).Text(CameoRoot(party)).Text(agent).Texts(others, ";");
}

}  // namespace

std::string WritePhoenix(const Record& record, const ExportOptions& options) {
  RowWriter row(RowStyle::kTabs);
  for (const size_t i : ChosenEvents(record, options)) {
    const Event& event = record.items.events[i];
    const auto day = FiledUnder(record, event);
    const std::string compact = day ? CompactDay(*day) : std::string(8, ' ');
    const PlaceKeys place = PlaceKeysOf(record, event, options);
    std::vector<std::string> issues;
    for (const std::string& context : event.contexts) issues.push_back(context + ",1");
    const std::vector<Dyad> dyads = DyadsOf(event, *options.lexicon);
    for (size_t n = 0; n < dyads.size(); ++n) {
      row.Text(DyadId(record.ids.events[i], n)).Text(compact);
      row.Text(compact.substr(0, 4)).Text(compact.substr(4, 2)).Text(compact.substr(6, 2));
      ActorCells(PartyOf(record, dyads[n].source, options), row);
      ActorCells(PartyOf(record, dyads[n].target, options), row);
      row.Text(event.cameo).Text(event.cameo.substr(0, 2));
      event.quad != 0 ? row.Int(event.quad) : row.Empty();
      event.cameo.empty() ? row.Empty() : row.Number(event.goldstein, 2);
      row.Texts(issues, ";");
      if (place.has_point) {
        row.Number(place.lat).Number(place.lon);
      } else {
        row.Empty(2);
      }
      row.Text(place.name).Text(place.province).Text(place.country_name);
      row.Text(record.ids.report + '_' + std::to_string(SentenceOf(record, event)));
      if (const EventTold* told = ToldOf(record, i, options); told != nullptr) {
        row.Texts(told->addresses, ";").Texts(told->publisher_names, ";").EndLine();
      } else {
        row.Text(record.report.url).Text(record.report.publisher).EndLine();
      }
    }
  }
  return row.Take();
}

}  // namespace rapporteur
