// How long each part of reading takes, on the reports of cases/ and examples/, in one thread. Run from the repository's
// root. Figures of whole runs on one and two cores: bench/read_bench.sh.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "coding/code_report.h"
#include "formats/text.h"
#include "reader/reader.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

const ReaderOptions& Options() {
  static const ReaderOptions options = {"model/english.rapm", {"lexicon"}};
  return options;
}

template <typename T>
T OrStop(Result<T> result) {
  if (result.ok()) return std::move(result).value();
  std::fprintf(stderr, "%s\n", result.error().message.c_str());
  std::exit(3);
}

const Reader& TheReader() {
  static const Reader reader = OrStop(Reader::Open(Options()));
  return reader;
}

const std::vector<std::string>& Reports() {
  static const std::vector<std::string> reports = [] {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator("cases")) {
      if (entry.path().filename() == "report.txt") paths.push_back(entry.path());
    }
    for (const auto& entry : fs::directory_iterator("examples")) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> contents;
    for (const fs::path& path : paths) {
      std::ostringstream content;
      content << std::ifstream(path, std::ios::binary).rdbuf();
      contents.push_back(content.str());
    }
    return contents;
  }();
  return reports;
}

const std::vector<ReadReport>& Read() {
  static const std::vector<ReadReport> read = [] {
    std::vector<ReadReport> all;
    for (const std::string& report : Reports()) all.push_back(OrStop(TheReader().Read(report, {})));
    return all;
  }();
  return read;
}

// Sets "sentences" and "reports" a second.
void Count(benchmark::State& state) {
  size_t sentences = 0;
  for (const ReadReport& read : Read()) sentences += read.parsed.sentences.size();
  const auto rounds = static_cast<double>(state.iterations());
  state.counters["sentences/s"] =
      benchmark::Counter(rounds * static_cast<double>(sentences), benchmark::Counter::kIsRate);
  state.counters["reports/s"] =
      benchmark::Counter(rounds * static_cast<double>(Reports().size()), benchmark::Counter::kIsRate);
}

void BM_Open(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(OrStop(Reader::Open(Options())));
}
BENCHMARK(BM_Open)->Unit(benchmark::kMillisecond);

void BM_Parse(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string& report : Reports()) benchmark::DoNotOptimize(OrStop(TheReader().Parse(report)));
  }
  Count(state);
}
BENCHMARK(BM_Parse)->Unit(benchmark::kMillisecond);

void BM_Code(benchmark::State& state) {
  for (auto _ : state) {
    for (const ReadReport& read : Read()) {
      benchmark::DoNotOptimize(OrStop(CodeReport(read.parsed, TheReader().lexicon(), {})));
    }
  }
  Count(state);
}
BENCHMARK(BM_Code)->Unit(benchmark::kMillisecond);

void BM_WriteJsonLines(benchmark::State& state) {
  for (auto _ : state) {
    for (const ReadReport& read : Read()) benchmark::DoNotOptimize(WriteJsonLines(read.record));
  }
  Count(state);
}
BENCHMARK(BM_WriteJsonLines)->Unit(benchmark::kMillisecond);

void BM_WriteText(benchmark::State& state) {
  for (auto _ : state) {
    for (const ReadReport& read : Read()) benchmark::DoNotOptimize(WriteText(read.record));
  }
  Count(state);
}
BENCHMARK(BM_WriteText)->Unit(benchmark::kMillisecond);

void BM_Read(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string& report : Reports()) {
      benchmark::DoNotOptimize(WriteJsonLines(OrStop(TheReader().Read(report, {})).record));
    }
  }
  Count(state);
}
BENCHMARK(BM_Read)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapporteur

BENCHMARK_MAIN();
