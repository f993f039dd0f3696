#include "tools/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

Error IoError(const std::string& path, std::string_view what, int number) {
  return {ErrorCode::kIo,
          path + ": " + std::string(what) + ": " + std::strerror(number)};  // NOLINT(concurrency-mt-unsafe)
}

}  // namespace

Result<Output> Output::Open(const std::string& path) {
  if (path.empty() || path == "-") return Output(STDOUT_FILENO, "standard output", "");
  std::error_code error;
  const bool exists = fs::exists(path, error);
  if (exists && fs::is_directory(path, error)) return Error{ErrorCode::kUsage, path + ": is a directory"};
  if (exists && !fs::is_regular_file(path, error)) {
    const int fd = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) return IoError(path, "cannot open for writing", errno);
    return Output(fd, path, "");
  }
  // Through a symbolic link, so that the link stays and its target is replaced.
  const std::string target = exists ? fs::canonical(path, error).string() : path;
  const std::string temporary = target + ".part" + std::to_string(getpid());
  const int fd = open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd < 0) return IoError(path, "cannot create", errno);
  struct stat old = {};
  if (exists && stat(target.c_str(), &old) == 0 && fchmod(fd, old.st_mode & 07777) != 0) {
    const int number = errno;
    close(fd);
    unlink(temporary.c_str());
    return IoError(path, "cannot keep the file's permissions", number);
  }
  return Output(fd, target, temporary);
}

Output::Output(Output&& other) noexcept
    : fd_(other.fd_),
      path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)),
      broken_pipe_(other.broken_pipe_) {
  other.fd_ = -1;
  other.temporary_.clear();
}

Output::~Output() {
  if (fd_ > STDERR_FILENO) close(fd_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

Error Output::Failed(std::string_view what, int number) {
  broken_pipe_ = number == EPIPE;
  return IoError(path_, what, number);
}

Status Output::Write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = write(fd_, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return Failed("cannot write", errno);
    bytes.remove_prefix(static_cast<size_t>(wrote));
  }
  return Ok{};
}

Status Output::Commit() {
  if (temporary_.empty()) return Ok{};
  if (fsync(fd_) != 0) return Failed("cannot write", errno);
  const int closed = close(fd_);
  fd_ = -1;
  if (closed != 0) return Failed("cannot write", errno);
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return Failed("cannot rename to", errno);
  temporary_.clear();
  return Ok{};
}

Status MakeFolder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) return Error{ErrorCode::kIo, path + ": cannot create the folder: " + error.message()};
  return Ok{};
}

}  // namespace rapporteur
