// Which column of a table, or key of an object, holds which part of an article.
//
// Stateless, deterministic. A column's name counts without its case, spaces, underscores and hyphens: "Full Text" is
// full_text. Of several columns for one part the more telling name wins, of equal ones the first that is not empty.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/article.h"
#include "inputs/options.h"

namespace rapporteur {

enum class ArticlePart { kText, kHtml, kTitle, kPublished, kPublisher, kUrl, kLanguage, kId };

struct ColumnUse {
  ArticlePart part = ArticlePart::kText;
  int rank = 0;  // the lower the more telling
};

// None for a column that articles have no use for. A part that `columns` maps is in the column named there and no
// other.
std::optional<ColumnUse> UseOfColumn(std::string_view name, const ColumnMap& columns);

struct NamedField {
  std::string name;  // a key within a key is "source.name"
  std::string value;
};

// The text is taken as it stands; where it is HTML, the article of that page or piece of one.
// Errors: kFormat  no column or only an empty one for the text (the message lists the columns)
Result<Article> ArticleOfFields(const std::vector<NamedField>& fields, const ArticleOptions& options);

// Whether a table with these columns can hold articles.
// Errors: kFormat  no column for the text (the message lists those there are)
//         kUsage   a mapped column is not there
Status CheckColumns(const std::vector<std::string>& names, const ColumnMap& columns);

// "a, b, c", cut where there are many.
std::string ListOfColumns(const std::vector<std::string>& names);

// Sets article.published, or leaves it and notes why.
void SetPublished(std::string_view said, DayOrder order, Article& article);

}  // namespace rapporteur
