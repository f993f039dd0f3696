// The numbers of a report's items: 1, 2, 3 … in the order of the record's lines, by which the store's tables refer to
// them.
//
// A value, deterministic.
#pragma once

#include <array>
#include <optional>

#include "coding/items.h"

namespace rapporteur {

class ItemNumbering {
 public:
  static constexpr size_t kKinds = 7;

  explicit ItemNumbering(const std::array<int, kKinds>& counts) {
    for (size_t i = 0; i < kKinds; ++i) first_.at(i + 1) = first_.at(i) + counts.at(i);
  }
  explicit ItemNumbering(const Items& items)
      : ItemNumbering(
            std::array<int, kKinds>{static_cast<int>(items.actors.size()), static_cast<int>(items.events.size()),
                                    static_cast<int>(items.statements.size()), static_cast<int>(items.positions.size()),
                                    static_cast<int>(items.talks.size()), static_cast<int>(items.agreements.size()),
                                    static_cast<int>(items.disputes.size())}) {}

  // 0: the reference points nowhere.
  int Of(ItemRef item) const {
    const auto kind = static_cast<size_t>(item.kind);
    return item.index < 0 || item.index >= CountOf(item.kind) ? 0 : first_.at(kind) + item.index;
  }
  // None: there is no such item.
  std::optional<ItemRef> At(int64_t number) const {
    for (size_t i = 0; i < kKinds; ++i) {
      if (number >= first_.at(i) && number < first_.at(i + 1))
        return ItemRef{static_cast<ItemKind>(i), static_cast<int>(number) - first_.at(i)};
    }
    return std::nullopt;
  }
  int CountOf(ItemKind kind) const {
    return first_.at(static_cast<size_t>(kind) + 1) - first_.at(static_cast<size_t>(kind));
  }

 private:
  std::array<int, kKinds + 1> first_ = {1};
};

}  // namespace rapporteur
