#include <pybind11/stl.h>

#include "ask/agreement_page.h"
#include "ask/brief.h"
#include "ask/positions_page.h"
#include "ask/talks_page.h"
#include "python/asked.h"
#include "python/bindings.h"
#include "python/errors.h"
#include "python/opened_store.h"
#include "record/json_writer.h"

namespace rapporteur {
namespace {

namespace py = pybind11;

void WriteCitation(JsonWriter& json, const Citation& citation) {
  json.Key("source").Int(static_cast<int64_t>(citation.source) + 1).Key("sentence");
  citation.sentence != 0 ? json.Int(citation.sentence) : json.Null();
}

void WriteLine(JsonWriter& json, const DocumentLine& line) {
  json.Key("text").String(line.text).Key("status").StringOrNull(LabelOf(line)).Key("notes");
  json.Strings(line.notes).Key("citations").BeginArray();
  for (const Citation& citation : line.citations) {
    json.BeginObject();
    WriteCitation(json, citation);
    json.EndObject();
  }
  json.EndArray().Key("words").BeginArray();
  for (const DocumentWords& words : line.words) {
    json.BeginObject().Key("words").String(words.words);
    WriteCitation(json, words.citation);
    json.EndObject();
  }
  json.EndArray();
}

// What a page holds: its lines, each with the headings above it, and its sources, which they name by number.
std::string WritePageJson(const Document& document) {
  JsonWriter json;
  json.BeginObject().Key("title").String(document.title).Key("about").StringOrNull(document.about);
  json.Key("lines").BeginArray();
  std::string heading, below;
  for (const DocumentSection& section : document.sections) {
    constexpr int kUpperLevel = 2;
    if (section.level <= kUpperLevel) heading = section.heading;
    below = section.level <= kUpperLevel ? std::string() : section.heading;
    for (const DocumentLine& line : section.lines) {
      json.BeginObject().Key("heading").StringOrNull(heading).Key("subheading").StringOrNull(below);
      WriteLine(json, line);
      json.EndObject();
    }
  }
  json.EndArray().Key("sources").BeginArray();
  for (size_t i = 0; i < document.sources.size(); ++i) {
    const DocumentSource& source = document.sources[i];
    json.BeginObject().Key("number").Int(static_cast<int64_t>(i) + 1).Key("publisher").StringOrNull(source.publisher);
    json.Key("title").StringOrNull(source.title).Key("published").StringOrNull(source.day);
    json.Key("url").StringOrNull(source.url).Key("report").Int(source.report).EndObject();
  }
  json.EndArray().EndObject();
  return json.TakeText();
}

std::string WritePage(const Document& document, const std::string& format) {
  constexpr int kWidth = 100;
  if (format == "markdown") return WriteDocumentMarkdown(document);
  if (format == "html") return WriteDocumentHtml(document);
  if (format == "text") return WriteDocumentText(document, kWidth, false);
  return WritePageJson(document);
}

py::str PositionsPage(const OpenedStore& opened, const Knowledge& knowledge, const std::string& on, const Asked& asked,
                      const std::string& format) {
  const auto page = [&] {
    const py::gil_scoped_release others_may_run;
    return WritePage(ValueOrThrow(MakePositionsPage(opened.store(), on, asked.Make(knowledge))), format);
  }();
  return ToPython(page);
}

py::str PageOfTalks(const OpenedStore& opened, const Knowledge& knowledge, const Asked& asked,
                    const std::string& format) {
  const auto page = [&] {
    const py::gil_scoped_release others_may_run;
    return WritePage(ValueOrThrow(MakeTalksPage(opened.store(), asked.Make(knowledge))), format);
  }();
  return ToPython(page);
}

std::string NoAgreement(const std::string& name, const AgreementPage& made) {
  constexpr size_t kMostChoices = 10;
  std::string message = "found " + std::string(made.several ? "several agreements" : "no agreement") + " named \"" +
                        name + "\", expected one of these";
  if (made.choices.empty()) return message + ", but the record has none";
  for (size_t i = 0; i < made.choices.size() && i < kMostChoices; ++i)
    message += "\n  " + made.choices[i].key + "  " + made.choices[i].about;
  if (made.choices.size() > kMostChoices) {
    message += "\nand " + std::to_string(made.choices.size() - kMostChoices) + " others: query(kind=\"agreement\")";
  }
  return message;
}

py::str PageOfAgreement(const OpenedStore& opened, const Knowledge& knowledge, const std::string& name,
                        const std::string& format) {
  const auto page = [&] {
    const py::gil_scoped_release others_may_run;
    const auto made = ValueOrThrow(MakeAgreementPage(opened.store(), name, {&knowledge.countries, &knowledge.prose}));
    if (!made.page) throw Failure{{ErrorCode::kUsage, NoAgreement(name, made)}};
    return WritePage(*made.page, format);
  }();
  return ToPython(page);
}

// `asked` gives the period only.
py::str BriefPage(const OpenedStore& opened, const Knowledge& knowledge, const Asked& asked,
                  const std::vector<std::string>& about, bool all, size_t most_a_day, const std::string& format) {
  const auto page = [&] {
    const py::gil_scoped_release others_may_run;
    const Question period = asked.Make(knowledge);
    BriefOptions options;
    options.since = period.since;
    options.until = period.until;
    options.about = about;
    options.all = all;
    options.most_a_day = most_a_day;
    options.countries = &knowledge.countries;
    options.prose = &knowledge.prose;
    return WritePage(ValueOrThrow(MakeBrief(opened.store(), options)), format);
  }();
  return ToPython(page);
}

}  // namespace

void BindPages(py::module_& module) {
  module.def("positions", &PositionsPage);
  module.def("talks", &PageOfTalks);
  module.def("agreement", &PageOfAgreement);
  module.def("brief", &BriefPage);
}

}  // namespace rapporteur
