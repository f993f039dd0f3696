#include "merge/history.h"

#include <gtest/gtest.h>

#include <string>

namespace rapporteur {
namespace {

int32_t Day(const std::string& iso) { return static_cast<int32_t>(ParseIsoDate(iso)->days()); }

// Mentions of one merged item, one a report.
class Course {
 public:
  explicit Course(ItemKind kind) : kind_(kind) {}

  MergeItem& Told(const std::string& day) {
    MergeReport report;
    report.has_day = !day.empty();
    if (report.has_day) report.day = Day(day);
    reports_.push_back(report);
    MergeItem item;
    item.kind = kind_;
    item.report = static_cast<uint32_t>(items_.size());
    item.item = 7;
    items_.push_back(item);
    return items_.back();
  }
  void Step(MergeItem& item, StepKind kind, const std::string& who = "", const std::string& day = "") {
    MergeStep step;
    step.kind = kind;
    step.who = names_.Of(who);
    if (!day.empty()) {
      step.dated = item.dated = true;
      step.day = item.from = item.to = Day(day);
    }
    item.steps.push_back(step);
  }
  void Place(MergeItem& item, const std::string& name) { item.place = names_.Of(name); }

  // "n day step who!" a step, where ! says that it is a change.
  std::string Lines() const {
    std::vector<const MergeItem*> mentions;
    for (const MergeItem& item : items_) mentions.push_back(&item);
    std::vector<HistoryStep> history;
    AddHistory(3, mentions, reports_, names_, history);
    std::string lines;
    for (const HistoryStep& step : history) {
      EXPECT_EQ(step.merged, 3U);
      EXPECT_EQ(step.item, 7);
      lines += std::to_string(step.n) + (step.has_day ? " " + Date::FromDays(step.day).iso() : " -") + " by " +
               std::to_string(step.report) + " " + std::string(NameOf(step.step));
      if (!step.who.empty()) lines += " " + step.who;
      if (step.changed) lines += "!";
      if (!step.field.empty()) lines += " " + std::string(step.field) + "=" + step.value;
      lines += "\n";
    }
    return lines;
  }

 private:
  ItemKind kind_;
  std::deque<MergeItem> items_;
  std::vector<MergeReport> reports_;
  NameNumbers names_;
};

TEST(History, TalksAreProposedMovedAndHeld) {
  Course talks(ItemKind::kTalks);
  MergeItem& held = talks.Told("2031-03-26");  // added first, told last
  talks.Step(held, StepKind::kHeld, "", "2031-03-25");
  talks.Place(held, "Orrin");
  MergeItem& proposed = talks.Told("2031-03-02");
  talks.Step(proposed, StepKind::kProposed, "Norvia", "2031-03-18");
  talks.Place(proposed, "Velm");
  MergeItem& answers = talks.Told("2031-03-04");
  talks.Step(answers, StepKind::kScheduled, "", "2031-03-18");
  talks.Step(answers, StepKind::kWithheld, "Selk");
  MergeItem& again = talks.Told("2031-03-05");
  talks.Step(again, StepKind::kScheduled, "", "2031-03-18");
  talks.Step(again, StepKind::kConfirmed, "Selk");
  MergeItem& moved = talks.Told("2031-03-10");
  talks.Step(moved, StepKind::kScheduled, "", "2031-03-25");
  EXPECT_EQ(talks.Lines(),
            "1 2031-03-18 by 1 proposed Norvia!\n"
            "2 2031-03-18 by 2 scheduled!\n"
            "3 2031-03-04 by 2 withheld Selk!\n"
            "4 2031-03-18 by 3 scheduled\n"
            "5 2031-03-05 by 3 confirmed Selk!\n"
            "6 2031-03-25 by 4 scheduled! date=2031-03-25\n"
            "7 2031-03-25 by 0 held! venue=Orrin\n");
}

TEST(History, AnAgreementStandsAtItsOwnDay) {
  Course truce(ItemKind::kAgreement);
  MergeItem& broken = truce.Told("2031-04-09");
  truce.Step(broken, StepKind::kBreached, "Selk");
  truce.Step(broken, StepKind::kAgreed, "", "2031-04-01");
  MergeItem& kept = truce.Told("2031-04-05");
  truce.Step(kept, StepKind::kKept, "Selk");
  truce.Step(kept, StepKind::kKept, "Norvia");
  truce.Step(kept, StepKind::kCalledFor, "the envoy");
  EXPECT_EQ(truce.Lines(),
            "1 2031-04-01 by 0 agreed!\n"
            "2 2031-04-05 by 1 kept Selk!\n"
            "3 2031-04-05 by 1 kept Norvia!\n"
            "4 2031-04-05 by 1 called_for the envoy!\n"
            "5 2031-04-09 by 0 breached Selk!\n");
}

TEST(History, AStanceChangesInOnePosition) {
  Course toll(ItemKind::kPosition);
  for (const StepKind stance : {StepKind::kAgainst, StepKind::kAgainst, StepKind::kFor})
    toll.Step(toll.Told(""), stance, "Selk");
  EXPECT_EQ(toll.Lines(), "1 - by 0 against Selk!\n2 - by 1 against Selk\n3 - by 2 for Selk!\n");
}

}  // namespace
}  // namespace rapporteur
