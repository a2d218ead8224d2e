#include "reading/input_kind.h"

#include "reading/charset.h"
#include "reading/text.h"

#include <algorithm>
#include <string>
#include <vector>

namespace attache::reading {
namespace {

using namespace std::string_view_literals;
constexpr auto npos = std::string_view::npos;

struct Signature {
  std::string_view bytes;
  std::string_view format;
};

constexpr Signature kSignatures[] = {
    {"%PDF-"sv, "a PDF file"}, {"\x89PNG\r\n"sv, "a PNG picture"}, {"\xFF\xD8\xFF"sv, "a JPEG picture"}, {"GIF87a"sv, "a GIF picture"}, {"GIF89a"sv, "a GIF picture"},
    {"PK\x03\x04"sv, "a ZIP archive"}, {"\x7F" "ELF"sv, "a program"}, {"MZ\x90"sv, "a program"}, {"BZh"sv, "bzip2 data"}, {"\xFD" "7zXZ\0"sv, "xz data"},
    {"\x28\xB5\x2F\xFD"sv, "zstd data"}, {"7z\xBC\xAF"sv, "a 7z archive"}, {"Rar!\x1A"sv, "a RAR archive"}, {"SQLite format 3"sv, "an SQLite database"}, {"{\\rtf"sv, "an RTF file"},
    {"\xD0\xCF\x11\xE0"sv, "an old Office file"}, {"PAR1"sv, "a Parquet file"}, {"OggS"sv, "Ogg audio or video"}, {"ID3"sv, "MP3 audio"},
};

/// Tags that are in pages and hardly in anything else that is written.
constexpr std::string_view kPageTags[] = {"<!doctype html", "<html", "<head", "<body", "<title", "<meta ", "<div", "<article", "<p>", "<p ", "<br>", "<br/>", "<br />", "<h1", "<h2", "<table", "<a href", "<script", "<link ", "<span", "<!--"};

/// Control characters that do not occur in text of any charset.
bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1B && byte != '\v';
}

bool is_binary(std::string_view head) {
  const auto controls = static_cast<std::size_t>(std::count_if(head.begin(), head.end(), is_control));
  const auto zeros = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
  // A stray control character is damage; one in every fifty bytes is another kind of data.
  return controls * 50 > head.size() || zeros * 200 > head.size();
}

bool is_page(std::string_view head) {
  const auto start = trim(head);
  if (start.starts_with('<')) {
    for (const auto tag : kPageTags) {
      if (starts_ignoring_case(start, tag)) return true;
    }
  }
  std::size_t tags = 0;
  for (const auto tag : kPageTags) {
    if (find_ignoring_case(head, tag) == npos) continue;
    if (tag == "<!doctype html"sv || tag == "<html"sv || tag == "<body"sv) return true;
    if (++tags == 3) return true;
  }
  return false;
}

bool is_object_start(std::string_view line) {
  if (!line.starts_with('{')) return false;
  const auto inside = trim(line.substr(1));
  return inside.starts_with('"') || inside.starts_with('}');
}

/// One object a line, if most of the first lines begin as objects do; one object in all, if only the first does.
InputKind find_json_kind(std::string_view head, bool whole) {
  constexpr std::size_t kLines = 20;
  std::size_t lines = 0;
  std::size_t objects = 0;
  const bool first_opens = trim(head).starts_with('{');
  std::string_view rest = head;
  while (!rest.empty() && lines < kLines) {
    const auto end = rest.find('\n');
    if (end == npos && !whole && lines > 0) break;
    const auto line = trim(rest.substr(0, end));
    rest = end == npos ? std::string_view() : rest.substr(end + 1);
    if (line.empty()) continue;
    ++lines;
    objects += is_object_start(line);
  }
  if (objects > 0 && objects * 2 >= lines) return InputKind::json_lines;
  if (first_opens && is_object_start(trim(head))) return InputKind::json;
  return InputKind::text;
}

}  // namespace

std::string_view binary_format(std::string_view head) {
  for (const auto& signature : kSignatures) {
    if (head.starts_with(signature.bytes)) return signature.format;
  }
  return {};
}

InputKind find_kind(std::string_view head, bool whole) {
  if (head.starts_with("\x1F\x8B"sv)) return InputKind::gzip;
  if (!binary_format(head).empty()) return InputKind::binary;
  std::string decoded;
  if (const auto charset = marked_charset(head); charset.starts_with("UTF-16") || charset.starts_with("UTF-32")) {
    std::vector<Error> ignored;
    decoded = to_utf8(head.substr(0, head.size() & ~std::size_t{3}), {}, {}, ignored);
    head = decoded;
  } else if (!charset.empty()) {
    head.remove_prefix(3);
  }
  if (trim(head).empty()) return InputKind::empty;
  if (is_binary(head)) return InputKind::binary;
  if (head.starts_with("WARC/")) return InputKind::archive;
  if (const auto json = find_json_kind(head, whole); json != InputKind::text) return json;
  const auto start = trim(head).substr(0, 1024);
  if (start.starts_with("<?xml") || start.starts_with("<rss") || start.starts_with("<feed") || start.starts_with("<rdf")) {
    for (const auto tag : {"<rss"sv, "<feed"sv, "<rdf:RDF"sv}) {
      if (start.find(tag) != npos) return InputKind::feed;
    }
  }
  return is_page(head) ? InputKind::html : InputKind::text;
}

}  // namespace attache::reading
