#include "ask/roles.h"

#include <array>
#include <string_view>

namespace rapporteur {
namespace {

struct RoleTable {
  ItemKind kind;
  AskedSide side;  // kAny: either
  // A SELECT of the six columns; " WHERE " and a test of them follow.
  std::string_view rows;
};

constexpr std::array<RoleTable, 16> kTables = {{
    {ItemKind::kActor, AskedSide::kAny,
     "(SELECT report, item, item AS actor, code, sectors, 0 AS start_char FROM actors)"},
    {ItemKind::kEvent, AskedSide::kDoer, "event_actors"},
    {ItemKind::kEvent, AskedSide::kReceiver, "event_recipients"},
    {ItemKind::kStatement, AskedSide::kDoer,
     "(SELECT report, item, speaker_actor AS actor, speaker_code AS code, speaker_sectors AS sectors, "
     "speaker_start_char AS start_char FROM statements)"},
    {ItemKind::kStatement, AskedSide::kReceiver,
     "(SELECT report, item, addressee_actor AS actor, addressee_code AS code, addressee_sectors AS sectors, "
     "addressee_start_char AS start_char FROM statements)"},
    {ItemKind::kPosition, AskedSide::kDoer,
     "(SELECT report, item, holder_actor AS actor, holder_code AS code, holder_sectors AS sectors, "
     "holder_start_char AS start_char FROM positions)"},
    {ItemKind::kPosition, AskedSide::kReceiver,
     "(SELECT p.report, p.item, a.item AS actor, a.code, a.sectors, p.start_char FROM position_about p "
     "JOIN actors a ON a.report = p.report AND a.item = p.about_item)"},
    {ItemKind::kPosition, AskedSide::kReceiver,
     "(SELECT p.report, p.item, s.addressee_actor AS actor, s.addressee_code AS code, s.addressee_sectors AS sectors, "
     "s.addressee_start_char AS start_char FROM positions p "
     "JOIN statements s ON s.report = p.report AND s.item = p.statement)"},
    {ItemKind::kTalks, AskedSide::kAny, "talks_participants"},
    {ItemKind::kTalks, AskedSide::kAny, "talks_mediators"},
    {ItemKind::kTalks, AskedSide::kAny, "talks_proposers"},
    {ItemKind::kTalks, AskedSide::kAny, "talks_answers"},
    {ItemKind::kAgreement, AskedSide::kAny, "agreement_parties"},
    {ItemKind::kAgreement, AskedSide::kAny,
     "(SELECT report, item, obligor_actor AS actor, obligor_code AS code, obligor_sectors AS sectors, "
     "obligor_start_char AS start_char FROM agreement_terms)"},
    {ItemKind::kAgreement, AskedSide::kAny,
     "(SELECT report, item, who_actor AS actor, who_code AS code, who_sectors AS sectors, "
     "who_start_char AS start_char FROM agreement_kept)"},
    {ItemKind::kDispute, AskedSide::kAny, "dispute_sides"},
}};

}  // namespace

std::string SqlRoles(ItemKind kind, AskedSide side, const std::string& test) {
  std::string sql;
  for (const RoleTable& table : kTables) {
    const bool fits = side == AskedSide::kAny || table.side == AskedSide::kAny || table.side == side;
    if (table.kind != kind || !fits) continue;
    sql += (sql.empty() ? "" : " UNION ALL ");
    sql += "SELECT report, item, actor, code, sectors, start_char FROM " + std::string(table.rows) + " WHERE " + test;
  }
  return sql;
}

}  // namespace rapporteur
