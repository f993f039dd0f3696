// Files, gzip, UTF-16 and the window on them.
#include "inputs/bytes.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "inputs/gzip.h"
#include "inputs/testdata.h"
#include "inputs/window.h"

namespace rapporteur {
namespace {

struct Drained {
  std::string bytes;
  std::string problem;
};

Drained Drain(ByteSource& source, size_t most = 7) {
  Drained drained;
  std::string buffer(most, '\0');
  while (true) {
    auto got = source.Read(buffer.data(), buffer.size());
    if (!got.ok()) {
      drained.problem = got.error().message;
      return drained;
    }
    if (*got == 0) return drained;
    drained.bytes.append(buffer, 0, *got);
  }
}

TEST(Gzip, SeveralMembersAndPadding) {
  const std::string packed = Gzipped("first ") + Gzipped("") + Gzipped("second") + std::string(100, '\0');
  for (const size_t piece : {0U, 1U, 3U}) {
    const auto source = GzipBytes(MemoryBytes(packed, piece));
    const Drained drained = Drain(*source);
    EXPECT_EQ(drained.bytes, "first second");
    EXPECT_EQ(drained.problem, "");
  }
}

TEST(Gzip, CutOffGivesWhatCameBefore) {
  const std::string one = Gzipped("first ");
  const auto source = GzipBytes(MemoryBytes((one + Gzipped("second")).substr(0, one.size() + 14)));
  const Drained drained = Drain(*source);
  EXPECT_TRUE(drained.bytes.starts_with("first "));
  EXPECT_EQ(drained.problem, "the gzip data end within a member; the file was cut off");
}

TEST(Gzip, DamageIsTold) {
  std::string packed = Gzipped("some text that is long enough to be packed as text is packed");
  packed[packed.size() - 6] = static_cast<char>(packed[packed.size() - 6] ^ 0x55);
  const auto source = GzipBytes(MemoryBytes(packed));
  EXPECT_EQ(Drain(*source).problem, "the gzip data are damaged: incorrect data check");
  const auto rubbish = GzipBytes(MemoryBytes(Gzipped("x") + "rubbish"));
  const Drained drained = Drain(*rubbish);
  EXPECT_EQ(drained.bytes, "x");
  EXPECT_EQ(drained.problem, "the gzip data are damaged: incorrect header check");
}

TEST(Gzip, ABombIsNoText) {
  const auto source = GzipBytes(MemoryBytes(Gzipped(std::string(80U << 20U, 'a'))));
  EXPECT_EQ(Drain(*source, 1U << 16U).problem,
            "the gzip data unpack to more than 500 times their size; that is no text");
}

TEST(Inflate, GzipZlibAndRawDeflate) {
  const std::string text = "The ministers met in Lund on Tuesday, and the ministers will meet again.";
  for (const int window_bits : {16 + MAX_WBITS, MAX_WBITS, -MAX_WBITS}) {
    const std::string packed = Deflated(text, window_bits);
    const auto unpacked = Inflate(packed, 1000);
    ASSERT_TRUE(unpacked.ok()) << window_bits;
    EXPECT_EQ(*unpacked, text);
    EXPECT_EQ(Inflate(packed, 20).error().code, ErrorCode::kLimit);
    EXPECT_EQ(Inflate(std::string_view(packed).substr(0, packed.size() / 2), 1000).error().message,
              "the packed page is damaged or cut off");
  }
  EXPECT_FALSE(Inflate("", 10).ok());
}

TEST(Utf16, ByItsMarkWhateverThePieces) {
  const std::string little(
      "\xFF\xFE"
      "h\0\xE9\0\x3D\xD8\x00\xDE",
      10);  // h, é, and a face of two units
  const std::string big("\xFE\xFF\0h\0\xE9\xD8\x3D\xDE\x00", 10);
  for (const std::string& bytes : {little, big}) {
    for (const size_t piece : {0U, 1U, 3U}) {
      const auto source = Utf16Bytes(MemoryBytes(bytes, piece));
      EXPECT_EQ(Drain(*source).bytes, "hé\xF0\x9F\x98\x80");
    }
  }
}

TEST(Utf16, WhatIsNoCharacterIsReplaced) {
  const auto lone =
      Utf16Bytes(MemoryBytes(std::string("\xFF\xFE\x3D\xD8"
                                         "a\0\x00\xDE"
                                         "b",
                                         9)));
  EXPECT_EQ(Drain(*lone).bytes, "\uFFFDa\uFFFD\uFFFD");
  const auto half = Utf16Bytes(MemoryBytes(std::string("\xFF\xFE\x3D\xD8", 4)));
  EXPECT_EQ(Drain(*half).bytes, "\uFFFD");
}

TEST(Window, LooksAheadAndCountsLines) {
  ByteWindow window(MemoryBytes("one\ntwo\nthree", 2));
  EXPECT_EQ(window.Peek(5), "one\nt");
  EXPECT_EQ(window.line(), 1U);
  window.Skip(4);
  EXPECT_EQ(window.line(), 2U);
  EXPECT_EQ(window.byte(), 4U);
  EXPECT_TRUE(window.Discard(4));
  EXPECT_EQ(window.Peek(100), "three");
  EXPECT_FALSE(window.ended());
  EXPECT_FALSE(window.Discard(6));
  EXPECT_TRUE(window.ended());
  EXPECT_EQ(window.Peek(1), "");
}

TEST(Window, AFaultComesAfterTheBytesBefore) {
  ByteWindow window(GzipBytes(MemoryBytes(Gzipped("text") + "rubbish")));
  EXPECT_EQ(window.Peek(100), "text");
  ASSERT_TRUE(window.fault());
  EXPECT_EQ(window.fault()->message, "the gzip data are damaged: incorrect header check");
}

TEST(FileBytes, WhatCannotBeOpenedIsTold) {
  EXPECT_EQ(OpenFileBytes("/no/such").error().message, "cannot open: No such file or directory");
  auto folder = OpenFileBytes("/");
  ASSERT_TRUE(folder.ok());
  char byte = 0;
  EXPECT_EQ((*folder)->Read(&byte, 1).error().message, "cannot read: Is a directory");
}

}  // namespace
}  // namespace rapporteur
