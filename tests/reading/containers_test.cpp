/// Web archives, packed files and archives: every document comes out once, damage costs the record it is in and no other.

#include "reading/http_message.h"
#include "reading/limits.h"
#include "packing_help.h"
#include "reading_help.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

using namespace std::string_literals;

constexpr const char* kProse = "<p>The envoys of both countries met in Zenda on Monday for talks about the fishing grounds off the coast.</p><p>They parted without a word to the press.</p>";

std::string page(const std::string& title) { return "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1>" + kProse + "</body></html>"; }

std::string record(const std::string& type, const std::string& address, const std::string& block, const std::string& content_type = "application/http; msgtype=response") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + address + "\r\nWARC-Date: 2014-03-05T10:00:00Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& body, const std::string& fields = "Content-Type: text/html; charset=utf-8\r\n", const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body;
}

std::string chunked(std::string_view body) {
  std::string chunks;
  while (!body.empty()) {
    const auto piece = body.substr(0, 100);
    char size[20];
    std::snprintf(size, sizeof size, "%zx;x=y\r\n", piece.size());
    chunks.append(size).append(piece).append("\r\n");
    body.remove_prefix(piece.size());
  }
  return chunks + "0\r\n\r\n";
}

std::vector<std::string> titles(const ReadResult& result) {
  std::vector<std::string> list;
  for (const auto& document : result.documents) list.push_back(document.title);
  return list;
}

using Titles = std::vector<std::string>;

TEST(WebArchive, ResponsesAreReadAndTheRestIsPassedOver) {
  const std::string archive = record("warcinfo", "", "software: x\r\n", "application/warc-fields") + record("request", "http://zenda.example/1", "GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request") +
                              record("response", "http://zenda.example/1", response(page("Envoys meet in Zenda"))) + record("revisit", "http://zenda.example/1", response("")) +
                              record("response", "http://zenda.example/2.png", response("\x89PNG\r\n", "Content-Type: image/png\r\n")) +
                              record("response", "http://zenda.example/3", response("", "Location: /1\r\n", "302 Found")) + record("response", "http://zenda.example/robots.txt", response("User-agent: *\n", "Content-Type: text/plain\r\n")) +
                              record("resource", "http://zenda.example/4", page("Envoys leave Zenda"), "text/html") + record("metadata", "http://zenda.example/4", "a: b\r\n", "application/warc-fields");
  const auto result = read_all(archive);
  EXPECT_TRUE(result.errors.empty());
  ASSERT_EQ(titles(result), (Titles{"Envoys meet in Zenda", "Envoys leave Zenda"}));
  const auto& first = result.documents[0];
  EXPECT_EQ(first.url, "http://zenda.example/1");
  EXPECT_EQ(iso(first.published), "2014-03-05");  // The day of fetching, and said so.
  EXPECT_EQ(first.notices.size(), 1u);
  EXPECT_EQ(first.source.record, 3u);
  EXPECT_EQ(first.source.offset, archive.find("WARC/1.0", archive.find("GET / HTTP")));
}

TEST(WebArchive, BodiesAsServersSendThem) {
  const auto body = page("Envoys meet in Zenda");
  const std::string html = "Content-Type: text/html\r\n";
  for (const auto& message : {response(chunked(body), html + "Transfer-Encoding: chunked\r\n"), response(packed_gzip(body), html + "Content-Encoding: gzip\r\n"),
                              response(chunked(packed_gzip(body)), html + "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
                              // The header as sent, the body as it was unpacked: most crawls of news are like this.
                              response(body, html + "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"), response(body, html + "Content-Encoding: br\r\n")}) {
    EXPECT_EQ(titles(read_all(record("response", "http://zenda.example/1", message))), Titles{"Envoys meet in Zenda"}) << message.substr(0, 120);
  }
  const auto cut = read_all(record("response", "http://zenda.example/1", response(chunked(body).substr(0, 200), html + "Transfer-Encoding: chunked\r\n")));
  ASSERT_EQ(cut.documents.size(), 1u);
  EXPECT_EQ(cut.documents[0].notices[0].kind, ErrorKind::truncated);
}

TEST(WebArchive, TheServersCharsetCountsMore) {
  const auto result = read_all(record("response", "http://zenda.example/1", response("<html><head><meta charset=utf-8><title>Caf\xE9 closes in Zenda</title></head><body>"s + kProse, "Content-Type: text/html; charset=\"ISO-8859-1\"\r\n")));
  EXPECT_EQ(titles(result), Titles{"Café closes in Zenda"});
}

TEST(WebArchive, DamageCostsOneRecord) {
  const auto one = record("response", "http://zenda.example/1", response(page("Envoys meet in Zenda")));
  const auto two = record("response", "http://zenda.example/2", response(page("Envoys argue in Zenda")));
  const auto three = record("response", "http://zenda.example/3", response(page("Envoys leave Zenda")));
  const auto with_length = [&](const std::string& length) {
    auto damaged = two;
    const auto at = damaged.find("Content-Length: ") + 16;
    return damaged.replace(at, damaged.find('\r', at) - at, length);
  };
  for (const auto& damaged : {with_length("20"), with_length(std::to_string(two.size() + 300)), with_length("many"), "WARC/1.0\r\nno header at all\r\n\r\n"s}) {
    const auto result = read_all(one + damaged + three);
    auto found = titles(result);
    std::erase(found, "Envoys argue in Zenda");
    EXPECT_EQ(found, (Titles{"Envoys meet in Zenda", "Envoys leave Zenda"})) << damaged.substr(0, 200);
    ASSERT_EQ(result.errors.size(), 1u) << damaged.substr(0, 200);
    EXPECT_TRUE(result.errors[0].place.record);
    EXPECT_GE(result.errors[0].place.offset, one.size());
  }
  const auto cut = read_all((one + two).substr(0, one.size() + 300));
  EXPECT_EQ(titles(cut), Titles{"Envoys meet in Zenda"});
  ASSERT_EQ(cut.errors.size(), 1u);
  EXPECT_EQ(cut.errors[0].kind, ErrorKind::truncated);
  EXPECT_EQ(cut.errors[0].place.offset, one.size());
}

TEST(WebArchive, ADamagedPieceOfAPackedArchive) {
  const auto one = packed_gzip(record("response", "http://zenda.example/1", response(page("Envoys meet in Zenda"))));
  auto two = packed_gzip(record("response", "http://zenda.example/2", response(page("Envoys argue in Zenda"))));
  const auto three = packed_gzip(record("response", "http://zenda.example/3", response(page("Envoys leave Zenda"))));
  const auto whole = read_all(one + two + three);
  ASSERT_EQ(whole.documents.size(), 3u);
  EXPECT_EQ(whole.documents[2].source.offset, one.size() + two.size());
  for (std::size_t i = two.size() / 2; i < two.size() / 2 + 20; ++i) two[i] = static_cast<char>(~two[i]);
  const auto result = read_all(one + two + three);
  EXPECT_EQ(titles(result), (Titles{"Envoys meet in Zenda", "Envoys leave Zenda"}));
  ASSERT_EQ(result.errors.size(), 1u);
  EXPECT_EQ(result.errors[0].place.offset, one.size());
  EXPECT_EQ(result.documents[1].source.offset, one.size() + two.size());
}

TEST(Packed, XzBzip2AndZstd) {
  for (const auto how : {Packing::xz, Packing::bzip2, Packing::zstd}) {
    EXPECT_EQ(titles(read_all(packed(page("Envoys meet in Zenda"), how))), Titles{"Envoys meet in Zenda"}) << static_cast<int>(how);
    EXPECT_EQ(titles(read_all(packed(packed_gzip(page("Envoys meet in Zenda")), how))), Titles{"Envoys meet in Zenda"});
    const auto bytes = packed(page("Envoys meet in Zenda") + std::string(200'000, 'x'), how);
    const auto cut = read_all(std::string_view(bytes).substr(0, bytes.size() / 2));
    EXPECT_FALSE(cut.errors.empty() && (cut.documents.empty() || cut.documents[0].notices.empty())) << static_cast<int>(how);
  }
}

TEST(Archives, FilesComeWithTheirNames) {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"news/1.html", page("Envoys meet in Zenda")}, {"__MACOSX/._1.html", "x"}, {"news/lines.jsonl.gz", packed_gzip("{\"title\":\"Envoys argue\",\"text\":\"They argued.\"}\n{\"title\":\"Envoys leave\",\"text\":\"They left.\"}\n")}, {"picture.png", "\x89PNG\r\n\x1a\n"}};
  for (const auto how : {Packing::zip, Packing::tar}) {
    const auto result = read_all(packed_files(files, how));
    EXPECT_EQ(titles(result), (Titles{"Envoys meet in Zenda", "Envoys argue", "Envoys leave"}));
    ASSERT_EQ(result.documents.size(), 3u);
    EXPECT_EQ(result.documents[0].source.file, "test#news/1.html");
    EXPECT_EQ(result.documents[2].source.line, 2u);
    ASSERT_EQ(result.errors.size(), 1u);
    EXPECT_EQ(result.errors[0].kind, ErrorKind::binary);
    EXPECT_EQ(result.errors[0].place.file, "test#picture.png");
  }
  EXPECT_EQ(titles(read_all(packed(packed_files(files, Packing::tar), Packing::xz))).size(), 3u);
}

TEST(Archives, DeeperThanTheLimitIsSkipped) {
  std::string bytes = page("Envoys meet in Zenda");
  for (int i = 0; i < reading::kMaxContainerDepth; ++i) bytes = packed_gzip(bytes);
  EXPECT_EQ(read_all(bytes).documents.size(), 1u);
  const auto result = read_all(packed_gzip(bytes));
  EXPECT_TRUE(result.documents.empty());
  ASSERT_EQ(result.errors.size(), 1u);
  EXPECT_EQ(result.errors[0].kind, ErrorKind::unsupported);
}

/// What is all alike packs to a thousandth, and that again to less; a little more of it than is unpacked of anything shows where reading stops.
TEST(Archives, BombsEndEarly) {
  const std::string zeros = "{\"text\":\"" + std::string(reading::kFreelyUnpacked + 1'000'000, 'x');
  const auto once = packed_gzip(zeros);
  const auto once_by_zstd = packed(zeros, Packing::zstd);
  const auto zip = packed_files({{"a.jsonl", zeros}}, Packing::zip);
  for (const auto& bomb : {once, packed_gzip(once), packed(once, Packing::xz), zip, packed_files({{"a.zip", zip}, {"b.zip", zip}}, Packing::zip), once_by_zstd, packed(once_by_zstd, Packing::zstd),
                           record("response", "http://zenda.example/1", response(packed_gzip("<html><p>" + zeros.substr(0, reading::kMaxPageBytes + 1000)), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"))}) {
    const auto result = read_all(bomb);
    const bool said = std::any_of(result.errors.begin(), result.errors.end(), [](const Error& error) { return error.kind == ErrorKind::too_large; }) ||
                      (result.documents.size() == 1 && !result.documents[0].notices.empty());
    EXPECT_TRUE(said) << bomb.size() << " bytes, " << result.documents.size() << " documents";
  }
}

/// Chunks without an end, and of no size to speak of.
TEST(WebArchive, EndlessChunksAreBounded) {
  const std::string html = "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n";
  std::string chunks;
  for (int i = 0; i < 300'000; ++i) chunks += "1\r\nx\r\n";
  const auto last = record("response", "http://zenda.example/2", response(page("Envoys leave Zenda")));
  for (const auto& body : {chunks, chunks + chunks + chunks + chunks, "ffffffffffffffff\r\n" + chunks, "5;" + std::string(1'000'000, 'x') + "\r\nabcde\r\n"}) {
    const auto result = read_all(record("response", "http://zenda.example/1", response("<p>" + body, html)) + last);
    ASSERT_FALSE(result.documents.empty());
    EXPECT_EQ(result.documents.back().title, "Envoys leave Zenda");
  }
}

TEST(HttpMessage, FieldsAndMediaTypes) {
  EXPECT_EQ(reading::header_field("A: b\r\ncontent-TYPE:  text/html ; charset=x\r\n", "Content-Type"), "text/html ; charset=x");
  EXPECT_EQ(reading::media_type("Text/HTML; charset=x"), "text/html");
  EXPECT_EQ(reading::media_parameter("text/html; a=b; Charset=\"koi8-r\"", "charset"), "koi8-r");
  EXPECT_EQ(reading::read_http_response("HTTP/1.0 404 Not Found\n\nGone", 100).status, 404);
  EXPECT_EQ(reading::read_http_response("no header at all", 5).body, "no he");
  EXPECT_EQ(reading::read_http_response("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc", 100).cut, true);
}

}  // namespace
}  // namespace attache
