// rapporteur brief, positions, talks, agreement: pages of a record.
#include <cstdio>

#include "ask/agreement_page.h"
#include "ask/brief.h"
#include "ask/positions_page.h"
#include "ask/talks_page.h"
#include "tools/asking.h"
#include "tools/commands.h"
#include "tools/output.h"
#include "tools/setup.h"

namespace rapporteur {
namespace {

constexpr size_t kMostChoices = 20;

int Write(const CommandOptions& options, const Document& document) {
  std::string page;
  if (options.format == "html") {
    page = WriteDocumentHtml(document);
  } else if (options.format == "markdown") {
    page = WriteDocumentMarkdown(document);
  } else {
    const TextOptions look = LookFor(options.look, options.output);
    page = WriteDocumentText(document, look.width, look.color);
  }
  auto output = Output::Open(options.output);
  if (!output.ok()) return Fail(output.error(), kExitOutput);
  Status status = output->Write(page);
  if (status.ok()) status = output->Commit();
  if (status.ok()) return kExitOk;
  return output->broken_pipe() ? kExitOutput : Fail(status.error(), kExitOutput);
}

// Nothing was found: the page would be empty.
int Nothing(const std::string& message) {
  PrintError(message);
  return kExitSomeFailed;
}

Result<ProseTable> OpenProse(const CommandOptions& options) {
  const auto lexicon = FindBaseLexicon(options.data);
  if (!lexicon.ok()) return lexicon.error();
  return ProseTable::Open({*lexicon});
}

}  // namespace

int RunBrief(const CommandOptions& options) {
  auto asking = StartAsking(options);
  if (!asking.ok()) return FailAsking(asking.error());
  const auto prose = OpenProse(options);
  if (!prose.ok()) return FailAsking(prose.error());
  BriefOptions brief;
  brief.since = asking->question.since;
  brief.until = asking->question.until;
  brief.about = options.page.about;
  brief.all = options.page.all;
  brief.most_a_day = options.page.most_a_day;
  brief.countries = asking->countries.get();
  brief.prose = &*prose;
  const auto document = MakeBrief(asking->store, brief);
  if (!document.ok()) return FailAsking(document.error());
  if (document->sections.empty()) {
    return Nothing(
        "found nothing that its reports of these days tell; take other days (--since, --until), leave out "
        "--about, or add --all");
  }
  return Write(options, *document);
}

int RunPositions(const CommandOptions& options) {
  auto asking = StartAsking(options);
  if (!asking.ok()) return FailAsking(asking.error());
  const auto document = MakePositionsPage(asking->store, options.page.on, asking->question);
  if (!document.ok()) return FailAsking(document.error());
  if (document->sections.empty())
    return Nothing("found no position on \"" + options.page.on + "\"; take fewer or other words, or fewer filters");
  return Write(options, *document);
}

int RunTalks(const CommandOptions& options) {
  auto asking = StartAsking(options);
  if (!asking.ok()) return FailAsking(asking.error());
  const auto document = MakeTalksPage(asking->store, asking->question);
  if (!document.ok()) return FailAsking(document.error());
  if (document->sections.empty()) return Nothing("found no talks; take fewer or other filters");
  return Write(options, *document);
}

int RunAgreement(const CommandOptions& options) {
  auto asking = StartAsking(options);
  if (!asking.ok()) return FailAsking(asking.error());
  const auto prose = OpenProse(options);
  if (!prose.ok()) return FailAsking(prose.error());
  const std::string& name = options.page.agreement;
  const auto made = MakeAgreementPage(asking->store, name, {asking->countries.get(), &*prose});
  if (!made.ok()) return FailAsking(made.error());
  if (made->page) return Write(options, *made->page);
  std::string message = made->several ? "found several agreements named \"" + name + "\"; type one of"
                                      : "found no agreement named \"" + name + "\"; ";
  if (!made->several) message += made->choices.empty() ? "the record has none" : "the record has";
  for (size_t i = 0; i < made->choices.size() && i < kMostChoices; ++i) {
    message += "\n  rapporteur agreement \"" + made->choices[i].key + "\" --record " + options.record + "   " +
               made->choices[i].about;
  }
  if (made->choices.size() > kMostChoices)
    message +=
        "\nand " + std::to_string(made->choices.size() - kMostChoices) + " others: rapporteur query --kind agreement";
  return Nothing(message);
}

}  // namespace rapporteur
