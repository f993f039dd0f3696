#include "tools/page_options.h"

#include "tools/ask_options.h"

namespace rapporteur {
namespace {

constexpr const char* kExitCodes =
    "Exit codes: 0 done; 1 nothing of that is in the record, or several are; 2 the command line makes no sense; 3 the "
    "record or the lexicon cannot be used; 4 the output cannot be written.";

void AddPage(CLI::App* command, CommandOptions& options) {
  AddAsked(command, options);
  AddAskedOutput(command, options, {"text", "markdown", "html"}, "Default: text");
}

void AddBrief(CLI::App& app, CommandOptions& options) {
  CLI::App* brief = app.add_subcommand("brief", "Write a page of what a record's reports of a period tell");
  AddPage(brief, options);
  const auto day = [&](const char* name, std::string& said, const char* about) {
    return brief->add_option(name, said, about)->type_name("DAY")->group("Filters");
  };
  day("--since", options.ask.since, "Reports from this day on: 2013-08-21, 2013-08 or 2013")->required();
  day("--until", options.ask.until, "Reports up to and with this day, month or year");
  brief
      ->add_option(
          "--about", options.page.about,
          "An actor, an agreement, or words of the telling sentences. Given several times: what any of them finds")
      ->type_name("NAME|WORDS")
      ->allow_extra_args(false)
      ->group("Filters");
  brief->add_flag("--all", options.page.all, "Also background from before the news, and what is only possible")
      ->group("Filters");
  brief->add_option("--most", options.page.most_a_day, "At most so many lines a day; 0: all; default: 12")
      ->check(CLI::Range(0, 1'000'000))
      ->type_name("N")
      ->group("Filters");
  brief->footer(
      std::string("The newest day first; within a day what most publishers tell and weighs most. Each line has "
                  "its status and its sources.\n\n"
                  "Examples\n"
                  "  rapporteur brief --record syria.duckdb --since 2013-08-21 --until 2013-08-25\n"
                  "  rapporteur brief --record syria.duckdb --since 2013-08 --about Kerry --about \"Geneva "
                  "talks\" --format html -o brief.html\n\n") +
      kExitCodes);
}

}  // namespace

void AddPages(CLI::App& app, CommandOptions& options) {
  AddBrief(app, options);
  CLI::App* positions = app.add_subcommand("positions", "Write who holds what on an issue");
  AddPage(positions, options);
  positions
      ->add_option(
          "--on", options.page.on,
          "The issue: words that stand, whatever their endings, in what is held or is its subject; or the name "
          "of the agreement or actor that it is about")
      ->required()
      ->type_name("ISSUE")
      ->group("Filters");
  AddFilters(positions, options.ask);
  positions->footer(std::string("Example\n  rapporteur positions --record syria.duckdb --on \"no-fly zone\"\n\n") +
                    kExitCodes);
  CLI::App* talks = app.add_subcommand("talks", "Write how talks stand and how they went");
  AddPage(talks, options);
  AddFilters(talks, options.ask);
  talks->footer(std::string("Example\n  rapporteur talks --record syria.duckdb --actor Kerry --since 2013-09\n\n") +
                kExitCodes);
  CLI::App* agreement = app.add_subcommand("agreement", "Write what an agreement asks and how it is kept");
  AddPage(agreement, options);
  agreement->add_option("NAME", options.page.agreement, "The agreement's name, or words of it")->required();
  agreement->footer(std::string("Example\n  rapporteur agreement \"Geneva communique\" --record syria.duckdb\n\n") +
                    kExitCodes);
}

}  // namespace rapporteur
