#include <pybind11/stl.h>

#include <array>
#include <limits>

#include "python/bindings.h"
#include "python/errors.h"
#include "python/opened_store.h"
#include "tools/article_stream.h"
#include "tools/open_store.h"
#include "tools/setup.h"
#include "tools/store_writer.h"

namespace rapporteur {
namespace {

namespace py = pybind11;

// Adds reports: made by any number of threads, pushed and finished by one.
class Adder {
 public:
  Adder(const OpenedStore& store, const OpenedReader& reader, size_t batch)
      : store_(store.store()), reader_(reader.reader), writer_(MakeWriter(batch)) {}

  StoreWriter::Entry Make(const py::bytes& bytes, const std::string& encoding, const ReadOptions& said) const {
    const std::string_view view = bytes;  // the caller holds the object meanwhile
    const py::gil_scoped_release others_may_run;
    DecodeOptions decode;
    decode.encoding = ValueOrThrow(EncodingNamed(encoding));
    const ReportText text = ValueOrThrow(DecodeReport(view, decode));
    return ValueOrThrow(MakeEntry(store_, reader_, text.utf8, said));
  }

  StoreWriter::Entry MakeOfRow(const StreamRow& row, const ReadOptions& said) const {
    const py::gil_scoped_release others_may_run;
    const Article article = ValueOrThrow(row.row.article());
    return ValueOrThrow(MakeEntry(store_, reader_, article.text, SaidOfArticle(article, said, row.one_article())));
  }

  // False: what was pushed before could not be added, and nothing more is; Finish tells why.
  bool Push(StoreWriter::Entry& entry) {
    const py::gil_scoped_release others_may_run;
    return writer_.get().Push(std::move(entry));
  }

  // How many were added, known, replaced.
  std::array<size_t, 3> Finish() {
    const py::gil_scoped_release others_may_run;
    ValueOrThrow(writer_.get().Finish());
    return fates_;
  }

 private:
  std::unique_ptr<StoreWriter> MakeWriter(size_t batch) {
    StoreWriterOptions options;
    options.batch_reports = batch;
    return std::make_unique<StoreWriter>(
        store_, options, [this](const StoreWriter::Entry&, Fate fate) { ++fates_.at(static_cast<size_t>(fate)); });
  }

  Store& store_;
  const Reader& reader_;
  std::array<size_t, 3> fates_ = {};  // by the writer's thread until it has finished
  OfThisProcess<StoreWriter> writer_;
};

// DuckDB's values as Python's.
class ValueToPython {
 public:
  ValueToPython()
      : day_(py::module_::import("datetime").attr("date").attr("fromordinal")),
        step_(py::module_::import("datetime").attr("timedelta")),
        epoch_(py::module_::import("datetime").attr("datetime")(1970, 1, 1)) {}

  py::object operator()(const DuckValue& value) const { return std::visit(*this, value.is); }
  py::object operator()(std::monostate) const { return py::none(); }
  py::object operator()(bool value) const { return py::bool_(value); }
  py::object operator()(int64_t value) const { return py::int_(value); }
  py::object operator()(double value) const { return py::float_(value); }
  py::object operator()(const std::string& value) const { return ToPython(value); }
  py::object operator()(DuckDay value) const { return day_(int64_t{value.days} + kOrdinalOf1970); }
  py::object operator()(DuckMoment value) const { return epoch_ + step_(0, 0, value.microseconds); }
  py::object operator()(const DuckValues& values) const {
    py::list members;
    for (const DuckValue& member : values) members.append((*this)(member));
    return members;
  }

 private:
  static constexpr int64_t kOrdinalOf1970 = 719163;
  py::object day_, step_, epoch_;
};

std::vector<py::str> NamesOf(const DuckRows& rows) {
  std::vector<py::str> names;
  for (const std::string& name : rows.Columns()) {
    const py::str one = ToPython(name);
    for (const py::str& before : names) {
      if (before.equal(one)) {
        throw Failure{{ErrorCode::kUsage, "two columns are called " + name + "; name one otherwise with AS"}};
      }
    }
    names.push_back(one);
  }
  return names;
}

py::list Sql(const OpenedStore& opened, const std::string& sql) {
  DuckRows rows = [&] {
    const py::gil_scoped_release others_may_run;
    auto asked = opened.store().Ask(sql);
    if (!asked.ok() && TellsOfSql(asked.error())) throw Failure{{ErrorCode::kUsage, asked.error().message}};
    return ValueOrThrow(std::move(asked));
  }();
  const std::vector<py::str> names = NamesOf(rows);
  const ValueToPython to_python;
  py::list found;
  while (rows.Next()) {
    py::dict row;
    for (size_t i = 0; i < names.size(); ++i) row[names[i]] = to_python(ValueOrThrow(rows.Value(i)));
    found.append(std::move(row));
  }
  return found;
}

// A report's JSON Lines and text; none: there is no such report.
py::object Load(const OpenedStore& opened, const std::string& id) {
  std::string lines, text;
  {
    const py::gil_scoped_release others_may_run;
    auto record = ValueOrThrow(opened.store().Load(id));
    if (record) {
      lines = WriteJsonLines(*record);
      text = std::move(record->text);
    }
  }
  if (lines.empty()) return py::none();
  return py::make_tuple(ToPython(text), ToPython(lines));
}

void Merge(const OpenedStore& opened) {
  const py::gil_scoped_release others_may_run;
  const StoryOptions stories = ValueOrThrow(ReadStoryOptions(ValueOrThrow(FindBaseLexicon({}, ModulePath()))));
  ValueOrThrow(opened.store().Merge(stories));
}

}  // namespace

void BindStore(py::module_& module) {
  module.def("record_file", [](const std::string& path) { return py::bytes(RecordFile(path)); });
  [[maybe_unused]] const py::class_<StoreWriter::Entry> entry(module, "Entry");
  py::class_<OpenedStore>(module, "Store")
      .def(py::init<std::string, bool>(), py::call_guard<py::gil_scoped_release>())
      .def("close", &OpenedStore::Close, py::call_guard<py::gil_scoped_release>())
      .def("size", [](const OpenedStore& opened) { return opened.store().size(); })
      .def("sql", &Sql)
      .def("load", &Load)
      .def("merge", &Merge);
  py::class_<Adder>(module, "Adder")
      .def(py::init<const OpenedStore&, const OpenedReader&, size_t>(), py::keep_alive<1, 2>(), py::keep_alive<1, 3>())
      .def("make", &Adder::Make)
      .def("make_of_row", &Adder::MakeOfRow)
      .def("push", &Adder::Push)
      .def("finish", &Adder::Finish);
}

}  // namespace rapporteur
