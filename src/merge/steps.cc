#include "merge/steps.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "lexicon/fold.h"
#include "merge/words.h"

namespace rapporteur {
namespace {

constexpr int64_t kWeek = 7;  // days
// Words between an agreement's noun and what tells of it.
constexpr std::ptrdiff_t kBeside = 3, kBefore = 5, kAfter = 8;

// A season or year that the report stands in tells no day; one that is past does, where it began.
void SetDay(const Record& record, const std::optional<DateValue>& date, MergeStep& step) {
  if (!date) return;
  const auto told = ParseIsoDate(record.report.published);
  if (date->to.days() - date->from.days() > kWeek && told && date->to.days() >= told->days()) return;
  step.dated = true;
  step.day = static_cast<int32_t>(date->from.days());
}

void SetWho(const Record& record, const ActorRef& ref, NameNumbers& names, MergeStep& step) {
  if (ref.actor >= 0) {
    step.actor = static_cast<uint32_t>(ref.actor);
    step.who = names.Of(record.items.actors[static_cast<size_t>(ref.actor)].name);
  } else {
    step.who = names.Of(ref.span.of(record.text));
  }
}

StepKind StepOf(TalksStatus status) {
  static constexpr std::array<StepKind, 6> kSteps = {StepKind::kHeld,     StepKind::kUnderway,  StepKind::kScheduled,
                                                     StepKind::kProposed, StepKind::kPostponed, StepKind::kCancelled};
  return kSteps.at(static_cast<size_t>(status));
}

StepKind StepOf(Answer answer) {
  static constexpr std::array<StepKind, 4> kSteps = {StepKind::kConfirmed, StepKind::kRefused, StepKind::kWithheld,
                                                     StepKind::kConditional};
  return kSteps.at(static_cast<size_t>(answer));
}

StepKind StepOf(Stance stance) {
  static constexpr std::array<StepKind, 3> kSteps = {StepKind::kFor, StepKind::kAgainst, StepKind::kOpen};
  return kSteps.at(static_cast<size_t>(stance));
}

struct Word {
  std::string text;
  Span span;
};

// The words of the sentence that a span is in.
std::vector<Word> WordsAround(const Record& record, Span span) {
  std::vector<Word> words;
  for (const RecordedSentence& sentence : record.report.sentences) {
    if (span.begin < sentence.span.begin || span.begin >= sentence.span.end) continue;
    ForEachWord(record.text, sentence.span, [&](uint64_t /*hash*/, uint32_t begin, uint32_t end) {
      words.push_back({LowerCase(std::string_view(record.text).substr(begin, end - begin)), {begin, end}});
    });
    break;
  }
  return words;
}

// The event that a word tells, and who does it.
void SetDeed(const Record& record, Span word, NameNumbers& names, MergeStep& step) {
  for (const Event& event : record.items.events) {
    const auto tells = [&](const Evidence& evidence) {
      return evidence.role == "trigger" && evidence.span.overlaps(word);
    };
    if (std::none_of(event.evidence.begin(), event.evidence.end(), tells)) continue;
    SetDay(record, event.date, step);
    if (step.kind == StepKind::kEnded && event.actors.size() == 1) SetWho(record, event.actors.front(), names, step);
    return;
  }
}

// What the words beside an agreement's noun tell of it: that it is only a draft, that it is over, that it is made.
void AddMaking(const Record& record, Span noun, const StepWords& lists, NameNumbers& names,
               std::vector<MergeStep>& steps) {
  const std::vector<Word> words = WordsAround(record, noun);
  const auto inside = [&](const Word& word) { return word.span.overlaps(noun); };
  const auto first = std::find_if(words.begin(), words.end(), inside);
  if (first == words.end()) return;
  const auto at = first - words.begin();
  const auto length = std::count_if(words.begin(), words.end(), inside);
  const auto find = [&](const std::vector<std::string>& list, std::ptrdiff_t before,
                        std::ptrdiff_t after) -> const Word* {
    const std::ptrdiff_t end = std::min<std::ptrdiff_t>(std::ssize(words), at + length + after);
    for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, at - before); i < end; ++i) {
      const Word& word = words[static_cast<size_t>(i)];
      if (std::find(list.begin(), list.end(), word.text) != list.end()) return &word;
    }
    return nullptr;
  };
  MergeStep step;
  const Word* told = nullptr;
  if ((told = find(lists.proposed, kBeside, kBeside)) != nullptr) {
    step.kind = StepKind::kProposed;
  } else if ((told = find(lists.ended, kBefore, kAfter)) != nullptr && find(lists.unsure, kBefore, kAfter) == nullptr) {
    step.kind = StepKind::kEnded;
  } else if ((told = find(lists.agreed, kAfter, kAfter)) != nullptr && find(lists.unsure, kAfter, kBeside) == nullptr) {
    step.kind = StepKind::kAgreed;
  } else {
    return;
  }
  const auto same = [&](const MergeStep& other) { return other.kind == step.kind; };
  if (std::any_of(steps.begin(), steps.end(), same)) return;
  SetDeed(record, told->span, names, step);
  steps.push_back(step);
}

}  // namespace

std::string_view NameOf(StepKind step) {
  static constexpr std::array<std::string_view, 18> kNames = {
      "proposed",  "scheduled", "confirmed", "conditional", "refused", "withheld",
      "postponed", "cancelled", "underway",  "held",        "agreed",  "called_for",
      "kept",      "breached",  "ended",     "for",         "against", "open"};
  return kNames.at(static_cast<size_t>(step));
}

std::vector<MergeStep> StepsOf(const Record& record, const Talks& talks, NameNumbers& names) {
  std::vector<MergeStep> steps(1);
  steps[0].kind = StepOf(talks.status);
  SetDay(record, talks.date, steps[0]);
  if (talks.status == TalksStatus::kProposed && !talks.proposers.empty())
    SetWho(record, talks.proposers.front(), names, steps[0]);
  for (const TalksAnswer& answer : talks.answers) {
    MergeStep& step = steps.emplace_back();
    step.kind = StepOf(answer.answer);
    SetWho(record, answer.who, names, step);
  }
  return steps;
}

std::vector<MergeStep> StepsOf(const Record& record, const Agreement& agreement, const StepWords& words,
                               NameNumbers& names) {
  std::vector<MergeStep> steps;
  for (const Evidence& evidence : agreement.evidence) {
    if (evidence.role == "trigger") AddMaking(record, evidence.span, words, names, steps);
  }
  const auto made =
      std::find_if(steps.begin(), steps.end(), [](const auto& step) { return step.kind == StepKind::kAgreed; });
  if (made != steps.end()) {
    if (agreement.date) SetDay(record, agreement.date, *made);
  } else if (agreement.date && steps.empty()) {
    MergeStep& step = steps.emplace_back();
    step.kind = StepKind::kAgreed;
    SetDay(record, agreement.date, step);
  }
  for (const int call : agreement.calls) {
    const Event& event = record.items.events[static_cast<size_t>(call)];
    MergeStep& step = steps.emplace_back();
    step.kind = StepKind::kCalledFor;
    SetDay(record, event.date, step);
    if (!event.actors.empty()) SetWho(record, event.actors.front(), names, step);
  }
  for (const AgreementKept& kept : agreement.kept) {
    MergeStep& step = steps.emplace_back();
    step.kind = kept.kept ? StepKind::kKept : StepKind::kBreached;
    if (kept.who) SetWho(record, *kept.who, names, step);
  }
  return steps;
}

std::vector<MergeStep> StepsOf(const Record& record, const Position& position, NameNumbers& names) {
  std::vector<MergeStep> steps(1);
  steps[0].kind = StepOf(position.stance);
  SetWho(record, position.holder, names, steps[0]);
  if (position.statement >= 0)
    SetDay(record, record.items.statements[static_cast<size_t>(position.statement)].date, steps[0]);
  return steps;
}

}  // namespace rapporteur
