/// The article is found in pages of every make, and what belongs to the page stays behind.

#include "reading_help.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

/// Sentences for pages: each is prose, and none is like another.
const std::string kFirst = "The foreign ministers of Ruritania and Strelsau met on Monday to discuss the fishing grounds off the northern coast.";
const std::string kSecond = "Ruritania accused its neighbor last year of seizing eleven boats and holding their crews without trial for six weeks.";
const std::string kThird = "A spokesman for the government in Zenda said that the boats would be returned before the end of the month.";

std::string paragraphs() { return "<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird + "</p>"; }
std::string body_blocks() { return "body: " + kFirst + "\nbody: " + kSecond + "\nbody: " + kThird + "\n"; }
std::string article_blocks() { return "headline: Neighbors talk about fish\n" + body_blocks(); }

std::string page(const std::string& body, const std::string& head = "<title>Neighbors talk about fish | The Zenda Times</title>") {
  return "<!DOCTYPE html><html lang=\"en\"><head>" + head + "</head><body>" + body + "</body></html>";
}

TEST(HtmlPage, FindsTheArticleInPagesOfEveryMake) {
  const std::string h1 = "<h1>Neighbors talk about fish</h1>";
  const std::string menu = "<ul><li><a href=/a>Home</a></li><li><a href=/b>World affairs</a></li><li><a href=/c>Sport and leisure</a></li></ul>";
  const struct {
    const char* make;
    std::string body;
  } cases[] = {
      {"semantic", "<nav>" + menu + "</nav><main><article>" + h1 + paragraphs() + "</article></main><footer>About this newspaper and the people who make it every day.</footer>"},
      {"classes only", "<div class=top-menu>" + menu + "</div><div class=story>" + h1 + "<div class=story-body>" + paragraphs() + "</div></div><div id=footer>" + menu + "</div>"},
      {"no names at all", "<div>" + menu + "</div><div>" + h1 + "<div>" + paragraphs() + "</div></div><div>" + menu + "</div>"},
      {"tables and line breaks", "<table><tr><td>" + menu + "</td><td><font size=5><b>Neighbors talk about fish</b></font><br><br>" + kFirst + "<br><br>" + kSecond + "<br><br>" + kThird + "</td></tr></table>"},
      {"unclosed paragraphs", menu + h1 + "<p>" + kFirst + "<p>" + kSecond + "<p>" + kThird},
      {"comments below", "<article>" + h1 + paragraphs() + "</article><section class=comments><p>I do not believe a word of what this minister says about the boats.</p><p>They should all "
                         "resign, and the sooner they do it the better for this country of ours.</p></section>"},
      {"related links within", "<article>" + h1 + "<p>" + kFirst + "</p><div class=related><h3>Related</h3><a href=/x>Boats seized in northern waters by patrol</a></div><p>" + kSecond + "</p><p>" + kThird + "</p></article>"},
      {"related links behind", "<article>" + h1 + paragraphs() + "<h3>Related stories</h3><ul><li><a href=/x>Boats seized in northern waters</a></li><li><a href=/y>Fishermen protest in the capital</a></li></ul></article>"},
      {"cookie banner", "<div class=cookie-banner>We use cookies so that you have the best experience on our pages. You can change your settings at any time.</div>" + h1 + paragraphs()},
      {"newsletter box", h1 + "<p>" + kFirst + "</p><div class=newsletter-signup><p>Sign up for our morning letter and never miss a story again.</p></div><p>" + kSecond + "</p><p>" + kThird + "</p>"},
      {"hidden text", h1 + "<div style=\"display: none\"><p>This paragraph is for other screens and must not be read with the article.</p></div>" + paragraphs()},
      {"misleading names", "<div class=\"page with-sidebar no-comments\"><div class=\"breaking-news share-container\">" + h1 + paragraphs() + "</div></div>"},
      {"read more lines", h1 + "<p>" + kFirst + "</p><p><a href=/x>Read more: Boats seized in northern waters</a></p><p>" + kSecond + "</p><p>Advertisement</p><p>" + kThird + "</p>"},
      {"next article below", "<article>" + h1 + paragraphs() + "</article><article><h1>Parliament passes the budget</h1><p>The parliament passed the budget for next year with a majority of only two votes on Tuesday.</p></article>"},
      {"said twice for two screens", h1 + "<div class=desktop>" + paragraphs() + "</div><div class=mobile>" + paragraphs() + "</div>"},
  };
  for (const auto& c : cases) EXPECT_EQ(shown(read_one(page(c.body))), article_blocks()) << c.make;
}

TEST(HtmlPage, StandfirstCaptionAndCredit) {
  const auto document = read_one(page("<h1>Neighbors talk about fish</h1><p class=standfirst>After two years of silence, the neighbors have returned to the table.</p>"
                                      "<figure><img src=x><figcaption>Boats in the harbor of Zenda. <span class=credit>Photo: Jane Roe/AFP</span></figcaption></figure>" + paragraphs()));
  EXPECT_EQ(shown(document), "headline: Neighbors talk about fish\nlead: After two years of silence, the neighbors have returned to the table.\n"
                             "caption: Boats in the harbor of Zenda.\n" + body_blocks());
  EXPECT_EQ(joined(document.image_credits), "Jane Roe/AFP");
}

TEST(HtmlPage, SubheadsStayAndTrailingOnesGo) {
  const auto document = read_one(page("<h1>Neighbors talk about fish</h1><p>" + kFirst + "</p><h2>Boats held</h2><p>" + kSecond + "</p><p>" + kThird + "</p><h2>Our other pages</h2>"));
  EXPECT_EQ(shown(document), "headline: Neighbors talk about fish\nbody: " + kFirst + "\nbody: Boats held\nbody: " + kSecond + "\nbody: " + kThird + "\n");
}

TEST(HtmlPage, AnIndexPageGivesWhatIsThere) {
  std::string body = "<h1>The Zenda Times: world news</h1>";
  for (const auto& text : {kFirst, kSecond, kThird}) body += "<div><h2><a href=/x>Read the whole story of this day</a></h2><p>" + text + "</p></div>";
  const auto text = shown(read_one(page(body, "<title>World news</title>")));
  for (const auto& sentence : {kFirst, kSecond, kThird}) EXPECT_NE(text.find(sentence), std::string::npos);
}

TEST(HtmlPage, ALiveBlogGivesAllItsPosts) {
  std::string body = "<h1>Neighbors talk about fish</h1>";
  for (const auto& text : {kFirst, kSecond, kThird}) body += "<article class=post><time datetime=2014-03-04T10:00>10:00</time><p>" + text + "</p></article>";
  EXPECT_EQ(shown(read_one(page("<main>" + body + "</main>"))), article_blocks());
}

TEST(HtmlPage, HeadlinesAreTheArticlesAndNotTheSites) {
  const struct {
    const char* what;
    std::string head;
    std::string body;
  } cases[] = {
      {"the site's name is the first heading", "<title>Neighbors talk about fish - The Zenda Times</title>", "<h1>The Zenda Times</h1><h2>Neighbors talk about fish</h2>" + paragraphs()},
      {"metadata without a heading", "<title>Zenda</title><meta property=og:title content=\"Neighbors talk about fish\">", paragraphs()},
      {"only the window's title", "<title>Neighbors talk about fish | The Zenda Times</title>", paragraphs()},
      {"only a heading", "<title></title>", "<h1>Neighbors talk about fish</h1>" + paragraphs()},
      {"a page's own title in two lines", "<title>Neighbors talk about fish</title>", "<h1>Neighbors talk<br>about fish</h1>" + paragraphs()},
  };
  for (const auto& c : cases) EXPECT_EQ(read_one(page(c.body, c.head)).title, "Neighbors talk about fish") << c.what;
}

TEST(HtmlPage, MetadataComesFromWhatPagesState) {
  const struct {
    const char* what;
    std::string head;
  } cases[] = {
      {"Open Graph", "<meta property=og:title content=\"Neighbors talk about fish\"><meta property=og:url content=https://zenda.example/fish><meta property=og:site_name content=\"The Zenda Times\">"
                     "<meta property=article:published_time content=2014-03-04T08:00:00Z><meta name=author content=\"Jane Roe\">"},
      {"JSON-LD", "<link rel=canonical href=https://zenda.example/fish><script type=application/ld+json>{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":\"NewsArticle\",\"headline\":\"Neighbors "
                  "talk about fish\",\"datePublished\":\"2014-03-04\",\"author\":[{\"@type\":\"Person\",\"name\":\"Jane Roe\"}],\"publisher\":{\"name\":\"The Zenda Times\"}}]}</script>"},
  };
  for (const auto& c : cases) {
    const auto document = read_one(page("<h1>Neighbors talk about fish</h1>" + paragraphs(), c.head));
    EXPECT_EQ(document.url, "https://zenda.example/fish") << c.what;
    EXPECT_EQ(document.publication, "The Zenda Times") << c.what;
    EXPECT_EQ(iso(document.published), "2014-03-04") << c.what;
    EXPECT_EQ(document.byline, "Jane Roe") << c.what;
    EXPECT_EQ(document.byline_from, "metadata") << c.what;
    EXPECT_EQ(document.language, "en") << c.what;
  }
}

TEST(HtmlPage, MetadataFallsBackOnWhatPagesShow) {
  const struct {
    const char* what;
    std::string above;
    std::string_view published;
    std::string_view byline;
    std::string_view agencies;
  } cases[] = {
      {"a byline and a date line", "<p>By Jane Roe</p><p>Tuesday, March 4, 2014</p>", "2014-03-04", "Jane Roe", ""},
      {"both in one line", "<p class=credit>By Jane Roe in Zenda | Tuesday 4 March 2014</p>", "2014-03-04", "Jane Roe in Zenda", ""},
      {"a time element", "<time datetime=2014-03-04T10:00Z>this morning</time>", "2014-03-04", "", ""},
      {"a name without By", "<div class=author>Jane Roe</div><span>4 March 2014</span>", "2014-03-04", "Jane Roe", ""},
      {"an agency", "<p>By Reuters</p><p>4 March 2014</p>", "2014-03-04", "Reuters", "Reuters"},
      {"published and updated", "<p>Published 4 March 2014 | Updated 5 March 2014</p>", "2014-03-04", "", ""},
      {"a day among other words", "<div>Zenda edition, 4 March 2014, page 3</div>", "2014-03-04", "", ""},
      {"nothing", "", "", "", ""},
      {"microdata in elements that are shown", "<div><span itemprop=datePublished content=2014-03-04T10:00:00+01:00>this morning</span> <span itemprop=author content=\"Jane Roe\">our correspondent</span></div>", "2014-03-04", "Jane Roe", ""},
  };
  for (const auto& c : cases) {
    const auto document = read_one(page("<h1>Neighbors talk about fish</h1>" + c.above + paragraphs()));
    EXPECT_EQ(iso(document.published), c.published) << c.what;
    EXPECT_EQ(document.byline, c.byline) << c.what;
    EXPECT_EQ(document.title_from, "shown") << c.what;
    EXPECT_EQ(joined(document.agencies), c.agencies) << c.what;
    EXPECT_EQ(shown(document).substr(0, 300), article_blocks().substr(0, 300)) << c.what;
  }
}

TEST(HtmlPage, TheAddressHasTheSitesOwnDay) {
  const auto document = read_one(page("<h1>Neighbors talk about fish</h1>" + paragraphs(),
                                      "<link rel=canonical href=https://zenda.example/2014/03/04/fish><meta property=article:published_time content=2014-03-05T02:10:00Z>"));
  EXPECT_EQ(iso(document.published), "2014-03-04");
}

TEST(HtmlPage, DaysInFiguresAreReadByEvidenceOrNotAtAll) {
  const auto published = [](const std::string& lines, const std::string& head, const std::string& language = "en") {
    auto bytes = page("<h1>Neighbors talk about fish</h1>" + lines + paragraphs(), head);
    bytes.replace(bytes.find("lang=\"en\"") + 6, 2, language);
    return iso(read_one(bytes).published);
  };
  const std::string line = "<p>03/04/2014</p>";
  EXPECT_EQ(published(line, "<link rel=canonical href=https://zenda.example/fish>"), "");
  EXPECT_EQ(published(line, "<link rel=canonical href=https://zenda.example.co.uk/fish>"), "2014-04-03");
  EXPECT_EQ(published(line, "<link rel=canonical href=https://zenda.example.us/fish>"), "2014-03-04");
  EXPECT_EQ(published(line, "<link rel=canonical href=https://zenda.example.ca/fish>"), "");
  EXPECT_EQ(published("<p>03/04/2014</p><p>Updated 13/04/2014</p>", "<link rel=canonical href=https://zenda.example.us/fish>"), "2014-04-03");
  EXPECT_EQ(published(line, "<meta name=date content=03/04/2014><meta name=lastmod content=04/15/2014>"), "2014-03-04");
  EXPECT_EQ(published(line, "<title>Neighbors</title>", "fr"), "2014-04-03");
}

TEST(HtmlPage, ReadersAreShownTheSitesOwnDay) {
  const auto published = [](const std::string& shown_line, const std::string& path) {
    return iso(read_one(page("<h1>Neighbors talk about fish</h1>" + shown_line + paragraphs(),
                             "<link rel=canonical href=https://zenda.example" + path + "><meta property=article:published_time content=2014-03-05T02:10:00Z>"))
                   .published);
  };
  EXPECT_EQ(published("<p>Tuesday, 4 March 2014, 9:10 p.m.</p>", "/fish"), "2014-03-04");
  EXPECT_EQ(published("<p>Tuesday, 4 March 2014, 9:10 p.m.</p>", "/2014/03/05/fish"), "2014-03-05");
  EXPECT_EQ(published("<p>Updated 6 March 2014</p>", "/fish"), "2014-03-05");
  EXPECT_EQ(published("<p>1 March 2014</p>", "/fish"), "2014-03-05");
}

/// A page that gives itself a day which is none says so, and has the day that it gives elsewhere.
TEST(HtmlPage, ADayThatIsNoneIsSaid) {
  const auto said = [](const Document& document) {
    std::string messages;
    for (const auto& notice : document.notices) messages += notice.message + ": " + notice.action + "\n";
    return messages;
  };
  const std::string meta = "<meta property=article:published_time content=2014-02-30T10:00:00Z>";
  const auto shown_too = read_one(page("<h1>Neighbors talk about fish</h1><p>Published 2 March 2014</p>" + paragraphs(), meta));
  EXPECT_EQ(iso(shown_too.published), "2014-03-02");
  EXPECT_NE(said(shown_too).find("\"2014-02-30\" is in no calendar: took another"), std::string::npos) << said(shown_too);
  const auto shown_only = read_one(page("<h1>Neighbors talk about fish</h1><p>Published 30 February 2014</p>" + paragraphs()));
  EXPECT_EQ(iso(shown_only.published), "");
  EXPECT_NE(said(shown_only).find("\"30 February 2014\" is in no calendar: took none"), std::string::npos) << said(shown_only);
  EXPECT_EQ(shown(shown_only), article_blocks());
}

/// Days of what an encyclopedia tells and of when its sources were looked up are not the page's.
TEST(HtmlPage, DaysOfListsAreNotThePages) {
  std::string references = "<ul>";
  for (int day = 11; day < 17; ++day) references += "<li><a href=/r>The Zenda Times</a><br><br>[" + std::to_string(day) + " May 2013]</li>";
  const auto text = "<h1>Neighbors talk about fish</h1>" + paragraphs() + references + "</ul>";
  EXPECT_EQ(iso(read_one(page(text)).published), "");
  const auto changed = read_one(page(text, "<meta name=lastmod content=2016-02-14>"));
  EXPECT_EQ(iso(changed.published), "2016-02-14");
  EXPECT_EQ(changed.published_from, "last change");
}

/// Of a day in its text that a page does not say of what it is, and its last change years later, the last change is more likely the page's.
TEST(HtmlPage, ADayLongBeforeTheLastChangeIsOfWhatThePageTells) {
  const auto text = "<h1>Neighbors talk about fish</h1>" + paragraphs() + "<p>4 March 1887</p><p>The harbor of that time was a row of posts.</p>";
  const auto changed = read_one(page(text, "<meta name=lastmod content=2016-02-14>"));
  EXPECT_EQ(iso(changed.published), "2016-02-14");
  EXPECT_EQ(changed.published_from, "last change");
  const auto soon = read_one(page("<h1>Neighbors talk about fish</h1><p>4 March 2014</p>" + paragraphs(), "<meta name=lastmod content=2016-02-14>"));
  EXPECT_EQ(iso(soon.published), "2014-03-04");  // Below the headline it is the page's, however old.
}

/// What stands far below the headline, where the article begins late, is about something else.
TEST(HtmlPage, ADayFarBelowTheHeadlineIsNotThePages) {
  const auto published = [](int menu_entries) {
    std::string menu;
    for (int i = 0; i < menu_entries; ++i) menu += "<div>Entry " + std::to_string(i) + " of what else there is</div>";
    return iso(read_one(page("<h1>Neighbors talk about fish</h1>" + menu + "<div>Edition of 4 March 2014, page 3</div><div>" + paragraphs() + "</div>")).published);
  };
  EXPECT_EQ(published(20), "2014-03-04");
  EXPECT_EQ(published(150), "");
}

/// A table's fact, a chronicle's headings, teasers and comments have days of their own; the foot of a page that many write dates its last change alone.
TEST(HtmlPage, DaysOfOthersAreNotThePages) {
  const auto published = [](const std::string& more) { return iso(read_one(page("<h1>Neighbors talk about fish</h1>" + more)).published); };
  EXPECT_EQ(published("<table class=infobox><tr><th>Founded</th><td>24 November 1994</td></tr><tr><th>Capital</th><td>Zenda</td></tr></table>" + paragraphs()), "");
  EXPECT_EQ(published("<table><tr><td>Published</td><td>24 November 1994</td></tr></table>" + paragraphs()), "1994-11-24");
  std::string chronicle, comments, many;
  for (int i = 0; i < 9; ++i) many += "<p>" + std::to_string(i) + ". " + kFirst + "</p>";
  for (int i = 1; i < 6; ++i) {
    const auto day = std::to_string(i) + " May 2013";
    chronicle += "<h3>" + day + "</h3><p>" + kFirst + "</p>";
    comments += "<div class=note><span class=date>" + day + "</span><time datetime=2013-05-0" + std::to_string(i) + "></time><p>" + kSecond + "</p></div>";
  }
  EXPECT_EQ(published(chronicle), "");
  EXPECT_EQ(published("<p>4 March 2014</p>" + chronicle), "2014-03-04");
  EXPECT_EQ(published(paragraphs() + comments), "");
  EXPECT_EQ(published("<time datetime=2014-03-04>this morning</time>" + paragraphs() + comments), "2014-03-04");
  const auto edited = read_one(page("<h1>Neighbors talk about fish</h1>" + paragraphs() + "<div>This page was last edited on 4 November 2020, at 19:23.</div>"));
  EXPECT_EQ(iso(edited.published), "");
  EXPECT_EQ(iso(edited.modified), "2020-11-04");
  EXPECT_EQ(published(paragraphs() + "<p>Zenda, 4 March 2014</p>"), "2014-03-04");
  EXPECT_EQ(published(many + "<p>4 March 2014</p><p>" + kSecond + " It is not over.</p>"), "");
}

TEST(HtmlPage, ASetOfFramesIsAStubAndSaysSo) {
  const auto document = read_one("<html><head><title>Neighbors talk about fish</title></head><frameset cols=20%,*><frame src=a.html><frame src=b.html><noframes><p>" + kFirst + "</p></noframes></frameset></html>");
  EXPECT_EQ(shown(document), "headline: Neighbors talk about fish\nbody: " + kFirst + "\n");
  EXPECT_EQ(document.kind, PageKind::stub);
  ASSERT_FALSE(document.notices.empty());
  EXPECT_EQ(document.notices[0].kind, ErrorKind::unsupported);
}

TEST(HtmlPage, ADatelineIsTheLastToSayWhen) {
  const auto document = read_one(page("<h1>Neighbors talk about fish</h1><p>ZENDA, March 4, 2014 (Reuters) - " + kFirst + "</p><p>" + kSecond + "</p>"));
  EXPECT_EQ(iso(document.published), "2014-03-04");
  EXPECT_EQ(document.published_from, "dateline");
}

TEST(HtmlPage, AgenciesInDatelinesAndClosingLines) {
  const auto document = read_one(page("<h1>Neighbors talk about fish</h1><p>ZENDA (AP) - " + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird + "</p><p>jr/mk (AFP, dpa)</p>"));
  EXPECT_EQ(joined(document.agencies), "AFP|dpa|AP");
  EXPECT_EQ(document.byline, "jr/mk");
  EXPECT_EQ(document.blocks.back().text, kThird);
}

TEST(HtmlPage, ATextStatedForSearchEnginesStandsInForOneNotShown) {
  const auto document = read_one(page("<h1>Neighbors talk about fish</h1><p>" + kFirst + "</p>", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Neighbors talk about fish\",\"articleBody\":\"" +
                                                                                                 kFirst + "\\n" + kSecond + "\\n" + kThird + "\"}</script>"));
  EXPECT_EQ(shown(document), article_blocks());
}

TEST(HtmlPage, ATableOfFactsReadsRowByRow) {
  const std::string table = "<table><tr><th>District</th><th>Dead</th><th>Missing</th></tr><tr><td>Zenda</td><td><span>14</span></td><td>3</td></tr></table>";
  EXPECT_EQ(shown(read_one(page("<article><h1>Neighbors talk about fish</h1><p>" + kFirst + "</p>" + table + "<p>" + kSecond + "</p><p>" + kThird + "</p></article>"))),
            "headline: Neighbors talk about fish\nbody: " + kFirst + "\nbody: District Dead Missing\nbody: Zenda 14 3\nbody: " + kSecond + "\nbody: " + kThird + "\n");
}

TEST(HtmlPage, WhatTheArticleSaysAgainItselfStays) {
  const auto day = [](const char* name, const char* only) {
    return std::string("<h3>") + name + "</h3><p>The ferry to Strelsau leaves at seven and returns at nine in the evening.</p><p>" + only + "</p>";
  };
  const std::string text = day("Monday", "Fishermen may take their boats out before sunrise and after the patrol has passed the cape.") +
                           day("Tuesday", "No boat leaves the harbor, because the customs office counts what was brought in over the weekend.") +
                           day("Wednesday", "Inspectors of both countries go on board together and write their reports in two languages.") +
                           day("Thursday", "The market opens at noon for buyers from the islands, who pay no duty on the first two crates.") +
                           day("Friday", "The harbor is closed to all but the coast guard, which exercises with live ammunition.");
  const auto blocks = shown(read_one(page("<article><h1>Neighbors talk about fish</h1><p>" + kFirst + "</p>" + text + "</article>")));
  std::size_t times = 0;
  for (auto at = blocks.find("The ferry"); at != std::string::npos; at = blocks.find("The ferry", at + 1)) ++times;
  EXPECT_EQ(times, 5u) << blocks;
}

TEST(HtmlPage, TablesOfDataAreReadByRows) {
  const auto document = read_one(page("<h1>Neighbors talk about fish</h1><p>" + kFirst + "</p><table><tr><th>Port</th><th>Boats</th></tr><tr><td>Zenda</td><td>11</td></tr><tr><td>Strelsau</td><td>4</td></tr></table><p>" + kSecond + "</p><p>" + kThird + "</p>"));
  EXPECT_EQ(shown(document), "headline: Neighbors talk about fish\nbody: " + kFirst + "\nbody: Port Boats\nbody: Zenda 11\nbody: Strelsau 4\nbody: " + kSecond + "\nbody: " + kThird + "\n");
}

TEST(HtmlPage, EntriesOfListsMayBeTheSame) {
  const std::string entry = "The ministry of fisheries and of the sea, room four";
  const auto list = "<ul><li>" + entry + ".</li><li>" + entry + ".</li></ul>";
  const auto blocks = "body: " + entry + ".\nbody: " + entry + ".\n";
  EXPECT_EQ(shown(read_one(page("<h1>Neighbors talk about fish</h1>" + paragraphs() + list))), article_blocks() + blocks);
  EXPECT_EQ(shown(read_one(page("<h1>Neighbors talk about fish</h1><div>" + paragraphs() + list + "</div><div>" + paragraphs() + list + "</div>"))), article_blocks() + blocks);
}

TEST(HtmlPage, ASentenceOfLinksIsNoTeaser) {
  const auto document = read_one(page("<h1>Neighbors talk about fish</h1><p><a href=/s>The government of Strelsau</a> on Monday accused <a href=/r>its neighbor Ruritania of piracy</a>.</p>" + paragraphs() +
                                      "<p><a href=/x>Boats seized in northern waters by a patrol of the navy.</a></p>"));
  EXPECT_EQ(shown(document), "headline: Neighbors talk about fish\nbody: The government of Strelsau on Monday accused its neighbor Ruritania of piracy.\n" + body_blocks());
}

TEST(HtmlPage, AgenciesCaptionsAreNoParagraphs) {
  const auto document = read_one(page("<h1>Neighbors talk about fish</h1><p>FILE - In this May 3, 2013, file photo, boats lie in the harbor of Zenda. (AP Photo/Jane Roe)</p>" + paragraphs() + "<p>In this photo taken on May 4, 2013, envoys leave the palace.</p>"));
  EXPECT_EQ(shown(document), "headline: Neighbors talk about fish\ncaption: In this May 3, 2013, file photo, boats lie in the harbor of Zenda.\n" + body_blocks() + "caption: In this photo taken on May 4, 2013, envoys leave the palace.\n");
  EXPECT_EQ(joined(document.image_credits), "AP Photo/Jane Roe");
}

TEST(HtmlPage, QuotedPostsBelongToTheArticle) {
  const auto document = read_one(page("<article><h1>Neighbors talk about fish</h1><p>" + kFirst + "</p><div class=social-media-embed><blockquote class=twitter-tweet><p>We will bring our fishermen home before the summer is "
                                      "over.</p></blockquote></div><p>" + kSecond + "</p><p>" + kThird + "</p></article>"));
  EXPECT_NE(shown(document).find("body: We will bring our fishermen home"), std::string::npos);
}

TEST(HtmlPage, EntitiesAndPhraseMarkup) {
  const auto document = read_one(page("<h1>Neighbors talk about fish</h1><p>&ldquo;We will <em>not</em> yield,&rdquo; said Mr.&nbsp;<a href=/x>Sapt</a> of R&amp;D on Monday, according to the <b>ministry</b>.</p>" + paragraphs()));
  EXPECT_EQ(document.blocks[1].text, "“We will not yield,” said Mr. Sapt of R&D on Monday, according to the ministry.");
  const struct {
    std::string_view written;
    std::string_view read;
  } cases[] = {{"Caf&eacute; &#169; &copy &#x2019; &#150; x", "Café © © ’ – x"}, {"AT&T &amp;amp; &nosuch; &#; &;", "AT&T &amp; &nosuch; &#; &;"}, {"a&#0;b&#55296;c&#1114112;d&#99999999999;e", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe"}};
  for (const auto& c : cases) EXPECT_EQ(read_one(page("<h1>Neighbors talk about fish</h1><p>" + std::string(c.written) + " and so on for as long as a paragraph is.</p>" + paragraphs())).blocks[1].text, std::string(c.read) + " and so on for as long as a paragraph is.");
  EXPECT_EQ(read_one(page("<h1>Neighbors talk about fish</h1>" + paragraphs(), "<link rel=canonical href=\"https://zenda.example/?a=1&copy=2&amp;b=3\">")).url, "https://zenda.example/?a=1&copy=2&b=3");
}

/// Wherever a page is cut, reading it ends, and what is given was in the page.
TEST(HtmlPage, CutPages) {
  const auto whole = page("<nav><a href=/a>Home</a></nav><article><h1>Neighbors talk about fish</h1>" + paragraphs() + "</article><script>if (a < b) { c(); }</script><footer>About us</footer>");
  for (std::size_t size = 1; size < whole.size(); ++size) {
    const auto result = read_all(whole.substr(0, size));
    ASSERT_EQ(result.documents.size() + result.errors.size(), 1u) << size;
    for (const auto& document : result.documents) {
      for (const auto& block : document.blocks) EXPECT_EQ(block.text.find('>'), std::string::npos) << size << ": " << block.text;
    }
  }
}

}  // namespace
}  // namespace attache
