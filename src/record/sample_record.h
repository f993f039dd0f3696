// A small record with every kind of item, made by hand, for the tests of record and formats. Invented states and
// people.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "record/record.h"

namespace rapporteur {

inline constexpr std::string_view kSampleText =
    "Norvia and Selk to meet again\n"
    "\n"
    "OSTRAVIL, 3 March — Norvia’s foreign minister, Ada Brenn, will meet her Selkian counterpart in Ostravil on "
    "Friday. "
    "“The border should stay open,” Brenn said on Tuesday.\n"
    "Selk maintains that the border should be closed. "
    "Under the Lake Accord of 2019 both sides owe a withdrawal of troops, in return for trade.\n"
    "At least 12 people were killed by gunmen near the lake on Monday, Brenn said.\n";

// The words' span in the sample; the second, third … time they occur with `nth`.
inline Span SampleSpan(std::string_view words, int nth = 1) {
  size_t at = kSampleText.find(words);
  while (--nth > 0) at = kSampleText.find(words, at + 1);
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

inline ActorRef SampleRef(int actor, std::string code, std::string_view words, int nth = 1) {
  ActorRef ref;
  ref.actor = actor;
  ref.code = std::move(code);
  ref.sectors = {"GOV"};
  ref.span = SampleSpan(words, nth);
  return ref;
}

inline ParsedReport SampleParsed() {
  ParsedReport parsed;
  parsed.text.utf8 = kSampleText;
  const auto add = [&](std::string_view from, std::string_view to, SegmentKind kind) {
    ParsedSentence sentence;
    sentence.span = hull(SampleSpan(from), SampleSpan(to));
    sentence.kind = kind;
    parsed.sentences.push_back(std::move(sentence));
  };
  add("Norvia and", "again", SegmentKind::kHeadline);
  add("OSTRAVIL", "—", SegmentKind::kDateline);
  add("Norvia’s", "Friday.", SegmentKind::kProse);
  add("“The", "Tuesday.", SegmentKind::kProse);
  add("Selk maintains", "closed.", SegmentKind::kProse);
  add("Under", "trade.", SegmentKind::kProse);
  add("At least", "lake on Monday, Brenn said.", SegmentKind::kProse);
  return parsed;
}

template <typename Item>
Item SampleItem(const std::string& rule, const std::vector<Evidence>& evidence) {
  Item item;
  item.evidence = evidence;
  item.confidence = 0.9;
  item.by = {rule, {"step one", "step two"}};
  return item;
}

inline void AddSampleActors(Items& items) {
  auto brenn = SampleItem<Actor>("apposition", {{"mention", SampleSpan("Ada Brenn")}});
  brenn.name = "Ada Brenn";
  brenn.code = "NVA";
  brenn.sectors = {"GOV"};
  brenn.roles = {{"foreign minister", "Norvia", Date{2024, 5, 1}, {}}};
  brenn.aliases = {"Ada Brenn", "Brenn"};
  brenn.mentions = {SampleSpan("Ada Brenn"), SampleSpan("Brenn", 2), SampleSpan("Brenn", 3)};
  auto norvia = SampleItem<Actor>("lexicon", {{"mention", SampleSpan("Norvia")}});
  norvia.name = "Norvia";
  norvia.type = ActorType::kState;
  norvia.code = "NVA";
  norvia.aliases = {"Norvia"};
  norvia.mentions = {SampleSpan("Norvia")};
  auto selk = SampleItem<Actor>("lexicon", {{"mention", SampleSpan("Selk")}});
  selk.name = "Selk";
  selk.type = ActorType::kState;
  selk.code = "SLK";
  selk.aliases = {"Selk"};
  selk.mentions = {SampleSpan("Selk"), SampleSpan("Selk", 3)};
  items.actors = {brenn, norvia, selk};
}

inline void AddSampleEvents(Items& items) {
  auto meet = SampleItem<Event>("frame:meet", {{"trigger", SampleSpan("meet", 2)}});
  meet.type = "CONSULT";
  meet.cameo = "040";
  meet.quad = 1;
  meet.score = 2.5;
  meet.goldstein = 1;
  meet.actors = {SampleRef(0, "NVA", "Ada Brenn"), SampleRef(-1, "SLK", "her Selkian counterpart")};
  meet.status = EventStatus::kFuture;
  meet.date = DateValue{{2026, 3, 6}, {2026, 3, 6}, SampleSpan("Friday")};
  meet.place = PlaceRef{"Ostravil", "NVA", true, 51.25, 17.5, 0, SampleSpan("Ostravil")};
  auto killed = SampleItem<Event>("frame:kill", {{"trigger", SampleSpan("killed")}});
  killed.type = "ASSAULT";
  killed.mode = "firearms";
  killed.contexts = {"military"};
  killed.cameo = "180";
  killed.quad = 4;
  killed.score = -9;
  killed.goldstein = -9;
  killed.actors = {SampleRef(-1, "", "gunmen")};
  killed.actors[0].sectors = {"UAF"};
  killed.counts.killed = SaidCount{"At least 12", SampleSpan("At least 12")};
  killed.statement = 2;
  killed.asserted_by = {SampleRef(0, "NVA", "Brenn", 3)};
  items.events = {meet, killed};
}

inline void AddSampleStatements(Items& items) {
  auto open = SampleItem<Statement>("cue:say", {{"content", SampleSpan("The border should stay open")}});
  open.speaker = SampleRef(0, "NVA", "Brenn", 2);
  open.cue = SampleSpan("said");
  open.content = SampleSpan("The border should stay open");
  open.form = StatementForm::kDirect;
  auto closed = SampleItem<Statement>("cue:maintain", {{"content", SampleSpan("the border should be closed")}});
  closed.speaker = SampleRef(2, "SLK", "Selk", 3);
  closed.cue = SampleSpan("maintains");
  closed.content = SampleSpan("the border should be closed");
  auto told = SampleItem<Statement>("cue:say", {{"content", SampleSpan("At least 12")}});
  told.speaker = SampleRef(0, "NVA", "Brenn", 3);
  told.cue = SampleSpan("said", 2);
  told.content = hull(SampleSpan("At least 12"), SampleSpan("on Monday"));
  items.statements = {open, closed, told};
  auto holds_open = SampleItem<Position>("should", {{"proposition", SampleSpan("The border should stay open")}});
  holds_open.holder = SampleRef(0, "NVA", "Brenn", 2);
  holds_open.proposition = SampleSpan("The border should stay open");
  holds_open.stance = Stance::kFor;
  holds_open.about = {{std::nullopt, SampleSpan("The border")}};
  holds_open.statement = 0;
  auto holds_closed = SampleItem<Position>("should", {{"proposition", SampleSpan("the border should be closed")}});
  holds_closed.holder = SampleRef(2, "SLK", "Selk", 3);
  holds_closed.proposition = SampleSpan("the border should be closed");
  holds_closed.stance = Stance::kFor;
  holds_closed.statement = 1;
  items.positions = {holds_open, holds_closed};
}

inline void AddSampleDealings(Items& items) {
  auto talks = SampleItem<Talks>("event", {{"trigger", SampleSpan("meet", 2)}});
  talks.participants = {SampleRef(0, "NVA", "Ada Brenn"), SampleRef(-1, "SLK", "her Selkian counterpart")};
  talks.venue = items.events[0].place;
  talks.date = items.events[0].date;
  talks.status = TalksStatus::kScheduled;
  talks.topics = {SampleSpan("border")};
  talks.answers = {{SampleRef(2, "SLK", "Selk", 3), Answer::kWithholds}};
  items.talks = {talks};
  auto accord = SampleItem<Agreement>("name", {{"mention", SampleSpan("the Lake Accord of 2019")}});
  accord.name = "Lake Accord";
  accord.aliases = {"the Lake Accord of 2019"};
  accord.parties = {SampleRef(1, "NVA", "Norvia"), SampleRef(2, "SLK", "Selk")};
  accord.date = DateValue{{2019, 1, 1}, {2019, 12, 31}, SampleSpan("2019")};
  accord.terms = {{SampleSpan("a withdrawal of troops"), SampleRef(-1, "", "both sides"), "RETREAT", "withdraw"}};
  accord.consequences = {{SampleSpan("a withdrawal of troops"), SampleSpan("trade")}};
  accord.calls = {0};
  items.agreements = {accord};
  auto dispute = SampleItem<Dispute>("positions", {{"subject", SampleSpan("the border should be closed")}});
  dispute.subject = SampleSpan("the border");
  dispute.sides = {{SampleRef(0, "NVA", "Brenn", 2), SampleSpan("The border should stay open")},
                   {SampleRef(2, "SLK", "Selk", 3), SampleSpan("the border should be closed")}};
  items.disputes = {dispute};
}

inline Items SampleItems() {
  Items items;
  AddSampleActors(items);
  AddSampleEvents(items);
  AddSampleStatements(items);
  AddSampleDealings(items);
  return items;
}

inline Record SampleRecord() {
  ReadOptions options;
  options.published = Date{2026, 3, 3};
  return MakeRecord(SampleParsed(), SampleItems(), options, {"0.1.0", "feed", "beef"});
}

}  // namespace rapporteur
