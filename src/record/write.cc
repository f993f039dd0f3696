#include <string>

#include "record/json_writer.h"
#include "record/names.h"
#include "record/record.h"
#include "text/code_points.h"

namespace rapporteur {
namespace {

class RecordWriter {
 public:
  explicit RecordWriter(const Record& record) : record_(record), points_(record.text) {}

  std::string Write();

 private:
  void Report();
  void Write(const Actor& actor);
  void Write(const Event& event);
  void Write(const Statement& statement);
  void Write(const Position& position);
  void Write(const Talks& talks);
  void Write(const Agreement& agreement);
  void Write(const Dispute& dispute);

  template <typename Item>
  void Lines(ItemKind kind, const std::vector<Item>& items);

  void Offsets(Span span);         // start and end
  void OffsetsAndText(Span span);  // and the words
  void SpanOrNull(Span span);
  void Spans(const std::vector<Span>& spans);
  void EvidenceOf(const ItemBase& item);
  void ActorFields(const ActorRef& ref);
  void Ref(const ActorRef& ref);
  void RefOrNull(const std::optional<ActorRef>& ref);
  void Refs(const std::vector<ActorRef>& refs);
  void DateOrNull(const std::optional<DateValue>& date);
  void PlaceOrNull(const std::optional<PlaceRef>& place);
  void Count(std::string_view key, const std::optional<SaidCount>& count);
  void IdOrNull(ItemKind kind, int index);

  const Record& record_;
  CodePointIndex points_;
  JsonWriter json_;
};

void RecordWriter::Offsets(Span span) {
  json_.Key("start").Int(points_.ToCodePoints(span.begin));
  json_.Key("end").Int(points_.ToCodePoints(span.end));
}

void RecordWriter::OffsetsAndText(Span span) {
  Offsets(span);
  json_.Key("text").String(span.of(record_.text));
}

void RecordWriter::SpanOrNull(Span span) {
  if (span.empty()) {
    json_.Null();
    return;
  }
  json_.BeginObject();
  OffsetsAndText(span);
  json_.EndObject();
}

void RecordWriter::Spans(const std::vector<Span>& spans) {
  json_.BeginArray();
  for (const Span span : spans) SpanOrNull(span);
  json_.EndArray();
}

void RecordWriter::EvidenceOf(const ItemBase& item) {
  json_.Key("evidence").BeginArray();
  for (const Evidence& evidence : item.evidence) {
    json_.BeginObject().Key("role").String(evidence.role);
    OffsetsAndText(evidence.span);
    json_.EndObject();
  }
  json_.EndArray();
  json_.Key("confidence").Decimal(item.confidence, 3);
  json_.Key("by").String(item.by.rule);
}

void RecordWriter::IdOrNull(ItemKind kind, int index) { json_.StringOrNull(record_.ids.of(ItemRef{kind, index})); }

// The words are left out where the role is filled without any: a speaker known only from the sentence before.
void RecordWriter::ActorFields(const ActorRef& ref) {
  json_.Key("actor");
  IdOrNull(ItemKind::kActor, ref.actor);
  json_.Key("code").StringOrNull(ref.code);
  json_.Key("sectors");
  json_.Strings(ref.sectors);
  if (!ref.span.empty()) OffsetsAndText(ref.span);
}

void RecordWriter::Ref(const ActorRef& ref) {
  json_.BeginObject();
  ActorFields(ref);
  json_.EndObject();
}

void RecordWriter::RefOrNull(const std::optional<ActorRef>& ref) {
  if (ref) {
    Ref(*ref);
  } else {
    json_.Null();
  }
}

void RecordWriter::Refs(const std::vector<ActorRef>& refs) {
  json_.BeginArray();
  for (const ActorRef& ref : refs) Ref(ref);
  json_.EndArray();
}

void RecordWriter::DateOrNull(const std::optional<DateValue>& date) {
  if (!date) {
    json_.Null();
    return;
  }
  json_.BeginObject().Key("from").String(date->from.iso()).Key("to").String(date->to.iso());
  if (date->span.empty()) {
    json_.Key("text").Null();
  } else {
    OffsetsAndText(date->span);
  }
  json_.EndObject();
}

void RecordWriter::PlaceOrNull(const std::optional<PlaceRef>& place) {
  if (!place) {
    json_.Null();
    return;
  }
  json_.BeginObject().Key("name").String(place->name).Key("country").StringOrNull(place->country);
  json_.Key("lat");
  place->has_coordinates ? json_.Decimal(place->lat, 5) : json_.Null();
  json_.Key("lon");
  place->has_coordinates ? json_.Decimal(place->lon, 5) : json_.Null();
  json_.Key("geonames");
  place->geonames != 0 ? json_.Int(place->geonames) : json_.Null();
  if (!place->span.empty()) OffsetsAndText(place->span);
  json_.EndObject();
}

void RecordWriter::Count(std::string_view key, const std::optional<SaidCount>& count) {
  json_.Key(key).StringOrNull(count ? count->said : std::string());
}

void RecordWriter::Report() {
  const ReportItem& report = record_.report;
  json_.BeginObject().Key("kind").String("report").Key("id").String(record_.ids.report);
  json_.Key("report").String(record_.ids.report);
  json_.Key("title").StringOrNull(report.title).Key("published").StringOrNull(report.published);
  json_.Key("publisher").StringOrNull(report.publisher).Key("url").StringOrNull(report.url);
  json_.Key("language").StringOrNull(report.language);
  json_.Key("dateline").StringOrNull(report.dateline.of(record_.text));
  json_.Key("chars").Int(points_.size()).Key("sha256").String(report.sha256);
  json_.Key("sentences").BeginArray();
  for (const RecordedSentence& sentence : report.sentences) {
    json_.BeginObject();
    Offsets(sentence.span);
    json_.EndObject();
  }
  json_.EndArray();
  ItemBase base;
  base.by.rule = "reader";
  if (!report.title_span.empty()) {
    base.evidence.push_back({"title", report.title_span});
  } else if (!report.sentences.empty()) {
    base.evidence.push_back({"text", report.sentences.front().span});
  }
  EvidenceOf(base);
  json_.Key("made_by").BeginObject().Key("program").StringOrNull(record_.made_by.program);
  json_.Key("model").StringOrNull(record_.made_by.model).Key("lexicon").StringOrNull(record_.made_by.lexicon);
  json_.EndObject().EndObject().EndLine();
}

void RecordWriter::Write(const Actor& actor) {
  json_.Key("name").String(actor.name).Key("type").String(NameOf(actor.type));
  json_.Key("code").StringOrNull(actor.code).Key("sectors");
  json_.Strings(actor.sectors);
  json_.Key("roles").BeginArray();
  for (const Role& role : actor.roles) {
    json_.BeginObject().Key("title").String(role.title).Key("of").StringOrNull(role.of);
    json_.Key("from").StringOrNull(role.from ? role.from->iso() : std::string());
    json_.Key("to").StringOrNull(role.to ? role.to->iso() : std::string()).EndObject();
  }
  json_.EndArray().Key("aliases");
  json_.Strings(actor.aliases);
  json_.Key("mentions");
  Spans(actor.mentions);
  json_.Key("wikidata").StringOrNull(actor.wikidata);
}

void RecordWriter::Write(const Event& event) {
  json_.Key("type").String(event.type).Key("mode").StringOrNull(event.mode).Key("contexts");
  json_.Strings(event.contexts);
  json_.Key("cameo").StringOrNull(event.cameo).Key("quad");
  event.quad != 0 ? json_.Int(event.quad) : json_.Null();
  json_.Key("score");
  event.quad != 0 ? json_.Decimal(event.score, 2) : json_.Null();
  json_.Key("goldstein");
  event.cameo.empty() ? json_.Null() : json_.Decimal(event.goldstein, 2);
  json_.Key("actors");
  Refs(event.actors);
  json_.Key("recipients");
  Refs(event.recipients);
  json_.Key("status").String(NameOf(event.status)).Key("date");
  DateOrNull(event.date);
  json_.Key("place");
  PlaceOrNull(event.place);
  json_.Key("counts").BeginObject();
  Count("killed", event.counts.killed);
  Count("injured", event.counts.injured);
  Count("arrested", event.counts.arrested);
  Count("size", event.counts.size);
  json_.EndObject().Key("statement");
  IdOrNull(ItemKind::kStatement, event.statement);
  json_.Key("asserted_by");
  Refs(event.asserted_by);
}

void RecordWriter::Write(const Statement& statement) {
  json_.Key("speaker");
  RefOrNull(statement.speaker);
  json_.Key("cue");
  SpanOrNull(statement.cue);
  json_.Key("content");
  SpanOrNull(statement.content);
  json_.Key("form").String(NameOf(statement.form)).Key("addressee");
  RefOrNull(statement.addressee);
  json_.Key("parent");
  IdOrNull(ItemKind::kStatement, statement.parent);
  json_.Key("date");
  DateOrNull(statement.date);
}

void RecordWriter::Write(const Position& position) {
  json_.Key("holder");
  Ref(position.holder);
  json_.Key("proposition");
  SpanOrNull(position.proposition);
  json_.Key("stance").String(NameOf(position.stance)).Key("about").BeginArray();
  for (const About& about : position.about) {
    const std::string_view id = about.item ? record_.ids.of(*about.item) : std::string_view();
    json_.String(id.empty() ? about.span.of(record_.text) : id);
  }
  json_.EndArray().Key("statement");
  IdOrNull(ItemKind::kStatement, position.statement);
}

void RecordWriter::Write(const Talks& talks) {
  json_.Key("name").StringOrNull(talks.name).Key("participants");
  Refs(talks.participants);
  json_.Key("mediators");
  Refs(talks.mediators);
  json_.Key("proposers");
  Refs(talks.proposers);
  json_.Key("topics");
  Spans(talks.topics);
  json_.Key("venue");
  PlaceOrNull(talks.venue);
  json_.Key("date");
  DateOrNull(talks.date);
  json_.Key("status").String(NameOf(talks.status)).Key("answers").BeginArray();
  for (const TalksAnswer& answer : talks.answers) {
    json_.BeginObject();
    ActorFields(answer.who);
    json_.Key("answer").String(NameOf(answer.answer)).EndObject();
  }
  json_.EndArray().Key("series").StringOrNull(talks.series);
}

void RecordWriter::Write(const Agreement& agreement) {
  json_.Key("name").StringOrNull(agreement.name).Key("aliases");
  json_.Strings(agreement.aliases);
  json_.Key("parties");
  Refs(agreement.parties);
  json_.Key("date");
  DateOrNull(agreement.date);
  json_.Key("terms").BeginArray();
  for (const AgreementTerm& term : agreement.terms) {
    json_.BeginObject();
    OffsetsAndText(term.span);
    json_.Key("obligor");
    RefOrNull(term.obligor);
    json_.Key("type").StringOrNull(term.type).Key("mode").StringOrNull(term.mode).EndObject();
  }
  json_.EndArray().Key("consequences").BeginArray();
  for (const Consequence& consequence : agreement.consequences) {
    json_.BeginObject().Key("condition");
    SpanOrNull(consequence.condition);
    json_.Key("consequence");
    SpanOrNull(consequence.consequence);
    json_.EndObject();
  }
  json_.EndArray().Key("calls").BeginArray();
  for (const int call : agreement.calls) IdOrNull(ItemKind::kEvent, call);
  json_.EndArray().Key("kept").BeginArray();
  for (const AgreementKept& one : agreement.kept) {
    json_.BeginObject().Key("who");
    RefOrNull(one.who);
    json_.Key("verdict").String(VerdictNames()[one.kept ? 0 : 1]).Key("words");
    SpanOrNull(one.words);
    json_.Key("asserted_by");
    Refs(one.asserted_by);
    json_.EndObject();
  }
  json_.EndArray();
}

void RecordWriter::Write(const Dispute& dispute) {
  json_.Key("subject");
  if (dispute.subject_item && !record_.ids.of(*dispute.subject_item).empty()) {
    json_.String(record_.ids.of(*dispute.subject_item));
  } else {
    SpanOrNull(dispute.subject);
  }
  json_.Key("sides").BeginArray();
  for (const DisputeSide& side : dispute.sides) {
    json_.BeginObject();
    ActorFields(side.who);
    json_.Key("holds");
    SpanOrNull(side.holds);
    json_.EndObject();
  }
  json_.EndArray();
}

template <typename Item>
void RecordWriter::Lines(ItemKind kind, const std::vector<Item>& items) {
  for (size_t i = 0; i < items.size(); ++i) {
    json_.BeginObject().Key("kind").String(NameOf(kind)).Key("id").String(record_.ids.of(kind)[i]);
    json_.Key("report").String(record_.ids.report);
    Write(items[i]);
    EvidenceOf(items[i]);
    json_.EndObject().EndLine();
  }
}

std::string RecordWriter::Write() {
  Report();
  const Items& items = record_.items;
  Lines(ItemKind::kActor, items.actors);
  Lines(ItemKind::kEvent, items.events);
  Lines(ItemKind::kStatement, items.statements);
  Lines(ItemKind::kPosition, items.positions);
  Lines(ItemKind::kTalks, items.talks);
  Lines(ItemKind::kAgreement, items.agreements);
  Lines(ItemKind::kDispute, items.disputes);
  return json_.TakeText();
}

}  // namespace

std::string WriteJsonLines(const Record& record) { return RecordWriter(record).Write(); }

}  // namespace rapporteur
