#include "formats/handles.h"

#include <array>
#include <charconv>
#include <optional>

#include "record/names.h"

namespace rapporteur {
namespace {

constexpr std::array<char, 7> kLetterOf = {'a', 'e', 's', 'p', 't', 'g', 'd'};
constexpr std::array<ItemKind, 7> kKinds = {ItemKind::kActor,    ItemKind::kEvent, ItemKind::kStatement,
                                            ItemKind::kPosition, ItemKind::kTalks, ItemKind::kAgreement,
                                            ItemKind::kDispute};

std::optional<ItemRef> FromHandle(const Record& record, std::string_view name) {
  if (name.size() < 2) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  for (const ItemKind kind : kKinds) {
    const ItemRef item{kind, number - 1};
    if (kLetterOf.at(static_cast<size_t>(kind)) == name[0] && !record.ids.of(item).empty()) return item;
  }
  return std::nullopt;
}

std::string Available(const Record& record) {
  std::string list;
  for (const ItemKind kind : kKinds) {
    const size_t count = record.ids.of(kind).size();
    if (count == 0) continue;
    list += list.empty() ? "" : ", ";
    list += HandleOf({kind, 0});
    if (count > 1) list += " to " + HandleOf({kind, static_cast<int>(count) - 1});
  }
  return list.empty() ? "none" : list;
}

}  // namespace

std::string HandleOf(ItemRef item) {
  return kLetterOf.at(static_cast<size_t>(item.kind)) + std::to_string(item.index + 1);
}

std::vector<ItemRef> AllItems(const Record& record) {
  std::vector<ItemRef> items;
  for (const ItemKind kind : kKinds) {
    for (size_t i = 0; i < record.ids.of(kind).size(); ++i) items.push_back({kind, static_cast<int>(i)});
  }
  return items;
}

Result<ItemRef> FindItem(const Record& record, std::string_view name) {
  if (const auto item = FromHandle(record, name)) return *item;
  std::vector<ItemRef> found;
  for (const ItemRef item : AllItems(record)) {
    const std::string_view id = record.ids.of(item);
    if (id == name) return item;
    if (!name.empty() && id.starts_with(name)) found.push_back(item);
  }
  if (found.size() == 1) return found.front();
  std::string message = "no item \"" + std::string(name) + "\" in this report; its items: " + Available(record);
  if (!found.empty()) {
    message = "\"" + std::string(name) + "\" names several items:";
    for (const ItemRef item : found) message += " " + std::string(record.ids.of(item));
  }
  return Error{ErrorCode::kUsage, message};
}

const ItemBase& BaseOf(const Record& record, ItemRef item) {
  const auto at = static_cast<size_t>(item.index);
  const Items& items = record.items;
  switch (item.kind) {
    case ItemKind::kActor:
      return items.actors.at(at);
    case ItemKind::kEvent:
      return items.events.at(at);
    case ItemKind::kStatement:
      return items.statements.at(at);
    case ItemKind::kPosition:
      return items.positions.at(at);
    case ItemKind::kTalks:
      return items.talks.at(at);
    case ItemKind::kAgreement:
      return items.agreements.at(at);
    case ItemKind::kDispute:
      break;
  }
  return items.disputes.at(at);
}

}  // namespace rapporteur
