#include "ask/write_rows.h"

#include <algorithm>

#include "formats/display.h"
#include "formats/page.h"
#include "formats/rows.h"
#include "record/json_writer.h"
#include "record/names.h"

namespace rapporteur {
namespace {

std::string Iso(const std::optional<Date>& day) { return day ? day->iso() : std::string(); }

// Those that are not empty.
std::string Joined(const std::vector<std::string>& names, std::string_view between) {
  std::string joined;
  for (const std::string& name : names) {
    if (!name.empty()) joined += (joined.empty() ? "" : std::string(between)) + name;
  }
  return joined;
}

// "2013-08-21", "2013-08-01 to 2013-08-31".
std::string DaysOf(const ToldRow& row) {
  if (!row.from) return {};
  return row.from == row.to || !row.to ? row.from->iso() : row.from->iso() + " to " + row.to->iso();
}

// The colour that the page of one report has for the status.
Style StatusStyle(const ToldRow& row) {
  const auto names = EventStatusNames();
  const auto at = std::find(names.begin(), names.end(), row.status);
  return at == names.end() ? Style::kPlain : StyleOf(static_cast<EventStatus>(at - names.begin()));
}

std::string TypeOf(const ToldRow& row) {
  if (row.kind == ItemKind::kEvent) return row.type + (row.mode.empty() ? "" : " " + row.mode);
  const std::string kind(NameOf(row.kind));
  return row.type.empty() ? kind : kind + " " + row.type;
}

// "Brenn (NVA) → Selk · Ostravil, NVA"
std::string DealOf(const ToldRow& row) {
  const std::string whom = Joined(row.to_whom, ", ");
  const std::string who = Joined(row.who, ", ");
  return Joined({whom.empty() ? who : who + (who.empty() ? "→ " : " → ") + whom, row.place}, " · ");
}

// "The Post, 2026-03-03 · Brenn (NVA) says so · ev-0123456789"
std::string SourceOf(const ToldRow& row) {
  const std::string said_by = Joined(row.said_by, " < ");
  return Joined({row.publisher.empty() ? row.report : row.publisher, row.published}, ", ") +
         (said_by.empty() ? "" : " · at the word of " + said_by) + " · " + row.item;
}

}  // namespace

std::string WriteRowsCsv(const std::vector<ToldRow>& rows) {
  std::string out = HeaderLine(RowStyle::kCommas,
                               {"kind",    "type",       "mode",   "status",    "day",       "last_day",   "who",
                                "to_whom", "place",      "words",  "said_by",   "differs",   "first_seen", "last_seen",
                                "reports", "publishers", "report", "publisher", "published", "url",        "item"});
  RowWriter writer(RowStyle::kCommas);
  for (const ToldRow& row : rows) {
    writer.Text(NameOf(row.kind)).Text(row.type).Text(row.mode).Text(row.status).Text(Iso(row.from)).Text(Iso(row.to));
    writer.Texts(row.who, "; ").Texts(row.to_whom, "; ").Text(row.place).Text(row.words).Texts(row.said_by, "; ");
    writer.Text(row.differs).Text(Iso(row.first_seen)).Text(Iso(row.last_seen)).Int(row.reports).Int(row.publishers);
    writer.Text(row.report).Text(row.publisher).Text(row.published).Text(row.url).Text(row.item).EndLine();
  }
  return out + writer.Take();
}

std::string WriteRowsJson(const std::vector<ToldRow>& rows) {
  JsonWriter json;
  const auto text = [&](const char* key, const std::string& value) { json.Key(key).StringOrNull(OneLine(value)); };
  const auto texts = [&](const char* key, const std::vector<std::string>& values) {
    json.Key(key).BeginArray();
    for (const std::string& value : values) json.String(OneLine(value));
    json.EndArray();
  };
  for (const ToldRow& row : rows) {
    json.BeginObject().Key("kind").String(NameOf(row.kind));
    text("type", row.type);
    text("mode", row.mode);
    text("status", row.status);
    text("day", Iso(row.from));
    text("last_day", Iso(row.to));
    texts("who", row.who);
    texts("to_whom", row.to_whom);
    text("place", row.place);
    text("words", row.words);
    texts("said_by", row.said_by);
    text("differs", row.differs);
    text("first_seen", Iso(row.first_seen));
    text("last_seen", Iso(row.last_seen));
    json.Key("reports").Int(row.reports).Key("publishers").Int(row.publishers);
    text("report", row.report);
    text("publisher", row.publisher);
    text("published", row.published);
    text("url", row.url);
    text("item", row.item);
    json.EndObject().EndLine();
  }
  return json.TakeText();
}

std::string WriteRowsText(const std::vector<ToldRow>& rows, const TextOptions& look, bool mentions) {
  constexpr int kDay = 10, kStatus = 12, kType = 18;
  const int wide = std::max(72, look.width) - kDay - kStatus - kType - 4;
  const int deal = wide * 2 / 5;
  std::string out;
  for (const ToldRow& row : rows) {
    if (row.first) {
      AppendRow({{DaysOf(row), kDay, Style::kDim},
                 {row.between_reports ? "differing" : row.status, kStatus, StatusStyle(row)},
                 {TypeOf(row), kType, Style::kBold},
                 {DealOf(row), deal},
                 {row.words, wide - deal}},
                0, look.color, out, 3);
      const std::string reports = std::to_string(row.reports) + (row.reports == 1 ? " report" : " reports");
      const std::string head = mentions ? reports : Joined({reports, SourceOf(row), row.differs}, " · ");
      AppendRow({{head, kStatus + kType + wide + 3, Style::kDim}}, kDay + 1, look.color, out, 0);
    }
    if (!mentions) continue;
    AppendRow({{SourceOf(row), kStatus + kType + 1, Style::kDim}, {Joined({row.differs, row.words}, " · "), wide + 1}},
              kDay + 1, look.color, out, 0);
  }
  return out;
}

}  // namespace rapporteur
