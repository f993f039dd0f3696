#include "store/told_events.h"

#include <algorithm>

#include "record/names.h"

namespace rapporteur {
namespace {

std::string ListOf(const std::vector<EventStatus>& statuses) {
  std::string list;
  for (const EventStatus status : statuses) list += (list.empty() ? "'" : ", '") + std::string(NameOf(status)) + "'";
  return list.empty() ? "''" : list;
}

// A row for each event in the order of the reports and, within one, of the events.
std::string Question(const std::vector<EventStatus>& statuses) {
  return "WITH mention AS (SELECT m.merged, e.report, e.item, e.id, e.status IN (" + ListOf(statuses) +
         ") AS chosen FROM merged_mentions m JOIN events e USING (report, item)), "
         "taken AS (SELECT merged, min((report, item)) AS place, arg_min(id, (report, item)) AS id "
         "FROM mention WHERE chosen GROUP BY merged), "
         "source AS (SELECT m.merged, r.report, coalesce(r.url, r.id) AS address, coalesce(r.publisher, '') AS "
         "publisher "
         "FROM (SELECT DISTINCT merged, report FROM mention) m JOIN reports r USING (report)), "
         "told AS (SELECT merged, list(address ORDER BY report) AS addresses, list(publisher ORDER BY report) AS "
         "publishers "
         "FROM source GROUP BY merged) "
         "SELECT r.id, coalesce(t.place = (m.report, m.item), false)::INTEGER, t.id, i.mentions, i.publishers, "
         "i.reports, "
         "s.addresses, s.publishers FROM mention m JOIN reports r USING (report) JOIN merged_items i USING (merged) "
         "JOIN told s USING (merged) LEFT JOIN taken t USING (merged) ORDER BY m.report, m.item";
}

void KeepOnce(std::vector<std::string>& names) {
  std::vector<std::string> kept;
  for (std::string& name : names) {
    if (!name.empty() && std::find(kept.begin(), kept.end(), name) == kept.end()) kept.push_back(std::move(name));
  }
  names = std::move(kept);
}

}  // namespace

Result<ToldEvents> ReadToldEvents(Store& store, const std::vector<EventStatus>& statuses) {
  const auto merged = IsMerged(store);
  if (!merged.ok()) return merged.error();
  if (!*merged) {
    return Error{ErrorCode::kUsage,
                 "found no merged items in the record, expected those of all its reports; run rapporteur merge, which "
                 "is to be done again after each adding"};
  }
  auto rows = store.Ask(Question(statuses));
  if (!rows.ok()) return rows.error();
  ToldEvents told;
  while (rows->Next()) {
    EventTold event;
    event.taken = rows->Int(1) != 0;
    event.first_id = rows->Text(2);
    event.mentions = rows->Int(3);
    event.publishers = rows->Int(4);
    event.reports = rows->Int(5);
    event.addresses = rows->Texts(6);
    event.publisher_names = rows->Texts(7);
    KeepOnce(event.addresses);
    KeepOnce(event.publisher_names);
    told[std::string(rows->Text(0))].push_back(std::move(event));
  }
  return told;
}

}  // namespace rapporteur
