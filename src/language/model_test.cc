#include "language/model.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "base/sha256.h"
#include "language/conllu.h"
#include "language/evaluate.h"
#include "language/test_model.h"

namespace rapporteur {
namespace {

using ModelPtr = std::shared_ptr<const LanguageModel>;

ModelPtr Tiny(const ModelOptions& options = {}) {
  auto model = LanguageModel::Open(kTinyModel, options);
  EXPECT_TRUE(model.ok()) << (model.ok() ? "" : model.error().message);
  return model.ok() ? std::move(model).value() : nullptr;
}

// Words apart by spaces, sentences by line ends.
std::pair<ReportText, SegmentedReport> Cut(const std::string& text) {
  std::pair<ReportText, SegmentedReport> cut;
  cut.first.utf8 = text;
  bool new_sentence = true;
  for (uint32_t begin = 0; begin < text.size();) {
    const auto end = static_cast<uint32_t>(std::min(text.find_first_of(" \n", begin), text.size()));
    if (new_sentence) cut.second.sentences.emplace_back();
    SentenceText& sentence = cut.second.sentences.back();
    if (new_sentence) sentence.span.begin = begin;
    sentence.words.push_back({{begin, end}, true, false, false});
    sentence.span.end = end;
    new_sentence = end < text.size() && text[end] == '\n';
    begin = end + 1;
  }
  return cut;
}

ParsedReport Parsed(const LanguageModel& model, const std::string& text) {
  auto [report, segmented] = Cut(text);
  auto parsed = model.Parse(std::move(report), std::move(segmented));
  EXPECT_TRUE(parsed.ok());
  return std::move(parsed).value();
}

std::string Story(size_t sentences, size_t offset = 0) {
  const std::vector<std::string> words = {"Envoys", "met", "in", "Geneva", "talks", "the", "Tuesday", "ceasefire", ","};
  std::string story;
  for (size_t s = offset; s < offset + sentences; ++s) {
    for (size_t i = 0; i < 3 + s % 11; ++i) story += words[(s * 7 + i * (s % 5 + 1)) % words.size()] + " ";
    story += ".\n";
  }
  return story;
}

TEST(ModelTest, OpensAndTellsWhatItIs) {
  const ModelPtr model = Tiny();
  ASSERT_NE(model, nullptr);
  EXPECT_EQ(model->settings().name, "tiny");
  EXPECT_EQ(model->settings().network.width, 32u);
  EXPECT_EQ(model->settings().licences, "[\"made for tests\"]");
  EXPECT_EQ(model->hash(), Sha256Hex(TinyModelBytes()));
  EXPECT_EQ(model->Section("segment"), "bytes of the splitter");
  EXPECT_EQ(model->Section("none"), std::nullopt);
}

TEST(ModelTest, KeepsWhatTheSegmenterFound) {
  const ModelPtr model = Tiny();
  auto [text, segmented] = Cut("Envoys met .\nTalks ended .");
  segmented.sentences[1].kind = SegmentKind::kHeadline;
  segmented.sentences[1].paragraph = 3;
  segmented.sentences[1].words[0].starts_multi = true;
  segmented.sentences[1].words[1].space_after = false;
  segmented.quotations.push_back({{0, 6}, {1, 5}, 0, true});
  const auto parsed = model->Parse(text, segmented);
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed->text.utf8, text.utf8);
  ASSERT_EQ(parsed->sentences.size(), 2u);
  EXPECT_EQ(parsed->sentences[1].kind, SegmentKind::kHeadline);
  EXPECT_EQ(parsed->sentences[1].paragraph, 3u);
  EXPECT_TRUE(parsed->sentences[1].words[0].starts_multi);
  EXPECT_FALSE(parsed->sentences[1].words[1].space_after);
  EXPECT_EQ(parsed->sentences[1].words[1].form, "ended");
  ASSERT_EQ(parsed->quotations.size(), 1u);
}

TEST(ModelTest, EveryKernelSetBatchAndCacheGivesTheSame) {
  const std::string story = Story(60);
  const std::string expected = WriteConllu(Parsed(*Tiny(), story));
  std::vector<const Kernels*> sets = {&PlainKernels(), &PortableKernels()};
  if (HasAvx2()) sets.push_back(Avx2Kernels());
  if (HasAvx512()) sets.push_back(Avx512Kernels());
  for (const Kernels* kernels : sets) {
    for (const size_t batch_words : {1, 50, 100000}) {
      for (const size_t cached_types : {0, 4, 1000}) {
        const ModelPtr model = Tiny({kernels, batch_words, cached_types});
        ASSERT_NE(model, nullptr);
        Parsed(*model, Story(5, 100));
        EXPECT_EQ(WriteConllu(Parsed(*model, story)), expected) << kernels->name << ", " << batch_words;
      }
    }
  }
}

TEST(ModelTest, ThreadsShareIt) {
  const ModelPtr model = Tiny({nullptr, 64, 6});
  std::vector<std::string> expected, found(8);
  for (size_t i = 0; i < found.size(); ++i) expected.push_back(WriteConllu(Parsed(*model, Story(40, i))));
  std::vector<std::thread> threads;
  for (size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([&, i] { found[i] = WriteConllu(Parsed(*model, Story(40, i))); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(found, expected);
}

TEST(ModelTest, NothingInNothingOut) {
  const ModelPtr model = Tiny();
  EXPECT_TRUE(Parsed(*model, "").sentences.empty());
  SegmentedReport empty_sentence;
  empty_sentence.sentences.emplace_back();
  const auto parsed = model->Parse({}, empty_sentence);
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed->sentences.size(), 1u);
}

TEST(ModelTest, LongSentencesAreReadInPieces) {
  const ModelPtr model = Tiny();
  std::string text;
  for (int i = 0; i < 600; ++i) text += i % 3 == 0 ? "envoys " : i % 3 == 1 ? "met " : "Geneva ";
  text.pop_back();
  const ParsedReport parsed = Parsed(*model, text);
  ASSERT_EQ(parsed.sentences.size(), 1u);
  const std::vector<ParsedWord>& words = parsed.sentences[0].words;
  ASSERT_EQ(words.size(), 600u);
  size_t roots = 0, hung = 0;
  int root = -1;
  for (size_t i = 0; i < words.size(); ++i) {
    EXPECT_FALSE(words[i].lemma.empty());
    if (words[i].head < 0) {
      ++roots;
      root = static_cast<int>(i);
    }
    const bool other_piece =
        words[i].head >= 0 && static_cast<size_t>(words[i].head) / kMostPieceWords != i / kMostPieceWords;
    if (other_piece) {
      ++hung;
      EXPECT_EQ(words[i].rel, Rel::kParataxis);
      EXPECT_EQ(words[i].head, root);
    }
  }
  EXPECT_EQ(roots, 1u);
  EXPECT_LT(root, static_cast<int>(kMostPieceWords));
  EXPECT_EQ(hung, 2u);
  EXPECT_TRUE(ReadConllu(WriteConllu(parsed)).ok());  // a tree
}

TEST(ModelTest, RefusesSpansOfAnotherText) {
  const ModelPtr model = Tiny();
  auto [text, segmented] = Cut("Envoys met .");
  text.utf8 = "Envoys";
  const auto parsed = model->Parse(text, segmented);
  ASSERT_FALSE(parsed.ok());
  EXPECT_EQ(parsed.error().code, ErrorCode::kUsage);
  EXPECT_EQ(parsed.error().message,
            "parse: a sentence at byte 0 reaches beyond the text's 6 bytes; it was cut for another text");
}

struct BadModel {
  const char* section;
  std::string bytes;
  ErrorCode code;
  std::string message;
};

TEST(ModelTest, RefusesFilesThatDoNotFit) {
  const std::string settings = TinySection("settings"), tensors = TinySection("tensors");
  const std::string answers = TinySection("selftest");
  const BadModel cases[] = {
      {"settings", "{", ErrorCode::kFormat, "model settings: not a JSON object"},
      {"settings", Replaced(settings, "\"width\":32", "\"width\":33"), ErrorCode::kFormat,
       "model settings: 'width' is 33, expected a multiple of 32"},
      {"settings", Replaced(settings, "\"convs\":1", "\"convs\":99999999999"), ErrorCode::kFormat,
       "model settings: 'convs' is 99999999999, expected 0 to 8"},
      {"settings", Replaced(settings, "\"convs\":1", "\"convs\":\"1\""), ErrorCode::kFormat,
       "model settings: 'convs' is no number, expected 0 to 8"},
      {"settings", Replaced(settings, "\"arc_width\":12", "\"arc_width\":13"), ErrorCode::kFormat,
       "model tensors: 'arc_dep.weight' has 12 x 32 values, the settings ask for 13 x 32"},
      {"settings", Replaced(settings, "\"root\"", "\"dep\""), ErrorCode::kFormat,
       "model settings: 'rels' lacks 'root'"},
      {"settings", Replaced(settings, "\"upos\":5", "\"upos\":6"), ErrorCode::kFormat,
       "model settings: 'upos' lists 5 labels, 'network' counts 6"},
      {"settings", Replaced(settings, "B-time", "B-ship"), ErrorCode::kModelMismatch,
       "model settings: the mention label 'B-ship' is not known to this program; use the model that came with it"},
      {"settings", Replaced(settings, "\"prefix3\"", "\"prefix9\""), ErrorCode::kModelMismatch,
       "model settings: hashed feature 'prefix9' is not known to this program; use the model that came with it"},
      {"tensors", Replaced(tensors, "rec0.bias", "rec9.bias"), ErrorCode::kFormat,
       "model tensors: 'rec0.bias' is missing"},
      {"tensors", tensors.substr(0, tensors.size() / 2), ErrorCode::kFormat, ""},
      {"tensors", "", ErrorCode::kFormat, "model tensors: a directory of 0, expected 1 to 512 within the section"},
      {"selftest", "", ErrorCode::kFormat, "model self-test: it has no sentence"},
      {"selftest", "1 Envoys\n", ErrorCode::kFormat,
       "model self-test: found '1 Envoys', expected a word's ten columns"},
      {"selftest", Replaced(answers, "VERB\t.\tNumber=Plur\t0", "NOUN\t.\tNumber=Plur\t0"), ErrorCode::kModelMismatch,
       "model self-test: found '1\tEnvoys\tenvoys\tVERB\t.\tNumber=Plur\t0\troot\t_\tName=B-place', expected "
       "'1\tEnvoys\tenvoys\tNOUN\t.\tNumber=Plur\t0\troot\t_\tName=B-place' as when the file was made; the file and "
       "this "
       "program do not belong together: use the model that came with it"},
  };
  for (const BadModel& bad : cases) {
    const auto model = LanguageModel::FromBytes(TinyModelWith(bad.section, &bad.bytes), "bad.rapm");
    ASSERT_FALSE(model.ok()) << bad.message;
    EXPECT_EQ(model.error().code, bad.code) << bad.message;
    if (bad.message.empty()) continue;
    EXPECT_EQ(model.error().message, bad.message);
  }
}

TEST(ModelTest, SaysWhichSectionIsMissing) {
  for (const std::string name : {"settings", "fold", "words", "vectors", "tensors", "lemma", "selftest"}) {
    const auto model = LanguageModel::FromBytes(TinyModelWith(name, nullptr), "bad.rapm");
    ASSERT_FALSE(model.ok()) << name;
    EXPECT_EQ(model.error().message,
              "model bad.rapm has no section '" + name + "'; it was not finished when it was made");
  }
  EXPECT_TRUE(LanguageModel::FromBytes(TinyModelWith("segment", nullptr), "x.rapm").ok());
}

constexpr char kStory[] =
    "The envoy of Freedonia met President Ana Roe in Geneva on Tuesday .\n"
    "Two soldiers were killed when rebels shelled the town of Marenne , officials said .\n"
    "“ We will not withdraw our troops , ” she told reporters .";

// The model that is committed, on sentences whose answers leave no doubt.
TEST(ShippedModelTest, ReadsPlainSentences) {
  const auto model = LanguageModel::Open("model/english.rapm");
  ASSERT_TRUE(model.ok()) << model.error().message;
  const ParsedReport report = Parsed(**model, kStory);
  ASSERT_EQ(report.sentences.size(), 3u);
  const std::vector<ParsedWord>& first = report.sentences[0].words;
  EXPECT_EQ(first[4].lemma, "meet");
  EXPECT_EQ(first[4].head, -1);
  EXPECT_EQ(first[1].head, 4);
  EXPECT_EQ(first[1].rel, Rel::kNsubj);
  EXPECT_EQ(first[9].upos, Upos::kPropn);
  bool has_person = false;
  for (const NamedMention& mention : report.sentences[0].mentions) {
    has_person = has_person || (mention.type == MentionType::kPerson && mention.first == 6 && mention.last == 7);
  }
  EXPECT_TRUE(has_person);
  const std::vector<ParsedWord>& second = report.sentences[1].words;
  EXPECT_EQ(second[1].lemma, "soldier");
  EXPECT_EQ(second[1].rel, Rel::kNsubjPass);
  EXPECT_EQ(second[6].lemma, "shell");
  EXPECT_EQ(second[6].rel, Rel::kAdvcl);
}

TEST(ShippedModelTest, EveryKernelSetGivesTheSame) {
  std::vector<const Kernels*> sets = {&PlainKernels(), &PortableKernels()};
  if (HasAvx2()) sets.push_back(Avx2Kernels());
  if (HasAvx512()) sets.push_back(Avx512Kernels());
  std::string expected;
  for (const Kernels* kernels : sets) {
    const auto model = LanguageModel::Open("model/english.rapm", {kernels, 512, 100});
    ASSERT_TRUE(model.ok()) << model.error().message;
    const std::string found = WriteConllu(Parsed(**model, kStory));
    if (expected.empty()) expected = found;
    EXPECT_EQ(found, expected) << kernels->name;
  }
}

TEST(EvaluateTest, CountsWhatAgrees) {
  const char gold[] =
      "1\tAna\tAna\tPROPN\tNNP\t_\t2\tnsubj:pass\t_\tMention=B-person\n"
      "2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n"
      "3\tOslo\tOslo\tPROPN\tNNP\t_\t2\tobj\t_\tMention=B-place\n"
      "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";
  const auto a = ReadConllu(gold);
  const auto b = ReadConllu(Replaced(Replaced(Replaced(Replaced(gold, "nsubj:pass", "nsubj"), "VERB", "NOUN"),
                                              "3\tOslo\tOslo\tPROPN\tNNP\t_\t2", "3\tOslo\toslo\tPROPN\tNN\t_\t1"),
                                     "B-place", "B-person"));
  ASSERT_TRUE(a.ok());
  ASSERT_TRUE(b.ok()) << b.error().message;
  const auto agreement = Compare(a->report, b->report);
  ASSERT_TRUE(agreement.ok());
  EXPECT_EQ(
      Describe(*agreement),
      "4 words  UPOS 75.00  XPOS 75.00  FEATS 100.00  lemma 75.00  UAS 75.00  LAS 75.00  with subtypes 50.00  names "
      "F1 50.00  untyped 100.00");
  EXPECT_FALSE(Compare(a->report, ParsedReport()).ok());
}

}  // namespace
}  // namespace rapporteur
