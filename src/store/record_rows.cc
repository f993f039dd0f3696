#include "store/record_rows.h"

#include "base/sha256.h"
#include "record/json_writer.h"
#include "record/numbering.h"
#include "store/schema.h"
#include "store/tables.h"
#include "text/code_points.h"

namespace rapporteur {
namespace {

// An archive of tables.h that writes cells. Empty text is null: the text does not say.
class CellWriter {
 public:
  CellWriter(const Record& record, const CodePointIndex& points, const ItemNumbering& numbers)
      : record_(record), points_(points), numbers_(numbers) {}

  void Into(TableRows* rows) { rows_ = rows; }

  void Text(const char* /*name*/, const std::string& value, const char* /*about*/) { TextOrNull(value); }
  void Texts(const char* /*name*/, const std::vector<std::string>& values, const char* /*about*/) {
    rows_->Texts(values);
  }
  template <typename T>
  void Enum(const char* /*name*/, T value, std::span<const std::string_view> names, const char* /*about*/) {
    const auto index = static_cast<size_t>(value);
    TextOrNull(index < names.size() ? names[index] : std::string_view());
  }
  // The first name for true.
  void Flag(const char* /*name*/, bool value, std::span<const std::string_view> names, const char* /*about*/) {
    rows_->Text(names[value ? 0 : 1]);
  }
  void Small(const char* /*name*/, int value, const char* /*about*/) { IntOrNull(value, value != 0); }
  void Real(const char* /*name*/, double value, bool known, const char* /*about*/) { RealOrNull(value, known); }
  void Count(const char* /*name*/, const std::optional<SaidCount>& count, const char* /*about*/) {
    TextOrNull(count ? std::string_view(count->said) : std::string_view());
  }
  void DayOrNull(const char* /*name*/, const std::optional<Date>& day, const char* /*about*/) {
    IntOrNull(day ? day->days() : 0, day.has_value());
  }
  void IsoDay(const char* name, const std::string& iso, const char* about) {
    DayOrNull(name, ParseIsoDate(iso), about);
  }
  void Item(const char* /*name*/, ItemKind kind, int index, const char* /*about*/) { Number({kind, index}); }
  void AnyItem(const char* /*name*/, const std::optional<ItemRef>& item, const char* /*about*/) {
    Number(item.value_or(ItemRef{}));
  }

  void Words(const char* /*name*/, Span span, const char* /*about*/) {
    if (span == Span{}) {
      Nulls(3);
      return;
    }
    rows_->Int(points_.ToCodePoints(span.begin));
    rows_->Int(points_.ToCodePoints(span.end));
    rows_->Text(span.of(record_.text));
  }
  void Dates(const char* name, const std::optional<DateValue>& date) {
    if (!date) {
      Nulls(5);
      return;
    }
    rows_->Int(date->from.days());
    rows_->Int(date->to.days());
    Words(name, date->span, "");
  }
  void Place(const char* name, const std::optional<PlaceRef>& place) {
    if (!place) {
      Nulls(8);
      return;
    }
    rows_->Text(place->name);
    TextOrNull(place->country);
    RealOrNull(place->lat, place->has_coordinates);
    RealOrNull(place->lon, place->has_coordinates);
    IntOrNull(place->geonames, place->geonames != 0);
    Words(name, place->span, "");
  }
  void Ref(const char* name, const ActorRef& ref) {
    Number({ItemKind::kActor, ref.actor});
    TextOrNull(ref.code);
    rows_->Texts(ref.sectors);
    Words(name, ref.span, "");
  }
  void RefOrNull(const char* name, const std::optional<ActorRef>& ref) {
    if (ref) {
      Ref(name, *ref);
    } else {
      Nulls(6);
    }
  }

  void TextOrNull(std::string_view value) {
    if (value.empty()) {
      rows_->Null();
    } else {
      rows_->Text(value);
    }
  }

 private:
  void Number(ItemRef item) {
    const int number = numbers_.Of(item);
    IntOrNull(number, number != 0);
  }
  void IntOrNull(int64_t value, bool known) { known ? rows_->Int(value) : rows_->Null(); }
  void RealOrNull(double value, bool known) { known ? rows_->Real(value) : rows_->Null(); }
  void Nulls(int count) {
    for (int i = 0; i < count; ++i) rows_->Null();
  }

  const Record& record_;
  const CodePointIndex& points_;
  const ItemNumbering& numbers_;
  TableRows* rows_ = nullptr;
};

// A visitor of ForEachTable that fills the tables one after the other.
class RowMaker {
 public:
  RowMaker(const Record& record, const CodePointIndex& points, std::vector<TableRows>& tables)
      : record_(record), numbers_(record.items), writer_(record, points, numbers_), tables_(tables) {}

  void Report(const std::string& said_title, uint32_t chars) {
    TableRows& rows = Begin();
    kReportFields(writer_, record_, said_title);
    rows.Int(chars);
    for (size_t i = 0; i < ItemNumbering::kKinds; ++i) rows.Int(numbers_.CountOf(static_cast<ItemKind>(i)));
    rows.Text(record_.text);
    TableRows& sentences = Begin();
    int n = 0;
    for (const RecordedSentence& sentence : record_.report.sentences) {
      sentences.Int(++n);
      kSentenceFields(writer_, sentence);
    }
  }

  template <typename T, typename Fields>
  void Items(const char* /*table*/, ItemKind kind, std::vector<T> rapporteur::Items::*list, Fields fields,
             const char* /*about*/) {
    TableRows& rows = Begin();
    const std::vector<T>& items = record_.items.*list;
    for (size_t i = 0; i < items.size(); ++i) {
      rows.Int(numbers_.Of({kind, static_cast<int>(i)}));
      writer_.TextOrNull(record_.ids.of(ItemRef{kind, static_cast<int>(i)}));
      fields(writer_, items[i]);
      rows.Real(items[i].confidence);
      writer_.TextOrNull(items[i].by.rule);
    }
  }

  template <typename T, typename M, typename Fields>
  void Lists(const char* /*table*/, ItemKind kind, std::vector<T> rapporteur::Items::*list, std::vector<M> T::*members,
             Fields fields, const char* /*about*/) {
    TableRows& rows = Begin();
    const std::vector<T>& items = record_.items.*list;
    for (size_t i = 0; i < items.size(); ++i) {
      int n = 0;
      for (const M& member : items[i].*members) {
        rows.Int(numbers_.Of({kind, static_cast<int>(i)}));
        rows.Int(++n);
        fields(writer_, member);
      }
    }
  }

  template <typename T, typename M, typename S, typename Fields>
  void Sublists(const char* /*table*/, ItemKind kind, std::vector<T> rapporteur::Items::*list,
                std::vector<M> T::*members, std::vector<S> M::*submembers, Fields fields, const char* /*about*/) {
    TableRows& rows = Begin();
    const std::vector<T>& items = record_.items.*list;
    for (size_t i = 0; i < items.size(); ++i) {
      int of_n = 0;
      for (const M& member : items[i].*members) {
        ++of_n;
        int n = 0;
        for (const S& submember : member.*submembers) {
          rows.Int(numbers_.Of({kind, static_cast<int>(i)}));
          rows.Int(of_n);
          rows.Int(++n);
          fields(writer_, submember);
        }
      }
    }
  }

  template <typename T, typename Fields>
  void Evidence(ItemKind kind, std::vector<T> rapporteur::Items::*list, Fields fields) {
    TableRows& rows = tables_.back();
    const std::vector<T>& items = record_.items.*list;
    writer_.Into(&rows);
    for (size_t i = 0; i < items.size(); ++i) {
      int n = 0;
      for (const auto& evidence : items[i].evidence) {
        rows.Int(numbers_.Of({kind, static_cast<int>(i)}));
        rows.Int(++n);
        rows.Text(NameOf(kind));
        fields(writer_, evidence);
      }
    }
  }

 private:
  TableRows& Begin() {
    TableRows& rows = tables_[next_++];
    writer_.Into(&rows);
    return rows;
  }

  const Record& record_;
  ItemNumbering numbers_;
  CellWriter writer_;
  std::vector<TableRows>& tables_;
  size_t next_ = 0;
};

}  // namespace

std::string Fingerprint(const MadeBy& made_by, const std::string& said_title) {
  std::string key;
  for (const std::string* part : {&made_by.program, &made_by.model, &made_by.lexicon, &said_title})
    key += ValidUtf8(*part) + '\0';
  return Sha256Hex(key).substr(0, 16);
}

ReportRows MakeReportRows(const Record& record, const std::string& said_title) {
  ReportRows made;
  made.id = record.ids.report;
  made.fingerprint = Fingerprint(record.made_by, said_title);
  made.tables.resize(SchemaTables().size());
  const CodePointIndex points(record.text);
  RowMaker maker(record, points, made.tables);
  maker.Report(said_title, points.size());
  ForEachTable(maker);
  for (size_t i = 0; i < ItemNumbering::kKinds; ++i)
    made.items += static_cast<size_t>(ItemNumbering(record.items).CountOf(static_cast<ItemKind>(i)));
  return made;
}

}  // namespace rapporteur
