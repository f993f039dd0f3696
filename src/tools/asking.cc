#include "tools/asking.h"

#include <algorithm>

#include "ask/find.h"
#include "record/names.h"
#include "text/characters.h"
#include "tools/open_store.h"
#include "tools/setup.h"

namespace rapporteur {
namespace {

// The members of lists with commas.
Result<std::vector<std::string>> Members(const char* option, const std::vector<std::string>& lists) {
  std::vector<std::string> members;
  for (const std::string& list : lists) {
    for (size_t at = 0; at <= list.size();) {
      const size_t end = std::min(list.find(',', at), list.size());
      members.push_back(list.substr(at, end - at));
      if (members.back().empty())
        return Error{ErrorCode::kUsage, std::string(option) + ": found \"" + list +
                                            "\", expected words with one comma between them; write it so"};
      at = end + 1;
    }
  }
  return members;
}

Result<std::vector<ItemKind>> KindsOf(const std::vector<std::string>& lists) {
  const auto words = Members("--kind", lists);
  if (!words.ok()) return words.error();
  std::vector<ItemKind> kinds;
  for (const std::string& word : *words) {
    const auto names = ItemKindNames();
    const auto at = std::find(names.begin(), names.end(), LowerCase(word));
    if (at == names.end()) {
      std::string all;
      for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
      return Error{ErrorCode::kUsage,
                   "--kind: found \"" + word + "\", expected one of " + all + "; choose one of these"};
    }
    kinds.push_back(static_cast<ItemKind>(at - names.begin()));
  }
  return kinds;
}

Result<DateRange> DaysOf(const char* option, const std::string& said) {
  if (said.empty()) return DateRange{};
  const auto days = ParsePartialDate(said);
  if (days) return *days;
  return Error{ErrorCode::kUsage, std::string(option) + ": found \"" + said +
                                      "\", expected a day, month or year as 2013-08-21, 2013-08 or 2013; write it so"};
}

Result<std::vector<AskedPair>> PairsOf(const std::vector<std::string>& said) {
  std::vector<AskedPair> pairs;
  for (const std::string& pair : said) {
    const size_t comma = pair.find(',');
    const bool two = comma != std::string::npos && comma > 0 && comma + 1 < pair.size() &&
                     pair.find(',', comma + 1) == std::string::npos;
    if (!two) {
      return Error{ErrorCode::kUsage,
                   "--pair: found \"" + pair + "\", expected two names or codes, one comma between them, as RUS,USA"};
    }
    pairs.push_back({pair.substr(0, comma), pair.substr(comma + 1)});
  }
  return pairs;
}

Status NoEmptyNames(const AskOptions& ask) {
  for (const auto& [option, names] :
       {std::pair("--actor", &ask.actors), std::pair("--by", &ask.by), std::pair("--to", &ask.to)}) {
    if (std::find(names->begin(), names->end(), "") != names->end()) {
      return Error{ErrorCode::kUsage,
                   std::string(option) + ": found nothing, expected a name or code; name one or leave it out"};
    }
  }
  return Ok{};
}

Status GivePeriod(const AskOptions& ask, Question& question) {
  const auto since = DaysOf("--since", ask.since);
  if (!since.ok()) return since.error();
  const auto until = DaysOf("--until", ask.until);
  if (!until.ok()) return until.error();
  question.since = since->from;
  question.until = until->to;
  if (question.since && question.until && *question.until < *question.since) {
    return Error{ErrorCode::kUsage, "--until: found " + ask.until + ", expected a day that is not before --since " +
                                        ask.since + "; change one of them"};
  }
  return Ok{};
}

}  // namespace

Result<Question> QuestionOf(const AskOptions& ask) {
  Question question;
  auto kinds = KindsOf(ask.kinds);
  if (!kinds.ok()) return kinds.error();
  question.kinds = std::move(*kinds);
  for (const auto& [option, lists, into] :
       {std::tuple("--type", &ask.types, &question.types), std::tuple("--mode", &ask.modes, &question.modes),
        std::tuple("--status", &ask.statuses, &question.statuses)}) {
    auto words = Members(option, *lists);
    if (!words.ok()) return words.error();
    *into = std::move(*words);
  }
  auto status = NoEmptyNames(ask);
  if (status.ok()) status = GivePeriod(ask, question);
  if (!status.ok()) return status.error();
  auto pairs = PairsOf(ask.pairs);
  if (!pairs.ok()) return pairs.error();
  question.pairs = std::move(*pairs);
  question.actors = ask.actors;
  question.by = ask.by;
  question.to = ask.to;
  question.place = ask.place;
  question.agreement = ask.agreement;
  question.text = ask.text;
  question.least_reports = ask.reports;
  question.least_publishers = ask.publishers;
  question.differing = ask.differing;
  question.newest_first = ask.newest;
  question.limit = ask.limit.value_or(0);
  return question;
}

Result<Asking> StartAsking(const CommandOptions& options) {
  auto question = QuestionOf(options.ask);
  if (!question.ok()) return question.error();
  auto store = OpenStore(options.record, true);
  if (!store.ok()) return store.error();
  const auto lexicon = FindBaseLexicon(options.data);
  if (!lexicon.ok()) return lexicon.error();
  auto countries = Countries::Read(*lexicon);
  if (!countries.ok()) return countries.error();
  const auto merged = IsMerged(*store);
  if (!merged.ok()) return merged.error();
  if (!*merged) {
    PrintError("note: " + RecordFile(options.record) +
               " is not merged since the last adding: each report's items stand for themselves; rapporteur merge "
               "--record " +
               options.record + " makes one of what several tell");
  }
  Asking asking{std::move(*store), std::make_unique<Countries>(std::move(*countries)), std::move(*question), *merged};
  asking.question.countries = asking.countries.get();
  return asking;
}

void TellUnknownNames(Asking& asking) {
  std::vector<std::string> names;
  for (const auto* list : {&asking.question.actors, &asking.question.by, &asking.question.to})
    names.insert(names.end(), list->begin(), list->end());
  for (const AskedPair& pair : asking.question.pairs) {
    names.push_back(pair.one);
    names.push_back(pair.other);
  }
  for (const std::string& name : names) {
    Question question;
    question.kinds = {ItemKind::kActor};
    question.actors = {name};
    question.limit = 1;
    question.countries = asking.question.countries;
    const auto found = Find(asking.store, question);
    if (found.ok() && found->empty()) {
      PrintError("note: found nobody called \"" + name +
                 "\" in the record; rapporteur query --kind actor --count actor lists who is there");
    }
  }
}

int FailAsking(const Error& error) { return Fail(error, error.code == ErrorCode::kUsage ? kExitUsage : kExitData); }

}  // namespace rapporteur
