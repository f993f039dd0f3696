#include "inputs/json_fields.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "inputs/clean.h"

namespace rapporteur {
namespace {

constexpr size_t kDeepest = 3;
constexpr size_t kMostFields = 2000;

// Receives nlohmann's events. Only the first levels of the value are kept.
class FieldsOf : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool value) override { return Add(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return Add(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return Add(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& digits) override { return Add(digits); }
  bool binary(binary_t& /*value*/) override { return true; }

  bool string(string_t& value) override {
    if (lists_ == 1 && objects_ == keys_.size()) {
      std::string& joined = list_;
      if (!joined.empty()) joined += "\n\n";
      joined += value;
      return true;
    }
    return Add(std::move(value));
  }

  bool start_object(size_t /*members*/) override {
    if (lists_ == 0 && objects_ == keys_.size()) keys_.emplace_back();
    ++objects_;
    any_object_ = true;
    return true;
  }
  bool key(string_t& name) override {
    if (lists_ == 0 && objects_ == keys_.size()) keys_.back() = std::move(name);
    return true;
  }
  bool end_object() override {
    if (lists_ == 0 && objects_ == keys_.size()) keys_.pop_back();
    --objects_;
    return true;
  }
  bool start_array(size_t /*members*/) override {
    if (objects_ == 0) {
      problem = "found a list, expected an object";
      return false;
    }
    ++lists_;
    return true;
  }
  bool end_array() override {
    --lists_;
    if (lists_ > 0 || list_.empty()) return true;
    std::string joined;
    std::swap(joined, list_);
    return Add(std::move(joined));
  }

  bool parse_error(size_t position, const std::string& /*token*/, const nlohmann::json::exception& fault) override {
    // "[json.exception.parse_error.101] parse error at line 1, column 9: syntax error while …": what comes after
    std::string_view what = fault.what();
    const size_t colon = what.find(": ");
    if (colon != std::string_view::npos) what.remove_prefix(colon + 2);
    problem = "no JSON, at byte " + std::to_string(position) + ": " + CutTo(OnOneLine(what), 160);
    return false;
  }

  bool any_object() const { return any_object_; }
  std::vector<NamedField> fields;
  std::string problem;

 private:
  bool Add(std::string value) {
    if (lists_ > 0 || keys_.empty() || objects_ != keys_.size() || keys_.size() > kDeepest) return true;
    if (fields.size() >= kMostFields) return true;
    std::string name;
    for (const std::string& key : keys_) name += (name.empty() ? "" : ".") + key;
    fields.push_back({std::move(name), std::move(value)});
    return true;
  }

  std::vector<std::string> keys_;  // of the objects around the value, as long as no list stands between
  size_t objects_ = 0, lists_ = 0;
  std::string list_;
  bool any_object_ = false;
};

}  // namespace

Result<std::vector<NamedField>> ReadJsonFields(std::string_view utf8) {
  FieldsOf found;
  if (!nlohmann::json::sax_parse(utf8.begin(), utf8.end(), &found)) {
    return Error{ErrorCode::kFormat, found.problem.empty() ? "no JSON" : found.problem};
  }
  if (!found.any_object()) return Error{ErrorCode::kFormat, "found a single value, expected an object"};
  return std::move(found.fields);
}

}  // namespace rapporteur
