#include "record/validate.h"

#include <map>
#include <set>

#include "base/sha256.h"
#include "record/field_checker.h"
#include "record/names.h"

namespace rapporteur {
namespace {

using Json = FieldChecker::Json;

class Validator {
 public:
  explicit Validator(std::string_view utf8) : check_(utf8) {}

  std::vector<RecordProblem> Check(std::string_view json_lines);

 private:
  void Collect(std::string_view json_lines);
  void CollectLine(int line, Json item);
  void CommonFields(const Json& item);
  void KindFields(const Json& item, const std::string& kind);
  void ReportFields(const Json& item);
  void ActorFields(const Json& item);
  void EventFields(const Json& item);
  void StatementFields(const Json& item);
  void PositionFields(const Json& item);
  void TalksFields(const Json& item);
  void AgreementFields(const Json& item);
  void DisputeFields(const Json& item);
  void NoCycles();

  FieldChecker check_;
  std::vector<std::pair<int, Json>> items_;  // with their lines
  std::string report_id_;
};

void Validator::ActorFields(const Json& item) {
  check_.Text(item, "name", false);
  check_.OneOf(item, "type", ActorTypeNames());
  check_.CodeAndSectors(item);
  check_.Each(item, "roles", [&](const Json& role, const std::string& field) {
    if (!role.is_object()) {
      check_.Expected(field, role, "an object");
      return;
    }
    check_.Text(role, "title", false);
    check_.Text(role, "of", true);
    check_.Day(role, "from", true);
    check_.Day(role, "to", true);
  });
  check_.Texts(item, "aliases");
  check_.SpanList(item, "mentions");
  check_.Text(item, "wikidata", true);
}

void Validator::EventFields(const Json& item) {
  check_.OneOf(item, "type", PloverTypes());
  check_.Text(item, "mode", true);
  check_.Texts(item, "contexts");
  check_.Text(item, "cameo", true);
  check_.Number(item, "quad", 1, 4);
  check_.Number(item, "score", -10, 10);
  check_.Number(item, "goldstein", -10, 10);
  check_.RefList(item, "actors");
  check_.RefList(item, "recipients");
  check_.OneOf(item, "status", EventStatusNames());
  check_.DateField(item, "date");
  check_.PlaceField(item, "place");
  const Json* counts = check_.Field(item, "counts");
  if (counts != nullptr && counts->is_object()) {
    for (const char* key : {"killed", "injured", "arrested", "size"}) check_.Text(*counts, key, true);
  } else if (counts != nullptr) {
    check_.Expected("counts", *counts, "an object");
  }
  check_.IdField(item, "statement", "statement");
  check_.RefList(item, "asserted_by");
}

void Validator::StatementFields(const Json& item) {
  check_.RefField(item, "speaker", true);
  check_.SpanField(item, "cue", true);
  check_.SpanField(item, "content", false);
  check_.OneOf(item, "form", StatementFormNames());
  check_.RefField(item, "addressee", true);
  check_.IdField(item, "parent", "statement");
  check_.DateField(item, "date");
}

void Validator::TalksFields(const Json& item) {
  check_.Text(item, "name", true);
  check_.RefList(item, "participants");
  check_.RefList(item, "mediators");
  check_.RefList(item, "proposers");
  check_.SpanList(item, "topics");
  check_.PlaceField(item, "venue");
  check_.DateField(item, "date");
  check_.OneOf(item, "status", TalksStatusNames());
  check_.Each(item, "answers", [&](const Json& answer, const std::string& field) {
    check_.RefFields(answer, field);
    if (answer.is_object()) check_.OneOf(answer, "answer", AnswerNames());
  });
  check_.Text(item, "series", true);
}

void Validator::AgreementFields(const Json& item) {
  check_.Text(item, "name", true);
  check_.Texts(item, "aliases");
  check_.RefList(item, "parties");
  check_.DateField(item, "date");
  check_.Each(item, "terms", [&](const Json& term, const std::string& field) {
    check_.Offsets(term, field, true);
    if (!term.is_object()) return;
    check_.RefField(term, "obligor", true);
    check_.OneOf(term, "type", PloverTypes(), true);
    check_.Text(term, "mode", true);
  });
  check_.Each(item, "consequences", [&](const Json& consequence, const std::string& field) {
    if (!consequence.is_object()) {
      check_.Expected(field, consequence, "an object with condition and consequence");
      return;
    }
    check_.SpanField(consequence, "condition", true);
    check_.SpanField(consequence, "consequence", true);
  });
  check_.Each(item, "calls", [&](const Json& call, const std::string& field) { check_.IdValue(call, field, "event"); });
  check_.Each(item, "kept", [&](const Json& one, const std::string& field) {
    if (!one.is_object()) {
      check_.Expected(field, one, "an object with who, verdict and words");
      return;
    }
    check_.RefField(one, "who", true);
    check_.OneOf(one, "verdict", VerdictNames());
    check_.SpanField(one, "words", true);
    check_.RefList(one, "asserted_by");
  });
}

void Validator::PositionFields(const Json& item) {
  check_.RefField(item, "holder", false);
  check_.SpanField(item, "proposition", false);
  check_.OneOf(item, "stance", StanceNames());
  check_.Texts(item, "about");
  check_.IdField(item, "statement", "statement");
}

void Validator::DisputeFields(const Json& item) {
  const Json* subject = check_.Field(item, "subject");
  if (subject != nullptr && subject->is_string()) {
    if (!check_.KnowsId(subject->get<std::string>())) check_.Expected("subject", *subject, "the id of an item");
  } else if (subject != nullptr) {
    check_.Offsets(*subject, "subject", true);
  }
  check_.RefList(item, "sides", 2);
  check_.Each(item, "sides", [&](const Json& side, const std::string&) {
    if (side.is_object()) check_.SpanField(side, "holds", true);
  });
}

void Validator::KindFields(const Json& item, const std::string& kind) {
  if (kind == "report") ReportFields(item);
  if (kind == "actor") ActorFields(item);
  if (kind == "event") EventFields(item);
  if (kind == "statement") StatementFields(item);
  if (kind == "position") PositionFields(item);
  if (kind == "talks") TalksFields(item);
  if (kind == "agreement") AgreementFields(item);
  if (kind == "dispute") DisputeFields(item);
}

void Validator::ReportFields(const Json& item) {
  for (const char* key : {"title", "publisher", "url", "language", "dateline"}) check_.Text(item, key, true);
  check_.Day(item, "published", true);
  const Json* chars = check_.Field(item, "chars");
  if (chars != nullptr && *chars != check_.code_points()) {
    check_.Expected("chars", *chars, std::to_string(check_.code_points()) + " (is it the record of another report?)");
  }
  const Json* sha256 = check_.Field(item, "sha256");
  if (sha256 != nullptr && *sha256 != Sha256Hex(check_.utf8()))
    check_.Expected("sha256", *sha256, Sha256Hex(check_.utf8()));
  uint64_t last_end = 0;
  check_.Each(item, "sentences", [&](const Json& sentence, const std::string& field) {
    const size_t before = check_.problems().size();
    check_.Offsets(sentence, field, false);
    if (check_.problems().size() != before) return;
    if (sentence["start"] < last_end) check_.Problem(field, "begins before the sentence before it ends");
    last_end = sentence["end"].get<uint64_t>();
  });
}

void Validator::CommonFields(const Json& item) {
  const Json* report = check_.Field(item, "report");
  if (report != nullptr && *report != report_id_) check_.Expected("report", *report, report_id_);
  check_.Text(item, "by", false);
  const Json* confidence = check_.Field(item, "confidence");
  if (confidence != nullptr &&
      !(confidence->is_number() && confidence->get<double>() >= 0 && confidence->get<double>() <= 1)) {
    check_.Expected("confidence", *confidence, "a number from 0 to 1");
  }
  const size_t count = check_.Each(item, "evidence", [&](const Json& evidence, const std::string& field) {
    check_.Offsets(evidence, field, true);
    if (evidence.is_object()) check_.Text(evidence, "role", false);
  });
  const bool no_words = item.value("sentences", Json()) == Json::array();
  if (count == 0 && !no_words) check_.Problem("evidence", "empty, expected at least one span");
}

void Validator::Collect(std::string_view json_lines) {
  for (int line = 1; !json_lines.empty(); ++line) {
    const size_t end = json_lines.find('\n');
    CollectLine(line, Json::parse(json_lines.substr(0, end), nullptr, false));
    json_lines.remove_prefix(end == std::string_view::npos ? json_lines.size() : end + 1);
  }
}

void Validator::CollectLine(int line, Json item) {
  check_.GoTo(line, "");
  if (!item.is_object() || !item.value("kind", Json()).is_string() || !item.value("id", Json()).is_string()) {
    check_.Problem("", "found no JSON object with kind and id");
    return;
  }
  const auto kind = item["kind"].get<std::string>();
  const auto id = item["id"].get<std::string>();
  check_.GoTo(line, kind + " " + id);
  if ((kind == "report") != items_.empty()) {
    check_.Problem("kind", items_.empty() ? "expected the report first" : "a second report");
  } else if (kind != "report" && !IsOneOf(kind, ItemKindNames())) {
    check_.Problem("kind", "found " + kind + ", which the contract does not know");
  }
  if (kind == "report" && report_id_.empty()) report_id_ = id;
  if (!check_.AddId(id, kind)) check_.Problem("id", "is that of an earlier item");
  items_.emplace_back(line, std::move(item));
}

// A statement must not be quoted, through however many others, in itself.
void Validator::NoCycles() {
  std::map<std::string, std::string> parents;
  for (const auto& [line, item] : items_) {
    if (item["kind"] == "statement" && item.value("parent", Json()).is_string()) {
      parents[item["id"].get<std::string>()] = item["parent"].get<std::string>();
    }
  }
  for (const auto& [id, parent] : parents) {
    std::set<std::string> seen = {id};
    for (auto at = parents.find(id); at != parents.end(); at = parents.find(at->second)) {
      if (seen.insert(at->second).second) continue;
      check_.GoTo(0, "statement " + id);
      check_.Problem("parent", "leads back to the statement itself");
      break;
    }
  }
}

std::vector<RecordProblem> Validator::Check(std::string_view json_lines) {
  Collect(json_lines);
  check_.GoTo(0, "");
  if (items_.empty()) check_.Problem("", "the record is empty, expected a report");
  for (const auto& [line, item] : items_) {
    const auto kind = item["kind"].get<std::string>();
    check_.GoTo(line, kind + " " + item["id"].get<std::string>());
    CommonFields(item);
    KindFields(item, kind);
  }
  NoCycles();
  return check_.problems();
}

}  // namespace

std::vector<RecordProblem> ValidateRecord(std::string_view json_lines, std::string_view utf8) {
  return Validator(utf8).Check(json_lines);
}

}  // namespace rapporteur
