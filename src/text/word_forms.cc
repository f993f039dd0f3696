#include "text/word_forms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/builtin_word_forms.h"

namespace rapporteur {
namespace {

constexpr size_t kLongestForm = 24;  // bytes; longer words are not looked up

bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }
char AsciiLower(char c) { return IsAsciiUpper(c) ? static_cast<char>(c + 0x20) : c; }

std::string_view NextField(std::string_view* line) {
  const size_t tab = line->find('\t');
  const std::string_view field = line->substr(0, tab);
  *line = tab == std::string_view::npos ? std::string_view() : line->substr(tab + 1);
  return field;
}

StopRule StopRuleNamed(std::string_view name) {
  if (name == "title") return StopRule::kTitle;
  if (name == "inner") return StopRule::kInner;
  if (name == "middle") return StopRule::kMiddle;
  if (name == "number") return StopRule::kNumber;
  return StopRule::kNone;
}

}  // namespace

Result<WordForms> WordForms::Parse(std::string_view tsv) {
  if (tsv.empty()) tsv = kBuiltinWordForms;
  WordForms forms;
  size_t number = 0;
  while (!tsv.empty()) {
    const size_t end = tsv.find('\n');
    std::string_view line = tsv.substr(0, end);
    tsv = end == std::string_view::npos ? std::string_view() : tsv.substr(end + 1);
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '!') {
      line.remove_prefix(1);
      forms.entries_.erase(std::string(NextField(&line)));
      continue;
    }
    const Status added = forms.AddLine(line);
    if (!added.ok()) {
      return Error{ErrorCode::kLexicon, "abbreviations line " + std::to_string(number) + ": " + added.error().message};
    }
  }
  return forms;
}

Status WordForms::AddLine(std::string_view line) {
  std::string_view rest = line;
  const std::string_view form = NextField(&rest);
  const std::string_view kind = NextField(&rest);
  const std::string_view parts = NextField(&rest);
  if (form.empty() || kind.empty() || form.size() > kLongestForm) {
    return Error{ErrorCode::kLexicon, "found '" + std::string(line) + "', expected form<TAB>class, the form of 1 to " +
                                          std::to_string(kLongestForm) + " bytes"};
  }
  Entry& entry = entries_[std::string(form)];
  entry.stop = std::max(entry.stop, StopRuleNamed(kind));
  constexpr std::array<std::pair<std::string_view, Flag>, 5> kFlags = {
      {{"prefix", kPrefix}, {"unit", kUnit}, {"ending", kEnding}, {"date", kDate}, {"credit", kCredit}}};
  const auto* flag = std::find_if(kFlags.begin(), kFlags.end(), [&](const auto& named) { return named.first == kind; });
  if (flag != kFlags.end()) {
    entry.flags |= flag->second;
  } else if (kind == "joined") {
    uint8_t at = 0;
    entry.parts.clear();
    for (const char c : parts) {
      if (c == '|') {
        entry.parts.push_back(at);
      } else {
        ++at;
      }
    }
    if (entry.parts.empty() || at != form.size()) {
      return Error{ErrorCode::kLexicon, "found parts '" + std::string(parts) + "', expected '" + std::string(form) +
                                            "' with | where it falls apart"};
    }
  } else if (StopRuleNamed(kind) == StopRule::kNone) {
    return Error{ErrorCode::kLexicon,
                 "no class '" + std::string(kind) +
                     "'; there are title, inner, middle, number, prefix, unit, joined, ending, date and credit"};
  }
  return Ok{};
}

// As written; else all capitals as the form in small letters or with one capital; else a capital first letter as small.
const WordForms::Entry* WordForms::Find(std::string_view form) const {
  if (form.empty() || form.size() > kLongestForm) return nullptr;
  std::string key(form);
  auto it = entries_.find(key);
  if (it != entries_.end()) return &it->second;
  if (!IsAsciiUpper(form[0])) return nullptr;
  const bool capitals =
      form.size() > 1 && std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (capitals) {
    std::transform(key.begin() + 1, key.end(), key.begin() + 1, AsciiLower);
    it = entries_.find(key);
    if (it != entries_.end()) return &it->second;
  }
  if (form.size() == 1) return nullptr;
  key[0] = AsciiLower(key[0]);
  it = entries_.find(key);
  return it == entries_.end() ? nullptr : &it->second;
}

StopRule WordForms::StopAfter(std::string_view form) const {
  const Entry* entry = Find(form);
  return entry == nullptr ? StopRule::kNone : entry->stop;
}

bool WordForms::Has(std::string_view form, Flag flag) const {
  const Entry* entry = Find(form);
  return entry != nullptr && (entry->flags & flag) != 0;
}

bool WordForms::IsUnit(std::string_view form) const {
  const auto it = entries_.find(std::string(form.substr(0, kLongestForm + 1)));  // "3B" is no "3 b"
  return it != entries_.end() && (it->second.flags & kUnit) != 0;
}

const std::vector<uint8_t>& WordForms::PartsOf(std::string_view form) const {
  static const std::vector<uint8_t> kNoParts;
  const Entry* entry = Find(form);
  return entry == nullptr ? kNoParts : entry->parts;
}

}  // namespace rapporteur
