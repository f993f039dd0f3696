// What several reports tell of talks, agreements, positions and people, by invented states: what is joined, its
// history, and what is told differently.
#include <gtest/gtest.h>

#include <string>

#include "merge/merge.h"

namespace rapporteur {
namespace {

// A report of one sentence a call; each names the two states, so that all are of one company.
class Paper {
 public:
  Paper(std::string publisher, std::string day) {
    record_.report.publisher = std::move(publisher);
    record_.report.published = std::move(day);
    // Words of its own, so that no report is a copy and the others' words are rare.
    for (int i = 0; i < 40; ++i) {
      const std::string own = record_.report.publisher + record_.report.published.substr(8) + std::to_string(i);
      Sentence(own + "a " + own + "b " + own + "c.");
    }
    Sentence("Norvia and Selk share Lake Harn near Ostravil.");
    norvia_ = State("Norvia");
    selk_ = State("Selk");
    Person("Ilva Toren", "foreign minister", "Ilva Toren spoke.");
  }

  void Sentence(const std::string& words) {
    const auto begin = static_cast<uint32_t>(record_.text.size());
    record_.text += words + "\n";
    record_.report.sentences.push_back({{begin, begin + static_cast<uint32_t>(words.size())}, SegmentKind::kProse});
  }
  Span Words(const std::string& words) const {
    const size_t at = record_.text.rfind(words);
    EXPECT_NE(at, std::string::npos) << words;
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  }
  ActorRef State(const std::string& name) { return Add(name, ActorType::kState, "report", ""); }
  ActorRef Person(const std::string& name, const std::string& title, const std::string& sentence) {
    Sentence(sentence);
    return Add(name, ActorType::kPerson, "title", title);
  }
  ActorRef Office(const std::string& title) {
    Sentence("The " + title + " spoke.");
    return Add(title, ActorType::kOffice, "description", "");
  }
  Talks& Meet(TalksStatus status, const std::string& day, const std::string& place = "") {
    Sentence("Talks between them in " + (place.empty() ? "town" : place) + ".");
    Talks talks;
    talks.evidence = {{"trigger", Words("Talks")}};
    talks.status = status;
    talks.participants = {norvia_, selk_};
    if (!day.empty()) talks.date = DateValue{*ParseIsoDate(day), *ParseIsoDate(day), {}};
    if (!place.empty()) talks.venue = PlaceRef{place, "", false, 0, 0, 0, Words(place)};
    record_.items.talks.push_back(talks);
    return record_.items.talks.back();
  }
  Agreement& Truce(const std::string& name, const std::string& sentence) {
    Sentence(sentence);
    Agreement truce;
    truce.name = name;
    truce.by.rule = "agreement:truce";
    truce.evidence = {{"trigger", Words("truce")}};
    record_.items.agreements.push_back(truce);
    return record_.items.agreements.back();
  }
  void Holds(Stance stance, const std::string& issue) {
    Sentence("Selk spoke on " + issue + ".");
    Position position;
    position.holder = selk_;
    position.proposition = Words(issue);
    position.stance = stance;
    position.evidence = {{"proposition", position.proposition}};
    record_.items.positions.push_back(position);
  }
  ActorRef norvia() const { return norvia_; }
  ActorRef selk() const { return selk_; }
  const Record& record() const { return record_; }

 private:
  ActorRef Add(const std::string& name, ActorType type, const std::string& rule, const std::string& title) {
    Actor actor;
    actor.name = name;
    actor.type = type;
    actor.mentions = {Words(name)};
    actor.by.rule = rule;
    if (!title.empty()) actor.roles = {{title, "", std::nullopt, std::nullopt}};
    record_.items.actors.push_back(actor);
    ActorRef ref;
    ref.actor = static_cast<int>(record_.items.actors.size()) - 1;
    ref.span = actor.mentions.front();
    return ref;
  }

  Record record_;
  ActorRef norvia_, selk_;
};

MergeResult MergeAll(const std::vector<Paper>& papers) {
  StoryOptions options;
  options.link = 10;  // no two reports are one story: the rest must do
  options.steps = {{"signed"}, {"draft"}, {"collapsed"}, {"not", "would"}};
  Merger merger(options);
  for (const Paper& paper : papers) merger.Add(paper.record());
  return merger.Finish();
}

size_t Count(const MergeResult& result, ItemKind kind) {
  return static_cast<size_t>(std::count_if(result.items.begin(), result.items.end(),
                                           [&](const MergedItem& item) { return item.kind == kind; }));
}

std::string Course(const MergeResult& result) {
  std::string course;
  for (const HistoryStep& step : result.history)
    course += (course.empty() ? "" : ", ") + std::string(NameOf(step.step)) + (step.changed ? "!" : "");
  return course;
}

std::string Differ(const MergeResult& result) {
  std::string differ;
  for (const Disagreement& d : result.disagreements)
    differ += (differ.empty() ? "" : ", ") + std::string(d.field) + "=" + d.value;
  return differ;
}

TEST(Dealings, TalksAreOneFromProposalToHolding) {
  std::vector<Paper> papers = {
      {"Post", "2031-03-02"}, {"Herald", "2031-03-04"}, {"Post", "2031-03-10"}, {"Echo", "2031-03-26"}};
  papers[0].Meet(TalksStatus::kProposed, "2031-03-18", "Velm");
  papers[1].Meet(TalksStatus::kScheduled, "2031-03-18").answers = {{papers[1].selk(), Answer::kWithholds}};
  papers[2].Meet(TalksStatus::kPostponed, "2031-03-25");
  papers[3].Meet(TalksStatus::kHeld, "2031-03-25", "Velm");
  const MergeResult result = MergeAll(papers);
  EXPECT_EQ(Count(result, ItemKind::kTalks), 1U);
  EXPECT_EQ(Course(result), "proposed!, scheduled!, withheld!, postponed!, held!");
  EXPECT_EQ(Differ(result), "");  // what moved is history
}

TEST(Dealings, TheNextRoundIsAnother) {
  std::vector<Paper> papers = {{"Post", "2031-03-26"}, {"Herald", "2031-03-28"}};
  papers[0].Meet(TalksStatus::kHeld, "2031-03-25", "Velm");
  papers[1].Meet(TalksStatus::kScheduled, "2031-04-20", "Velm");
  EXPECT_EQ(Count(MergeAll(papers), ItemKind::kTalks), 2U);
}

TEST(Dealings, TalksHeldAndCancelledContradict) {
  const auto told = [](const std::string& publisher, const std::string& day) {
    std::vector<Paper> papers = {{"Post", "2031-03-19"}, {publisher, day}};
    papers[0].Meet(TalksStatus::kHeld, "2031-03-18", "Velm");
    papers[1].Meet(TalksStatus::kCancelled, "2031-03-18", "Velm");
    return Differ(MergeAll(papers));
  };
  EXPECT_EQ(told("Herald", "2031-03-19"), "status=held, status=cancelled");
  EXPECT_EQ(told("Post", "2031-03-19"), "");    // one publisher corrects itself
  EXPECT_EQ(told("Herald", "2031-03-17"), "");  // cancelled before, held after all
}

TEST(Dealings, PlansToldOnOneDayContradictOnAnotherTheyMove) {
  const auto told = [](const std::string& day) {
    std::vector<Paper> papers = {{"Post", "2031-03-02"}, {"Herald", day}};
    papers[0].Meet(TalksStatus::kScheduled, "2031-03-18", "Velm");
    papers[1].Meet(TalksStatus::kScheduled, "2031-03-21", "Velm");
    return Differ(MergeAll(papers));
  };
  EXPECT_EQ(told("2031-03-02"), "date=2031-03-18, date=2031-03-21");
  EXPECT_EQ(told("2031-03-05"), "");
}

TEST(Dealings, AnAgreementGoesFromDraftToItsEnd) {
  std::vector<Paper> papers = {
      {"Post", "2031-03-10"}, {"Herald", "2031-03-26"}, {"Echo", "2031-04-09"}, {"Post", "2031-04-20"}};
  papers[0].Truce("", "A draft truce is on the table.");
  Agreement& made = papers[1].Truce("Velm truce", "Both signed the Velm truce on Tuesday.");
  made.parties = {papers[1].norvia(), papers[1].selk()};
  AgreementKept kept;
  kept.who = papers[2].norvia();
  Agreement& held = papers[2].Truce("", "Norvia keeps the truce.");
  held.kept = {kept};
  papers[3].Truce("Velm truce", "The Velm truce collapsed.");
  const MergeResult result = MergeAll(papers);
  EXPECT_EQ(Count(result, ItemKind::kAgreement), 1U);
  EXPECT_EQ(Course(result), "proposed!, agreed!, kept!, ended!");
}

TEST(Dealings, TwoVerdictsOfOneDayContradict) {
  const auto told = [](const std::string& publisher) {
    std::vector<Paper> papers = {{"Post", "2031-04-09"}, {publisher, "2031-04-09"}};
    for (size_t i = 0; i < papers.size(); ++i) {
      AgreementKept kept;
      kept.who = papers[i].selk();
      kept.kept = i == 0;
      papers[i].Truce("Velm truce", "Of the Velm truce.").kept = {kept};
    }
    return Differ(MergeAll(papers));
  };
  EXPECT_EQ(told("Herald"), "keeping=kept, keeping=breached");
  EXPECT_EQ(told("Post"), "");
}

TEST(Dealings, AnotherNameIsAnotherAgreement) {
  std::vector<Paper> papers = {{"Post", "2031-03-26"}, {"Herald", "2031-03-27"}};
  papers[0].Truce("Velm truce", "Of the Velm truce.").parties = {papers[0].norvia(), papers[0].selk()};
  papers[1].Truce("Brenn truce", "Of the Brenn truce.").parties = {papers[1].norvia(), papers[1].selk()};
  EXPECT_EQ(Count(MergeAll(papers), ItemKind::kAgreement), 2U);
}

TEST(Dealings, AStanceChangesInOnePosition) {
  std::vector<Paper> papers = {{"Post", "2031-03-02"}, {"Herald", "2031-03-26"}, {"Echo", "2031-03-26"}};
  papers[0].Holds(Stance::kAgainst, "a toll on the shipping of the lake");
  papers[1].Holds(Stance::kFor, "the toll on lake shipping");
  papers[2].Holds(Stance::kFor, "prisoners being exchanged in Brenn");
  const MergeResult result = MergeAll(papers);
  EXPECT_EQ(Count(result, ItemKind::kPosition), 2U);
  EXPECT_EQ(Course(result), "against!, for!, for!");
  EXPECT_EQ(Differ(result), "");
}

// Who bears an office is who was last called so; two holders one after the other are two people.
TEST(Dealings, OfficesFollowTheDate) {
  std::vector<Paper> papers = {
      {"Post", "2015-03-02"}, {"Herald", "2015-03-04"}, {"Post", "2022-03-02"}, {"Echo", "2022-03-04"}};
  const std::string title = "prime minister";
  papers[0].Person("Lena Odur", title, "Prime minister Lena Odur spoke.");
  papers[1].Office(title);
  papers[2].Person("Tomas Brel", title, "Prime minister Tomas Brel spoke.");
  papers[3].Office(title);
  const MergeResult result = MergeAll(papers);
  const auto merged_in = [&](uint32_t report) {  // the last actor of the report
    uint32_t merged = 0;
    for (const MergedMention& mention : result.mentions) {
      if (mention.report == report && mention.item == 4) merged = mention.merged;
    }
    return result.items[merged].name;
  };
  EXPECT_EQ(merged_in(0), "Lena Odur");
  EXPECT_EQ(merged_in(1), "Lena Odur");
  EXPECT_EQ(merged_in(2), "Tomas Brel");
  EXPECT_EQ(merged_in(3), "Tomas Brel");
  // Two at one time are of two states: nobody knows who is meant.
  std::vector<Paper> two = {{"Post", "2015-03-02"}, {"Herald", "2015-03-04"}};
  two[0].Person("Lena Odur", title, "Prime minister Lena Odur spoke.");
  two[0].Person("Tomas Brel", title, "Prime minister Tomas Brel spoke.");
  two[1].Office(title);
  EXPECT_EQ(Count(MergeAll(two), ItemKind::kActor), 6U);
}

TEST(Dealings, SpellingsAndSurnamesOfOnePerson) {
  std::vector<Paper> papers = {{"Post", "2031-03-02"}, {"Herald", "2031-03-04"}, {"Echo", "2031-03-05"}};
  papers[0].Person("Ilyas Kerimo", "general", "General Ilyas Kerimo spoke.");
  papers[1].Person("Ilias Kerimov", "", "Ilias Kerimov spoke.");
  papers[2].Person("Kerimo", "general", "General Kerimo spoke.");
  EXPECT_EQ(Count(MergeAll(papers), ItemKind::kActor), 4U);
}

}  // namespace
}  // namespace rapporteur
