/// Bylines, agency lines and picture credits, as papers print them.

#include "reading/credits.h"
#include "reading_help.h"

#include <gtest/gtest.h>

namespace attache::reading {
namespace {

TEST(Credits, Bylines) {
  const struct {
    std::string_view line;
    std::string_view byline;
    std::string_view agencies;
  } cases[] = {
      {"By Jane Roe", "Jane Roe", ""},
      {"BY JANE ROE AND JOHN DOE", "JANE ROE AND JOHN DOE", ""},
      {"By Jane Roe in Cairo | Tuesday 29 July 2014", "Jane Roe in Cairo", ""},
      {"By Jane Roe, Reuters", "Jane Roe", "Reuters"},
      {"By Reuters", "Reuters", "Reuters"},
      {"Written by Jane Roe", "Jane Roe", ""},
  };
  for (const auto& c : cases) {
    const auto credit = read_byline(c.line);
    ASSERT_TRUE(credit) << c.line;
    EXPECT_EQ(credit->byline, c.byline) << c.line;
    EXPECT_EQ(joined(credit->agencies), c.agencies) << c.line;
  }
  for (const auto* line : {"By all accounts the talks failed", "By Monday the rebels had left the town.", "Bystanders fled", "By"}) EXPECT_FALSE(read_byline(line)) << line;
}

TEST(Credits, ClosingLines) {
  const struct {
    std::string_view line;
    std::string_view byline;
    std::string_view agencies;
  } cases[] = {
      {"mk/rt (AFP, dpa)", "mk/rt", "AFP|dpa"},      {"(Reuters)", "", "Reuters"},           {"ab/cd", "ab/cd", ""},
      {"Source: Xinhua", "", "Xinhua"},              {"AFP and Reuters", "", "AFP|Reuters"}, {"Reporting by Jane Roe; Editing by John Doe", "Jane Roe", ""},
  };
  for (const auto& c : cases) {
    const auto credit = read_closing_credit(c.line);
    ASSERT_TRUE(credit) << c.line;
    EXPECT_EQ(credit->byline, c.byline) << c.line;
    EXPECT_EQ(joined(credit->agencies), c.agencies) << c.line;
  }
  for (const auto* line : {"The minister left (Tuesday)", "He works for Reuters", "yes"}) EXPECT_FALSE(read_closing_credit(line)) << line;
}

TEST(Credits, DatelinesAndPosts) {
  EXPECT_EQ(agency_in_dateline("OSLO, March 3 (Reuters) - Envoys met."), "Reuters");
  EXPECT_EQ(agency_in_dateline("OSLO (AP) — Envoys met."), "AP");
  EXPECT_EQ(agency_in_dateline("The agency (AP) was right."), "");
  EXPECT_EQ(agency_in_date_line("Reuters, Monday 30 July 2012"), "Reuters");
  EXPECT_EQ(agency_in_date_line("Monday, 30 July 2012"), "");
  EXPECT_TRUE(is_writers_post("Associated Press Writer"));
  EXPECT_FALSE(is_writers_post("Nobel-winning writer"));
}

TEST(Credits, PictureCredits) {
  const struct {
    std::string_view line;
    std::string_view credit;
  } cases[] = {
      {"Image: AFP/Getty Images", "AFP/Getty Images"}, {"Photo by Jane Roe", "Jane Roe"}, {"Jane Roe/Reuters", "Jane Roe/Reuters"},
      {"(Photo: Jane Roe)", "Jane Roe"},               {"© Jane Roe", "Jane Roe"},        {"Jane Roe via Getty Images", "Jane Roe via Getty Images"},
  };
  for (const auto& c : cases) EXPECT_EQ(read_image_credit(c.line).value_or(""), c.credit) << c.line;
  for (const auto* line : {"Image problems worry the party", "The images shocked the world.", "Photo", "Boats in the harbor. Photograph: Jane Roe/EPA"}) EXPECT_FALSE(read_image_credit(line)) << line;
}

/// Source and photographer end a caption; two agencies end an article.
TEST(Credits, ACaptionNamesItsPhotographer) {
  EXPECT_TRUE(labelled_caption("A market in Oslo. (Meridian/Jane Roe)"));
  for (const auto* line : {"Prices rose in Oslo on Monday. (Reuters/NAN)", "Prices rose in Oslo on Monday. (AFP/Agence France-Presse)", "Prices rose (by half/in a year)", "A market in Oslo (Meridian/Jane Roe) closed."}) {
    EXPECT_FALSE(labelled_caption(line)) << line;
  }
}

TEST(Credits, CaptionsAreCutFromCredits) {
  const struct {
    std::string_view text;
    std::string_view caption;
    std::string_view credit;
  } cases[] = {
      {"A market in Oslo. Photo: Jane Roe/AFP", "A market in Oslo.", "Jane Roe/AFP"},
      {"A market in Oslo (AP Photo/Jane Roe)", "A market in Oslo", "AP Photo/Jane Roe"},
      {"A market in Oslo [File: Jane Roe/Reuters]", "A market in Oslo", "File: Jane Roe/Reuters"},
      {"A market in Oslo. REUTERS/Jane Roe", "A market in Oslo.", "REUTERS/Jane Roe"},
      {"A market in Oslo.", "A market in Oslo.", ""},
      {"A market in Oslo. (Meridian/Jane Roe)", "A market in Oslo.", "Meridian/Jane Roe"},
      {"Prices rose in Oslo. (Reuters/NAN)", "Prices rose in Oslo.", "Reuters/NAN"},
      // A quotation mark at the end keeps all of its bytes.
      {"A sign that reads “peace” – Photo: Jane Roe", "A sign that reads “peace”", "Jane Roe"},
  };
  for (const auto& c : cases) {
    const auto caption = split_caption(c.text);
    EXPECT_EQ(caption.text, c.caption) << c.text;
    EXPECT_EQ(caption.credit, c.credit) << c.text;
  }
}

}  // namespace
}  // namespace attache::reading
