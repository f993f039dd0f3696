#include "ask/records.h"

#include <algorithm>

namespace rapporteur {

Result<std::shared_ptr<const Record>> Records::Get(int64_t report) {
  if (const auto at = kept_.find(report); at != kept_.end()) return at->second;
  auto loaded = store_.LoadNumber(report);
  if (!loaded.ok()) return loaded.error();
  if (!loaded->has_value()) {
    return Error{ErrorCode::kFormat, "the record: found no report number " + std::to_string(report) +
                                         ", expected one, as an item names it; bring back a copy of the record"};
  }
  auto record = std::make_shared<const Record>(std::move(**loaded));
  Keep(report, record);
  return record;
}

Status Records::Load(const std::vector<int64_t>& reports) {
  most_ = std::max(most_, order_.size() + reports.size());
  return store_.EachOf(reports, [&](int64_t report, const Record& record) -> Status {
    if (!kept_.contains(report)) Keep(report, std::make_shared<const Record>(record));
    return Ok{};
  });
}

void Records::Keep(int64_t report, std::shared_ptr<const Record> record) {
  if (order_.size() >= most_ && !order_.empty()) {
    kept_.erase(order_.front());
    order_.pop_front();
  }
  kept_[report] = std::move(record);
  order_.push_back(report);
}

}  // namespace rapporteur
