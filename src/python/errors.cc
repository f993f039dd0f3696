#include "python/errors.h"

#include <exception>

namespace rapporteur {
namespace {

namespace py = pybind11;

const char* ExceptionFor(const Failure& failure) {
  if (failure.locked) return "LockedError";
  if (failure.error.code == ErrorCode::kUsage) return "UsageError";
  if (failure.error.code == ErrorCode::kLimit) return "LimitError";
  return "DataError";
}

void Raise(const Failure& failure) {
  const std::string& said = failure.error.message;
  // A message may quote a path whose bytes are no UTF-8.
  const auto message = py::reinterpret_steal<py::object>(
      PyUnicode_DecodeUTF8(said.data(), static_cast<Py_ssize_t>(said.size()), "surrogateescape"));
  const py::object exception = py::module_::import("rapporteur._errors").attr(ExceptionFor(failure));
  PyErr_SetObject(exception.ptr(), message.ptr());
}

}  // namespace

void TranslateFailures() {
  py::register_exception_translator([](std::exception_ptr thrown) {  // NOLINT(performance-unnecessary-value-param)
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const Failure& failure) {
      Raise(failure);
    }
  });
}

}  // namespace rapporteur
