#include "formats/text.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string_view>

#include "formats/display.h"
#include "record/sample_record.h"

namespace rapporteur {
namespace {

// The whole page of the sample at 80 columns: a change of the layout shows here.
// clang-format off
constexpr std::string_view kPage =
    "Norvia and Selk to meet again                 published 2026-03-03 · 7 sentences\n"
    "OSTRAVIL, 3 March —\n"
    "\n"
    "IN BRIEF\n"
    "  t1    talks        Brenn (NVA) – her Selkian            scheduled          [3]\n"
    "                     counterpart (SLK) · Ostravil, Fri 6\n"
    "                     Mar\n"
    "  d1    dispute      Brenn (NVA) – Selk · the border                         [5]\n"
    "  g1    agreement    Lake Accord · Norvia – Selk          1 term             [6]\n"
    "  e2    ASSAULT      gunmen · killed · At least 12 killed actual             [7]\n"
    "        firearms     – says Brenn (NVA)\n"
    "\n"
    "TALKS\n"
    "  t1    scheduled   Brenn (NVA) – her       Ostravil, Fri 6 Mar              [3]\n"
    "                    Selkian counterpart\n"
    "                    (SLK)\n"
    "        on          border\n"
    "        answers     Selk withholds\n"
    "\n"
    "AGREEMENTS\n"
    "  g1    Lake Accord        Norvia – Selk              2019                   [6]\n"
    "        owed        both sides: a withdrawal of troops                       [6]\n"
    "        if          a withdrawal of troops → trade                           [6]\n"
    "        called for  Brenn (NVA), her Selkian counterpart (SLK) e1            [3]\n"
    "\n"
    "POSITIONS\n"
    "                         Norvia                 Selk\n"
    "  p1 p2 The border       The border should stay the border should be       [4 5]\n"
    "                         open                   closed\n"
    "\n"
    "DISPUTES\n"
    "  d1    the border                                                           [5]\n"
    "        Brenn (NVA)            The border should stay open                   [4]\n"
    "        Selk                   the border should be closed                   [5]\n"
    "\n"
    "AT SOMEONE'S WORD\n"
    "  e2    ASSAULT      gunmen · killed · At                 actual             [7]\n"
    "        firearms     least 12 killed\n"
    "        says Brenn (NVA)                              not told as fact\n"
    "\n"
    "EVENTS\n"
    "  e1    CONSULT      Brenn (NVA), her      Ostravil, Fri  future             [3]\n"
    "                     Selkian counterpart   6 Mar\n"
    "                     (SLK) · meet\n"
    "\n"
    "STATEMENTS\n"
    "  Brenn (NVA)\n"
    "  s1    direct    “The border should stay open”                              [4]\n"
    "  s3    indirect  At least 12 people were killed by gunmen near the          [7]\n"
    "                  lake on Monday\n"
    "  Selk\n"
    "  s2    indirect  the border should be closed                                [5]\n"
    "\n"
    "ACTORS\n"
    "  a1    NVA GOV      Ada Brenn, foreign minister (Norvia) · seen as           3×\n"
    "                     Brenn\n"
    "  a2    NVA          Norvia                                                   1×\n"
    "  a3    SLK          Selk                                                     2×\n"
    "\n"
    "THE REPORT\n"
    "  [1] Norvia and Selk to meet again\n"
    "  [2] OSTRAVIL, 3 March —\n"
    "  [3] Norvia’s foreign minister, Ada Brenn, will meet{e1} her Selkian\n"
    "      counterpart in Ostravil on Friday.\n"
    "  [4] “The border should stay open,” Brenn said{s1} on Tuesday.\n"
    "  [5] Selk maintains{s2} that the border should be closed.\n"
    "  [6] Under the Lake Accord of 2019 both sides owe a withdrawal of troops, in\n"
    "      return for trade.\n"
    "  [7] At least 12 people were killed{e2} by gunmen near the lake on Monday,\n"
    "      Brenn said{s3}.\n";
// clang-format on

TextOptions At(int width, bool report = true, bool color = false) { return {color, width, report}; }

TEST(Text, TheWholePage) { EXPECT_EQ(WriteText(SampleRecord(), At(80)), kPage); }

TEST(Text, ColoursChangeNothingElse) {
  std::string page = WriteText(SampleRecord(), At(80, true, true));
  EXPECT_NE(page.find("\x1b[34mmeet{e1}\x1b[0m"), std::string::npos);  // future: blue
  for (size_t at = page.find('\x1b'); at != std::string::npos; at = page.find('\x1b', at)) {
    page.erase(at, page.find('m', at) + 1 - at);
  }
  EXPECT_EQ(page, kPage);
}

TEST(Text, EveryLineFitsItsWidth) {
  for (const int width : {10, 72, 80, 100, 120, 400}) {
    const int most = std::min(std::max(width, 72), 120);
    std::istringstream lines(WriteText(SampleRecord(), At(width)));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(DisplayWidth(line), most) << line;
  }
}

TEST(Text, ManyPartiesArePutOneBelowTheOther) {
  Record record = SampleRecord();
  for (const char* code : {"ONE", "TWO"}) {
    Position position = record.items.positions[0];
    position.holder.code = code;
    record.items.positions.push_back(position);
  }
  record.ids = MakeItemIds(record.ids.report, record.items);
  const std::string page = WriteText(record, At(100, false));
  EXPECT_NE(page.find("  p3    Brenn (ONE)            for     The border should stay open"), std::string::npos) << page;
}

TEST(Text, TheBriefLeavesOutWhatWasDeniedAndWhatATalksLineShows) {
  Record record = SampleRecord();
  ASSERT_EQ(record.items.events.size(), 2U);
  const auto brief = [&] {
    const std::string page = WriteText(record, At(100, false));
    const size_t begin = page.find("IN BRIEF");
    return begin == std::string::npos ? std::string() : page.substr(begin, page.find("\n\n", begin) - begin);
  };
  EXPECT_EQ(brief().find("CONSULT"), std::string::npos) << brief();
  EXPECT_NE(brief().find("  e2 "), std::string::npos) << brief();
  record.items.events[1].status = EventStatus::kNegated;
  EXPECT_EQ(brief().find("  e2 "), std::string::npos) << brief();
  record.items.talks.clear();  // the meeting is no longer shown elsewhere
  EXPECT_NE(brief().find("  e1    CONSULT"), std::string::npos) << brief();
  record.items.disputes.clear();  // three items left: brief enough
  EXPECT_TRUE(brief().empty()) << brief();
}

TEST(Text, PositionsOnTheSameThingStandTogether) {
  Record record = SampleRecord();
  for (const char* code : {"ONE", "TWO"}) {
    Position position = record.items.positions[0];
    position.holder.code = code;
    position.about.clear();
    position.proposition = {};
    record.items.positions.insert(record.items.positions.begin() + 1, position);
  }
  record.ids = MakeItemIds(record.ids.report, record.items);
  const std::string page = WriteText(record, At(100, false));
  const size_t first = page.find("  p1 "), other = page.find("  p4 "), between = page.find("  p2 ");
  EXPECT_LT(first, other) << page;
  EXPECT_LT(other, between) << page;
}

TEST(Text, AnEmptyRecordSaysSo) {
  EXPECT_EQ(WriteText(MakeRecord({}, {}, {}, {}), At(72, false)),
            "(no title)                                                   0 sentences\n"
            "\n"
            "Nothing was found in this report that the record keeps.\n");
}

}  // namespace
}  // namespace rapporteur
