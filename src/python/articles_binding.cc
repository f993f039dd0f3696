#include <pybind11/stl.h>

#include <mutex>

#include "python/bindings.h"
#include "python/errors.h"
#include "tools/article_stream.h"

namespace rapporteur {
namespace {

namespace py = pybind11;

// The rows of all inputs; several threads may ask for the next.
class Articles {
 public:
  explicit Articles(const InputOptions& input) : stream_({}, {}) {
    auto how = ValueOrThrow(HowToReadArticles(input));
    Inputs inputs = ListInputs(input.paths);
    if (!inputs.problems.empty()) throw Failure{inputs.problems.front()};
    stream_ = ArticleStream(std::move(inputs.files), std::move(how));
  }

  std::optional<StreamRow> Next() {
    const py::gil_scoped_release others_may_run;
    const std::lock_guard lock(mutex_);
    return stream_.Next();
  }

 private:
  std::mutex mutex_;
  ArticleStream stream_;
};

}  // namespace

void BindArticles(py::module_& module) {
  py::class_<StreamRow>(module, "Row")
      .def_property_readonly("file", [](const StreamRow& row) { return py::bytes(row.input.path); })
      .def_property_readonly("row", [](const StreamRow& row) { return row.row.at.row; });
  py::class_<Articles>(module, "Articles")
      .def(py::init([](const std::vector<std::string>& paths, const std::string& format, const std::string& map,
                       const std::string& date_order, const std::string& encoding) {
        const py::gil_scoped_release others_may_run;
        InputOptions input;
        input.paths = paths;
        input.from = format;
        input.map = map;
        input.date_order = date_order;
        input.encoding = encoding;
        return std::make_unique<Articles>(input);
      }))
      .def("next", &Articles::Next);
}

}  // namespace rapporteur
