/// Feeds, the agencies' XML, sitemaps, saved pages, tables, Markdown and databases' exports: one golden case each, then what is broken.

#include "reading/limits.h"
#include "reading/mail.h"
#include "reading_help.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

/// Title, day, byline, publication, address, kind, then the blocks.
std::string all_of(const Document& document) {
  return document.title + " | " + iso(document.published) + " | " + document.byline + " | " + document.publication + " | " + document.url + " | " + std::string(name_of(document.kind)) + "\n" +
         joined(document.agencies) + "\n" + shown(document);
}

TEST(Feeds, RssWithFullTextAndWithLinksOnly) {
  const auto result = read_all(R"(<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Zenda Times</title><language>en-gb</language>
<item><title>Envoys meet &amp; part</title><link>https://zendatimes.example/1</link><pubDate>Tue, 04 Mar 2014 23:30:00 +0000</pubDate><dc:creator><![CDATA[Jane Roe]]></dc:creator>
<description>&lt;p&gt;What it is about, in short.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>ZENDA (Reuters) - The envoys of both countries met on Monday.</p><p>They parted <a href="x">without a word</a> to the press.</p><p>Read more: Talks fail</p>]]></content:encoded></item>
<item><title>Harbour opens</title><guid isPermaLink="true">https://zendatimes.example/2</guid><author>desk@zendatimes.example (News Desk)</author><description>The harbour opened after ten years.</description></item>
</channel></rss>)");
  EXPECT_TRUE(result.errors.empty());
  ASSERT_EQ(result.documents.size(), 2u);
  EXPECT_EQ(all_of(result.documents[0]),
            "Envoys meet & part | 2014-03-04 | Jane Roe | The Zenda Times | https://zendatimes.example/1 | article\nReuters\n"
            "headline: Envoys meet & part\nlead: What it is about, in short.\nbody: ZENDA (Reuters) - The envoys of both countries met on Monday.\nbody: They parted without a word to the press.\n");
  EXPECT_EQ(all_of(result.documents[1]), "Harbour opens |  | News Desk | The Zenda Times | https://zendatimes.example/2 | stub\n\nheadline: Harbour opens\nlead: The harbour opened after ten years.\n");
  EXPECT_EQ(result.documents[1].source.record, 2u);
}

TEST(Feeds, Atom) {
  const auto document = read_one(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Zenda &amp;amp; Sons</title>
<entry><title>Envoys meet</title><id>tag:x</id><link rel="self" href="https://zenda.example/self"/><link href="https://zenda.example/1"/><published>2014-03-04T05:00:00Z</published><updated>2014-03-06T05:00:00Z</updated>
<author><name>Jane Roe</name></author><author><name>John Doe</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The envoys of both countries met on Monday.</p><p>They <em>parted</em> without a word.</p></div></content></entry></feed>)");
  EXPECT_EQ(all_of(document),
            "Envoys meet | 2014-03-04 | Jane Roe, John Doe | Zenda & Sons | https://zenda.example/1 | article\n\n"
            "headline: Envoys meet\nbody: The envoys of both countries met on Monday.\nbody: They parted without a word.\n");
  EXPECT_EQ(iso(document.modified), "2014-03-06");
}

TEST(Feeds, SitemapsGiveTheAddressesThatHaveTitles) {
  const auto result = read_all(R"(<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://zenda.example/about</loc></url>
<url><loc>https://zenda.example/1</loc><news:news><news:publication><news:name>The Zenda Times</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2014-03-04</news:publication_date><news:title>Envoys meet in Zenda</news:title></news:news></url></urlset>)");
  ASSERT_EQ(result.documents.size(), 1u);
  EXPECT_EQ(all_of(result.documents[0]), "Envoys meet in Zenda | 2014-03-04 |  | The Zenda Times | https://zenda.example/1 | stub\n\nheadline: Envoys meet in Zenda\n");
}

TEST(NewsXml, NewsMlG2InAMessage) {
  const auto result = read_all(R"(<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:zna:1" xml:lang="en"><itemMeta><provider><name>Zenda News Agency</name></provider><versionCreated>2014-03-04T10:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2014-03-03T09:00:00Z</contentCreated><by>Jane Roe</by><creditline>AFP</creditline><headline>Envoys meet in Zenda</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>The envoys of both countries met on Monday.</p><p>They parted without a word.</p></body></html></inlineXML></contentSet></newsItem>
<packageItem guid="urn:zna:2"/>
<newsItem guid="urn:zna:3"><contentMeta><headline>A picture</headline></contentMeta><contentSet><remoteContent href="x.jpg"/></contentSet></newsItem>
</itemSet></newsMessage>)");
  ASSERT_EQ(result.documents.size(), 1u);
  EXPECT_EQ(result.documents[0].id, "urn:zna:1");
  EXPECT_EQ(all_of(result.documents[0]),
            "Envoys meet in Zenda | 2014-03-03 | Jane Roe | Zenda News Agency |  | article\nAFP\n"
            "headline: Envoys meet in Zenda\nbody: The envoys of both countries met on Monday.\nbody: They parted without a word.\n");
  EXPECT_EQ(iso(result.documents[0].modified), "2014-03-04");
}

TEST(NewsXml, Nitf) {
  const auto document = read_one(R"(<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf><head><title>zenda</title><docdata><doc-id id-string="zna.42"/><date.issue norm="20140304T100000Z"/></docdata><pubdata name="The Zenda Times"/></head>
<body><body.head><hedline><hl1>Envoys meet in Zenda</hl1></hedline><byline>By <person>Jane Roe</person><byttl>Staff Writer</byttl></byline><abstract><p>Talks about fish.</p></abstract></body.head>
<body.content><block><p>The envoys of <org>both countries</org> met on Monday.</p><media media-type="image"><media-caption>Envoys shake hands. (AP Photo/John Doe)</media-caption></media><hl2>No word</hl2><p>They parted without a word.</p></block></body.content></body></nitf>)");
  EXPECT_EQ(document.id, "zna.42");
  EXPECT_EQ(all_of(document),
            "Envoys meet in Zenda | 2014-03-04 | Jane Roe | The Zenda Times |  | article\n\n"
            "headline: Envoys meet in Zenda\nlead: Talks about fish.\nbody: The envoys of both countries met on Monday.\ncaption: Envoys shake hands.\nbody: No word\nbody: They parted without a word.\n");
}

TEST(NewsXml, DamageKeepsWhatComesBefore) {
  const auto result = read_all("<rss><channel>\n<item><title>Envoys meet</title></item>\n<item><title>Envoys part</titel></item>\n<item><title>Never seen</title></item></channel></rss>");
  ASSERT_GE(result.documents.size(), 1u);
  EXPECT_EQ(result.documents[0].title, "Envoys meet");
  ASSERT_EQ(result.errors.size(), 1u);
  EXPECT_EQ(result.errors[0].kind, ErrorKind::malformed);
  EXPECT_EQ(result.errors[0].place.line, 3u);
}

TEST(NewsXml, HostileXmlIsBounded) {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"xxxxxxxxxx\">";
  for (char c = 'b'; c < 'k'; ++c) bomb += std::string("<!ENTITY ") + c + " \"&" + static_cast<char>(c - 1) + ";&" + static_cast<char>(c - 1) + ";\">";
  bomb += "]><rss><channel><item><title>&j;</title></item></channel></rss>";
  EXPECT_EQ(read_one(bomb).title, "&j;");
  std::string deep = "<feed>";
  for (int i = 0; i < 100'000; ++i) deep += "<entry><content type=\"xhtml\">";
  EXPECT_EQ(read_all(deep).errors.empty(), false);
  std::string wide = "<rss><channel><item ";
  for (int i = 0; i < 1'000'000; ++i) wide += "a" + std::to_string(i) + "=\"\" ";
  EXPECT_EQ(read_one(wide + "><title>Envoys meet</title></item></channel></rss>").title, "Envoys meet");
}

TEST(SavedPages, Mhtml) {
  const auto document = read_one(
      "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://zenda.example/1\r\nSubject: x\r\nDate: Wed, 5 Mar 2014 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----bound\"\r\n\r\n\r\n------bound\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      "<html><head><title>Envoys meet in Caf=C3=A9</title></head><body><h1>Envoys meet in Caf=C3=\r\n=A9</h1><p class=3D\"x\">The envoys of both countries met on Monday for talks about fish and ships=\r\n and sealing wax.</p></body></html>\r\n"
      "------bound\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------bound--\r\n");
  EXPECT_EQ(all_of(document), "Envoys meet in Café | 2014-03-05 |  |  | https://zenda.example/1 | article\n\nheadline: Envoys meet in Café\nbody: The envoys of both countries met on Monday for talks about fish and ships and sealing wax.\n");
  EXPECT_EQ(reading::decode_base64("RW52b3lz\r\nIG1lZXQ="), "Envoys meet");
  EXPECT_EQ(reading::decode_quoted_printable("a=3Db=\nc=zz="), "a=bczz");
}

TEST(Tables, RowsAreDocuments) {
  const auto result = read_all(
      "\xEF\xBB\xBF" "Date;Headline;Body;n\r\n2014-03-04;Envoys meet;\"The envoys met; they said \"\"no\"\".\r\n\r\nThey parted.\";7\r\n\r\n2014-03-05;Too;many;fields;here\r\n2014-03-06;Envoys leave;They left.\r\n");
  ASSERT_EQ(result.documents.size(), 2u);
  EXPECT_EQ(all_of(result.documents[0]), "Envoys meet | 2014-03-04 |  |  |  | article\n\nheadline: Envoys meet\nbody: The envoys met; they said \"no\".\nbody: They parted.\n");
  EXPECT_EQ(result.documents[1].title, "Envoys leave");
  EXPECT_EQ(result.documents[1].source.line, 7u);
  ASSERT_EQ(result.errors.size(), 1u);
  EXPECT_EQ(result.errors[0].place.line, 6u);
}

TEST(Tables, ARowOfAnySizeIsBounded) {
  const auto result = read_all("title,text\nEnvoys meet,They met.\nLong,\"" + std::string(reading::kMaxLineBytes + 10, 'x') + "\nmore\"\nEnvoys leave,They left.\n");
  ASSERT_EQ(result.documents.size(), 2u);
  EXPECT_EQ(result.documents[1].title, "Envoys leave");
  ASSERT_EQ(result.errors.size(), 1u);
  EXPECT_EQ(result.errors[0].kind, ErrorKind::too_large);
  EXPECT_EQ(result.errors[0].place.line, 3u);
}

TEST(Markdown, FieldsHeadingsAndMarks) {
  const auto document = read_one("---\ntitle: \"Envoys meet\"\ndate: 2014-03-04\nauthor: Jane Roe\n---\n\n# Envoys meet\n\n![Envoys shake hands. Photo: John Doe](x.png)\n\nThe **envoys** of [both\ncountries](https://x.example) met_on Monday.\n\n## No word\n\n- They \\*parted\\*.\n- They left.\n\n> \"No,\" she said.\n\n```\ncode\n```\n");
  EXPECT_EQ(all_of(document),
            "Envoys meet | 2014-03-04 | Jane Roe |  |  | article\n\nheadline: Envoys meet\ncaption: Envoys shake hands.\nbody: The envoys of both countries met_on Monday.\nbody: No word\n"
            "body: They *parted*.\nbody: They left.\nbody: \"No,\" she said.\n");
}

TEST(Exports, LexisNexis) {
  const auto result = read_all(
      "                               1 of 2 DOCUMENTS\n\n\n                                The Zenda Times\n\n                            March 4, 2014 Tuesday\n                              Late Edition - Final\n\nEnvoys Meet in Zenda and Part Without\na Word\n\n"
      "BYLINE: By JANE ROE\n\nSECTION: Section A; Foreign Desk; Pg. 1\n\nLENGTH: 40 words\n\nDATELINE: ZENDA\n\nBODY:\n\n  The envoys of both countries met on Monday for talks about the fishing\ngrounds off the coast.\n\n  They parted without a word to the press.\n\nURL: http://zendatimes.example\n\n"
      "GRAPHIC: A photo\n\nLOAD-DATE: March 5, 2014\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n\n                  Copyright 2014 The Zenda Times Company\n\n\n                               2 of 2 DOCUMENTS\n\n\n                                The Strelsau Post\n\n"
      "                            March 6, 2014\n\nHarbour Opens\n\nLENGTH: 20 words\n\nBODY:\n\n  The harbour opened after ten years of work on its walls and wharves.\n\nLOAD-DATE: March 6, 2014\n");
  ASSERT_EQ(result.documents.size(), 2u);
  EXPECT_EQ(all_of(result.documents[0]),
            "Envoys Meet in Zenda and Part Without a Word | 2014-03-04 | JANE ROE | The Zenda Times | http://zendatimes.example | article\n\nheadline: Envoys Meet in Zenda and Part Without a Word\n"
            "body: The envoys of both countries met on Monday for talks about the fishing grounds off the coast.\nbody: They parted without a word to the press.\n");
  EXPECT_EQ(all_of(result.documents[1]), "Harbour Opens | 2014-03-06 |  | The Strelsau Post |  | article\n\nheadline: Harbour Opens\nbody: The harbour opened after ten years of work on its walls and wharves.\n");
  EXPECT_EQ(result.documents[1].source.record, 2u);
}

TEST(Exports, LexisNexisWithoutALabelForTheText) {
  const auto result = read_all(
      "                               1 of 1 DOCUMENT\n\n\n                                The Zenda Times\n\n                            March 4, 2014 Tuesday\n\nEnvoys Meet in Zenda\n\nBYLINE: JANE ROE\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 40 words\n\n\n"
      "The envoys of both countries met on Monday for talks about the fishing\ngrounds off the coast.\n\n  They parted without a word.\n\nLOAD-DATE: March 5, 2014\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\nA note that stands behind the article and is no part of it\n");
  ASSERT_EQ(result.documents.size(), 1u);
  EXPECT_EQ(all_of(result.documents[0]),
            "Envoys Meet in Zenda | 2014-03-04 | JANE ROE | The Zenda Times |  | article\n\nheadline: Envoys Meet in Zenda\nbody: The envoys of both countries met on Monday for talks about the fishing grounds off the coast.\n"
            "body: They parted without a word.\n");
}

TEST(Exports, NexisUni) {
  const auto result = read_all(
      "Envoys Meet in Zenda\nThe Zenda Times\nMarch 4, 2014 Tuesday\n\n\nCopyright 2014 The Zenda Times Company All Rights Reserved\n\nSection: WORLD; Pg. 3\nLength: 30 words\nByline: Jane Roe\n\nBody\n\nThe envoys of both countries met on Monday for talks about fish.\n\nThey parted without a word.\n\n"
      "Classification\n\nLanguage: ENGLISH\n\nPublication-Type: Newspaper\n\nSubject: FISHING (90%)\n\nLoad-Date: March 5, 2014\n\n\nEnd of Document\n");
  ASSERT_EQ(result.documents.size(), 1u);
  EXPECT_EQ(all_of(result.documents[0]),
            "Envoys Meet in Zenda | 2014-03-04 | Jane Roe | The Zenda Times |  | article\n\nheadline: Envoys Meet in Zenda\nbody: The envoys of both countries met on Monday for talks about fish.\nbody: They parted without a word.\n");
}

TEST(Exports, FactivaByLinesAndByCodes) {
  const auto lines = read_all(
      "Envoys meet in Zenda\nBy Jane Roe\n30 words\n4 March 2014\n10:15\nZenda News\nZENDAN\nEnglish\n(c) 2014 Zenda News Limited\n\nZENDA, March 4 (Reuters) - The envoys of both countries met on Monday.\n\nThey parted without a word.\n\nDocument ZENDAN0020140304ea34000b5\n\n"
      "Harbour opens\n12 words\n5 March 2014\nZenda News\nZENDAN\nEnglish\n(c) 2014 Zenda News Limited\n\nThe harbour opened after ten years of work on its walls and wharves.\n\nDocument ZENDAN0020140305ea34000b6\n\n\nSearch Summary\nText zenda\nDate Last month\n");
  ASSERT_EQ(lines.documents.size(), 2u);
  EXPECT_EQ(all_of(lines.documents[0]),
            "Envoys meet in Zenda | 2014-03-04 | Jane Roe | Zenda News |  | article\nReuters\nheadline: Envoys meet in Zenda\nbody: ZENDA, March 4 (Reuters) - The envoys of both countries met on Monday.\nbody: They parted without a word.\n");
  EXPECT_EQ(lines.documents[1].title, "Harbour opens");
  const auto codes = read_all("SE  World\nHD  Envoys meet in\nZenda\nBY  By Jane Roe\nWC  30 words\nPD  4 March 2014\nSN  Zenda News\nLA  English\nCY  (c) 2014\nLP\nThe envoys of both countries met on Monday.\n\nTD\nThey parted without a word to the press.\n\nNS\ngdip : Talks\nAN\nDocument ZENDAN0020140304ea34000b5\n");
  ASSERT_EQ(codes.documents.size(), 1u);
  EXPECT_EQ(all_of(codes.documents[0]),
            "Envoys meet in Zenda | 2014-03-04 | Jane Roe | Zenda News |  | article\n\nheadline: Envoys meet in Zenda\nbody: The envoys of both countries met on Monday.\nbody: They parted without a word to the press.\n");
}

TEST(Exports, ProQuest) {
  const auto result = read_all(
      "____________________________________________________________\n\nDocument 1 of 1\n\nEnvoys meet in Zenda\n\nAuthor: Roe, Jane\n\nPublication info: The Zenda Times ; Zenda [Zenda]04 Mar 2014: A.3.\n\nAbstract: Talks about fish.\n\nLinks: x\n\n"
      "Full text: The envoys of both countries met on Monday for talks about fish.\n\nThey parted without a word.\n\nSubject: Fishing;\n\nPublication title: The Zenda Times\n\nPublication date: Mar 4, 2014\n\nDocument URL: http://search.example/1\n\nDatabase: News\n");
  ASSERT_EQ(result.documents.size(), 1u);
  EXPECT_EQ(all_of(result.documents[0]),
            "Envoys meet in Zenda | 2014-03-04 | Roe, Jane | The Zenda Times |  | article\n\nheadline: Envoys meet in Zenda\nlead: Talks about fish.\nbody: The envoys of both countries met on Monday for talks about fish.\nbody: They parted without a word.\n");
}

}  // namespace
}  // namespace attache
