// The lines of testdata/roles.tsv: who did what to whom, one construction each.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "coding/coded_text.h"

namespace rapporteur {
namespace {

struct Line {
  std::string sentence, predicate, types, actors, recipients, construction;
};

void PrintTo(const Line& line, std::ostream* out) { *out << line.sentence << " [" << line.predicate << "]"; }

std::vector<std::string> SplitAt(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  size_t at = 0;
  for (size_t next = text.find(by); next != std::string::npos; at = next + by.size(), next = text.find(by, at))
    parts.push_back(text.substr(at, next - at));
  parts.push_back(text.substr(at));
  return parts;
}

std::vector<Line> ReadLines() {
  std::vector<Line> lines;
  std::ifstream in("src/coding/testdata/roles.tsv");
  for (std::string text; std::getline(in, text);) {
    if (text.empty() || text[0] == '#' || text.starts_with("sentence\t")) continue;
    const std::vector<std::string> f = SplitAt(text, "\t");
    if (f.size() != 6) {
      ADD_FAILURE() << "not six columns: " << text;
      continue;
    }
    lines.push_back({f[0], f[1], f[2], f[3], f[4], f[5]});
  }
  return lines;
}

bool Overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

Span SpanOf(const std::string& words, const std::string& sentence) {
  const size_t at = sentence.find(words);
  EXPECT_NE(at, std::string::npos) << words << " is not in: " << sentence;
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

// As the column asks: members joined by &, alternatives by |, "-" for nobody, nothing for anything.
bool Fills(const std::string& asked, const std::string& sentence, const std::vector<ActorRef>& refs) {
  if (asked.empty()) return true;
  if (asked == "-") return refs.empty();
  for (const std::string& member : SplitAt(asked, " & ")) {
    bool found = false;
    for (const std::string& words : SplitAt(member, "|")) {
      const Span span = SpanOf(words, sentence);
      for (const ActorRef& who : refs) found = found || Overlap(span, who.span);
    }
    if (!found) return false;
  }
  return true;
}

bool Holds(const Line& line, const CodedText& coded) {
  const Span predicate = SpanOf(line.predicate, line.sentence);
  bool any = false, right = false;
  for (const Event& event : coded.items().events) {
    for (const Evidence& evidence : event.evidence) {
      if (evidence.role != "trigger" || !Overlap(evidence.span, predicate)) continue;
      any = true;
      for (const std::string& type : SplitAt(line.types, "/")) {
        right = right || (type == event.type && Fills(line.actors, line.sentence, event.actors) &&
                          Fills(line.recipients, line.sentence, event.recipients));
      }
    }
  }
  return right || (!any && line.types.find("none") != std::string::npos);
}

class Roles : public testing::TestWithParam<Line> {};

TEST_P(Roles, AreFilled) {
  const Line& line = GetParam();
  const CodedText coded(line.sentence);
  std::ostringstream said;
  for (const std::string& event : coded.Events()) said << "\n  " << event;
  EXPECT_TRUE(Holds(line, coded)) << line.construction << ": " << line.sentence << "\nasked of \"" << line.predicate
                                  << "\": " << line.types << " " << line.actors << " -> " << line.recipients
                                  << "\nfound:" << said.str();
}

INSTANTIATE_TEST_SUITE_P(Table, Roles, testing::ValuesIn(ReadLines()));

TEST(RolesTable, IsThere) { EXPECT_GE(ReadLines().size(), 150U); }

}  // namespace
}  // namespace rapporteur
