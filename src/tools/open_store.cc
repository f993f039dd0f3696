#include "tools/open_store.h"

#include <filesystem>

#include "lexicon/table.h"
#include "reader/reader.h"
#include "tools/output.h"

namespace rapporteur {

namespace fs = std::filesystem;

std::string RecordFile(const std::string& path) {
  std::error_code error;
  if (path.ends_with('/') || fs::is_directory(path, error)) return (fs::path(path) / "record.duckdb").string();
  return path;
}

Result<Store> OpenStore(const std::string& path, bool read_only) {
  StoreOptions options;
  options.read_only = read_only;
  options.program = ProgramVersion();
  if (!read_only && path.ends_with('/')) {
    const auto made = MakeFolder(path);
    if (!made.ok()) return made.error();
  }
  return Store::Open(RecordFile(path), options);
}

Result<StoryOptions> ReadStoryOptions(const std::string& lexicon) {
  const auto table = ReadWholeFile((fs::path(lexicon) / "merging.tsv").string());
  if (!table.ok()) return table.error();
  return ParseStoryOptions(*table);
}

}  // namespace rapporteur
