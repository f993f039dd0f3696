#include <algorithm>
#include <array>

#include "store/duck.h"

namespace rapporteur {
namespace {

constexpr const char* kLocked = ": another program has the record open";

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// "/usr/bin/x (PID 12)" of "… Conflicting lock is held in /usr/bin/x (PID 12) by user …"; empty when it does not say.
std::string LockHolder(const std::string& said) {
  constexpr std::string_view kBefore = "lock is held in ";
  const size_t at = said.find(kBefore);
  if (at == std::string::npos) return {};
  const size_t begin = at + kBefore.size();
  const size_t end = said.find(')', begin);
  if (end == std::string::npos || said[begin] == '.') return {};  // "." for one that is just ending
  return said.substr(begin, end + 1 - begin);
}

bool IsFull(const std::string& said) {
  static constexpr std::array<std::string_view, 4> kWords = {"No space left on device", "Disk quota exceeded",
                                                             "File too large", "disk is full"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return Has(said, word); });
}

bool IsDamaged(const std::string& said) {
  static constexpr std::array<std::string_view, 9> kWords = {"Corrupt",
                                                             "corrupt",
                                                             "checksum",
                                                             "not a valid DuckDB database file",
                                                             "Serialization Error",
                                                             "INTERNAL",
                                                             "Failed to load",
                                                             "Could not read enough bytes",
                                                             "WAL"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return Has(said, word); });
}

// DuckDB's own words on one line, without the excerpt or the stack that it prints behind some.
std::string OneLine(const std::string& said) {
  std::string words = said.substr(0, std::min(said.find("\n\n"), said.find("\nLINE ")));
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

}  // namespace

bool TellsOfLock(const Error& error) { return Has(error.message, kLocked); }

bool TellsOfSql(const Error& error) {
  static constexpr std::array<std::string_view, 7> kKinds = {
      "Parser Error",        "Binder Error", "Catalog Error",     "Conversion Error",
      "Invalid Input Error", "Syntax Error", "Out of Range Error"};
  return std::any_of(kKinds.begin(), kKinds.end(),
                     [&](std::string_view kind) { return Has(error.message, "(DuckDB: " + std::string(kind)); });
}

Error ExplainDuckError(const std::string& path, const std::string& said) {
  const std::string words = " (DuckDB: " + OneLine(said) + ")";
  if (Has(said, "Could not set lock") || Has(said, "Conflicting lock")) {
    const std::string holder = LockHolder(said);
    return {ErrorCode::kIo, path + kLocked + (holder.empty() ? "" : ": " + holder) +
                                "; one at a time may, so wait until it ends, or work on a copy of the file"};
  }
  if (IsFull(said)) {
    return {ErrorCode::kIo, path +
                                ": the disk is full: what was confirmed is safe, the batch at hand is not in the "
                                "record; make room and run the same command again" +
                                words};
  }
  if (Has(said, "Permission denied") || Has(said, "Read-only file system"))
    return {ErrorCode::kIo, path + ": cannot open the record" + words};
  if (Has(said, "newer version of DuckDB") || Has(said, "Trying to read a database file with version")) {
    return {ErrorCode::kFormat, path +
                                    ": found a file of another DuckDB's storage format than this one (1.4) reads; a "
                                    "newer DuckDB can export it" +
                                    words};
  }
  if (IsDamaged(said)) {
    return {ErrorCode::kFormat, path +
                                    ": the record is damaged; bring back a copy of it, or add the reports to a new "
                                    "one" +
                                    words};
  }
  return {ErrorCode::kIo, path + ": cannot work on the record" + words};
}

}  // namespace rapporteur
