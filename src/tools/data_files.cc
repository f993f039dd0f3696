#include "tools/data_files.h"

#include <filesystem>

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

bool HoldsData(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "lexicon" / "states.tsv", error);
}

}  // namespace

std::string ProgramPath() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).string();
}

Result<DataFiles> FindDataFiles(const std::string& program) {
  const auto at = [](const fs::path& folder) {
    return DataFiles{(folder / "lexicon").string(), (folder / "model" / "english.rapm").string()};
  };
  const fs::path home = fs::path(program).parent_path();
  for (fs::path folder = home; !folder.empty(); folder = folder.parent_path()) {
    if (HoldsData(folder)) return at(folder);
    const fs::path installed = folder / "share" / "rapporteur";
    if (HoldsData(installed)) return at(installed);
    if (folder == folder.root_path()) break;
  }
  return Error{ErrorCode::kIo, "found no lexicon beside the program; looked in " + home.string() +
                                   " and all folders above it, and in share/rapporteur in each" +
                                   "; name the model with --model and the lexicon with --base-lexicon"};
}

}  // namespace rapporteur
