// How fast a large record is merged: the records of a store, varied into as many as are asked for, without reading them
// from the store again.
//
//   merge_bench RECORD REPORTS
//
// A variant has another publisher and day, and every seventh word of its text is another, so that copies stay copies
// and shingles stay as rare as in a record of that size.
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>

#include "merge/merge.h"
#include "store/store.h"

namespace rapporteur {
namespace {

// Letters of every nth word moved by `turn`; bytes stay where they are, so spans hold.
void Vary(std::string& text, uint32_t turn) {
  size_t word = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ') ++word;
    const bool letter = text[i] >= 'a' && text[i] <= 'z';
    if (letter && (word + turn) % 3 == 0)
      text[i] = static_cast<char>('a' + (static_cast<uint32_t>(text[i] - 'a') + turn % 25) % 26);
  }
}

struct Used {
  double seconds = 0;  // of a processor
  long peak_mb = 0;
};

Used UsedSoFar() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return {seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss / 1024};
}

int Run(const std::string& path, uint32_t count) {
  StoreOptions options;
  options.read_only = true;
  auto store = Store::Open(path, options);
  if (!store.ok()) {
    std::fprintf(stderr, "%s\n", store.error().message.c_str());
    return 3;
  }
  std::vector<Record> records;
  const auto loaded = store->Each([&](const Record& record) -> Status {
    records.push_back(record);
    return Ok{};
  });
  if (!loaded.ok() || records.empty()) return 3;
  Merger merger{StoryOptions()};
  const double begin = UsedSoFar().seconds;
  for (uint32_t i = 0; i < count; ++i) {
    Record record = records[i % records.size()];
    const uint32_t turn = i / static_cast<uint32_t>(records.size());
    Vary(record.text, turn);
    record.report.publisher = "paper " + std::to_string(i % 400);
    if (const auto day = ParseIsoDate(record.report.published))
      record.report.published = day->plus_days(turn * 3).iso();
    merger.Add(record);
  }
  const double added = UsedSoFar().seconds;
  const MergeResult result = merger.Finish();
  const Used used = UsedSoFar();
  std::printf(
      "%u reports, %zu mentions, %zu merged items: %.1f processor seconds to take up, %.1f to merge; peak memory %ld "
      "MB\n",
      count, result.mentions.size(), result.items.size(), added - begin, used.seconds - added, used.peak_mb);
  return 0;
}

}  // namespace
}  // namespace rapporteur

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: merge_bench RECORD REPORTS\n");
    return 2;
  }
  return rapporteur::Run(argv[1], static_cast<uint32_t>(std::atoi(argv[2])));
}
