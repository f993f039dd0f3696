#include "formats/polecat.h"

#include <algorithm>
#include <array>

#include "formats/parties.h"
#include "formats/place_keys.h"
#include "formats/rows.h"

namespace rapporteur {
namespace {

constexpr std::string_view kBetween = "; ";

std::string QuadName(int quad) {
  static constexpr std::array<const char*, 5> kNames = {"", "VERBAL COOPERATION", "MATERIAL COOPERATION",
                                                        "VERBAL CONFLICT", "MATERIAL CONFLICT"};
  return quad >= 1 && quad <= 4 ? kNames.at(static_cast<size_t>(quad)) : "";
}

void PartyCells(const Party& party, RowWriter& row) {
  row.Text(party.name).Text(party.code).Text(party.state != nullptr ? party.state->cow : "");
  row.Text(party.sectors.empty() ? "" : party.sectors.front()).Texts(party.sectors, kBetween);
  row.Text(party.title).Text(party.words).Text(party.wikidata);
}

void PlaceCells(const PlaceKeys& place, RowWriter& row) {
  row.Text(place.name).Text(place.city).Text(place.district).Text(place.province).Text(place.country);
  if (place.has_point) {
    row.Number(place.lat).Number(place.lon);
  } else {
    row.Empty(2);
  }
  place.geonames != 0 ? row.Int(place.geonames) : row.Empty();
  row.Text(place.words).Text(place.feature);
}

// What the story as a whole names, the same in each of its rows.
struct Story {
  std::vector<std::string> people, organizations, places;

  explicit Story(const Record& record) {
    for (const Actor& actor : record.items.actors) {
      if (!IsNamed(actor)) continue;
      if (actor.type == ActorType::kPerson) people.push_back(actor.name);
      if (actor.type == ActorType::kOrganization || actor.type == ActorType::kGroup)
        organizations.push_back(actor.name);
    }
    for (const Event& event : record.items.events) {
      if (!event.place) continue;
      if (std::find(places.begin(), places.end(), event.place->name) == places.end())
        places.push_back(event.place->name);
    }
  }
};

}  // namespace

std::string PolecatHeader() {
  return HeaderLine(RowStyle::kTabs, {"Event ID",
                                      "Event Date",
                                      "Event Type",
                                      "Event Mode",
                                      "Intensity",
                                      "Quad Code",
                                      "Contexts",
                                      "Actor Name",
                                      "Actor Country",
                                      "Actor COW",
                                      "Primary Actor Sector",
                                      "Actor Sectors",
                                      "Actor Title",
                                      "Actor Name Raw",
                                      "Wikipedia Actor ID",
                                      "Recipient Name",
                                      "Recipient Country",
                                      "Recipient COW",
                                      "Primary Recipient Sector",
                                      "Recipient Sectors",
                                      "Recipient Title",
                                      "Recipient Name Raw",
                                      "Wikipedia Recipient ID",
                                      "Placename",
                                      "City",
                                      "District",
                                      "Province",
                                      "Country",
                                      "Latitude",
                                      "Longitude",
                                      "GeoNames ID",
                                      "Raw Placename",
                                      "Feature Type",
                                      "Source",
                                      "Publication Date",
                                      "Story People",
                                      "Story Organizations",
                                      "Story Locations",
                                      "Language",
                                      "Version"});
}

std::string WritePolecat(const Record& record, const ExportOptions& options) {
  const Story story(record);
  RowWriter row(RowStyle::kTabs, "None");
  for (const size_t i : ChosenEvents(record, options)) {
    const Event& event = record.items.events[i];
    const PloverClass* known = options.lexicon->FindClass(event.type, event.mode);
    const auto day = FiledUnder(record, event);
    const PlaceKeys place = PlaceKeysOf(record, event, options);
    const std::vector<Dyad> dyads = DyadsOf(event, *options.lexicon);
    for (size_t n = 0; n < dyads.size(); ++n) {
      row.Text(record.ids.report + '_' + DyadId(record.ids.events[i], n)).Text(day ? day->iso() : "");
      row.Text(event.type).Text(known != nullptr ? known->plover_mode : "");
      event.quad != 0 ? row.Number(event.score, 2) : row.Empty();
      row.Text(QuadName(event.quad)).Texts(event.contexts, kBetween);
      PartyCells(PartyOf(record, dyads[n].source, options), row);
      PartyCells(PartyOf(record, dyads[n].target, options), row);
      PlaceCells(place, row);
      row.Text(record.report.publisher).Text(record.report.published).Texts(story.people, kBetween);
      row.Texts(story.organizations, kBetween).Texts(story.places, kBetween);
      row.Text(record.report.language).Text(CoderName(record)).EndLine();
    }
  }
  return row.Take();
}

}  // namespace rapporteur
