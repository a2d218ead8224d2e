/// The article in text copied or scraped from pages.

#include "reading/page_text.h"
#include "reading_help.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(PageText, AScrapedPage) {
  const auto document = read_one(
      "1. Skip to content\n  2. Skip to main menu\n\nNeighbors talk about fish\n\nMarch 4, 2014\n\n"
      "After two years of silence, the neighbors have returned to the table. Fishermen hope for an end to the dispute.\n\n"
      "https://s.zenda.example/7Kd2\nBoats lie in the harbor of Zenda, on the northern coast, on August 2, 2013. AFP PHOTO/Jane ROE (Photo credit should read JANE ROE/AFP/Getty Images)\n"
      "Image: AFP/Getty Images\n\nThe foreign ministers of Ruritania and Strelsau met on Monday.\n\nHe was received by officials of the harbor authority.\n\n"
      "Ruritania accused its neighbor last year of seizing eleven boats.\n\njr/mk (Reuters, AFP, AP)");
  EXPECT_EQ(shown(document),
            "headline: Neighbors talk about fish\n"
            "lead: After two years of silence, the neighbors have returned to the table. Fishermen hope for an end to the dispute.\n"
            "caption: Boats lie in the harbor of Zenda, on the northern coast, on August 2, 2013.\n"
            "body: The foreign ministers of Ruritania and Strelsau met on Monday.\n"
            "body: He was received by officials of the harbor authority.\n"
            "body: Ruritania accused its neighbor last year of seizing eleven boats.\n");
  EXPECT_EQ(document.title, "Neighbors talk about fish");
  EXPECT_EQ(iso(document.published), "2014-03-04");
  EXPECT_EQ(document.url, "https://s.zenda.example/7Kd2");
  EXPECT_EQ(document.byline, "jr/mk");
  EXPECT_EQ(document.language, "en");
  EXPECT_EQ(joined(document.agencies), "Reuters|AFP|AP");
  EXPECT_EQ(joined(document.image_credits), "AFP/Getty Images");
}

TEST(PageText, OfManyMakes) {
  const struct {
    const char* make;
    std::string text;
    std::string shown;
    std::string published;
    std::string byline;
    std::string agencies;
  } cases[] = {
      {"wire", "URGENT\nNavy frees tanker\n\nADEN, April 27, 2010 (Reuters) - Marines stormed a hijacked tanker on Tuesday and arrested ten pirates.\n",
       "headline: Navy frees tanker\nbody: ADEN, April 27, 2010 (Reuters) - Marines stormed a hijacked tanker on Tuesday and arrested ten pirates.\n", "2010-04-27", "", "Reuters"},
      {"newspaper", "Envoys meet in Zenda\nBy Jane Roe\n4 March 2014\n\nThe envoys of both countries met in Zenda on Monday for talks.\n",
       "headline: Envoys meet in Zenda\nbody: The envoys of both countries met in Zenda on Monday for talks.\n", "2014-03-04", "Jane Roe", ""},
      {"agency and date in one line", "Envoys meet in Zenda\nReuters, Monday 3 March 2014\n\nThe envoys of both countries met in Zenda on Monday for talks.\n",
       "headline: Envoys meet in Zenda\nbody: The envoys of both countries met in Zenda on Monday for talks.\n", "2014-03-03", "", "Reuters"},
      {"export with labels", "Title: Envoys meet in Zenda\nDate: 2014-03-04\nAuthor: Jane Roe\n\nThe envoys of both countries met in Zenda on Monday for talks.\n",
       "headline: Envoys meet in Zenda\nbody: The envoys of both countries met in Zenda on Monday for talks.\n", "2014-03-04", "Jane Roe", ""},
      {"address within", "Envoys meet in Zenda\n\n4 March 2014\n\nThe envoys of both countries met in Zenda on Monday for talks.\n\nhttps://zenda.example/1\n\nA court fined the editor of a newspaper on Tuesday.\n",
       "headline: Envoys meet in Zenda\nbody: The envoys of both countries met in Zenda on Monday for talks.\nbody: A court fined the editor of a newspaper on Tuesday.\n", "2014-03-04", "", ""},
      {"wrapped lines", "Envoys meet in Zenda\n\nThe envoys of both countries met in Zenda on Monday for talks\nabout the fishing grounds off the northern coast, which both\nof them claim for their own fleets.\n",
       "headline: Envoys meet in Zenda\nbody: The envoys of both countries met in Zenda on Monday for talks about the fishing grounds off the northern coast, which both of them claim for their own fleets.\n", "", "", ""},
      {"one sentence", "Ruritania recalled its ambassador from Strelsau on Monday.", "body: Ruritania recalled its ambassador from Strelsau on Monday.\n", "", "", ""},
  };
  for (const auto& c : cases) {
    const auto document = read_one(c.text);
    EXPECT_EQ(shown(document), c.shown) << c.make;
    EXPECT_EQ(iso(document.published), c.published) << c.make;
    EXPECT_EQ(document.byline, c.byline) << c.make;
    EXPECT_EQ(joined(document.agencies), c.agencies) << c.make;
  }
}

TEST(PageText, LinksBehindTheArticleStayBehind) {
  const auto text = shown(read_one("Envoys meet in Zenda\n\nThe envoys of both countries met in Zenda on Monday for talks about fish.\n\nThey will meet again in a month, a spokesman told reporters.\n\n"
                                   "Related stories\nBoats seized in the north\nParliament passes budget\n\nShare\nPrint this page\nComments (3)\n"));
  EXPECT_EQ(text, "headline: Envoys meet in Zenda\nbody: The envoys of both countries met in Zenda on Monday for talks about fish.\nbody: They will meet again in a month, a spokesman told reporters.\n");
}

TEST(PageText, LineEndsOfEverySystem) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    EXPECT_EQ(read_one("Envoys meet in Zenda" + end + end + "The envoys of both countries met in Zenda on Monday for talks.").blocks.size(), 2u) << end.size();
  }
}

TEST(Paragraphs, KeepEveryWord) {
  Document document;
  reading::read_paragraphs("Share this\n\nPolice arrest\n  protesters\r\n \r\n\n22 May 2013\n\nRead more", document);
  std::vector<std::string> texts;
  for (const auto& block : document.blocks) {
    EXPECT_EQ(block.kind, BlockKind::body);
    texts.push_back(block.text);
  }
  EXPECT_EQ(texts, (std::vector<std::string>{"Share this", "Police arrest protesters", "22 May 2013", "Read more"}));
  EXPECT_TRUE(document.title.empty());
}

TEST(PageText, DaysInFiguresAreReadByEvidenceOrNotAtAll) {
  const auto published = [](const std::string& line) {
    return iso(read_one("Envoys meet in Zenda\n" + line + "\n\nThe envoys of both countries met in Zenda on Monday for talks about the fishing grounds.\n").published);
  };
  EXPECT_EQ(published("Published 03/04/2014"), "");
  EXPECT_EQ(published("Published 13/04/2014"), "2014-04-13");
  EXPECT_EQ(published("Published 03/04/2014 | Updated 13/04/2014"), "2014-04-03");
  EXPECT_EQ(published("https://zenda.example.in/fish\nPublished 03/04/2014"), "2014-04-03");
}

}  // namespace
}  // namespace attache
