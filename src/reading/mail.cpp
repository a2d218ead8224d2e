#include "reading/mail.h"

#include "reading/http_message.h"
#include "reading/text.h"

#include <algorithm>
#include <vector>

namespace attache::reading {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kMaxMailParts = 1000;
constexpr int kMaxMailDepth = 4;

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/// A part's header, with folded lines joined, and its body.
struct Part {
  std::string header;
  std::string_view body;
  int depth = 0;
};

Part split_part(std::string_view text, int depth) {
  Part part;
  part.depth = depth;
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text = end == npos ? std::string_view() : text.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    if ((line.front() == ' ' || line.front() == '\t') && !part.header.empty()) {
      part.header.back() = ' ';
      part.header += trim(line);
    } else {
      part.header += line;
    }
    part.header += '\n';
  }
  part.body = text;
  return part;
}

/// What stands between the boundary's lines.
std::vector<std::string_view> bodies_between(std::string_view text, std::string_view boundary) {
  const std::string mark = "--" + std::string(boundary);
  std::vector<std::string_view> bodies;
  std::size_t begin = npos;
  for (auto at = text.find(mark); at != npos && bodies.size() < kMaxMailParts; at = text.find(mark, at + mark.size())) {
    if (at > 0 && text[at - 1] != '\n') continue;
    if (begin != npos) bodies.push_back(text.substr(begin, at - begin));
    if (text.substr(at + mark.size()).starts_with("--")) return bodies;
    const auto line_end = text.find('\n', at);
    if (line_end == npos) return bodies;
    begin = line_end + 1;
  }
  // A message cut in the middle ends without its last mark.
  if (begin != npos) bodies.push_back(text.substr(begin));
  return bodies;
}

std::string decoded(const Part& part) {
  const auto encoding = ascii_lower(header_field(part.header, "content-transfer-encoding"));
  if (encoding == "quoted-printable") return decode_quoted_printable(part.body);
  if (encoding == "base64") return decode_base64(part.body);
  return std::string(part.body);
}

}  // namespace

std::string decode_quoted_printable(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      bytes += text[i];
      continue;
    }
    const auto rest = text.substr(i + 1);
    if (rest.starts_with("\r\n")) {
      i += 2;
    } else if (rest.starts_with("\n")) {
      ++i;
    } else if (rest.size() >= 2 && hex_value(rest[0]) >= 0 && hex_value(rest[1]) >= 0) {
      bytes += static_cast<char>(hex_value(rest[0]) * 16 + hex_value(rest[1]));
      i += 2;
    }
  }
  return bytes;
}

std::string decode_base64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : text) {
    int value = -1;
    if (is_upper(c)) value = c - 'A';
    else if (is_lower(c)) value = c - 'a' + 26;
    else if (is_digit(c)) value = c - '0' + 52;
    else if (c == '+' || c == '-') value = 62;
    else if (c == '/' || c == '_') value = 63;
    else if (c == '=') break;
    if (value < 0) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(bits >> held & 0xFF);
  }
  return bytes;
}

std::optional<MailPage> find_mail_page(std::string_view message) {
  std::optional<MailPage> plain;
  std::vector<Part> waiting{split_part(message, 0)};
  const std::string date(header_field(waiting.front().header, "date"));
  // Saved pages name the page that their parts belong to.
  const std::string saved_from(header_field(waiting.front().header, "snapshot-content-location"));
  for (std::size_t looked_at = 0; !waiting.empty() && looked_at < kMaxMailParts; ++looked_at) {
    const Part part = std::move(waiting.back());
    waiting.pop_back();
    const auto content_type = header_field(part.header, "content-type");
    const auto type = media_type(content_type);
    if (type.starts_with("multipart/") && part.depth < kMaxMailDepth) {
      const auto bodies = bodies_between(part.body, media_parameter(content_type, "boundary"));
      for (auto body = bodies.rbegin(); body != bodies.rend(); ++body) waiting.push_back(split_part(*body, part.depth + 1));
      continue;
    }
    const bool html = type == "text/html" || type == "application/xhtml+xml";
    if (!html && !(type == "text/plain" && !plain)) continue;
    MailPage page{decoded(part), std::string(media_parameter(content_type, "charset")), std::string(header_field(part.header, "content-location")), date, html};
    if (!saved_from.empty()) page.location = saved_from;
    if (!page.location.starts_with("http")) page.location.clear();
    if (html) return page;
    plain = std::move(page);
  }
  return plain;
}

}  // namespace attache::reading
