#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "ask/write_rows.h"
#include "formats/display.h"
#include "formats/rows.h"
#include "record/json_writer.h"
#include "record/names.h"

namespace rapporteur {
namespace {

std::string JsonText(std::string_view text) {
  JsonWriter json;
  return json.String(text).TakeText();
}

std::string MomentText(DuckMoment moment) {
  constexpr int64_t kDay = 86'400'000'000;
  const int64_t day = moment.microseconds / kDay - (moment.microseconds % kDay < 0 ? 1 : 0);
  const int64_t seconds = (moment.microseconds - day * kDay) / 1'000'000;
  const auto two = [](int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return Date::FromDays(day).iso() + "T" + two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60);
}

AnyTable::Cell CellOf(const DuckValue& value) {
  if (const auto* flag = std::get_if<bool>(&value.is))
    return {*flag ? "true" : "false", *flag ? "true" : "false", false};
  if (const auto* whole = std::get_if<int64_t>(&value.is)) return NumberCell(*whole);
  if (const auto* real = std::get_if<double>(&value.is)) {
    JsonWriter json;
    const std::string number = json.Decimal(*real, 9).TakeText();
    return {number == "null" ? "" : number, number, true};
  }
  if (const auto* text = std::get_if<std::string>(&value.is)) return {*text, JsonText(OneLine(*text)), false};
  if (const auto* day = std::get_if<DuckDay>(&value.is)) return TextCell(Date::FromDays(day->days).iso());
  if (const auto* moment = std::get_if<DuckMoment>(&value.is)) return TextCell(MomentText(*moment));
  if (const auto* list = std::get_if<DuckValues>(&value.is)) {
    AnyTable::Cell cell;
    for (const DuckValue& member : *list) {
      const AnyTable::Cell one = CellOf(member);
      cell.text += (cell.json.empty() ? "" : "|") + one.text;
      cell.json += (cell.json.empty() ? "[" : ",") + one.json;
    }
    cell.json += cell.json.empty() ? "[]" : "]";
    return cell;
  }
  return {"", "null", false};
}

std::string TableText(const AnyTable& table, const TextOptions& look) {
  const int most = std::max(10, look.width / static_cast<int>(std::max<size_t>(1, table.columns.size())) * 2);
  std::vector<Cell> cells;
  for (const std::string& name : table.columns)
    cells.push_back({name, DisplayWidth(OneLine(name)), Style::kBold, false});
  for (const auto& row : table.rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      cells[i].width = std::max(cells[i].width, std::min(most, DisplayWidth(OneLine(row[i].text))));
      cells[i].right = cells[i].right || row[i].right;
    }
  }
  // The widest give way until the table is as wide as the page.
  const auto width = [&] {
    int all = static_cast<int>(cells.size()) - 1;
    for (const Cell& cell : cells) all += cell.width;
    return all;
  };
  while (width() > look.width) {
    const auto widest =
        std::max_element(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.width < b.width; });
    if (widest->width <= 4) break;
    --widest->width;
  }
  std::string out;
  AppendRow(cells, 0, look.color, out, 1);
  for (const auto& row : table.rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      cells[i].text = row[i].text;
      cells[i].style = Style::kPlain;
    }
    AppendRow(cells, 0, look.color, out, 3);
  }
  return out;
}

std::string DayKey(const ToldRow& row, size_t letters) { return row.from ? row.from->iso().substr(0, letters) : ""; }

std::set<std::string> PairsOf(const ToldRow& row) {
  std::set<std::string> pairs;
  for (const std::string& one : row.who) {
    for (const std::string& other : row.to_whom) pairs.insert(one + " → " + other);
    if (!row.to_whom.empty() || row.kind == ItemKind::kStatement || row.kind == ItemKind::kPosition) continue;
    for (const std::string& other : row.who) {
      if (one < other) pairs.insert(one + " – " + other);
    }
  }
  return pairs;
}

std::set<std::string> KeysOf(const ToldRow& row, CountBy by) {
  switch (by) {
    case CountBy::kDay:
      return {DayKey(row, 10)};
    case CountBy::kMonth:
      return {DayKey(row, 7)};
    case CountBy::kYear:
      return {DayKey(row, 4)};
    case CountBy::kKind:
      return {std::string(NameOf(row.kind))};
    case CountBy::kType:
      return {row.type};
    case CountBy::kStatus:
      return {row.status};
    case CountBy::kPlace:
      return {row.place};
    case CountBy::kPair:
      return PairsOf(row);
    case CountBy::kActor: {
      std::set<std::string> names(row.who.begin(), row.who.end());
      names.insert(row.to_whom.begin(), row.to_whom.end());
      return names;
    }
  }
  return {};
}

constexpr std::array<std::string_view, 9> kCountNames = {"day",    "month", "year", "kind", "type",
                                                         "status", "actor", "pair", "place"};

}  // namespace

std::span<const std::string_view> CountNames() { return kCountNames; }

AnyTable::Cell TextCell(const std::string& text) {
  return {text, text.empty() ? "null" : JsonText(OneLine(text)), false};
}

AnyTable::Cell NumberCell(int64_t number) { return {std::to_string(number), std::to_string(number), true}; }

Result<AnyTable> ReadAll(DuckRows rows) {
  AnyTable table;
  table.columns = rows.Columns();
  while (rows.Next()) {
    auto& row = table.rows.emplace_back();
    for (size_t i = 0; i < table.columns.size(); ++i) {
      const auto value = rows.Value(i);
      if (!value.ok()) return value.error();
      row.push_back(CellOf(*value));
    }
  }
  return table;
}

std::string WriteTable(const AnyTable& table, TableForm form, const TextOptions& look) {
  if (form == TableForm::kText) return TableText(table, look);
  std::string out = form == TableForm::kCsv ? HeaderLine(RowStyle::kCommas, table.columns) : std::string();
  for (const auto& row : table.rows) {
    RowWriter writer(RowStyle::kCommas);
    std::string json;
    for (size_t i = 0; i < row.size(); ++i) {
      writer.Text(row[i].text);
      json += (i == 0 ? "{" : ",") + JsonText(table.columns[i]) + ":" + row[i].json;
    }
    writer.EndLine();
    out += form == TableForm::kCsv ? writer.Take() : json + "}\n";
  }
  return out;
}

bool CountsBareRows(CountBy by) {
  return by == CountBy::kDay || by == CountBy::kMonth || by == CountBy::kYear || by == CountBy::kKind;
}

AnyTable CountRows(const std::vector<ToldRow>& rows, CountBy by) {
  std::map<std::string, int64_t> counts;
  for (const ToldRow& row : rows) {
    for (const std::string& key : KeysOf(row, by)) ++counts[key];
  }
  std::vector<std::pair<std::string, int64_t>> ordered(counts.begin(), counts.end());
  const bool by_day = by == CountBy::kDay || by == CountBy::kMonth || by == CountBy::kYear;
  if (!by_day)
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  AnyTable table;
  table.columns = {std::string(kCountNames.at(static_cast<size_t>(by))), "count"};
  for (const auto& [key, count] : ordered) {
    table.rows.push_back({TextCell(key), NumberCell(count)});
  }
  return table;
}

}  // namespace rapporteur
