// What a command line asks for, one struct a command.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur {

// Exit codes of the program, as its manual lists them.
enum ExitCode : int {
  kExitOk = 0,
  kExitSomeFailed = 1,  // some input could not be read, a check found problems; the rest was done
  kExitUsage = 2,       // the command line makes no sense
  kExitData = 3,        // the lexicon, the model or the record (the store) cannot be used
  kExitOutput = 4,      // the result cannot be written
};

// What reading needs, whatever the command.
struct DataOptions {
  std::string model;                 // empty: the shipped one
  std::string base_lexicon;          // empty: the shipped one
  std::vector<std::string> lexicon;  // further directories
};

struct InputOptions {
  std::vector<std::string> paths;
  std::string encoding = "auto";
  std::string published, title, publisher, url;
  std::string from;        // a format's name; empty: told by the bytes
  std::string map;         // "text=COLUMN,…"
  std::string date_order;  // dmy, mdy; empty: unknown
};

struct LookOptions {
  std::string color = "auto";  // auto, always, never
  int width = 0;               // 0: the terminal's, or 100
  bool report = false;
};

// Filters of the commands that ask a record, as they were typed; tools/asking.h makes a Question of them.
struct AskOptions {
  std::vector<std::string> kinds, types, modes, statuses, actors, by, to, pairs;
  std::string place, since, until, agreement, text;
  int64_t reports = 0, publishers = 0;
  bool differing = false, newest = false;
  std::optional<size_t> limit;  // 0: all
  bool mentions = false;        // query: a row for each
  std::string count;            // query: by what
  std::string sql;              // query: instead of all of these
};

// Pages: brief, positions, talks, agreement.
struct PageOptions {
  std::string on;                  // positions: the issue
  std::string agreement;           // agreement: its name
  std::vector<std::string> about;  // brief
  bool all = false;                // brief: also background, and what is only possible
  size_t most_a_day = 12;          // brief; 0: all
};

struct CommandOptions {
  std::string command;  // read, parse, articles, explain, add, export, merge, query, timeline, brief, positions,
                        // talks, agreement, lexicon check, validate, version
  DataOptions data;
  InputOptions input;
  LookOptions look;
  AskOptions ask;
  PageOptions page;
  std::string format;  // text, or a name of formats/export_formats.h; empty: text on a terminal, else jsonl
  std::string status;  // read, export: which events; empty: what the format takes
  std::string by;      // export: day, month, year, of dyads; empty: month
  std::string output;
  std::string rejects;  // where rows that cannot be read are set aside; empty: beside the output
  size_t jobs = 0;      // 0: as many as the machine has cores
  std::string item;
  uint64_t row = 0;        // explain: which article of a file of many; 0: not said
  std::string record;      // validate: JSON Lines; the others: the store
  std::string merge_list;  // merge: reports, items; empty: counts
  bool merged = false;     // export: what several reports tell once
  bool confirm = false;    // add: a line for each report that is safe
  size_t batch = 256;      // add: most reports in one transaction
};

}  // namespace rapporteur
