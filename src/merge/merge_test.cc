// Reports of invented states, made by hand: what several of them tell as one, and what they tell differently.
#include "merge/merge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace rapporteur {
namespace {

// A record is made sentence by sentence; each item names words of its own sentence.
class ReportMaker {
 public:
  ReportMaker(std::string publisher, std::string day) {
    record_.report.publisher = std::move(publisher);
    record_.report.published = std::move(day);
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
  ActorRef Named(const std::string& name, ActorType type, const std::string& code, const std::string& rule = "lexicon",
                 const std::string& office = "") {
    Actor actor;
    actor.name = name;
    actor.type = type;
    actor.code = code;
    actor.mentions = {Words(name)};
    actor.by.rule = rule;
    if (!office.empty()) actor.roles = {{office, code, std::nullopt, std::nullopt}};
    record_.items.actors.push_back(actor);
    ActorRef ref;
    ref.actor = static_cast<int>(record_.items.actors.size()) - 1;
    ref.code = code;
    ref.span = actor.mentions.front();
    return ref;
  }
  Event& Attack(const std::string& trigger, const std::vector<ActorRef>& actors,
                const std::vector<ActorRef>& recipients, const std::string& place, const std::string& killed) {
    Event event;
    event.type = "ASSAULT";
    event.evidence = {{"trigger", Words(trigger)}};
    event.actors = actors;
    event.recipients = recipients;
    if (!place.empty()) event.place = PlaceRef{place, "NVA", false, 0, 0, 0, Words(place)};
    if (!killed.empty()) event.counts.killed = SaidCount{killed, Words(killed)};
    record_.items.events.push_back(event);
    return record_.items.events.back();
  }
  Record& record() { return record_; }

 private:
  Record record_;
};

// "Selkian jets bombed Ostravil", with its numbers.
Record Raid(const std::string& publisher, const std::string& day, const std::string& killed,
            const std::string& place = "Ostravil", bool negated = false) {
  ReportMaker report(publisher, day);
  report.Sentence("The " + publisher + " writes on " + day + ": Selk bombed " + place + " in Norvia and left " +
                  killed + " dead there.");
  const ActorRef selk = report.Named("Selk", ActorType::kState, "SLK");
  const ActorRef norvia = report.Named("Norvia", ActorType::kState, "NVA");
  Event& event = report.Attack("bombed", {selk}, {norvia}, place, killed);
  if (negated) event.status = EventStatus::kNegated;
  return std::move(report.record());
}

MergeResult MergeAll(const std::vector<Record>& records) {
  Merger merger{StoryOptions()};
  for (const Record& record : records) merger.Add(record);
  return merger.Finish();
}

std::vector<MergedItem> Of(const MergeResult& result, ItemKind kind) {
  std::vector<MergedItem> items;
  for (const MergedItem& item : result.items) {
    if (item.kind == kind) items.push_back(item);
  }
  return items;
}

std::string Told(const MergeResult& result) {
  std::string told;
  for (const Disagreement& d : result.disagreements)
    told += std::string(d.field) + "=" + d.value + " by " + std::to_string(d.report) + "; ";
  return told;
}

TEST(Merge, OneEventOfThreeReportsKeepsEachMention) {
  const MergeResult result = MergeAll({Raid("Post", "2026-03-03", "at least 12"), Raid("Herald", "2026-03-03", "15"),
                                       Raid("Echo", "2026-03-04", "at least 14")});
  const auto events = Of(result, ItemKind::kEvent);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].reports, 3U);
  EXPECT_EQ(events[0].publishers, 3U);
  EXPECT_EQ(Date::FromDays(events[0].first_seen).iso(), "2026-03-03");
  EXPECT_EQ(Date::FromDays(events[0].last_seen).iso(), "2026-03-04");
  EXPECT_EQ(Told(result), "");
  EXPECT_EQ(Of(result, ItemKind::kActor).size(), 2U);
  EXPECT_EQ(std::count_if(result.mentions.begin(), result.mentions.end(),
                          [&](const MergedMention& m) { return result.items[m.merged].kind == ItemKind::kEvent; }),
            3);
}

TEST(Merge, NumbersThatCannotBothBeAreTold) {
  const MergeResult result = MergeAll({Raid("Post", "2026-03-03", "at least 12"), Raid("Herald", "2026-03-03", "9"),
                                       Raid("Echo", "2026-03-03", "dozens")});
  EXPECT_EQ(Of(result, ItemKind::kEvent).size(), 1U);
  EXPECT_EQ(Told(result), "killed=at least 12 by 0; killed=9 by 1; killed=dozens by 2; ");
}

TEST(Merge, ADenialIsToldAsDisagreement) {
  const MergeResult result =
      MergeAll({Raid("Post", "2026-03-03", "12"), Raid("Herald", "2026-03-03", "12", "Ostravil", true)});
  EXPECT_EQ(Of(result, ItemKind::kEvent).size(), 1U);
  EXPECT_EQ(Told(result), "status=actual by 0; status=negated by 1; ");
}

TEST(Merge, AnotherDayOrTownIsAnotherEvent) {
  const MergeResult result = MergeAll({Raid("Post", "2026-03-03", "12"), Raid("Post", "2026-03-09", "12"),
                                       Raid("Herald", "2026-04-20", "12", "Brenn")});
  EXPECT_EQ(Of(result, ItemKind::kEvent).size(), 3U);
}

// The next day's raid, which a report of the day before cannot tell; "in 2019 a raid killed 12".
TEST(Merge, WhatAReportCannotTellIsAnotherEvent) {
  Record next = Raid("Herald", "2026-03-04", "12");
  EXPECT_EQ(Of(MergeAll({Raid("Post", "2026-03-03", "12"), next}), ItemKind::kEvent).size(), 1U);
  next.items.events.front().date = DateValue{*ParseIsoDate("2026-03-04"), *ParseIsoDate("2026-03-04"), {}};
  EXPECT_EQ(Of(MergeAll({Raid("Post", "2026-03-03", "12"), next}), ItemKind::kEvent).size(), 2U);
  Record past = Raid("Herald", "2026-03-03", "12");
  past.items.events.front().status = EventStatus::kHistorical;
  EXPECT_EQ(Of(MergeAll({Raid("Post", "2026-03-03", "12"), past}), ItemKind::kEvent).size(), 2U);
}

TEST(Merge, PlacesContradictWhereTheyLieApart) {
  const auto raid = [](const std::string& publisher, const std::string& place, double lat) {
    Record record = Raid(publisher, "2026-03-03", "12", place);
    record.items.events.front().place->has_coordinates = lat != 0;
    record.items.events.front().place->lat = lat;
    return record;
  };
  EXPECT_EQ(Told(MergeAll({raid("Post", "Raqqa", 35.95), raid("Herald", "Raqa", 35.9)})), "");
  EXPECT_EQ(Told(MergeAll({raid("Post", "Ostravil", 35.95), raid("Herald", "Midan", 0)})), "");
  EXPECT_EQ(Told(MergeAll({raid("Post", "Ostravil", 35.95), raid("Herald", "Brenn", 37)})),
            "place=Ostravil by 0; place=Brenn by 1; ");
}

TEST(Merge, TwoEventsOfOneReportStayTwo) {
  Record twice = Raid("Post", "2026-03-03", "12");
  twice.items.events.push_back(twice.items.events.front());
  EXPECT_EQ(Of(MergeAll({twice}), ItemKind::kEvent).size(), 2U);
  const MergeResult with_another = MergeAll({Raid("Herald", "2026-03-03", "12"), twice});
  EXPECT_EQ(Of(with_another, ItemKind::kEvent).size(), 2U);
}

// A report, its copy in another paper, and a third that is put together from two.
TEST(Merge, CopiesAreOneSource) {
  const auto report = [](const std::string& publisher, const std::vector<int>& parts) {
    ReportMaker made(publisher, "2026-03-03");
    for (const int part : parts) {
      for (int i = 0; i < 6; ++i) {
        const std::string n = std::to_string(part * 100 + i);
        made.Sentence("Sentence" + n + " tells what" + n + " happened" + n + " at dawn" + n + " near" + n +
                      " the lake" + n + " again" + n + ".");
      }
    }
    made.Sentence("Selk bombed Ostravil in Norvia.");
    const ActorRef selk = made.Named("Selk", ActorType::kState, "SLK");
    made.Attack("bombed", {selk}, {made.Named("Norvia", ActorType::kState, "NVA")}, "Ostravil", "");
    return std::move(made.record());
  };
  const auto publishers = [&](const std::vector<Record>& records) {
    const auto events = Of(MergeAll(records), ItemKind::kEvent);
    EXPECT_EQ(events.size(), 1U);
    return events.empty() ? 0U : events[0].publishers;
  };
  const Record a = report("Post", {1}), b = report("Herald", {2}), copy = report("Echo", {1}),
               stitched = report("Digest", {1, 2});
  EXPECT_EQ(publishers({a, b}), 2U);
  EXPECT_EQ(publishers({a, copy}), 1U);
  EXPECT_EQ(publishers({a, b, copy}), 2U);
  EXPECT_EQ(publishers({a, b, stitched}), 2U);
  EXPECT_EQ(publishers({a, b, report("Post", {3})}), 2U);  // one publisher twice
}

Record Speaks(const std::string& who, const std::string& code, const std::string& office, int subject) {
  ReportMaker report("Paper " + std::to_string(subject), "2026-03-03");
  std::string words;
  for (int i = 0; i < 12; ++i) words += " subject" + std::to_string(subject * 50 + i);
  for (int i = 0; i < 4; ++i) {
    const std::string present = "Guild" + std::to_string(subject * 10 + i);
    report.Sentence(present + " was there.");
    report.Named(present, ActorType::kGroup, "", "model");
  }
  report.Sentence(who + " spoke of" + words + ".");
  report.Named(who, ActorType::kPerson, code, "model", office);
  return std::move(report.record());
}

size_t People(const std::vector<Record>& records) {
  size_t people = 0;
  for (const MergedItem& actor : Of(MergeAll(records), ItemKind::kActor))
    people += actor.name.starts_with("Guild") ? 0 : 1;
  return people;
}

TEST(Merge, AnUnknownPersonIsOneOnlyWithReason) {
  EXPECT_EQ(People({Speaks("Ada Brenn", "NVA", "", 1), Speaks("Ada Brenn", "NVA", "", 2)}), 1U);  // one country
  EXPECT_EQ(People({Speaks("Ada Brenn", "NVA", "", 1), Speaks("Ada Brenn", "SLK", "", 2)}), 2U);
  EXPECT_EQ(People({Speaks("Ada Brenn", "", "", 1), Speaks("Ada Brenn", "", "", 2)}), 2U);  // nothing but the name
  EXPECT_EQ(People({Speaks("Ada Brenn", "", "mayor", 1), Speaks("Ada Brenn", "", "mayor", 2)}), 1U);
  EXPECT_EQ(People({Speaks("Brenn", "NVA", "", 1), Speaks("Brenn", "NVA", "", 2)}), 2U);  // half a name
  EXPECT_EQ(People({Speaks("Brenn", "", "", 1), Speaks("Brenn", "", "", 1), Speaks("Someone", "", "", 9)}),
            2U);  // one story
}

TEST(Merge, NothingAndOneReport) {
  EXPECT_TRUE(MergeAll({}).items.empty());
  const MergeResult one = MergeAll({Raid("Post", "2026-03-03", "12")});
  EXPECT_EQ(one.items.size(), 3U);
  EXPECT_TRUE(one.disagreements.empty());
}

}  // namespace
}  // namespace rapporteur
