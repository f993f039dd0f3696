#include "inputs/html_tree.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

// "div(p(text)p())": the elements with what is within, texts as they are.
std::string Shape(std::string_view html) {
  const auto tree = HtmlTree::Parse(html);
  if (!tree.ok()) return tree.error().message;
  std::string shape;
  std::vector<uint32_t> ends;
  for (uint32_t i = 1; i < tree->nodes().size(); ++i) {
    for (; !ends.empty() && ends.back() <= i; ends.pop_back()) shape += ")";
    const HtmlNode& node = tree->nodes()[i];
    if (node.name.empty()) {
      shape += node.source;
    } else {
      shape += std::string(node.name) + "(";
      ends.push_back(node.end);
    }
  }
  return shape + std::string(ends.size(), ')');
}

TEST(HtmlTree, EndTagsThatMayBeMissing) {
  EXPECT_EQ(Shape("<p>a<p>b"), "p(a)p(b)");
  EXPECT_EQ(Shape("<P CLASS=x>a<div>b</div>c"), "p(a)div(b)c");
  EXPECT_EQ(Shape("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>"), "ul(li(a)li(bul(li(c)))li(d))");
  EXPECT_EQ(Shape("<table><tr><td>a<td>b<tr><td>c</table>d"), "table(tr(td(a)td(b))tr(td(c)))d");
  EXPECT_EQ(Shape("<dl><dt>a<dd>b<dt>c</dl>"), "dl(dt(a)dd(b)dt(c))");
  EXPECT_EQ(Shape("<head><title>a</title><body>b"), "head(title(a))body(b)");
}

TEST(HtmlTree, EndTagsThatEndNothing) {
  EXPECT_EQ(Shape("a</div>b</p>c"), "abc");
  EXPECT_EQ(Shape("<div><p>a</b>b</span></p></div>"), "div(p(ab))");
  EXPECT_EQ(Shape("<div><table><tr><td></div>a</table>b</div>"), "div(table(tr(td(a)))b)");
  EXPECT_EQ(Shape("<b><p>a</b>b</p>"), "b(p(ab))");
}

TEST(HtmlTree, RawTextAndVoidElements) {
  EXPECT_EQ(Shape("<script>if (a</b) '<p>'</script>c"), "script(if (a</b) '<p>')c");
  EXPECT_EQ(Shape("<style>a</STYLE >b"), "style(a)b");
  EXPECT_EQ(Shape("<title>a<b>c</title>d"), "title(a<b>c)d");
  EXPECT_EQ(Shape("a<br>b<img src=x>c<hr/>"), "abr()bimg()chr()");
  EXPECT_EQ(Shape("<svg><path/><title>a</title></svg>b"), "svg(path()title(a))b");
  EXPECT_EQ(Shape("<div/>a"), "div(a)");
}

TEST(HtmlTree, CommentsAndRubbish) {
  EXPECT_EQ(Shape("a<!-- <p> -- > -->b<!-->c<!doctype html>d<?php e ?>f</ g>h"), "abcdfh");
  EXPECT_EQ(Shape("a < b <3 <"), "a < b <3 <");
  EXPECT_EQ(Shape("<p title=\"a>b\">c"), "p(c)");
  EXPECT_EQ(Shape("<p title=\"a>c"), "p(c)");
  EXPECT_EQ(Shape("<!-- a"), "");
  EXPECT_EQ(Shape("<p"), "p()");
  EXPECT_EQ(Shape(""), "");
  EXPECT_EQ(Shape("<script>a"), "script(a)");
}

TEST(HtmlTree, Attributes) {
  const auto tree = HtmlTree::Parse("<a href='/x?a&amp;b' CLASS = \"one two\" hidden data-x=y z='it''s'>t</a>");
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(tree->Attribute(1, "href"), "/x?a&b");
  EXPECT_EQ(tree->Attribute(1, "class"), "one two");
  EXPECT_EQ(tree->Attribute(1, "data-x"), "y");
  EXPECT_TRUE(tree->HasAttribute(1, "hidden"));
  EXPECT_FALSE(tree->HasAttribute(1, "one"));
  EXPECT_EQ(tree->Attribute(1, "none"), "");
  EXPECT_EQ(tree->Attribute(2, "href"), "");
  EXPECT_EQ(tree->TextWithin(1), "t");
}

TEST(HtmlTree, Entities) {
  EXPECT_EQ(DecodeEntities("&lt;a&gt; &amp; &quot;b&quot; &eacute;&nbsp;&mdash;"), "<a> & \"b\" é\u00A0—");
  EXPECT_EQ(DecodeEntities("&#8217;&#x2019;&#146;&#39"), "’’’'");
  EXPECT_EQ(DecodeEntities("&#0;&#xD800;&#99999999999;"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(DecodeEntities("AT&T &nosuch; &; &#; &#x; &"), "AT&T &nosuch; &; &#; &#x; &");
}

TEST(HtmlTree, DepthAndSizeAreLimited) {
  std::string deep;
  for (int i = 0; i < 300000; ++i) deep += "<div>";
  deep += "a";
  const auto tree = HtmlTree::Parse(deep);
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(tree->TextWithin(0), "a");
  std::string many;
  for (size_t i = 0; i < HtmlTree::kMostNodes; ++i) many += "<b>";
  many += "<b>";
  EXPECT_EQ(HtmlTree::Parse(many).error().code, ErrorCode::kLimit);
  std::string balanced = "<i>";
  for (int i = 0; i < 400; ++i) balanced += "<div>";
  balanced += "a";
  for (int i = 0; i < 400; ++i) balanced += "</div>";
  balanced += "</i><p>b</p>";
  const auto even = HtmlTree::Parse(balanced);
  ASSERT_TRUE(even.ok());
  EXPECT_EQ(even->nodes().back().source, "b");
  EXPECT_EQ(even->nodes()[even->nodes().back().parent].parent, 0U);
}

}  // namespace
}  // namespace rapporteur
