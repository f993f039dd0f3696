#include <pybind11/stl.h>

#include <algorithm>

#include "ask/find.h"
#include "ask/timeline.h"
#include "ask/write_rows.h"
#include "python/asked.h"
#include "python/bindings.h"
#include "python/errors.h"
#include "python/opened_store.h"
#include "tools/asking.h"
#include "tools/setup.h"

namespace rapporteur {

namespace py = pybind11;

namespace {

std::vector<std::string> List(const py::dict& said, const char* name) {
  return said[name].cast<std::vector<std::string>>();
}

std::string Text(const py::dict& said, const char* name) { return said[name].cast<std::string>(); }

}  // namespace

Asked::Asked(const py::dict& said) {
  ask_.kinds = List(said, "kind");
  ask_.types = List(said, "type");
  ask_.modes = List(said, "mode");
  ask_.statuses = List(said, "status");
  ask_.actors = List(said, "actor");
  ask_.by = List(said, "by");
  ask_.to = List(said, "to");
  ask_.place = Text(said, "place");
  ask_.since = Text(said, "since");
  ask_.until = Text(said, "until");
  ask_.agreement = Text(said, "agreement");
  ask_.text = Text(said, "text");
  ask_.reports = said["reports"].cast<int64_t>();
  ask_.publishers = said["publishers"].cast<int64_t>();
  ask_.differing = said["differing"].cast<bool>();
  ask_.newest = said["newest"].cast<bool>();
  ask_.limit = said["limit"].cast<size_t>();
  for (const auto& [one, other] : said["pair"].cast<std::vector<std::pair<std::string, std::string>>>())
    pairs_.push_back({one, other});
}

Question Asked::Make(const Knowledge& knowledge) const {
  Question question = ValueOrThrow(QuestionOf(ask_));
  question.pairs = pairs_;
  question.countries = &knowledge.countries;
  return question;
}

namespace {

Knowledge OpenKnowledge() {
  const std::string lexicon = ValueOrThrow(FindBaseLexicon({}, ModulePath()));
  return {ValueOrThrow(Countries::Read(lexicon)), ValueOrThrow(ProseTable::Open({lexicon}))};
}

py::str QueryRows(const OpenedStore& opened, const Knowledge& knowledge, const Asked& asked, bool mentions,
                  const std::string& count) {
  const auto lines = [&] {
    const py::gil_scoped_release others_may_run;
    const auto found = ValueOrThrow(Find(opened.store(), asked.Make(knowledge)));
    const auto rows = ValueOrThrow(RowsOf(opened.store(), found, mentions));
    if (count.empty()) return WriteRowsJson(rows);
    const auto names = CountNames();
    const auto at = std::find(names.begin(), names.end(), count);
    if (at == names.end()) {
      std::string all;
      for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
      throw Failure{{ErrorCode::kUsage, "count: found \"" + count + "\", expected one of " + all}};
    }
    return WriteTable(CountRows(rows, static_cast<CountBy>(at - names.begin())), TableForm::kJsonLines, {});
  }();
  return ToPython(lines);
}

py::str TimelineLines(const OpenedStore& opened, const Knowledge& knowledge, const Asked& asked,
                      const std::string& format) {
  const auto text = [&] {
    const py::gil_scoped_release others_may_run;
    const Question question = asked.Make(knowledge);
    const auto lines = ValueOrThrow(TimelineOf(opened.store(), question, knowledge.prose));
    const TimelineForm form = format == "text"       ? TimelineForm::kText
                              : format == "markdown" ? TimelineForm::kMarkdown
                                                     : TimelineForm::kJsonLines;
    return WriteTimeline(lines, form, {});
  }();
  return ToPython(text);
}

}  // namespace

void BindAsking(py::module_& module) {
  py::class_<Knowledge>(module, "Knowledge").def(py::init(&OpenKnowledge));
  py::class_<Asked>(module, "Asked").def(py::init<const py::dict&>());
  module.def("merged", [](const OpenedStore& opened) { return ValueOrThrow(IsMerged(opened.store())); });
  module.def("query", &QueryRows);
  module.def("timeline", &TimelineLines);
}

}  // namespace rapporteur
