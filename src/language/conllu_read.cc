#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "language/conllu.h"

namespace rapporteur {
namespace {

constexpr size_t kColumns = 10;
using Columns = std::array<std::string_view, kColumns>;

std::string_view NextLine(std::string_view& rest) {
  const size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

std::optional<int> Number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

// The value of `key` in a MISC column, empty when absent.
std::string_view MiscValue(std::string_view misc, std::string_view key) {
  while (!misc.empty()) {
    const size_t bar = misc.find('|');
    const std::string_view item = misc.substr(0, bar);
    if (item.size() > key.size() && item.substr(0, key.size()) == key && item[key.size()] == '=') {
      return item.substr(key.size() + 1);
    }
    misc = bar == std::string_view::npos ? std::string_view() : misc.substr(bar + 1);
  }
  return {};
}

// Cut to what an error message can show.
std::string Shown(std::string_view found) {
  constexpr size_t kMost = 40;
  std::string shown = "'";
  for (const char c : found.substr(0, kMost)) shown += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
  return shown + (found.size() > kMost ? "…'" : "'");
}

// Every word must lead to a root, and there must be one.
bool IsTree(const std::vector<ParsedWord>& words) {
  std::vector<char> state(words.size(), 0);  // 1 on the present path, 2 known to reach a root
  for (size_t i = 0; i < words.size(); ++i) {
    int at = static_cast<int>(i);
    while (at >= 0 && state[static_cast<size_t>(at)] == 0) {
      state[static_cast<size_t>(at)] = 1;
      at = words[static_cast<size_t>(at)].head;
    }
    if (at >= 0 && state[static_cast<size_t>(at)] == 1) return false;
    for (at = static_cast<int>(i); at >= 0 && state[static_cast<size_t>(at)] == 1;) {
      state[static_cast<size_t>(at)] = 2;
      at = words[static_cast<size_t>(at)].head;
    }
  }
  return true;
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {
    result_.strings = std::make_unique<std::unordered_set<std::string>>();
  }

  Result<ConlluReport> Read() {
    while (!rest_.empty()) {
      const std::string_view line = NextLine(rest_);
      ++line_;
      Status status = Ok{};
      if (line.empty()) {
        status = EndSentence();
      } else if (line[0] == '#') {
        Comment(line);
      } else {
        status = TokenLine(line);
      }
      if (!status) return status.error();
    }
    ++line_;
    if (const Status status = EndSentence(); !status) return status.error();
    return std::move(result_);
  }

 private:
  Error Wrong(const std::string& found, const std::string& expected) const {
    return {ErrorCode::kFormat,
            "CoNLL-U, line " + std::to_string(line_) + ": found " + found + ", expected " + expected};
  }

  void Comment(std::string_view line) {
    line.remove_prefix(1);
    while (!line.empty() && line[0] == ' ') line.remove_prefix(1);
    const std::string_view key = line.substr(0, line.find_first_of(" ="));
    if (key == "newpar" || key == "newdoc") new_paragraph_ = true;
  }

  Result<Columns> Split(std::string_view line) const {
    Columns columns;
    size_t count = 0;
    for (size_t begin = 0; begin <= line.size();) {
      const size_t tab = std::min(line.find('\t', begin), line.size());
      if (count < kColumns) columns[count] = line.substr(begin, tab - begin);
      ++count;
      begin = tab + 1;
    }
    if (count != kColumns) return Wrong(std::to_string(count) + " columns", "10, separated by tabs");
    return columns;
  }

  Status TokenLine(std::string_view line) {
    const Result<Columns> columns = Split(line);
    if (!columns) return columns.error();
    const std::string_view id = columns.value()[0];
    if (id.find('.') != std::string_view::npos) return Ok{};  // an empty node of the enhanced graph
    if (const size_t dash = id.find('-'); dash != std::string_view::npos) return Range(columns.value(), dash);
    return WordLine(columns.value());
  }

  Status Range(const Columns& columns, size_t dash) {
    const std::optional<int> first = Number(columns[0].substr(0, dash));
    const std::optional<int> last = Number(columns[0].substr(dash + 1));
    const int next = static_cast<int>(words_.size()) + 1;
    if (!first || !last || *first != next || *last < *first || next <= range_last_) {
      return Wrong("range " + Shown(columns[0]), "one that begins at " + std::to_string(next));
    }
    range_first_ = *first;
    range_last_ = *last;
    range_space_ = MiscValue(columns[9], "SpaceAfter") != "No";
    return Ok{};
  }

  Status WordLine(const Columns& columns) {
    const int next = static_cast<int>(words_.size()) + 1;
    if (Number(columns[0]) != next) return Wrong("ID " + Shown(columns[0]), std::to_string(next));
    if (columns[1].empty()) return Wrong("an empty FORM", "the word's form");
    const std::optional<int> head = Number(columns[6]);
    if (!head) return Wrong("HEAD " + Shown(columns[6]), "a number");
    ParsedWord word;
    word.form = columns[1];
    word.lemma = columns[2];
    word.upos = UposFromName(columns[3]);
    word.xpos = Keep(columns[4]);
    word.feats = Keep(columns[5]);
    word.head = *head - 1;
    word.rel = RelFromName(columns[7]);
    if (next <= range_last_) {
      word.starts_multi = next == range_first_;
      word.inside_multi = next > range_first_;
      word.space_after = next == range_last_ && range_space_;
    } else {
      word.space_after = MiscValue(columns[9], "SpaceAfter") != "No";
    }
    if (Status status = ReadMention(columns[9], next - 1); !status) return status;
    words_.push_back(std::move(word));
    head_lines_.push_back(line_);
    return Ok{};
  }

  Status ReadMention(std::string_view misc, int index) {
    const std::string_view tag = MiscValue(misc, "Mention");
    if (tag.empty()) return Ok{};
    const std::optional<MentionType> type = MentionTypeFromName(tag.substr(std::min<size_t>(2, tag.size())));
    if (type && tag.substr(0, 2) == "B-") {
      mentions_.push_back({index, index, *type});
      return Ok{};
    }
    const bool follows = !mentions_.empty() && mentions_.back().last == index - 1 && mentions_.back().type == type;
    if (type && tag.substr(0, 2) == "I-" && follows) {
      mentions_.back().last = index;
      return Ok{};
    }
    return Wrong("Mention=" + Shown(tag),
                 "B- or, after the same type, I- with person, organization, place, event, other, time");
  }

  Status EndSentence() {
    if (words_.empty()) return Ok{};
    if (range_last_ > static_cast<int>(words_.size())) {
      return Wrong("the sentence's end", "word " + std::to_string(words_.size() + 1) + " of a multiword token");
    }
    for (size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].head < static_cast<int>(words_.size())) continue;
      line_ = head_lines_[i];
      return Wrong("HEAD " + std::to_string(words_[i].head + 1), "at most " + std::to_string(words_.size()));
    }
    if (!IsTree(words_)) return Wrong("heads that form a cycle in the sentence that ends here", "a tree");
    return Place();
  }

  // Gives the sentence its place in the rebuilt text.
  Status Place() {
    ParsedSentence sentence;
    std::string& text = result_.report.text.utf8;
    if (!result_.report.sentences.empty() && new_paragraph_) {
      ++paragraph_;
      while (!text.empty() && text.back() == ' ') text.pop_back();
      text += "\n\n";
    }
    for (ParsedWord& word : words_) {
      if (text.size() + word.form.size() + 4 > std::numeric_limits<uint32_t>::max()) {
        return Error{ErrorCode::kLimit, "CoNLL-U: the text passes 4 GB; split the file"};
      }
      word.span.begin = static_cast<uint32_t>(text.size());
      text += word.form;
      word.span.end = static_cast<uint32_t>(text.size());
      if (word.space_after) text += ' ';
    }
    sentence.span = {words_.front().span.begin, words_.back().span.end};
    sentence.paragraph = paragraph_;
    sentence.words = std::move(words_);
    sentence.mentions = std::move(mentions_);
    result_.report.sentences.push_back(std::move(sentence));
    words_.clear();
    mentions_.clear();
    head_lines_.clear();
    range_first_ = range_last_ = 0;
    new_paragraph_ = false;
    return Ok{};
  }

  std::string_view Keep(std::string_view text) { return *result_.strings->emplace(text).first; }

  std::string_view rest_;
  size_t line_ = 0;
  ConlluReport result_;
  std::vector<ParsedWord> words_;
  std::vector<NamedMention> mentions_;
  std::vector<size_t> head_lines_;
  int range_first_ = 0, range_last_ = 0;
  bool range_space_ = true;
  bool new_paragraph_ = false;
  uint32_t paragraph_ = 0;
};

}  // namespace

Result<ConlluReport> ReadConllu(std::string_view bytes) { return Reader(bytes).Read(); }

}  // namespace rapporteur
