#include "merge/name_sound.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

bool One(const std::string& a, const std::string& b) {
  return !SoundOf(a).empty() && SoundOf(a) == SoundOf(b) && SpelledAlike(a, b);
}

TEST(NameSound, SpellingsOfOneName) {
  EXPECT_TRUE(One("youssef ould merzak", "yusuf ould merzaq"));
  EXPECT_TRUE(One("tomas arreke", "thomas areke"));
  EXPECT_TRUE(One("ilyas kerimo", "ilias kerimov"));
  EXPECT_TRUE(One("sabela inde", "sabella yinde"));
  EXPECT_TRUE(One("muammar gaddafi", "moammar qadhafi"));
}

TEST(NameSound, OtherNamesAreOthers) {
  EXPECT_FALSE(One("karim wade", "karim wali"));
  EXPECT_FALSE(One("ilva toren", "ilva taron ket"));
  EXPECT_FALSE(One("boris olek", "doris olek"));
  EXPECT_EQ(SoundOf("toren"), "");
  EXPECT_EQ(SoundOf("a o"), "");
}

}  // namespace
}  // namespace rapporteur
