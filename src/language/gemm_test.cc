#include "language/gemm.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>
#include <string>
#include <vector>

namespace rapporteur {
namespace {

std::vector<float> Random(size_t count, uint32_t seed, float spread = 1.0f) {
  std::mt19937 random(seed);
  std::vector<float> values(count);
  for (float& value : values) value = spread * (static_cast<float>(random() % 20001) / 10000.0f - 1.0f);
  return values;
}

bool SameBits(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

class KernelsTest : public testing::TestWithParam<const char*> {
 protected:
  const Kernels* kernels() const {
    const std::string name = GetParam();
    if (name == "portable") return &PortableKernels();
    if (name == "avx2") return HasAvx2() ? Avx2Kernels() : nullptr;
    return HasAvx512() ? Avx512Kernels() : nullptr;
  }
  void SetUp() override {
    if (kernels() == nullptr) GTEST_SKIP() << "this processor has no " << GetParam();
  }
};

INSTANTIATE_TEST_SUITE_P(Sets, KernelsTest, testing::Values("portable", "avx2", "avx512"),
                         [](const auto& set) { return std::string(set.param); });

TEST_P(KernelsTest, MultiplyGivesThePlainBits) {
  for (const size_t rows : {1, 3, 4, 8, 9, 33, 120, 121, 250}) {
    for (const size_t inputs : {1, 7, 64, 256, 300, 600}) {
      for (const size_t outputs : {1, 17, 32, 33, 96}) {
        const size_t stride = inputs + 5;
        const auto a = Random(rows * stride, 1);
        const auto weights = Random(outputs * inputs, 2);
        const auto bias = Random(outputs, 3);
        PackedMatrix matrix;
        matrix.Pack(weights.data(), inputs, inputs, outputs, bias.data());
        std::vector<float> expected(rows * outputs), found(rows * outputs);
        PlainKernels().multiply({a.data(), rows, stride}, matrix.view(), {expected.data(), outputs});
        kernels()->multiply({a.data(), rows, stride}, matrix.view(), {found.data(), outputs});
        ASSERT_TRUE(SameBits(expected, found)) << rows << " x " << inputs << " x " << outputs;
      }
    }
  }
}

TEST_P(KernelsTest, NormsGiveThePlainBits) {
  for (const size_t width : {32, 96, 224, 1024}) {
    const size_t rows = 5;
    const auto u = Random(rows * 2 * width, 4, 3.0f);
    const auto gain = Random(width, 5);
    const auto bias = Random(width, 6);
    const auto residual = Random(rows * width, 7);
    const NormView norm = {gain.data(), bias.data(), width};
    std::vector<float> expected(rows * width), found(rows * width);
    PlainKernels().maxout_norm({u.data(), rows, 2 * width}, norm, residual.data(), expected.data());
    kernels()->maxout_norm({u.data(), rows, 2 * width}, norm, residual.data(), found.data());
    EXPECT_TRUE(SameBits(expected, found));
    PlainKernels().maxout_norm({u.data(), rows, 2 * width}, norm, nullptr, expected.data());
    kernels()->maxout_norm({u.data(), rows, 2 * width}, norm, nullptr, found.data());
    EXPECT_TRUE(SameBits(expected, found));
    PlainKernels().norm({u.data(), rows, 2 * width}, norm, expected.data());
    kernels()->norm({u.data(), rows, 2 * width}, norm, found.data());
    EXPECT_TRUE(SameBits(expected, found));
  }
}

TEST_P(KernelsTest, RecurrenceGivesThePlainBits) {
  for (const size_t width : {32, 96, 224}) {
    for (const size_t words : {1, 2, 40}) {
      const auto u = Random(words * 3 * width, 8, 90.0f);  // far into both ends of the sigmoid
      auto expected = Random(words * width, 9);
      auto found = expected;
      PlainKernels().recurrence({u.data(), words, 3 * width}, width, expected.data());
      kernels()->recurrence({u.data(), words, 3 * width}, width, found.data());
      EXPECT_TRUE(SameBits(expected, found)) << width << " wide, " << words << " words";
    }
  }
}

// The plain kernels themselves, against double precision.
TEST(PlainKernelsTest, MultiplyIsAProduct) {
  const auto a = Random(150, 1);
  const auto weights = Random(2000, 2);
  const auto bias = Random(40, 3);
  PackedMatrix matrix;
  matrix.Pack(weights.data(), 50, 50, 40, bias.data());
  std::vector<float> c(120);
  PlainKernels().multiply({a.data(), 3, 50}, matrix.view(), {c.data(), 40});
  for (size_t r = 0; r < 3; ++r) {
    for (size_t j = 0; j < 40; ++j) {
      double sum = bias[j];
      for (size_t k = 0; k < 50; ++k) sum += double{a[r * 50 + k]} * double{weights[j * 50 + k]};
      EXPECT_NEAR(c[r * 40 + j], sum, 1e-5);
    }
  }
}

TEST(PlainKernelsTest, RecurrenceIsWhatTheModelSays) {
  const size_t width = 32, words = 6;
  const auto u = Random(words * 3 * width, 4, 4.0f);
  std::vector<float> x(words * width, 0.5f);
  PlainKernels().recurrence({u.data(), words, 3 * width}, width, x.data());
  const auto sigmoid = [](double v) { return 1.0 / (1.0 + std::exp(-v)); };
  for (size_t k = 0; k < width; ++k) {
    double c = 0.0;
    for (size_t i = 0; i < words; ++i) {
      const size_t t = k < width / 2 ? i : words - 1 - i;
      const double f = sigmoid(u[t * 3 * width + width + k]);
      c = f * c + (1.0 - f) * u[t * 3 * width + k];
      EXPECT_NEAR(x[t * width + k], 0.5 + sigmoid(u[t * 3 * width + 2 * width + k]) * c, 1e-5);
    }
  }
}

TEST(PlainKernelsTest, NormHasTheGivenMeanAndDeviation) {
  const size_t width = 64;
  const auto x = Random(width, 4, 5.0f);
  const std::vector<float> gain(width, 2.0f), bias(width, 3.0f);
  std::vector<float> y(width);
  PlainKernels().norm({x.data(), 1, width}, {gain.data(), bias.data(), width}, y.data());
  double mean = 0.0, variance = 0.0;
  for (const float v : y) mean += v / double{width};
  for (const float v : y) variance += (v - mean) * (v - mean) / double{width};
  EXPECT_NEAR(mean, 3.0, 1e-5);
  EXPECT_NEAR(variance, 4.0, 1e-4);
}

}  // namespace
}  // namespace rapporteur
