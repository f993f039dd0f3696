#include "coding/code_report.h"

#include <algorithm>

#include "coding/agreements.h"
#include "coding/contexts.h"
#include "coding/dealings.h"
#include "coding/disputes.h"
#include "coding/events.h"
#include "coding/frame_match.h"
#include "coding/group_members.h"
#include "coding/positions.h"
#include "coding/proposition.h"
#include "coding/statement_index.h"
#include "coding/statements.h"
#include "coding/status.h"
#include "coding/talks.h"
#include "resolve/cast.h"
#include "resolve/repair.h"
#include "resolve/when.h"
#include "resolve/where.h"

namespace rapporteur {
namespace {

Actor ActorItem(const CastActor& from) {
  Actor actor;
  actor.name = from.name;
  actor.type = from.type;
  actor.code = from.code;
  actor.sectors = from.sectors;
  for (const CastRole& role : from.roles) actor.roles.push_back({role.title, role.of, role.from, role.to});
  actor.aliases = from.aliases;
  actor.wikidata = from.wikidata;
  actor.confidence = from.confidence;
  actor.by.rule = from.rule;
  actor.by.steps = from.steps;
  return actor;
}

// The sentence of the headline, -1 for none.
int TitleOf(const ParsedReport& report) {
  const auto title = std::find_if(report.sentences.begin(), report.sentences.end(),
                                  [](const ParsedSentence& s) { return s.kind == SegmentKind::kHeadline; });
  return title == report.sentences.end() ? -1 : static_cast<int>(title - report.sentences.begin());
}

}  // namespace

Result<Items> CodeReport(const ParsedReport& report, const Lexicon& lexicon, const ReadOptions& options) {
  std::vector<Tree> trees;
  const std::vector<ParsedSentence> mended = MendTrees(report.sentences, &lexicon.frames());
  trees.reserve(mended.size());
  for (const ParsedSentence& sentence : mended) trees.emplace_back(sentence);
  Cast cast = ResolveCast(trees, lexicon, options.published);
  const PropositionLayer layer = BuildPropositions(trees, lexicon.classes());
  const FrameMatcher matcher(trees, layer, cast, lexicon);
  Items items;
  const StatementSources said{report, trees, layer, cast, matcher, lexicon.cues()};
  items.statements = FindStatements(said);
  const StatementIndex told(items.statements);
  BindFirstPerson(told, cast);
  const StatusReader status(trees, layer, lexicon.embeddings(), lexicon.cues());
  const std::vector<DateMention> dates = FindDates(trees, options.published);
  const std::vector<PlaceMention>& places = cast.places;
  DateStatements(said, dates, options.published, items.statements);
  const EventSources found{report.text.utf8, trees, layer, cast,   matcher,          status,
                           lexicon,          told,  dates, places, options.published};
  items.events = FindEvents(found);
  const ContextSources contexts{report.text.utf8, trees, lexicon, TitleOf(report)};
  RefineModes(contexts, items.events);
  GiveScales(lexicon, items.events);
  GiveContexts(contexts, items.events);
  const DealingSources sources{found, report, items.events};
  const Dealings dealings(sources);
  items.talks = FindTalks(dealings);
  MergeConsults(items.talks, items.events);
  items.agreements = FindAgreements(dealings);
  items.positions = FindPositions(dealings, items.agreements, items.talks);
  items.disputes = FindDisputes(dealings, items.positions, items.agreements);
  DropTerms(items.agreements, items.events);
  NameGroupMembers(cast, items);
  // Actors that are only ever a place or an unbound pronoun still stand: they were named.
  for (const CastActor& actor : cast.actors) items.actors.push_back(ActorItem(actor));
  for (const ActorMention& mention : cast.mentions) {
    if (mention.actor < 0) continue;
    Actor& actor = items.actors[static_cast<size_t>(mention.actor)];
    actor.mentions.push_back(mention.span);
    actor.evidence.push_back({"mention", mention.span});
  }
  return items;
}

}  // namespace rapporteur
