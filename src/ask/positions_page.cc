#include "ask/positions_page.h"

#include <algorithm>
#include <set>

#include "ask/find.h"
#include "ask/sql_text.h"
#include "ask/stems.h"
#include "ask/steps.h"
#include "ask/told.h"
#include "formats/phrases.h"
#include "formats/prose.h"
#include "formats/prose_names.h"
#include "record/names.h"

namespace rapporteur {
namespace {

constexpr size_t kMostWords = 6;

const Position& PositionOf(const Told& told) {
  return told.rec().items.positions[static_cast<size_t>(told.item.index)];
}

// What a position is on: its words, and the names of what it is about.
std::vector<std::string> StemsTold(const Told& told) {
  const Record& record = told.rec();
  const Position& position = PositionOf(told);
  std::string words = WordsOf(record, position.proposition);
  for (const About& about : position.about) {
    words += " " + WordsOf(record, about.span);
    if (!about.item) continue;
    const auto index = static_cast<size_t>(about.item->index);
    if (about.item->kind == ItemKind::kActor) words += " " + record.items.actors[index].name;
    if (about.item->kind == ItemKind::kAgreement) {
      words += " " + record.items.agreements[index].name;
      for (const std::string& alias : record.items.agreements[index].aliases) words += " " + alias;
    }
    if (about.item->kind == ItemKind::kTalks) words += " " + record.items.talks[index].name;
  }
  return StemsOf(words);
}

LineStatus StatusOfStance(Stance stance) {
  return stance == Stance::kFor       ? LineStatus::kHappened
         : stance == Stance::kAgainst ? LineStatus::kDenied
                                      : LineStatus::kPossible;
}

struct Held {
  Found found;
  std::vector<Told> told;
};

struct Holder {
  std::string name;
  std::vector<Held> held;
  int64_t publishers = 0;
};

std::string HolderOf(const Told& told) {
  const std::string name = ProseName(told.rec(), PositionOf(told).holder);
  return name.empty() ? "Not said who" : Capitalized(name);
}

class PositionsMaker {
 public:
  PositionsMaker(Store& store, const std::string& on) : store_(store), records_(store), on_(on), asked_(StemsOf(on)) {}

  Result<Document> Make(Question question) {
    if (asked_.empty()) {
      return Error{ErrorCode::kUsage, "--on: found \"" + on_ + "\", expected a word that names an issue; name one"};
    }
    question.kinds = {ItemKind::kPosition};
    auto found = Find(store_, question);
    if (!found.ok()) return found.error();
    const auto may_fit = ReadCandidates();
    if (!may_fit.ok()) return may_fit.error();
    for (Found& one : *found) {
      const bool may = std::any_of(one.mentions.begin(), one.mentions.end(), [&](const FoundMention& mention) {
        return may_fit->contains({mention.report, mention.item});
      });
      if (!may) continue;
      auto told = LoadTold(records_, one.mentions);
      if (!told.ok()) return told.error();
      const bool fits = std::any_of(told->begin(), told->end(),
                                    [&](const Told& mention) { return HasStems(StemsTold(mention), asked_); });
      if (fits) Keep({std::move(one), std::move(*told)});
    }
    return Write();
  }

 private:
  // Positions in whose words, or in what they are about, all stems stand somewhere: so that no other need be loaded.
  Result<std::set<std::pair<int64_t, int64_t>>> ReadCandidates() {
    const std::string words =
        "translate(lower(strip_accents(concat_ws(' ', p.proposition, string_agg(concat_ws(' ', a.text, c.name, g.name, "
        "array_to_string(g.aliases, ' '), t.name), ' ')))), '''’‘ʼ`´', '')";
    std::string having;
    for (const std::string& stem : asked_) {
      const std::string part = stem.ends_with('y') ? stem.substr(0, stem.size() - 1) : stem;  // party, parties
      having += (having.empty() ? " HAVING " : " AND ") + ("contains(" + words) + ", " + SqlText(part) + ")";
    }
    auto rows = store_.Ask(
        "SELECT p.report::BIGINT, p.item::BIGINT FROM positions p LEFT JOIN position_about a USING (report, item) LEFT "
        "JOIN actors c ON c.report = p.report AND c.item = a.about_item LEFT JOIN agreements g ON g.report = p.report "
        "AND g.item = a.about_item LEFT JOIN talks t ON t.report = p.report AND t.item = a.about_item GROUP BY "
        "p.report, p.item, p.proposition" +
        having);
    if (!rows.ok()) return rows.error();
    std::set<std::pair<int64_t, int64_t>> candidates;
    while (rows->Next()) candidates.emplace(rows->Int(0), rows->Int(1));
    return candidates;
  }

  void Keep(Held held) {
    const std::string name = HolderOf(held.told.front());
    auto at = std::find_if(holders_.begin(), holders_.end(), [&](const Holder& one) { return one.name == name; });
    if (at == holders_.end()) at = holders_.insert(at, Holder{name, {}, 0});
    at->publishers += held.found.publishers;
    at->held.push_back(std::move(held));
  }

  Result<Document> Write() {
    std::stable_sort(holders_.begin(), holders_.end(),
                     [](const Holder& a, const Holder& b) { return a.publishers > b.publishers; });
    Document document;
    document.title = "Who holds what on " + on_;
    for (const Holder& holder : holders_) {
      DocumentSection section;
      section.heading = holder.name;
      for (const Held& held : holder.held) {
        auto line = Line(held);
        if (!line.ok()) return line.error();
        section.lines.push_back(std::move(*line));
      }
      document.sections.push_back(std::move(section));
    }
    document.sources = sources_.Take();
    return document;
  }

  Result<DocumentLine> Line(const Held& held) {
    const Told& last = held.told.back();
    const Position& position = PositionOf(last);
    DocumentLine line;
    line.label = std::string(NameOf(position.stance));
    line.status = StatusOfStance(position.stance);
    line.text = Quoted(WordsOf(last.rec(), position.proposition));
    const auto since = held.found.first_seen ? held.found.first_seen : held.told.front().published();
    if (since) line.text += ", since " + ProseDay({*since, *since, {}}, std::nullopt);
    const std::string by = ToldBy(held.found);
    line.told = by.empty() ? "one report only" : "told in " + by;
    if (const auto status = AddChanges(held, line); !status.ok()) return status.error();
    for (const Told& told : held.told) {
      line.citations.push_back(sources_.Cite(told));
      if (line.words.size() < kMostWords) line.words.push_back(sources_.Words(told));
    }
    return line;
  }

  Status AddChanges(const Held& held, DocumentLine& line) {
    if (held.found.merged == 0) return Ok{};
    const auto steps = ReadSteps(store_, held.found.merged);
    if (!steps.ok()) return steps.error();
    for (size_t i = 1; i < steps->size(); ++i) {
      const Step& step = (*steps)[i];
      if (!step.changed) continue;
      const auto at = std::find_if(held.told.begin(), held.told.end(), [&](const Told& told) {
        return FoundMention{told.report, told.number} == step.mention;
      });
      std::string note = "changed to " + step.step;
      if (step.told) note += " on " + ProseDay({*step.told, *step.told, {}}, std::nullopt);
      if (at != held.told.end())
        note += ": " + Quoted(WordsOf(at->rec(), PositionOf(*at).proposition)) + " " +
                CitationsPhrase({sources_.Cite(*at)});
      line.notes.push_back(std::move(note));
    }
    return Ok{};
  }

  Store& store_;
  Records records_;
  std::string on_;
  std::vector<std::string> asked_;
  std::vector<Holder> holders_;
  Sources sources_;
};

}  // namespace

Result<Document> MakePositionsPage(Store& store, const std::string& on, Question question) {
  return PositionsMaker(store, on).Make(std::move(question));
}

}  // namespace rapporteur
