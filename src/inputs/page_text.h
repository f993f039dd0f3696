// The article of a page: its paragraphs without navigation, captions, links to other articles, notices.
//
// By the density of text: the element whose paragraphs hold most running text and few links, helped by what pages say
// of themselves (<article>, itemprop="articleBody", class names). Stateless, deterministic, linear in the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inputs/html_tree.h"

namespace rapporteur {

// Paragraphs and headings of the article, one line each; none when the page has no running text.
// `title` is left out where it stands above the article.
std::vector<std::string> MainText(const HtmlTree& tree, std::string_view title);

// All paragraphs of a piece of HTML that is an article and nothing else.
std::vector<std::string> AllText(const HtmlTree& tree);

}  // namespace rapporteur
