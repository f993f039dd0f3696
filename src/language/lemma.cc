#include "language/lemma.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace rapporteur {
namespace {

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

size_t CodePoints(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !IsContinuation(c); }));
}

// Without its last `count` code points.
std::string_view Stripped(std::string_view text, size_t count) {
  size_t end = text.size();
  for (; count > 0 && end > 0; --count) {
    --end;
    while (end > 0 && IsContinuation(text[end])) --end;
  }
  return text.substr(0, end);
}

}  // namespace

Status Lemmatizer::ReadLine(std::string_view line, size_t number) {
  const Error wrong = {ErrorCode::kFormat,
                       "model lemmas, line " + std::to_string(number) +
                           ": expected 'T xpos base lemma' or 'R xpos suffix strip add', apart by tabs"};
  std::array<std::string_view, 5> fields;
  size_t count = 0;
  for (size_t begin = 0; begin <= line.size(); ++count) {
    const size_t tab = std::min(line.find('\t', begin), line.size());
    if (count == fields.size()) return wrong;
    fields[count] = line.substr(begin, tab - begin);
    begin = tab + 1;
  }
  const std::string_view key = line.substr(std::min<size_t>(2, line.size()), fields[1].size() + 1 + fields[2].size());
  if (fields[0] == "T" && count == 4) {
    table_.emplace(key, fields[3]);
    return Ok{};
  }
  Rule rule;
  const std::string_view strip = fields[3];
  const auto [end, error] = std::from_chars(strip.data(), strip.data() + strip.size(), rule.strip);
  if (fields[0] != "R" || count != 5 || error != std::errc() || end != strip.data() + strip.size()) return wrong;
  rule.add = fields[4];
  rules_.emplace(key, rule);
  longest_suffix_ = std::max(longest_suffix_, fields[2].size());
  return Ok{};
}

Result<Lemmatizer> Lemmatizer::Read(std::string_view section, const std::vector<std::string>& cased) {
  Lemmatizer lemmatizer;
  lemmatizer.cased_.insert(cased.begin(), cased.end());
  for (size_t number = 1; !section.empty(); ++number) {
    const size_t end = std::min(section.find('\n'), section.size());
    if (const Status status = lemmatizer.ReadLine(section.substr(0, end), number); !status) return status.error();
    section = section.substr(std::min(end + 1, section.size()));
  }
  return lemmatizer;
}

std::string Lemmatizer::Lemma(const FoldTable& fold, std::string_view form, std::string_view xpos) const {
  std::string base = fold.Plain(form);
  if (!cased_.contains(std::string(xpos))) base = fold.Lower(base);
  std::string key = std::string(xpos) + '\t' + base;
  if (const auto it = table_.find(key); it != table_.end()) return std::string(it->second);
  const size_t length = CodePoints(base);
  const std::string_view whole = base;
  size_t begin = base.size() - std::min(base.size(), longest_suffix_);
  for (; begin <= base.size(); ++begin) {
    if (begin < base.size() && IsContinuation(base[begin])) continue;
    key.resize(xpos.size() + 1);
    key += whole.substr(begin);
    const auto it = rules_.find(key);
    if (it != rules_.end() && it->second.strip <= length) {
      return std::string(Stripped(whole, it->second.strip)).append(it->second.add);
    }
  }
  return base;
}

}  // namespace rapporteur
