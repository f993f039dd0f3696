// The words by which a page's article is told from what stands around it: of class names and ids, and of notices.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace rapporteur {

// Words of class names and ids that tell what is not the article. Whole words: "ad" is not in "header".
inline constexpr std::array<std::string_view, 73> kOtherWords = {
    "ad",         "ads",        "adslot",   "advert",     "advertisement", "advertising", "affiliate",     "author",
    "authors",    "banner",     "bio",      "bookmark",   "breadcrumb",    "breadcrumbs", "breaking",      "byline",
    "caption",    "carousel",   "comment",  "comments",   "consent",       "cookie",      "cookies",       "copyright",
    "credit",     "credits",    "disclaim", "disclaimer", "disqus",        "donate",      "editorialnote", "factbox",
    "footer",     "gallery",    "gdpr",     "login",      "menu",          "modal",       "nav",           "navbar",
    "navigation", "newsletter", "outbrain", "overlay",    "pager",         "pagination",  "paywall",       "poll",
    "popular",    "popup",      "promo",    "promotion",  "recirc",        "recommended", "related",       "share",
    "sharing",    "sidebar",    "signup",   "slideshow",  "social",        "sponsored",   "subscribe",     "survey",
    "taboola",    "tags",       "teaser",   "teasers",    "ticker",        "toolbar",     "toolbox",       "trending",
    "widget"};
static_assert(std::is_sorted(kOtherWords.begin(), kOtherWords.end()));
// Said of the article itself, by the class names of the common publishing systems.
inline constexpr std::array<std::string_view, 10> kArticleWords = {
    "articlebody", "storybody", "entrycontent", "postcontent",    "articletext",
    "storytext",   "postbody",  "bodycontent",  "articlecontent", "storycontent"};
inline constexpr std::array<std::string_view, 13> kOtherPhrases = {
    "readmore",       "alsoread",      "mostread",    "morestories",    "youmay",   "inlinelink",    "screenreader",
    "visuallyhidden", "editorialnote", "mostpopular", "relatedcontent", "alsolike", "recommendedfor"};
// How notices begin that stand among an article's paragraphs.
inline constexpr std::array<std::string_view, 52> kNotices = {"advertisement",
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
                                                              "listen to this",
                                                              "send us your comments",
                                                              "please turn on javascript",
                                                              "story highlights",
                                                              "related stories",
                                                              "related content",
                                                              "related topics",
                                                              "most popular",
                                                              "read next",
                                                              "have your say",
                                                              "hide caption",
                                                              "follow @",
                                                              "share your thoughts",
                                                              "sign in to",
                                                              "to read the full",
                                                              "this video",
                                                              "media caption",
                                                              "image caption",
                                                              "image source"};

// Words of class names around a quotation that is set apart from the text it was taken from.
inline constexpr std::array<std::string_view, 5> kQuoteWords = {"pullquote", "quote", "quotation", "blockquote",
                                                                "pull"};

}  // namespace rapporteur
