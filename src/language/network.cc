#include "language/network.h"

#include <algorithm>
#include <string>
#include <utility>

namespace rapporteur {

// Takes the network's parts from the file's tensors; after the first error the rest is skipped.
class Network::Reader {
 public:
  Reader(const Tensors& tensors, Network& network) : tensors_(tensors), net_(network), shape_(network.shape_) {}

  Status ReadAll(const ModelSettings& settings) {
    ReadInput(settings);
    ReadEncoder();
    ReadReaders();
    ReadRest();
    const auto root = std::find(settings.rels.begin(), settings.rels.end(), "root");
    if (root == settings.rels.end()) {
      Fail({ErrorCode::kFormat, "model settings: 'rels' lacks 'root'"});
    } else {
      net_.root_rel_ = static_cast<size_t>(root - settings.rels.begin());
    }
    return status_;
  }

 private:
  void Fail(const Error& error) {
    if (status_.ok()) status_ = error;
  }

  Tensor Get(const std::string& name, size_t rows, size_t columns) {
    if (!status_.ok()) return {};
    Result<Tensor> tensor = tensors_.Get(name, rows, columns);
    if (!tensor) Fail(tensor.error());
    return tensor.ok() ? tensor.value() : Tensor();
  }

  std::vector<float> Vector(const std::string& name, size_t count) { return Get(name, 1, count).Values(); }

  Norm ReadNorm(const std::string& name) {
    return {Vector(name + ".gain", shape_.width), Vector(name + ".bias", shape_.width)};
  }

  PackedMatrix ReadMap(const std::string& name, size_t inputs, size_t outputs) {
    const std::vector<float> weights = Get(name + ".weight", outputs, inputs).Values();
    const std::vector<float> bias = Vector(name + ".bias", outputs);
    PackedMatrix map;
    if (status_.ok()) map.Pack(weights.data(), inputs, inputs, outputs, bias.data());
    return map;
  }

  void ReadInput(const ModelSettings& settings) {
    net_.embeddings_.push_back(Get("word", shape_.words + 1, shape_.word_width));
    net_.embeddings_.push_back(Get("vector", shape_.vectors + 1, shape_.vector_width));
    net_.input_width_ = shape_.word_width + shape_.vector_width;
    for (const HashedFeature& feature : settings.hashed) {
      net_.embeddings_.push_back(Get("hash." + feature.name, feature.buckets, feature.width));
      net_.input_width_ += feature.width;
    }
    net_.input_ = ReadMap("input", net_.input_width_, 2 * shape_.width);
    net_.input_norm_ = ReadNorm("input.norm");
  }

  void ReadEncoder() {
    for (size_t k = 0; k < shape_.convs; ++k) {
      const std::string name = "conv" + std::to_string(k);
      net_.convs_.push_back({ReadMap(name, 3 * shape_.width, 2 * shape_.width), ReadNorm(name + ".norm")});
    }
    for (size_t k = 0; k < shape_.recs; ++k) {
      const std::string name = "rec" + std::to_string(k);
      net_.recs_.push_back({ReadNorm(name + ".norm"), ReadMap(name, shape_.width, 3 * shape_.width)});
    }
    net_.out_norm_ = ReadNorm("out.norm");
  }

  void ReadReaders() {
    const size_t labels = shape_.label_width + shape_.label_pair;
    const std::vector<std::pair<std::string, size_t>> parts = {{"tags", shape_.upos + shape_.xpos + shape_.feats},
                                                               {"arc_dep", shape_.arc_width},
                                                               {"arc_head", shape_.arc_width},
                                                               {"label_dep", labels},
                                                               {"label_head", labels}};
    std::vector<float> weights, biases;
    for (const auto& [name, outputs] : parts) {
      const std::vector<float> weight = Get(name + ".weight", outputs, shape_.width).Values();
      const std::vector<float> bias = Vector(name + ".bias", outputs);
      weights.insert(weights.end(), weight.begin(), weight.end());
      biases.insert(biases.end(), bias.begin(), bias.end());
    }
    const std::vector<float> root = Vector("root", shape_.width);
    if (!status_.ok()) return;
    net_.readers_.Pack(weights.data(), shape_.width, shape_.width, biases.size(), biases.data());
    std::vector<float> row(biases.size());
    net_.kernels_->multiply({root.data(), 1, shape_.width}, net_.readers_.view(), {row.data(), row.size()});
    const auto end = row.end();
    const auto head = end - static_cast<ptrdiff_t>(2 * labels + shape_.arc_width);
    net_.root_arc_head_.assign(head, head + static_cast<ptrdiff_t>(shape_.arc_width));
    for (float& value : net_.root_arc_head_) value = std::max(value, 0.0f);
    net_.root_label_head_.assign(end - static_cast<ptrdiff_t>(labels), end);
  }

  void ReadRest() {
    net_.arc_q_ = ReadMap("arc_q", shape_.arc_width, shape_.arc_width);
    net_.label_out_ = ReadMap("label_out", shape_.label_width + shape_.label_pair, shape_.rels);
    net_.mention_ = ReadMap("mention", 3 * shape_.width, shape_.mention_width);
    net_.mention_out_ = ReadMap("mention_out", shape_.mention_width, shape_.mentions);
    net_.distance_ = Vector("distance", 2 * shape_.max_distance + 2);
    net_.mention_start_ = Vector("mention.start", shape_.mentions);
    net_.mention_step_ = Get("mention.transition", shape_.mentions, shape_.mentions).Values();
  }

  const Tensors& tensors_;
  Network& net_;
  const NetworkShape& shape_;
  Status status_ = Ok{};
};

Result<Network> Network::Read(const ModelSettings& settings, std::string_view section, const Kernels& kernels) {
  const Result<Tensors> tensors = Tensors::Read(section);
  if (!tensors) return tensors.error();
  Network network;
  network.kernels_ = &kernels;
  network.shape_ = settings.network;
  if (const Status status = Reader(*tensors, network).ReadAll(settings); !status) return status.error();
  return network;
}

void Network::Embed(std::span<const WordFeatures> types, NetworkScratch& scratch, float* rows) const {
  scratch.wide.resize(types.size() * input_width_);
  scratch.next.resize(types.size() * 2 * shape_.width);
  for (size_t i = 0; i < types.size(); ++i) {
    float* to = scratch.wide.data() + i * input_width_;
    for (size_t e = 0; e < embeddings_.size(); ++e) {
      embeddings_[e].Row(e == 0 ? types[i].word : e == 1 ? types[i].vector : types[i].buckets[e - 2], to);
      to += embeddings_[e].columns();
    }
  }
  const size_t twice = 2 * shape_.width;
  kernels_->multiply({scratch.wide.data(), types.size(), input_width_}, input_.view(), {scratch.next.data(), twice});
  kernels_->maxout_norm({scratch.next.data(), types.size(), twice}, input_norm_.view(), nullptr, rows);
}

}  // namespace rapporteur
