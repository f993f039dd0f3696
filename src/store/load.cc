#include "store/load.h"

#include <array>
#include <map>
#include <memory>

#include "record/numbering.h"
#include "store/schema.h"
#include "store/tables.h"
#include "text/code_points.h"

namespace rapporteur {
namespace {

struct Loading {
  Record record;
  std::unique_ptr<CodePointIndex> points;
  std::unique_ptr<ItemNumbering> numbers;
};

std::vector<std::string>& IdsOf(ItemIds& ids, ItemKind kind) {
  static constexpr std::array<std::vector<std::string> ItemIds::*, ItemNumbering::kKinds> kLists = {
      &ItemIds::actors, &ItemIds::events,     &ItemIds::statements, &ItemIds::positions,
      &ItemIds::talks,  &ItemIds::agreements, &ItemIds::disputes};
  return ids.*kLists.at(static_cast<size_t>(kind));
}

using Page = std::map<int64_t, Loading>;

// An archive of tables.h that reads one row's cells, in the order of the columns.
class CellReader {
 public:
  explicit CellReader(const DuckRows& rows) : rows_(rows) {}

  void From(const Loading& loading, size_t column) {
    loading_ = &loading;
    column_ = column;
  }

  void Text(const char* /*name*/, std::string& value, const char* /*about*/) { value = rows_.Text(column_++); }
  void Texts(const char* /*name*/, std::vector<std::string>& values, const char* /*about*/) {
    values = rows_.Texts(column_++);
  }
  template <typename T>
  void Enum(const char* /*name*/, T& value, std::span<const std::string_view> names, const char* /*about*/) {
    const std::string_view word = rows_.Text(column_++);
    for (size_t i = 0; i < names.size(); ++i) {
      if (names[i] == word) value = static_cast<T>(i);
    }
  }
  void Flag(const char* /*name*/, bool& value, std::span<const std::string_view> names, const char* /*about*/) {
    value = rows_.Text(column_++) == names[0];
  }
  void Small(const char* /*name*/, int& value, const char* /*about*/) {
    value = static_cast<int>(rows_.Int(column_++));
  }
  void Real(const char* /*name*/, double& value, bool /*known*/, const char* /*about*/) {
    value = rows_.Real(column_++);
  }
  void Count(const char* /*name*/, std::optional<SaidCount>& count, const char* /*about*/) {
    if (!rows_.IsNull(column_)) count = SaidCount{std::string(rows_.Text(column_)), {}};
    ++column_;
  }
  void DayOrNull(const char* /*name*/, std::optional<Date>& day, const char* /*about*/) {
    if (!rows_.IsNull(column_)) day = Date::FromDays(rows_.Int(column_));
    ++column_;
  }
  void IsoDay(const char* name, std::string& iso, const char* about) {
    std::optional<Date> day;
    DayOrNull(name, day, about);
    if (day) iso = day->iso();
  }
  void Item(const char* /*name*/, ItemKind kind, int& index, const char* /*about*/) {
    const auto item = Number();
    index = item && item->kind == kind ? item->index : -1;
  }
  void AnyItem(const char* /*name*/, std::optional<ItemRef>& item, const char* /*about*/) { item = Number(); }

  void Words(const char* /*name*/, Span& span, const char* /*about*/) {
    span = loading_->points->ToBytes(
        Span{static_cast<uint32_t>(rows_.Int(column_)), static_cast<uint32_t>(rows_.Int(column_ + 1))});
    column_ += 3;
  }
  void Dates(const char* name, std::optional<DateValue>& date) {
    if (rows_.IsNull(column_)) {
      column_ += 5;
      return;
    }
    date = DateValue{Date::FromDays(rows_.Int(column_)), Date::FromDays(rows_.Int(column_ + 1)), {}};
    column_ += 2;
    Words(name, date->span, "");
  }
  void Place(const char* name, std::optional<PlaceRef>& place) {
    if (rows_.IsNull(column_)) {
      column_ += 8;
      return;
    }
    place.emplace();
    place->name = rows_.Text(column_);
    place->country = rows_.Text(column_ + 1);
    place->has_coordinates = !rows_.IsNull(column_ + 2);
    place->lat = rows_.Real(column_ + 2);
    place->lon = rows_.Real(column_ + 3);
    place->geonames = rows_.Int(column_ + 4);
    column_ += 5;
    Words(name, place->span, "");
  }
  void Ref(const char* name, ActorRef& ref) {
    const auto actor = Number();
    ref.actor = actor && actor->kind == ItemKind::kActor ? actor->index : -1;
    ref.code = rows_.Text(column_++);
    ref.sectors = rows_.Texts(column_++);
    Words(name, ref.span, "");
  }
  void RefOrNull(const char* name, std::optional<ActorRef>& ref) {
    if (rows_.IsNull(column_ + 2)) {  // the sectors: empty, not null, for one that has none
      column_ += 6;
      return;
    }
    Ref(name, ref.emplace());
  }

 private:
  std::optional<ItemRef> Number() { return loading_->numbers->At(rows_.Int(column_++)); }

  const DuckRows& rows_;
  const Loading* loading_ = nullptr;
  size_t column_ = 0;
};

// A visitor of ForEachTable that reads table by table into the reports of a page. The first error stops it.
class Loader {
 public:
  Loader(DuckDatabase& database, const std::string& test) : database_(database), where_(" WHERE report " + test) {}

  void Reports();

  template <typename T, typename Fields>
  void Items(const char* table, ItemKind kind, std::vector<T> rapporteur::Items::*list, Fields fields,
             const char* /*about*/) {
    EachRow(table, "", "report, item", [&](Loading& loading, const DuckRows& rows, CellReader& cells) {
      std::vector<T>& items = loading.record.items.*list;
      const auto item = loading.numbers->At(rows.Int(1));
      if (!item || item->kind != kind || static_cast<size_t>(item->index) != items.size()) return false;
      T& made = items.emplace_back();
      IdsOf(loading.record.ids, kind).emplace_back(rows.Text(2));
      cells.From(loading, 3);
      fields(cells, made);
      cells.Real("", made.confidence, true, "");
      cells.Text("", made.by.rule, "");
      return true;
    });
  }

  template <typename T, typename M, typename Fields>
  void Lists(const char* table, ItemKind kind, std::vector<T> rapporteur::Items::*list, std::vector<M> T::*members,
             Fields fields, const char* /*about*/) {
    EachRow(table, "", "report, item, n", [&](Loading& loading, const DuckRows& rows, CellReader& cells) {
      T* item = ItemOf(loading, kind, loading.record.items.*list, rows.Int(1));
      if (item == nullptr) return false;
      cells.From(loading, 3);
      fields(cells, (item->*members).emplace_back());
      return true;
    });
  }

  template <typename T, typename M, typename S, typename Fields>
  void Sublists(const char* table, ItemKind kind, std::vector<T> rapporteur::Items::*list, std::vector<M> T::*members,
                std::vector<S> M::*submembers, Fields fields, const char* /*about*/) {
    EachRow(table, "", "report, item, of_n, n", [&](Loading& loading, const DuckRows& rows, CellReader& cells) {
      T* item = ItemOf(loading, kind, loading.record.items.*list, rows.Int(1));
      const auto of_n = static_cast<size_t>(rows.Int(2));
      if (item == nullptr || of_n == 0 || of_n > (item->*members).size()) return false;
      cells.From(loading, 4);
      fields(cells, ((item->*members)[of_n - 1].*submembers).emplace_back());
      return true;
    });
  }

  template <typename T, typename Fields>
  void Evidence(ItemKind kind, std::vector<T> rapporteur::Items::*list, Fields fields) {
    const std::string of_kind = " AND kind = '" + std::string(NameOf(kind)) + "'";
    EachRow("evidence", of_kind, "report, item, n", [&](Loading& loading, const DuckRows& rows, CellReader& cells) {
      T* item = ItemOf(loading, kind, loading.record.items.*list, rows.Int(1));
      if (item == nullptr) return false;
      cells.From(loading, 4);
      fields(cells, item->evidence.emplace_back());
      return true;
    });
  }

  // The page, once every table was read.
  Result<NumberedRecords> Take();

 private:
  template <typename T>
  static T* ItemOf(const Loading& loading, ItemKind kind, std::vector<T>& items, int64_t number) {
    const auto item = loading.numbers->At(number);
    const bool found = item && item->kind == kind && static_cast<size_t>(item->index) < items.size();
    return found ? &items[static_cast<size_t>(item->index)] : nullptr;
  }

  // Calls take(loading, rows, cells) for every row of the page's reports; false from it means that the row fits
  // nowhere.
  template <typename Take>
  void EachRow(const char* table, const std::string& further, const std::string& order, Take take) {
    if (!status_.ok()) return;
    auto rows = database_.Query(std::string("SELECT * FROM ") + table + where_ + further + " ORDER BY " + order);
    if (!rows.ok()) {
      status_ = rows.error();
      return;
    }
    CellReader cells(*rows);
    while (rows->Next()) {
      const auto at = page_.find(rows->Int(0));
      if (at != page_.end() && take(at->second, *rows, cells)) continue;
      status_ = Error{ErrorCode::kFormat, database_.path() + ": the record is damaged: table " + table +
                                              ": a row of report " + std::to_string(rows->Int(0)) +
                                              " fits nowhere; bring back a copy of it"};
      return;
    }
  }

  DuckDatabase& database_;
  std::string where_;
  Page page_;
  Status status_ = Ok{};
};

void Loader::Reports() {
  // The texts come first: without them no offset has a meaning.
  auto texts = database_.Query("SELECT report, text FROM reports" + where_);
  if (!texts.ok()) {
    status_ = texts.error();
    return;
  }
  while (texts->Next()) {
    Loading& loading = page_[texts->Int(0)];
    loading.record.text = texts->Text(1);
    loading.points = std::make_unique<CodePointIndex>(loading.record.text);
  }
  EachRow("reports", "", "report", [](Loading& loading, const DuckRows& /*row*/, CellReader& cells) {
    std::string said_title;
    cells.From(loading, 1);
    kReportFields(cells, loading.record, said_title);
    int chars = 0;
    cells.Small("", chars, "");
    std::array<int, ItemNumbering::kKinds> counts = {};
    for (int& count : counts) cells.Small("", count, "");
    loading.numbers = std::make_unique<ItemNumbering>(counts);
    return static_cast<uint32_t>(chars) == loading.points->size();
  });
  EachRow("sentences", "", "report, n", [](Loading& loading, const DuckRows& /*row*/, CellReader& cells) {
    cells.From(loading, 2);
    kSentenceFields(cells, loading.record.report.sentences.emplace_back());
    return true;
  });
}

Result<NumberedRecords> Loader::Take() {
  if (!status_.ok()) return status_.error();
  NumberedRecords records;
  records.reserve(page_.size());
  for (auto& [number, loading] : page_) records.emplace_back(number, std::move(loading.record));
  return records;
}

Result<NumberedRecords> LoadWhere(DuckDatabase& database, const std::string& test) {
  Loader loader(database, test);
  loader.Reports();
  ForEachTable(loader);
  return loader.Take();
}

}  // namespace

Result<NumberedRecords> LoadRecords(DuckDatabase& database, int64_t first, int64_t last) {
  return LoadWhere(database, "BETWEEN " + std::to_string(first) + " AND " + std::to_string(last));
}

Result<NumberedRecords> LoadRecords(DuckDatabase& database, std::span<const int64_t> numbers) {
  std::string list;
  for (const int64_t number : numbers) list += (list.empty() ? "" : ",") + std::to_string(number);
  return numbers.empty() ? NumberedRecords() : LoadWhere(database, "IN (" + list + ")");
}

}  // namespace rapporteur
