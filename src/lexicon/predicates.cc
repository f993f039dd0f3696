#include "lexicon/predicates.h"

#include <algorithm>
#include <utility>

#include "lexicon/row.h"

namespace rapporteur {
namespace {

constexpr std::string_view kPosNames[] = {"verb", "noun", "adj", "adv", "phrase", "aux"};

PredicatePos ReadPos(RowReader& row, size_t column) {
  return static_cast<PredicatePos>(row.OneOf(column, {std::begin(kPosNames), std::end(kPosNames)}));
}

std::string ReadChoice(RowReader& row, size_t column, const std::vector<std::string_view>& names) {
  row.OneOf(column, names);
  return row.Cell(column);
}

std::string ReadCameo(RowReader& row, size_t column) { return row.Digits(column, 2, 4); }

bool ReadEntry(RowReader& row, Cue& cue) {
  cue.lemma = row.Required(0);
  cue.pos = ReadPos(row, 1);
  cue.kind = ReadChoice(row, 2,
                        {"say", "claim", "deny", "ask", "order", "announce", "warn", "promise", "think", "want",
                         "judge", "show", "write", "hear"});
  cue.addressee = row.List(3);
  cue.content = row.List(4);
  cue.note = row.Cell(5);
  return !row.broken();
}

bool ReadEntry(RowReader& row, Embedding& embedding) {
  static const std::vector<std::string_view> kStatus = {"keep",         "actual",  "ongoing", "future", "historical",
                                                        "hypothetical", "negated", "ceased",  "shares", "done",
                                                        "unsure",       "due",     "same"};
  embedding.lemma = row.Required(0);
  embedding.pos = ReadPos(row, 1);
  embedding.complement = row.List(2);
  if (embedding.complement.empty()) row.Required(2);
  embedding.subject_wants = ReadChoice(row, 3, {"for", "against", ""});
  embedding.status = ReadChoice(row, 4, kStatus);
  embedding.polarity = ReadChoice(row, 5, kStatus);
  embedding.note = row.Cell(6);
  return !row.broken();
}

bool ReadEntry(RowReader& row, StanceLine& line) {
  line.lemma = row.Required(0);
  line.pos = ReadPos(row, 1);
  line.complement = row.List(2);
  if (line.complement.empty()) row.Required(2);
  line.stance = ReadChoice(row, 3, {"for", "against", "open", ""});
  line.negated = ReadChoice(row, 4, {"for", "against", "open", ""});
  line.note = row.Cell(5);
  return !row.broken();
}

bool ReadEntry(RowReader& row, Composition& line) {
  line.type = row.Required(0);
  line.mode = row.Cell(1);
  line.when = ReadChoice(
      row, 2, {"promised", "refused", "demanded", "asked", "asked to end", "threatened", "rejected", "agreed"});
  line.becomes = row.Required(3);
  line.new_mode = row.Cell(4);
  line.cameo = ReadCameo(row, 5);
  line.actor = row.Cell(6);
  line.recipient = row.Cell(7);
  line.note = row.Cell(8);
  return !row.broken();
}

bool ReadEntry(RowReader& row, PloverClass& line) {
  line.type = row.Required(0);
  line.mode = row.Cell(1);
  line.plover_mode = row.Cell(2);
  line.quad = static_cast<int>(row.OneOf(3, {"Q1", "Q2", "Q3", "Q4"})) + 1;
  line.score = row.Number(4, -10, 10);
  line.cameo = ReadCameo(row, 5);
  line.note = row.Cell(6);
  return !row.broken();
}

bool ReadEntry(RowReader& row, CameoCode& code) {
  row.Required(0);
  code.code = ReadCameo(row, 0);
  code.score = row.Number(1, -10, 10);
  code.name = row.Required(2);
  return !row.broken();
}

std::string KeyOf(const Cue& cue) { return cue.lemma + '\t' + std::string(PredicatePosName(cue.pos)); }
std::string KeyOf(const std::string& lemma, PredicatePos pos, const std::vector<std::string>& complements) {
  std::string key = lemma + '\t' + std::string(PredicatePosName(pos));
  for (const std::string& complement : complements) key += '\t' + complement;
  return key;
}
std::string KeyOf(const Embedding& line) { return KeyOf(line.lemma, line.pos, line.complement); }
std::string KeyOf(const StanceLine& line) { return KeyOf(line.lemma, line.pos, line.complement); }
std::string KeyOf(const Composition& line) { return line.type + '\t' + line.mode + '\t' + line.when; }
std::string KeyOf(const PloverClass& line) { return line.type + '\t' + line.mode; }
std::string KeyOf(const CameoCode& line) { return line.code; }

const std::string& NameOf(const Cue& cue) { return cue.lemma; }
const std::string& NameOf(const Embedding& line) { return line.lemma; }
const std::string& NameOf(const StanceLine& line) { return line.lemma; }
const std::string& NameOf(const Composition& line) { return line.type; }
const std::string& NameOf(const PloverClass& line) { return line.type; }
const std::string& NameOf(const CameoCode& line) { return line.code; }

template <typename T>
std::vector<T> ReadLines(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  std::vector<T> all;
  for (const Table& table : tables) {
    const size_t known = all.size();
    for (const Table::Row& row : table.rows()) {
      if (row.removes) {
        const std::string& name = table.cell(row, 0);
        std::erase_if(all, [&](const T& line) { return NameOf(line) == name; });
        continue;
      }
      RowReader reader(table, row, problems);
      T line;
      line.file = table.file();
      line.line = row.line;
      if (!ReadEntry(reader, line)) continue;
      const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(known, all.size()));
      const auto same = std::find_if(all.begin(), end, [&](const T& old) { return KeyOf(old) == KeyOf(line); });
      if (same != end) {
        *same = std::move(line);
      } else {
        all.push_back(std::move(line));
      }
    }
  }
  return all;
}

const std::vector<uint32_t>& Look(const StringMap<std::vector<uint32_t>>& index, std::string_view word) {
  static const std::vector<uint32_t> kNone;
  const auto found = word.find('-') == std::string_view::npos ? index.find(word) : index.find(HyphensToBlanks(word));
  return found == index.end() ? kNone : found->second;
}

}  // namespace

std::string_view PredicatePosName(PredicatePos pos) { return kPosNames[static_cast<size_t>(pos)]; }

template <typename T>
PredicateTable<T>::PredicateTable(std::vector<T> lines) : lines_(std::move(lines)) {
  for (uint32_t i = 0; i < lines_.size(); ++i) {
    const auto pos = static_cast<size_t>(lines_[i].pos);
    const std::string lemma = HyphensToBlanks(lines_[i].lemma);
    whole_[pos][lemma].push_back(i);
    const size_t blank = lemma.find(' ');
    if (blank != std::string::npos) phrasal_[pos][lemma.substr(0, blank)].push_back(i);
  }
}

template <typename T>
const std::vector<uint32_t>& PredicateTable<T>::Find(PredicatePos pos, std::string_view lemma) const {
  return Look(whole_[static_cast<size_t>(pos)], lemma);
}

template <typename T>
const std::vector<uint32_t>& PredicateTable<T>::FindPhrasal(PredicatePos pos, std::string_view first_word) const {
  return Look(phrasal_[static_cast<size_t>(pos)], first_word);
}

template class PredicateTable<Cue>;
template class PredicateTable<Embedding>;
template class PredicateTable<StanceLine>;

CueTable ReadCues(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return CueTable(ReadLines<Cue>(tables, problems));
}

EmbeddingTable ReadEmbeddings(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return EmbeddingTable(ReadLines<Embedding>(tables, problems));
}

StanceTable ReadStances(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return StanceTable(ReadLines<StanceLine>(tables, problems));
}

std::vector<Composition> ReadCompositions(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return ReadLines<Composition>(tables, problems);
}

std::vector<PloverClass> ReadPloverClasses(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return ReadLines<PloverClass>(tables, problems);
}

std::vector<CameoCode> ReadCameoCodes(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return ReadLines<CameoCode>(tables, problems);
}

}  // namespace rapporteur
