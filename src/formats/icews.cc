#include "formats/icews.h"

#include <array>
#include <utility>

#include "formats/parties.h"
#include "formats/place_keys.h"
#include "formats/rows.h"

namespace rapporteur {
namespace {

// PLOVER's sectors by the names that ICEWS gives its own; those that it has no like of stand by PLOVER's meaning.
std::string SectorName(const std::string& sector) {
  static constexpr std::array<std::pair<const char*, const char*>, 25> kNames = {
      {{"GOV", "Government"},
       {"MIL", "Military"},
       {"REB", "Rebel"},
       {"OPP", "Dissident"},
       {"LEG", "Legislative / Parliamentary"},
       {"JUD", "Judicial"},
       {"COP", "Police"},
       {"SPY", "Intelligence"},
       {"PTY", "Parties"},
       {"PRM", "Paramilitary"},
       {"UAF", "Unidentified Forces"},
       {"UNK", "Unspecified"},
       {"BUS", "Business"},
       {"CVL", "General Population / Civilian / Social"},
       {"EDU", "Education"},
       {"ELI", "Elite"},
       {"JRN", "Media"},
       {"LAB", "Labor"},
       {"MED", "Medical / Health"},
       {"REF", "Refugees / Displaced"},
       {"REL", "National Religious"},
       {"SOC", "Social"},
       {"CRM", "Criminals / Gangs"},
       {"AGR", "Agricultural"},
       {"PRE", "Former"}}};
  for (const auto& [code, name] : kNames) {
    if (sector == code) return name;
  }
  return sector;
}

std::vector<std::string> SectorNames(const Party& party) {
  std::vector<std::string> names;
  for (const std::string& sector : party.sectors) names.push_back(SectorName(sector));
  return names;
}

std::string CountryName(const Party& party) { return party.state != nullptr ? party.state->name : ""; }

// "Police (Malaysia)": who has no name is told apart by the country, as ICEWS does.
std::string Name(const Party& party) {
  const std::string country = CountryName(party);
  if (party.named || party.name.empty() || country.empty()) return party.name;
  return party.name + " (" + country + ")";
}

}  // namespace

std::string IcewsHeader() {
  return HeaderLine(RowStyle::kTabs,
                    {"Event ID",       "Event Date", "Source Name",     "Source Sectors", "Source Country",
                     "Event Text",     "CAMEO Code", "Intensity",       "Target Name",    "Target Sectors",
                     "Target Country", "Story ID",   "Sentence Number", "Publisher",      "City",
                     "District",       "Province",   "Country",         "Latitude",       "Longitude"});
}

std::string WriteIcews(const Record& record, const ExportOptions& options) {
  RowWriter row(RowStyle::kTabs);
  for (const size_t i : ChosenEvents(record, options)) {
    const Event& event = record.items.events[i];
    const auto day = FiledUnder(record, event);
    const CameoCode* cameo = options.lexicon->FindCameo(event.cameo);
    const PlaceKeys place = PlaceKeysOf(record, event, options);
    const std::vector<Dyad> dyads = DyadsOf(event, *options.lexicon);
    for (size_t n = 0; n < dyads.size(); ++n) {
      const Party source = PartyOf(record, dyads[n].source, options);
      const Party target = PartyOf(record, dyads[n].target, options);
      row.Int(NumberOfId(DyadId(record.ids.events[i], n))).Text(day ? day->iso() : "");
      row.Text(Name(source)).Texts(SectorNames(source), ",").Text(CountryName(source));
      row.Text(cameo != nullptr ? cameo->name : "").Text(event.cameo);
      event.cameo.empty() ? row.Empty() : row.Number(event.goldstein, 2);
      row.Text(Name(target)).Texts(SectorNames(target), ",").Text(CountryName(target));
      row.Int(NumberOfId(record.ids.report)).Int(SentenceOf(record, event)).Text(record.report.publisher);
      row.Text(place.city).Text(place.district).Text(place.province).Text(place.country_name);
      if (place.has_point) {
        row.Number(place.lat).Number(place.lon);
      } else {
        row.Empty(2);
      }
      row.EndLine();
    }
  }
  return row.Take();
}

}  // namespace rapporteur
