#include "ask/records.h"

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
  if (order_.size() >= most_ && !order_.empty()) {
    kept_.erase(order_.front());
    order_.pop_front();
  }
  kept_[report] = record;
  order_.push_back(report);
  return record;
}

}  // namespace rapporteur
