// Who did what to whom how often: events counted by pair of codes, type and day, month or year, with mean scores, as
// CSV.
//
// Adding is by one thread. Deterministic; the order of adding changes nothing.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "formats/export_options.h"

namespace rapporteur {

enum class DyadPeriod { kDay, kMonth, kYear };

// None: the word is no period.
std::optional<DyadPeriod> ParseDyadPeriod(std::string_view word);

class DyadCounts {
 public:
  DyadCounts(DyadPeriod period, ExportOptions options) : period_(period), options_(std::move(options)) {}

  void Add(const Record& record);

  // A header, then a line for each period, pair and type, in this order.
  std::string Write() const;

 private:
  struct Key {
    std::string period, source, target, type;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  struct Sum {
    int quad = 0;
    int64_t events = 0, reports = 0, scaled = 0, coded = 0;
    double score = 0, goldstein = 0;
    std::string last_report;          // reports come one after the other
    std::set<std::string> addresses;  // of reports, where events are taken once
  };

  static void CountReports(const Record& record, const EventTold* told, Sum& sum);
  std::set<Key> KeysOf(const Record& record, const Event& event) const;

  DyadPeriod period_;
  ExportOptions options_;
  std::map<Key, Sum> sums_;
};

}  // namespace rapporteur
