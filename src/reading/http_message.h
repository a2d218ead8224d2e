#pragma once
/// An HTTP response as archives of pages keep it: status, the fields that matter, and the body as the page's own bytes.

#include <cstddef>
#include <string>
#include <string_view>

namespace attache::reading {

/// A field's value in a block of header lines, whatever the name's case; empty when it is not there. Of a repeated field the first.
std::string_view header_field(std::string_view header, std::string_view name);

/// The media type of a Content-Type field in lower case, such as `text/html`, and its parameter's value without quotes.
std::string media_type(std::string_view content_type);
std::string_view media_parameter(std::string_view content_type, std::string_view name);

/// A response.
struct HttpResponse {
  int status = 0;
  std::string content_type;  ///< As given; empty when it is not.
  std::string body;          ///< Chunks joined and unpacked.
  bool cut = false;          ///< The body was damaged or larger than the limit: what comes before is there.
};

/// Reads a response. Crawlers often keep the header as sent and the body already joined and unpacked: a body that is not as its header
/// says is taken as it is. gzip, deflate and brotli are unpacked, at most `limit` bytes of each. Bytes that begin with no status line
/// are a body without a header, of status 200.
HttpResponse read_http_response(std::string&& message, std::size_t limit);

}  // namespace attache::reading
