// rapporteur_eval_conllu MODEL GOLD.conllu [-o PARSED.conllu]: parses a treebank's own words and says how well.
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "language/conllu.h"
#include "language/evaluate.h"
#include "language/model.h"

namespace {

int Fail(const std::string& message) {
  std::cerr << "rapporteur_eval_conllu: " << message << "\n";
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace rapporteur;
  if (argc != 3 && (argc != 5 || std::string(argv[3]) != "-o")) {
    std::cerr << "usage: rapporteur_eval_conllu MODEL.rapm GOLD.conllu [-o PARSED.conllu]\n"
                 "Names are compared where the gold file's MISC column has Mention=B-person and the like.\n";
    return 2;
  }
  std::ifstream in(argv[2], std::ios::binary);
  if (!in) return Fail(std::string(argv[2]) + ": cannot be opened");
  std::ostringstream bytes;
  bytes << in.rdbuf();
  const auto gold = ReadConllu(bytes.str());
  if (!gold) return Fail(std::string(argv[2]) + ": " + gold.error().message);
  const auto model = LanguageModel::Open(argv[1]);
  if (!model) return Fail(model.error().message);
  const auto found = model.value()->Parse(gold->report.text, SegmentationOf(gold->report));
  if (!found) return Fail(found.error().message);
  const auto agreement = Compare(gold->report, *found);
  if (!agreement) return Fail(agreement.error().message);
  std::cout << Describe(*agreement) << "\n";
  if (argc == 5) {
    std::ofstream out(argv[4], std::ios::binary);
    out << WriteConllu(*found);
    out.close();
    if (!out) return Fail(std::string(argv[4]) + ": cannot be written");
  }
  return 0;
}
