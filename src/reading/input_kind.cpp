#include "reading/input_kind.h"

#include "reading/charset.h"
#include "reading/event_table.h"
#include "reading/exports.h"
#include "reading/table.h"
#include "reading/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
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
    {"\x7F" "ELF"sv, "a program"}, {"MZ\x90"sv, "a program"}, {"7z\xBC\xAF"sv, "a 7z archive"}, {"Rar!\x1A"sv, "a RAR archive"}, {"SQLite format 3"sv, "an SQLite database"}, {"{\\rtf"sv, "an RTF file"},
    {"\xD0\xCF\x11\xE0"sv, "an old Office file"}, {"PAR1"sv, "a Parquet file"}, {"OggS"sv, "Ogg audio or video"}, {"ID3"sv, "MP3 audio"},
};

/// What xz, zstd and bzip2 data begin with; bzip2's fourth byte is a digit.
bool is_packed(std::string_view head) {
  return head.starts_with("\xFD" "7zXZ\0"sv) || head.starts_with("\x28\xB5\x2F\xFD"sv) || (head.starts_with("BZh"sv) && head.size() > 9 && head.substr(4, 6) == "1AY&SY"sv);
}

/// Documents of office programs and books are zip archives of parts that are no documents by themselves.
bool is_office_file(std::string_view head) {
  constexpr std::size_t kNameOffset = 30;
  if (head.size() < kNameOffset) return false;
  const auto first = head.substr(kNameOffset);
  return first.starts_with("mimetype"sv) || first.starts_with("[Content_Types].xml"sv) || first.starts_with("_rels/"sv) || first.starts_with("META-INF/"sv);
}

bool is_archive(std::string_view head) {
  constexpr std::size_t kTarSignature = 257;
  if (head.starts_with("PK\x03\x04"sv)) return !is_office_file(head);
  return head.size() >= 512 && head.substr(kTarSignature).starts_with("ustar"sv);
}

/// Roots of XML that news comes in, with or without a namespace's prefix.
constexpr std::string_view kXmlRoots[] = {"rss", "feed", "rdf:RDF", "urlset", "sitemapindex", "newsMessage", "newsItem", "packageItem", "nitf", "NewsML"};

bool is_news_xml(std::string_view start) {
  // The first element behind declarations and comments.
  while (start.starts_with("<?") || start.starts_with("<!")) {
    auto end = start.starts_with("<!--") ? start.find("-->") : start.find('>');
    // A document type may hold declarations of its own.
    if (start.starts_with("<!") && start.substr(0, end).find('[') != npos && start.find("]>") != npos) end = start.find("]>");
    if (end == npos) return false;
    start = trim(start.substr(start.find('>', end) + 1));
  }
  if (!start.starts_with('<')) return false;
  const auto name = start.substr(1, start.find_first_of(" \t\r\n>/", 1) - 1);
  const auto local = name.substr(name.find(':') == npos ? 0 : name.find(':') + 1);
  return std::any_of(std::begin(kXmlRoots), std::end(kXmlRoots), [&](std::string_view root) { return name == root || (root != "feed" && local == root); });
}

/// A block of header lines, as messages begin, that says that a page follows.
bool is_mail(std::string_view head) {
  const auto header = head.substr(0, std::min(head.find("\n\n"), head.find("\r\n\r\n")));
  if (header.size() == head.size() && head.size() > 16 * 1024) return false;
  const auto first = header.substr(0, header.find('\n'));
  const auto colon = first.find(':');
  if (colon > 40 || first.substr(0, colon).find(' ') != npos) return false;
  return find_ignoring_case(header, "mime-version:") != npos && find_ignoring_case(header, "content-type:") != npos;
}

/// A first heading or a block of fields before the text, which nothing else begins with.
bool is_markdown(std::string_view start) {
  if (start.starts_with("# ")) return true;
  if (!start.starts_with("---\n") && !start.starts_with("---\r\n")) return false;
  const auto end = start.find("\n---", 3);
  if (end == npos) return false;
  const auto fields = trim(start.substr(3, end - 3));
  const auto colon = fields.find(':');
  return colon < 40 && fields.substr(0, colon).find(' ') == npos;
}

/// Tags that are in pages and hardly in anything else that is written.
constexpr std::string_view kPageTags[] = {"<!doctype html", "<html", "<head", "<body", "<title", "<meta ", "<div", "<article", "<p>", "<p ", "<br>", "<br/>", "<br />", "<h1", "<h2", "<table", "<a href", "<script", "<link ", "<span", "<!--"};

/// Control characters that do not occur in text of any charset.
constexpr auto kControls = [] {
  std::array<std::uint8_t, 256> controls{};
  for (unsigned c = 0; c < 0x20; ++c) controls[c] = c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B && c != '\v';
  return controls;
}();

bool is_binary(std::string_view head) {
  std::size_t controls = 0;
  for (const char c : head) controls += kControls[static_cast<unsigned char>(c)];
  if (controls == 0) return false;
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
  if (head.starts_with("PK\x03\x04"sv)) return "a file of an office program, or a book";
  for (const auto& signature : kSignatures) {
    if (head.starts_with(signature.bytes)) return signature.format;
  }
  return {};
}

InputKind find_kind(std::string_view head, bool whole) {
  if (head.starts_with("\x1F\x8B"sv)) return InputKind::gzip;
  if (is_packed(head)) return InputKind::packed;
  if (is_archive(head)) return InputKind::archive;
  if (head.starts_with("PK\x03\x04"sv) || !binary_format(head).empty()) return InputKind::binary;
  std::string decoded;
  if (const auto charset = marked_charset(head); charset.starts_with("UTF-16") || charset.starts_with("UTF-32")) {
    std::vector<Error> ignored;
    decoded = to_utf8(head.substr(0, head.size() & ~std::size_t{3}), {}, {}, ignored);
    head = decoded;
  } else if (!charset.empty()) {
    head.remove_prefix(3);
  }
  const auto start = trim(head);
  if (start.empty()) return InputKind::empty;
  if (head.starts_with("WARC/")) return InputKind::web_archive;
  if (is_binary(head)) return InputKind::binary;
  if (const auto json = find_json_kind(head, whole); json != InputKind::text) return json;
  if (is_news_xml(start)) return InputKind::xml;
  if (is_mail(start)) return InputKind::mail;
  if (find_data_set(head)) return InputKind::events;
  if (is_table(start)) return InputKind::table;
  if (is_markdown(start)) return InputKind::markdown;
  if (is_page(head)) return InputKind::html;
  return is_export(head) ? InputKind::export_text : InputKind::text;
}

std::optional<RecordKind> kind_of_document(std::string_view bytes) {
  // Less of it tells the kind of a whole document than of an input.
  constexpr std::size_t kDocumentHead = 8 * 1024;
  switch (find_kind(bytes.substr(0, kDocumentHead), bytes.size() <= kDocumentHead)) {
    case InputKind::html: return RecordKind::page;
    case InputKind::text: case InputKind::table: case InputKind::export_text: return RecordKind::text;
    case InputKind::markdown: return RecordKind::markdown;
    case InputKind::json: case InputKind::json_lines: return RecordKind::json;
    case InputKind::xml: return RecordKind::xml;
    case InputKind::mail: return RecordKind::mail;
    default: return std::nullopt;
  }
}

}  // namespace attache::reading
