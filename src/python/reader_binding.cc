#include <dlfcn.h>
#include <pybind11/stl.h>

#include <filesystem>

#include "python/bindings.h"
#include "python/errors.h"
#include "tools/article_stream.h"
#include "tools/setup.h"

namespace rapporteur {

Result<ReadOptions> SaidInPython(const std::string& published, const std::string& title, const std::string& publisher,
                                 const std::string& url) {
  ReadOptions said;
  if (!published.empty()) {
    said.published = ParseIsoDate(published);
    if (!said.published) {
      return Error{ErrorCode::kUsage, "published: found \"" + published + "\", expected a day as 2015-12-31"};
    }
  }
  said.title = title;
  said.publisher = publisher;
  said.url = url;
  return said;
}

std::string ModulePath() {
  Dl_info found = {};
  if (dladdr(reinterpret_cast<const void*>(&ModulePath), &found) == 0 || found.dli_fname == nullptr) return {};
  std::error_code error;
  const auto path = std::filesystem::canonical(found.dli_fname, error);
  return error ? found.dli_fname : path.string();
}

namespace py = pybind11;

py::str ToPython(std::string_view utf8) {
  PyObject* text = PyUnicode_DecodeUTF8(utf8.data(), static_cast<Py_ssize_t>(utf8.size()), nullptr);
  if (text == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(text);
}

namespace {

OpenedReader Open(const DataOptions& data) {
  auto from = ValueOrThrow(FindReaderOptions(data, ModulePath()));
  auto reader = ValueOrThrow(Reader::Open(from));
  return {std::move(from), std::move(reader)};
}

// A report that was read, as JSON Lines, and its text.
struct Lines {
  std::string text, lines;
  py::tuple ToTuple() const { return py::make_tuple(ToPython(text), ToPython(lines)); }
};

Lines ReadToLines(const Reader& reader, std::string_view bytes, const ReadOptions& said, const DecodeOptions& decode) {
  auto read = ValueOrThrow(reader.Read(bytes, said, decode));
  std::string lines = WriteJsonLines(read.record);
  return {std::move(read.record.text), std::move(lines)};
}

py::tuple ReadBytes(const OpenedReader& reader, const py::bytes& bytes, const std::string& encoding,
                    const ReadOptions& said) {
  const std::string_view view = bytes;  // the caller holds the object meanwhile
  const auto lines = [&] {
    const py::gil_scoped_release others_may_run;
    DecodeOptions decode;
    decode.encoding = ValueOrThrow(EncodingNamed(encoding));
    return ReadToLines(reader.reader, view, said, decode);
  }();
  return lines.ToTuple();
}

py::tuple ReadRow(const OpenedReader& reader, const StreamRow& row, const ReadOptions& said) {
  const auto lines = [&] {
    const py::gil_scoped_release others_may_run;
    const Article article = ValueOrThrow(row.row.article());
    return ReadToLines(reader.reader, article.text, SaidOfArticle(article, said, row.one_article()),
                       {.encoding = EncodingChoice::kUtf8});
  }();
  return lines.ToTuple();
}

py::dict MadeByOf(const OpenedReader& opened) {
  const MadeBy& made_by = opened.reader.made_by();
  py::dict made;
  made["program"] = made_by.program;
  made["model"] = made_by.model;
  made["lexicon"] = made_by.lexicon;
  return made;
}

std::vector<std::string> WarningsOf(const OpenedReader& opened) {
  std::vector<std::string> texts;
  for (const LexiconProblem& warning : opened.reader.lexicon().warnings()) texts.push_back(warning.text());
  return texts;
}

}  // namespace

void BindReader(py::module_& module) {
  py::class_<ReadOptions>(module, "Said")
      .def(py::init(
          [](const std::string& published, const std::string& title, const std::string& publisher,
             const std::string& url) { return ValueOrThrow(SaidInPython(published, title, publisher, url)); }));
  py::class_<OpenedReader>(module, "Reader")
      .def(py::init([](const std::string& model, const std::string& base, const std::vector<std::string>& lexicon) {
        const py::gil_scoped_release others_may_run;
        return Open({model, base, lexicon});
      }))
      .def("read", &ReadBytes)
      .def("read_row", &ReadRow)
      .def_property_readonly("model", [](const OpenedReader& opened) { return py::bytes(opened.from.model); })
      .def_property_readonly("lexicon",
                             [](const OpenedReader& opened) {
                               py::list folders;
                               for (const std::string& folder : opened.from.lexicon) folders.append(py::bytes(folder));
                               return folders;
                             })
      .def_property_readonly("made_by", &MadeByOf)
      .def_property_readonly("warnings", &WarningsOf);
}

}  // namespace rapporteur
