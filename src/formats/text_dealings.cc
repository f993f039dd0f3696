// The sections on what parties do with each other: talks, agreements, positions, disputes.
#include <algorithm>
#include <map>
#include <numeric>

#include "formats/page.h"
#include "record/names.h"

namespace rapporteur {
namespace {

std::string JoinedWords(const Record& record, const std::vector<Span>& spans) {
  std::string phrase;
  for (const Span span : spans) phrase += (phrase.empty() ? "" : "; ") + WordsOf(record, span);
  return phrase;
}

std::string AnswersPhrase(const Record& record, const std::vector<TalksAnswer>& answers) {
  std::string phrase;
  for (const TalksAnswer& answer : answers) {
    phrase += (phrase.empty() ? "" : "; ") + WhoPhrase(record, answer.who) + " " + std::string(NameOf(answer.answer));
  }
  return phrase;
}

void MoreOf(Page& page, std::string_view what, const std::string& words, std::string_view sentences = "") {
  if (!words.empty()) page.Row("", {{std::string(what), 11, Style::kDim}, {words}}, sentences);
}

// Which positions stand in one row: those on the same thing, or that a dispute sets against each other.
class PositionRows {
 public:
  explicit PositionRows(const Items& items) : row_of_(items.positions.size()) {
    std::iota(row_of_.begin(), row_of_.end(), 0);
    for (size_t i = 0; i < items.positions.size(); ++i) {
      for (size_t j = 0; j < i; ++j) {
        if (Together(items, items.positions[j], items.positions[i])) Join(j, i);
      }
    }
  }

  // Rows in order of their first position, each with its positions' indexes.
  std::vector<std::vector<size_t>> Rows() const {
    std::map<size_t, std::vector<size_t>> rows;
    for (size_t i = 0; i < row_of_.size(); ++i) rows[row_of_[i]].push_back(i);
    std::vector<std::vector<size_t>> list;
    list.reserve(rows.size());
    for (auto& [first, row] : rows) list.push_back(std::move(row));
    return list;
  }

 private:
  static bool Together(const Items& items, const Position& a, const Position& b) {
    for (const About& about : a.about) {
      for (const About& other : b.about) {
        if (about.item && other.item && *about.item == *other.item && about.item->kind != ItemKind::kActor) return true;
      }
    }
    const auto holds = [](const Dispute& dispute, const Position& position) {
      return std::any_of(dispute.sides.begin(), dispute.sides.end(),
                         [&](const DisputeSide& side) { return side.holds.overlaps(position.proposition); });
    };
    return std::any_of(items.disputes.begin(), items.disputes.end(),
                       [&](const Dispute& dispute) { return holds(dispute, a) && holds(dispute, b); });
  }

  void Join(size_t earlier, size_t later) {
    const size_t to = row_of_[earlier];
    const size_t from = row_of_[later];
    if (from != to) std::replace(row_of_.begin(), row_of_.end(), std::max(from, to), std::min(from, to));
  }

  std::vector<size_t> row_of_;
};

// Whose side a position is on: the state or body, else the holder.
std::string PartyOf(const Record& record, const Position& position) {
  if (!position.holder.code.empty()) {
    for (const Actor& actor : record.items.actors) {
      if (actor.type == ActorType::kState && actor.code == position.holder.code) return OneLine(actor.name);
    }
    return position.holder.code;
  }
  return WhoPhrase(record, position.holder);
}

std::string PositionPhrase(const Record& record, const Position& position) {
  std::string words = WordsOf(record, position.proposition);
  if (position.stance == Stance::kFor) return words;
  return (position.stance == Stance::kAgainst ? "against: " : "open: ") + words;
}

// What the positions of a row are about: the agreement or talks, else who is spoken of, a person before a state
// ("Syrian President Assad"), else the words.
std::string AboutPhrase(const Record& record, const std::vector<size_t>& row) {
  const Actor* actor = nullptr;
  Span words;
  for (const size_t index : row) {
    for (const About& about : record.items.positions[index].about) {
      if (words.empty()) words = about.span;
      if (!about.item) continue;
      const auto at = static_cast<size_t>(about.item->index);
      if (about.item->kind == ItemKind::kAgreement) return AgreementPhrase(record, record.items.agreements[at]);
      if (about.item->kind == ItemKind::kTalks) return "talks: " + TalksPhrase(record, record.items.talks[at]);
      const Actor& spoken_of = record.items.actors[at];
      if (actor == nullptr || (actor->type == ActorType::kState && spoken_of.type == ActorType::kPerson)) {
        actor = &spoken_of;
      }
    }
  }
  return actor != nullptr ? ShortName(*actor) : WordsOf(record, words);
}

void WritePositionLine(Page& page, size_t index) {
  const Position& position = page.items().positions[index];
  page.Row(HandleOf({ItemKind::kPosition, static_cast<int>(index)}),
           {{WhoPhrase(page.record(), position.holder), 22, Style::kBold},
            {std::string(NameOf(position.stance)), 7},
            {WordsOf(page.record(), position.proposition)}},
           SentencesPhrase(page.record(), position));
}

// One below the other: first those on the same thing, together under its name, then the others.
void WritePositionList(Page& page) {
  page.Heading("POSITIONS");
  std::vector<size_t> alone;
  bool together = false;
  for (const std::vector<size_t>& row : PositionRows(page.items()).Rows()) {
    if (row.size() == 1) {
      alone.push_back(row[0]);
      continue;
    }
    page.Row("", {{"on " + AboutPhrase(page.record(), row), 0, Style::kDim}}, "");
    for (const size_t index : row) WritePositionLine(page, index);
    together = true;
  }
  if (together && !alone.empty()) page.Row("", {{"on other things", 0, Style::kDim}}, "");
  for (const size_t index : alone) WritePositionLine(page, index);
}

// What each party holds of the row's positions, a cell a party.
std::vector<Cell> PositionCells(const Record& record, const std::vector<size_t>& row,
                                const std::vector<std::string>& parties, int side_width) {
  std::vector<Cell> cells;
  for (const std::string& party : parties) {
    std::string held;
    for (const size_t index : row) {
      const Position& position = record.items.positions[index];
      if (PartyOf(record, position) != party) continue;
      held += (held.empty() ? "" : "; ") + PositionPhrase(record, position);
    }
    cells.push_back({held.empty() ? "–" : held, side_width});
  }
  return cells;
}

void WritePositionTable(Page& page, const std::vector<std::string>& parties) {
  const int about_width = 16;
  const int side_width = (page.width() - about_width - 18) / static_cast<int>(parties.size()) - 1;
  std::vector<Cell> head = {{"", about_width}};
  for (const std::string& party : parties) head.push_back({party, side_width, Style::kBold});
  page.Heading("POSITIONS");
  page.Row("", std::move(head), "");
  for (const std::vector<size_t>& row : PositionRows(page.items()).Rows()) {
    std::string handles;
    std::vector<ItemRef> items;
    for (const size_t index : row) {
      items.push_back({ItemKind::kPosition, static_cast<int>(index)});
      handles += (handles.empty() ? "" : " ") + HandleOf(items.back());
    }
    std::vector<Cell> cells = PositionCells(page.record(), row, parties, side_width);
    cells.insert(cells.begin(), {AboutPhrase(page.record(), row), about_width, Style::kDim});
    page.Row(handles, std::move(cells), SentencesPhrase(page.record(), items));
  }
}

}  // namespace

void WriteTalks(Page& page) {
  const auto& talks = page.items().talks;
  if (!talks.empty()) page.Heading("TALKS");
  for (size_t i = 0; i < talks.size(); ++i) {
    const Talks& one = talks[i];
    page.Row(HandleOf({ItemKind::kTalks, static_cast<int>(i)}),
             {{StatusPhrase(one.status), 11, Style::kCyan},
              {TalksPhrase(page.record(), one), 0, Style::kBold},
              {WhereWhenPhrase(page.record(), one.venue, one.date), 26}},
             SentencesPhrase(page.record(), one));
    if (!one.name.empty() && !one.participants.empty()) MoreOf(page, "named", one.name);
    MoreOf(page, "series", one.series);
    MoreOf(page, "on", JoinedWords(page.record(), one.topics));
    MoreOf(page, "mediated by", WhoPhrase(page.record(), one.mediators, ", "));
    MoreOf(page, "asked by", WhoPhrase(page.record(), one.proposers, ", "));
    MoreOf(page, "answers", AnswersPhrase(page.record(), one.answers));
  }
}

void WriteAgreements(Page& page) {
  const auto& agreements = page.items().agreements;
  if (!agreements.empty()) page.Heading("AGREEMENTS");
  for (size_t i = 0; i < agreements.size(); ++i) {
    const Agreement& one = agreements[i];
    page.Row(HandleOf({ItemKind::kAgreement, static_cast<int>(i)}),
             {{AgreementPhrase(page.record(), one), 0, Style::kBold},
              {WhoPhrase(page.record(), one.parties, " – "), 26},
              {WhenPhrase(page.record(), one.date), 16}},
             SentencesPhrase(page.record(), one));
    for (const AgreementTerm& term : one.terms) {
      std::string words = term.obligor ? WhoPhrase(page.record(), *term.obligor) + ": " : "";
      MoreOf(page, "owed", words + WordsOf(page.record(), term.span), SentencePhrase(page.record(), term.span));
    }
    for (const Consequence& consequence : one.consequences) {
      const std::string condition = WordsOf(page.record(), consequence.condition);
      const bool unless = condition.starts_with("unless ") || condition.starts_with("Unless ");
      MoreOf(page, unless ? "unless" : "if",
             condition.substr(unless ? 7 : 0) + " → " + WordsOf(page.record(), consequence.consequence),
             SentencePhrase(page.record(), consequence.condition));
    }
    for (const AgreementKept& kept : one.kept) {
      const std::string by = WhoPhrase(page.record(), kept.asserted_by, ", ");
      MoreOf(page, kept.kept ? "kept by" : "broken by",
             (kept.who ? WhoPhrase(page.record(), *kept.who) : "?") + ": " + WordsOf(page.record(), kept.words) +
                 (by.empty() ? "" : " (says " + by + ")"),
             SentencePhrase(page.record(), kept.words));
    }
    for (const int call : one.calls) {
      if (call < 0 || static_cast<size_t>(call) >= page.items().events.size()) continue;
      MoreOf(page, "called for",
             WhoPhrase(page.record(), page.items().events[static_cast<size_t>(call)].actors, ", ") + " " +
                 HandleOf({ItemKind::kEvent, call}),
             SentencesPhrase(page.record(), page.items().events[static_cast<size_t>(call)]));
    }
  }
}

// Side by side while the columns stay readable, else one below the other.
void WritePositions(Page& page) {
  if (page.items().positions.empty()) return;
  std::vector<std::string> parties;
  for (const Position& position : page.items().positions) {
    std::string party = PartyOf(page.record(), position);
    if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.push_back(std::move(party));
  }
  const size_t most = page.width() >= 110 ? 3 : 2;
  if (parties.size() >= 2 && parties.size() <= most) {
    WritePositionTable(page, parties);
  } else {
    WritePositionList(page);
  }
}

void WriteDisputes(Page& page) {
  const auto& disputes = page.items().disputes;
  if (!disputes.empty()) page.Heading("DISPUTES");
  for (size_t i = 0; i < disputes.size(); ++i) {
    const Dispute& one = disputes[i];
    page.Row(HandleOf({ItemKind::kDispute, static_cast<int>(i)}),
             {{SubjectPhrase(page.record(), one), 0, Style::kBold}}, SentencesPhrase(page.record(), one));
    for (const DisputeSide& side : one.sides) {
      page.Row("", {{WhoPhrase(page.record(), side.who), 22}, {WordsOf(page.record(), side.holds)}},
               SentencePhrase(page.record(), side.holds));
    }
  }
}

}  // namespace rapporteur
