// What the tests of this folder need of a model file: the tiny fixture, and files that differ from it in one section.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_reader.h"
#include "base/crc32.h"
#include "language/model_file.h"

namespace rapporteur {

inline constexpr char kTinyModel[] = "src/language/testdata/tiny_v1.rapm";

inline std::string TinyModelBytes() {
  std::ifstream in(kTinyModel, std::ios::binary);
  EXPECT_TRUE(in) << kTinyModel << " is missing; run the tests from the repository's root";
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline void AppendNumber(std::string& to, uint64_t value, size_t bytes) {
  for (size_t i = 0; i < bytes; ++i) to += static_cast<char>(value >> (8 * i) & 0xFF);
}

struct TestSection {
  std::string name, bytes;
};

inline std::string ModelOf(const std::vector<TestSection>& sections) {
  std::string file = "RAPM", body;
  AppendNumber(file, kModelVersion, 4);
  AppendNumber(file, sections.size(), 4);
  AppendNumber(file, 0, 4);
  const size_t begin = 16 + 56 * sections.size();
  for (const TestSection& section : sections) {
    std::string name = section.name;
    name.resize(32);
    file += name;
    AppendNumber(file, begin + body.size(), 8);
    AppendNumber(file, section.bytes.size(), 8);
    AppendNumber(file, Crc32(section.bytes), 4);
    AppendNumber(file, 0, 4);
    body += section.bytes;
  }
  return file + body;
}

inline std::string TinySection(std::string_view name) {
  const auto file = ModelFile::Open(kTinyModel);
  EXPECT_TRUE(file.ok());
  return std::string(file->Section(name).value_or(""));
}

// The tiny model with another section of that name; without it when `bytes` is null.
inline std::string TinyModelWith(std::string_view name, const std::string* bytes) {
  std::vector<TestSection> sections;
  for (const char* kept : {"settings", "fold", "words", "vectors", "tensors", "lemma", "selftest", "segment"}) {
    if (kept != name) {
      sections.push_back({kept, TinySection(kept)});
    } else if (bytes != nullptr) {
      sections.push_back({kept, *bytes});
    }
  }
  return ModelOf(sections);
}

inline std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

}  // namespace rapporteur
