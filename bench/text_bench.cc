// How fast reports are decoded, segmented, and their offsets turned into code points; bytes and words a second.
//
//   build/bench/bench/text_bench
//
// The text is the project's own report cases over and over (flat and as they are), and 1 MB of junk of the worst kinds.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "text/code_points.h"
#include "text/decode.h"
#include "text/segment.h"

namespace {

constexpr size_t kTextBytes = 1U << 20U;

std::string ReadCases() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator("cases")) paths.push_back(entry.path() / "report.txt");
  std::sort(paths.begin(), paths.end());
  std::string text;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    text.append(std::istreambuf_iterator<char>(in), {});
    text += "\n";
  }
  return text;
}

std::string Reports() {
  const std::string once = ReadCases();
  std::string text;
  while (!once.empty() && text.size() < kTextBytes) text += once;
  return text;
}

std::string Junk(std::string_view from) {
  std::mt19937 random(1);
  std::string text;
  while (text.size() < kTextBytes) {
    text.push_back(from.empty() ? static_cast<char>(random() & 0xFFU) : from[random() % from.size()]);
  }
  return text;
}

// As large as a model's and of no use: what it costs does not hang on what it says.
std::string Weights() {
  std::mt19937 random(2);
  std::string blob = "RSEG";
  for (const uint32_t value : {1U, 17U, 0x3C23D70AU, 0U, 0x40000000U}) {
    for (unsigned i = 0; i < 4; ++i) blob.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
  }
  for (size_t i = 0; i < (1U << 17U); ++i) blob.push_back(static_cast<char>(random() % 41 - 20));
  return blob;
}

void Segment(benchmark::State& state, const std::string& bytes, bool learned) {
  const std::string weights = learned ? Weights() : "";
  const auto segmenter = rapporteur::Segmenter::Create({.weights = weights});
  const auto text = rapporteur::DecodeReport(bytes);
  if (!segmenter.ok() || !text.ok() || text->utf8.empty()) {
    state.SkipWithError("no text: run from the repository's root");
    return;
  }
  size_t words = 0;
  for (auto _ : state) {
    const auto report = segmenter->Segment(*text);
    words = 0;
    for (const auto& sentence : report->sentences) words += sentence.words.size();
    benchmark::DoNotOptimize(words);
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text->utf8.size()));
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * words));
}

void SegmentReports(benchmark::State& state) { Segment(state, Reports(), true); }
void SegmentReportsByRules(benchmark::State& state) { Segment(state, Reports(), false); }
void SegmentRandomBytes(benchmark::State& state) { Segment(state, Junk(""), true); }
void SegmentMarks(benchmark::State& state) { Segment(state, Junk("a,-@/.'\"("), true); }
void SegmentStops(benchmark::State& state) { Segment(state, Junk(".!a "), true); }
void SegmentHyphens(benchmark::State& state) { Segment(state, Junk("ab-."), true); }
void SegmentOneLetter(benchmark::State& state) { Segment(state, Junk("a"), true); }
void SegmentQuotes(benchmark::State& state) { Segment(state, Junk("'\" a"), true); }
BENCHMARK(SegmentReports)->Unit(benchmark::kMillisecond);
BENCHMARK(SegmentReportsByRules)->Unit(benchmark::kMillisecond);
BENCHMARK(SegmentRandomBytes)->Unit(benchmark::kMillisecond);
BENCHMARK(SegmentMarks)->Unit(benchmark::kMillisecond);
BENCHMARK(SegmentStops)->Unit(benchmark::kMillisecond);
BENCHMARK(SegmentHyphens)->Unit(benchmark::kMillisecond);
BENCHMARK(SegmentOneLetter)->Unit(benchmark::kMillisecond);
BENCHMARK(SegmentQuotes)->Unit(benchmark::kMillisecond);

void Decode(benchmark::State& state) {
  const std::string bytes = Reports();
  for (auto _ : state) benchmark::DoNotOptimize(rapporteur::DecodeReport(bytes));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * bytes.size()));
}
BENCHMARK(Decode)->Unit(benchmark::kMillisecond);

void CodePoints(benchmark::State& state) {
  const std::string text = Reports();
  const rapporteur::CodePointIndex index(text);
  uint32_t at = 0;
  for (auto _ : state) {
    at = (at + 997) % static_cast<uint32_t>(text.size());
    benchmark::DoNotOptimize(index.ToCodePoints(at));
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations()));
}
BENCHMARK(CodePoints);

}  // namespace

BENCHMARK_MAIN();
