#include "formats/dyad_counts.h"

#include "formats/parties.h"
#include "formats/rows.h"

namespace rapporteur {

std::optional<DyadPeriod> ParseDyadPeriod(std::string_view word) {
  if (word == "day") return DyadPeriod::kDay;
  if (word == "month") return DyadPeriod::kMonth;
  if (word == "year") return DyadPeriod::kYear;
  return std::nullopt;
}

// An event counts once for a pair, however many of its people are of the same state.
std::set<DyadCounts::Key> DyadCounts::KeysOf(const Record& record, const Event& event) const {
  constexpr size_t kYearChars = 4, kMonthChars = 7;
  std::string period;
  if (const auto day = FiledUnder(record, event)) period = day->iso();
  if (period_ == DyadPeriod::kMonth) period = period.substr(0, kMonthChars);
  if (period_ == DyadPeriod::kYear) period = period.substr(0, kYearChars);
  std::set<Key> keys;
  for (const Dyad& dyad : DyadsOf(event, *options_.lexicon)) {
    keys.insert(
        {period, PartyOf(record, dyad.source, options_).code, PartyOf(record, dyad.target, options_).code, event.type});
  }
  return keys;
}

void DyadCounts::CountReports(const Record& record, const EventTold* told, Sum& sum) {
  if (told != nullptr) {
    sum.addresses.insert(told->addresses.begin(), told->addresses.end());
    sum.reports = static_cast<int64_t>(sum.addresses.size());
    return;
  }
  sum.reports += sum.last_report != record.ids.report;
  sum.last_report = record.ids.report;
}

void DyadCounts::Add(const Record& record) {
  for (const size_t i : ChosenEvents(record, options_)) {
    const Event& event = record.items.events[i];
    for (const Key& key : KeysOf(record, event)) {
      Sum& sum = sums_[key];
      ++sum.events;
      CountReports(record, ToldOf(record, i, options_), sum);
      if (event.quad != 0) {
        sum.quad = event.quad;
        sum.score += event.score;
        ++sum.scaled;
      }
      if (event.cameo.empty()) continue;
      sum.goldstein += event.goldstein;
      ++sum.coded;
    }
  }
}

std::string DyadCounts::Write() const {
  constexpr int kMeanDigits = 4;
  RowWriter row(RowStyle::kCommas);
  const auto state_cells = [&](const std::string& code) {
    const State* state = code.empty() ? nullptr : options_.lexicon->FindState(code);
    row.Text(code).Text(state != nullptr ? state->cow : "").Text(state != nullptr ? state->gw : "");
  };
  const auto mean = [&](double sum, int64_t count) {
    count != 0 ? row.Number(sum / static_cast<double>(count), kMeanDigits) : row.Empty();
  };
  for (const auto& [key, sum] : sums_) {
    row.Text(key.period);
    state_cells(key.source);
    state_cells(key.target);
    row.Text(key.type);
    sum.quad != 0 ? row.Int(sum.quad) : row.Empty();
    row.Int(sum.events).Int(sum.reports);
    mean(sum.score, sum.scaled);
    mean(sum.goldstein, sum.coded);
    row.EndLine();
  }
  return HeaderLine(RowStyle::kCommas,
                    {"period", "source", "source_cow", "source_gw", "target", "target_cow", "target_gw", "type", "quad",
                     "events", "reports", "mean_score", "mean_goldstein"}) +
         row.Take();
}

}  // namespace rapporteur
