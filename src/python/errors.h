// The program's errors on their way to Python: thrown only in this folder, and only towards pybind11.
//
// Stateless.
#pragma once

#include <pybind11/pybind11.h>

#include <utility>

#include "base/result.h"

namespace rapporteur {

// Becomes the exception of rapporteur._errors that its code means, with its message.
struct Failure {
  Error error;
  bool locked = false;  // LockedError
};

template <typename T>
T ValueOrThrow(Result<T> result) {
  if (!result.ok()) throw Failure{result.error()};
  return std::move(result).value();
}

// Tells pybind11 what a Failure means.
void TranslateFailures();

}  // namespace rapporteur
