#include "lexicon/frames.h"

#include <algorithm>
#include <optional>

#include "lexicon/row.h"

namespace rapporteur {
namespace {

enum Column { kLemma, kPos, kType, kMode, kCameo, kWhen, kActor, kRecipient, kStatus, kNote };

// One row on its way to a frame: collects what is wrong with it.
class FrameReader {
 public:
  FrameReader(const Table& table, const Table::Row& row, const WordClasses& classes,
              std::vector<LexiconProblem>& problems)
      : row_(table, row, problems), classes_(classes) {}

  std::optional<Frame> Read();

 private:
  const std::string& cell(Column column) const { return row_.Cell(column); }
  void Tell(Column column, std::string_view found, std::string_view expected) { row_.Tell(column, found, expected); }
  void ReadLemma(Frame& frame);
  void ReadPos(Frame& frame);
  void ReadStatus(Frame& frame);
  void ReadCodes(Frame& frame);
  std::optional<FrameCondition> ReadCondition(std::string_view text);
  std::vector<std::string> Spell(std::string_view list);
  RolePath ReadPath(Column column, std::string_view text);
  std::vector<RoleChoice> ReadRoles(Column column);

  RowReader row_;
  const WordClasses& classes_;
};

bool IsUpper(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool HasUpper(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<Frame> FrameReader::Read() {
  Frame frame;
  frame.file = row_.file();
  frame.line = row_.line();
  ReadLemma(frame);
  ReadPos(frame);
  ReadCodes(frame);
  for (const std::string& text : SplitList(cell(kWhen), ' ')) {
    if (std::optional<FrameCondition> condition = ReadCondition(text)) frame.conditions.push_back(*condition);
  }
  frame.actor = ReadRoles(kActor);
  frame.recipient = ReadRoles(kRecipient);
  ReadStatus(frame);
  frame.note = cell(kNote);
  if (row_.broken()) return std::nullopt;
  return frame;
}

void FrameReader::ReadLemma(Frame& frame) {
  const std::string& text = cell(kLemma);
  if (text.empty() || HasUpper(text)) {
    Tell(kLemma, text, "a lemma in lower case; write the dictionary form");
  }
  const size_t plus = text.find('+');
  frame.lemma = text.substr(0, plus);
  if (plus == std::string::npos) return;
  frame.light_noun = text.substr(plus + 1);
  if (frame.lemma.empty() || frame.light_noun.empty()) {
    Tell(kLemma, text, "verb+noun; write both, as in take+hostage");
  }
}

void FrameReader::ReadPos(Frame& frame) {
  const std::string& text = cell(kPos);
  for (FramePos pos : {FramePos::kVerb, FramePos::kNoun, FramePos::kAdj}) {
    if (text == FramePosName(pos)) {
      frame.pos = pos;
      return;
    }
  }
  Tell(kPos, text, "verb, noun or adj");
}

void FrameReader::ReadCodes(Frame& frame) {
  frame.type = cell(kType);
  frame.mode = cell(kMode);
  frame.cameo = cell(kCameo);
  if (!IsUpper(frame.type)) Tell(kType, frame.type, "a PLOVER type in upper case, or NONE");
  const bool digits = std::all_of(frame.cameo.begin(), frame.cameo.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!frame.cameo.empty() && (!digits || frame.cameo.size() < 2 || frame.cameo.size() > 4)) {
    Tell(kCameo, frame.cameo, "two to four digits; use the CAMEO code");
  }
}

void FrameReader::ReadStatus(Frame& frame) {
  static constexpr std::pair<std::string_view, FrameStatus> kNames[] = {{"", FrameStatus::kAsGrammar},
                                                                        {"actual", FrameStatus::kActual},
                                                                        {"ongoing", FrameStatus::kOngoing},
                                                                        {"future", FrameStatus::kFuture},
                                                                        {"hypothetical", FrameStatus::kHypothetical},
                                                                        {"negated", FrameStatus::kNegated},
                                                                        {"historical", FrameStatus::kHistorical}};
  for (const auto& [name, status] : kNames) {
    if (cell(kStatus) == name) {
      frame.status = status;
      return;
    }
  }
  Tell(kStatus, cell(kStatus), "-, hypothetical or future");
}

std::vector<std::string> FrameReader::Spell(std::string_view list) {
  std::vector<std::string> lemmas;
  for (const std::string& item : SplitList(list)) {
    if (!item.starts_with('@')) {
      if (HasUpper(item)) Tell(kWhen, item, "lemmas in lower case");
      lemmas.push_back(HyphensToBlanks(item));
      continue;
    }
    const auto found = classes_.find(std::string_view(item).substr(1));
    if (found == classes_.end()) {
      Tell(kWhen, item, "a class of classes.tsv; add it there");
    } else if (lemmas.empty() && list.size() == item.size()) {
      return found->second;  // sorted already
    } else {
      lemmas.insert(lemmas.end(), found->second.begin(), found->second.end());
    }
  }
  std::sort(lemmas.begin(), lemmas.end());
  lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
  return lemmas;
}

std::optional<FrameCondition> FrameReader::ReadCondition(std::string_view text) {
  static constexpr std::pair<std::string_view, ConditionKind> kPlain[] = {
      {"obj", ConditionKind::kHasObject},   {"noobj", ConditionKind::kNoObject},
      {"subj", ConditionKind::kHasSubject}, {"nosubj", ConditionKind::kNoSubject},
      {"ccomp", ConditionKind::kCcomp},     {"xcomp", ConditionKind::kXcomp},
      {"nocomp", ConditionKind::kNoComp},   {"actorobj", ConditionKind::kActorObject},
      {"passive", ConditionKind::kPassive}, {"active", ConditionKind::kActive}};
  static constexpr std::pair<std::string_view, ConditionKind> kListed[] = {{"obj", ConditionKind::kObject},
                                                                           {"subj", ConditionKind::kSubject},
                                                                           {"prep", ConditionKind::kHasPrep},
                                                                           {"mod", ConditionKind::kModifier},
                                                                           {"objmod", ConditionKind::kObjectModifier},
                                                                           {"comp", ConditionKind::kComplementHead}};
  FrameCondition condition;
  const std::string_view whole = text;
  if (text.starts_with('!')) {
    condition.negated = true;
    text.remove_prefix(1);
  }
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos) {
    for (const auto& [name, kind] : kPlain) {
      if (text != name) continue;
      condition.kind = kind;
      return condition;
    }
    Tell(kWhen, whole, "a condition as the header lists them, apart by spaces");
    return std::nullopt;
  }
  const std::string_view name = text.substr(0, colon);
  condition.kind = ConditionKind::kOblique;
  condition.prep = name;
  for (const auto& [listed, kind] : kListed) {
    if (name == listed) {
      condition.kind = kind;
      condition.prep.clear();
    }
  }
  condition.lemmas = Spell(text.substr(colon + 1));
  if (name.empty() || condition.lemmas.empty()) {
    Tell(kWhen, whole, "name:lemma|lemma");
    return std::nullopt;
  }
  return condition;
}

RolePath FrameReader::ReadPath(Column column, std::string_view text) {
  static constexpr std::pair<std::string_view, RoleKind> kNames[] = {
      {"none", RoleKind::kNone},      {"subj", RoleKind::kSubject},      {"obj", RoleKind::kObject},
      {"poss", RoleKind::kPossessor}, {"compound", RoleKind::kCompound}, {"comp", RoleKind::kComplement},
      {"speaker", RoleKind::kSpeaker}};
  RolePath path;
  for (std::string& step : SplitList(text, '.')) {
    RoleStep read{RoleKind::kPreposition, {}};
    for (const auto& [name, kind] : kNames) {
      if (step == name) read.kind = kind;
    }
    const bool plain = std::all_of(step.begin(), step.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
    if (!plain) Tell(column, text, "subj, obj, poss, comp.subj, a preposition or none, in lower case");
    if (read.kind == RoleKind::kPreposition) read.prep = std::move(step);
    path.push_back(std::move(read));
  }
  return path;
}

std::vector<RoleChoice> FrameReader::ReadRoles(Column column) {
  std::vector<RoleChoice> choices;
  for (const std::string& item : SplitList(cell(column))) {
    RoleChoice choice;
    for (const std::string& path : SplitList(item, '+')) choice.push_back(ReadPath(column, path));
    choices.push_back(std::move(choice));
  }
  return choices;
}

// What a later directory's line must share to replace an earlier one.
std::string KeyOf(const Table& table, const Table::Row& row) {
  std::string key;
  for (Column column : {kLemma, kPos, kType, kMode, kWhen}) key += table.cell(row, column) + '\t';
  return key;
}

// A line that removes takes away every frame that agrees with all of lemma, pos, type and mode that it gives.
bool Removes(const Table& table, const Table::Row& row, const Frame& frame) {
  const std::string lemma = frame.light_noun.empty() ? frame.lemma : frame.lemma + '+' + frame.light_noun;
  const auto agrees = [&](Column column, std::string_view value) {
    const std::string& cell = table.cell(row, column);
    return cell.empty() || cell == value;
  };
  return table.cell(row, kLemma) == lemma && agrees(kPos, FramePosName(frame.pos)) && agrees(kType, frame.type) &&
         agrees(kMode, frame.mode);
}

}  // namespace

bool FrameCondition::Takes(std::string_view lemma) const {
  if (lemma.find('-') == std::string_view::npos) {
    return std::binary_search(lemmas.begin(), lemmas.end(), lemma, std::less<>());
  }
  return std::binary_search(lemmas.begin(), lemmas.end(), HyphensToBlanks(lemma));
}

std::string_view FramePosName(FramePos pos) {
  switch (pos) {
    case FramePos::kVerb:
      return "verb";
    case FramePos::kNoun:
      return "noun";
    case FramePos::kAdj:
      return "adj";
  }
  return "";
}

FrameTable FrameTable::Read(const std::vector<Table>& tables, const WordClasses& classes,
                            std::vector<LexiconProblem>& problems) {
  FrameTable out;
  std::vector<size_t> origin;  // of each frame: its table
  StringMap<size_t> earlier;   // key to the first frame of the directories before this one that has it
  for (size_t t = 0; t < tables.size(); ++t) {
    const Table& table = tables[t];
    const size_t known = out.frames_.size();
    out.frames_.reserve(known + table.rows().size());
    std::vector<std::string> keys;  // of the frames that this table adds; nobody asks for the last table's
    for (const Table::Row& row : table.rows()) {
      if (row.removes) {
        for (size_t i = 0; i < known; ++i) {
          if (Removes(table, row, out.frames_[i])) out.frames_[i].lemma.clear();
        }
        continue;
      }
      std::optional<Frame> frame = FrameReader(table, row, classes, problems).Read();
      if (!frame) continue;
      std::string key = tables.size() > 1 ? KeyOf(table, row) : std::string();
      const auto found = earlier.find(key);
      if (found != earlier.end()) {
        out.frames_[found->second] = std::move(*frame);
        origin[found->second] = t;
        continue;
      }
      out.frames_.push_back(std::move(*frame));
      origin.push_back(t);
      if (t + 1 < tables.size()) keys.push_back(std::move(key));
    }
    for (size_t i = 0; i < keys.size(); ++i) earlier.emplace(std::move(keys[i]), known + i);
  }
  // Of frames that meet as many conditions the earlier wins: a later directory's stand before the shipped ones.
  std::vector<Frame> ordered;
  ordered.reserve(out.frames_.size());
  for (size_t t = tables.size(); t-- > 0;) {
    for (size_t i = 0; i < out.frames_.size(); ++i) {
      if (origin[i] == t && !out.frames_[i].lemma.empty()) ordered.push_back(std::move(out.frames_[i]));
    }
  }
  out.frames_ = std::move(ordered);
  out.IndexFrames();
  return out;
}

void FrameTable::IndexFrames() {
  for (uint32_t i = 0; i < frames_.size(); ++i) {
    const Frame& frame = frames_[i];
    const auto pos = static_cast<size_t>(frame.pos);
    const std::string lemma = HyphensToBlanks(frame.lemma);
    if (!frame.light_noun.empty()) {
      light_[lemma + '+' + HyphensToBlanks(frame.light_noun)].push_back(i);
      continue;
    }
    whole_[pos][lemma].push_back(i);
    if (lemma.find(' ') == std::string::npos) continue;
    const std::string head =
        frame.pos == FramePos::kNoun ? lemma.substr(lemma.rfind(' ') + 1) : lemma.substr(0, lemma.find(' '));
    phrasal_[pos][head].push_back(i);
  }
}

const std::vector<uint32_t>& FrameTable::Look(const StringMap<std::vector<uint32_t>>& index, std::string_view word) {
  static const std::vector<uint32_t> kNone;
  const auto found = word.find('-') == std::string_view::npos ? index.find(word) : index.find(HyphensToBlanks(word));
  return found == index.end() ? kNone : found->second;
}

const std::vector<uint32_t>& FrameTable::Find(FramePos pos, std::string_view lemma) const {
  return Look(whole_[static_cast<size_t>(pos)], lemma);
}

const std::vector<uint32_t>& FrameTable::FindLight(std::string_view verb, std::string_view noun) const {
  return Look(light_, std::string(verb) + '+' + std::string(noun));
}

const std::vector<uint32_t>& FrameTable::FindPhrasal(FramePos pos, std::string_view head) const {
  return Look(phrasal_[static_cast<size_t>(pos)], head);
}

}  // namespace rapporteur
