// A page's headline without the name of its site, and that name.
//
// Stateless, deterministic.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// What a page says and shows, each perhaps with the site's name before or after it: "Talks end | World | The Post".
struct SaidTitles {
  std::string sure;                   // as its data say; empty: nothing
  std::string page;                   // <title>
  std::string spare;                  // as older data say, for want of all else
  std::vector<std::string> headings;  // its first-level headings, in their order
};

struct PageTitle {
  std::string title;
  std::string site;                 // out of <title>; empty: it names none
  std::vector<std::string> beside;  // what else stood beside the title, as the day
};

PageTitle TitleOf(const SaidTitles& said, std::string_view publisher);

}  // namespace rapporteur
