#include "formats/plover.h"

#include "formats/parties.h"
#include "formats/place_keys.h"
#include "formats/rows.h"
#include "formats/said_number.h"
#include "record/json_writer.h"
#include "text/code_points.h"

namespace rapporteur {
namespace {

class PloverWriter {
 public:
  PloverWriter(const Record& record, const ExportOptions& options)
      : record_(record), options_(options), points_(record.text) {}

  std::string Write() {
    for (const size_t i : ChosenEvents(record_, options_)) WriteEvent(i);
    return json_.TakeText();
  }

 private:
  void WriteEvent(size_t i);
  void Entities(const std::vector<ActorRef>& refs);
  void Entity(const Party& party);
  void Location(const Event& event);
  void Scales(const Event& event);
  void Modes(const Event& event);
  void Text(const Event& event);
  void Citation();
  void Count(std::string_view key, const std::optional<SaidCount>& count);

  const Record& record_;
  const ExportOptions& options_;
  CodePointIndex points_;
  JsonWriter json_;
};

void PloverWriter::Entity(const Party& party) {
  json_.BeginObject().Key("code").StringOrNull(party.code).Key("sector");
  json_.Strings(party.sectors);
  json_.Key("entity_text").StringOrNull(party.words);
  json_.Key("identifier_id").StringOrNull(party.wikidata);
  json_.Key("identifier_text").StringOrNull(party.named ? party.name : "");
  json_.Key("office").StringOrNull(party.title);
  json_.Key("cow").StringOrNull(party.state != nullptr ? party.state->cow : "");
  json_.Key("gw").StringOrNull(party.state != nullptr ? party.state->gw : "").EndObject();
}

void PloverWriter::Entities(const std::vector<ActorRef>& refs) {
  json_.BeginArray();
  for (const ActorRef& ref : refs) Entity(PartyOf(record_, &ref, options_));
  json_.EndArray();
}

void PloverWriter::Location(const Event& event) {
  if (!event.place) {
    json_.Null();
    return;
  }
  const PlaceKeys place = PlaceKeysOf(record_, event, options_);
  json_.BeginObject().Key("extracted_place").StringOrNull(place.words).Key("resolved_place").StringOrNull(place.name);
  json_.Key("geonameid");
  place.geonames != 0 ? json_.Int(place.geonames) : json_.Null();
  json_.Key("lat");
  place.has_point ? json_.Decimal(place.lat, 5) : json_.Null();
  json_.Key("lon");
  place.has_point ? json_.Decimal(place.lon, 5) : json_.Null();
  json_.Key("city").StringOrNull(place.city).Key("district").StringOrNull(place.district);
  json_.Key("province").StringOrNull(place.province).Key("country").StringOrNull(place.country_name);
  json_.Key("country_code").StringOrNull(place.country);
  json_.Key("feature_class").StringOrNull(place.feature.empty() ? "" : place.feature.starts_with("PPL") ? "P" : "A");
  json_.Key("feature_code").StringOrNull(place.feature).EndObject();
}

void PloverWriter::Scales(const Event& event) {
  json_.Key("quad_code").StringOrNull(event.quad != 0 ? "Q" + std::to_string(event.quad) : "");
  json_.Key("event_scale");
  event.quad != 0 ? json_.Decimal(event.score, 2) : json_.Null();
}

// PLOVER's own modes; what it calls auxiliary modes is the record's status.
void PloverWriter::Modes(const Event& event) {
  const PloverClass* known = options_.lexicon->FindClass(event.type, event.mode);
  json_.Key("mode").BeginArray();
  if (known != nullptr && !known->plover_mode.empty()) json_.String(known->plover_mode);
  if (event.status == EventStatus::kFuture) json_.String("future");
  if (event.status == EventStatus::kHypothetical) json_.String("hypothetical");
  if (event.status == EventStatus::kNegated) json_.String("negation");
  if (event.status == EventStatus::kHistorical) json_.String("historical");
  json_.EndArray().Key("context");
  json_.Strings(event.contexts);
}

void PloverWriter::Text(const Event& event) {
  json_.Key("text").StringOrNull(SentencesText(record_, event)).Key("text_info");
  if (event.evidence.empty()) {
    json_.Null();
    return;
  }
  const Span words = event.evidence.front().span;
  json_.BeginObject().Key("sequence").Int(SentenceOf(record_, event));
  json_.Key("start").Int(points_.ToCodePoints(words.begin)).Key("end").Int(points_.ToCodePoints(words.end)).EndObject();
}

void PloverWriter::Citation() {
  const ReportItem& report = record_.report;
  json_.Key("cite_info").BeginObject().Key("id").String(record_.ids.report).Key("url").StringOrNull(report.url);
  json_.Key("title").StringOrNull(CellText(report.title)).Key("language").StringOrNull(report.language);
  json_.Key("publication").StringOrNull(report.publisher).Key("publication_date").StringOrNull(report.published);
  json_.Key("license").Null().Key("coder").String("rapporteur").Key("codebook").String("PLOVER");
  json_.Key("version").StringOrNull(record_.made_by.program).EndObject();
}

void PloverWriter::Count(std::string_view key, const std::optional<SaidCount>& count) {
  json_.Key(key);
  const auto number = count ? SaidNumber(count->said) : std::nullopt;
  number ? json_.Int(*number) : json_.Null();
}

void PloverWriter::WriteEvent(size_t i) {
  const Event& event = record_.items.events[i];
  const auto day = FiledUnder(record_, event);
  json_.BeginObject().Key("id").String(record_.ids.events[i]).Key("date").StringOrNull(day ? day->iso() : "");
  json_.Key("actor");
  Entities(event.actors);
  json_.Key("recipient");
  Entities(event.recipients);
  json_.Key("event").BeginArray().String(event.type).EndArray();
  json_.Key("event_text");
  json_.Strings(TriggerWords(record_, event));
  json_.Key("event_loc");
  Location(event);
  Scales(event);
  Modes(event);
  Text(event);
  Citation();
  json_.Key("size").BeginObject();
  Count("dead", event.counts.killed);
  Count("injured", event.counts.injured);
  Count("arrested", event.counts.arrested);
  json_.EndObject().EndObject().EndLine();
}

}  // namespace

std::string WritePlover(const Record& record, const ExportOptions& options) {
  return PloverWriter(record, options).Write();
}

}  // namespace rapporteur
