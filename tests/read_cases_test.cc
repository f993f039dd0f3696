// Runs the cases in tests/read/: a report in, the items that its record must hold. A new case is a new file; see
// tests/README.md. Every record is also validated, shown as text, and read a second time to the same bytes.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "formats/text.h"
#include "reader/reader.h"
#include "record/validate.h"

namespace rapporteur {
namespace {

using Json = nlohmann::json;

struct Expectation {
  std::string verb;  // has, no, or a number of items
  Json item;
  int line = 0;
};

struct Case {
  ReadOptions options;
  std::string report;
  std::vector<Expectation> expectations;
};

// Throws std::runtime_error with the line when a case is not written as tests/README.md says.
Case LoadCase(const std::string& path) {
  Case loaded;
  std::ifstream in(path);
  bool in_report = false;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (in_report) {
      if (line == "----") {
        in_report = false;
      } else {
        loaded.report += line + "\n";
      }
      continue;
    }
    if (line.empty() || line[0] == '#') continue;
    const std::string verb = line.substr(0, line.find(' '));
    const std::string rest = verb.size() < line.size() ? line.substr(verb.size() + 1) : "";
    if (verb == "report") {
      in_report = true;
    } else if (verb == "published") {
      loaded.options.published = ParseIsoDate(rest);
    } else if (verb == "has" || verb == "no" || verb.find_first_not_of("0123456789") == std::string::npos) {
      loaded.expectations.push_back({verb, Json::parse(rest), number});
    } else {
      throw std::runtime_error(path + ":" + std::to_string(number) + ": found " + verb +
                               ", expected report, published, has, no or a number");
    }
  }
  return loaded;
}

class Matcher {
 public:
  explicit Matcher(const std::string& json_lines) {
    std::istringstream in(json_lines);
    for (std::string line; std::getline(in, line);) items_.push_back(Json::parse(line));
    for (const Json& item : items_) by_id_[item["id"]] = &item;
  }

  size_t Count(const Json& wanted) const {
    return static_cast<size_t>(
        std::count_if(items_.begin(), items_.end(), [&](const Json& item) { return Matches(wanted, item); }));
  }

  // The items of the wanted kind, to show when none matches.
  std::string Near(const Json& wanted) const {
    std::string near;
    for (const Json& item : items_) {
      if (item["kind"] == wanted.value("kind", "")) near += "\n  " + item.dump();
    }
    return near.empty() ? "\n  (none of this kind)" : near;
  }

 private:
  // An object matches when each of its keys does; a list when each of its members matches another member (an empty
  // list only an empty one); an object also matches the id of an item that it matches; words beginning with ~ match
  // text that contains the rest.
  bool Matches(const Json& wanted, const Json& found) const {
    if (wanted.is_object() && found.is_string()) {
      const auto item = by_id_.find(found);
      return item != by_id_.end() && Matches(wanted, *item->second);
    }
    if (wanted.is_object()) {
      return found.is_object() && std::all_of(wanted.items().begin(), wanted.items().end(), [&](const auto& entry) {
               return found.contains(entry.key()) && Matches(entry.value(), found[entry.key()]);
             });
    }
    if (wanted.is_array()) return found.is_array() && AllMatch(wanted, found);
    if (wanted.is_string() && found.is_string() && wanted.get_ref<const std::string&>().starts_with("~")) {
      return found.get_ref<const std::string&>().find(wanted.get<std::string>().substr(1)) != std::string::npos;
    }
    return wanted == found;
  }

  bool AllMatch(const Json& wanted, const Json& found) const {
    if (wanted.empty()) return found.empty();
    std::vector<bool> used(found.size());
    return std::all_of(wanted.begin(), wanted.end(), [&](const Json& member) {
      for (size_t i = 0; i < found.size(); ++i) {
        if (used[i] || !Matches(member, found[i])) continue;
        used[i] = true;
        return true;
      }
      return false;
    });
  }

  std::vector<Json> items_;
  std::map<Json, const Json*> by_id_;
};

const Reader& TheReader() {
  static const Reader reader = [] {
    auto opened = Reader::Open({"model/english.rapm", {"lexicon"}});
    if (!opened.ok()) throw std::runtime_error(opened.error().message);
    return std::move(opened).value();
  }();
  return reader;
}

std::vector<std::string> CaseFiles() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(RAPPORTEUR_CASES)) {
    if (entry.path().extension() == ".case") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class ReadCase : public testing::TestWithParam<std::string> {};

TEST_P(ReadCase, HoldsWhatItMust) {
  const Case loaded = LoadCase(GetParam());
  ASSERT_FALSE(loaded.expectations.empty()) << GetParam() << " expects nothing";
  const auto read = TheReader().Read(loaded.report, loaded.options);
  ASSERT_TRUE(read.ok()) << read.error().message;
  const std::string record = WriteJsonLines(read->record);
  for (const RecordProblem& problem : ValidateRecord(record, read->record.text)) ADD_FAILURE() << problem.message;
  EXPECT_FALSE(WriteText(read->record, {}).empty());
  EXPECT_EQ(WriteJsonLines(TheReader().Read(loaded.report, loaded.options)->record), record);
  const Matcher matcher(record);
  for (const Expectation& expected : loaded.expectations) {
    const size_t count = matcher.Count(expected.item);
    const bool met =
        expected.verb == "has" ? count > 0 : count == (expected.verb == "no" ? 0 : std::stoul(expected.verb));
    EXPECT_TRUE(met) << GetParam() << ":" << expected.line << ": " << expected.verb << " " << expected.item.dump()
                     << "\nfound " << count << "; items of this kind:" << matcher.Near(expected.item);
  }
}

std::string NameOfCase(const testing::TestParamInfo<std::string>& info) {
  std::string name = std::filesystem::path(info.param).stem().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Read, ReadCase, testing::ValuesIn(CaseFiles()), NameOfCase);

}  // namespace
}  // namespace rapporteur
