// Sentences with trees for tests, written as one line a word: "form lemma UPOS XPOS head rel", heads counted from 1, 0
// the root.
#pragma once

#include <deque>
#include <sstream>
#include <string>
#include <vector>

#include "resolve/tree.h"

namespace rapporteur {

class TreeFixture {
 public:
  // Words stand one space apart; sentences too.
  void Add(const std::string& lines, SegmentKind kind = SegmentKind::kProse) {
    ParsedSentence sentence;
    sentence.kind = kind;
    std::istringstream rows(lines);
    std::string form, lemma, upos, xpos, rel;
    int head = 0;
    sentence.span.begin = offset_;
    while (rows >> form >> lemma >> upos >> xpos >> head >> rel) {
      ParsedWord word;
      word.span = {offset_, offset_ + static_cast<uint32_t>(form.size())};
      word.form = form;
      word.lemma = lemma;
      word.upos = UposFromName(upos);
      word.xpos = strings_.emplace_back(xpos);
      word.feats = "_";
      word.head = head - 1;
      word.rel = RelFromName(rel);
      sentence.words.push_back(word);
      text_ += form + " ";
      offset_ = static_cast<uint32_t>(text_.size());
    }
    sentence.span.end = offset_ - 1;
    sentences_.push_back(sentence);
  }

  std::vector<Tree> trees() const {
    std::vector<Tree> trees;
    for (const ParsedSentence& sentence : sentences_) trees.emplace_back(sentence);
    return trees;
  }

  std::deque<ParsedSentence>& sentences() { return sentences_; }
  const std::string& text() const { return text_; }

 private:
  std::deque<ParsedSentence> sentences_;
  std::deque<std::string> strings_;
  std::string text_;
  uint32_t offset_ = 0;
};

}  // namespace rapporteur
