#include "language/conllu.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 6> kMentionNames = {"person", "organization", "place", "event", "other", "time"};

void AppendClean(std::string& out, std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) {
      out += "\xEF\xBF\xBD";
    } else {
      out += c;
    }
  }
}

// A column may not be empty.
void AppendColumn(std::string& out, std::string_view text) {
  out += '\t';
  AppendClean(out, text.empty() ? "_" : text);
}

// One past the last word of the token that begins at `first`.
size_t TokenEnd(const ParsedSentence& sentence, size_t first) {
  size_t end = first + 1;
  if (sentence.words[first].starts_multi) {
    while (end < sentence.words.size() && sentence.words[end].inside_multi) ++end;
  }
  return end;
}

std::string_view TokenSurface(const ParsedReport& report, const ParsedSentence& sentence, size_t first, size_t end) {
  return hull(sentence.words[first].span, sentence.words[end - 1].span).of(report.text.utf8);
}

void AppendText(std::string& out, const ParsedReport& report, const ParsedSentence& sentence) {
  out += "# text = ";
  for (size_t i = 0; i < sentence.words.size();) {
    const size_t end = TokenEnd(sentence, i);
    AppendClean(out, TokenSurface(report, sentence, i, end));
    if (end < sentence.words.size() && sentence.words[end - 1].space_after) out += ' ';
    i = end;
  }
  out += '\n';
}

// The tags of a sentence's words in MISC, empty for words outside of mentions.
std::vector<std::string> MentionTags(const ParsedSentence& sentence) {
  std::vector<std::string> tags(sentence.words.size());
  for (const NamedMention& mention : sentence.mentions) {
    for (int i = mention.first; i <= mention.last && i < static_cast<int>(tags.size()); ++i) {
      const char* part = i == mention.first ? "Mention=B-" : "Mention=I-";
      tags[static_cast<size_t>(i)] = std::string(part).append(MentionTypeName(mention.type));
    }
  }
  return tags;
}

void AppendRange(std::string& out, const ParsedReport& report, const ParsedSentence& sentence, size_t first,
                 size_t end) {
  out += std::to_string(first + 1) + '-' + std::to_string(end);
  AppendColumn(out, TokenSurface(report, sentence, first, end));
  out += "\t_\t_\t_\t_\t_\t_\t_\t";
  out += sentence.words[end - 1].space_after ? "_\n" : "SpaceAfter=No\n";
}

void AppendWord(std::string& out, const ParsedSentence& sentence, size_t i, std::string misc, bool tells_space) {
  const ParsedWord& word = sentence.words[i];
  out += std::to_string(i + 1);
  AppendColumn(out, word.form);
  AppendColumn(out, word.lemma);
  AppendColumn(out, UposName(word.upos));
  AppendColumn(out, word.xpos);
  AppendColumn(out, word.feats);
  AppendColumn(out, std::to_string(word.head + 1));
  AppendColumn(out, RelName(word.rel));
  if (tells_space && !word.space_after) misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
  out += "\t_";
  AppendColumn(out, misc);
  out += '\n';
}

}  // namespace

std::string_view MentionTypeName(MentionType type) { return kMentionNames[static_cast<size_t>(type)]; }

std::optional<MentionType> MentionTypeFromName(std::string_view name) {
  for (size_t i = 0; i < kMentionNames.size(); ++i) {
    if (kMentionNames[i] == name) return static_cast<MentionType>(i);
  }
  return std::nullopt;
}

std::string WriteConllu(const ParsedReport& report, const ConlluOptions& options) {
  std::string out;
  std::string id;
  AppendClean(id, options.document_id);
  for (size_t s = 0; s < report.sentences.size(); ++s) {
    const ParsedSentence& sentence = report.sentences[s];
    if (s == 0) out += id.empty() ? "# newdoc\n" : "# newdoc id = " + id + "\n";
    if (s == 0 || sentence.paragraph != report.sentences[s - 1].paragraph) out += "# newpar\n";
    out += "# sent_id = " + (id.empty() ? "" : id + "-") + std::to_string(s + 1) + "\n";
    AppendText(out, report, sentence);
    std::vector<std::string> tags = MentionTags(sentence);
    for (size_t i = 0; i < sentence.words.size();) {
      const size_t end = TokenEnd(sentence, i);
      if (end - i > 1) AppendRange(out, report, sentence, i, end);
      const bool single = end - i == 1;
      for (; i < end; ++i) AppendWord(out, sentence, i, std::move(tags[i]), single);
    }
    out += '\n';
  }
  return out;
}

}  // namespace rapporteur
