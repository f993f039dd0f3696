#include "formats/citron.h"

#include "record/json_writer.h"
#include "text/code_points.h"

namespace rapporteur {
namespace {

class CitronWriter {
 public:
  explicit CitronWriter(const Record& record) : record_(record), points_(record.text) {}

  std::string Write() {
    json_.BeginObject().Key("text").String(record_.text).Key("quotes").BeginArray();
    for (size_t i = 0; i < record_.items.statements.size(); ++i) Quote(i);
    json_.EndArray().EndObject().EndLine();
    return json_.TakeText();
  }

 private:
  void Quote(size_t i);
  void Words(Span span);
  void Coreferences(const ActorRef& speaker);

  const Record& record_;
  CodePointIndex points_;
  JsonWriter json_;
};

void CitronWriter::Words(Span span) {
  json_.BeginObject().Key("start").Int(points_.ToCodePoints(span.begin));
  json_.Key("end").Int(points_.ToCodePoints(span.end)).Key("text").String(span.of(record_.text)).EndObject();
}

// The speaker's other mentions.
void CitronWriter::Coreferences(const ActorRef& speaker) {
  if (speaker.actor < 0 || static_cast<size_t>(speaker.actor) >= record_.items.actors.size()) return;
  for (const Span mention : record_.items.actors[static_cast<size_t>(speaker.actor)].mentions) {
    if (mention.end <= speaker.span.begin || speaker.span.end <= mention.begin) Words(mention);
  }
}

void CitronWriter::Quote(size_t i) {
  const Statement& statement = record_.items.statements[i];
  // Citron's loaders want a cue: where the words that tell it is said are missing, an empty one before the content.
  json_.BeginObject().Key("cue");
  Words(statement.cue.empty() ? Span{statement.content.begin, statement.content.begin} : statement.cue);
  json_.Key("sources").BeginArray();
  if (statement.speaker && !statement.speaker->span.empty()) Words(statement.speaker->span);
  json_.EndArray().Key("contents").BeginArray();
  for (const Span part : statement.parts) Words(part);
  if (statement.parts.empty()) Words(statement.content);
  json_.EndArray().Key("coreferences").BeginArray();
  if (statement.speaker) Coreferences(*statement.speaker);
  json_.EndArray().Key("confidence").Decimal(statement.confidence, 3);
  json_.Key("id").String(record_.ids.statements[i]).EndObject();
}

}  // namespace

std::string WriteCitron(const Record& record) { return CitronWriter(record).Write(); }

}  // namespace rapporteur
