// Whole records of a store, a few of them at hand.
//
// By the thread that holds the store, which must outlive this. Deterministic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "record/record.h"
#include "store/store.h"

namespace rapporteur {

class Records {
 public:
  // Keeps the last `most` that were loaded.
  explicit Records(Store& store, size_t most = 256) : store_(store), most_(most) {}

  // The record of a report by its number in the store. Errors: kIo, kFormat of the store; kFormat  there is none
  Result<std::shared_ptr<const Record>> Get(int64_t report);

  // Loads many at once, many times faster than one by one, and keeps them all. Errors: kIo, kFormat of the store
  Status Load(const std::vector<int64_t>& reports);

 private:
  void Keep(int64_t report, std::shared_ptr<const Record> record);

  Store& store_;
  size_t most_;
  std::unordered_map<int64_t, std::shared_ptr<const Record>> kept_;
  std::deque<int64_t> order_;  // of kept_, the oldest first
};

}  // namespace rapporteur
