#include "formats/web_annotation.h"

#include <algorithm>

#include "formats/handles.h"
#include "formats/phrases.h"
#include "formats/rows.h"
#include "record/json_writer.h"
#include "record/names.h"
#include "text/code_points.h"

namespace rapporteur {
namespace {

constexpr uint32_t kContextChars = 32;  // of the text before and after a quote

class AnnotationWriter {
 public:
  AnnotationWriter(const Record& record, const ExportOptions& options)
      : record_(record), options_(options), points_(record.text) {}

  std::string Write() {
    for (const ItemRef item : AllItems(record_)) {
      if (IsTaken(item)) Annotation(item);
    }
    return json_.TakeText();
  }

 private:
  bool IsTaken(ItemRef item) const;
  void Annotation(ItemRef item);
  void Body(std::string_view purpose, std::string_view value);
  void Bodies(ItemRef item);
  void Target(Span span);

  const Record& record_;
  const ExportOptions& options_;
  CodePointIndex points_;
  JsonWriter json_;
};

bool AnnotationWriter::IsTaken(ItemRef item) const {
  if (item.kind != ItemKind::kEvent) return true;
  const EventStatus status = record_.items.events[static_cast<size_t>(item.index)].status;
  return std::find(options_.statuses.begin(), options_.statuses.end(), status) != options_.statuses.end();
}

void AnnotationWriter::Body(std::string_view purpose, std::string_view value) {
  if (value.empty()) return;
  json_.BeginObject().Key("type").String("TextualBody").Key("purpose").String(purpose);
  json_.Key("format").String("text/plain").Key("value").String(value).EndObject();
}

// What it is, in tags, then what it says, in a line.
void AnnotationWriter::Bodies(ItemRef item) {
  const Items& items = record_.items;
  const auto at = static_cast<size_t>(item.index);
  Body("tagging", NameOf(item.kind));
  switch (item.kind) {
    case ItemKind::kActor:
      Body("tagging", items.actors[at].code);
      return Body("identifying", items.actors[at].name);
    case ItemKind::kEvent:
      Body("tagging", NameOf(items.events[at].status));
      Body("classifying", TypePhrase(items.events[at]));
      return Body("describing", DeedPhrase(record_, items.events[at]));
    case ItemKind::kStatement: {
      const auto& speaker = items.statements[at].speaker;
      return Body("describing", (speaker ? WhoPhrase(record_, *speaker) + ": " : "") +
                                    WordsOf(record_, items.statements[at].content));
    }
    case ItemKind::kPosition:
      Body("tagging", NameOf(items.positions[at].stance));
      return Body("describing", WhoPhrase(record_, items.positions[at].holder) + ": " +
                                    WordsOf(record_, items.positions[at].proposition));
    case ItemKind::kTalks:
      Body("tagging", NameOf(items.talks[at].status));
      return Body("describing", TalksPhrase(record_, items.talks[at]));
    case ItemKind::kAgreement:
      return Body("describing", AgreementPhrase(record_, items.agreements[at]));
    case ItemKind::kDispute:
      return Body("describing", SubjectPhrase(record_, items.disputes[at]));
  }
}

void AnnotationWriter::Target(Span span) {
  const uint32_t begin = points_.ToCodePoints(span.begin), end = points_.ToCodePoints(span.end);
  const uint32_t before = points_.ToBytes(begin < kContextChars ? 0 : begin - kContextChars);
  const uint32_t after = points_.ToBytes(end + kContextChars);
  json_.BeginObject().Key("source");
  json_.String(record_.report.url.empty() ? "urn:rapporteur:" + record_.ids.report : record_.report.url);
  json_.Key("selector").BeginArray();
  json_.BeginObject().Key("type").String("TextQuoteSelector").Key("exact").String(span.of(record_.text));
  json_.Key("prefix").String(Span{before, span.begin}.of(record_.text));
  json_.Key("suffix").String(Span{span.end, after}.of(record_.text)).EndObject();
  json_.BeginObject().Key("type").String("TextPositionSelector").Key("start").Int(begin).Key("end").Int(end);
  json_.EndObject().EndArray().EndObject();
}

void AnnotationWriter::Annotation(ItemRef item) {
  const ItemBase& base = BaseOf(record_, item);
  json_.BeginObject().Key("@context").String("http://www.w3.org/ns/anno.jsonld");
  json_.Key("id").String("urn:rapporteur:" + record_.ids.report + ':' + std::string(record_.ids.of(item)));
  json_.Key("type").String("Annotation");
  json_.Key("motivation").String(item.kind == ItemKind::kActor ? "identifying" : "classifying");
  json_.Key("generator").BeginObject().Key("type").String("Software").Key("name").String(CoderName(record_));
  json_.EndObject().Key("body").BeginArray();
  Bodies(item);
  json_.EndArray().Key("target").BeginArray();
  for (const Evidence& evidence : base.evidence) {
    if (!evidence.span.empty()) Target(evidence.span);
  }
  json_.EndArray().EndObject().EndLine();
}

}  // namespace

std::string WriteWebAnnotations(const Record& record, const ExportOptions& options) {
  return AnnotationWriter(record, options).Write();
}

}  // namespace rapporteur
