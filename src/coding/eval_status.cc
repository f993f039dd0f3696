// rapporteur_eval_status LEXICON FILE.conllu [PUBLISHED]: the status of every proposition of parsed sentences, a line
// each.
//
// For measuring on annotations of factuality (cases/factuality.py). Columns: number of the sentence, of the word (from
// 1 each), form, kind, status, word above, how it hangs on it, mark, steps.
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "coding/proposition.h"
#include "coding/status.h"
#include "coding/status_time.h"
#include "language/conllu.h"
#include "lexicon/lexicon.h"
#include "resolve/repair.h"
#include "resolve/when.h"

namespace {

int Fail(const std::string& message) {
  std::cerr << "rapporteur_eval_status: " << message << "\n";
  return 1;
}

constexpr std::string_view kKinds[] = {"verb", "noun", "adj"};
constexpr std::string_view kLinks[] = {"none", "conj", "ccomp", "xcomp", "advcl", "relcl", "acl", "obj", "subj", "obl"};

}  // namespace

int main(int argc, char** argv) {
  using namespace rapporteur;
  if (argc != 3 && argc != 4) {
    std::cerr << "usage: rapporteur_eval_status LEXICON FILE.conllu [PUBLISHED]\n";
    return 2;
  }
  std::ifstream in(argv[2], std::ios::binary);
  if (!in) return Fail(std::string(argv[2]) + ": cannot be opened");
  std::ostringstream bytes;
  bytes << in.rdbuf();
  const auto parsed = ReadConllu(bytes.str());
  if (!parsed) return Fail(std::string(argv[2]) + ": " + parsed.error().message);
  const auto lexicon = Lexicon::Open({argv[1]});
  if (!lexicon) return Fail(lexicon.error().message);

  const std::vector<ParsedSentence> mended = MendTrees(parsed->report.sentences);
  std::vector<Tree> trees;
  trees.reserve(mended.size());
  for (const ParsedSentence& sentence : mended) trees.emplace_back(sentence);
  const PropositionLayer layer = BuildPropositions(trees, lexicon->classes());
  const StatusReader reader(trees, layer, lexicon->embeddings(), lexicon->cues());
  const std::optional<Date> published = argc == 4 ? ParseIsoDate(argv[3]) : std::nullopt;
  const std::vector<DateMention> dates = FindDates(trees, published);
  for (size_t i = 0; i < layer.all.size(); ++i) {
    const Proposition& p = layer.all[i];
    StatusReading reading = reader.Read(static_cast<int>(i));
    const Tree& tree = trees[static_cast<size_t>(p.sentence)];
    std::optional<DateMention> when = DateOf(tree, p.sentence, p.word, dates);
    if (!when || !when->resolved()) when = DateOfOccasion(tree, p, dates);
    std::string why;
    if (when && published) reading.status = StatusAt(reading.status, p, *when, *published, why);
    if (!why.empty()) reading.steps.push_back(why);
    const ParsedWord& word = tree.word(p.word);
    std::cout << p.sentence + 1 << '\t' << p.word + 1 << '\t' << word.form << '\t'
              << kKinds[static_cast<size_t>(p.kind)] << '\t' << StatusName(reading.status) << '\t'
              << (p.above < 0 ? "-" : layer.all[static_cast<size_t>(p.above)].lemma) << '\t'
              << kLinks[static_cast<size_t>(p.link)] << '\t' << p.mark << '\t';
    for (const std::string& step : reading.steps) std::cout << step << ' ';
    std::cout << '\n';
  }
  return 0;
}
