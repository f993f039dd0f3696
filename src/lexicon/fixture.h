// A small lexicon in a directory of its own, for tests.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace rapporteur {

class LexiconFixture {
 public:
  // Every required table with its columns, then `rows` added to some: {"groups.tsv", "COL\tREB\t…\n"}; a name that is
  // no table's is a file of just these bytes: {"mine.actors", "HAMAS [PSEREB]\n"}.
  explicit LexiconFixture(const std::string& name, const std::map<std::string, std::string>& rows = {},
                          bool complete = true)
      : directory_(std::filesystem::temp_directory_path() / ("rapporteur_lexicon_" + name)) {
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    const std::map<std::string, std::string> tables = Columns();
    for (const auto& [file, columns] : tables) {
      const auto found = rows.find(file);
      if (!complete && found == rows.end()) continue;
      std::ofstream out(directory_ / file, std::ios::binary);
      out << columns << '\n' << (found == rows.end() ? std::string() : found->second);
    }
    for (const auto& [file, bytes] : rows) {
      if (!tables.contains(file)) std::ofstream(directory_ / file, std::ios::binary) << bytes;
    }
  }
  ~LexiconFixture() { std::filesystem::remove_all(directory_); }
  LexiconFixture(const LexiconFixture&) = delete;
  LexiconFixture& operator=(const LexiconFixture&) = delete;

  std::string path() const { return directory_.string(); }
  void Remove(const std::string& file) const { std::filesystem::remove(directory_ / file); }

  static std::map<std::string, std::string> Columns() {
    return {{"states.tsv", "code\tname\taliases\tdemonyms\tcapitals\tseats\tiso2\tiso_numeric\tcow\tgw\twikidata"},
            {"country_keys.tsv", "code\tfips"},
            {"organizations.tsv", "code\tsectors\tname\taliases\twikidata"},
            {"groups.tsv", "code\tsectors\tname\taliases\tfrom\tto\twikidata"},
            {"offices.tsv", "person\taliases\tcode\tsectors\toffice\tof\tfrom\tto\tgender\twikidata"},
            {"titles.tsv", "title\toffice\tsectors\tonly"},
            {"agents.tsv", "noun\tsectors\tkind"},
            {"places.tsv", "name\taliases\tcountry\tlat\tlon\tgeonames\tpopulation"},
            {"regions.tsv", "name\taliases\tcountry\tlat\tlon"},
            {"place_abbreviations.tsv", "name\tcountry\tforms"},
            {"given_names.tsv", "variants\tgender"},
            {"surnames.tsv", "kind\tkey\tsurname"},
            {"common_words.tsv", "words"},
            {"classes.tsv", "class\tlemmas"},
            {"frames.tsv", "lemma\tpos\ttype\tmode\tcameo\twhen\tactor\trecipient\tstatus\tnote"},
            {"cues.tsv", "lemma\tpos\tkind\taddressee\tcontent\tnote"},
            {"stances.tsv", "lemma\tpos\tcomplement\tstance\tnegated\tnote"},
            {"embeddings.tsv", "lemma\tpos\tcomplement\tsubject_wants\tstatus\tpolarity\tnote"},
            {"compositions.tsv", "type\tmode\twhen\tbecomes\tnew_mode\tcameo\tactor\trecipient\tnote"},
            {"scores.tsv", "type\tmode\tplover\tquad\tscore\tcameo\tnote"},
            {"cameo.tsv", "code\tscore\tname"},
            {"contexts.tsv", "context\tby\tkey\tweight\twith\tnote"},
            {"actor_codes.tsv", "group\tcode\tsectors\tnote"},
            {"agreements.tsv", "name\taliases\tkeys\tkind\tdate\tuntil\tplace\tparties\tmediators\twikidata\tnote"},
            {"opposites.tsv", "one\tother\tnote"},
            {"dispute_weights.tsv", "feature\tweight\tnote"},
            {"prose.tsv", "type\tmode\tto\talone\tpassive\tnoun"},
            {"verb_forms.tsv", "verb\tpast\tparticiple\ting"}};
  }

 private:
  std::filesystem::path directory_;
};

}  // namespace rapporteur
