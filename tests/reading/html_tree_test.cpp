/// Markup as the HTML standard builds trees of it, seen in the texts that come out and the elements that hold them.

#include "reading/html_tree.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace attache::reading {
namespace {

std::string_view name_of(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::html: return "html";
    case HtmlTag::div: return "div";
    case HtmlTag::section: return "section";
    case HtmlTag::blockquote: return "blockquote";
    case HtmlTag::ul: return "ul";
    case HtmlTag::ol: return "ol";
    case HtmlTag::li: return "li";
    case HtmlTag::table: return "table";
    case HtmlTag::tr: return "tr";
    case HtmlTag::td: return "td";
    case HtmlTag::h1: return "h1";
    case HtmlTag::h2: return "h2";
    case HtmlTag::p: return "p";
    default: return "other";
  }
}

/// Each text behind the element that holds it, with `*` where a part of it is a link: `p:one | p:two*`.
std::string texts_of(std::string_view page) {
  const HtmlTree tree(page);
  std::string shown;
  for (const auto& text : tree.texts()) {
    shown += shown.empty() ? "" : " | ";
    shown.append(name_of(tree.elements()[text.element].tag)).append(":").append(text.text);
    if (text.linked > 0) shown += '*';
  }
  return shown;
}

struct Case {
  std::string_view markup;
  std::string_view texts;
};

template <std::size_t Size>
void expect_all(const Case (&cases)[Size]) {
  for (const auto& one : cases) EXPECT_EQ(texts_of(one.markup), one.texts) << one.markup;
}

TEST(HtmlTree, EndTagsThatAreImplied) {
  const Case cases[] = {
      {"<p>one<p>two", "p:one | p:two"},
      {"<p>one<div>two</div>three", "p:one | div:two | html:three"},
      {"<p>one<ul><li>two</ul>three", "p:one | li:two | html:three"},
      {"<p>one<table><tr><td>two</table>", "p:one | td:two"},
      {"<p>one<h1>two</h1><p>three", "p:one | h1:two | p:three"},
      {"<ul><li>one<li>two</ul>", "li:one | li:two"},
      {"<ul><li>one<ul><li>two</ul>three<li>four</ul>five", "li:one | li:two | li:three | li:four | html:five"},
      {"<ul><li>one<div>two<li>three</ul>", "li:one | div:two | li:three"},
      {"<dl><dt>one<dd>two<dt>three</dl>", "li:one | li:two | li:three"},
      {"<h1>one<h2>two</h2>", "h1:one | h2:two"},
      {"<h1>one</h2><p>two", "h1:one | p:two"},
      {"<div>one</p>two</div>", "div:one | div:two"},
      {"one</br>two", "html:one two"},
      {"<p>one<hr>two", "p:one | html:two"},
      {"one<body>two</body></html>three", "html:onetwothree"},
  };
  expect_all(cases);
}

TEST(HtmlTree, EndTagsThatCloseNothing) {
  const Case cases[] = {
      {"<div>one</section>two</div>", "div:onetwo"},
      {"<div><p>one</form>two</div>three", "p:onetwo | html:three"},
      {"<section><center>one</section>two", "div:one | html:two"},
      {"<div><table><tr><td>one</div>two</table>three</div>four", "td:onetwo | div:three | html:four"},
      {"<ul><li>one</ol>two</ul>", "li:onetwo"},
      {"</p></div></table>one", "html:one"},
      {"<p>one</>two</ p>three", "p:onetwothree"},
  };
  expect_all(cases);
}

/// Formatting that is closed in another order than it was opened, or by a block: its text stays where it stands, and a link goes on to its end tag.
TEST(HtmlTree, MisnestedFormatting) {
  const Case cases[] = {
      {"<b>one<p>two</b>three</p>", "html:one | p:twothree"},
      {"<p><b>one<i>two</b>three</i>four</p>", "p:onetwothreefour"},
      {"<p>one<em>two<p>three</em>four", "p:onetwo | p:threefour"},
      {"<a href=x>one<div>two</div>three</a>four", "html:one* | div:two* | html:threefour*"},
      {"<p><a href=x>one</p><p>two</a></p><p>three", "p:one* | p:two* | p:three"},
      {"<a href=x>one<a href=y>two</a>three", "html:onetwothree*"},
      {"<p><span class=x>one</p><p>two</span>three", "p:one | p:twothree"},
      {"<b><b><b><b>one</b>two", "html:onetwo"},
      {"<p>He said <q>one</q>.", "p:He said “one”."},
  };
  expect_all(cases);
}

TEST(HtmlTree, Tables) {
  const Case cases[] = {
      {"<table><tr><td>one<td>two<tr><td>three</table>four", "td:one | td:two | td:three | html:four"},
      {"<table><thead><tr><th>one<tbody><tr><td>two</table>", "td:one | td:two"},
      {"<table><tr><td>one<table><tr><td>two</table>three<td>four</table>", "td:one | td:two | td:three | td:four"},
      {"<table><tr><td><p>one<td>two</table>", "p:one | td:two"},
      {"<table><caption>one</caption><tr><td>two</table>", "div:one | td:two"},
      {"<table><tr><td>one</table></table>two", "td:one | html:two"},
      // The standard moves what stands between cells to before the table; here it stays where it is written.
      {"<table>one<tr><td>two</table>", "table:one | td:two"},
      {"<table><tr><td>one</td></tr>two</table>three", "td:one | table:two | html:three"},
  };
  expect_all(cases);
}

TEST(HtmlTree, ElementsWhoseContentIsNoMarkup) {
  const Case cases[] = {
      {"one<script>if (a<b) document.write('<p>x</p>')</script>two", "html:onetwo"},
      {"one<script><!-- document.write('<script src=x></script>'); //--></script>two", "html:onetwo"},
      {"one<script><!-- a() //--></script>two", "html:onetwo"},
      {"one<SCRIPT>x</Script >two", "html:onetwo"},
      {"one<style>p > a { content: '<p>' }</style>two", "html:onetwo"},
      {"one<textarea><p>x</p></textarea>two", "html:onetwo"},
      {"one<iframe><p>x</iframe>two", "html:onetwo"},
      {"<title>a <b> c</title>one", "html:one"},
      {"one<script>x</scripts></script>two", "html:onetwo"},
      {"one<script>x", "html:one"},
  };
  expect_all(cases);
  EXPECT_EQ(HtmlTree("<title>a <b> &amp; c</title>one").title(), "a <b> & c");
}

TEST(HtmlTree, CommentsAndWhatIsTakenForThem) {
  const Case cases[] = {
      {"one<!-- <p>x</p> -->two", "html:onetwo"}, {"one<!-->two", "html:onetwo"},       {"one<!--->two", "html:onetwo"},        {"one<!--x--!>two", "html:onetwo"}, {"one<!-- a -- b > c -->two", "html:onetwo"},
      {"one<!x>two", "html:onetwo"},              {"one<?php x ?>two", "html:onetwo"}, {"one<![CDATA[x]]>two", "html:onetwo"}, {"one<!--x", "html:one"},           {"one<!doctype html>two", "html:onetwo"},
      {"1 < 2 <3", "html:1 < 2 <3"},              {"one<", "html:one<"},
  };
  expect_all(cases);
}

/// Templates, pictures in markup, formulas and the controls of forms are no text of an article.
TEST(HtmlTree, TemplatesAndForeignContent) {
  const Case cases[] = {
      {"one<template><p>x</p></template>two", "html:one two"},
      {"one<template><template>x</template>y</template>two", "html:one two"},
      {"one<svg><title>x</title><text>y</text></svg>two", "html:one two"},
      {"one<svg/>two", "html:onetwo"},
      {"one<svg><p>two", "html:one | p:two"},
      {"one<math><mi>x</mi></math>two", "html:one two"},
      {"one<select><option>x<option>y</select>two", "html:one two"},
      {"one<button>x</button>two", "html:one two"},
  };
  expect_all(cases);
  EXPECT_EQ(HtmlTree("<svg><title>x</title></svg><title>one</title>").title(), "one");
}

TEST(HtmlTree, Attributes) {
  const struct {
    std::string_view tag;
    std::string_view names;
  } cases[] = {
      {"<div class=one>", " one "},         {"<div class='one'id=two>", " one two "}, {"<div class=\"one\" class=two>", " one "}, {"<div CLASS = one>", " one "},
      {"<div class=one/two>", " one two "}, {"<div/class=one>", " one "},             {"<div =x class=one>", " one "},            {"<div class>", " "},
      {"<div class=one/>", " one "},        {"<div class='a>b'>", " a b "},
  };
  for (const auto& one : cases) {
    const HtmlTree tree(std::string(one.tag) + "text");
    ASSERT_EQ(tree.elements().size(), 2u) << one.tag;
    EXPECT_EQ(tree.elements()[1].names, one.names) << one.tag;
    EXPECT_EQ(tree.texts().size(), 1u) << one.tag;
  }
}

TEST(HtmlTree, ReferencesToCharacters) {
  const Case cases[] = {
      {"&amp;&lt;p&gt;&quot;", "html:&<p>\""}, {"&notit; &not;", "html:¬it; ¬"}, {"&#x41;&#66&#67;", "html:ABC"}, {"&ampx", "html:&x"}, {"&unknown; & &;", "html:&unknown; & &;"},
  };
  expect_all(cases);
}

/// A set of frames shows in their place what it holds for those who have none; elsewhere that is nothing.
TEST(HtmlTree, Frames) {
  const std::string_view frames = "<html><head><title>The Zenda Times</title></head><frameset cols=20%,*><frame src=menu.html><frame src=news.html><noframes><body><p>one</p></body></noframes></frameset></html>";
  EXPECT_EQ(texts_of(frames), "p:one");
  EXPECT_TRUE(HtmlTree(frames).trouble().frames);
  EXPECT_EQ(texts_of("one<noframes>x</noframes>two"), "html:one two");
  EXPECT_FALSE(HtmlTree("one<noframes>x</noframes>two").trouble().frames);
}

}  // namespace
}  // namespace attache::reading
