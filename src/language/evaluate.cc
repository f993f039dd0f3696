#include "language/evaluate.h"

#include <array>
#include <cstdio>
#include <string_view>

namespace rapporteur {
namespace {

std::string_view Base(Rel rel) {
  const std::string_view name = RelName(rel);
  return name.substr(0, name.find(':'));
}

void CompareWords(const ParsedWord& gold, const ParsedWord& found, Agreement& sum) {
  ++sum.words;
  sum.upos += gold.upos == found.upos ? 1 : 0;
  sum.xpos += gold.xpos == found.xpos ? 1 : 0;
  sum.feats += gold.feats == found.feats ? 1 : 0;
  sum.lemma += gold.lemma == found.lemma ? 1 : 0;
  if (gold.head != found.head) return;
  ++sum.uas;
  sum.las += Base(gold.rel) == Base(found.rel) ? 1 : 0;
  sum.labelled += gold.rel == found.rel ? 1 : 0;
}

void CompareMentions(const ParsedSentence& gold, const ParsedSentence& found, Agreement& sum) {
  sum.gold_mentions += gold.mentions.size();
  sum.found_mentions += found.mentions.size();
  for (const NamedMention& g : gold.mentions) {
    for (const NamedMention& f : found.mentions) {
      if (g.first != f.first || g.last != f.last) continue;
      ++sum.same_spans;
      sum.same_mentions += g.type == f.type ? 1 : 0;
    }
  }
}

double Percent(size_t part, size_t whole) {
  return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

SegmentedReport SegmentationOf(const ParsedReport& gold) {
  SegmentedReport segmented;
  for (const ParsedSentence& from : gold.sentences) {
    SentenceText sentence;
    sentence.span = from.span;
    sentence.kind = from.kind;
    sentence.paragraph = from.paragraph;
    for (const ParsedWord& word : from.words) {
      sentence.words.push_back({word.span, word.space_after, word.starts_multi, word.inside_multi});
    }
    segmented.sentences.push_back(std::move(sentence));
  }
  return segmented;
}

Result<Agreement> Compare(const ParsedReport& gold, const ParsedReport& found) {
  const Error differ = {ErrorCode::kUsage, "evaluate: the gold parse and the other have not the same words"};
  if (gold.sentences.size() != found.sentences.size()) return differ;
  Agreement sum;
  for (size_t s = 0; s < gold.sentences.size(); ++s) {
    const ParsedSentence& g = gold.sentences[s];
    const ParsedSentence& f = found.sentences[s];
    if (g.words.size() != f.words.size()) return differ;
    for (size_t i = 0; i < g.words.size(); ++i) {
      if (g.words[i].form != f.words[i].form) return differ;
      CompareWords(g.words[i], f.words[i], sum);
    }
    CompareMentions(g, f, sum);
  }
  return sum;
}

std::string Describe(const Agreement& a) {
  std::array<char, 256> line = {};
  std::snprintf(line.data(), line.size(),
                "%zu words  UPOS %.2f  XPOS %.2f  FEATS %.2f  lemma %.2f  UAS %.2f  LAS %.2f  with subtypes %.2f",
                a.words, Percent(a.upos, a.words), Percent(a.xpos, a.words), Percent(a.feats, a.words),
                Percent(a.lemma, a.words), Percent(a.uas, a.words), Percent(a.las, a.words),
                Percent(a.labelled, a.words));
  std::string out = line.data();
  if (a.gold_mentions == 0) return out;
  const size_t all = a.gold_mentions + a.found_mentions;
  std::snprintf(line.data(), line.size(), "  names F1 %.2f  untyped %.2f", Percent(2 * a.same_mentions, all),
                Percent(2 * a.same_spans, all));
  return out + line.data();
}

}  // namespace rapporteur
