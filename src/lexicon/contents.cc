#include "lexicon/contents.h"

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <iterator>
#include <system_error>

#include "base/sha256.h"
#include "lexicon/dictionary.h"
#include "lexicon/fold.h"
#include "lexicon/string_map.h"

namespace rapporteur {
namespace {

using Columns = std::initializer_list<std::string_view>;

struct FileBytes {
  std::string shown;  // as named in messages
  std::string bytes;
};

// The bytes of every table, by its name; those of dictionaries in the order of the directories and names.
struct Sources {
  StringMap<std::vector<FileBytes>> tables;
  std::vector<FileBytes> actors, agents;
};

// The dictionaries of a user's directory; a file that is nothing of ours is told.
Status ReadDictionaries(const std::string& directory, Sources& sources, Sha256& digest,
                        std::vector<LexiconProblem>& problems) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory, error)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    const std::string name = path.filename().string();
    const DictionaryKind kind = KindOfDictionary(name);
    if (kind == DictionaryKind::kNone) {
      const bool table = std::find(std::begin(kLexiconFiles), std::end(kLexiconFiles), name) != std::end(kLexiconFiles);
      if (!table && name.ends_with(".tsv") && name != "abbreviations.tsv" && name != "prose.tsv" &&
          name != "verb_forms.tsv")
        problems.push_back(
            {Severity::kWarning, path.string(), 0,
             "found a table of no known name, expected one as frames.tsv (docs/lexicon.md lists them) or a "
             "dictionary as *.actors or *.agents; the file is left out"});
      continue;
    }
    Result<std::string> bytes = ReadWholeFile(path.string());
    if (!bytes.ok()) return bytes.error();
    digest.Add(name);
    digest.Add(std::to_string(bytes->size()));
    digest.Add("\n");
    digest.Add(*bytes);
    (kind == DictionaryKind::kActors ? sources.actors : sources.agents).push_back({path.string(), std::move(*bytes)});
  }
  return Ok{};
}

Status ReadDirectory(const std::string& directory, bool shipped, Sources& sources, Sha256& digest) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(directory, error)) {
    return Error{ErrorCode::kIo,
                 directory + ": found no such directory, expected one with the lexicon's tables; check --lexicon"};
  }
  for (std::string_view name : kLexiconFiles) {
    const std::string path = (fs::path(directory) / name).string();
    if (!shipped && !fs::exists(path, error)) continue;
    Result<std::string> bytes = ReadWholeFile(path);
    if (!bytes.ok()) return bytes.error();
    digest.Add(name);
    digest.Add(std::to_string(bytes->size()));
    digest.Add("\n");
    digest.Add(*bytes);
    sources.tables[std::string(name)].push_back({shipped ? std::string(name) : path, std::move(*bytes)});
  }
  if (const fs::path path = fs::path(directory) / "abbreviations.tsv"; fs::exists(path, error)) {
    const Result<std::string> bytes =
        ReadWholeFile(path.string());  // the segmenter's, but part of what readings rest on
    if (!bytes.ok()) return bytes.error();
    digest.Add("abbreviations.tsv");
    digest.Add(*bytes);
  }
  return Ok{};
}

Status OpenGazetteer(const std::string& directory, std::optional<Gazetteer>& gazetteer) {
  std::error_code error;
  const std::string path = (std::filesystem::path(directory) / kGazetteerFile).string();
  if (!std::filesystem::exists(path, error)) return Ok{};
  Result<std::string> bytes = ReadWholeFile(path);
  if (!bytes.ok()) return bytes.error();
  Result<Gazetteer> opened = Gazetteer::Read(std::move(*bytes), path);
  if (!opened.ok()) return opened.error();
  gazetteer = std::move(*opened);
  return Ok{};
}

std::vector<Table> Tables(const Sources& sources, std::string_view name, Columns columns,
                          std::vector<LexiconProblem>& problems) {
  std::vector<Table> tables;
  const auto found = sources.tables.find(name);
  if (found == sources.tables.end()) return tables;
  for (const FileBytes& file : found->second) {
    tables.push_back(Table::Parse(file.shown, file.bytes, columns, problems));
  }
  return tables;
}

template <typename T>
void Append(std::vector<T>& all, std::vector<T> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// The names of lines "!name": those places go from the gazetteer too.
void AddRemoved(const Sources& sources, std::string_view file, StringMap<bool>& removed) {
  const auto found = sources.tables.find(file);
  if (found == sources.tables.end()) return;
  for (const FileBytes& source : found->second) {
    for (size_t at = 0; at < source.bytes.size();) {
      const size_t end = std::min(source.bytes.find('\n', at), source.bytes.size());
      if (source.bytes[at] == '!') {
        const std::string_view line = std::string_view(source.bytes).substr(at + 1, end - at - 1);
        removed.emplace(FoldName(line.substr(0, line.find_first_of("\t\r"))), true);
      }
      at = end + 1;
    }
  }
}

void ReadActors(const Sources& sources, LexiconContents& out) {
  std::vector<LexiconProblem>& problems = out.problems;
  const auto tables = [&](std::string_view name, Columns columns) { return Tables(sources, name, columns, problems); };
  out.states = ReadStates(tables("states.tsv", {"code", "name", "aliases", "demonyms", "capitals", "seats", "iso2",
                                                "iso_numeric", "cow", "gw", "wikidata"}),
                          problems);
  ReadCountryKeys(tables("country_keys.tsv", {"code", "fips"}), out.states, problems);
  out.organizations =
      ReadOrganizations(tables("organizations.tsv", {"code", "sectors", "name", "aliases", "wikidata"}), problems);
  Append(out.organizations,
         ReadGroups(tables("groups.tsv", {"code", "sectors", "name", "aliases", "from", "to", "wikidata"}), problems));
  out.office_terms = ReadOffices(tables("offices.tsv", {"person", "aliases", "code", "sectors", "office", "of", "from",
                                                        "to", "gender", "wikidata"}),
                                 problems);
  out.titles = ReadTitles(tables("titles.tsv", {"title", "office", "sectors", "only"}), problems);
  out.agents = ReadAgents(tables("agents.tsv", {"noun", "sectors", "kind"}), problems);
  out.places = ReadPlaces(tables("places.tsv", {"name", "aliases", "country", "lat", "lon", "geonames", "population"}),
                          problems);
  Append(out.places, ReadRegions(tables("regions.tsv", {"name", "aliases", "country", "lat", "lon"}), problems));
  for (std::string_view file : {"places.tsv", "regions.tsv"}) AddRemoved(sources, file, out.removed_places);
  out.place_abbreviations =
      ReadPlaceAbbreviations(tables("place_abbreviations.tsv", {"name", "country", "forms"}), problems);
  out.given_names = ReadGivenNames(tables("given_names.tsv", {"variants", "gender"}), problems);
  out.surnames = ReadSurnames(tables("surnames.tsv", {"kind", "key", "surname"}), problems);
  for (const GivenName& name : out.given_names) {
    for (const std::string& variant : name.variants) out.surnames.western_given.emplace(FoldName(variant), true);
  }
  out.common_words = ReadCommonWords(tables("common_words.tsv", {"words"}), problems);
}

void ReadPredicates(const Sources& sources, LexiconContents& out) {
  std::vector<LexiconProblem>& problems = out.problems;
  const auto tables = [&](std::string_view name, Columns columns) { return Tables(sources, name, columns, problems); };
  out.classes = ReadWordClasses(tables("classes.tsv", {"class", "lemmas"}), problems);
  out.frames = FrameTable::Read(
      tables("frames.tsv", {"lemma", "pos", "type", "mode", "cameo", "when", "actor", "recipient", "status", "note"}),
      out.classes, problems);
  out.stances =
      ReadStances(tables("stances.tsv", {"lemma", "pos", "complement", "stance", "negated", "note"}), problems);
  out.cues = ReadCues(tables("cues.tsv", {"lemma", "pos", "kind", "addressee", "content", "note"}), problems);
  out.embeddings = ReadEmbeddings(
      tables("embeddings.tsv", {"lemma", "pos", "complement", "subject_wants", "status", "polarity", "note"}),
      problems);
  out.compositions = ReadCompositions(tables("compositions.tsv", {"type", "mode", "when", "becomes", "new_mode",
                                                                  "cameo", "actor", "recipient", "note"}),
                                      problems);
  out.plover_classes =
      ReadPloverClasses(tables("scores.tsv", {"type", "mode", "plover", "quad", "score", "cameo", "note"}), problems);
  out.cameo_codes = ReadCameoCodes(tables("cameo.tsv", {"code", "score", "name"}), problems);
  out.agreements = AgreementTable::Read(tables("agreements.tsv", {"name", "aliases", "keys", "kind", "date", "until",
                                                                  "place", "parties", "mediators", "wikidata", "note"}),
                                        out.classes, problems);
  out.actor_codes = ReadActorCodes(tables("actor_codes.tsv", {"group", "code", "sectors", "note"}), problems);
  out.contexts = ReadContexts(tables("contexts.tsv", {"context", "by", "key", "weight", "with", "note"}), problems);
  out.opposites = ReadOpposites(tables("opposites.tsv", {"one", "other", "note"}), problems);
  out.dispute_weights = ReadDisputeWeights(tables("dispute_weights.tsv", {"feature", "weight", "note"}), problems);
}

void AddDictionaries(const Sources& sources, LexiconContents& out) {
  for (const FileBytes& file : sources.agents)
    AddAgents(ParseAgentDictionary(file.shown, file.bytes, out.problems), out);
  for (const FileBytes& file : sources.actors)
    AddActors(ParseActorDictionary(file.shown, file.bytes, out.problems), out);
}

}  // namespace

Result<LexiconContents> ReadLexicon(const std::vector<std::string>& directories) {
  Sources sources;
  Sha256 digest;
  LexiconContents contents;
  for (size_t i = 0; i < directories.size(); ++i) {
    Status status = ReadDirectory(directories[i], i == 0, sources, digest);
    if (status.ok() && i > 0) status = ReadDictionaries(directories[i], sources, digest, contents.problems);
    if (!status.ok()) return status.error();
  }
  for (const std::string& directory : directories) {
    if (const Status status = OpenGazetteer(directory, contents.gazetteer); !status.ok()) return status.error();
  }
  if (contents.gazetteer) digest.Add(std::to_string(contents.gazetteer->checksum()));
  contents.hash = HexOf(digest.Digest());
  ReadActors(sources, contents);
  ReadPredicates(sources, contents);
  AddDictionaries(sources, contents);
  return contents;
}

}  // namespace rapporteur
