#include "language/vocabulary.h"

#include <algorithm>
#include <utility>

namespace rapporteur {
namespace {

uint32_t Fnv(uint32_t seed, std::string_view bytes) {
  constexpr uint32_t kPrime = 16777619u;
  uint32_t hash = (2166136261u ^ seed) * kPrime;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash;
}

std::string_view Last(std::string_view text, size_t count) {
  return text.size() <= count ? text : text.substr(text.size() - count);
}

std::string_view PartOf(HashedFeature::Part part, std::string_view normal, std::string_view shape) {
  switch (part) {
    case HashedFeature::Part::kPrefix1:
      return normal.substr(0, 1);
    case HashedFeature::Part::kPrefix3:
      return normal.substr(0, 3);
    case HashedFeature::Part::kSuffix2:
      return Last(normal, 2);
    case HashedFeature::Part::kSuffix3:
      return Last(normal, 3);
    case HashedFeature::Part::kSuffix4:
      return Last(normal, 4);
    case HashedFeature::Part::kShape:
      break;
  }
  return shape;
}

}  // namespace

Result<Vocabulary::List> Vocabulary::ReadList(std::string_view section, size_t count, const char* name) {
  List list;
  list.reserve(std::min(count, section.size()));
  uint32_t row = 0;
  for (size_t end = section.find('\n'); end != std::string_view::npos; end = section.find('\n')) {
    list.emplace(section.substr(0, end), ++row);
    section = section.substr(end + 1);
  }
  if (row != count || !section.empty()) {
    return Error{ErrorCode::kFormat, std::string("model list '") + name + "': " + std::to_string(row) +
                                         " whole lines, the settings count " + std::to_string(count)};
  }
  return list;
}

Result<Vocabulary> Vocabulary::Read(FoldTable fold, const ModelSettings& settings, std::string_view words,
                                    std::string_view vectors) {
  Vocabulary vocabulary;
  vocabulary.fold_ = std::move(fold);
  vocabulary.hashed_ = settings.hashed;
  auto word_list = ReadList(words, settings.network.words, "words");
  if (!word_list) return word_list.error();
  auto vector_list = ReadList(vectors, settings.network.vectors, "vectors");
  if (!vector_list) return vector_list.error();
  vocabulary.words_ = std::move(word_list).value();
  vocabulary.vectors_ = std::move(vector_list).value();
  return vocabulary;
}

WordFeatures Vocabulary::Features(std::string_view form) const {
  std::string normal, shape;
  fold_.NormalAndShape(form, normal, shape);
  WordFeatures features;
  if (const auto it = words_.find(normal); it != words_.end()) features.word = it->second;
  if (const auto it = vectors_.find(normal); it != vectors_.end()) features.vector = it->second;
  for (size_t i = 0; i < hashed_.size(); ++i) {
    features.buckets[i] = Fnv(hashed_[i].seed, PartOf(hashed_[i].part, normal, shape)) % hashed_[i].buckets;
  }
  return features;
}

}  // namespace rapporteur
