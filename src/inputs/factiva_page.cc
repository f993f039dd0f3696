#include "inputs/factiva_page.h"

#include <algorithm>

#include "inputs/clean.h"
#include "inputs/export_rows.h"
#include "inputs/page.h"
#include "inputs/page_blocks.h"

namespace rapporteur {
namespace {

// Where the next document begins: <div class="article enArticle">, with the language before the capital.
size_t NextArticle(std::string_view markup, size_t from) {
  constexpr std::string_view kClass = "class=\"article ";
  constexpr size_t kLanguage = 2;
  while (true) {
    const size_t at = markup.find(kClass, from);
    if (at == std::string_view::npos) return at;
    from = at + kClass.size();
    if (!markup.substr(std::min(from + kLanguage, markup.size())).starts_with("Article\"")) continue;
    return markup.rfind('<', at);
  }
}

// The documents of a page held in memory.
class Pages : public RowSource {
 public:
  Pages(std::string markup, const ArticleOptions& options)
      : markup_(std::move(markup)), options_(std::make_shared<const ArticleOptions>(options)) {
    at_ = NextArticle(markup_, 0);
  }

  std::optional<ArticleRow> Next() override {
    if (at_ == std::string::npos) return std::nullopt;
    const size_t inside = markup_.find('>', at_);
    const size_t end = inside == std::string::npos ? inside : NextArticle(markup_, inside);
    const RowPosition at{row_++, line_, at_};
    auto bytes = std::make_shared<const std::string>(markup_.substr(at_, end - at_));
    line_ += static_cast<uint64_t>(std::count(bytes->begin(), bytes->end(), '\n'));
    at_ = end;
    return ArticleRow{at, std::move(bytes), [options = options_](std::string_view one) -> Result<Article> {
                        auto utf8 = DecodeMarkup(one, "", *options);
                        if (!utf8.ok()) return utf8.error();
                        return ArticleOfFactiva(TextOfFactivaPage(utf8->utf8), *options);
                      }};
  }

 private:
  std::string markup_;
  std::shared_ptr<const ArticleOptions> options_;
  size_t at_ = 0;
  uint64_t row_ = 1, line_ = 1;
};

// "HD   Talks end" for each row of the table in which a document stands when it was saved with its indexing.
std::string TaggedText(const HtmlTree& tree, const std::vector<TextBlock>& blocks) {
  const auto& nodes = tree.nodes();
  std::string text;
  uint32_t row = 0;
  for (const TextBlock& block : blocks) {
    uint32_t node = block.container;
    while (node != 0 && nodes[node].name != "tr") node = nodes[node].parent;
    if (node == 0) continue;
    const bool first = node != row;
    row = node;
    text += (first ? "\n" + block.text + "   \n" : "\n     " + block.text + "\n");
  }
  return text;
}

}  // namespace

bool LooksLikeFactivaPage(std::string_view beginning) {
  const size_t at = NextArticle(beginning, 0);
  return at != std::string_view::npos && beginning.find("Headline\"", at) != std::string_view::npos;
}

Result<std::unique_ptr<RowSource>> FactivaPageRows(ByteWindow window, const ArticleOptions& options) {
  const std::string_view bytes = window.Peek(options.max_row_bytes + 1);
  if (window.fault()) return *window.fault();
  if (bytes.size() > options.max_row_bytes) {
    return Error{ErrorCode::kLimit, "found a page of more than " + std::to_string(options.max_row_bytes >> 20U) +
                                        " MiB, the limit for one; save its documents in several"};
  }
  return std::unique_ptr<RowSource>(std::make_unique<Pages>(std::string(bytes), options));
}

std::string TextOfFactivaPage(std::string_view utf8) {
  const auto tree = HtmlTree::Parse(utf8);
  if (!tree.ok()) return {};
  const std::vector<TextBlock> blocks = BlocksWithin(*tree, 0, NeverText(*tree));
  const auto is = [&](const TextBlock& block, std::string_view name) {
    return tree->Attribute(block.container, "class").find(name) != std::string::npos;
  };
  if (std::any_of(blocks.begin(), blocks.end(), [](const auto& block) { return block.text == "HD"; })) {
    return TaggedText(*tree, blocks);
  }
  std::string title;
  std::string head;
  std::string body;
  std::string id;
  for (const TextBlock& block : blocks) {
    if (tree->Attribute(block.container, "id") == "hd") {
      title = block.text;
    } else if (is(block, "articleParagraph")) {
      body += block.text + "\n\n";
    } else if (BeginsWithWord(block.text, "document ") || BeginsWithWord(block.text, "dokument ")) {
      id = "Document " + block.text.substr(9);
    } else if (body.empty()) {
      head += block.text + "\n";
    }
  }
  return title + "\n\n" + head + "\n" + body + id + "\n";
}

}  // namespace rapporteur
