#include "tools/rejects.h"

#include <filesystem>

#include "record/json_writer.h"
#include "tools/setup.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kMostShown = 10;
constexpr size_t kMostBytes = 1U << 20U;

std::string PathFor(const std::string& said, const std::string& output) {
  std::error_code error;
  if (!said.empty()) return said;
  if (output.empty() || output == "-") return {};
  if (output.back() == '/' || fs::is_directory(output, error)) return (fs::path(output) / "rejects.jsonl").string();
  // A device or a pipe has nothing beside it.
  if (fs::exists(output, error) && !fs::is_regular_file(output, error)) return {};
  return output + ".rejects.jsonl";
}

std::string RejectLine(const StreamRow& from, const Error& reason) {
  const RowPosition& at = from.row.at;
  JsonWriter json;
  json.BeginObject();
  json.Key("file").String(from.input.path);
  json.Key("row").Int(static_cast<int64_t>(at.row));
  if (at.line != 0) {
    json.Key("line").Int(static_cast<int64_t>(at.line));
  } else {
    json.Key("line").Null();
  }
  json.Key("byte").Int(static_cast<int64_t>(at.byte));
  json.Key("reason").String(reason.message);
  const std::string* bytes = from.row.bytes.get();
  if (bytes != nullptr && bytes->size() <= kMostBytes && !from.one_article()) {
    json.Key("bytes").String(*bytes);
  } else {
    json.Key("bytes").Null();
  }
  json.EndObject();
  json.EndLine();
  return json.TakeText();
}

}  // namespace

Rejects::Rejects(const std::string& said, const std::string& output)
    : path_(PathFor(said, output)), always_(!said.empty()) {}

Status Rejects::Open() {
  const fs::path folder = fs::path(path_).parent_path();
  if (!always_ && !folder.empty()) {
    auto made = MakeFolder(folder.string());  // the output's, which may not be there yet
    if (!made.ok()) return made;
  }
  auto output = Output::Open(path_);
  if (!output.ok()) return output.error();
  output_.emplace(std::move(output).value());
  return Ok{};
}

Status Rejects::Add(const StreamRow& from, const Error& reason) {
  const bool whole_file = !from.opened || from.format == InputFormat::kText;
  if (whole_file || (from.row.ends_file && !path_.empty())) PrintError(from.name() + ": " + reason.message);
  if (whole_file) return Ok{};
  ++count_;
  if (path_.empty()) {
    if (count_ <= kMostShown) PrintError(from.name() + ": " + reason.message);
    return Ok{};
  }
  if (!output_) {
    auto opened = Open();
    if (!opened.ok()) return opened;
  }
  return output_->Write(RejectLine(from, reason));
}

Status Rejects::Commit() {
  std::error_code error;
  if (!output_ && !path_.empty() && (always_ || fs::exists(path_, error))) {
    auto opened = Open();
    if (!opened.ok()) return opened;
  }
  return output_ ? output_->Commit() : Status(Ok{});
}

}  // namespace rapporteur
