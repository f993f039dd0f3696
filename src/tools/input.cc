#include "tools/input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "inputs/open_articles.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

Error IoError(const std::string& what, const std::string& path, int number) {
  return {ErrorCode::kIo, path + ": " + what + ": " + std::strerror(number)};  // NOLINT(concurrency-mt-unsafe)
}

void ListDirectory(const std::string& directory, Inputs& inputs) {
  std::vector<std::string> found;
  std::error_code error;
  for (fs::recursive_directory_iterator at(directory, fs::directory_options::follow_directory_symlink, error), end;
       !error && at != end; at.increment(error)) {
    std::error_code ignored;
    const std::string name = at->path().filename().string();
    if (IsArticleFile(name) && at->is_regular_file(ignored)) found.push_back(at->path().string());
  }
  if (error) {
    inputs.problems.push_back({ErrorCode::kIo, directory + ": cannot list the directory: " + error.message()});
    return;
  }
  if (found.empty()) {
    inputs.problems.push_back({ErrorCode::kUsage, directory +
                                                      ": found no report in the directory, expected files that end in "
                                                      ".txt, .html, .json, .jsonl, .csv, .tsv, .xml, .rss, .atom or "
                                                      ".warc (also with .gz); name other files one by one"});
    return;
  }
  std::sort(found.begin(), found.end());
  for (std::string& path : found) {
    std::string relative = fs::path(path).lexically_relative(directory).string();
    inputs.files.push_back({std::move(path), std::move(relative)});
  }
}

// Closes on leaving; standard input stays open.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ > STDIN_FILENO) close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

}  // namespace

Inputs ListInputs(const std::vector<std::string>& paths) {
  Inputs inputs;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-") {
      inputs.files.push_back({path, "stdin"});
    } else if (fs::is_directory(path, error)) {
      ListDirectory(path, inputs);
    } else if (!fs::exists(path, error)) {
      inputs.problems.push_back({ErrorCode::kIo, path + ": found no such file or directory"});
    } else {
      inputs.files.push_back({path, fs::path(path).filename().string()});
    }
  }
  return inputs;
}

Result<std::string> ReadInput(const Input& input, uint64_t max_bytes) {
  const std::string name = input.path == "-" ? "standard input" : input.path;
  const Descriptor file(input.path == "-" ? STDIN_FILENO : open(input.path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return IoError("cannot open", name, errno);
  std::string bytes;
  std::array<char, 1U << 16U> buffer = {};
  while (true) {
    const ssize_t got = read(file.get(), buffer.data(), buffer.size());
    if (got == 0) return bytes;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return IoError("cannot read", name, errno);
    bytes.append(buffer.data(), static_cast<size_t>(got));
    if (bytes.size() > max_bytes) {
      return Error{ErrorCode::kLimit, name + ": found more than " + std::to_string(max_bytes >> 20U) +
                                          " MiB, the limit for one report; split the file"};
    }
  }
}

}  // namespace rapporteur
