// What is set aside while the rest is read: rows that hold no article, each with its place and the reason.
//
// Not for several threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "tools/article_stream.h"
#include "tools/output.h"

namespace rapporteur {

// A JSON line each: file, row, line, byte, reason, and the row itself where it is a piece of text of no more than 1
// MiB, so that it can be mended and read again.
class Rejects {
 public:
  // The file for `said` (--rejects) or, where that is empty, beside `output`: FILE.rejects.jsonl, or rejects.jsonl in a
  // folder. Where the output is a stream and nothing was said, reasons go to standard error, the first ten of them.
  Rejects(const std::string& said, const std::string& output);

  // A report that is a file of its own, or an input that cannot be opened, is told on standard error at once, and not
  // set aside; a file that cannot be read on is told there too. Errors: kIo  the file cannot be written
  Status Add(const StreamRow& from, const Error& reason);

  // The file appears. A file that was said appears without rows too; one of an earlier run is replaced.
  Status Commit();

  uint64_t count() const { return count_; }
  const std::string& path() const { return path_; }  // empty: none

 private:
  Status Open();

  std::string path_;
  bool always_ = false;
  std::optional<Output> output_;
  uint64_t count_ = 0;
};

}  // namespace rapporteur
