// What was found in words and columns: who did what to whom, when, where, at whose word, told by whom.
//
// By the thread that holds the store. Deterministic: the same rows in the same order.
#pragma once

#include <string>
#include <vector>

#include "ask/find.h"

namespace rapporteur {

struct ToldRow {
  ItemKind kind = ItemKind::kEvent;
  bool between_reports = false;    // as Found
  std::string type, mode, status;  // of a position its stance, of a statement its form, of an actor its type
  std::optional<Date> from, to;
  std::vector<std::string> who;  // who does it, says it, holds it, takes part: "Ada Brenn (NVA)"
  std::vector<std::string> to_whom;
  std::string place;                 // "Aleppo, SYR"
  std::string words;                 // what is said or held; else the sentence that tells it
  std::vector<std::string> said_by;  // at whose word it stands, outermost first; empty: the report's
  // What reports tell differently: "killed: At least 12 (The Post), 9 (Selk Today)"; of a mention its own: "killed: 9".
  std::string differs;
  std::optional<Date> first_seen, last_seen;
  int64_t reports = 1, publishers = 1;
  // The report that tells it in these words, and the item there.
  std::string report, publisher, published, url, item;
  size_t found = 0;   // which of the things found
  bool first = true;  // the first row of it
};

// A row for each thing, in the words of the first report that tells it; or, with `mentions`, a row for each mention.
// Errors: kIo, kFormat of the store
Result<std::vector<ToldRow>> RowsOf(Store& store, const std::vector<Found>& found, bool mentions);

// The same without words and names, which Found does not have: what counting by days and kinds needs.
std::vector<ToldRow> BareRows(const std::vector<Found>& found);

}  // namespace rapporteur
