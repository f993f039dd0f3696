#include "tools/ask_options.h"

namespace rapporteur {
namespace {

void AddList(CLI::App* command, const std::string& name, std::vector<std::string>& list, const char* type,
             const std::string& about) {
  command->add_option(name, list, about)->type_name(type)->allow_extra_args(false)->group("Filters");
}

void AddWord(CLI::App* command, const std::string& name, std::string& word, const char* type,
             const std::string& about) {
  command->add_option(name, word, about)->type_name(type)->group("Filters");
}

void AddLeast(CLI::App* command, const std::string& name, int64_t& least, const std::string& about) {
  command->add_option(name, least, about)->check(CLI::Range(1, 1'000'000))->type_name("N")->group("Filters");
}

}  // namespace

void AddAsked(CLI::App* command, CommandOptions& options) {
  command->add_option("--record", options.record, "The record that `add` made")
      ->required()
      ->type_name("FILE|DIR")
      ->group("Input");
  command->add_option("--base-lexicon", options.data.base_lexicon, "Take the names of states from this lexicon")
      ->type_name("DIR")
      ->group("Knowledge");
  command->add_option("--color", options.look.color, "auto (default): colours on a terminal; always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN")
      ->group("Looks");
  command->add_option("--width", options.look.width, "Columns of the text form; default: the terminal's, or 100")
      ->check(CLI::Range(1, 10000))
      ->type_name("N")
      ->group("Looks");
}

void AddFilters(CLI::App* command, AskOptions& ask) {
  AddList(command, "--kind", ask.kinds, "KIND,...",
          "event, statement, position, talks, agreement, dispute or actor; default: all but actors");
  AddList(
      command, "--type", ask.types, "TYPE,...",
      "A type of events (ASSAULT), a stance of positions (against), a status of talks, a form of statements, a type "
      "of actors, kept or breached of agreements");
  AddList(command, "--mode", ask.modes, "MODE,...", "A mode of events: aerial, arrest");
  AddList(command, "--status", ask.statuses, "STATUS,...",
          "actual, ongoing, future, hypothetical, negated, historical; of talks held, underway, scheduled, ...");
  AddList(
      command, "--actor", ask.actors, "WHO",
      "Who has a part in it: a name, a code (SYR, IGO), a code with sectors (SYR/REB, /MIL), a Wikidata item (Q159). "
      "A state's name means all who act for it. Given several times: all of them");
  AddList(command, "--by", ask.by, "WHO", "The same of who does it, says it, holds it");
  AddList(command, "--to", ask.to, "WHO", "The same of whom it is done to, said to, held about");
  AddList(command, "--pair", ask.pairs, "A,B", "Two who deal with each other, in either direction or side by side");
  AddWord(command, "--place", ask.place, "PLACE", "Its place: a name, a country's name or code, a GeoNames id");
  AddWord(command, "--since", ask.since, "DAY", "From this day on: 2013-08-21, 2013-08 or 2013");
  AddWord(command, "--until", ask.until, "DAY", "Up to and with this day, month or year");
  AddWord(command, "--agreement", ask.agreement, "NAME",
          "An agreement by its name or words of it, and what is told of it: events, positions, statements, disputes");
  AddWord(command, "--text", ask.text, "WORDS",
          "Words that all stand in the sentences that tell it; \"in quotation marks\" they stand together");
  AddLeast(command, "--reports", ask.reports, "Told by at least so many reports");
  AddLeast(command, "--publishers", ask.publishers, "Told by at least so many independent publishers");
  command->add_flag("--differing", ask.differing, "Only what reports tell differently")->group("Filters");
  command->add_flag("--newest", ask.newest, "The newest first; default: the oldest")->group("Filters");
  command->add_option("--limit", ask.limit, "At most so many; 0: all")
      ->check(CLI::Range(0, 1'000'000'000))
      ->type_name("N")
      ->group("Filters");
}

void AddAskedOutput(CLI::App* command, CommandOptions& options, const std::vector<std::string>& formats,
                    const std::string& otherwise) {
  std::string names;
  for (const std::string& format : formats) names += (names.empty() ? "" : ", ") + format;
  command->add_option("--format", options.format, names + ". " + otherwise)
      ->check(CLI::IsMember(formats))
      ->type_name("NAME")
      ->group("Output");
  command->add_option("-o,--output", options.output, "Write to this file, which appears whole or not at all")
      ->type_name("FILE")
      ->group("Output");
}

void AddQuery(CLI::App& app, CommandOptions& options) {
  CLI::App* query = app.add_subcommand("query", "Find what a record says: by kind, type, actor, place, day, words");
  AddAsked(query, options);
  AddFilters(query, options.ask);
  query->add_option("--sql", options.ask.sql, "Instead of filters: any SELECT over the tables of docs/store.md")
      ->type_name("SELECT")
      ->group("Filters");
  query->add_flag("--mentions", options.ask.mentions, "A row for each report's mention of each thing")->group("Output");
  query
      ->add_option("--count", options.ask.count,
                   "Count things by day, month, year, kind, type, status, actor, pair, place")
      ->check(CLI::IsMember({"day", "month", "year", "kind", "type", "status", "actor", "pair", "place"}))
      ->type_name("WHAT")
      ->group("Output");
  AddAskedOutput(query, options, {"text", "csv", "jsonl"}, "Default: text");
  query->footer(
      "What several reports tell is one thing once `rapporteur merge` has run; docs/asking.md shows what comes out.\n\n"
      "Examples\n"
      "  rapporteur query --record syria.duckdb --actor Russia --type CONSULT --since 2016-09\n"
      "  rapporteur query --record syria.duckdb --pair RUS,USA --count month\n"
      "  rapporteur query --record syria.duckdb --differing --mentions\n"
      "  rapporteur query --record syria.duckdb --text '\"chemical weapons\"' --format csv -o found.csv\n"
      "  rapporteur query --record syria.duckdb --sql 'SELECT type, count(*) AS n FROM events GROUP BY type'\n");
}

void AddTimeline(CLI::App& app, CommandOptions& options) {
  CLI::App* timeline = app.add_subcommand("timeline", "Tell what a record says day by day");
  AddAsked(timeline, options);
  AddFilters(timeline, options.ask);
  AddAskedOutput(timeline, options, {"text", "csv", "jsonl", "markdown"}, "Default: text");
  timeline->footer(
      "Without --kind: events, positions, talks, agreements. Talks, agreements and positions stand with each step of "
      "their history.\n\n"
      "Example\n  rapporteur timeline --record syria.duckdb --pair RUS,USA --since 2016-09 --until 2016-10\n");
}

}  // namespace rapporteur
