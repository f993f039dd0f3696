#include "record/ids.h"

#include <array>
#include <map>

#include "base/sha256.h"

namespace rapporteur {
namespace {

std::string ItemId(std::string_view report_id, ItemKind kind, const ItemBase& item) {
  std::string key(report_id);
  key += '\n';
  key += IdPrefix(kind);
  if (!item.evidence.empty()) {
    const Evidence& first = item.evidence.front();
    key += '\n' + first.role + '\n' + std::to_string(first.span.begin) + '\n' + std::to_string(first.span.end);
  }
  return std::string(IdPrefix(kind)) + '-' + Sha256Hex(key).substr(0, 10);
}

template <typename Item>
std::vector<std::string> IdsOf(std::string_view report_id, ItemKind kind, const std::vector<Item>& items) {
  std::vector<std::string> ids;
  ids.reserve(items.size());
  std::map<std::string, int> seen;
  for (const Item& item : items) {
    std::string id = ItemId(report_id, kind, item);
    const int again = ++seen[id];
    ids.push_back(again == 1 ? std::move(id) : id + '-' + std::to_string(again));
  }
  return ids;
}

}  // namespace

std::string_view IdPrefix(ItemKind kind) {
  static constexpr std::array<std::string_view, 7> kPrefixes = {"ac", "ev", "st", "po", "tk", "ag", "di"};
  return kPrefixes.at(static_cast<size_t>(kind));
}

const std::vector<std::string>& ItemIds::of(ItemKind kind) const {
  switch (kind) {
    case ItemKind::kActor:
      return actors;
    case ItemKind::kEvent:
      return events;
    case ItemKind::kStatement:
      return statements;
    case ItemKind::kPosition:
      return positions;
    case ItemKind::kTalks:
      return talks;
    case ItemKind::kAgreement:
      return agreements;
    case ItemKind::kDispute:
      break;
  }
  return disputes;
}

std::string_view ItemIds::of(ItemRef item) const {
  const std::vector<std::string>& ids = of(item.kind);
  if (item.index < 0 || static_cast<size_t>(item.index) >= ids.size()) return {};
  return ids[static_cast<size_t>(item.index)];
}

std::string ReportId(std::string_view utf8, const ReadOptions& options) {
  Sha256 hash;
  hash.Add(utf8);
  if (options.published || !options.publisher.empty() || !options.url.empty()) {
    const std::string_view zero("\0", 1);
    for (const std::string& said :
         {options.published ? options.published->iso() : std::string(), options.publisher, options.url}) {
      hash.Add(zero);
      hash.Add(said);
    }
  }
  return "rp-" + HexOf(hash.Digest()).substr(0, 12);
}

ItemIds MakeItemIds(std::string report_id, const Items& items) {
  ItemIds ids;
  ids.report = std::move(report_id);
  ids.actors = IdsOf(ids.report, ItemKind::kActor, items.actors);
  ids.events = IdsOf(ids.report, ItemKind::kEvent, items.events);
  ids.statements = IdsOf(ids.report, ItemKind::kStatement, items.statements);
  ids.positions = IdsOf(ids.report, ItemKind::kPosition, items.positions);
  ids.talks = IdsOf(ids.report, ItemKind::kTalks, items.talks);
  ids.agreements = IdsOf(ids.report, ItemKind::kAgreement, items.agreements);
  ids.disputes = IdsOf(ids.report, ItemKind::kDispute, items.disputes);
  return ids;
}

}  // namespace rapporteur
