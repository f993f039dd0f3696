#include "ask/told_rows.h"

#include <array>
#include <map>

#include "ask/day_of.h"
#include "record/names.h"
#include "record/numbering.h"

namespace rapporteur {
namespace {

// What a kind's columns hold: SQL over its table k, its report r and the mention a. Empty: it has no such thing.
struct KindWords {
  std::string_view table, type, mode, status, date, place, words;
  // SELECTs of (report, item, n, actor, code, text).
  std::string_view who, to_whom, said_by;
};

constexpr std::string_view kSentence;  // of the first evidence

constexpr std::array<KindWords, ItemNumbering::kKinds> kKinds = {{
    {"actors", "k.type", "", "", "", "", kSentence,
     "SELECT report, item, 1 AS n, item AS actor, code, name AS text FROM actors", "", ""},
    {"events", "k.type", "k.mode", "k.status", "k.date", "k.place", kSentence,
     "SELECT report, item, n, actor, code, text FROM event_actors",
     "SELECT report, item, n, actor, code, text FROM event_recipients",
     "SELECT report, item, n, actor, code, text FROM event_asserted_by"},
    {"statements", "k.form", "", "", "k.date", "", "k.content",
     "SELECT report, item, 1 AS n, speaker_actor AS actor, speaker_code AS code, speaker_text AS text FROM statements "
     "WHERE speaker_sectors IS NOT NULL",
     "SELECT report, item, 1 AS n, addressee_actor AS actor, addressee_code AS code, addressee_text AS text "
     "FROM statements WHERE addressee_sectors IS NOT NULL",
     "SELECT s.report, s.item, 1 AS n, p.speaker_actor AS actor, p.speaker_code AS code, p.speaker_text AS text "
     "FROM statements s JOIN statements p ON p.report = s.report AND p.item = s.parent "
     "WHERE p.speaker_sectors IS NOT NULL"},
    {"positions", "k.stance", "", "", "", "", "k.proposition",
     "SELECT report, item, 1 AS n, holder_actor AS actor, holder_code AS code, holder_text AS text FROM positions",
     "SELECT p.report, p.item, p.n, p.about_item AS actor, NULL AS code, p.text FROM position_about p",
     "SELECT p.report, p.item, 1 AS n, s.speaker_actor AS actor, s.speaker_code AS code, s.speaker_text AS text "
     "FROM positions p JOIN statements s ON s.report = p.report AND s.item = p.statement "
     "WHERE s.speaker_sectors IS NOT NULL AND (s.speaker_actor IS NULL OR s.speaker_actor IS DISTINCT FROM "
     "p.holder_actor)"},
    {"talks", "k.series", "", "k.status", "k.date", "k.venue", kSentence,
     "SELECT report, item, n, actor, code, text FROM talks_participants", "", ""},
    {"agreements", "k.name", "", "", "k.date", "", kSentence,
     "SELECT report, item, n, actor, code, text FROM agreement_parties", "", ""},
    {"disputes", "", "", "", "", "", "k.subject", "SELECT report, item, n, actor, code, text FROM dispute_sides", "",
     ""},
}};

std::string OrNull(std::string_view expression) {
  return expression.empty() ? std::string("CAST(NULL AS VARCHAR)") : std::string(expression);
}

// The names of a role, in their order, each once: those that merging gives, with the code where the name does not say
// it.
std::string NamesJoin(std::string_view rows, const std::string& name) {
  if (rows.empty()) return {};
  return " LEFT JOIN (SELECT report, item, list(shown ORDER BY n, shown) AS names FROM (SELECT x.report, x.item, "
         "min(x.n) AS "
         "n, "
         "coalesce(i.name, c.name, x.text) || CASE WHEN coalesce(x.code, '') = '' OR c.type = 'state' THEN '' ELSE ' "
         "(' || "
         "x.code || ')' END AS shown FROM (" +
         std::string(rows) +
         ") x SEMI JOIN asked q ON q.report = x.report AND q.item = x.item LEFT JOIN actors c ON c.report = x.report "
         "AND "
         "c.item = x.actor LEFT JOIN merged_mentions m ON m.report = x.report AND m.item = c.item LEFT JOIN "
         "merged_items "
         "i ON i.merged = m.merged GROUP BY ALL HAVING shown IS NOT NULL) GROUP BY report, item) " +
         name + " ON " + name + ".report = a.report AND " + name + ".item = a.item";
}

std::string NamesOf(std::string_view rows, const std::string& name) {
  return rows.empty() ? "CAST([] AS VARCHAR[])" : name + ".names";
}

constexpr std::string_view kWords =
    " LEFT JOIN (SELECT e.report, e.item, min(s.text) AS text FROM evidence e SEMI JOIN asked q ON q.report = e.report "
    "AND q.item = e.item JOIN sentences s ON s.report = e.report AND s.start_char <= e.start_char AND e.start_char < "
    "s.end_char WHERE e.n = 1 GROUP BY e.report, e.item) w ON w.report = a.report AND w.item = a.item";

std::string SelectWords(const KindWords& kind, const std::string& asked) {
  const std::string date(kind.date);
  const std::string place(kind.place);
  return "WITH asked(n, report, item) AS MATERIALIZED (VALUES " + asked + ") SELECT a.n, " + OrNull(kind.type) + ", " +
         OrNull(kind.mode) + ", " + OrNull(kind.status) + ", " +
         (date.empty() ? "CAST(NULL AS DATE), CAST(NULL AS DATE)" : date + "_from, " + date + "_to") + ", " +
         (place.empty() ? OrNull("") : place + "_name || coalesce(', ' || " + place + "_country, '')") + ", " +
         (kind.words.empty() ? "w.text" : std::string(kind.words)) + ", " + NamesOf(kind.who, "who") + ", " +
         NamesOf(kind.to_whom, "whom") + ", " + NamesOf(kind.said_by, "said") +
         ", r.id, r.publisher, r.published, r.url, k.id FROM asked a JOIN " + std::string(kind.table) +
         " k ON k.report = a.report AND k.item = a.item JOIN reports r ON r.report = a.report" +
         (kind.words.empty() ? std::string(kWords) : std::string()) + NamesJoin(kind.who, "who") +
         NamesJoin(kind.to_whom, "whom") + NamesJoin(kind.said_by, "said") + " ORDER BY a.n";
}

void Take(const DuckRows& rows, bool mentions, ToldRow& row) {
  row.type = rows.Text(1);
  row.mode = rows.Text(2);
  row.status = rows.Text(3);
  const std::optional<Date> from = DayOf(rows, 4), to = DayOf(rows, 5), published = DayOf(rows, 13);
  if (mentions) {
    row.from = from ? from : published;
    row.to = from ? to : published;
  }
  row.place = rows.Text(6);
  row.words = rows.Text(7);
  row.who = rows.Texts(8);
  row.to_whom = rows.Texts(9);
  row.said_by = rows.Texts(10);
  row.report = rows.Text(11);
  row.publisher = rows.Text(12);
  row.published = published ? published->iso() : std::string();
  row.url = rows.Text(14);
  row.item = rows.Text(15);
}

// The rows and the mention of each, without words yet.
struct Asked {
  std::vector<ToldRow> rows;
  std::vector<FoundMention> mentions;
};

Asked AskedRows(const std::vector<Found>& found, bool mentions) {
  Asked asked;
  for (size_t i = 0; i < found.size(); ++i) {
    const Found& one = found[i];
    for (size_t m = 0; m < (mentions ? one.mentions.size() : 1); ++m) {
      ToldRow row;
      row.kind = one.kind;
      row.between_reports = one.between_reports;
      row.from = one.from;
      row.to = one.to;
      row.first_seen = one.first_seen;
      row.last_seen = one.last_seen;
      row.reports = one.reports;
      row.publishers = one.publishers;
      row.found = i;
      row.first = m == 0;
      asked.rows.push_back(std::move(row));
      asked.mentions.push_back(one.mentions[m]);
    }
  }
  return asked;
}

// "(row, report, item), …" of the rows of one kind of items.
std::string ValuesOf(const Asked& asked, ItemKind kind) {
  std::string values;
  for (size_t i = 0; i < asked.rows.size(); ++i) {
    const ItemKind is = asked.rows[i].between_reports ? ItemKind::kEvent : asked.rows[i].kind;
    if (is != kind) continue;
    const FoundMention& mention = asked.mentions[i];
    values += (values.empty() ? "(" : ", (") + std::to_string(i) + "," + std::to_string(mention.report) + "," +
              std::to_string(mention.item) + ")";
  }
  return values;
}

// "field: value (publisher), …" for each thing; of a mention only its own.
Status GiveDisagreements(Store& store, const std::vector<Found>& found, bool mentions, Asked& asked) {
  auto rows = store.Ask(
      "SELECT d.merged, d.report, d.item, d.field, d.value, coalesce(r.publisher, r.id) FROM merged_disagreements d "
      "JOIN reports r USING (report) ORDER BY d.merged, d.field, d.report, d.item, d.value");
  if (!rows.ok()) return rows.error();
  struct Told {
    std::string words, last_field;
    void Add(const std::string& field, const std::string& value) {
      words += (words.empty() ? "" : last_field == field ? ", " : "; ");
      words += (last_field == field ? "" : field + ": ") + value;
      last_field = field;
    }
  };
  std::map<int64_t, Told> of_things;
  std::map<FoundMention, Told> of_mentions;
  while (rows->Next()) {
    const std::string field(rows->Text(3)), value(rows->Text(4));
    of_things[rows->Int(0)].Add(field, value + " (" + std::string(rows->Text(5)) + ")");
    of_mentions[{rows->Int(1), rows->Int(2)}].Add(field, value);
  }
  for (size_t i = 0; i < asked.rows.size(); ++i) {
    const int64_t merged = found[asked.rows[i].found].merged;
    if (mentions) {
      const auto at = of_mentions.find(asked.mentions[i]);
      if (at != of_mentions.end()) asked.rows[i].differs = at->second.words;
    } else if (const auto at = of_things.find(merged); merged != 0 && at != of_things.end()) {
      asked.rows[i].differs = at->second.words;
    }
  }
  return Ok{};
}

}  // namespace

std::vector<ToldRow> BareRows(const std::vector<Found>& found) { return AskedRows(found, false).rows; }

Result<std::vector<ToldRow>> RowsOf(Store& store, const std::vector<Found>& found, bool mentions) {
  Asked asked = AskedRows(found, mentions);
  for (size_t kind = 0; kind < kKinds.size(); ++kind) {
    const std::string values = ValuesOf(asked, static_cast<ItemKind>(kind));
    if (values.empty()) continue;
    auto rows = store.Ask(SelectWords(kKinds.at(kind), values));
    if (!rows.ok()) return rows.error();
    while (rows->Next()) Take(*rows, mentions, asked.rows[static_cast<size_t>(rows->Int(0))]);
  }
  const auto told = GiveDisagreements(store, found, mentions, asked);
  if (!told.ok()) return told.error();
  return std::move(asked.rows);
}

}  // namespace rapporteur
