// A question as SQL: what must hold of an item of each kind.
//
// By the thread that holds the store. Deterministic.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "ask/question.h"
#include "ask/roles.h"
#include "base/result.h"
#include "record/numbering.h"
#include "store/store.h"

namespace rapporteur {

// In the order of ItemKind, each once.
std::vector<ItemKind> AskedKinds(const Question& question);

class Filters {
 public:
  // Looks up in the record whom names mean. Errors: kUsage  a type or status that no item can have, bytes that are not
  // UTF-8; those of the store
  static Result<Filters> Make(Store& store, const Question& question);

  // A statement that gives kind (its number), between (1: an event that reports tell differently, as a dispute),
  // report, item, date_from, date_to, published, merged (null: none), first_seen, last_seen, reports, publishers of
  // each item that matches, in this order. Empty: nothing can match.
  std::string Statement() const;

 private:
  Filters() = default;

  // The test of a name, whose preparations go into with_.
  Result<std::string> Test(Store& store, const std::string& said);
  Status AddWho(Store& store, const std::vector<std::string>& said, AskedSide side);
  Status AddPairs(Store& store);
  Status AddPlace(Store& store);
  void AddAgreement();
  void AddText();
  // A table that the SELECTs may name.
  void With(const std::string& name, const std::string& rows);
  // Items must also be in this SELECT of (report, item), or (empty) none can match.
  void Within(ItemKind kind, std::string rows);
  std::string OwnTests(ItemKind kind) const;
  bool NoneOf(ItemKind kind) const;
  std::string Hits(ItemKind kind) const;

  Question question_;
  std::string with_;  // what stands before the SELECTs
  size_t names_ = 0;  // that with_ has of whom
  std::array<std::vector<std::string>, ItemNumbering::kKinds> within_;
  std::array<bool, ItemNumbering::kKinds> none_ = {};  // of this kind nothing can match
};

}  // namespace rapporteur
