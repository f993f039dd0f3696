// Where results go: standard output, or a file that appears whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace rapporteur {

// A file is written beside its place under another name, flushed to the disk and renamed by Commit; a device or pipe is
// written as it is. Without Commit a file that was there stays as it was. Not for several threads.
class Output {
 public:
  // "-" or an empty path is standard output. Errors: kIo  cannot be created
  static Result<Output> Open(const std::string& path);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output();

  // Errors: kIo  the disk is full, the reader of a pipe went away (then broken_pipe() is true), …
  Status Write(std::string_view bytes);
  Status Commit();

  bool broken_pipe() const { return broken_pipe_; }

 private:
  Output(int fd, std::string path, std::string temporary)
      : fd_(fd), path_(std::move(path)), temporary_(std::move(temporary)) {}
  Error Failed(std::string_view what, int number);

  int fd_;
  std::string path_;       // as named, for messages and the rename
  std::string temporary_;  // empty: written in place
  bool broken_pipe_ = false;
};

// The folder and its parents exist afterwards. Errors: kIo
Status MakeFolder(const std::string& path);

}  // namespace rapporteur
