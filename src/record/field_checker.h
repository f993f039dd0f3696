// Checks of single fields of a written record: each says what was found and what was expected.
//
// One object checks one record; not for several threads. Deterministic.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/date.h"
#include "record/validate.h"

namespace rapporteur {

class FieldChecker {
 public:
  using Json = nlohmann::ordered_json;
  using Names = std::span<const std::string_view>;

  explicit FieldChecker(std::string_view utf8);

  // What the next problems are about: a line of the record, and an item's kind and id.
  void GoTo(int line, std::string where);

  // An id that references may name, with its item's kind; false when it was there already.
  bool AddId(const std::string& id, const std::string& kind) { return kinds_.emplace(id, kind).second; }
  bool KnowsId(const std::string& id) const { return kinds_.contains(id); }

  void Problem(const std::string& field, const std::string& message);
  void Expected(const std::string& field, const Json& found, const std::string& expected);

  // The field; nullptr after saying that it is missing.
  const Json* Field(const Json& object, const std::string& key);

  void Text(const Json& object, const std::string& key, bool may_be_null);
  void Texts(const Json& object, const std::string& key);
  void Number(const Json& object, const std::string& key, int least, int most);  // or null
  void OneOf(const Json& object, const std::string& key, Names names, bool may_be_null = false);
  void CodeAndSectors(const Json& object);
  void Offsets(const Json& span, const std::string& field, bool with_text);
  void SpanField(const Json& object, const std::string& key, bool may_be_null);
  void SpanList(const Json& object, const std::string& key);
  void IdValue(const Json& id, const std::string& field, const std::string& kind);
  void IdField(const Json& object, const std::string& key, const std::string& kind);
  void RefFields(const Json& ref, const std::string& field);
  void RefField(const Json& object, const std::string& key, bool may_be_null);
  void RefList(const Json& object, const std::string& key, size_t least = 0);
  std::optional<Date> Day(const Json& object, const std::string& key, bool may_be_null);
  void DateField(const Json& object, const std::string& key);
  void PlaceField(const Json& object, const std::string& key);

  // Calls check(value, "key[i]") on each member of a list; gives their number.
  template <typename Check>
  size_t Each(const Json& object, const std::string& key, Check check) {
    const Json* list = Field(object, key);
    if (list == nullptr) return 0;
    if (!list->is_array()) {
      Expected(key, *list, "a list");
      return 0;
    }
    for (size_t i = 0; i < list->size(); ++i) check((*list)[i], key + "[" + std::to_string(i) + "]");
    return list->size();
  }

  std::string_view utf8() const { return utf8_; }
  size_t code_points() const { return bytes_.size() - 1; }
  const std::vector<RecordProblem>& problems() const { return problems_; }

 private:
  std::string_view utf8_;
  std::vector<uint32_t> bytes_;               // where each code point begins, and the end
  std::map<std::string, std::string> kinds_;  // of each id
  std::string where_;
  int line_ = 0;
  std::vector<RecordProblem> problems_;
};

}  // namespace rapporteur
