/// Documents as JSON lines, with the field names that collections of news use.

#include "reading_help.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(JsonDocuments, FieldsByTheirManyNames) {
  const struct {
    std::string_view line;
    std::string_view title;
    std::string_view published;
    std::string_view shown;
  } cases[] = {
      {R"({"id":"a1","title":"Envoys meet","date":"2014-03-04","text":"They met."})", "Envoys meet", "2014-03-04", "headline: Envoys meet\nbody: They met.\n"},
      {R"({"HEADLINE":"Envoys meet","datePublished":"2014-03-04T10:00:00Z","Body":"They met.\n\nThey left."})", "Envoys meet", "2014-03-04", "headline: Envoys meet\nbody: They met.\nbody: They left.\n"},
      {R"({"maintext":"They met.","date_publish":"2014-03-04 10:00:00","title":"Envoys meet","title_page":null})", "Envoys meet", "2014-03-04", "headline: Envoys meet\nbody: They met.\n"},
      {R"({"title":"Envoys meet","published":"2014-03-04","blocks":[{"kind":"headline","text":"Envoys meet"},{"kind":"caption","text":"A hall."},{"kind":"body","text":"They met."}]})", "Envoys meet", "2014-03-04",
       "headline: Envoys meet\ncaption: A hall.\nbody: They met.\n"},
      {R"({"headline":"Envoys meet","paragraphs":["They met.","They left."]})", "Envoys meet", "", "headline: Envoys meet\nbody: They met.\nbody: They left.\n"},
      {R"({"text":"They met \u00e0 Gen\u00e8ve \ud83d\ude00.","other":{"deep":[1,2,{"x":null}]}})", "", "", "body: They met à Genève 😀.\n"},
      {R"({"title":"Envoys meet","standfirst":"After two years.","text":"They met."})", "Envoys meet", "", "headline: Envoys meet\nlead: After two years.\nbody: They met.\n"},
  };
  for (const auto& c : cases) {
    const auto result = read_all(c.line);
    ASSERT_EQ(result.documents.size(), 1u) << c.line;
    const auto& document = result.documents.front();
    EXPECT_EQ(document.title, c.title) << c.line;
    EXPECT_EQ(iso(document.published), c.published) << c.line;
    EXPECT_EQ(shown(document), c.shown) << c.line;
  }
}

TEST(JsonDocuments, BrokenLinesAreSkippedAndCounted) {
  const auto result = read_all("{\"id\":\"1\",\"text\":\"They met.\"}\n{\"id\":\"2\",\"text\":\n\nnot json\n{\"id\":\"5\"}\n{\"id\":\"6\",\"text\":\"They left.\"}\n[1,2]\n{\"text\":\"x\"} trailing\n");
  ASSERT_EQ(result.documents.size(), 2u);
  EXPECT_EQ(result.documents[0].id, "1");
  EXPECT_EQ(result.documents[1].id, "6");
  EXPECT_EQ(result.documents[1].source.line, 6u);
  ASSERT_EQ(result.errors.size(), 5u);
  const ErrorKind kinds[] = {ErrorKind::malformed, ErrorKind::malformed, ErrorKind::empty, ErrorKind::malformed, ErrorKind::malformed};
  const unsigned lines[] = {2, 4, 5, 7, 8};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(result.errors[i].kind, kinds[i]) << i;
    EXPECT_EQ(result.errors[i].place.line, lines[i]) << i;
  }
}

TEST(JsonDocuments, IdsFollowFromContentWhereNoneIsGiven) {
  const auto a = read_one(R"({"title":"Envoys meet","text":"They met."})");
  const auto b = read_one(R"({"text":"They met.","title":"Envoys meet","extra":1})");
  const auto c = read_one(R"({"title":"Envoys meet","text":"They left."})");
  EXPECT_EQ(a.id.size(), 16u);
  EXPECT_EQ(a.id, b.id);
  EXPECT_NE(a.id, c.id);
}

TEST(JsonDocuments, OneObjectOverManyLines) { EXPECT_EQ(shown(read_one("{\n  \"title\": \"Envoys meet\",\n  \"text\": \"They met.\"\n}\n")), "headline: Envoys meet\nbody: They met.\n"); }

TEST(JsonDocuments, DeepNestingIsAnErrorAndNoCrash) {
  const std::string line = "{\"text\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}\n";
  const auto result = read_all(line + "{\"text\":\"They met.\"}\n");
  EXPECT_EQ(result.documents.size(), 1u);
  EXPECT_EQ(result.errors.size(), 1u);
}

}  // namespace
}  // namespace attache
