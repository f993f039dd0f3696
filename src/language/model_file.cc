#include "language/model_file.h"

#include <fstream>
#include <system_error>
#include <utility>

#include "base/byte_reader.h"
#include "base/crc32.h"

namespace rapporteur {
namespace {

constexpr std::string_view kMagic = "RAPM";
constexpr size_t kHeaderBytes = 16;
constexpr size_t kEntryBytes = 56;
constexpr size_t kNameBytes = 32;

std::string Printable(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) out += c >= 0x20 && c < 0x7f ? c : '?';
  return "'" + out + "'";
}

Error Wrong(const std::string& name, const std::string& what) { return {ErrorCode::kFormat, "model " + name + what}; }

Error TooLarge(const std::string& name, uint64_t bytes) {
  return {ErrorCode::kLimit, "model " + name + ": " + std::to_string(bytes) + " bytes, at most " +
                                 std::to_string(kMostModelBytes) + " are read; is it a model file?"};
}

}  // namespace

Result<ModelFile> ModelFile::Read(std::string bytes, std::string name) {
  ModelFile file;
  file.bytes_ = std::move(bytes);
  file.name_ = std::move(name);
  if (const Status status = file.ReadDirectory(); !status) return status.error();
  return file;
}

Result<ModelFile> ModelFile::Open(const std::string& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = in ? static_cast<std::streamoff>(in.tellg()) : -1;
  if (size < 0) return Error{ErrorCode::kIo, "model " + path + ": cannot be opened; give its path or install it there"};
  if (static_cast<uint64_t>(size) > kMostModelBytes) return TooLarge(path, static_cast<uint64_t>(size));
  std::string bytes(static_cast<size_t>(size), '\0');
  in.seekg(0);
  if (!in.read(bytes.data(), size)) return Error{ErrorCode::kIo, "model " + path + ": cannot be read"};
  return Read(std::move(bytes), path);
}

Status ModelFile::ReadDirectory() {
  if (bytes_.size() > kMostModelBytes) return TooLarge(name_, bytes_.size());
  if (std::string_view(bytes_).substr(0, kMagic.size()) != kMagic) {
    return Wrong(name_, ": begins with " + Printable(std::string_view(bytes_).substr(0, kMagic.size())) +
                            ", expected 'RAPM'; this is no model file (or only a pointer to one)");
  }
  if (bytes_.size() < kHeaderBytes) return Wrong(name_, ": cut short in its header; fetch it again");
  const uint32_t version = ReadU32(bytes_, 4);
  if (version != kModelVersion) {
    return Error{ErrorCode::kModelMismatch, "model " + name_ + ": format version " + std::to_string(version) +
                                                " found, version " + std::to_string(kModelVersion) +
                                                " supported; the file was made for " +
                                                (version > kModelVersion ? "a newer" : "an older") +
                                                " rapporteur: use the model that came with this program"};
  }
  const uint32_t count = ReadU32(bytes_, 8);
  if (count > kMostSections || bytes_.size() < kHeaderBytes + count * kEntryBytes) {
    return Wrong(name_, ": a directory of " + std::to_string(count) + " sections, expected at most " +
                            std::to_string(kMostSections) + " within the file; it is cut short or damaged");
  }
  for (size_t i = 0; i < count; ++i) {
    Result<Entry> entry = ReadEntry(i);
    if (!entry) return entry.error();
    if (Section(entry->name)) return Wrong(name_, ": section '" + entry->name + "' stands twice; the file is damaged");
    entries_.push_back(std::move(entry).value());
  }
  return Ok{};
}

Result<ModelFile::Entry> ModelFile::ReadEntry(size_t index) const {
  const size_t at = kHeaderBytes + index * kEntryBytes;
  const std::string_view all = bytes_;
  Entry entry = {std::string(ReadName(all, at, kNameBytes)), ReadU64(all, at + kNameBytes),
                 ReadU64(all, at + kNameBytes + 8)};
  if (entry.offset > all.size() || entry.length > all.size() - entry.offset) {
    return Wrong(name_, ": section " + Printable(entry.name) + " ends beyond the file's " + std::to_string(all.size()) +
                            " bytes; it is cut short, fetch it again");
  }
  const uint32_t stored = ReadU32(all, at + kNameBytes + 16);
  const uint32_t found = Crc32(all.substr(entry.offset, entry.length));
  if (found != stored) {
    return Wrong(name_, ": section " + Printable(entry.name) + " has CRC-32 " + std::to_string(found) + ", expected " +
                            std::to_string(stored) + "; the file is damaged, fetch it again");
  }
  return entry;
}

std::optional<std::string_view> ModelFile::Section(std::string_view section) const {
  for (const Entry& entry : entries_) {
    if (entry.name == section) return std::string_view(bytes_).substr(entry.offset, entry.length);
  }
  return std::nullopt;
}

Result<std::string_view> ModelFile::Needed(std::string_view section) const {
  const std::optional<std::string_view> found = Section(section);
  if (found) return *found;
  return Wrong(name_, " has no section '" + std::string(section) + "'; it was not finished when it was made");
}

}  // namespace rapporteur
