#include "inputs/feed_rows.h"

#include <pugixml.hpp>
#include <vector>

#include "inputs/clean.h"
#include "inputs/columns.h"
#include "inputs/html_tree.h"
#include "inputs/page.h"
#include "inputs/page_text.h"

namespace rapporteur {
namespace {

struct Feed {
  std::string utf8;
  pugi::xml_document xml;
  std::string publisher, language;
};

// The name without its namespace's prefix.
std::string_view LocalName(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

// All of its own text: a long one may be parted into several CDATA sections.
std::string TextOf(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
  }
  return text;
}

std::string ChildText(const pugi::xml_node& node, const char* name) {
  return std::string(Trimmed(TextOf(node.child(name))));
}

// Whichever of these children has a text first.
std::string FirstChildText(const pugi::xml_node& node, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    std::string text = ChildText(node, name);
    if (!text.empty()) return text;
  }
  return {};
}

std::string LinkOf(const pugi::xml_node& item) {
  std::string other;
  for (const pugi::xml_node link : item.children("link")) {
    const std::string_view rel = link.attribute("rel").value();
    std::string address = link.attribute("href").value();
    if (address.empty()) address = OnOneLine(TextOf(link));
    if (address.empty()) continue;
    if (rel.empty() || rel == "alternate") return address;
    if (other.empty()) other = std::move(address);
  }
  const pugi::xml_node guid = item.child("guid");
  std::string id = OnOneLine(TextOf(guid));
  if (other.empty() && id.starts_with("http") && std::string_view(guid.attribute("isPermaLink").value()) != "false")
    return id;
  return other;
}

// Appends what pugixml writes.
struct Writer : pugi::xml_writer {
  void write(const void* data, size_t size) override { text.append(static_cast<const char*>(data), size); }
  std::string text;
};

std::string InnerXml(const pugi::xml_node& node) {
  Writer writer;
  for (const pugi::xml_node child : node.children()) child.print(writer, "", pugi::format_raw);
  return std::move(writer.text);
}

// Of markup the article in it; where that finds too little, all of its text.
std::string TextOfMarkup(const std::string& markup, std::string_view title) {
  const auto tree = HtmlTree::Parse(markup);
  if (!tree.ok()) return {};
  const auto join = [](const std::vector<std::string>& paragraphs) {
    std::string text;
    for (const std::string& paragraph : paragraphs) text += (text.empty() ? "" : "\n\n") + paragraph;
    return text;
  };
  std::string all = join(AllText(*tree));
  std::string main = join(MainText(*tree, title));
  return main.size() * 2 >= all.size() ? main : all;
}

struct Body {
  std::string text;
  bool whole = false;  // the feed's full content, not its summary
};

Body BodyOf(const pugi::xml_node& item, std::string_view title) {
  for (const char* name :
       {"content:encoded", "content", "xhtml:body", "body", "description", "summary", "media:description"}) {
    const pugi::xml_node node = item.child(name);
    const std::string_view type = node.attribute("type").value();
    std::string markup = type == "xhtml" || std::string_view(name) == "xhtml:body" ? InnerXml(node) : TextOf(node);
    if (Trimmed(markup).empty()) continue;
    const bool plain = type == "text" || markup.find_first_of("<&") == std::string::npos;
    std::string text = plain ? std::string(Trimmed(markup)) : TextOfMarkup(markup, title);
    const std::string_view label = name;
    if (!text.empty())
      return {std::move(text), label != "description" && label != "summary" && label != "media:description"};
  }
  return {};
}

// The title and the body, which is not to say the title again. Feeds that gather those of others put the publisher
// behind the title, and nothing but both into the summary.
void SetText(const Body& body, Article& article) {
  const std::string behind = " - " + article.publisher;
  if (!article.publisher.empty() && article.title.ends_with(behind) && article.title.size() > behind.size()) {
    article.title.resize(article.title.size() - behind.size());
  }
  const std::string_view title = article.title;
  const bool again = !title.empty() && BeginsWithWord(body.text, title);
  const std::string_view rest = again ? std::string_view(body.text).substr(title.size()) : std::string_view();
  if (again && (Trimmed(rest).empty() || SameWord(Trimmed(rest), article.publisher))) {
    article.text = title;
    article.notes.emplace_back("text: the headline, as the feed has no more");
    return;
  }
  article.text = title.empty() || rest.starts_with('\n') ? body.text : article.title + "\n\n" + body.text;
  if (!body.whole) article.notes.emplace_back("text: the feed's summary, which may be a part of it");
}

Result<Article> ArticleOfItem(const Feed& feed, const pugi::xml_node& item, const ArticleOptions& options) {
  Article article;
  const std::string title = FirstChildText(item, {"title", "dc:title"});
  article.title = OnOneLine(title.find_first_of("<&") == std::string::npos ? title : TextOfHtml(title));
  Body body = BodyOf(item, article.title);
  if (body.text.empty()) return Error{ErrorCode::kFormat, "the item has neither content nor a summary"};
  article.url = LinkOf(item);
  article.id = OnOneLine(FirstChildText(item, {"guid", "id"}));
  article.publisher = OnOneLine(FirstChildText(item, {"dc:publisher"}));
  const pugi::xml_node source = item.child("source");
  if (article.publisher.empty()) article.publisher = OnOneLine(ChildText(source, "title"));
  if (article.publisher.empty()) article.publisher = OnOneLine(TextOf(source));
  if (article.publisher.empty()) article.publisher = feed.publisher;
  if (article.publisher.empty()) article.publisher = HostOf(article.url);
  SetText(body, article);
  article.language = OnOneLine(FirstChildText(item, {"dc:language", "language"}));
  if (article.language.empty()) article.language = item.attribute("xml:lang").value();
  if (article.language.empty()) article.language = feed.language;
  SetPublished(FirstChildText(item, {"pubDate", "published", "dc:date", "dcterms:issued", "issued", "updated", "date"}),
               options.day_order, article);
  return article;
}

class Items : public RowSource {
 public:
  Items(std::shared_ptr<const Feed> feed, std::vector<pugi::xml_node> items, std::optional<Error> fault,
        const ArticleOptions& options)
      : feed_(std::move(feed)),
        items_(std::move(items)),
        fault_(std::move(fault)),
        options_(std::make_shared<const ArticleOptions>(options)) {}

  std::optional<ArticleRow> Next() override {
    if (next_ == items_.size()) {
      if (!fault_) return std::nullopt;
      ArticleRow row = FaultRow({next_ + 1, 0, 0}, *fault_);
      fault_.reset();
      return row;
    }
    const pugi::xml_node item = items_[next_++];
    return ArticleRow{
        {next_, 0, static_cast<uint64_t>(std::max<ptrdiff_t>(item.offset_debug(), 0))},
        nullptr,
        [feed = feed_, item, options = options_](std::string_view) { return ArticleOfItem(*feed, item, *options); }};
  }

 private:
  std::shared_ptr<const Feed> feed_;
  std::vector<pugi::xml_node> items_;
  std::optional<Error> fault_;
  std::shared_ptr<const ArticleOptions> options_;
  size_t next_ = 0;
};

// "atom:entry" as "entry", where the root has that prefix too.
struct WithoutPrefix : pugi::xml_tree_walker {
  explicit WithoutPrefix(std::string_view root) : prefix(root.substr(0, root.find(':') + 1)) {}
  bool for_each(pugi::xml_node& node) override {
    if (std::string_view(node.name()).starts_with(prefix))
      node.set_name(std::string(node.name() + prefix.size()).c_str());
    return true;
  }
  std::string prefix;
};

void ListItems(const pugi::xml_node& parent, std::vector<pugi::xml_node>& items) {
  for (const pugi::xml_node child : parent.children()) {
    const std::string_view name = LocalName(child);
    if (name == "item" || name == "entry") items.push_back(child);
  }
}

}  // namespace

Result<std::unique_ptr<RowSource>> FeedRows(ByteWindow window, const ArticleOptions& options) {
  const std::string_view bytes = window.Peek(options.max_row_bytes + 1);
  if (bytes.size() > options.max_row_bytes) {
    return Error{ErrorCode::kLimit, "the feed is larger than " + std::to_string(options.max_row_bytes >> 20U) +
                                        " MiB, the limit for one feed"};
  }
  std::optional<Error> fault = window.fault();
  if (bytes.empty() && fault) return *fault;
  auto text = DecodeMarkup(bytes, "", options);
  if (!text.ok()) return text.error();
  auto feed = std::make_shared<Feed>();
  feed->utf8 = std::move(text->utf8);
  const auto parsed =
      feed->xml.load_buffer_inplace(feed->utf8.data(), feed->utf8.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed && !fault) {
    fault = Error{ErrorCode::kFormat,
                  "the XML breaks off at byte " + std::to_string(parsed.offset) + ": " + parsed.description()};
  }
  const pugi::xml_node root = feed->xml.document_element();
  const std::string name(LocalName(root));
  if (name != "rss" && name != "RDF" && name != "feed") {
    if (!parsed) return *fault;
    return Error{ErrorCode::kFormat,
                 "found XML with the root <" + CutTo(root.name(), 40) + ">, expected <rss>, <rdf:RDF> or <feed>"};
  }
  if (const std::string root_name = root.name(); root_name.find(':') != std::string::npos && name != "RDF") {
    WithoutPrefix walker(root_name);
    feed->xml.traverse(walker);
  }
  const pugi::xml_node channel = root.child("channel") ? root.child("channel") : root;
  feed->publisher = OnOneLine(FirstChildText(channel, {"title", "dc:publisher"}));
  feed->language = OnOneLine(FirstChildText(channel, {"language", "dc:language"}));
  if (feed->language.empty()) feed->language = root.attribute("xml:lang").value();
  std::vector<pugi::xml_node> items;
  if (channel != root) ListItems(channel, items);
  ListItems(root, items);
  if (fault && !items.empty()) items.pop_back();  // where it breaks off, the last is not whole
  return std::unique_ptr<RowSource>(
      std::make_unique<Items>(std::move(feed), std::move(items), std::move(fault), options));
}

}  // namespace rapporteur
