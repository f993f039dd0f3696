#include "language/labels.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace rapporteur {
namespace {

TEST(LabelsTest, EveryUposRoundTrips) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(Upos::kX); ++i) {
    const auto upos = static_cast<Upos>(i);
    EXPECT_EQ(UposFromName(UposName(upos)), upos) << UposName(upos);
    names.insert(UposName(upos));
  }
  EXPECT_EQ(names.size(), 17u);
}

TEST(LabelsTest, EveryRelRoundTrips) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(Rel::kXcomp); ++i) {
    const auto rel = static_cast<Rel>(i);
    EXPECT_EQ(RelFromName(RelName(rel)), rel) << RelName(rel);
    names.insert(RelName(rel));
  }
  EXPECT_EQ(names.size(), static_cast<size_t>(Rel::kXcomp) + 1);
}

// The tables stand in the enums' order: a shift by one would still round-trip.
TEST(LabelsTest, NamesMeanTheirEnums) {
  EXPECT_EQ(UposName(Upos::kAdj), "ADJ");
  EXPECT_EQ(UposName(Upos::kCconj), "CCONJ");
  EXPECT_EQ(UposName(Upos::kPart), "PART");
  EXPECT_EQ(UposName(Upos::kPropn), "PROPN");
  EXPECT_EQ(UposName(Upos::kSconj), "SCONJ");
  EXPECT_EQ(UposName(Upos::kVerb), "VERB");
  EXPECT_EQ(RelName(Rel::kRoot), "root");
  EXPECT_EQ(RelName(Rel::kAdvclRelcl), "advcl:relcl");
  EXPECT_EQ(RelName(Rel::kAuxPass), "aux:pass");
  EXPECT_EQ(RelName(Rel::kCompoundPrt), "compound:prt");
  EXPECT_EQ(RelName(Rel::kCsubjPass), "csubj:pass");
  EXPECT_EQ(RelName(Rel::kExpl), "expl");
  EXPECT_EQ(RelName(Rel::kIobj), "iobj");
  EXPECT_EQ(RelName(Rel::kNmodUnmarked), "nmod:unmarked");
  EXPECT_EQ(RelName(Rel::kNsubjPass), "nsubj:pass");
  EXPECT_EQ(RelName(Rel::kOblAgent), "obl:agent");
  EXPECT_EQ(RelName(Rel::kParataxis), "parataxis");
}

TEST(LabelsTest, UnknownNamesFallBack) {
  EXPECT_EQ(UposFromName("_"), Upos::kX);
  EXPECT_EQ(UposFromName("noun"), Upos::kX);
  EXPECT_EQ(RelFromName("nsubj:caus"), Rel::kNsubj);
  EXPECT_EQ(RelFromName("acl:cleft"), Rel::kAcl);
  EXPECT_EQ(RelFromName("clf"), Rel::kDep);
  EXPECT_EQ(RelFromName(""), Rel::kDep);
}

}  // namespace
}  // namespace rapporteur
