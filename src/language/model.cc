#include "language/model.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "base/sha256.h"
#include "language/conllu.h"
#include "language/self_test.h"
#include "text/characters.h"

namespace rapporteur {
namespace {

// What the segmenter found, as far as it is already the answer.
ParsedReport Unread(ReportText text, SegmentedReport segmented) {
  ParsedReport report;
  report.text = std::move(text);
  report.quotations = std::move(segmented.quotations);
  report.sentences.reserve(segmented.sentences.size());
  for (const SentenceText& from : segmented.sentences) {
    ParsedSentence sentence;
    sentence.span = from.span;
    sentence.kind = from.kind;
    sentence.paragraph = from.paragraph;
    sentence.words.resize(from.words.size());
    for (size_t i = 0; i < from.words.size(); ++i) {
      ParsedWord& word = sentence.words[i];
      word.span = from.words[i].span;
      word.form = MendMarks(word.span.of(report.text.utf8));
      word.space_after = from.words[i].space_after;
      word.starts_multi = from.words[i].starts_multi;
      word.inside_multi = from.words[i].inside_multi;
    }
    report.sentences.push_back(std::move(sentence));
  }
  return report;
}

Status CheckSpans(const ReportText& text, const SegmentedReport& segmented) {
  const auto outside = [&](Span span) { return span.begin > span.end || span.end > text.utf8.size(); };
  for (const SentenceText& sentence : segmented.sentences) {
    bool wrong = outside(sentence.span);
    for (const Word& word : sentence.words) wrong = wrong || outside(word.span);
    if (!wrong) continue;
    return Error{ErrorCode::kUsage, "parse: a sentence at byte " + std::to_string(sentence.span.begin) +
                                        " reaches beyond the text's " + std::to_string(text.utf8.size()) +
                                        " bytes; it was cut for another text"};
  }
  return Ok{};
}

}  // namespace

// Borrows a scratch from the model for one call.
class LanguageModel::Scratch {
 public:
  explicit Scratch(const LanguageModel& model) : model_(model) {
    const std::lock_guard<std::mutex> lock(model_.idle_mutex_);
    if (!model_.idle_.empty()) {
      scratch_ = std::move(model_.idle_.back());
      model_.idle_.pop_back();
    }
    if (scratch_ == nullptr) scratch_ = std::make_unique<NetworkScratch>();
  }
  ~Scratch() {
    const std::lock_guard<std::mutex> lock(model_.idle_mutex_);
    model_.idle_.push_back(std::move(scratch_));
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  NetworkScratch& operator*() { return *scratch_; }

 private:
  const LanguageModel& model_;
  std::unique_ptr<NetworkScratch> scratch_;
};

LanguageModel::LanguageModel(ModelFile file, const ModelOptions& options)
    : file_(std::move(file)), options_(options), hash_(Sha256Hex(file_.bytes())) {}

Result<std::shared_ptr<const LanguageModel>> LanguageModel::Open(const std::string& path, const ModelOptions& options) {
  Result<ModelFile> file = ModelFile::Open(path);
  if (!file) return file.error();
  const std::shared_ptr<LanguageModel> model(new LanguageModel(std::move(file).value(), options));
  if (const Status status = model->Read(); !status) return status.error();
  return std::shared_ptr<const LanguageModel>(model);
}

Result<std::shared_ptr<const LanguageModel>> LanguageModel::FromBytes(std::string bytes, const std::string& name,
                                                                      const ModelOptions& options) {
  Result<ModelFile> file = ModelFile::Read(std::move(bytes), name);
  if (!file) return file.error();
  const std::shared_ptr<LanguageModel> model(new LanguageModel(std::move(file).value(), options));
  if (const Status status = model->Read(); !status) return status.error();
  return std::shared_ptr<const LanguageModel>(model);
}

Status LanguageModel::Read() {
  for (const char* name : {"settings", "fold", "words", "vectors", "tensors", "lemma", "selftest"}) {
    if (const auto section = file_.Needed(name); !section) return section.error();
  }
  Result<ModelSettings> settings = ReadSettings(*file_.Section("settings"));
  if (!settings) return settings.error();
  settings_ = std::move(settings).value();
  if (Status status = ReadLabels(); !status) return status;
  Result<FoldTable> fold = FoldTable::Read(*file_.Section("fold"));
  if (!fold) return fold.error();
  Result<Vocabulary> vocabulary =
      Vocabulary::Read(std::move(fold).value(), settings_, *file_.Section("words"), *file_.Section("vectors"));
  if (!vocabulary) return vocabulary.error();
  vocabulary_ = std::move(vocabulary).value();
  Result<Lemmatizer> lemmatizer = Lemmatizer::Read(*file_.Section("lemma"), settings_.cased);
  if (!lemmatizer) return lemmatizer.error();
  lemmatizer_ = std::move(lemmatizer).value();
  const Kernels& kernels = options_.kernels == nullptr ? BestKernels() : *options_.kernels;
  Result<Network> network = Network::Read(settings_, *file_.Section("tensors"), kernels);
  if (!network) return network.error();
  network_ = std::move(network).value();
  cache_ = std::make_unique<TypeCache>(network_->width(), options_.cached_types);
  return RunSelfTest(*this, *file_.Section("selftest"));
}

Status LanguageModel::ReadLabels() {
  for (const std::string& label : settings_.upos) upos_.push_back(UposFromName(label));
  for (const std::string& label : settings_.rels) rels_.push_back(RelFromName(label));
  for (const std::string& label : settings_.mentions) {
    const std::string_view part = std::string_view(label).substr(0, 2);
    const auto type = MentionTypeFromName(std::string_view(label).substr(part.size()));
    if (label == "O") {
      mentions_.push_back({MentionLabel::Part::kOutside, MentionType::kOther});
    } else if (type && part == "B-") {
      mentions_.push_back({MentionLabel::Part::kBegin, *type});
    } else if (type && part == "I-") {
      mentions_.push_back({MentionLabel::Part::kInside, *type});
    } else {
      return Error{ErrorCode::kModelMismatch, "model settings: the mention label '" + label +
                                                  "' is not known to this program; use the model that came with it"};
    }
  }
  return Ok{};
}

Result<ParsedReport> LanguageModel::Parse(ReportText text, SegmentedReport segmented) const {
  if (const Status status = CheckSpans(text, segmented); !status) return status.error();
  ParsedReport report = Unread(std::move(text), std::move(segmented));
  std::vector<Piece> pieces;
  size_t words = 0;
  for (size_t s = 0; s < report.sentences.size(); ++s) {
    const size_t length = report.sentences[s].words.size();
    for (size_t first = 0; first < length; first += kMostPieceWords) {
      pieces.push_back({s, first, std::min(kMostPieceWords, length - first)});
      words += pieces.back().count;
      if (words < options_.batch_words) continue;
      FillBatch(report, pieces);
      pieces.clear();
      words = 0;
    }
  }
  FillBatch(report, pieces);
  return report;
}

void LanguageModel::FillBatch(ParsedReport& report, std::span<const Piece> pieces) const {
  std::vector<std::string_view> forms;
  std::vector<uint32_t> starts = {0};
  for (const Piece& piece : pieces) {
    const ParsedSentence& sentence = report.sentences[piece.sentence];
    for (size_t i = 0; i < piece.count; ++i) forms.push_back(sentence.words[piece.first + i].form);
    starts.push_back(static_cast<uint32_t>(forms.size()));
  }
  const std::vector<WordAnswer> answers = Answer(forms, starts);
  for (size_t p = 0; p < pieces.size(); ++p) {
    FillPiece(report.sentences[pieces[p].sentence], pieces[p], answers.data() + starts[p]);
  }
}

std::vector<WordAnswer> LanguageModel::Answer(const std::vector<std::string_view>& forms,
                                              std::vector<uint32_t> starts) const {
  Scratch scratch(*this);
  WordBatch batch;
  batch.starts = std::move(starts);
  FillTypes(forms, batch, *scratch);
  return network_->Answer(batch, *scratch);
}

void LanguageModel::FillTypes(const std::vector<std::string_view>& forms, WordBatch& batch,
                              NetworkScratch& scratch) const {
  const size_t width = network_->width();
  std::unordered_map<std::string_view, size_t> index;
  std::vector<std::string_view> types;
  std::vector<size_t> type_of(forms.size());
  for (size_t i = 0; i < forms.size(); ++i) {
    const auto [it, is_new] = index.emplace(forms[i], types.size());
    if (is_new) types.push_back(forms[i]);
    type_of[i] = it->second;
  }
  std::vector<float> rows(types.size() * width);
  const std::vector<size_t> missing = cache_->Find(types, rows.data());
  std::vector<WordFeatures> features;
  features.reserve(missing.size());
  for (const size_t i : missing) features.push_back(vocabulary_->Features(types[i]));
  std::vector<float> made(missing.size() * width);
  network_->Embed(features, scratch, made.data());
  for (size_t i = 0; i < missing.size(); ++i) {
    std::memcpy(rows.data() + missing[i] * width, made.data() + i * width, width * sizeof(float));
  }
  cache_->Insert(types, rows.data(), missing);
  batch.types.resize(forms.size() * width);
  for (size_t i = 0; i < forms.size(); ++i) {
    std::memcpy(batch.types.data() + i * width, rows.data() + type_of[i] * width, width * sizeof(float));
  }
}

void LanguageModel::FillPiece(ParsedSentence& sentence, const Piece& piece, const WordAnswer* answers) const {
  const auto offset = static_cast<int>(piece.first);
  const auto first_root = std::find_if(sentence.words.begin(), sentence.words.begin() + offset,
                                       [](const ParsedWord& word) { return word.head < 0; });
  for (size_t i = 0; i < piece.count; ++i) {
    const WordAnswer& answer = answers[i];
    ParsedWord& word = sentence.words[piece.first + i];
    word.upos = upos_[answer.upos];
    word.xpos = settings_.xpos[answer.xpos];
    word.feats = settings_.feats[answer.feats];
    word.rel = rels_[answer.rel];
    word.head = answer.head < 0 ? -1 : answer.head + offset;
    if (answer.head < 0 && offset > 0) {
      word.head = static_cast<int>(first_root - sentence.words.begin());
      word.rel = Rel::kParataxis;
    }
    word.lemma = lemmatizer_->Lemma(vocabulary_->fold(), word.form, word.xpos);
    const MentionLabel label = mentions_[answer.mention];
    const int at = offset + static_cast<int>(i);
    if (label.part == MentionLabel::Part::kOutside) continue;
    const bool goes_on = label.part == MentionLabel::Part::kInside && i > 0 && !sentence.mentions.empty() &&
                         sentence.mentions.back().last == at - 1 && sentence.mentions.back().type == label.type;
    if (goes_on) {
      sentence.mentions.back().last = at;
    } else {
      sentence.mentions.push_back({at, at, label.type});
    }
  }
}

}  // namespace rapporteur
