#include "reading/http_message.h"

#include "reading/text.h"

#include <algorithm>
#include <array>
#include <brotli/decode.h>
#include <charconv>
#include <memory>
#include <optional>
#include <utility>
#include <zlib.h>

namespace attache::reading {
namespace {

constexpr auto npos = std::string_view::npos;

/// A decoded body, or as much of it as could be had.
struct Decoded {
  std::string bytes;
  bool cut = false;
};

/// The chunks' content; nothing when the body does not begin as chunks do.
std::optional<Decoded> join_chunks(std::string_view body) {
  Decoded joined;
  while (true) {
    const auto line_end = body.find('\n');
    auto line = trim(body.substr(0, line_end));
    line = trim(line.substr(0, line.find(';')));
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const bool whole = error == std::errc() && end == line.data() + line.size() && line_end != npos;
    if (!whole) {
      if (joined.bytes.empty()) return std::nullopt;
      joined.cut = true;
      return joined;
    }
    if (size == 0) return joined;
    body.remove_prefix(line_end + 1);
    joined.bytes.append(body.substr(0, size));
    if (size > body.size()) {
      joined.cut = true;
      return joined;
    }
    body.remove_prefix(size);
    if (body.starts_with('\r')) body.remove_prefix(1);
    if (body.starts_with('\n')) body.remove_prefix(1);
  }
}

/// Unpacks zlib's forms: gzip and zlib by their headers (`window_bits` 47), deflate without one (-15).
std::optional<Decoded> inflate_all(std::string_view packed, int window_bits, std::size_t limit) {
  z_stream stream{};
  if (::inflateInit2(&stream, window_bits) != Z_OK) return std::nullopt;
  const std::unique_ptr<z_stream, decltype(&::inflateEnd)> closing(&stream, &::inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), 1u << 30));
  Decoded unpacked;
  std::array<char, 64 * 1024> buffer;
  for (int status = Z_OK; status != Z_STREAM_END;) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = buffer.size();
    status = ::inflate(&stream, Z_NO_FLUSH);
    unpacked.bytes.append(buffer.data(), buffer.size() - stream.avail_out);
    if (unpacked.bytes.size() > limit) {
      unpacked.bytes.resize(limit);
      unpacked.cut = true;
      return unpacked;
    }
    if (status == Z_OK && (stream.avail_in > 0 || stream.avail_out == 0)) continue;
    if (status == Z_STREAM_END) break;
    if (unpacked.bytes.empty()) return std::nullopt;
    unpacked.cut = true;
    return unpacked;
  }
  return unpacked;
}

std::optional<Decoded> unpack_brotli(std::string_view packed, std::size_t limit) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> decoder(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  if (!decoder) return std::nullopt;
  Decoded unpacked;
  std::array<std::uint8_t, 64 * 1024> buffer;
  auto left = packed.size();
  const auto* in = reinterpret_cast<const std::uint8_t*>(packed.data());
  for (;;) {
    auto room = buffer.size();
    auto* out = buffer.data();
    const auto status = BrotliDecoderDecompressStream(decoder.get(), &left, &in, &room, &out, nullptr);
    unpacked.bytes.append(reinterpret_cast<const char*>(buffer.data()), buffer.size() - room);
    if (unpacked.bytes.size() > limit) {
      unpacked.bytes.resize(limit);
      unpacked.cut = true;
      return unpacked;
    }
    if (status == BROTLI_DECODER_RESULT_SUCCESS) return unpacked;
    if (status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) continue;
    if (unpacked.bytes.empty()) return std::nullopt;
    unpacked.cut = true;
    return unpacked;
  }
}

std::optional<Decoded> unpack(std::string_view body, std::string_view coding, std::size_t limit) {
  if (coding == "br") return unpack_brotli(body, limit);
  const bool gzip = body.starts_with("\x1F\x8B");
  if (coding == "gzip" || coding == "x-gzip") return gzip ? inflate_all(body, 47, limit) : std::nullopt;
  if (coding == "deflate") {
    auto unpacked = inflate_all(body, 47, limit);
    return unpacked ? unpacked : inflate_all(body, -MAX_WBITS, limit);
  }
  return std::nullopt;
}

/// What brotli unpacks has no signature: text that looks like text is not unpacked.
bool looks_like_markup(std::string_view body) { return trim(body.substr(0, 256)).starts_with('<'); }

}  // namespace

std::string_view header_field(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const auto end = header.find('\n');
    const auto line = header.substr(0, end);
    header = end == npos ? std::string_view() : header.substr(end + 1);
    if (line.size() > name.size() && line[name.size()] == ':' && starts_ignoring_case(line, name)) return trim(line.substr(name.size() + 1));
  }
  return {};
}

std::string media_type(std::string_view content_type) { return ascii_lower(trim(content_type.substr(0, content_type.find(';')))); }

std::string_view media_parameter(std::string_view content_type, std::string_view name) {
  for (auto at = content_type.find(';'); at != npos; at = content_type.find(';', at + 1)) {
    const auto parameter = trim(content_type.substr(at + 1));
    if (!starts_ignoring_case(parameter, name) || parameter.size() <= name.size() || parameter[name.size()] != '=') continue;
    const auto value = parameter.substr(name.size() + 1);
    if (value.starts_with('"')) return value.substr(1, value.find('"', 1) - 1);
    return trim(value.substr(0, value.find(';')));
  }
  return {};
}

HttpResponse read_http_response(std::string&& bytes, std::size_t limit) {
  HttpResponse response;
  const std::string_view message = bytes;
  if (!message.starts_with("HTTP/")) {
    response.status = 200;
    response.cut = message.size() > limit;
    bytes.resize(std::min(bytes.size(), limit));
    response.body = std::move(bytes);
    return response;
  }
  auto header_end = message.find("\r\n\r\n");
  std::size_t gap = 4;
  if (const auto bare = message.find("\n\n"); bare < header_end) {
    header_end = bare;
    gap = 2;
  }
  const auto header = message.substr(0, header_end);
  auto body = header_end == npos ? std::string_view() : message.substr(header_end + gap);
  const auto space = header.find(' ');
  if (space != npos) std::from_chars(header.data() + space + 1, header.data() + std::min(space + 4, header.size()), response.status);
  response.content_type = std::string(header_field(header, "content-type"));

  Decoded joined;
  if (find_ignoring_case(header_field(header, "transfer-encoding"), "chunked") != npos) {
    if (auto chunks = join_chunks(body)) {
      joined = std::move(*chunks);
      body = joined.bytes;
    }
  }
  response.cut = joined.cut;
  const auto coding = ascii_lower(header_field(header, "content-encoding"));
  std::optional<Decoded> unpacked;
  if (!coding.empty() && !looks_like_markup(body)) unpacked = unpack(body, coding, limit);
  if (unpacked) {
    response.body = std::move(unpacked->bytes);
    response.cut = response.cut || unpacked->cut;
  } else {
    response.cut = response.cut || body.size() > limit;
    // The body stays where it is and moves to the front.
    auto& holder = joined.bytes.empty() ? bytes : joined.bytes;
    if (body.empty()) holder.clear();
    else holder.erase(0, static_cast<std::size_t>(body.data() - holder.data()));
    holder.resize(std::min(holder.size(), limit));
    response.body = std::move(holder);
  }
  return response;
}

}  // namespace attache::reading
