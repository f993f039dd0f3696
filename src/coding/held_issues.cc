#include "coding/held_issues.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {

bool Takes(const StanceLine& line, std::string_view complement) {
  return std::find(line.complement.begin(), line.complement.end(), complement) != line.complement.end();
}

bool HeldIssues::Holds(const Tree& t, const StanceLine& line, int word) const {
  const std::string lemma = LowerAscii(t.word(word).lemma);
  if (Takes(line, "pact") && IsPact(t, word)) return true;
  if (d_.InClass("stance_empty", lemma)) return false;
  if (t.first(word) == t.last(word) && Among(lemma, {"some", "any", "many", "few", "other", "others", "several"}))
    return false;
  if (lemma == "what" && t.child(word, {Rel::kAclRelcl}) < 0) return false;
  if (Takes(line, "pact")) return SharesIn(t, word);
  if (Takes(line, "matter")) return d_.InClass("stance_matter", lemma) || t.word(word).upos == Upos::kVerb;
  const bool deed = Takes(line, "deed");
  if (!deed && !Takes(line, "issue")) return true;
  // A road is blocked, a bridge is defended otherwise.
  if (Takes(line, "issue") && d_.InClass("border", lemma)) return false;
  if (d_.InClass("stance_thing", lemma)) return false;
  if (!deed) return true;
  if (t.word(word).upos == Upos::kPron && !Among(lemma, {"it", "this", "that", "what"})) return false;
  const int s = d_.content().SentenceAt(t.word(word).span.begin);
  const ActorMention* who = s < 0 ? nullptr : d_.in().cast.MentionAt(s, word);
  if (who == nullptr || who->head != word) return true;
  return who->actor >= 0 && d_.in().cast.actors[static_cast<size_t>(who->actor)].type == ActorType::kOrganization;
}

// "pulled out of the Grain Initiative hours before": the parser makes one phrase of what stands side by side.
bool HeldIssues::IsPact(const Tree& t, int word) const {
  if (d_.InClass("stance_pact", LowerAscii(t.word(word).lemma))) return true;
  for (int c : t.children(word)) {
    const bool name = t.rel(c) == Rel::kCompound && t.word(c).upos == Upos::kPropn;
    if (name && d_.InClass("stance_pact", LowerAscii(t.word(c).lemma))) return true;
  }
  return false;
}

// "its part in New START", "participation in the pact"
bool HeldIssues::SharesIn(const Tree& t, int word) const {
  if (!d_.InClass("stance_share", LowerAscii(t.word(word).lemma)) || t.preposition(word) == "for") return false;
  const auto goes_on = [&](int c) { return c > word && Among(t.preposition(c), {"in", "of", "to", "with"}); };
  const int head = t.head(word);
  return std::any_of(t.children(word).begin(), t.children(word).end(), goes_on) ||
         (head >= 0 && std::any_of(t.children(head).begin(), t.children(head).end(), goes_on));
}

}  // namespace rapporteur
