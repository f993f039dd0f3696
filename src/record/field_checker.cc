#include "record/field_checker.h"

#include <cmath>

#include "record/names.h"

namespace rapporteur {
namespace {

using Json = FieldChecker::Json;

constexpr size_t kMostProblems = 100;

// Byte offsets of every code point, so that the record's offsets can be looked up.
std::vector<uint32_t> ByteOffsets(std::string_view utf8) {
  std::vector<uint32_t> offsets;
  offsets.reserve(utf8.size() + 1);
  for (uint32_t i = 0; i < utf8.size(); ++i) {
    if ((static_cast<unsigned char>(utf8[i]) & 0xC0U) != 0x80U) offsets.push_back(i);
  }
  offsets.push_back(static_cast<uint32_t>(utf8.size()));
  return offsets;
}

std::string Shown(const Json& value) {
  std::string shown = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (shown.size() > 60) shown = shown.substr(0, 57) + "...";
  return shown;
}

std::string Joined(FieldChecker::Names names) {
  std::string joined;
  for (const std::string_view name : names) joined += (joined.empty() ? "" : ", ") + std::string(name);
  return joined;
}

bool IsCode(const std::string& code) {
  return code.size() == 3 && code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
}

}  // namespace

FieldChecker::FieldChecker(std::string_view utf8) : utf8_(utf8), bytes_(ByteOffsets(utf8)) {}

void FieldChecker::GoTo(int line, std::string where) {
  line_ = line;
  where_ = std::move(where);
}

void FieldChecker::Problem(const std::string& field, const std::string& message) {
  if (problems_.size() >= kMostProblems) return;
  std::string text = where_;
  if (!field.empty()) text += (text.empty() ? "" : ": ") + field;
  problems_.push_back({line_, text.empty() ? message : text + ": " + message});
}

void FieldChecker::Expected(const std::string& field, const Json& found, const std::string& expected) {
  Problem(field, "found " + Shown(found) + ", expected " + expected);
}

const Json* FieldChecker::Field(const Json& object, const std::string& key) {
  const auto found = object.find(key);
  if (found != object.end()) return &*found;
  Problem(key, "missing");
  return nullptr;
}

void FieldChecker::Text(const Json& object, const std::string& key, bool may_be_null) {
  const Json* value = Field(object, key);
  if (value == nullptr || (may_be_null && value->is_null())) return;
  if (!value->is_string() || value->get_ref<const std::string&>().empty()) {
    Expected(key, *value, may_be_null ? "words or null" : "words");
  }
}

void FieldChecker::Texts(const Json& object, const std::string& key) {
  Each(object, key, [&](const Json& value, const std::string& field) {
    if (!value.is_string() || value.get_ref<const std::string&>().empty()) Expected(field, value, "words");
  });
}

void FieldChecker::Number(const Json& object, const std::string& key, int least, int most) {
  const Json* value = Field(object, key);
  if (value == nullptr || value->is_null()) return;
  if (!value->is_number() || *value < least || *value > most)
    Expected(key, *value, "a number from " + std::to_string(least) + " to " + std::to_string(most) + ", or null");
}

void FieldChecker::OneOf(const Json& object, const std::string& key, Names names, bool may_be_null) {
  const Json* value = Field(object, key);
  if (value == nullptr || (may_be_null && value->is_null())) return;
  if (!value->is_string() || !IsOneOf(value->get_ref<const std::string&>(), names)) {
    Expected(key, *value, "one of " + Joined(names));
  }
}

void FieldChecker::CodeAndSectors(const Json& object) {
  const Json* code = Field(object, "code");
  if (code != nullptr && !code->is_null() && !(code->is_string() && IsCode(code->get_ref<const std::string&>()))) {
    Expected("code", *code, "three capital letters or null");
  }
  Each(object, "sectors", [&](const Json& value, const std::string& field) {
    if (!value.is_string() || !IsOneOf(value.get_ref<const std::string&>(), PloverSectors())) {
      Expected(field, value, "one of " + Joined(PloverSectors()));
    }
  });
}

void FieldChecker::Offsets(const Json& span, const std::string& field, bool with_text) {
  if (!span.is_object()) {
    Expected(field, span, "an object with start and end");
    return;
  }
  const Json* start = Field(span, "start");
  const Json* end = Field(span, "end");
  if (start == nullptr || end == nullptr) return;
  if (!start->is_number_unsigned() || !end->is_number_unsigned() || *start >= *end ||
      end->get<uint64_t>() >= bytes_.size()) {
    Problem(field, "found start " + Shown(*start) + ", end " + Shown(*end) +
                       ", expected 0 <= start < end <= " + std::to_string(bytes_.size() - 1));
    return;
  }
  if (!with_text) return;
  const uint32_t from = bytes_[start->get<size_t>()];
  const std::string words(utf8_.substr(from, bytes_[end->get<size_t>()] - from));
  const Json* text = Field(span, "text");
  if (text != nullptr && *text != words) Expected(field + ".text", *text, "the report's words " + Shown(words));
}

void FieldChecker::SpanField(const Json& object, const std::string& key, bool may_be_null) {
  const Json* span = Field(object, key);
  if (span == nullptr || (may_be_null && span->is_null())) return;
  Offsets(*span, key, true);
}

void FieldChecker::SpanList(const Json& object, const std::string& key) {
  Each(object, key, [&](const Json& span, const std::string& field) { Offsets(span, field, true); });
}

void FieldChecker::IdValue(const Json& id, const std::string& field, const std::string& kind) {
  const auto found = id.is_string() ? kinds_.find(id.get<std::string>()) : kinds_.end();
  if (found == kinds_.end() || found->second != kind) {
    Expected(field, id, "the id of an item of this record, kind " + kind);
  }
}

void FieldChecker::IdField(const Json& object, const std::string& key, const std::string& kind) {
  const Json* id = Field(object, key);
  if (id != nullptr && !id->is_null()) IdValue(*id, key, kind);
}

void FieldChecker::RefFields(const Json& ref, const std::string& field) {
  if (!ref.is_object()) {
    Expected(field, ref, "an object with actor and code");
    return;
  }
  IdField(ref, "actor", "actor");
  CodeAndSectors(ref);
  if (ref.contains("start")) {
    Offsets(ref, field, true);
  } else if (ref.value("actor", Json()).is_null()) {
    Problem(field, "neither an actor's id nor words");
  }
}

void FieldChecker::RefField(const Json& object, const std::string& key, bool may_be_null) {
  const Json* ref = Field(object, key);
  if (ref == nullptr || (may_be_null && ref->is_null())) return;
  RefFields(*ref, key);
}

void FieldChecker::RefList(const Json& object, const std::string& key, size_t least) {
  const size_t count = Each(object, key, [&](const Json& ref, const std::string& field) { RefFields(ref, field); });
  if (count < least) Problem(key, "found " + std::to_string(count) + ", expected at least " + std::to_string(least));
}

std::optional<Date> FieldChecker::Day(const Json& object, const std::string& key, bool may_be_null) {
  const Json* day = Field(object, key);
  if (day == nullptr || (may_be_null && day->is_null())) return std::nullopt;
  const auto parsed = day->is_string() ? ParseIsoDate(day->get_ref<const std::string&>()) : std::nullopt;
  if (!parsed) Expected(key, *day, "a day as 2015-12-31");
  return parsed;
}

void FieldChecker::DateField(const Json& object, const std::string& key) {
  const Json* date = Field(object, key);
  if (date == nullptr || date->is_null()) return;
  if (!date->is_object()) {
    Expected(key, *date, "an object with from, to and text, or null");
    return;
  }
  const auto from = Day(*date, "from", false);
  const auto to = Day(*date, "to", false);
  if (from && to && *to < *from) Problem(key, "ends " + to->iso() + ", before it begins, " + from->iso());
  if (date->contains("start")) {
    Offsets(*date, key, true);
  } else {
    Field(*date, "text");
  }
}

void FieldChecker::PlaceField(const Json& object, const std::string& key) {
  const Json* place = Field(object, key);
  if (place == nullptr || place->is_null()) return;
  if (!place->is_object()) {
    Expected(key, *place, "an object or null");
    return;
  }
  Text(*place, "name", false);
  const Json* country = Field(*place, "country");
  if (country != nullptr && !country->is_null() && !(country->is_string() && IsCode(country->get<std::string>()))) {
    Expected(key + ".country", *country, "three capital letters or null");
  }
  for (const auto& [axis, limit] : {std::pair<std::string, double>{"lat", 90}, {"lon", 180}}) {
    const Json* value = Field(*place, axis);
    if (value == nullptr || value->is_null()) continue;
    if (!value->is_number() || std::abs(value->get<double>()) > limit) Expected(key + "." + axis, *value, "degrees");
  }
  const Json* geonames = Field(*place, "geonames");
  if (geonames != nullptr && !geonames->is_null() && !geonames->is_number_integer()) {
    Expected(key + ".geonames", *geonames, "a number or null");
  }
  if (place->contains("start")) Offsets(*place, key, true);
}

}  // namespace rapporteur
