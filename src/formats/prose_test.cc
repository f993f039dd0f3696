#include "formats/prose.h"

#include <gtest/gtest.h>

#include "formats/prose_names.h"
#include "record/sample_record.h"

namespace rapporteur {
namespace {

// One sentence as a report, and an event on words of it.
class Told {
 public:
  explicit Told(std::string text) {
    record_.text = std::move(text);
    record_.report.published = "2026-03-03";
    record_.report.sentences = {{{0, static_cast<uint32_t>(record_.text.size())}, SegmentKind::kProse}};
  }

  Span At(std::string_view words) const {
    const auto begin = static_cast<uint32_t>(record_.text.find(words));
    return {begin, begin + static_cast<uint32_t>(words.size())};
  }

  ActorRef Named(std::string_view name, ActorType type, std::string code = {}) {
    Actor actor = SampleItem<Actor>("lexicon", {{"mention", At(name)}});
    actor.name = name;
    actor.type = type;
    actor.mentions = {At(name)};
    record_.items.actors.push_back(std::move(actor));
    ActorRef ref = Words(name);
    ref.actor = static_cast<int>(record_.items.actors.size()) - 1;
    ref.code = std::move(code);
    return ref;
  }
  ActorRef Person(std::string_view name) { return Named(name, ActorType::kPerson, "NVA"); }
  ActorRef State(std::string_view name) { return Named(name, ActorType::kState, "SLK"); }
  ActorRef Words(std::string_view words) const {
    ActorRef ref;
    ref.span = At(words);
    return ref;
  }

  Told& Event(std::string type, std::string mode, const std::string& rule, std::string_view trigger,
              EventStatus status = EventStatus::kActual) {
    event_ = SampleItem<rapporteur::Event>("frame:" + rule, {{"trigger", At(trigger)}});
    event_.type = std::move(type);
    event_.mode = std::move(mode);
    event_.status = status;
    return *this;
  }
  Told& From(ActorRef who) {
    event_.actors.push_back(std::move(who));
    return *this;
  }
  Told& To(ActorRef who) {
    event_.recipients.push_back(std::move(who));
    return *this;
  }

  rapporteur::Event& event() { return event_; }
  Record& record() { return record_; }

  std::string Prose() const {
    static const ProseTable table = ProseTable::Open({"lexicon"}).value();
    ProseOptions options;
    options.table = &table;
    options.day = Date{2026, 3, 3};
    return EventProse(record_, event_, options);
  }

 private:
  Record record_;
  rapporteur::Event event_;
};

TEST(Prose, OwnWordsOfWhoDidIt) {
  Told met("Ada Brenn met Joss Kovel in Ostravil.");
  met.Event("CONSULT", "", "meet", "met").From(met.Person("Ada Brenn")).To(met.Person("Joss Kovel"));
  EXPECT_EQ(met.Prose(), "Ada Brenn (NVA) met Joss Kovel (NVA).");

  Told sides("Ada Brenn met Joss Kovel in Ostravil.");
  sides.Event("CONSULT", "", "meet", "met").From(sides.Person("Ada Brenn")).From(sides.Person("Joss Kovel"));
  EXPECT_EQ(sides.Prose(), "Ada Brenn (NVA) met Joss Kovel (NVA).");

  Told urged("Brenn urged Selk to open the border, sources said.");
  urged.Event("REQUEST", "yield", "urge", "urged").From(urged.Person("Brenn")).To(urged.State("Selk"));
  EXPECT_EQ(urged.Prose(), "Brenn (NVA) urged Selk to open the border.");

  Told thing("Brenn welcomed the idea.");
  thing.Event("SUPPORT", "", "welcome", "welcomed").From(thing.Person("Brenn"));
  EXPECT_EQ(thing.Prose(), "Brenn (NVA) welcomed the idea.");

  Told possessor("Selk praised Brenn’s speech.");
  possessor.Event("SUPPORT", "", "praise", "praised").From(possessor.State("Selk")).To(possessor.Person("Brenn"));
  EXPECT_EQ(possessor.Prose(), "Selk praised Brenn’s speech.");
}

TEST(Prose, OwnWordsOfWhomItWasDoneTo) {
  Told by("Orrin was shelled by gunmen on Monday.");
  by.Event("ASSAULT", "heavy-weapons", "shell", "shelled").From(by.Words("gunmen")).To(by.State("Orrin"));
  EXPECT_EQ(by.Prose(), "Gunmen shelled Orrin.");

  Told alone("Orrin was retaken on Monday.");
  alone.Event("ASSAULT", "heavy-weapons", "retake", "retaken").To(alone.State("Orrin"));
  EXPECT_EQ(alone.Prose(), "Orrin was retaken.");

  Told blast("The blast killed at least five people.");
  blast.Event("ASSAULT", "explosives", "kill", "killed").To(blast.Words("five people"));
  blast.event().counts.killed = SaidCount{"at least five", {}};
  EXPECT_EQ(blast.Prose(), "At least five people were killed.");
}

TEST(Prose, TenseAndMoodAreOfTheStatus) {
  const auto said = [](EventStatus status, std::string text, std::string_view trigger) {
    Told told(std::move(text));
    return told.Event("SANCTION", "discontinue", "cut", trigger, status).From(told.State("Selk")).Prose();
  };
  EXPECT_EQ(said(EventStatus::kActual, "Selk cut its aid.", "cut its aid"), "Selk cut its aid.");
  EXPECT_EQ(said(EventStatus::kOngoing, "Selk is cutting its aid.", "cutting its aid"), "Selk is cutting its aid.");
  EXPECT_EQ(said(EventStatus::kFuture, "Selk will cut its aid.", "cut its aid"), "Selk will cut its aid.");
  EXPECT_EQ(said(EventStatus::kHypothetical, "Selk should cut its aid.", "cut its aid"), "Selk should cut its aid.");
  EXPECT_EQ(said(EventStatus::kHypothetical, "Selk wants to cut its aid.", "cut its aid"), "Selk may cut its aid.");
  EXPECT_EQ(said(EventStatus::kNegated, "Selk has not cut its aid.", "cut its aid"), "Selk did not cut its aid.");
  EXPECT_EQ(said(EventStatus::kNegated, "Selk will not cut its aid.", "cut its aid"), "Selk will not cut its aid.");
  EXPECT_EQ(said(EventStatus::kHistorical, "Selk cut its aid in 1999.", "cut its aid"), "Selk cut its aid.");
}

TEST(Prose, TheTableWhereOwnWordsWouldMislead) {
  // The object is what they did; the sentence goes on in their own person, or in a quotation.
  Told ours("Brenn promised us peace.");
  ours.Event("AGREE", "cooperate", "promise", "promised").From(ours.Person("Brenn"));
  EXPECT_EQ(ours.Prose(), "Brenn (NVA) promised cooperation.");
  Told quoted("Brenn accused Selk of a “crime against the river”.");
  quoted.Event("ACCUSE", "allege", "accuse", "accused").From(quoted.Person("Brenn")).To(quoted.State("Selk"));
  EXPECT_EQ(quoted.Prose(), "Brenn (NVA) accused Selk of wrongdoing.");
  Told noun("The shelling of Orrin by the army went on.");
  noun.Event("ASSAULT", "heavy-weapons", "shelling", "shelling", EventStatus::kOngoing)
      .From(noun.Words("army"))
      .To(noun.State("Orrin"));
  EXPECT_EQ(noun.Prose(), "The army is attacking Orrin with heavy weapons.");
}

TEST(Prose, NobodyIsNamed) {
  Told told("A rally was held; three guards were held.");
  told.Event("PROTEST", "demo", "rally", "rally");
  EXPECT_EQ(told.Prose(), "There was a demonstration.");
  told.event().status = EventStatus::kNegated;
  EXPECT_EQ(told.Prose(), "There was no demonstration.");
  told.event().status = EventStatus::kHypothetical;
  EXPECT_EQ(told.Prose(), "There may be a demonstration.");
  told.Event("COERCE", "arrest", "custody", "rally", EventStatus::kOngoing).To(told.Words("three guards"));
  EXPECT_EQ(told.Prose(), "Three guards are being detained.");
}

TEST(Prose, AtWhoseWord) {
  Told told("Selk cut its aid, said Brenn, quoted by Kovel.");
  told.Event("SANCTION", "discontinue", "cut", "cut its aid").From(told.State("Selk"));
  told.event().asserted_by = {told.Person("Brenn")};
  EXPECT_EQ(told.Prose(), "Selk cut its aid, Brenn (NVA) said.");
  told.event().asserted_by = {told.Person("Kovel"), told.Person("Brenn")};
  EXPECT_EQ(told.Prose(), "Selk cut its aid, Brenn (NVA) said, as told by Kovel (NVA).");
  told.event().asserted_by = {told.event().actors.front()};
  EXPECT_EQ(told.Prose(), "Selk cut its aid, by its own account.");
}

TEST(Prose, WhereWhenAndHowMany) {
  Told told("Gunmen attacked a convoy.");
  told.Event("ASSAULT", "firearms", "attack", "attacked").From(told.Words("Gunmen")).To(told.Words("convoy"));
  told.event().place = PlaceRef{"Orrin", "NVA", false, 0, 0, 0, {}};
  told.event().date = DateValue{{2026, 3, 1}, {2026, 3, 1}, {}};
  told.event().counts.killed = SaidCount{"At least 12", {}};
  EXPECT_EQ(told.Prose(), "Gunmen attacked a convoy (at least 12 killed) in Orrin on 1 March.");
  told.event().date = DateValue{{2026, 3, 3}, {2026, 3, 3}, {}};  // the day it stands under
  EXPECT_EQ(told.Prose(), "Gunmen attacked a convoy (at least 12 killed) in Orrin.");
  told.event().date = DateValue{{2019, 1, 1}, {2019, 12, 31}, {}};
  EXPECT_EQ(told.Prose(), "Gunmen attacked a convoy (at least 12 killed) in Orrin in 2019.");
}

// Every type and mode makes a sentence in every status, with whoever is told.
TEST(Prose, EveryTypeAndMode) {
  const ProseTable table = ProseTable::Open({"lexicon"}).value();
  ASSERT_GT(table.lines().size(), 60U);
  for (const ProseLine& line : table.lines()) {
    for (int status = 0; status < 6; ++status) {
      for (int who = 0; who < 4; ++who) {
        Told told("Brenn and Selk: something.");
        told.Event(line.type, line.mode, "something", "something", static_cast<EventStatus>(status));
        if ((who & 1) != 0) told.From(told.Person("Brenn"));
        if ((who & 2) != 0) told.To(told.State("Selk"));
        const std::string prose = told.Prose();
        EXPECT_EQ(prose.find("{}"), std::string::npos) << prose;
        EXPECT_EQ(prose.find("  "), std::string::npos) << prose;
        EXPECT_TRUE(prose.ends_with('.') && !prose.ends_with("..")) << prose;
        EXPECT_EQ((who & 1) != 0, prose.find("Brenn") != std::string::npos) << prose;
        const bool names_recipient = (who & 2) != 0 && ((who & 1) == 0 || line.to.find("{}") != std::string::npos);
        EXPECT_TRUE(!names_recipient || prose.find("Selk") != std::string::npos) << prose;
      }
    }
  }
}

TEST(Prose, Names) {
  Told told("a clerk and the envoy of five of the Lake League");
  const auto name = [&](std::string_view words) { return ProseName(told.record(), told.Words(words)); };
  EXPECT_EQ(name("clerk"), "a clerk");
  EXPECT_EQ(name("envoy"), "the envoy");
  EXPECT_EQ(name("five"), "five people");
  EXPECT_EQ(ProseName(told.record(), told.Named("Lake League", ActorType::kOrganization, "IGO")),
            "the Lake League (IGO)");
  Told pronoun("They left.");
  EXPECT_EQ(ProseName(pronoun.record(), pronoun.Words("They")), "");
  EXPECT_EQ(JoinNames({"A", "B"}), "A and B");
  EXPECT_EQ(JoinNames({"A", "B", "C", "D"}), "A, B, C and D");
  EXPECT_EQ(JoinNames({"A", "B", "C", "D", "E"}), "A, B, C and 2 others");
}

TEST(Prose, OtherItems) {
  Record record = SampleRecord();
  const ProseTable table = ProseTable::Open({"lexicon"}).value();
  ProseOptions options;
  options.table = &table;
  options.day = Date{2026, 3, 3};
  const auto prose = [&](ItemKind kind, int index = 0) { return ItemProse(record, {kind, index}, options); };
  EXPECT_EQ(prose(ItemKind::kTalks),
            "Brenn (NVA) and her Selkian counterpart will hold talks on border in Ostravil on 6 March; Selk did not "
            "confirm.");
  record.items.talks[0].status = TalksStatus::kPostponed;
  EXPECT_EQ(prose(ItemKind::kTalks),
            "Talks between Brenn (NVA) and her Selkian counterpart on border in Ostravil were put off (day named: 6 "
            "March); Selk did not confirm.");
  EXPECT_EQ(prose(ItemKind::kAgreement),
            "The Lake Accord (2019) between Norvia and Selk commits both sides to this: “a withdrawal of troops”.");
  record.items.agreements[0].kept = {{SampleRef(2, "SLK", "Selk", 3), false, SampleSpan("closed"), {}}};
  EXPECT_EQ(prose(ItemKind::kAgreement), "Selk broke the Lake Accord.");
  EXPECT_EQ(prose(ItemKind::kPosition, 1), "Selk spoke for this: “the border should be closed”.");
  EXPECT_EQ(prose(ItemKind::kDispute),
            "Brenn (NVA) and Selk tell it differently, of “the border”: Brenn (NVA): “The border should stay open”; "
            "Selk: “the border should be closed”.");
}

TEST(Prose, QuotationsStayWithinTheirMarks) {
  EXPECT_EQ(Quoted("“an end to the war.”"), "“an end to the war”");
  EXPECT_EQ(Quoted("he said “no” and\n left"), "“he said ‘no’ and left”");
  EXPECT_EQ(Quoted("one two three", 8), "“one two …”");
}

}  // namespace
}  // namespace rapporteur
