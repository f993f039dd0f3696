#include "lexicon/contexts.h"

#include <algorithm>
#include <utility>

#include "lexicon/row.h"

namespace rapporteur {
namespace {

const std::vector<std::string_view> kBy = {"word",  "actor", "recipient", "side", "event",
                                           "cameo", "sides", "unless",    "mode"};

bool ReadEntry(RowReader& row, ContextLine& line) {
  line.context = row.Cell(0);
  line.by = static_cast<ContextBy>(row.OneOf(1, kBy));
  line.keys = row.List(2);
  if (line.keys.empty()) row.Required(2);
  if (line.by != ContextBy::kUnless) line.weight = row.Number(3, 0, 4);
  line.with = row.List(4);
  line.note = row.Cell(5);
  if (line.by == ContextBy::kMode && line.with.empty()) row.Required(4);
  if (line.context.empty() && line.by != ContextBy::kWord) row.Tell(0, "-", "a context; only words can be muted");
  return !row.broken();
}

bool SameKey(const ContextLine& a, const ContextLine& b) {
  return a.context == b.context && a.by == b.by && a.keys == b.keys && a.with == b.with;
}

std::string LowerPlain(std::string_view text) {
  std::string lower;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("\u2019")) {
      lower += '\'';
      i += 2;
    } else {
      const char c = text[i];
      lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return lower;
}

// "workers' rights": the tokeniser parts the possessive mark from its word.
std::vector<std::string> PhraseWords(std::string_view phrase) {
  std::vector<std::string> words;
  std::vector<std::string> pieces = SplitList(HyphensToBlanks(LowerPlain(phrase)), ' ');
  for (std::string& word : pieces) {
    const size_t mark = word.size() > 2 && word.ends_with("'s")  ? word.size() - 2
                        : word.size() > 1 && word.ends_with("'") ? word.size() - 1
                                                                 : std::string::npos;
    std::string tail = mark == std::string::npos ? std::string() : word.substr(mark);
    if (!tail.empty()) word.resize(mark);
    words.push_back(std::move(word));
    if (!tail.empty()) words.push_back(std::move(tail));
  }
  return words;
}

}  // namespace

bool ContextLine::IsFor(std::string_view type) const {
  return with.empty() || std::find(with.begin(), with.end(), type) != with.end();
}

ContextTable::ContextTable(std::vector<ContextLine> lines) : lines_(std::move(lines)) {
  for (uint32_t i = 0; i < lines_.size(); ++i) {
    const ContextLine& line = lines_[i];
    if (line.by != ContextBy::kMode && !line.context.empty() &&
        std::find(contexts_.begin(), contexts_.end(), line.context) == contexts_.end())
      contexts_.push_back(line.context);
    if (line.by != ContextBy::kWord && line.by != ContextBy::kMode) {
      other_.push_back(i);
      continue;
    }
    for (const std::string& key : line.keys) AddPhrase(key, i);
  }
  for (auto& [first, phrases] : by_first_) {
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
  }
}

void ContextTable::AddPhrase(std::string_view phrase, uint32_t line) {
  std::vector<std::string> words = PhraseWords(phrase);
  if (words.empty()) return;
  std::vector<Phrase>& phrases = by_first_[words.front()];
  auto same = std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& p) { return p.words == words; });
  if (same == phrases.end()) {
    phrases.push_back({std::move(words), {}, false});
    same = std::prev(phrases.end());
  }
  if (lines_[line].context.empty()) same->muted = true;
  if (same->lines.empty() || same->lines.back() != line) same->lines.push_back(line);
}

std::vector<PhraseHit> ContextTable::FindPhrases(const std::vector<PhraseUnit>& units) const {
  std::vector<PhraseHit> hits;
  const auto fits = [&](const Phrase& phrase, size_t at) {
    if (at + phrase.words.size() > units.size()) return false;
    for (size_t i = 0; i < phrase.words.size(); ++i) {
      const PhraseUnit& unit = units[at + i];
      if (unit.form != phrase.words[i] && unit.lemma != phrase.words[i]) return false;
    }
    return true;
  };
  for (size_t at = 0; at < units.size();) {
    const Phrase* best = nullptr;
    for (const std::string* first : {&units[at].form, &units[at].lemma}) {
      const auto found = by_first_.find(*first);
      if (found == by_first_.end()) continue;
      const auto phrase = std::find_if(found->second.begin(), found->second.end(),
                                       [&](const Phrase& candidate) { return fits(candidate, at); });
      if (phrase != found->second.end() && (best == nullptr || phrase->words.size() > best->words.size()))
        best = &*phrase;
    }
    if (best == nullptr) {
      ++at;
      continue;
    }
    const size_t last = at + best->words.size() - 1;
    if (!best->muted) hits.push_back({units[at].word, units[last].word, &best->lines});
    at = last + 1;
  }
  return hits;
}

void AddPhraseUnits(std::string_view form, std::string_view lemma, int word, std::vector<PhraseUnit>& units) {
  std::string lower = LowerPlain(form);
  std::string lower_lemma = LowerPlain(lemma);
  if (lower == "-") return;
  if (lower.find('-') == std::string::npos) {
    units.push_back({std::move(lower), std::move(lower_lemma), word});
    return;
  }
  const std::vector<std::string> forms = SplitList(lower, '-');
  const std::vector<std::string> lemmas = SplitList(lower_lemma, '-');
  for (size_t i = 0; i < forms.size(); ++i) {
    units.push_back({forms[i], lemmas.size() == forms.size() ? lemmas[i] : forms[i], word});
  }
}

ContextTable ReadContexts(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  std::vector<ContextLine> all;
  for (const Table& table : tables) {
    const size_t known = all.size();
    for (const Table::Row& row : table.rows()) {
      if (row.removes) {
        std::erase_if(all, [&](const ContextLine& line) { return line.context == table.cell(row, 0); });
        continue;
      }
      RowReader reader(table, row, problems);
      ContextLine line;
      line.file = table.file();
      line.line = row.line;
      if (!ReadEntry(reader, line)) continue;
      const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(known, all.size()));
      const auto same = std::find_if(all.begin(), end, [&](const ContextLine& old) { return SameKey(old, line); });
      if (same != end) {
        *same = std::move(line);
      } else {
        all.push_back(std::move(line));
      }
    }
  }
  return ContextTable(std::move(all));
}

}  // namespace rapporteur
