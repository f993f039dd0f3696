// Every table of a user's directory: a line that adds, one that replaces and one that removes.
#include <gtest/gtest.h>

#include <functional>

#include "lexicon/contents.h"
#include "lexicon/fixture.h"
#include "lexicon/lexicon.h"

namespace rapporteur {
namespace {

using Strings = std::vector<std::string>;

// What a lexicon says of the lines that a case is about, a string each.
using Look = std::function<Strings(const LexiconContents&)>;

struct Case {
  const char* file;
  const char* shipped;
  const char* own;
  Look look;
  Strings expected;
};

template <typename T, typename Show>
Strings All(const std::vector<T>& lines, Show show) {
  Strings all;
  for (const T& line : lines) all.push_back(show(line));
  return all;
}

std::string Joined(const Strings& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : "|") + word;
  return all;
}

std::vector<Case> Cases() {
  return {
      {"states.tsv",
       "AAA\tAland\t-\t-\t-\t-\tAA\t-\t-\t-\t-\nBBB\tBland\t-\t-\t-\t-\tBB\t-\t-\t-\t-\n",
       "AAA\tNew Aland\t-\t-\t-\t-\tAA\t-\t-\t-\t-\n!BBB\nCCC\tCland\t-\t-\t-\t-\tCC\t-\t-\t-\t-\n",
       [](const auto& c) { return All(c.states, [](const auto& s) { return s.code + " " + s.name; }); },
       {"AAA New Aland", "CCC Cland"}},
      {"country_keys.tsv",
       "AFG\tAF\nALB\tAL\n",
       "AFG\tZZ\n!ALB\nDZA\tAG\n",
       [](const auto& c) { return All(c.states, [](const auto& s) { return s.code + " " + s.fips; }); },
       {"AFG ZZ", "ALB ", "DZA AG"}},
      {"organizations.tsv",
       "IGO\t-\tOne\t-\t-\nIGO\t-\tTwo\t-\t-\n",
       "UNO\t-\tOne\t-\t-\n!Two\nIGO\t-\tThree\t-\t-\n",
       [](const auto& c) { return All(c.organizations, [](const auto& o) { return o.code + " " + o.name; }); },
       {"UNO One", "IGO Three"}},
      {"groups.tsv",
       "COL\tREB\tOne\t-\t-\t-\t-\nCOL\tREB\tTwo\t-\t-\t-\t-\n",
       "COL\tPTY\tOne\t-\t-\t-\t-\n!Two\nPER\tREB\tThree\t-\t-\t-\t-\n",
       [](const auto& c) { return All(c.organizations, [](const auto& o) { return o.sectors[0] + " " + o.name; }); },
       {"PTY One", "REB Three"}},
      {"offices.tsv",
       "Ada One\t-\tAAA\tGOV\tking\t-\t2001\t2009\tf\t-\nBo Two\t-\tAAA\tGOV\tking\t-\t2010\t-\tm\t-\n",
       "Ada One\t-\tAAA\tGOV\tking\t-\t2001\t2005\tf\t-\n!Bo Two\nCy Three\t-\tAAA\tGOV\tking\t-\t2006\t-\tm\t-\n",
       [](const auto& c) {
         return All(c.office_terms, [](const auto& t) { return t.person + (t.term.to ? " " + t.term.to->iso() : ""); });
       },
       {"Ada One 2005-12-31", "Cy Three"}},
      {"titles.tsv",
       "doge|duce\t-\tGOV\t-\n",
       "doge\tpresident\tGOV\t-\n!duce\nemir\t-\tGOV\t-\n",
       [](const auto& c) { return All(c.titles, [](const auto& t) { return t.title + " " + t.office; }); },
       {"doge president", "emir emir"}},
      {"agents.tsv",
       "guard|warden\tMIL\tperson\n",
       "guard\tCOP\tperson\n!warden\nranger\tMIL\tperson\n",
       [](const auto& c) { return All(c.agents, [](const auto& a) { return a.noun + " " + a.sectors[0]; }); },
       {"guard COP", "ranger MIL"}},
      {"places.tsv",
       "Ost\t-\tAAA\t1\t2\t-\t-\nWest\t-\tAAA\t1\t2\t-\t-\n",
       "Ost\tOstia\tAAA\t3\t4\t-\t-\n!West\nNord\t-\tAAA\t1\t2\t-\t-\n",
       [](const auto& c) { return All(c.places, [](const auto& p) { return p.name + " " + Joined(p.aliases); }); },
       {"Ost Ostia", "Nord "}},
      {"regions.tsv",
       "Ost\t-\tAAA\t1\t2\nWest\t-\tAAA\t1\t2\n",
       "Ost\tOstia\tAAA\t3\t4\n!West\nNord\t-\tAAA\t1\t2\n",
       [](const auto& c) { return All(c.places, [](const auto& p) { return p.name + " " + Joined(p.aliases); }); },
       {"Ost Ostia", "Nord "}},
      {"place_abbreviations.tsv",
       "Ost\tAAA\tO.\nWest\tAAA\tW.\n",
       "Ost\tAAA\tOs.\n!West\nNord\tAAA\tN.\n",
       [](const auto& c) {
         return All(c.place_abbreviations, [](const auto& p) { return p.name + " " + Joined(p.forms); });
       },
       {"Ost Os.", "Nord N."}},
      {"given_names.tsv",
       "Bo\tm\nCy\tm\n",
       "Bo\tf\n!Cy\nDee\tf\n",
       [](const auto& c) {
         return All(c.given_names, [](const auto& n) { return n.variants[0] + " " + std::string(1, n.gender); });
       },
       {"Bo f", "Dee f"}},
      {"surnames.tsv",
       "person\tAda Lake Moor\tMoor\nparticle\tal\t-\n",
       "person\tAda Lake Moor\tLake Moor\n!particle\tal\nparticle\tbin\t-\n",
       [](const auto& c) {
         Strings all = {c.surnames.people.at("Ada Lake Moor")};
         for (const char* word : {"al", "bin"}) all.push_back(c.surnames.particles.contains(word) ? "yes" : "no");
         return all;
       },
       {"Lake Moor", "no", "yes"}},
      {"common_words.tsv",
       "reading\nnice\n",
       "!nice\nturkey\n",
       [](const auto& c) { return c.common_words; },
       {"reading", "turkey"}},
      {"classes.tsv",
       "gun\trifle|pistol\ndog\thound\n",
       "gun\tmusket\n!dog\ncat\ttom\n",
       [](const auto& c) {
         Strings all;
         for (const auto& [name, lemmas] : c.classes) all.push_back(name + " " + Joined(lemmas));
         return all;
       },
       {"cat tom", "gun musket"}},
      {"frames.tsv",
       "meet\tverb\tCONSULT\t-\t-\t-\tsubj\tobj\t-\t-\nhug\tverb\tSUPPORT\t-\t-\t-\tsubj\tobj\t-\t-\n",
       "meet\tverb\tCONSULT\t-\t-\t-\tsubj\twith\t-\t-\n!hug\nmeet\tverb\tPROTEST\t-\t-\t-\tsubj\tobj\t-\t-\n",
       [](const auto& c) {
         return All(c.frames.frames(),
                    [](const auto& f) { return f.lemma + " " + f.type + " " + f.recipient[0][0][0].prep; });
       },
       {"meet CONSULT with", "meet PROTEST "}},
      {"cues.tsv",
       "say\tverb\tsay\t-\t-\t-\nhiss\tverb\tsay\t-\t-\t-\n",
       "say\tverb\tclaim\t-\t-\t-\n!hiss\nsing\tverb\tsay\t-\t-\t-\n",
       [](const auto& c) { return All(c.cues.lines(), [](const auto& l) { return l.lemma + " " + l.kind; }); },
       {"say claim", "sing say"}},
      {"embeddings.tsv",
       "want\tverb\txcomp\tfor\thypothetical\tkeep\t-\nfail\tverb\txcomp\t-\tnegated\tkeep\t-\n",
       "want\tverb\txcomp\tfor\tfuture\tkeep\t-\n!fail\ntry\tverb\txcomp\t-\thypothetical\tkeep\t-\n",
       [](const auto& c) { return All(c.embeddings.lines(), [](const auto& l) { return l.lemma + " " + l.status; }); },
       {"want future", "try hypothetical"}},
      {"compositions.tsv",
       "AID\t*\tpromised\tAGREE\t-\t-\tevent.actor\tevent.recipient\t-\nHUG\t*\trefused\tREJECT\t-\t-\tevent.actor\t-"
       "\t-\n",
       "AID\t*\tpromised\tSUPPORT\t-\t-\tevent.actor\tevent.recipient\t-\n!HUG\nAID\t*\trefused\tREJECT\t-\t-\tevent."
       "actor\t-\t-\n",
       [](const auto& c) { return All(c.compositions, [](const auto& l) { return l.when + " " + l.becomes; }); },
       {"promised SUPPORT", "refused REJECT"}},
      {"stances.tsv",
       "want\tverb\txcomp\tfor\topen\t-\nhate\tverb\tobj\tagainst\topen\t-\n",
       "want\tverb\txcomp\tagainst\topen\t-\n!hate\nlove\tverb\tobj\tfor\topen\t-\n",
       [](const auto& c) { return All(c.stances.lines(), [](const auto& l) { return l.lemma; }); },
       {"want", "love"}},
      {"agreements.tsv",
       "One Accord\t-\t-\tpeace\t1999-01-02\t-\t-\tAAA\t-\t-\t-\nTwo "
       "Accord\t-\t-\tpeace\t1999-01-02\t-\t-\tAAA\t-\t-\t-\n",
       "One Accord\t-\t-\tpeace\t2001-01-02\t-\t-\tAAA\t-\t-\t-\n!Two Accord\n"
       "Three Accord\t-\t-\tpeace\t1999-01-02\t-\t-\tAAA\t-\t-\t-\n",
       [](const auto& c) { return All(c.agreements.lines(), [](const auto& a) { return a.name; }); },
       {"One Accord", "Three Accord"}},
      {"scores.tsv",
       "AID\t-\t-\tQ2\t7\t070\t-\nAID\tfood\t-\tQ2\t7\t073\t-\nHUG\t-\t-\tQ1\t1\t-\t-\n",
       "AID\tfood\t-\tQ2\t9\t073\t-\n!HUG\nAID\tseed\t-\tQ2\t3\t073\t-\n",
       [](const auto& c) {
         return All(c.plover_classes,
                    [](const auto& l) { return l.type + l.mode + " " + std::to_string(static_cast<int>(l.score)); });
       },
       {"AID 7", "AIDfood 9", "AIDseed 3"}},
      {"cameo.tsv",
       "070\t7\tAid\n071\t7\tMoney\n",
       "070\t5\tAid\n!071\n072\t8\tArms\n",
       [](const auto& c) {
         return All(c.cameo_codes,
                    [](const auto& l) { return l.code + " " + std::to_string(static_cast<int>(l.score)); });
       },
       {"070 5", "072 8"}},
      {"contexts.tsv",
       "cyber\tword\tworm\t2\t-\t-\nhealth\tword\tflu\t2\t-\t-\n",
       "cyber\tword\tworm\t1\t-\t-\n!health\ngender\tword\twoman\t2\t-\t-\n",
       [](const auto& c) {
         return All(c.contexts.lines(),
                    [](const auto& l) { return l.context + " " + std::to_string(static_cast<int>(l.weight)); });
       },
       {"cyber 1", "gender 2"}},
      {"actor_codes.tsv",
       "REB\t-\tREB\t-\nINS\t-\tREB\t-\n",
       "REB\t-\tOPP\t-\n!INS\nGUE\t-\tREB\t-\n",
       [](const auto& c) { return All(c.actor_codes, [](const auto& l) { return l.group + " " + l.sectors[0]; }); },
       {"REB OPP", "GUE REB"}},
      {"opposites.tsv",
       "keep|hold\tgive up\t-\nopen\tshut\t-\n",
       "keep|hold\tlose\t-\n!open\nrise\tfall\t-\n",
       [](const auto& c) { return All(c.opposites.lines(), [](const auto& l) { return l.key + " " + l.other[0]; }); },
       {"keep|hold lose", "rise fall"}},
      {"dispute_weights.tsv",
       "bias\t-1\t-\nshared\t2\t-\n",
       "bias\t-3\t-\n!shared\ngap\t4\t-\n",
       [](const auto& c) {
         return All(c.dispute_weights,
                    [](const auto& l) { return l.feature + " " + std::to_string(static_cast<int>(l.weight)); });
       },
       {"bias -3", "gap 4"}},
  };
}

class OwnTables : public testing::TestWithParam<size_t> {};

TEST_P(OwnTables, AddReplaceAndRemove) {
  const Case c = Cases()[GetParam()];
  std::map<std::string, std::string> tables = {
      {"classes.tsv", "pact_peace\taccord\n"},  // agreements' kinds
      {"states.tsv",                            // of country_keys.tsv
       "AFG\tAfghanistan\t-\t-\t-\t-\tAF\t-\t-\t-\t-\nALB\tAlbania\t-\t-\t-\t-\tAL\t-\t-\t-\t-\n"
       "DZA\tAlgeria\t-\t-\t-\t-\tDZ\t-\t-\t-\t-\n"}};
  tables[c.file] = c.shipped;
  const LexiconFixture shipped("own_shipped", tables);
  const LexiconFixture own("own_user", {{c.file, c.own}}, false);
  const auto contents = ReadLexicon({shipped.path(), own.path()});
  ASSERT_TRUE(contents.ok()) << c.file << contents.error().message;
  for (const LexiconProblem& problem : contents->problems) ADD_FAILURE() << problem.text();
  EXPECT_EQ(c.look(*contents), c.expected) << c.file;
}

// A broken line is told with the user's file and line.
TEST_P(OwnTables, TellTheFileAndLineOfABrokenOne) {
  const Case c = Cases()[GetParam()];
  const LexiconFixture shipped("own_shipped", {{c.file, c.shipped}});
  const LexiconFixture own("own_user", {{c.file, std::string(c.own) + "a\tb\tc\td\te\tf\tg\th\ti\tj\tk\tl\n"}}, false);
  const auto opened = Lexicon::Open({shipped.path(), own.path()});
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().code, ErrorCode::kLexicon);
  const auto lines = std::count(c.own, c.own + std::string(c.own).size(), '\n');
  const std::string place = own.path() + "/" + c.file + ":" + std::to_string(lines + 2) + ": found 12 cells, expected ";
  EXPECT_EQ(opened.error().message.substr(0, place.size()), place);
}

INSTANTIATE_TEST_SUITE_P(Every, OwnTables, testing::Range<size_t>(0, 26), [](const auto& which) {
  std::string name = Cases()[which.param].file;
  return name.substr(0, name.find('.'));
});

TEST(OwnTablesTogether, AreAllTried) {
  const std::vector<Case> cases = Cases();
  ASSERT_EQ(cases.size(), 26U);
  for (const std::string_view file : kLexiconFiles) {
    EXPECT_TRUE(std::any_of(cases.begin(), cases.end(), [&](const Case& c) { return c.file == file; })) << file;
  }
}

TEST(OwnTablesTogether, BodiesGoBeforeShippedOnesOfAnotherTable) {
  const LexiconFixture shipped("own_shipped", {{"organizations.tsv", "IGO\t-\tLake League\t-\t-\n"}});
  const LexiconFixture own("own_user", {{"groups.tsv", "COL\tREB\tLake League\t-\t-\t-\t-\n"}}, false);
  const auto opened = Lexicon::Open({shipped.path(), own.path()});
  ASSERT_TRUE(opened.ok());
  const std::vector<NameEntry>* entries = opened->FindName("Lake League");
  ASSERT_NE(entries, nullptr);
  EXPECT_EQ(opened->organizations()[entries->front().index].code, "COL");
}

TEST(OwnTablesTogether, FramesWinWhereBothFitAsWell) {
  const LexiconFixture shipped("own_shipped", {{"frames.tsv", "meet\tverb\tCONSULT\t-\t-\t-\tsubj\tobj\t-\t-\n"}});
  const LexiconFixture own("own_user", {{"frames.tsv", "meet\tverb\tPROTEST\t-\t-\t-\tsubj\tobj\t-\t-\n"}}, false);
  const auto opened = Lexicon::Open({shipped.path(), own.path()});
  ASSERT_TRUE(opened.ok());
  const std::vector<uint32_t>& found = opened->frames().Find(FramePos::kVerb, "meet");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(opened->frames().frames()[found[0]].type, "PROTEST");
}

}  // namespace
}  // namespace rapporteur
