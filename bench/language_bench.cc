// Tokens a second of the text and language layers on one core, all heads included, and what they are made of.
// Run from the repository's root; rates are by CPU time. The case reports are read again and again, so the memory of
// word types is as full as it gets: the "NoMemory" variants show the other end, where every word type is new.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "language/gemm.h"
#include "language/model.h"
#include "text/segment.h"

namespace {

using namespace rapporteur;

constexpr char kModel[] = "model/english.rapm";
constexpr char kReports[] = "cases";

std::vector<ReportText> Reports() {
  std::map<std::string, ReportText> sorted;
  std::error_code error;
  for (const auto& folder : std::filesystem::directory_iterator(kReports, error)) {
    std::ifstream in(folder.path() / "report.txt", std::ios::binary);
    if (!in) continue;
    sorted[folder.path()].utf8 = {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  std::vector<ReportText> reports;
  for (auto& [path, report] : sorted) reports.push_back(std::move(report));
  return reports;
}

struct Setup {
  std::vector<ReportText> reports = Reports();
  std::shared_ptr<const LanguageModel> model;
  std::shared_ptr<const Segmenter> segmenter;
  std::string problem;

  explicit Setup(const ModelOptions& options) {
    auto opened = LanguageModel::Open(kModel, options);
    if (!opened.ok()) {
      problem = opened.error().message;
      return;
    }
    model = std::move(opened).value();
    auto made = Segmenter::Create({model->Section("segment").value_or(std::string_view()), {}});
    if (made.ok()) segmenter = std::make_shared<const Segmenter>(std::move(made).value());
    if (segmenter == nullptr) problem = made.error().message;
    if (reports.empty()) problem = "no cases/*/report.txt; run this from the repository's root";
  }
};

size_t Words(const SegmentedReport& report) {
  size_t words = 0;
  for (const SentenceText& sentence : report.sentences) words += sentence.words.size();
  return words;
}

void Read(benchmark::State& state, const ModelOptions& options, bool with_text) {
  const Setup setup(options);
  if (!setup.problem.empty()) return state.SkipWithError(setup.problem.c_str());
  std::vector<SegmentedReport> segmented;
  size_t words = 0;
  for (const ReportText& report : setup.reports) {
    segmented.push_back(setup.segmenter->Segment(report).value());
    words += Words(segmented.back());
  }
  for (auto _ : state) {
    for (size_t i = 0; i < segmented.size(); ++i) {
      if (with_text) segmented[i] = setup.segmenter->Segment(setup.reports[i]).value();
      benchmark::DoNotOptimize(setup.model->Parse(setup.reports[i], segmented[i]));
    }
  }
  state.SetItemsProcessed(static_cast<int64_t>(words) * state.iterations());
}

void BM_Segment(benchmark::State& state) {
  const Setup setup(ModelOptions{});
  if (!setup.problem.empty()) return state.SkipWithError(setup.problem.c_str());
  size_t words = 0;
  for (auto _ : state) {
    for (const ReportText& report : setup.reports) words += Words(setup.segmenter->Segment(report).value());
  }
  state.SetItemsProcessed(static_cast<int64_t>(words));
}
BENCHMARK(BM_Segment);

ModelOptions NoMemory(const Kernels* kernels = nullptr) { return {kernels, ModelOptions().batch_words, 0}; }

BENCHMARK_CAPTURE(Read, Parse, ModelOptions{}, false);
BENCHMARK_CAPTURE(Read, ParseNoMemory, NoMemory(), false);
BENCHMARK_CAPTURE(Read, SegmentAndParse, ModelOptions{}, true);
BENCHMARK_CAPTURE(Read, SegmentAndParseNoMemory, NoMemory(), true);
BENCHMARK_CAPTURE(Read, SegmentAndParsePortable, NoMemory(&PortableKernels()), true);

void BM_SegmentAndParseAvx2(benchmark::State& state) {
  if (!HasAvx2()) return state.SkipWithError("this processor has no AVX2");
  Read(state, NoMemory(Avx2Kernels()), true);
}
BENCHMARK(BM_SegmentAndParseAvx2);

void BM_Open(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(LanguageModel::Open(kModel));
}
BENCHMARK(BM_Open)->Unit(benchmark::kMillisecond);

// The widest product of the network: a window of three words.
void BM_Multiply(benchmark::State& state) {
  const Kernels* sets[] = {&PortableKernels(), HasAvx2() ? Avx2Kernels() : nullptr,
                           HasAvx512() ? Avx512Kernels() : nullptr};
  const Kernels* kernels = sets[state.range(0)];
  if (kernels == nullptr) return state.SkipWithError("this processor has not this instruction set");
  constexpr size_t kRows = 384, kInputs = 672, kOutputs = 448;
  const std::vector<float> a(kRows * kInputs, 0.5f), weights(kInputs * kOutputs, 0.25f);
  std::vector<float> c(kRows * kOutputs);
  PackedMatrix matrix;
  matrix.Pack(weights.data(), kInputs, kInputs, kOutputs, nullptr);
  for (auto _ : state) {
    kernels->multiply({a.data(), kRows, kInputs}, matrix.view(), {c.data(), kOutputs});
    benchmark::ClobberMemory();
  }
  state.SetLabel(kernels->name);
  state.counters["flops"] =
      benchmark::Counter(2.0 * kRows * kInputs * kOutputs, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(BM_Multiply)->DenseRange(0, 2);

}  // namespace

BENCHMARK_MAIN();
