/// The site's words are told from the article's.

#include "reading/furniture.h"

#include <gtest/gtest.h>

namespace attache::reading {
namespace {

TEST(Furniture, LinesOfNavigation) {
  for (const auto* line : {"Skip to content", "1. Skip to main menu", "Menu", "☰ MENU", "Home | World | Sport", "Home › World › Africa", "Share", "Share on Facebook", "- Print this page", "Advertisement", "Comments", "3,214", "•"}) {
    EXPECT_TRUE(is_furniture(line)) << line;
  }
  for (const auto* line : {"World leaders meet", "Home minister resigns", "Share of vote falls", "Police search the house.", "Video shows soldiers firing"}) EXPECT_FALSE(is_furniture(line)) << line;
}

TEST(Furniture, EndsOfPages) {
  for (const auto* line : {"Related stories", "Related:", "More on this story", "MOST READ", "Tags: Oslo, talks", "You might also like", "Recommended for you", "More great Zenda Times stories", "MORE COVERAGE"}) EXPECT_TRUE(begins_page_end(line)) << line;
  for (const auto* line : {"More than 30 people died", "Related charges were dropped on Monday.", "Popular uprising spreads", "More good news", "More people read stories aloud"}) EXPECT_FALSE(begins_page_end(line)) << line;
}

TEST(Furniture, LinksWithinTheText) {
  for (const auto* line : {"Read more: Talks fail in Oslo", "ALSO READ | Talks fail", "Related: Talks fail", "Leggi anche: Fallite le trattative", "Lire aussi : Les pourparlers ont échoué", "Читайте также: Переговоры сорвались"}) EXPECT_TRUE(is_inline_link(line)) << line;
  for (const auto* line : {"He said: no talks", "Read the treaty", "Watch out, he said."}) EXPECT_FALSE(is_inline_link(line)) << line;
}

TEST(Furniture, NoticesOfTheSite) {
  for (const auto* line : {"Our cookie partners help this paper run.", "© 2014 Paper Ltd", "Subscribe to our newsletter if you like Zenda.", "Stories of this paper may not be reproduced by others.",
                           "For the latest news from Zenda download our apps for every phone.", "Follow the Zenda Times on Twitter and Instagram.", "Never miss a story again with our morning app."}) {
    EXPECT_TRUE(is_site_notice(line)) << line;
  }
  for (const auto* line : {"The parliament passed a law on cookies.", "For the latest round of talks the ministers went to Zenda.", "Follow the money, the prosecutor told the court.", "Protesters were told to follow on Twitter what the party said."}) {
    EXPECT_FALSE(is_site_notice(line)) << line;
  }
}

}  // namespace
}  // namespace attache::reading
