#include "formats/gdelt.h"

#include <algorithm>
#include <cmath>

#include "formats/parties.h"
#include "formats/place_keys.h"
#include "formats/rows.h"
#include "text/code_points.h"

namespace rapporteur {
namespace {

constexpr int kPlaces = 4;  // decimals of the fraction of a year

// GDELT counts every month as 30 days.
double FractionDate(Date day) { return day.year + ((day.month - 1) * 30 + day.day) / 365.0; }

// Day, then midnight: GDELT writes minutes, which no record has.
std::string Moment(std::optional<Date> day) { return day ? CompactDay(*day) + "000000" : ""; }

std::string Address(const Record& record) { return record.report.url.empty() ? record.ids.report : record.report.url; }

std::vector<uint32_t> TriggerPlaces(const Event& event) {
  std::vector<uint32_t> places;
  for (const Evidence& evidence : event.evidence) {
    if (evidence.role == "trigger") places.push_back(evidence.span.begin);
  }
  if (places.empty() && !event.evidence.empty()) places.push_back(event.evidence.front().span.begin);
  return places;
}

// Whether the report tells it at its head: in a headline or in the first paragraph.
bool IsRootEvent(const Record& record, const Event& event) {
  const auto& sentences = record.report.sentences;
  const auto lead = std::find_if(sentences.begin(), sentences.end(),
                                 [](const RecordedSentence& s) { return s.kind == SegmentKind::kProse; });
  if (lead == sentences.end()) return false;
  const size_t end = std::min(record.text.find('\n', lead->span.end), record.text.size());
  const std::vector<uint32_t> places = TriggerPlaces(event);
  return std::any_of(places.begin(), places.end(), [&](uint32_t place) { return place < end; });
}

void DateCells(std::optional<Date> day, RowWriter& row) {
  if (!day) {
    row.Empty(4);
    return;
  }
  const std::string compact = CompactDay(*day);
  row.Text(compact).Text(compact.substr(0, 6)).Text(compact.substr(0, 4)).Number(FractionDate(*day), kPlaces);
}

void ActorCells(const Party& party, RowWriter& row) {
  constexpr size_t kTypes = 3;
  if (party.nobody) {
    row.Empty(10);
    return;
  }
  std::string code = CameoRoot(party);
  std::vector<std::string> agents = CameoAgents(party);
  for (const std::string& agent : agents) code += agent;
  row.Text(code).Text(party.name).Text(party.state != nullptr ? party.code : "");
  const bool union_of_states = party.code == "UNO" || party.code == "EUR";
  row.Text(union_of_states ? party.code : "").Empty(3);
  if (union_of_states) agents.front() = CameoRoot(party);
  if (party.state == nullptr && !union_of_states && !party.code.empty()) agents.insert(agents.begin(), party.code);
  for (size_t i = 0; i < kTypes; ++i) row.Text(i < agents.size() ? agents[i] : "");
}

void EventCells(const Record& record, size_t number, const ExportOptions& options, RowWriter& row) {
  const Event& event = record.items.events[number];
  row.Int(IsRootEvent(record, event) ? 1 : 0);
  row.Text(event.cameo).Text(event.cameo.substr(0, 3)).Text(event.cameo.substr(0, 2));
  event.quad != 0 ? row.Int(event.quad) : row.Empty();
  event.cameo.empty() ? row.Empty() : row.Number(event.goldstein, 2);
  if (const EventTold* told = ToldOf(record, number, options); told != nullptr) {
    row.Int(told->mentions).Int(told->publishers).Int(told->reports).Empty();
  } else {
    row.Int(static_cast<int64_t>(TriggerPlaces(event).size())).Int(1).Int(1).Empty();
  }
}

// The eight columns of a place that is not told.
void NoPlaceCells(RowWriter& row) { row.Int(0).Empty(7); }

// 1 country, 3 city of the United States, 4 city elsewhere, 2 and 5 divisions likewise; 0 unknown.
int PlaceType(const PlaceKeys& place) {
  const bool usa = place.country == "USA";
  switch (place.kind) {
    case PlaceKind::kCountry:
      return 1;
    case PlaceKind::kDivision:
    case PlaceKind::kDistrict:
      return usa ? 2 : 5;
    case PlaceKind::kTown:
      return usa ? 3 : 4;
    case PlaceKind::kUnknown:
      break;
  }
  return place.name.empty() ? 0 : usa ? 3 : 4;
}

void PlaceCells(const PlaceKeys& place, RowWriter& row) {
  const int type = PlaceType(place);
  if (type == 0) {
    NoPlaceCells(row);
    return;
  }
  std::vector<std::string> names = {place.name};
  for (const std::string& wider : {place.province, place.country_name}) {
    if (names.back() != wider) names.push_back(wider);
  }
  const std::string fips = place.state != nullptr ? place.state->fips : "";
  row.Int(type).Texts(names, ", ").Text(fips).Text(type == 1 ? fips : "").Empty();
  if (place.has_point) {
    row.Number(place.lat).Number(place.lon);
  } else {
    row.Empty(2);
  }
  row.Text(type == 1 ? fips : "");
}

int64_t OffsetOf(const CodePointIndex& points, int byte) {
  if (byte < 0) return -1;
  return points.ToCodePoints(static_cast<uint32_t>(byte));
}

// GDELT's confidence: 10, 20 … 100.
int64_t Percent(double confidence) {
  return std::clamp<int64_t>(static_cast<int64_t>(std::lround(confidence * 10)) * 10, 10, 100);
}

}  // namespace

std::string WriteGdelt(const Record& record, const ExportOptions& options) {
  RowWriter row(RowStyle::kTabs);
  for (const size_t i : ChosenEvents(record, options)) {
    const Event& event = record.items.events[i];
    const PlaceKeys place = PlaceKeysOf(record, event, options);
    const std::vector<Dyad> dyads = DyadsOf(event, *options.lexicon);
    for (size_t n = 0; n < dyads.size(); ++n) {
      row.Int(NumberOfId(DyadId(record.ids.events[i], n)));
      DateCells(FiledUnder(record, event), row);
      ActorCells(PartyOf(record, dyads[n].source, options), row);
      ActorCells(PartyOf(record, dyads[n].target, options), row);
      EventCells(record, i, options, row);
      NoPlaceCells(row);
      NoPlaceCells(row);
      PlaceCells(place, row);
      row.Text(Moment(ParseIsoDate(record.report.published))).Text(Address(record)).EndLine();
    }
  }
  return row.Take();
}

std::string WriteGdeltMentions(const Record& record, const ExportOptions& options) {
  const CodePointIndex points(record.text);
  const std::string published = Moment(ParseIsoDate(record.report.published));
  RowWriter row(RowStyle::kTabs);
  ExportOptions all = options;  // every report's mention, whoever's event is written
  all.told = nullptr;
  for (const size_t i : ChosenEvents(record, all)) {
    const Event& event = record.items.events[i];
    std::vector<Dyad> dyads = DyadsOf(event, *options.lexicon);
    const EventTold* told = ToldOf(record, i, options);
    const std::string& id = told == nullptr ? record.ids.events[i] : told->first_id;
    if (id.empty()) continue;
    if (id != record.ids.events[i]) dyads.resize(1);  // another report's dyads are not this one's
    for (size_t n = 0; n < dyads.size(); ++n) {
      const Party source = PartyOf(record, dyads[n].source, options);
      const Party target = PartyOf(record, dyads[n].target, options);
      for (const uint32_t place : TriggerPlaces(event)) {
        row.Int(NumberOfId(DyadId(id, n))).Text(Moment(FiledUnder(record, event))).Text(published);
        row.Int(record.report.url.empty() ? 2 : 1).Text(record.report.publisher).Text(Address(record));
        row.Int(SentenceNumber(record, place));
        row.Int(OffsetOf(points, source.start_char)).Int(OffsetOf(points, target.start_char));
        row.Int(points.ToCodePoints(place)).Int(1).Int(Percent(event.confidence)).Int(points.size());
        row.Empty(3).EndLine();
      }
    }
  }
  return row.Take();
}

}  // namespace rapporteur
