#include "base/sha256.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

// The three vectors of FIPS 180-4's examples, and one length on each side of the padding's edge.
TEST(Sha256, KnownDigests) {
  EXPECT_EQ(Sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256Hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(Sha256Hex(std::string(1000000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, PiecesGiveTheSameDigest) {
  for (size_t length : {1U, 55U, 56U, 63U, 64U, 65U, 200U}) {
    const std::string text(length, 'x');
    Sha256 pieces;
    for (size_t i = 0; i < length; i += 7) pieces.Add(std::string_view(text).substr(i, 7));
    EXPECT_EQ(HexOf(pieces.Digest()), Sha256Hex(text)) << length;
  }
}

}  // namespace
}  // namespace rapporteur
