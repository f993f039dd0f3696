#include "ask/differences.h"

#include <algorithm>

#include "formats/display.h"
#include "formats/prose.h"
#include "formats/prose_names.h"
#include "record/names.h"

namespace rapporteur {
namespace {

constexpr size_t kMostValues = 4;

struct Value {
  std::string value;
  std::vector<std::string> publishers;  // each once; empty name: unknown
};

std::string NamesOf(const Value& value) {
  std::vector<std::string> names;
  for (const std::string& name : value.publishers) {
    if (!name.empty()) names.push_back(name);
  }
  if (!names.empty()) return JoinNames(names);
  return value.publishers.size() > 1 ? "others" : "a report";
}

std::string Owned(const std::string& name) { return name + (name.ends_with('s') ? "’" : "’s"); }

std::string StatusTold(const std::string& value) {
  const auto names = EventStatusNames();
  const auto at = std::find(names.begin(), names.end(), value);
  return at == names.end() ? value : std::string(StatusWord(static_cast<EventStatus>(at - names.begin())));
}

// "killed: 12 by AFP’s count, 15 by Anadolu’s"; "place: Orrin says AFP, Selk says Anadolu".
std::string PhraseOf(const std::string& field, const std::vector<Value>& values) {
  const bool count = field == "killed" || field == "injured";
  std::string phrase = count ? field : field == "actor" ? "who did it" : field == "status" ? "whether it is so" : field;
  size_t n = 0;
  for (const Value& value : values) {
    if (n == kMostValues) break;
    const std::string who = NamesOf(value);
    phrase += n == 0 ? ": " : ", ";
    const std::string said = OneLine(value.value);
    phrase += field == "status" ? StatusTold(value.value) : count ? Uncapitalized(said) : said;
    phrase += count ? " by " + Owned(who) + (n == 0 ? " count" : "") : " – " + who;
    ++n;
  }
  return values.size() > kMostValues ? phrase + " and others otherwise" : phrase;
}

}  // namespace

Result<Differences> ReadDifferences(Store& store) {
  auto rows = store.Ask(
      "SELECT d.merged::BIGINT, d.field, d.value, coalesce(r.publisher, '') FROM merged_disagreements d JOIN reports r "
      "USING (report) ORDER BY d.merged, d.field, d.report, d.item");
  if (!rows.ok()) return rows.error();
  std::map<std::pair<int64_t, std::string>, std::vector<Value>> told;
  while (rows->Next()) {
    auto& values = told[{rows->Int(0), std::string(rows->Text(1))}];
    const std::string said(rows->Text(2));
    auto at = std::find_if(values.begin(), values.end(), [&](const Value& value) { return value.value == said; });
    if (at == values.end()) at = values.insert(at, {said, {}});
    const std::string publisher = OneLine(rows->Text(3));
    if (std::find(at->publishers.begin(), at->publishers.end(), publisher) == at->publishers.end())
      at->publishers.push_back(publisher);
  }
  Differences differences;
  for (const auto& [key, values] : told) {
    if (values.size() > 1) differences[key.first].push_back(PhraseOf(key.second, values));
  }
  return differences;
}

}  // namespace rapporteur
