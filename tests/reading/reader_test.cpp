/// Inputs of every kind and of none: always documents or errors that say what was wrong, in bounded time.

#include "reading/limits.h"
#include "packing_help.h"
#include "reading_help.h"

#include <gtest/gtest.h>

#include <chrono>

namespace attache {
namespace {

using namespace std::string_literals;

std::string gzip(std::string_view bytes) { return packed_gzip(bytes); }

std::string json_lines(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"The envoys met for the " + std::to_string(i) + "th time.\"}\n";
  return lines;
}

double seconds_of(const auto& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST(Reader, InputsWithoutAnArticle) {
  const struct {
    std::string bytes;
    ErrorKind kind;
  } cases[] = {
      {"", ErrorKind::empty},
      {" \n ", ErrorKind::empty},
      {"<html><body></body></html>", ErrorKind::empty},
      {"%PDF-1.4\n", ErrorKind::binary},
      {"\0\1\2\3\0\0\0\0"s, ErrorKind::binary},
      {"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>", ErrorKind::empty},
      {"WARC/1.0\r\n", ErrorKind::truncated},
      {"1 of 2 DOCUMENTS\n\nThe Zenda Times\n\nMarch 5, 2014\n\n2 of 2 DOCUMENTS\n\nx\n", ErrorKind::empty},
      {gzip(""), ErrorKind::empty},
      {gzip(gzip(gzip(gzip(gzip("Envoys meet"))))), ErrorKind::unsupported},
      {"\x1F\x8Bnot gzip at all", ErrorKind::malformed},
  };
  for (const auto& c : cases) {
    const auto result = read_all(c.bytes);
    EXPECT_TRUE(result.documents.empty()) << c.bytes;
    ASSERT_EQ(result.errors.size(), 1u) << c.bytes;
    EXPECT_EQ(result.errors[0].kind, c.kind) << c.bytes;
    EXPECT_EQ(result.errors[0].place.file, "test");
    EXPECT_FALSE(result.errors[0].action.empty());
  }
}

TEST(Reader, Gzip) {
  EXPECT_EQ(read_all(gzip(json_lines(1000))).documents.size(), 1000u);
  EXPECT_EQ(read_one(gzip("<html><title>Envoys meet in Zenda</title><p>The envoys of both countries met in Zenda on Monday.</p>")).title, "Envoys meet in Zenda");
  // Members one behind the other, as tools that append write them.
  EXPECT_EQ(read_all(gzip(json_lines(10)) + gzip(json_lines(5))).documents.size(), 15u);
  EXPECT_EQ(read_all(gzip(gzip(json_lines(3)))).documents.size(), 3u);
}

TEST(Reader, TruncatedGzipGivesWhatComesBefore) {
  const auto packed = gzip(json_lines(1000));
  const auto result = read_all(std::string_view(packed).substr(0, packed.size() / 2));
  EXPECT_GT(result.documents.size(), 100u);
  EXPECT_LT(result.documents.size(), 1000u);
  ASSERT_EQ(result.errors.size(), 1u);
  EXPECT_EQ(result.errors[0].kind, ErrorKind::truncated);
  const auto page = gzip("Envoys meet in Zenda\n\nThe envoys of both countries met in Zenda on Monday for talks.\n\n" + std::string(5000, 'x') + "\n\nAnother line of the text.\n");
  const auto cut = read_all(std::string_view(page).substr(0, page.size() - 12));
  ASSERT_EQ(cut.documents.size(), 1u);
  ASSERT_FALSE(cut.documents[0].notices.empty());
  EXPECT_EQ(cut.documents[0].notices[0].kind, ErrorKind::truncated);
}

TEST(Reader, DefaultDateFillsIn) {
  ReadOptions options;
  options.default_date = day_from_iso("2014-03-04");
  const auto result = read_all("{\"text\":\"They met.\"}\n{\"text\":\"They met.\",\"date\":\"2013-01-02\"}\n", options);
  ASSERT_EQ(result.documents.size(), 2u);
  EXPECT_EQ(iso(result.documents[0].published), "2014-03-04");
  EXPECT_EQ(result.documents[0].notices.size(), 1u);
  EXPECT_EQ(iso(result.documents[1].published), "2013-01-02");
}

TEST(Reader, SameBytesSameDocument) {
  const std::string text = "Envoys meet in Zenda\n\nThe envoys of both countries met in Zenda on Monday for talks.\n";
  EXPECT_EQ(read_one(text).id, read_one(text).id);
}

/// Pages made to be slow. The limits are many times what they take, so that only a loss of linearity fails them.
TEST(Reader, HostilePagesTakeLinearTime) {
  const auto repeat = [](std::string_view piece, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
  };
  const std::string prose = "<p>The envoys of both countries met in Zenda on Monday for talks about the fishing grounds.</p>";
  const struct {
    const char* what;
    std::string bytes;
  } cases[] = {
      {"nested elements", "<html><body>" + repeat("<div>", 100'000) + prose},
      {"nested phrases", "<html><body>" + repeat("<b class=x>", 100'000) + prose},
      {"nested tables", "<html><body>" + repeat("<table><tr><td>", 50'000) + prose},
      {"nested lists", "<html><body>" + repeat("<ul><li>", 50'000) + prose},
      {"open links", "<html><body>" + repeat("<a href=x><p>link", 50'000) + prose},
      {"unclosed scripts", "<html><body>" + prose + repeat("<script>", 50'000)},
      {"unclosed removed elements", "<html><body>" + prose + repeat("<svg>", 50'000)},
      {"end tags", "<html><body>" + prose + repeat("</div></p></b>", 50'000)},
      {"page ends", "<html><body>" + prose + repeat("<h3>Related</h3>" + prose, 5'000)},
      {"one tag of many attributes", "<html><body><p " + repeat("a=b ", 1'000'000) + ">" + prose},
      {"tags of many attributes", "<html><body>" + repeat("<p " + repeat("class=x ", 1'000) + ">", 500) + prose},
      {"spans in rows of tables", "<html><body>" + repeat("<table><tr><td>1<td>" + repeat("<span class=x>", 20), 5'000) + prose},
      {"one table of many rows", "<html><body>" + prose + "<table>" + repeat("<tr><td>1<td>2", 100'000)},
      {"one row of many cells", "<html><body>" + prose + "<table><tr>" + repeat("<td>1", 200'000)},
      {"headings in headings", "<html><body>" + repeat("<h1><h2>", 50'000) + prose},
      {"entities", "<html><body><p>" + repeat("&amp;&#65;&copy&", 200'000) + prose},
      {"signs of entities", "<html><body><p>" + repeat("&", 1'000'000) + prose},
      {"unclosed titles", "<html><head>" + repeat("<title>", 50'000) + prose},
      {"scripts of JSON", "<html><head>" + repeat("<script type=application/ld+json>{\"@graph\":[" + repeat("[", 500) + "</script>", 500) + prose},
      {"figures", "<html><body>" + prose + "<p>" + repeat("1/2/2013-", 200'000)},
      {"marks of figures", "<html><body>" + prose + "<p>" + repeat("/-", 500'000)},
      {"repeated paragraphs", "<html><body>" + repeat(prose, 20'000)},
      {"one gigantic line", "<html><body><p>" + repeat("word ", 3'000'000)},
      {"open quotes", "<html><body>" + prose + repeat("<a href=\"", 50'000)},
      {"comments", "<html><body>" + prose + repeat("<!-- ", 50'000)},
      {"angle brackets", "<html><body>" + prose + repeat("< ", 200'000)},
      {"lines", "Envoys meet in Zenda\n\n" + repeat("Short line\n", 100'000)},
      {"dates", "Envoys meet in Zenda\n\n" + repeat("1/2/3 4 ", 100'000)},
  };
  for (const auto& c : cases) {
    ReadResult result;
    const double seconds = seconds_of([&] { result = read_all(c.bytes); });
    EXPECT_EQ(result.documents.size() + result.errors.size(), 1u) << c.what;
    EXPECT_LT(seconds, 5.0) << c.what;
  }
}

TEST(Reader, AVeryLongLine) {
  std::string line(50'000'000, 'x');
  for (std::size_t i = 90; i < line.size(); i += 100) line[i] = ' ';
  ReadResult result;
  EXPECT_LT(seconds_of([&] { result = read_all(line); }), 20.0);
  ASSERT_EQ(result.documents.size(), 1u);
  ASSERT_FALSE(result.documents[0].notices.empty());
  EXPECT_EQ(result.documents[0].notices[0].kind, ErrorKind::too_large);
  for (const auto& block : result.documents[0].blocks) EXPECT_LE(block.text.size(), reading::kMaxBlockBytes);
}

TEST(Reader, AVeryLongJsonLineIsSkipped) {
  const auto result = read_all("{\"text\":\"They met.\"}\n{\"text\":\"" + std::string(reading::kMaxLineBytes, 'x') + "\"}\n{\"text\":\"They left.\"}\n");
  EXPECT_EQ(result.documents.size(), 2u);
  ASSERT_EQ(result.errors.size(), 1u);
  EXPECT_EQ(result.errors[0].kind, ErrorKind::too_large);
  EXPECT_EQ(result.errors[0].place.line, 2u);
}

TEST(Reader, AMissingFileIsAnError) {
  std::vector<Error> errors;
  read_file("/no/such/file", {}, [](Document&&) {}, [&](const Error& error) { errors.push_back(error); });
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace attache
