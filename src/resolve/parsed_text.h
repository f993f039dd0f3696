// Short texts with their trees, for tests: a test names the text, the trees stand in testdata/trees.conllu.
//
// There, and in coding/testdata/*.conllu, `rapporteur parse` wrote them, one "# newdoc" a text; wrong trees were
// mended by hand. A text that is not there fails the test that asks for it. Tests run from the repository's root.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "language/conllu.h"
#include "lexicon/lexicon.h"
#include "resolve/tree.h"
#include "text/quotations.h"

namespace rapporteur {

// The shipped tables, read once.
inline const Lexicon& ShippedLexicon() {
  static const Result<Lexicon> lexicon = Lexicon::Open({"lexicon"});
  if (!lexicon.ok()) throw std::runtime_error(lexicon.error().message);
  return lexicon.value();
}

namespace parsed_text {

inline void FindQuotationMarks(ParsedReport& report) {
  std::vector<SentenceText> sentences;
  for (const ParsedSentence& parsed : report.sentences) {
    SentenceText sentence{parsed.span, parsed.kind, parsed.paragraph, {}};
    for (const ParsedWord& word : parsed.words) {
      sentence.words.push_back({word.span, word.space_after, word.starts_multi, word.inside_multi});
    }
    sentences.push_back(std::move(sentence));
  }
  report.quotations = FindQuotations(report.text.utf8, sentences);
}

inline std::map<std::string, ConlluReport> ReadAll(const std::string& path) {
  std::map<std::string, ConlluReport> all;
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  constexpr std::string_view kStart = "# newdoc\n";
  for (size_t at = bytes.find(kStart); at != std::string::npos;) {
    const size_t next = bytes.find(kStart, at + kStart.size());
    Result<ConlluReport> read = ReadConllu(std::string_view(bytes).substr(at, next - at));
    if (!read.ok()) {
      ADD_FAILURE() << path << ": " << read.error().message;
      return all;
    }
    std::string text = read->report.text.utf8;
    while (!text.empty() && text.back() == ' ') text.pop_back();
    FindQuotationMarks(read->report);
    all.emplace(std::move(text), std::move(read).value());
    at = next;
  }
  return all;
}

inline const ParsedReport& Find(const std::string& text) {
  static const std::map<std::string, ConlluReport> all = [] {
    std::map<std::string, ConlluReport> read = ReadAll("src/resolve/testdata/trees.conllu");
    read.merge(ReadAll("src/coding/testdata/roles.conllu"));
    read.merge(ReadAll("src/coding/testdata/positions.conllu"));
    read.merge(ReadAll("src/coding/testdata/agreements.conllu"));
    read.merge(ReadAll("src/coding/testdata/statements.conllu"));
    return read;
  }();
  static const ParsedReport none;
  const auto found = all.find(text);
  if (found != all.end()) return found->second.report;
  ADD_FAILURE() << "no file of trees has any for: " << text;
  return none;
}

}  // namespace parsed_text

class ParsedText {
 public:
  explicit ParsedText(const std::string& text) : report_(&parsed_text::Find(text)) {
    for (const ParsedSentence& sentence : report_->sentences) trees_.emplace_back(sentence);
  }

  const ParsedReport& report() const { return *report_; }
  const std::vector<Tree>& trees() const { return trees_; }
  std::string Words(Span span) const { return std::string(span.of(report_->text.utf8)); }

  // Where a form stands in a sentence, the first time; -1 and a failure when it does not.
  int Word(const std::string& form, int sentence = 0) const {
    if (sentence < static_cast<int>(trees_.size())) {
      const Tree& tree = trees_[static_cast<size_t>(sentence)];
      for (int w = 0; w < tree.size(); ++w) {
        if (tree.word(w).form == form) return w;
      }
    }
    ADD_FAILURE() << "no word " << form << " in sentence " << sentence;
    return -1;
  }

 private:
  const ParsedReport* report_;
  std::vector<Tree> trees_;
};

}  // namespace rapporteur
