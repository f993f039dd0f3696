// The container of a model file (docs/model.md, section 1): named sections of bytes behind a checked directory.
//
// Immutable once read; any number of threads may ask at once. Any byte string gives a ModelFile or an error.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rapporteur {

inline constexpr uint32_t kModelVersion = 1;
inline constexpr uint64_t kMostModelBytes = 64u << 20;
inline constexpr uint32_t kMostSections = 64;

class ModelFile {
 public:
  // `name` is what messages call the file.
  // Errors: kFormat         not a model file, cut short, or damaged (a section's CRC differs)
  //         kModelMismatch  another format version (found and supported are shown)
  //         kLimit          larger than kMostModelBytes
  static Result<ModelFile> Read(std::string bytes, std::string name);

  // Errors: those of Read, and kIo when the file is missing or unreadable.
  static Result<ModelFile> Open(const std::string& path);

  // The bytes of a section, none if the file lacks it. Valid as long as this object.
  std::optional<std::string_view> Section(std::string_view section) const;

  // A section that must be there. Errors: kFormat.
  Result<std::string_view> Needed(std::string_view section) const;

  const std::string& bytes() const { return bytes_; }
  const std::string& name() const { return name_; }

 private:
  // Offsets, not views: the object may move.
  struct Entry {
    std::string name;
    uint64_t offset;
    uint64_t length;
  };

  Status ReadDirectory();
  Result<Entry> ReadEntry(size_t index) const;

  std::string bytes_;
  std::string name_;
  std::vector<Entry> entries_;
};

}  // namespace rapporteur
