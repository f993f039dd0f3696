#include "tools/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

#include "formats/export_formats.h"
#include "tools/ask_options.h"
#include "tools/page_options.h"

namespace rapporteur {
namespace {

constexpr const char* kExitCodes =
    "Exit codes\n"
    "  0  all went well\n"
    "  1  some input could not be read, or a check found problems; the rest was done\n"
    "  2  the command line makes no sense\n"
    "  3  the lexicon, the model or the record cannot be used\n"
    "  4  the result cannot be written\n";

void AddLexicon(CLI::App* command, DataOptions& data) {
  command
      ->add_option("--lexicon", data.lexicon,
                   "A directory with your own tables; their lines add to the shipped ones or replace them. May be "
                   "given several times, the last wins")
      ->type_name("DIR")
      ->allow_extra_args(false)
      ->group("Knowledge");
  command->add_option("--base-lexicon", data.base_lexicon, "Use this lexicon instead of the shipped one")
      ->type_name("DIR")
      ->group("Knowledge");
}

void AddData(CLI::App* command, DataOptions& data) {
  AddLexicon(command, data);
  command->add_option("--model", data.model, "Use this model file instead of the shipped one")
      ->type_name("FILE")
      ->group("Knowledge");
}

void AddEncoding(CLI::App* command, InputOptions& input) {
  command
      ->add_option("--encoding", input.encoding,
                   "utf-8, windows-1252, latin-1, utf-16 or auto (default): told by the bytes")
      ->type_name("NAME")
      ->group("Input");
}

void AddFormats(CLI::App* command, InputOptions& input) {
  command
      ->add_option("--from", input.from,
                   "The input's format: text, html, jsonl, json, csv, tsv, rss, atom, warc, nexis, factiva, parquet. "
                   "Default: told "
                   "by the bytes")
      ->type_name("FORMAT")
      ->group("Input");
  command
      ->add_option("--map", input.map,
                   "Which columns or keys hold what, where their names are not the usual ones: "
                   "text=COLUMN,published=COLUMN; also html, title, publisher, url, language, id")
      ->type_name("FIELD=COLUMN,...")
      ->group("Input");
  command
      ->add_option("--date-order", input.date_order,
                   "What 03/04/2019 means: dmy or mdy. Default: nothing, and the day stays unknown")
      ->check(CLI::IsMember({"dmy", "mdy"}))
      ->type_name("ORDER")
      ->group("Input");
}

void AddReport(CLI::App* command, InputOptions& input) {
  command->add_option("--published", input.published, "The report's day; relative dates are counted from it")
      ->type_name("YYYY-MM-DD")
      ->group("Input");
  command->add_option("--title", input.title, "The report's title, where its text does not begin with it")
      ->type_name("TEXT")
      ->group("Input");
  command->add_option("--publisher", input.publisher, "Who published it")->type_name("TEXT")->group("Input");
  command->add_option("--url", input.url, "Where it was published")->type_name("URL")->group("Input");
  AddEncoding(command, input);
}

void AddLook(CLI::App* command, LookOptions& look) {
  command->add_option("--color", look.color, "auto (default): colours on a terminal; always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN")
      ->group("Looks");
  command->add_option("--width", look.width, "Columns of the text form, 72 to 120; default: the terminal's, or 100")
      ->check(CLI::Range(1, 10000))
      ->type_name("N")
      ->group("Looks");
}

void AddReports(CLI::App* command, CommandOptions& options) {
  command
      ->add_option("REPORT", options.input.paths,
                   "Files, directories (their files of texts, pages and articles, in order), - for standard input")
      ->required();
}

void AddJobs(CLI::App* command, CommandOptions& options) {
  command->add_option("-j,--jobs", options.jobs, "Reports read at the same time; default: one for each core")
      ->check(CLI::Range(1, 1024))
      ->type_name("N")
      ->group("Output");
}

void AddRejects(CLI::App* command, CommandOptions& options) {
  command
      ->add_option(
          "--rejects", options.rejects,
          "Set rows that cannot be read aside in this file, with their place and the reason. Default: beside the "
          "output, FILE.rejects.jsonl or DIR/rejects.jsonl")
      ->type_name("FILE")
      ->group("Output");
}

void AddManyReports(CLI::App* command, CommandOptions& options) {
  AddReports(command, options);
  command
      ->add_option("-o,--output", options.output,
                   "Write to this file, which appears whole or not at all; or to a folder (an existing one, or a name "
                   "that ends in /): one file a report")
      ->type_name("FILE|DIR")
      ->group("Output");
  AddRejects(command, options);
  AddFormats(command, options.input);
  AddJobs(command, options);
}

// A format that is not of one report.
struct OtherFormat {
  std::string name, about;
};

void AddFormat(CLI::App* command, CommandOptions& options, const std::vector<OtherFormat>& others,
               const std::string& otherwise) {
  std::string about, names;
  const auto add = [&](std::string_view name, std::string_view what) {
    about += std::string(name) + ": " + std::string(what) + "; ";
    names += (names.empty() ? "" : ", ") + std::string(name);
  };
  for (const ExportFormat& format : ExportFormats()) add(format.name, format.about);
  for (const OtherFormat& other : others) add(other.name, other.about);
  command->add_option("--format", options.format, about + "docs/exports.md describes each. " + otherwise)
      ->check([others, names](const std::string& said) -> std::string {
        const bool other = std::any_of(others.begin(), others.end(), [&](const auto& o) { return o.name == said; });
        if (other || FindExportFormat(said) != nullptr) return {};
        return "found \"" + said + "\", expected one of " + names + "; choose one of these";
      })
      ->type_name("NAME")
      ->group("Output");
  command
      ->add_option("--status", options.status,
                   "Formats of events: take those told as actual, ongoing, future, hypothetical, negated, historical "
                   "(a list with commas, or all). Default: actual,ongoing; of web-annotation: all")
      ->type_name("LIST")
      ->group("Output");
}

void AddRead(CLI::App& app, CommandOptions& options) {
  CLI::App* read = app.add_subcommand("read", "Read reports and write their records");
  AddManyReports(read, options);
  AddFormat(read, options, {{"text", "a page for people"}}, "Default: text on a terminal, else jsonl");
  read->add_flag("--report", options.look.report, "Text form: also the report's sentences, with what was found in them")
      ->group("Looks");
  AddReport(read, options.input);
  AddLook(read, options.look);
  AddData(read, options.data);
  read->footer(std::string("Examples\n"
                           "  rapporteur read report.txt\n"
                           "  rapporteur read --published 2015-12-15 --format jsonl -o record.jsonl report.txt\n"
                           "  rapporteur read -j 4 -o records/ reports/\n"
                           "  rapporteur read --map text=Full_Story -o record.jsonl articles.csv\n"
                           "  curl -s https://example.org/report.txt | rapporteur read - --format text --report\n\n") +
               kExitCodes);
}

void AddStore(CLI::App& app, CommandOptions& options) {
  CLI::App* add = app.add_subcommand("add", "Read reports into the record, a DuckDB file that keeps them all");
  add->add_option("--record", options.record,
                  "The record: a file, made when there is none; or a folder, whose file is record.duckdb")
      ->required()
      ->type_name("FILE|DIR")
      ->group("Output");
  AddReports(add, options);
  AddJobs(add, options);
  add->add_flag("--confirm", options.confirm,
                "Print a line for each report as soon as it is safe on the disk: what became of it, its id, its path")
      ->group("Output");
  add->add_option("--batch", options.batch, "Most reports that are added in one transaction; default: 256")
      ->check(CLI::Range(1, 100'000))
      ->type_name("N")
      ->group("Output");
  AddRejects(add, options);
  AddFormats(add, options.input);
  AddReport(add, options.input);
  AddData(add, options.data);
  add->footer(std::string("A report that is in the record is passed over; one that another version, model or lexicon "
                          "read is read again and replaced.\nStopped at any moment, run it again: it goes on where it "
                          "was.\n\n"
                          "Examples\n"
                          "  rapporteur add --record syria.duckdb --published 2013-08-21 reports/\n"
                          "  rapporteur add --record syria.duckdb -j 4 --lexicon my-lexicon reports/\n\n") +
              kExitCodes);

  CLI::App* take = app.add_subcommand("export", "Write all that is in a record, in any of many formats");
  take->add_option("--record", options.record, "The record that `add` made")
      ->required()
      ->type_name("FILE|DIR")
      ->group("Input");
  AddFormat(take, options,
            {{"dyads", "events counted by pair, type and period, as CSV"},
             {"csv", "every table of the record as a CSV file"},
             {"parquet", "every table as a Parquet file"}},
            "Default: jsonl");
  take->add_option("--by", options.by, "Of --format dyads: the period; default: month")
      ->check(CLI::IsMember({"day", "month", "year"}))
      ->type_name("day|month|year")
      ->group("Output");
  take->add_flag("--merged", options.merged,
                 "Formats of events: what several reports tell is one event, as merge found; say how many tell it")
      ->group("Output");
  take->add_option("-o,--output", options.output,
                   "Write to this file, which appears whole or not at all; csv and parquet: to this folder")
      ->type_name("FILE|DIR")
      ->group("Output");
  AddLexicon(take, options.data);
  take->footer(std::string("Examples\n"
                           "  rapporteur export --record syria.duckdb -o syria.jsonl\n"
                           "  rapporteur export --record syria.duckdb --format gdelt -o syria.export.CSV\n"
                           "  rapporteur export --record syria.duckdb --format parquet -o tables/\n"
                           "  rapporteur export --record syria.duckdb --format dyads --by year -o dyads.csv\n\n") +
               kExitCodes);
}

void AddMerge(CLI::App& app, CommandOptions& options) {
  CLI::App* merge = app.add_subcommand(
      "merge",
      "Find copies among a record's reports, and what several of them tell as one, and keep that in the record");
  merge->add_option("--record", options.record, "The record that `add` made")
      ->required()
      ->type_name("FILE|DIR")
      ->group("Input");
  merge->add_option("--base-lexicon", options.data.base_lexicon, "Use this lexicon's merging.tsv")
      ->type_name("DIR")
      ->group("Knowledge");
  merge
      ->add_option("--list", options.merge_list,
                   "Print lines with tabs instead of counts. reports: each report's id, its source's, its story's, "
                   "publisher, title; items: what several reports tell, a line for each mention: number, kind, name, "
                   "reports, independent publishers, the mention's report, day, publisher, words, what it tells "
                   "otherwise")
      ->check(CLI::IsMember({"reports", "items"}))
      ->type_name("WHAT")
      ->group("Output");
  merge->footer(std::string("Adding reports empties what was merged: merge again when all are added.\n\n"
                            "Example\n  rapporteur merge --record syria.duckdb\n\n") +
                kExitCodes);
}

void AddOthers(CLI::App& app, CommandOptions& options) {
  CLI::App* parse = app.add_subcommand("parse", "Write reports as CoNLL-U: sentences, words, tags, trees, names");
  AddManyReports(parse, options);
  AddEncoding(parse, options.input);
  AddData(parse, options.data);
  CLI::App* articles = app.add_subcommand("articles", "Write the articles of any input as JSON Lines: what read reads");
  AddManyReports(articles, options);
  AddReport(articles, options.input);
  articles->footer("Example\n  rapporteur articles crawl.warc.gz feed.xml export.txt -o articles.jsonl\n");

  parse->footer("Example\n  rapporteur parse report.txt -o report.conllu\n");

  CLI::App* explain = app.add_subcommand("explain", "Show why an item of a report stands");
  explain->add_option("ITEM", options.item, "The item's handle (e3), its id, or the beginning of its id")->required();
  explain->add_option("REPORT", options.input.paths, "The report, or - for standard input")->required()->expected(1);
  explain->add_option("--row", options.row, "Which article of a file that holds many, counted from 1")
      ->type_name("N")
      ->group("Input");
  AddReport(explain, options.input);
  AddFormats(explain, options.input);
  AddLook(explain, options.look);
  AddData(explain, options.data);
  explain->footer(
      "Give the same --published and --lexicon as to read: the report is read again.\n\n"
      "Example\n  rapporteur explain e3 report.txt --published 2015-12-15\n");

  CLI::App* lexicon = app.add_subcommand("lexicon", "Work with the tables of the lexicon");
  lexicon->require_subcommand(1);
  CLI::App* check = lexicon->add_subcommand("check", "Check the shipped tables and your own");
  check->add_option("DIR", options.data.lexicon,
                    "Directories with your own tables, checked on top of the shipped ones");
  check->add_option("--base-lexicon", options.data.base_lexicon, "Use this lexicon instead of the shipped one")
      ->type_name("DIR");
  check->footer("Example\n  rapporteur lexicon check my-lexicon/\n");

  CLI::App* validate = app.add_subcommand("validate", "Check records against their contract and their reports");
  validate->add_option("RECORD", options.record, "A file of records in JSON Lines")->required();
  validate->add_option("REPORT", options.input.paths, "The reports that they were made of: files, directories")
      ->required();
  AddFormats(validate, options.input);
  AddEncoding(validate, options.input);
  validate->footer("Example\n  rapporteur validate record.jsonl report.txt\n");
}

std::string CommandOf(const CLI::App& app) {
  const auto subcommands = app.get_subcommands();
  if (subcommands.empty()) return {};
  const std::string inner = CommandOf(*subcommands.front());
  return subcommands.front()->get_name() + (inner.empty() ? "" : " " + inner);
}

}  // namespace

CommandLine ParseCommandLine(int argc, const char* const* argv) {
  CommandOptions options;
  CLI::App app(
      "Reads news reports and keeps the record of what they say: actors, events, statements, positions, talks, "
      "agreements, disputes, each with its exact words.",
      "rapporteur");
  bool version = false;
  app.add_flag("--version", version, "Show the version, and the hashes of model and lexicon");
  AddRead(app, options);
  AddStore(app, options);
  AddMerge(app, options);
  AddQuery(app, options);
  AddTimeline(app, options);
  AddPages(app, options);
  AddOthers(app, options);
  app.footer(std::string("Examples\n"
                         "  rapporteur read report.txt                 the record, as a page\n"
                         "  rapporteur read --format jsonl report.txt  the record, as data\n"
                         "  rapporteur explain e3 report.txt           why event 3 stands\n"
                         "  rapporteur COMMAND --help                  all options of a command\n\n") +
             kExitCodes);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    const int code = app.exit(problem);
    return {std::nullopt, code == 0 ? kExitOk : kExitUsage};
  }
  options.command = version ? "version" : CommandOf(app);
  if (options.command.empty()) {
    std::fputs(app.help().c_str(), stderr);
    return {std::nullopt, kExitUsage};
  }
  return {std::move(options), kExitOk};
}

}  // namespace rapporteur
