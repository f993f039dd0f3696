#include "lexicon/table.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>

namespace rapporteur {
namespace {

std::string_view Trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Length of the UTF-8 sequence that starts at text[at]; 0 when it is none (overlong, surrogate, cut off, beyond
// U+10FFFF).
size_t Utf8Length(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<uint8_t>(text[i]) : 0; };
  const auto follows = [&](size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const int lead = byte(at);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(at + 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (!follows(at + 1) || !follows(at + 2)) return 0;
    if (lead == 0xE0 && byte(at + 1) < 0xA0) return 0;
    if (lead == 0xED && byte(at + 1) > 0x9F) return 0;
    return 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (!follows(at + 1) || !follows(at + 2) || !follows(at + 3)) return 0;
    if (lead == 0xF0 && byte(at + 1) < 0x90) return 0;
    if (lead == 0xF4 && byte(at + 1) > 0x8F) return 0;
    return 4;
  }
  return 0;
}

std::vector<std::string_view> SplitTabs(std::string_view line) {
  std::vector<std::string_view> cells;
  size_t begin = 0;
  for (size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t', begin)) {
    cells.push_back(line.substr(begin, tab - begin));
    begin = tab + 1;
  }
  cells.push_back(line.substr(begin));
  return cells;
}

std::string JoinColumns(std::initializer_list<std::string_view> columns) {
  std::string joined;
  for (std::string_view column : columns) {
    if (!joined.empty()) joined += ' ';
    joined += column;
  }
  return joined;
}

}  // namespace

std::string LexiconProblem::text() const {
  std::string out = file;
  if (line > 0) out += ':' + std::to_string(line);
  return out + ": " + message;
}

Table Table::Parse(std::string file, std::string_view bytes, std::initializer_list<std::string_view> columns,
                   std::vector<LexiconProblem>& problems) {
  Table table;
  table.file_ = std::move(file);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  table.cells_.reserve(columns.size() * static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '\n')));
  int number = 0;
  bool header_seen = false;
  while (!bytes.empty()) {
    ++number;
    const size_t end = bytes.find('\n');
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (header_seen) {
      table.AddRow(line, number, problems);
      continue;
    }
    header_seen = true;
    for (std::string_view name : SplitTabs(line)) table.columns_.emplace_back(name);
    bool same = table.columns_.size() == columns.size();
    size_t i = 0;
    for (std::string_view column : columns) same = same && table.columns_[i++] == column;
    if (!same) {
      problems.push_back({Severity::kError, table.file_, number,
                          "found the columns \"" + std::string(line) + "\", expected " + JoinColumns(columns) +
                              "; name them in this order, apart by tabs"});
      return table;
    }
  }
  if (!header_seen) {
    problems.push_back({Severity::kError, table.file_, 0,
                        "found no line that names the columns, expected " + JoinColumns(columns) + "; add it"});
  }
  return table;
}

void Table::AddRow(std::string_view line, int number, std::vector<LexiconProblem>& problems) {
  const auto tell = [&](std::string message) {
    problems.push_back({Severity::kError, file_, number, std::move(message)});
  };
  if (const size_t bad = FindBadUtf8(line); bad != std::string_view::npos) {
    char byte[8];
    std::snprintf(byte, sizeof byte, "0x%02X", static_cast<unsigned>(static_cast<uint8_t>(line[bad])));
    tell("found the byte " + std::string(byte) + " at column " + std::to_string(bad + 1) +
         ", expected UTF-8; save the file as UTF-8");
    return;
  }
  const std::vector<std::string_view> cells = SplitTabs(line);
  const bool removes = line.front() == '!';
  // A line that removes needs only its key: the cells after it may be left out.
  if (cells.size() > columns_.size() || (cells.size() < columns_.size() && !removes)) {
    tell("found " + std::to_string(cells.size()) + (cells.size() == 1 ? " cell" : " cells") + ", expected " +
         std::to_string(columns_.size()) + "; write - for an empty one and put one tab between cells");
    return;
  }
  rows_.push_back({number, removes, cells_.size()});
  for (size_t i = 0; i < columns_.size(); ++i) {
    std::string_view cell = i < cells.size() ? Trim(cells[i]) : std::string_view();
    if (i == 0 && removes) cell.remove_prefix(1);
    cells_.emplace_back(cell == "-" ? std::string_view() : cell);
  }
}

std::vector<std::string> SplitList(std::string_view cell, char separator) {
  std::vector<std::string> items;
  while (!cell.empty()) {
    const size_t end = cell.find(separator);
    const std::string_view item = Trim(cell.substr(0, end));
    if (!item.empty()) items.emplace_back(item);
    if (end == std::string_view::npos) break;
    cell.remove_prefix(end + 1);
  }
  return items;
}

std::string HyphensToBlanks(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), '-', ' ');
  return out;
}

size_t FindBadUtf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const size_t length = Utf8Length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

Result<std::string> ReadWholeFile(const std::string& path) {
  const auto close = [](std::FILE* file) { std::fclose(file); };
  const std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "rb"), close);
  if (!file) {
    return Error{ErrorCode::kIo, path + ": cannot be read (" + std::strerror(errno) + "); check the path"};
  }
  std::string bytes;
  char block[1 << 16];
  for (size_t got = 0; (got = std::fread(block, 1, sizeof block, file.get())) > 0;) bytes.append(block, got);
  if (std::ferror(file.get())) {
    return Error{ErrorCode::kIo, path + ": reading stopped (" + std::strerror(errno) + "); check the disk"};
  }
  return bytes;
}

}  // namespace rapporteur
