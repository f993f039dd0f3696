#include "inputs/page_title.h"

#include <algorithm>
#include <array>
#include <optional>

#include "inputs/clean.h"
#include "inputs/published_day.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 8> kMarks = {" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · "};

// Letters and digits alone, so that "Germany's" and "Germany′s" are the same.
std::string Plain(std::string_view text) {
  constexpr std::array<std::string_view, 9> kSigns = {"’", "‘", "′", "“", "”", "–", "—", "…", "\xC2\xA0"};
  std::string plain;
  while (!text.empty()) {
    const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](auto s) { return text.starts_with(s); });
    if (sign != kSigns.end()) {
      text.remove_prefix(sign->size());
      continue;
    }
    const char c = LowerByte(text.front());
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0) plain.push_back(c);
    text.remove_prefix(1);
  }
  return plain;
}

long WordsIn(std::string_view text) {
  const std::string line = OnOneLine(text);
  return line.empty() ? 0 : 1 + std::count(line.begin(), line.end(), ' ');
}

struct Parted {
  std::string_view before, after;
};

// Every way to part the text at one of the marks, the first mark first.
std::vector<Parted> WaysToPart(std::string_view text) {
  std::vector<Parted> ways;
  for (size_t at = 0; at < text.size(); ++at) {
    for (const std::string_view mark : kMarks) {
      if (text.substr(at).starts_with(mark)) ways.push_back({text.substr(0, at), text.substr(at + mark.size())});
    }
  }
  return ways;
}

std::vector<std::string> PiecesOf(std::string_view text) {
  std::vector<std::string> pieces;
  size_t from = 0;
  for (const Parted& way : WaysToPart(text)) {
    pieces.push_back(OnOneLine(text.substr(from, way.before.size() - std::min(from, way.before.size()))));
    from = text.size() - way.after.size();
  }
  pieces.push_back(OnOneLine(text.substr(from)));
  std::erase(pieces, "");
  return pieces;
}

// A page's name of its site is short; the one farthest from the title is the widest: "Talks | World | The Post".
std::string SiteAmong(const std::vector<std::string>& pieces, bool last) {
  constexpr long kMostWords = 5;
  const auto fits = [](const std::string& piece) { return WordsIn(piece) <= kMostWords && !PublishedDay(piece); };
  if (last) {
    const auto found = std::find_if(pieces.rbegin(), pieces.rend(), fits);
    return found == pieces.rend() ? std::string() : *found;
  }
  const auto found = std::find_if(pieces.begin(), pieces.end(), fits);
  return found == pieces.end() ? std::string() : *found;
}

// The heading that stands in the text, whole between marks: the title, or the site's name where that is the first
// heading of all its pages.
std::optional<PageTitle> ByHeading(std::string_view text, const std::vector<std::string>& headings,
                                   std::string_view publisher) {
  constexpr long kMostWordsOfASite = 4;
  for (const std::string& heading : headings) {
    const std::string plain = Plain(heading);
    if (plain.empty() || plain == Plain(publisher)) continue;
    if (plain == Plain(text)) return PageTitle{OnOneLine(heading), "", {}};
    for (const Parted& way : WaysToPart(text)) {
      const bool first = Plain(way.before) == plain;
      if (!first && Plain(way.after) != plain) continue;
      const std::vector<std::string> rest = PiecesOf(first ? way.after : way.before);
      const std::string& nearest = first ? rest.front() : rest.back();
      if (rest.empty()) continue;
      if (WordsIn(heading) <= kMostWordsOfASite && WordsIn(nearest) > WordsIn(heading)) {
        return PageTitle{nearest, OnOneLine(heading), {}};
      }
      return PageTitle{OnOneLine(heading), SiteAmong(rest, first), rest};
    }
  }
  return std::nullopt;
}

// "Talks resume | World | The Post" without the site, "Talks - The Post" only where that is known to be the publisher.
std::string WithoutSite(std::string_view title, std::string_view publisher) {
  for (bool again = true; again;) {
    again = false;
    for (const Parted& way : WaysToPart(title)) {
      const std::string_view mark =
          title.substr(way.before.size(), title.size() - way.before.size() - way.after.size());
      if (Trimmed(way.before).empty() || Trimmed(way.after).empty()) continue;
      if (mark == " | " || (!publisher.empty() && SameWord(Trimmed(way.after), publisher))) {
        title = way.before;
      } else if (!publisher.empty() && SameWord(Trimmed(way.before), publisher)) {
        title = way.after;
      } else {
        continue;
      }
      again = true;
      break;
    }
  }
  return OnOneLine(title);
}

}  // namespace

PageTitle TitleOf(const SaidTitles& said, std::string_view publisher) {
  const auto shown = ByHeading(said.page, said.headings, publisher);
  PageTitle found;
  if (!said.sure.empty()) {
    const auto sure = ByHeading(said.sure, said.headings, publisher);
    found = sure ? *sure : PageTitle{WithoutSite(said.sure, publisher), "", {}};
  } else if (shown) {
    found = *shown;
  } else {
    const std::string& best = !said.spare.empty()      ? said.spare
                              : !said.headings.empty() ? said.headings.front()
                                                       : said.page;
    found.title = WithoutSite(best, publisher);
  }
  if (shown && shown->title == found.title) {
    found.site = shown->site;
    found.beside.insert(found.beside.end(), shown->beside.begin(), shown->beside.end());
    return found;
  }
  if (const auto page = ByHeading(said.page, {found.title}, publisher)) found.site = page->site;
  return found;
}

}  // namespace rapporteur
