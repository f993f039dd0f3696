#include "language/settings.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "language/kernels.h"

namespace rapporteur {
namespace {

using Json = nlohmann::json;

constexpr size_t kMostLabels = 4096;

Error Wrong(const std::string& what) { return {ErrorCode::kFormat, "model settings: " + what}; }

const Json* Find(const Json& object, const std::string& key) {
  if (!object.is_object()) return nullptr;
  const auto it = object.find(key);
  return it == object.end() ? nullptr : &*it;
}

struct Limit {
  uint64_t least, most;
};

template <typename Number>
Status ReadNumber(const Json& object, const std::string& key, Limit limit, Number& to) {
  const Json* value = Find(object, key);
  const bool is_number = value != nullptr && value->is_number_unsigned();
  const uint64_t number = is_number ? value->get<uint64_t>() : 0;
  if (!is_number || number < limit.least || number > limit.most) {
    return Wrong("'" + key + "' is " +
                 (is_number          ? std::to_string(number)
                  : value == nullptr ? "missing"
                                     : "no number") +
                 ", expected " + std::to_string(limit.least) + " to " + std::to_string(limit.most));
  }
  to = static_cast<Number>(number);
  return Ok{};
}

Status ReadText(const Json& object, const std::string& key, std::string& to) {
  const Json* value = Find(object, key);
  if (value == nullptr || !value->is_string()) return Wrong("'" + key + "' is missing or no text");
  to = value->get<std::string>();
  return Ok{};
}

Status ReadTexts(const Json& object, const std::string& key, std::vector<std::string>& to) {
  const Json* value = Find(object, key);
  if (value == nullptr || !value->is_array() || value->size() > kMostLabels) {
    return Wrong("'" + key + "' is missing or no list of at most " + std::to_string(kMostLabels));
  }
  for (const Json& item : *value) {
    if (!item.is_string()) return Wrong("'" + key + "' holds something that is no text");
    to.push_back(item.get<std::string>());
  }
  return Ok{};
}

Status ReadNetwork(const Json& root, NetworkShape& shape) {
  const Json* network = Find(root, "network");
  if (network == nullptr) return Wrong("'network' is missing");
  struct Field {
    const char* key;
    Limit limit;
    size_t* to;
  };
  constexpr Limit kWidth = {1, 1024}, kCount = {1, kMostLabels}, kWords = {0, 1u << 20};
  const std::array<Field, 17> fields = {{
      {"width", {32, kMostWidth}, &shape.width},
      {"convs", {0, 8}, &shape.convs},
      {"recs", {0, 8}, &shape.recs},
      {"word_width", kWidth, &shape.word_width},
      {"vector_width", kWidth, &shape.vector_width},
      {"arc_width", kWidth, &shape.arc_width},
      {"label_width", kWidth, &shape.label_width},
      {"label_pair", {0, 1024}, &shape.label_pair},
      {"mention_width", kWidth, &shape.mention_width},
      {"max_distance", {1, 1000}, &shape.max_distance},
      {"words", kWords, &shape.words},
      {"vectors", kWords, &shape.vectors},
      {"upos", kCount, &shape.upos},
      {"xpos", kCount, &shape.xpos},
      {"feats", kCount, &shape.feats},
      {"rels", {2, kMostLabels}, &shape.rels},
      {"mentions", kCount, &shape.mentions},
  }};
  for (const Field& field : fields) {
    if (Status status = ReadNumber(*network, field.key, field.limit, *field.to); !status) return status;
  }
  if (shape.width % 32 != 0) return Wrong("'width' is " + std::to_string(shape.width) + ", expected a multiple of 32");
  return Ok{};
}

Status ReadHashed(const Json& root, std::vector<HashedFeature>& to) {
  const Json* list = Find(root, "hashed");
  if (list == nullptr || !list->is_array() || list->size() > 16)
    return Wrong("'hashed' is missing or no list of at most 16");
  constexpr std::array<const char*, 6> kNames = {"prefix1", "prefix3", "suffix2", "suffix3", "suffix4", "shape"};
  for (const Json& item : *list) {
    HashedFeature feature;
    if (Status s = ReadText(item, "name", feature.name); !s) return s;
    if (Status s = ReadNumber(item, "seed", {0, 255}, feature.seed); !s) return s;
    if (Status s = ReadNumber(item, "buckets", {1, 1u << 20}, feature.buckets); !s) return s;
    if (Status s = ReadNumber(item, "width", {1, 1024}, feature.width); !s) return s;
    size_t part = 0;
    while (part < kNames.size() && feature.name != kNames[part]) ++part;
    if (part == kNames.size()) {
      return Error{ErrorCode::kModelMismatch, "model settings: hashed feature '" + feature.name +
                                                  "' is not known to this program; use the model that came with it"};
    }
    feature.part = static_cast<HashedFeature::Part>(part);
    to.push_back(std::move(feature));
  }
  return Ok{};
}

Status ReadInventories(const Json& root, ModelSettings& settings) {
  const NetworkShape& shape = settings.network;
  struct Field {
    const char* key;
    size_t count;
    std::vector<std::string>* to;
  };
  const std::array<Field, 5> fields = {{{"upos", shape.upos, &settings.upos},
                                        {"xpos", shape.xpos, &settings.xpos},
                                        {"feats", shape.feats, &settings.feats},
                                        {"rels", shape.rels, &settings.rels},
                                        {"mentions", shape.mentions, &settings.mentions}}};
  for (const Field& field : fields) {
    if (Status status = ReadTexts(root, field.key, *field.to); !status) return status;
    if (field.to->size() == field.count) continue;
    return Wrong("'" + std::string(field.key) + "' lists " + std::to_string(field.to->size()) +
                 " labels, 'network' counts " + std::to_string(field.count));
  }
  return ReadTexts(root, "cased", settings.cased);
}

}  // namespace

Result<ModelSettings> ReadSettings(std::string_view json) {
  const Json root = Json::parse(json, nullptr, false);
  if (root.is_discarded() || !root.is_object()) return Wrong("not a JSON object");
  ModelSettings settings;
  if (const Status status = ReadText(root, "name", settings.name); !status) return status.error();
  if (const Status status = ReadText(root, "date", settings.date); !status) return status.error();
  if (const Status status = ReadNetwork(root, settings.network); !status) return status.error();
  if (const Status status = ReadHashed(root, settings.hashed); !status) return status.error();
  if (const Status status = ReadInventories(root, settings); !status) return status.error();
  const Json* epsilon = Find(root, "norm_epsilon");
  if (epsilon == nullptr || !epsilon->is_number() || std::abs(epsilon->get<double>() - 1e-5) > 1e-9) {
    return Error{ErrorCode::kModelMismatch,
                 "model settings: 'norm_epsilon' is not 1e-5; use the model that came with this program"};
  }
  constexpr auto kReplace = Json::error_handler_t::replace;
  if (const Json* licences = Find(root, "licences")) settings.licences = licences->dump(-1, ' ', false, kReplace);
  if (const Json* scores = Find(root, "scores")) settings.scores = scores->dump(-1, ' ', false, kReplace);
  return settings;
}

}  // namespace rapporteur
