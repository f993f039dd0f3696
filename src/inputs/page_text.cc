#include "inputs/page_text.h"

#include <algorithm>
#include <array>

#include "inputs/clean.h"
#include "inputs/page_blocks.h"

namespace rapporteur {
namespace {

// Words of class names and ids that tell what is not the article. Whole words: "ad" is not in "header".
constexpr std::array<std::string_view, 60> kOtherWords = {
    "ad",         "ads",     "adslot",  "advert",     "advertisement", "advertising", "affiliate", "author",
    "authors",    "banner",  "bio",     "breadcrumb", "breadcrumbs",   "byline",      "caption",   "comment",
    "comments",   "consent", "cookie",  "cookies",    "copyright",     "credit",      "credits",   "disclaimer",
    "disqus",     "donate",  "footer",  "gallery",    "gdpr",          "hidden",      "login",     "menu",
    "modal",      "nav",     "navbar",  "navigation", "newsletter",    "outbrain",    "overlay",   "pager",
    "pagination", "paywall", "popular", "popup",      "promo",         "promotion",   "recirc",    "recommended",
    "related",    "share",   "sharing", "sidebar",    "signup",        "social",      "sponsored", "subscribe",
    "taboola",    "tags",    "toolbar", "widget"};
static_assert(std::is_sorted(kOtherWords.begin(), kOtherWords.end()));
// Said of the article itself, by the class names of the common publishing systems.
constexpr std::array<std::string_view, 10> kArticleWords = {
    "articlebody", "storybody", "entrycontent", "postcontent",    "articletext",
    "storytext",   "postbody",  "bodycontent",  "articlecontent", "storycontent"};
constexpr std::array<std::string_view, 8> kOtherPhrases = {"readmore", "alsoread",   "mostread",     "morestories",
                                                           "youmay",   "inlinelink", "screenreader", "visuallyhidden"};
// How notices begin that stand among an article's paragraphs.
constexpr std::array<std::string_view, 34> kNotices = {"advertisement",
                                                       "read more",
                                                       "read also",
                                                       "also read",
                                                       "related:",
                                                       "related story",
                                                       "related article",
                                                       "see also:",
                                                       "more on this",
                                                       "sign up",
                                                       "subscribe",
                                                       "follow us",
                                                       "follow our",
                                                       "click here",
                                                       "share this",
                                                       "we use cookies",
                                                       "this site uses cookies",
                                                       "this website uses cookies",
                                                       "by continuing to",
                                                       "accept all",
                                                       "manage preferences",
                                                       "all rights reserved",
                                                       "copyright ©",
                                                       "© ",
                                                       "download our app",
                                                       "download the app",
                                                       "join our",
                                                       "get our",
                                                       "get the latest",
                                                       "story continues below",
                                                       "article continues below",
                                                       "continue reading",
                                                       "skip to",
                                                       "listen to this"};

class PageReader {
 public:
  explicit PageReader(const HtmlTree& tree) : tree_(tree), nodes_(tree.nodes()), left_out_(NeverText(tree)) {}

  std::vector<std::string> Run(std::string_view title) {
    prose_ = ProseBefore(BlocksWithin(tree_, 0, left_out_));
    if (Prose(0) == 0) return {};
    LeaveOutOthers();
    const std::vector<TextBlock> all = BlocksWithin(tree_, 0, left_out_);
    prose_ = ProseBefore(all);
    if (Prose(0) == 0) return {};
    const uint32_t root = RootOf(all);
    std::vector<TextBlock> blocks;
    for (const TextBlock& block : all) {
      if (Holds(root, block.node) || IsBeside(root, block)) blocks.push_back(block);
    }
    return Paragraphs(blocks, title);
  }

 private:
  // Bytes of prose in the nodes before each node.
  std::vector<size_t> ProseBefore(const std::vector<TextBlock>& blocks) const {
    std::vector<size_t> before(nodes_.size() + 1);
    for (const TextBlock& block : blocks) {
      if (IsProse(block)) before[block.node + 1] += block.text.size() - block.link_bytes;
    }
    for (size_t i = 1; i < before.size(); ++i) before[i] += before[i - 1];
    return before;
  }

  size_t Prose(uint32_t node) const { return prose_[nodes_[node].end] - prose_[node]; }
  bool Holds(uint32_t node, uint32_t inner) const { return node <= inner && inner < nodes_[node].end; }

  // Elements whose class says that they are something else, unless they hold much of the page's prose: then the word
  // speaks of a part or a look ("has-sidebar", "overflow-hidden").
  void LeaveOutOthers() {
    for (uint32_t i = 1; i < nodes_.size(); ++i) {
      const HtmlNode& node = nodes_[i];
      if (left_out_[i] || node.name.empty() || node.name == "body" || node.name == "html") continue;
      if (Prose(i) * 5 > Prose(0) * 2) continue;
      left_out_[i] = node.name == "form" || SaysOther(i);
    }
  }

  bool SaysOther(uint32_t node) const {
    if (nodes_[node].source.empty()) return false;
    const std::string names = tree_.Attribute(node, "class") + " " + tree_.Attribute(node, "id");
    std::string word;
    std::string joined;
    for (size_t i = 0; i <= names.size(); ++i) {
      const char c = i < names.size() ? names[i] : ' ';
      const bool upper = c >= 'A' && c <= 'Z';
      const bool letter = upper || (c >= 'a' && c <= 'z');
      if (!word.empty() && (!letter || (upper && names[i - 1] >= 'a' && names[i - 1] <= 'z'))) {
        if (std::binary_search(kOtherWords.begin(), kOtherWords.end(), word)) return true;
        joined += word;
        word.clear();
      }
      if (letter) word.push_back(LowerByte(c));
      if (IsBlankByte(c)) joined += ' ';
    }
    return std::any_of(kOtherPhrases.begin(), kOtherPhrases.end(),
                       [&](std::string_view phrase) { return joined.find(phrase) != std::string::npos; });
  }

  // What the page itself calls its article, where that holds a good part of the prose; else the densest element.
  uint32_t RootOf(const std::vector<TextBlock>& all) const {
    uint32_t best = 0;
    for (uint32_t i = 1; i < nodes_.size(); ++i) {
      if (nodes_[i].name.empty() || left_out_[i] || !SaysArticle(i)) continue;
      if (best == 0 || Prose(i) > Prose(best)) best = i;
    }
    if (best != 0 && Prose(best) * 2 >= Prose(0)) return best;
    return Densest(all);
  }

  bool SaysArticle(uint32_t i) const {
    if (nodes_[i].name == "article") return true;
    if (nodes_[i].source.empty()) return false;
    if (tree_.Attribute(i, "itemprop") == "articleBody") return true;
    std::string plain;
    for (const char c : tree_.Attribute(i, "class")) {
      if (c != '-' && c != '_') plain.push_back(LowerByte(c));
    }
    return std::any_of(kArticleWords.begin(), kArticleWords.end(),
                       [&](std::string_view word) { return plain.find(word) != std::string::npos; });
  }

  // A paragraph speaks for its parent, half as much for the parent's parent, and so on, less where there are links.
  uint32_t Densest(const std::vector<TextBlock>& all) const {
    std::vector<double> scores(nodes_.size());
    std::vector<size_t> bytes(nodes_.size() + 1);
    std::vector<size_t> links(nodes_.size() + 1);
    for (const TextBlock& block : all) {
      bytes[block.node + 1] += block.text.size();
      links[block.node + 1] += block.link_bytes;
      if (!IsProse(block)) continue;
      const double commas = static_cast<double>(std::count(block.text.begin(), block.text.end(), ','));
      const double score = 1 + commas + std::min(3.0, static_cast<double>(block.text.size()) / 100);
      uint32_t node = nodes_[block.container].name == "p" ? nodes_[block.container].parent : block.container;
      for (const double share : {1.0, 0.5, 0.16, 0.11}) {
        scores[node] += score * share;
        if (node == 0) break;
        node = nodes_[node].parent;
      }
    }
    for (size_t i = 1; i < bytes.size(); ++i) {
      bytes[i] += bytes[i - 1];
      links[i] += links[i - 1];
    }
    uint32_t best = 0;
    double best_score = 0;
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      const size_t within = bytes[nodes_[i].end] - bytes[i];
      if (scores[i] <= 0 || within == 0) continue;
      const double link_share = static_cast<double>(links[nodes_[i].end] - links[i]) / static_cast<double>(within);
      if (scores[i] * (1 - link_share) <= best_score) continue;
      best = i;
      best_score = scores[i] * (1 - link_share);
    }
    return best;
  }

  // Prose in a sibling of the root: articles are split where an advertisement stands.
  bool IsBeside(uint32_t root, const TextBlock& block) const {
    if (root == 0 || !IsProse(block)) return false;
    const uint32_t parent = nodes_[root].parent;
    uint32_t node = block.container;
    if (!Holds(parent, node) || node == parent) return node == parent && nodes_[root].name == "p";
    while (nodes_[node].parent != parent && node != 0) node = nodes_[node].parent;
    const std::string_view name = nodes_[node].name;
    return name == "p" || (name == nodes_[root].name && name != "article" &&
                           tree_.Attribute(node, "class") == tree_.Attribute(root, "class"));
  }

  static bool IsNotice(const TextBlock& block) {
    constexpr size_t kLongest = 200;
    if (block.text.size() > kLongest) return false;
    return std::any_of(kNotices.begin(), kNotices.end(),
                       [&](std::string_view notice) { return BeginsWithWord(block.text, notice); });
  }

  static std::vector<std::string> Paragraphs(const std::vector<TextBlock>& blocks, std::string_view title) {
    std::vector<const TextBlock*> kept;
    size_t last_prose = 0;
    for (const TextBlock& block : blocks) {
      const bool mostly_links = block.link_share() > 0.5;
      if (mostly_links || IsNotice(block) || SameWord(block.text, title)) continue;
      if (block.item && block.text.size() < 25 && !IsProse(block)) continue;
      kept.push_back(&block);
      if (IsProse(block)) last_prose = kept.size();
    }
    kept.resize(last_prose);  // headings of other articles, names of sections
    std::vector<std::string> paragraphs;
    paragraphs.reserve(kept.size());
    for (const TextBlock* block : kept) paragraphs.push_back(block->text);
    return paragraphs;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  std::vector<bool> left_out_;
  std::vector<size_t> prose_;
};

}  // namespace

std::vector<std::string> MainText(const HtmlTree& tree, std::string_view title) { return PageReader(tree).Run(title); }

std::vector<std::string> AllText(const HtmlTree& tree) {
  std::vector<std::string> paragraphs;
  for (TextBlock& block : BlocksWithin(tree, 0, NeverText(tree))) paragraphs.push_back(std::move(block.text));
  return paragraphs;
}

}  // namespace rapporteur
