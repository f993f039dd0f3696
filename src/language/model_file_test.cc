#include "language/model_file.h"

#include <gtest/gtest.h>

#include <string>

#include "base/crc32.h"
#include "language/test_model.h"

namespace rapporteur {
namespace {

TEST(Crc32Test, KnownValues) {
  EXPECT_EQ(Crc32(""), 0u);
  EXPECT_EQ(Crc32("123456789"), 0xCBF43926u);
  EXPECT_EQ(Crc32("The quick brown fox jumps over the lazy dog"), 0x414FA339u);
}

Error ErrorOf(std::string bytes) {
  const auto file = ModelFile::Read(std::move(bytes), "x.rapm");
  EXPECT_FALSE(file.ok());
  return file.ok() ? Error() : file.error();
}

TEST(ModelFileTest, GivesSectionsByName) {
  const auto file = ModelFile::Read(ModelOf({{"a", "first"}, {"b", ""}, {"c", "third"}}), "x.rapm");
  ASSERT_TRUE(file.ok()) << file.error().message;
  EXPECT_EQ(file->Section("a"), "first");
  EXPECT_EQ(file->Section("b"), "");
  EXPECT_EQ(file->Section("c"), "third");
  EXPECT_EQ(file->Section("d"), std::nullopt);
  EXPECT_EQ(file->Needed("d").error().message, "model x.rapm has no section 'd'; it was not finished when it was made");
}

TEST(ModelFileTest, SaysWhatIsWrong) {
  EXPECT_EQ(ErrorOf("version https://git-lfs").message,
            "model x.rapm: begins with 'vers', expected 'RAPM'; this is no model file (or only a pointer to one)");
  EXPECT_EQ(ErrorOf("").message,
            "model x.rapm: begins with '', expected 'RAPM'; this is no model file (or only a pointer to one)");
  EXPECT_EQ(ErrorOf("RAPM\1").message, "model x.rapm: cut short in its header; fetch it again");
  std::string newer = ModelOf({{"a", "first"}});
  newer[4] = 2;
  EXPECT_EQ(ErrorOf(newer).code, ErrorCode::kModelMismatch);
  EXPECT_EQ(
      ErrorOf(newer).message,
      "model x.rapm: format version 2 found, version 1 supported; the file was made for a newer rapporteur: use the "
      "model that came with this program");
  std::string damaged = ModelOf({{"a", "first"}});
  damaged.back() = 'T';
  EXPECT_EQ(ErrorOf(damaged).message, "model x.rapm: section 'a' has CRC-32 " + std::to_string(Crc32("firsT")) +
                                          ", expected " + std::to_string(Crc32("first")) +
                                          "; the file is damaged, fetch it again");
  std::string cut = ModelOf({{"a", "first"}});
  cut.pop_back();
  EXPECT_EQ(ErrorOf(cut).message,
            "model x.rapm: section 'a' ends beyond the file's 76 bytes; it is cut short, fetch it again");
  EXPECT_EQ(ErrorOf(ModelOf({{"a", "first"}, {"a", "first"}})).message,
            "model x.rapm: section 'a' stands twice; the file is damaged");
  EXPECT_EQ(ErrorOf(ModelOf({{"a", ""}}).substr(0, 40)).message,
            "model x.rapm: a directory of 1 sections, expected at most 64 within the file; it is cut short or damaged");
  std::string many = ModelOf({{"a", "first"}});
  many[11] = '\x7f';
  EXPECT_EQ(ErrorOf(many).code, ErrorCode::kFormat);
}

TEST(ModelFileTest, OffsetsThatWrapAroundAreRefused) {
  std::string file = ModelOf({{"a", "first"}});
  for (size_t i = 48; i < 64; ++i) file[i] = '\xff';  // offset and length
  EXPECT_EQ(ErrorOf(file).code, ErrorCode::kFormat);
}

TEST(ModelFileTest, MissingFileIsAnError) {
  const auto file = ModelFile::Open("src/language/testdata/none.rapm");
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.error().code, ErrorCode::kIo);
  EXPECT_FALSE(ModelFile::Open("src/language/testdata").ok());  // a folder
}

// Every byte of the container matters: whichever is changed, the file is refused or nothing of it differs.
TEST(ModelFileTest, EveryChangedByteIsSeen) {
  const std::string bytes = TinyModelBytes();
  const auto whole = ModelFile::Read(bytes, "tiny");
  ASSERT_TRUE(whole.ok());
  for (size_t i = 0; i < bytes.size(); i += 7) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0x10);
    const auto file = ModelFile::Read(changed, "tiny");
    if (!file.ok()) continue;
    for (const char* name : {"settings", "words", "tensors", "lemma", "selftest"}) {
      if (!file->Section(name)) continue;  // its name is what changed
      EXPECT_EQ(file->Section(name), whole->Section(name)) << name << ", byte " << i;
    }
  }
}

}  // namespace
}  // namespace rapporteur
