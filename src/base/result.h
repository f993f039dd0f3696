// A value or the reason why there is none.
//
// Nothing in the library throws across a folder, prints or exits: a function that can fail returns Result<T>. An
// error's message says what was found, what was expected and what to do; the mains print it as it is.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace rapporteur {

enum class ErrorCode {
  kIo,             // a file is missing, unreadable, unwritable, or the disk is full
  kFormat,         // bytes that are not what they should be: truncated, damaged, of another format
  kModelMismatch,  // a model file of another version, or one that no longer answers as when it was made
  kLexicon,        // a lexicon line that breaks its file's rules
  kUsage,          // options that contradict each other or name nothing
  kLimit,          // input larger than a documented limit; nothing is cut silently
};

struct Error {
  ErrorCode code = ErrorCode::kIo;
  std::string message;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  // Implicit on purpose: `return value;` and `return Error{…};` both read well.
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  // Each asserts that it is asked in the right state: check ok() first.
  T& value() & {
    assert(ok());
    return *std::get_if<T>(&state_);
  }
  const T& value() const& {
    assert(ok());
    return *std::get_if<T>(&state_);
  }
  T&& value() && {
    assert(ok());
    return std::move(*std::get_if<T>(&state_));
  }
  const Error& error() const {
    assert(!ok());
    return *std::get_if<Error>(&state_);
  }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

 private:
  std::variant<T, Error> state_;
};

// For functions that give nothing back but may fail: `return Ok{};`.
struct Ok {};
using Status = Result<Ok>;

}  // namespace rapporteur
