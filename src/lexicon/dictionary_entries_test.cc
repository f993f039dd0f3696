#include "lexicon/dictionary_entries.h"

#include <gtest/gtest.h>

#include "lexicon/contents.h"
#include "lexicon/fixture.h"

namespace rapporteur {
namespace {

using Strings = std::vector<std::string>;
using Files = std::map<std::string, std::string>;

std::map<std::string, std::string> World() {
  return {{"states.tsv",
           "USA\tUnited States\tUS|America\tAmerican|Americans\tWashington\tWhite House\tUS\t840\t2\t2\tQ30\n"
           "PSE\tPalestine\t-\tPalestinian|Palestinians\tRamallah\t-\tPS\t275\t-\t-\tQ219060\n"
           "MUS\tMauritius\t-\tMauritian\tPort Louis\t-\tMU\t480\t590\t590\tQ1027\n"},
          {"groups.tsv", "PSE\tPTY\tHamas\tIslamic Resistance Movement\t1987\t-\tQ38799\n"},
          {"offices.tsv", "Harold Innes\t-\tUSA\tGOV\tpresident\t-\t2001\t2008\tm\tQ11\n"},
          {"titles.tsv", "president\t-\tGOV\t-\n"},
          {"given_names.tsv", "Harold\tm\nAda\tf\n"},
          {"agents.tsv", "soldier\tMIL\tperson\nsociety\t-\torganization\n"},
          {"actor_codes.tsv",
           "IGO\tIGO\t-\t-\nUNO\tUNO\t-\t-\nGOV\t-\tGOV\t-\nREB\t-\tREB\t-\nELI\t-\tELI\t-\nMIL\t-\tMIL\t-\n"
           "MUS\t-\tREL\t-\nMED\t-\tJRN\t-\nHLH\t-\tMED\t-\nNGO\tNGO\t-\t-\nINT\t-\t-\t-\nCOP\t-\tCOP\t-\n"}};
}

std::string Says(const DecodedCode& code) {
  std::string says = code.code;
  for (const std::string& sector : code.sectors) says += " " + sector;
  return says;
}

TEST(DictionaryCodes, BecomeOurCodeAndSectors) {
  const LexiconFixture fixture("dictionary_codes", World());
  const auto contents = ReadLexicon({fixture.path()});
  ASSERT_TRUE(contents.ok());
  const CodeReader reader(contents->actor_codes, contents->states);
  EXPECT_EQ(Says(reader.Read("USAGOV")), "USA GOV");
  EXPECT_EQ(Says(reader.Read("IGOUNO")), "UNO");
  EXPECT_EQ(Says(reader.Read("IGOUNOHLHWHO")), "UNO MED");
  EXPECT_EQ(Says(reader.Read("PSEREBHMS")), "PSE REB");
  EXPECT_EQ(Says(reader.Read("USAMED")), "USA JRN");  // CAMEO's MED is the media
  EXPECT_EQ(Says(reader.Read("PSEMUSREB")), "PSE REL REB");
  EXPECT_EQ(Says(reader.Read("MUSGOV")), "MUS GOV");  // Mauritius, where it leads
  EXPECT_EQ(Says(reader.Read("INTREB")), " REB");
  EXPECT_EQ(Says(reader.Read("MUS", false)), " REL");
  EXPECT_TRUE(reader.Read("---").nobody);
  EXPECT_TRUE(reader.Read("###").nobody);
  const DecodedCode unknown = reader.Read("NVAGOV");
  EXPECT_EQ(Says(unknown), "NVA GOV");
  EXPECT_EQ(unknown.problem, "found the code NVA, expected one of states.tsv or actor_codes.tsv; it is kept as it is");
  EXPECT_EQ(reader.Read("USAGO").problem,
            "found \"USAGO\", expected groups of three letters; the rest of it is left out");
  EXPECT_EQ(Says(reader.Read("USA/PSE")), "USA");
}

class Own {
 public:
  explicit Own(const Files& files) : shipped_("dictionary_shipped", World()), user_("dictionary_user", files, false) {
    opened_.emplace(Lexicon::Open({shipped_.path(), user_.path()}));
    if (!opened_->ok()) ADD_FAILURE() << opened_->error().message;
  }
  const Lexicon& lexicon() const { return **opened_; }
  std::string File(const std::string& name) const { return user_.path() + "/" + name; }

  // The only reading of a name.
  NameEntry Entry(std::string_view name) const {
    const std::vector<NameEntry>* entries = lexicon().FindName(name);
    if (entries == nullptr || entries->size() != 1) {
      ADD_FAILURE() << name << " has " << (entries == nullptr ? 0 : entries->size()) << " readings";
      return {};
    }
    return entries->front();
  }

  const Organization& Body(std::string_view name) const {
    EXPECT_EQ(Entry(name).kind, EntryKind::kOrganization) << name;
    return lexicon().organizations()[Entry(name).index];
  }

 private:
  LexiconFixture shipped_, user_;
  std::optional<Result<Lexicon>> opened_;
};

TEST(DictionaryEntries, GiveABodyTheirCodeAndKeepItsNames) {
  const Own own(Files{{"my.actors", "HAMAS_ [PSEREBHMS]\n+HARAKAT_\n"}});
  const Organization& body = own.Body("Islamic Resistance Movement");
  EXPECT_EQ(&body, &own.Body("Harakat"));
  EXPECT_EQ(body.name, "Hamas");
  EXPECT_EQ(body.sectors, Strings{"REB"});
  EXPECT_EQ(body.wikidata, "Q38799");
  EXPECT_EQ(body.source.file, own.File("my.actors"));
  EXPECT_EQ(body.source.line, 1);
  ASSERT_NE(own.lexicon().DictionaryLine("HARAKAT"), nullptr);
  EXPECT_EQ(own.lexicon().DictionaryLine("Harakat")->line, 2);
  EXPECT_EQ(own.lexicon().DictionaryLine("Islamic Resistance Movement"), nullptr);
  EXPECT_TRUE(own.lexicon().warnings().empty());
}

TEST(DictionaryEntries, LeaveStatesTheirNamesAndAddSome) {
  const Own own(
      Files{{"my.actors.txt", "AMERICAN_ [USA]\nWASHINGTON_ [USAGOV]\nTHE_FREE_LAND_ [USA]\nRAMALLAH_ [USAGOV]\n"}});
  EXPECT_EQ(own.Entry("American").kind, EntryKind::kDemonym);
  EXPECT_EQ(own.Entry("Washington").kind, EntryKind::kCapital);
  EXPECT_EQ(own.Entry("The Free Land"), (NameEntry{EntryKind::kState, 0}));
  EXPECT_EQ(own.Body("Ramallah").code, "USA");  // what the dictionary says, and nothing else
}

TEST(DictionaryEntries, GivePeopleTheirCodesByDate) {
  const Own own(
      Files{{"my.actors",
             "PRESIDENT_HAROLD_INNES_\n\t[USAELI <001231]\n\t[USAREB 050101-051231]\n\t[USAGOV 010101-081231]\n"
             "+ADA_BRENN_\n"}});
  const NameEntry innes = own.Entry("Harold Innes");
  ASSERT_EQ(innes.kind, EntryKind::kPerson);
  Strings terms;
  for (const uint32_t t : own.lexicon().people()[innes.index].terms) {
    const OfficeTerm& term = own.lexicon().office_terms()[t];
    terms.push_back((term.term.from ? term.term.from->iso() : "") + ".." + (term.term.to ? term.term.to->iso() : "") +
                    " " + term.sectors.front() + " " + term.office);
  }
  EXPECT_EQ(terms, (Strings{"..2000-12-31 ELI ", "2001-01-01..2008-12-31 GOV president", "2001-01-01..2004-12-31 GOV ",
                            "2005-01-01..2005-12-31 REB ", "2006-01-01..2008-12-31 GOV "}));
  // The offices stay: who was president is still known.
  EXPECT_EQ(own.lexicon().HoldersOn("USA", "president", Date{2003, 1, 1}).size(), 1U);
  // Of another surname: somebody else with the same codes.
  EXPECT_NE(own.Entry("Ada Brenn").index, innes.index);
  EXPECT_EQ(own.Entry("Ada Brenn").kind, EntryKind::kPerson);
}

TEST(DictionaryEntries, KeepBodiesCodesByDateAndMuteNobodies) {
  const Own own(Files{{"my.actors", "LAKE_LEAGUE [IGO]\n\t[USAREB <911226]\nHAMAS [---]\nU.N. [IGOUNO]\n"}});
  const Organization& league = own.Body("Lake League");
  ASSERT_EQ(league.terms.size(), 2U);
  EXPECT_EQ(league.terms[0].code, "USA");
  EXPECT_EQ(league.terms[0].term.to, (Date{1991, 12, 26}));
  EXPECT_EQ(league.terms[1].code, "IGO");
  EXPECT_EQ(league.terms[1].term.from, (Date{1991, 12, 27}));
  EXPECT_EQ(own.lexicon().FindName("Hamas"), nullptr);
  EXPECT_NE(own.lexicon().FindName("Islamic Resistance Movement"), nullptr);
  EXPECT_EQ(own.Body("UN").code, "UNO");
}

TEST(DictionaryEntries, AgentsAddAndReplaceNouns) {
  const Own own(
      Files{{"my.agents.txt", "SOLDIER [~REB]\nLAKE_WARDEN [~COP]\nAID_SOCIETY [NGO~]\nGOOSE {GEESE} [~GGS]\n"}});
  EXPECT_EQ(own.lexicon().FindAgent("soldier")->sectors, Strings{"REB"});
  EXPECT_EQ(own.lexicon().FindAgent("soldier")->source.file, own.File("my.agents.txt"));
  EXPECT_EQ(own.lexicon().FindAgent("lake warden")->sectors, Strings{"COP"});
  EXPECT_EQ(own.lexicon().FindAgent("aid society")->kind, AgentKind::kOrganization);
  EXPECT_EQ(own.lexicon().FindAgent("aid society")->sectors, Strings{"SOC"});
  ASSERT_NE(own.lexicon().FindAgent("geese"), nullptr);
  ASSERT_EQ(own.lexicon().warnings().size(), 1U);
  EXPECT_EQ(own.lexicon().warnings()[0].text(),
            own.File("my.agents.txt") +
                ":4: found the code GGS, expected a group of actor_codes.tsv; the noun has no sector");
}

TEST(DictionaryEntries, TellOfFilesThatAreNothing) {
  const Own own(Files{{"actor.tsv", "x\n"}, {"notes.txt", "anything\n"}, {"my.actors", "LAKE_LAND [USA\n"}});
  ASSERT_EQ(own.lexicon().warnings().size(), 3U);
  EXPECT_EQ(own.lexicon().warnings()[0].text(),
            own.File("actor.tsv") +
                ": found a table of no known name, expected one as frames.tsv (docs/lexicon.md lists them) or a "
                "dictionary as *.actors or *.agents; the file is left out");
}

}  // namespace
}  // namespace rapporteur
