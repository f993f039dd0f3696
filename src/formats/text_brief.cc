// The brief at the top of the page: the few items that say most of what a report is about, in the report's order.
#include <algorithm>

#include "formats/page.h"
#include "formats/weighing.h"
#include "record/names.h"

namespace rapporteur {
namespace {

constexpr size_t kMostLines = 6;
constexpr size_t kWorthABrief = 4;  // a page of fewer items is brief enough
constexpr double kLeastWeight = 1.5;

struct Line {
  ItemRef item;
  double weight = 0;
  uint32_t at = 0;  // where the item begins in the report
};

template <typename Item>
void Weigh(const Page& page, const std::vector<Item>& items, ItemKind kind, std::vector<Line>& lines) {
  for (size_t i = 0; i < items.size(); ++i) {
    const ItemRef item{kind, static_cast<int>(i)};
    lines.push_back({item, WeightOf(page.record(), item), BeginOf(items[i])});
  }
}

bool SameActors(const std::vector<ActorRef>& a, const std::vector<ActorRef>& b) {
  return !a.empty() && std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ActorRef& x, const ActorRef& y) {
    return x.actor >= 0 && x.actor == y.actor;
  });
}

// One deed of a type by the same doers, or to the same, is enough: the weightiest.
bool SameStory(const Items& items, ItemRef a, ItemRef b) {
  if (a.kind != ItemKind::kEvent || b.kind != ItemKind::kEvent) return false;
  const Event& one = items.events[static_cast<size_t>(a.index)];
  const Event& other = items.events[static_cast<size_t>(b.index)];
  return one.type == other.type &&
         (SameActors(one.actors, other.actors) || SameActors(one.recipients, other.recipients));
}

std::vector<Line> ChosenLines(const Page& page) {
  std::vector<Line> lines;
  Weigh(page, page.items().events, ItemKind::kEvent, lines);
  Weigh(page, page.items().talks, ItemKind::kTalks, lines);
  Weigh(page, page.items().agreements, ItemKind::kAgreement, lines);
  Weigh(page, page.items().disputes, ItemKind::kDispute, lines);
  if (lines.size() < kWorthABrief) return {};
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.weight > b.weight; });
  std::vector<Line> chosen;
  for (const Line& line : lines) {
    if (chosen.size() == kMostLines || line.weight < kLeastWeight) break;
    if (std::none_of(chosen.begin(), chosen.end(),
                     [&](const Line& other) { return SameStory(page.items(), line.item, other.item); })) {
      chosen.push_back(line);
    }
  }
  std::stable_sort(chosen.begin(), chosen.end(), [](const Line& a, const Line& b) { return a.at < b.at; });
  return chosen;
}

std::string WithWhereWhen(const Page& page, const std::string& phrase, const std::optional<PlaceRef>& place,
                          const std::optional<DateValue>& date) {
  const std::string where = WhereWhenPhrase(page.record(), place, date);
  return where.empty() ? phrase : phrase + " · " + where;
}

void WriteLine(Page& page, ItemRef item, std::string what, std::string phrase, std::string status, Style style) {
  page.Row(HandleOf(item),
           {{std::move(what), page.width() < 96 ? 12 : 18},
            {std::move(phrase), 0, Style::kBold},
            {std::move(status), 12, style}},
           SentencesPhrase(page.record(), BaseOf(page.record(), item)));
}

void WriteBriefLine(Page& page, ItemRef item) {
  const Record& record = page.record();
  const auto index = static_cast<size_t>(item.index);
  if (item.kind == ItemKind::kEvent) {
    const Event& event = page.items().events[index];
    std::string phrase = WithWhereWhen(page, DeedPhrase(record, event), event.place, event.date);
    if (!event.asserted_by.empty()) phrase += " – says " + WhoPhrase(record, event.asserted_by, " ‹ ");
    WriteLine(page, item, TypePhrase(event), std::move(phrase), std::string(NameOf(event.status)),
              StyleOf(event.status));
  } else if (item.kind == ItemKind::kTalks) {
    const Talks& talks = page.items().talks[index];
    WriteLine(page, item, "talks", WithWhereWhen(page, TalksPhrase(record, talks), talks.venue, talks.date),
              StatusPhrase(talks.status), Style::kCyan);
  } else if (item.kind == ItemKind::kAgreement) {
    const Agreement& agreement = page.items().agreements[index];
    const std::string parties = WhoPhrase(record, agreement.parties, " – ");
    std::string phrase = AgreementPhrase(record, agreement);
    if (!parties.empty()) phrase += " · " + parties;
    const size_t terms = agreement.terms.size();
    const std::string owed = terms == 0 ? "" : std::to_string(terms) + (terms == 1 ? " term" : " terms");
    WriteLine(page, item, "agreement", std::move(phrase), owed, Style::kPlain);
  } else {
    const Dispute& dispute = page.items().disputes[index];
    std::string sides;
    for (const DisputeSide& side : dispute.sides) {
      sides += (sides.empty() ? "" : " – ") + WhoPhrase(record, side.who);
    }
    WriteLine(page, item, "dispute", sides + " · " + SubjectPhrase(record, dispute), "", Style::kPlain);
  }
}

}  // namespace

void WriteBrief(Page& page) {
  const std::vector<Line> lines = ChosenLines(page);
  if (lines.empty()) return;
  page.Heading("IN BRIEF");
  for (const Line& line : lines) WriteBriefLine(page, line.item);
}

}  // namespace rapporteur
