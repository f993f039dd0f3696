#include "ask/filters.h"

#include <algorithm>
#include <span>

#include "ask/countries.h"
#include "ask/sql_text.h"
#include "ask/who.h"
#include "lexicon/table.h"
#include "record/names.h"
#include "text/characters.h"

namespace rapporteur {
namespace {

// A kind's table and what of it a question asks; an empty name: it has no such thing.
struct KindColumns {
  std::string_view table, type, status, mode, place, date;
};

constexpr std::array<KindColumns, ItemNumbering::kKinds> kColumns = {{
    {"actors", "k.type", "", "", "", ""},
    {"events", "k.type", "k.status", "k.mode", "place", "k.date"},
    {"statements", "k.form", "", "", "", "k.date"},
    {"positions", "k.stance", "k.stance", "", "", ""},
    {"talks", "k.status", "k.status", "", "venue", "k.date"},
    {"agreements", "verdict", "verdict", "", "", "k.date"},
    {"disputes", "", "", "", "", ""},
}};

const KindColumns& ColumnsOf(ItemKind kind) { return kColumns.at(static_cast<size_t>(kind)); }

using Words = std::span<const std::string_view>;

Words TypesOf(ItemKind kind) {
  switch (kind) {
    case ItemKind::kActor:
      return ActorTypeNames();
    case ItemKind::kEvent:
      return PloverTypes();
    case ItemKind::kStatement:
      return StatementFormNames();
    case ItemKind::kPosition:
      return StanceNames();
    case ItemKind::kTalks:
      return TalksStatusNames();
    case ItemKind::kAgreement:
      return VerdictNames();
    case ItemKind::kDispute:
      return {};
  }
  return {};
}

Words StatusesOf(ItemKind kind) {
  const bool none = ColumnsOf(kind).status.empty();
  return kind == ItemKind::kEvent ? EventStatusNames() : none ? Words() : TypesOf(kind);
}

constexpr std::array<ItemKind, ItemNumbering::kKinds> kAllKinds = {
    ItemKind::kActor, ItemKind::kEvent,     ItemKind::kStatement, ItemKind::kPosition,
    ItemKind::kTalks, ItemKind::kAgreement, ItemKind::kDispute};

// Those of the words that are in the list, as the list writes them.
std::vector<std::string> Known(const std::vector<std::string>& words, Words list) {
  std::vector<std::string> known;
  for (const std::string_view listed : list) {
    const bool asked = std::any_of(words.begin(), words.end(),
                                   [&](const std::string& word) { return LowerCase(word) == LowerCase(listed); });
    if (asked) known.emplace_back(listed);
  }
  return known;
}

Status CheckWords(const char* what, const std::vector<std::string>& words, Words (*list_of)(ItemKind)) {
  for (const std::string& word : words) {
    std::string all;
    bool known = false;
    for (const ItemKind kind : kAllKinds) {
      std::string of_kind;
      for (const std::string_view listed : list_of(kind))
        of_kind += (of_kind.empty() ? "" : ", ") + std::string(listed);
      if (of_kind.empty()) continue;
      all += (all.empty() ? "" : "; ") + std::string(NameOf(kind)) + ": " + of_kind;
      known = known || !Known({word}, list_of(kind)).empty();
    }
    if (!known) {
      return Error{ErrorCode::kUsage, std::string(what) + ": found \"" + word +
                                          "\", expected a word of one kind of item (" + all + "); choose one of these"};
    }
  }
  return Ok{};
}

Status CheckBytes(const Question& question) {
  std::vector<const std::string*> said = {&question.place, &question.agreement, &question.text};
  for (const auto* list :
       {&question.types, &question.modes, &question.statuses, &question.actors, &question.by, &question.to}) {
    for (const std::string& one : *list) said.push_back(&one);
  }
  for (const AskedPair& pair : question.pairs) {
    said.push_back(&pair.one);
    said.push_back(&pair.other);
  }
  for (const std::string* one : said) {
    if (FindBadUtf8(*one) != std::string_view::npos || one->find('\0') != std::string::npos)
      return Error{ErrorCode::kUsage,
                   "a filter: found bytes that are not UTF-8, or a NUL, expected text; type it again"};
  }
  return Ok{};
}

bool IsNumber(std::string_view text) {
  return !text.empty() && text.size() < 19 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string In(std::string_view column, const std::vector<std::string>& values) {
  return std::string(column) + " IN " + SqlTexts(values);
}

}  // namespace

std::vector<ItemKind> AskedKinds(const Question& question) {
  std::vector<ItemKind> kinds;
  for (const ItemKind kind : kAllKinds) {
    const auto& asked = question.kinds;
    const bool named = std::find(asked.begin(), asked.end(), kind) != asked.end();
    if (asked.empty() ? kind != ItemKind::kActor : named) kinds.push_back(kind);
  }
  return kinds;
}

Result<Filters> Filters::Make(Store& store, const Question& question) {
  Status status = CheckBytes(question);
  if (status.ok()) status = CheckWords("type", question.types, TypesOf);
  if (status.ok()) status = CheckWords("status", question.statuses, StatusesOf);
  Filters filters;
  filters.question_ = question;
  if (status.ok()) status = filters.AddWho(store, question.actors, AskedSide::kAny);
  if (status.ok()) status = filters.AddWho(store, question.by, AskedSide::kDoer);
  if (status.ok()) status = filters.AddWho(store, question.to, AskedSide::kReceiver);
  if (status.ok()) status = filters.AddPairs(store);
  if (status.ok()) status = filters.AddPlace(store);
  if (!status.ok()) return status.error();
  filters.AddAgreement();
  filters.AddText();
  return filters;
}

void Filters::With(const std::string& name, const std::string& rows) {
  with_ += (with_.empty() ? "" : ", ") + name + " AS MATERIALIZED (" + rows + ")";
}

void Filters::Within(ItemKind kind, std::string rows) {
  const auto at = static_cast<size_t>(kind);
  if (rows.empty()) none_.at(at) = true;
  within_.at(at).push_back(std::move(rows));
}

Result<std::string> Filters::Test(Store& store, const std::string& said) {
  auto who = TestFor(store, said, question_.countries, "who" + std::to_string(++names_));
  if (!who.ok()) return who.error();
  if (!who->with.empty()) with_ += (with_.empty() ? "" : ", ") + who->with;
  return who->test;
}

Status Filters::AddWho(Store& store, const std::vector<std::string>& said, AskedSide side) {
  for (const std::string& one : said) {
    const auto test = Test(store, one);
    if (!test.ok()) return test.error();
    for (const ItemKind kind : kAllKinds) {
      const std::string roles = SqlRoles(kind, side, *test);
      Within(kind, roles.empty() ? roles : "SELECT report, item FROM (" + roles + ")");
    }
  }
  return Ok{};
}

Status Filters::AddPairs(Store& store) {
  for (const AskedPair& pair : question_.pairs) {
    const auto one = Test(store, pair.one);
    if (!one.ok()) return one.error();
    const auto other = Test(store, pair.other);
    if (!other.ok()) return other.error();
    for (const ItemKind kind : kAllKinds) {
      // Somebody else: another actor, or, of those that the record does not list, other words.
      Within(kind, "SELECT a.report, a.item FROM (" + SqlRoles(kind, AskedSide::kAny, *one) + ") a JOIN (" +
                       SqlRoles(kind, AskedSide::kAny, *other) +
                       ") b USING (report, item) WHERE coalesce(a.actor, -1 - a.start_char, 0) <> "
                       "coalesce(b.actor, -1 - b.start_char, 0)");
    }
  }
  return Ok{};
}

Status Filters::AddPlace(Store& store) {
  const std::string& place = question_.place;
  if (place.empty()) return Ok{};
  const auto country = CountryCode(store, place, question_.countries);
  if (!country.ok()) return country.error();
  for (const ItemKind kind : kAllKinds) {
    const KindColumns& columns = ColumnsOf(kind);
    if (columns.place.empty()) {
      Within(kind, "");
      continue;
    }
    const std::string of(columns.place);
    const std::string select = "SELECT report, item FROM " + std::string(columns.table) + " WHERE ";
    if (IsNumber(place)) {
      Within(kind, select + of + "_geonames = " + place);
      continue;
    }
    const std::string table(columns.table);
    std::string rows =
        "WITH named AS MATERIALIZED (SELECT name FROM " +
        SqlOnce("SELECT " + of + "_name AS name FROM " + table + " UNION ALL SELECT " + of + "_text FROM " + table) +
        " WHERE " + SqlHasWords("name", SqlWords::kNames, place) + ") " + select + of + "_name IN (FROM named) OR " +
        of + "_text IN (FROM named)";
    rows += country->empty() ? std::string() : " OR " + of + "_country = " + SqlText(*country);
    Within(kind, std::move(rows));
  }
  return Ok{};
}

void Filters::AddAgreement() {
  const std::string& said = question_.agreement;
  if (said.empty()) return;
  const std::string words = "SELECT word FROM " + SqlOnce("SELECT word FROM pact_names") + " WHERE " +
                            SqlHasWords("word", SqlWords::kNames, said);
  With("pact_names",
       "SELECT report, item, name AS word FROM agreements UNION ALL SELECT report, item, unnest(aliases) FROM "
       "agreements "
       "UNION ALL SELECT report, item, text FROM evidence WHERE kind = 'agreement' AND role = 'trigger'");
  With("pact_named", "SELECT DISTINCT report, item FROM pact_names WHERE word IN (" + words + ")");
  With("pact_merged", "SELECT DISTINCT merged FROM merged_mentions SEMI JOIN pact_named USING (report, item)");
  With("pact",
       "SELECT report, item FROM merged_mentions SEMI JOIN pact_merged USING (merged) "
       "UNION SELECT report, item FROM pact_named");
  With("pact_words",
       "SELECT e.report, e.start_char, e.end_char FROM evidence e SEMI JOIN pact USING (report, item) "
       "WHERE e.role <> 'party'");
  With("pact_things",
       "SELECT report, item FROM pact "
       "UNION SELECT report, actor FROM agreement_parties SEMI JOIN pact USING (report, item) "
       "UNION SELECT report, event FROM agreement_calls SEMI JOIN pact USING (report, item) "
       "UNION SELECT p.report, p.item FROM position_about p SEMI JOIN pact ON pact.report = p.report AND "
       "pact.item = p.about_item "
       "UNION SELECT d.report, d.item FROM disputes d SEMI JOIN pact ON pact.report = d.report AND "
       "pact.item = d.subject_item "
       "UNION SELECT e.report, e.item FROM evidence e JOIN pact_words w ON w.report = e.report AND "
       "w.start_char < e.end_char AND e.start_char < w.end_char WHERE e.kind <> 'agreement' AND "
       "e.role IN ('trigger', 'content', 'proposition', 'topic', 'subject', 'holds')");
  for (const ItemKind kind : kAllKinds) Within(kind, "SELECT report, item FROM pact_things");
}

void Filters::AddText() {
  if (question_.text.empty()) return;
  const std::vector<std::string> all = SplitWords(question_.text);
  for (size_t i = 0; i < all.size(); ++i) {
    const std::string name = "said" + std::to_string(i);
    With(name + "_in",
         "SELECT report, start_char, end_char FROM sentences WHERE " + SqlHasWords("text", SqlWords::kText, all[i]));
    With(name, "SELECT DISTINCT e.report, e.item FROM evidence e JOIN " + name +
                   "_in s ON s.report = e.report AND s.start_char < e.end_char AND e.start_char < s.end_char");
    for (const ItemKind kind : kAllKinds) Within(kind, "SELECT report, item FROM " + name);
  }
  if (!all.empty()) return;
  for (const ItemKind kind : kAllKinds) Within(kind, "");  // no word to look for
}

std::string Filters::OwnTests(ItemKind kind) const {
  const KindColumns& columns = ColumnsOf(kind);
  std::string tests;
  const auto test = [&](const std::string& one) { tests += (tests.empty() ? " WHERE " : " AND ") + one; };
  const auto word_test = [&](std::string_view column, const std::vector<std::string>& words) {
    const bool in_list = kind == ItemKind::kAgreement;
    test(in_list ? "(k.report, k.item) IN (SELECT report, item FROM agreement_kept WHERE " + In(column, words) + ")"
                 : In(column, words));
  };
  if (!question_.types.empty()) word_test(columns.type, Known(question_.types, TypesOf(kind)));
  if (!question_.statuses.empty()) word_test(columns.status, Known(question_.statuses, StatusesOf(kind)));
  if (!question_.modes.empty()) {
    std::vector<std::string> modes;
    for (const std::string& mode : question_.modes) modes.push_back(LowerCase(mode));
    test("lower(" + In(std::string(columns.mode) + ")", modes));
  }
  const auto day = [&](const char* end) {
    return columns.date.empty() ? std::string("r.published")
                                : "coalesce(" + std::string(columns.date) + end + ", r.published)";
  };
  if (question_.since) test(day("_to") + " >= DATE " + SqlText(question_.since->iso()));
  if (question_.until) test(day("_from") + " <= DATE " + SqlText(question_.until->iso()));
  return tests;
}

bool Filters::NoneOf(ItemKind kind) const {
  const auto lacks = [](const std::vector<std::string>& words, Words list) {
    return !words.empty() && Known(words, list).empty();
  };
  return none_.at(static_cast<size_t>(kind)) || lacks(question_.types, TypesOf(kind)) ||
         lacks(question_.statuses, StatusesOf(kind)) || (!question_.modes.empty() && ColumnsOf(kind).mode.empty());
}

// Those of a kind that match, but for what merging tells of them.
std::string Filters::Hits(ItemKind kind) const {
  const KindColumns& columns = ColumnsOf(kind);
  const std::string date = columns.date.empty() ? "CAST(NULL AS DATE) AS date_from, CAST(NULL AS DATE) AS date_to"
                                                : "k.date_from, k.date_to";
  std::string sql = "SELECT k.report, k.item, " + date + ", r.published FROM " + std::string(columns.table) +
                    " k JOIN reports r ON r.report = k.report";
  size_t joined = 0;
  for (const std::string& rows : within_.at(static_cast<size_t>(kind))) {
    const std::string name = "w" + std::to_string(++joined);
    sql += " SEMI JOIN (" + rows + ") " + name + " ON " + name + ".report = k.report AND " + name + ".item = k.item";
  }
  return sql + OwnTests(kind);
}

std::string Filters::Statement() const {
  std::string with = with_;
  std::string hits;
  std::array<bool, ItemNumbering::kKinds> has_hits = {};
  const auto add = [&](ItemKind kind, bool between_reports) {
    if (NoneOf(kind)) return;
    const std::string name = "hits_of_" + std::string(ColumnsOf(kind).table);
    if (!has_hits.at(static_cast<size_t>(kind)))
      with += (with.empty() ? "" : ", ") + name + " AS MATERIALIZED (" + Hits(kind) + ")";
    has_hits.at(static_cast<size_t>(kind)) = true;
    hits += (hits.empty() ? "SELECT " : " UNION ALL SELECT ") +
            std::to_string(static_cast<int>(between_reports ? ItemKind::kDispute : kind)) + " AS kind, " +
            (between_reports ? "1" : "0") + " AS between_reports, * FROM " + name;
  };
  for (const ItemKind kind : AskedKinds(question_)) {
    add(kind, false);
    if (kind == ItemKind::kDispute && !question_.kinds.empty()) add(ItemKind::kEvent, true);
  }
  if (hits.empty()) return {};
  // What merging tells is cut down to the hits before it is joined: its tables are the largest.
  return "WITH " + with + ", hits AS MATERIALIZED (" + hits +
         "), mentions AS MATERIALIZED (SELECT * FROM merged_mentions SEMI JOIN hits USING (report, item)), "
         "things AS MATERIALIZED (SELECT merged, first_seen, last_seen, reports, publishers FROM merged_items "
         "SEMI JOIN mentions USING (merged)) "
         "SELECT h.kind, h.between_reports, h.report, h.item, h.date_from, h.date_to, h.published, m.merged, "
         "coalesce(t.first_seen, h.published), coalesce(t.last_seen, h.published), coalesce(t.reports, 1), "
         "coalesce(t.publishers, 1) FROM hits h LEFT JOIN mentions m ON m.report = h.report AND m.item = h.item "
         "LEFT JOIN things t ON t.merged = m.merged WHERE coalesce(t.reports, 1) >= " +
         std::to_string(question_.least_reports) +
         " AND coalesce(t.publishers, 1) >= " + std::to_string(question_.least_publishers) + " AND (" +
         (question_.differing ? "FALSE" : "h.between_reports = 0") +
         " OR m.merged IN (SELECT merged FROM merged_disagreements)) "
         "ORDER BY h.kind, h.between_reports, h.report, h.item";
}

}  // namespace rapporteur
