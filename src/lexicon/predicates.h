// What else is known of predicates than frames: how they attribute (cues.tsv), what they say of the status of their
// complement (embeddings.tsv), what their subject holds (stances.tsv), what an embedded event is besides
// (compositions.tsv), and the codebook's scales (scores.tsv, cameo.tsv). The files' headers say what each column means.
//
// Immutable once read: any number of threads may use them. Deterministic: lines keep the order of the files; a user's
// line with the same key replaces the shipped one.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/string_map.h"
#include "lexicon/table.h"

namespace rapporteur {

enum class PredicatePos : uint8_t { kVerb, kNoun, kAdj, kAdv, kPhrase, kAux };

std::string_view PredicatePosName(PredicatePos pos);

// cues.tsv. Key: lemma, pos.
struct Cue {
  std::string lemma;
  PredicatePos pos = PredicatePos::kVerb;
  std::string kind;  // say claim deny ask order announce warn promise think want judge show write hear
  std::vector<std::string> addressee;  // obj, iobj, to, with, …; empty: none
  std::vector<std::string> content;    // besides a clause: obj, xcomp, prep:for, obj+as, subj; empty: none
  std::string note;
  std::string file;
  int line = 0;
};

// embeddings.tsv. Key: lemma, pos, complement.
struct Embedding {
  std::string lemma;
  PredicatePos pos = PredicatePos::kVerb;
  std::vector<std::string> complement;  // xcomp, ccomp, obj, subj, prep:for, comp, head, adv
  std::string subject_wants;            // for, against, or empty
  std::string status;                   // keep actual ongoing future historical hypothetical negated ceased
  std::string polarity;                 // likewise, when the predicate is negated
  std::string note;
  std::string file;
  int line = 0;
};

// stances.tsv. Key: lemma, pos, complement.
struct StanceLine {
  std::string lemma;
  PredicatePos pos = PredicatePos::kVerb;
  std::vector<std::string> complement;  // obj, xcomp, ccomp, prep:for, comp, subj …
  std::string stance;                   // of its subject on the complement: for, against, open
  std::string negated;                  // likewise, when the predicate is negated; empty: none
  std::string note;
  std::string file;
  int line = 0;
};

// compositions.tsv. Key: type, mode, when.
struct Composition {
  std::string type, mode;  // of the embedded event; mode * for any, empty for none
  std::string when;        // promised, refused, demanded, asked, … as the file's header lists them
  std::string becomes;     // type of the further event
  std::string new_mode;
  std::string cameo;
  std::string actor;      // event.actor, speaker, governor.actor
  std::string recipient;  // event.recipient, event.actor, governor.recipient
  std::string note;
  std::string file;
  int line = 0;
};

// scores.tsv. Key: type, mode.
struct PloverClass {
  std::string type, mode;   // mode empty for the type as such
  std::string plover_mode;  // PLOVER's own name for the mode, or a wider one; empty where the manual has none
  int quad = 0;             // 1 to 4
  double score = 0;         // -10 to 10
  std::string cameo;
  std::string note;
  std::string file;
  int line = 0;
};

// cameo.tsv. Key: code.
struct CameoCode {
  std::string code;
  double score = 0;
  std::string name;
  std::string file;
  int line = 0;
};

// Lines of one of these tables with an index by (pos, lemma). Hyphens count as blanks.
template <typename T>
class PredicateTable {
 public:
  PredicateTable() = default;
  explicit PredicateTable(std::vector<T> lines);

  const std::vector<T>& lines() const { return lines_; }

  // Indexes into lines(), in order; empty when there is none.
  // Find: whose whole lemma this is. FindPhrasal: those of several words that begin with this one.
  const std::vector<uint32_t>& Find(PredicatePos pos, std::string_view lemma) const;
  const std::vector<uint32_t>& FindPhrasal(PredicatePos pos, std::string_view first_word) const;

 private:
  std::vector<T> lines_;
  std::array<StringMap<std::vector<uint32_t>>, 6> whole_;
  std::array<StringMap<std::vector<uint32_t>>, 6> phrasal_;
};

using CueTable = PredicateTable<Cue>;
using EmbeddingTable = PredicateTable<Embedding>;
using StanceTable = PredicateTable<StanceLine>;

// Each reads the tables of all directories in order; every broken line adds to `problems` and is left out.
CueTable ReadCues(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
EmbeddingTable ReadEmbeddings(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
StanceTable ReadStances(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
std::vector<Composition> ReadCompositions(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
std::vector<PloverClass> ReadPloverClasses(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
std::vector<CameoCode> ReadCameoCodes(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);

}  // namespace rapporteur
