#include "coding/position_about.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {

namespace {

constexpr int kMaxSentencesBack = 4;

}  // namespace

bool PositionAbout::IsPronoun(Span span) const {
  const std::string words =
      LowerAscii(std::string_view(d_.in().report.text.utf8).substr(span.begin, span.end - span.begin));
  return Among(words, {"it", "this", "that", "them", "these", "those", "both", "so"});
}

// The agreement or talks named last in the few sentences before, unless a position was told since.
std::vector<About> PositionAbout::SpokenOf(const Position& position, const Position* before) const {
  const uint32_t at = position.evidence.front().span.begin;
  const int sentence = d_.content().SentenceAt(at);
  std::vector<About> last;
  uint32_t nearest = 0;
  const auto look = [&](const ItemBase& item, ItemRef ref) {
    for (const Evidence& e : item.evidence) {
      if (e.role != "trigger" || e.span.end > at || e.span.begin < nearest) continue;
      if (sentence - d_.content().SentenceAt(e.span.begin) > kMaxSentencesBack) continue;
      nearest = e.span.begin;
      last = {{ref, {}}};
    }
  };
  for (size_t i = 0; i < agreements_.size(); ++i) look(agreements_[i], {ItemKind::kAgreement, static_cast<int>(i)});
  for (size_t i = 0; i < talks_.size(); ++i) look(talks_[i], {ItemKind::kTalks, static_cast<int>(i)});
  const bool since = before != nullptr && before->evidence.front().span.begin >= nearest;
  return since && !before->about.empty() ? before->about : last;
}

std::vector<About> PositionAbout::Find(const Position& position, const Position* before, bool unnamed) const {
  if (unnamed || IsPronoun(position.proposition)) {
    if (std::vector<About> about = SpokenOf(position, before); !about.empty()) return about;
  }
  std::vector<About> about;
  const auto within = [&](const ItemBase& item) {
    return std::any_of(item.evidence.begin(), item.evidence.end(),
                       [&](const Evidence& e) { return e.role == "trigger" && position.proposition.overlaps(e.span); });
  };
  for (size_t i = 0; i < agreements_.size(); ++i) {
    if (within(agreements_[i])) about.push_back({ItemRef{ItemKind::kAgreement, static_cast<int>(i)}, {}});
  }
  for (size_t i = 0; i < talks_.size(); ++i) {
    if (within(talks_[i])) about.push_back({ItemRef{ItemKind::kTalks, static_cast<int>(i)}, {}});
  }
  for (const ActorMention& mention : d_.in().cast.mentions) {
    if (mention.actor < 0 || !position.proposition.overlaps(mention.span)) continue;
    const ItemRef actor{ItemKind::kActor, mention.actor};
    const bool known =
        std::any_of(about.begin(), about.end(), [&](const About& one) { return one.item && *one.item == actor; });
    if (!known && mention.actor != position.holder.actor) about.push_back({actor, mention.span});
  }
  if (about.empty()) about.push_back({std::nullopt, position.proposition});
  return about;
}

}  // namespace rapporteur
