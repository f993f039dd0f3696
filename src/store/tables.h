// Which field of which item stands in which column of which table: the one definition that the schema, writing and
// loading share (docs/store.md shows what comes of it).
//
// A Fields lambda names the columns of one item or of one member of an item's list, in order; the archive it is given
// collects the names, writes the values as cells, or reads them back. ForEachTable names the tables with what stands in
// them. A change here is a new version of the schema: see schema.h.
#pragma once

#include "record/names.h"
#include "record/record.h"

namespace rapporteur {

// Of SegmentKind, in its order.
std::span<const std::string_view> SegmentNames();

inline constexpr auto kReportFields = [](auto& a, auto& record, auto& said_title) {
  auto& report = record.report;
  a.Text("id", record.ids.report, "stable name: rp-…");
  a.Text("title", report.title, "as said, or the text's headline");
  a.Text("said_title", said_title, "the title that was said of the report; null: none was");
  a.Words("headline", report.title_span, "the text's headline");
  a.IsoDay("published", report.published, "the report's day");
  a.Text("publisher", report.publisher, "who published it");
  a.Text("url", report.url, "where");
  a.Text("language", report.language, "en, or null when the text does not look like English");
  a.Words("dateline", report.dateline, "the text's dateline");
  a.Text("sha256", report.sha256, "of the text in UTF-8");
  a.Text("program", record.made_by.program, "version of the program that read it");
  a.Text("model", record.made_by.model, "hash of the model that read it");
  a.Text("lexicon", record.made_by.lexicon, "hash of the lexicon that read it");
};

inline constexpr auto kSentenceFields = [](auto& a, auto& sentence) {
  a.Words("", sentence.span, "the words");
  a.Enum("segment", sentence.kind, SegmentNames(), "prose, headline, dateline, byline");
};

inline constexpr auto kActorFields = [](auto& a, auto& actor) {
  a.Text("name", actor.name, "canonical name");
  a.Enum("type", actor.type, ActorTypeNames(), "person, state, organization, group, office, population");
  a.Text("code", actor.code, "ISO 3166 alpha-3 or PLOVER's own");
  a.Texts("sectors", actor.sectors, "PLOVER's sectors");
  a.Texts("aliases", actor.aliases, "the forms seen in the report");
  a.Text("wikidata", actor.wikidata, "Wikidata item");
};

inline constexpr auto kRoleFields = [](auto& a, auto& role) {
  a.Text("title", role.title, "office or role");
  a.Text("of_body", role.of, "the office's state or body");
  a.DayOrNull("from_day", role.from, "begin of the term, where the lexicon knows it");
  a.DayOrNull("to_day", role.to, "its end");
};

inline constexpr auto kSpanFields = [](auto& a, auto& span) { a.Words("", span, "the words"); };

inline constexpr auto kEventFields = [](auto& a, auto& event) {
  a.Text("type", event.type, "PLOVER's type");
  a.Text("mode", event.mode, "PLOVER's mode");
  a.Text("cameo", event.cameo, "the CAMEO code that says the same");
  a.Small("quad", event.quad, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict");
  a.Real("score", event.score, event.quad != 0, "PLOVER's score, -10 conflict to 10 cooperation");
  a.Real("goldstein", event.goldstein, !event.cameo.empty(), "the CAMEO code's score");
  a.Enum("status", event.status, EventStatusNames(), "actual, ongoing, future, hypothetical, negated, historical");
  a.Dates("date", event.date);
  a.Place("place", event.place);
  a.Count("killed", event.counts.killed, "the report's words: \"at least 12\"");
  a.Count("injured", event.counts.injured, "the same");
  a.Count("arrested", event.counts.arrested, "the same");
  a.Count("size", event.counts.size, "the same, of a crowd");
  a.Item("statement", ItemKind::kStatement, event.statement, "the innermost statement it is told in");
};

inline constexpr auto kContextFields = [](auto& a, auto& context) { a.Text("context", context, "PLOVER's context"); };

inline constexpr auto kRefFields = [](auto& a, auto& ref) { a.Ref("", ref); };

inline constexpr auto kStatementFields = [](auto& a, auto& statement) {
  a.RefOrNull("speaker", statement.speaker);
  a.Words("cue", statement.cue, "the words that tell it is said");
  a.Words("content", statement.content, "what is said");
  a.Enum("form", statement.form, StatementFormNames(), "direct, indirect, mixed");
  a.RefOrNull("addressee", statement.addressee);
  a.Item("parent", ItemKind::kStatement, statement.parent, "the statement it is quoted in");
  a.Dates("date", statement.date);
};

inline constexpr auto kPositionFields = [](auto& a, auto& position) {
  a.Ref("holder", position.holder);
  a.Words("proposition", position.proposition, "what is held");
  a.Enum("stance", position.stance, StanceNames(), "for, against, open");
  a.Item("statement", ItemKind::kStatement, position.statement, "the statement that tells it");
};

inline constexpr auto kAboutFields = [](auto& a, auto& about) {
  a.AnyItem("about_item", about.item, "the item that the position is about; null: the words say it");
  a.Words("", about.span, "the words");
};

inline constexpr auto kTalksFields = [](auto& a, auto& talks) {
  a.Text("name", talks.name, "as the report names them");
  a.Place("venue", talks.venue);
  a.Dates("date", talks.date);
  a.Enum("status", talks.status, TalksStatusNames(), "held, underway, scheduled, proposed, postponed, cancelled");
  a.Text("series", talks.series, "\"third round\"");
};

inline constexpr auto kAnswerFields = [](auto& a, auto& answer) {
  a.Ref("", answer.who);
  a.Enum("answer", answer.answer, AnswerNames(), "confirms, refuses, withholds, conditional");
};

inline constexpr auto kAgreementFields = [](auto& a, auto& agreement) {
  a.Text("name", agreement.name, "the agreement's name");
  a.Texts("aliases", agreement.aliases, "the forms seen in the report");
  a.Dates("date", agreement.date);
};

inline constexpr auto kTermFields = [](auto& a, auto& term) {
  a.Words("", term.span, "the words of the term");
  a.RefOrNull("obligor", term.obligor);
  a.Text("type", term.type, "PLOVER's type of what is owed");
  a.Text("mode", term.mode, "its mode");
};

inline constexpr auto kConsequenceFields = [](auto& a, auto& consequence) {
  a.Words("condition", consequence.condition, "if this");
  a.Words("consequence", consequence.consequence, "then that");
};

inline constexpr auto kCallFields = [](auto& a, auto& event) {
  a.Item("event", ItemKind::kEvent, event, "who asks whom to keep, sign or leave it");
};

inline constexpr auto kKeptFields = [](auto& a, auto& kept) {
  a.RefOrNull("who", kept.who);
  a.Flag("verdict", kept.kept, VerdictNames(), "kept, breached");
  a.Words("words", kept.words, "the words that say so");
};

inline constexpr auto kDisputeFields = [](auto& a, auto& dispute) {
  a.AnyItem("subject_item", dispute.subject_item, "the item disputed; null: the words say it");
  a.Words("subject", dispute.subject, "what is disputed");
};

inline constexpr auto kSideFields = [](auto& a, auto& side) {
  a.Ref("", side.who);
  a.Words("holds", side.holds, "that side's words");
};

inline constexpr auto kEvidenceFields = [](auto& a, auto& evidence) {
  a.Text("role", evidence.role, "what the words show: trigger, actor, speaker, cue, content, date, place, …");
  a.Words("", evidence.span, "the words");
};

// Calls v.Items(table, kind, &Items::list, fields, about) for the table of each kind, then
// v.Lists(table, kind, &Items::list, &Item::members, fields, about) for each table of lists' members,
// v.Sublists(table, kind, &Items::list, &Item::members, &Member::members, fields, about) for lists within these, and
// last, once for each kind, v.Evidence(kind, &Items::list, fields), whose rows share one table.
template <typename Visitor>
void ForEachTable(Visitor& v) {
  constexpr auto actor = ItemKind::kActor;
  constexpr auto event = ItemKind::kEvent;
  constexpr auto talks = ItemKind::kTalks;
  constexpr auto agreement = ItemKind::kAgreement;
  v.Items("actors", actor, &Items::actors, kActorFields, "who is named in a report");
  v.Items("events", event, &Items::events, kEventFields, "what happened, is planned, feared or denied");
  v.Items("statements", ItemKind::kStatement, &Items::statements, kStatementFields, "who said what");
  v.Items("positions", ItemKind::kPosition, &Items::positions, kPositionFields, "who holds what");
  v.Items("talks", talks, &Items::talks, kTalksFields, "who meets whom about what");
  v.Items("agreements", agreement, &Items::agreements, kAgreementFields, "what was agreed");
  v.Items("disputes", ItemKind::kDispute, &Items::disputes, kDisputeFields, "what sides tell differently");

  v.Lists("actor_roles", actor, &Items::actors, &Actor::roles, kRoleFields, "an actor's offices");
  v.Lists("actor_mentions", actor, &Items::actors, &Actor::mentions, kSpanFields, "where an actor is named");
  v.Lists("contexts", event, &Items::events, &Event::contexts, kContextFields, "what an event is about");
  v.Lists("event_actors", event, &Items::events, &Event::actors, kRefFields, "who did it");
  v.Lists("event_recipients", event, &Items::events, &Event::recipients, kRefFields, "to whom");
  v.Lists("event_asserted_by", event, &Items::events, &Event::asserted_by, kRefFields,
          "at whose word an event stands, outermost first");
  v.Lists("position_about", ItemKind::kPosition, &Items::positions, &Position::about, kAboutFields,
          "what a position is about");
  v.Lists("talks_participants", talks, &Items::talks, &Talks::participants, kRefFields, "who takes part");
  v.Lists("talks_mediators", talks, &Items::talks, &Talks::mediators, kRefFields, "who of them mediate, host or chair");
  v.Lists("talks_proposers", talks, &Items::talks, &Talks::proposers, kRefFields, "who proposed them");
  v.Lists("talks_topics", talks, &Items::talks, &Talks::topics, kSpanFields, "what they are about");
  v.Lists("talks_answers", talks, &Items::talks, &Talks::answers, kAnswerFields, "who answers how");
  v.Lists("agreement_parties", agreement, &Items::agreements, &Agreement::parties, kRefFields, "who agreed");
  v.Lists("agreement_terms", agreement, &Items::agreements, &Agreement::terms, kTermFields, "what is owed");
  v.Lists("agreement_consequences", agreement, &Items::agreements, &Agreement::consequences, kConsequenceFields,
          "what follows on what");
  v.Lists("agreement_calls", agreement, &Items::agreements, &Agreement::calls, kCallFields,
          "events that ask to keep, sign or leave it");
  v.Lists("agreement_kept", agreement, &Items::agreements, &Agreement::kept, kKeptFields, "who keeps or breaks it");
  v.Sublists("agreement_kept_asserted_by", agreement, &Items::agreements, &Agreement::kept, &AgreementKept::asserted_by,
             kRefFields, "at whose word that stands, outermost first");
  v.Lists("dispute_sides", ItemKind::kDispute, &Items::disputes, &Dispute::sides, kSideFields, "who tells it how");

  v.Evidence(actor, &Items::actors, kEvidenceFields);
  v.Evidence(event, &Items::events, kEvidenceFields);
  v.Evidence(ItemKind::kStatement, &Items::statements, kEvidenceFields);
  v.Evidence(ItemKind::kPosition, &Items::positions, kEvidenceFields);
  v.Evidence(talks, &Items::talks, kEvidenceFields);
  v.Evidence(agreement, &Items::agreements, kEvidenceFields);
  v.Evidence(ItemKind::kDispute, &Items::disputes, kEvidenceFields);
}

}  // namespace rapporteur
