#include "reading/reader.h"

#include "base/mapped_file.h"
#include "reading/byte_source.h"
#include "reading/charset.h"
#include "reading/document_builder.h"
#include "reading/html_page.h"
#include "reading/input_kind.h"
#include "reading/json_documents.h"
#include "reading/limits.h"
#include "reading/page_text.h"
#include "reading/text.h"

#include <algorithm>
#include <unistd.h>

namespace attache {
namespace reading {
namespace {

/// Reads one input of any kind.
class InputReader {
 public:
  InputReader(const Place& place, const ReadOptions& options, const std::function<void(Document&&)>& on_document,
              const std::function<void(const Error&)>& on_error)
      : place_(place), options_(options), on_document_(on_document), on_error_(on_error) {}

  void read(ByteSource& bytes, int compression_depth) {
    PeekableSource source(bytes);
    const auto head = source.peek(kHeadBytes);
    if (bytes.trouble() && head.empty()) return report(bytes.trouble()->kind, bytes.trouble()->message, "skipped it");
    switch (find_kind(head, head.size() < kHeadBytes)) {
      case InputKind::empty: return read_blank(source);
      case InputKind::gzip: {
        if (compression_depth == kMaxCompressionDepth) return report(ErrorKind::unsupported, "gzip within gzip within gzip", "skipped it");
        GzipSource unpacked(source);
        return read(unpacked, compression_depth + 1);
      }
      case InputKind::json_lines: return read_json_lines(source);
      case InputKind::json: return read_page(source, &InputReader::read_json);
      case InputKind::html: return read_page(source, &InputReader::read_html);
      case InputKind::text: return read_page(source, &InputReader::read_text);
      case InputKind::feed: return report(ErrorKind::unsupported, "an RSS or Atom feed", "skipped it");
      case InputKind::archive: return report(ErrorKind::unsupported, "a WARC archive", "skipped it");
      case InputKind::binary: {
        const auto format = binary_format(head);
        return report(ErrorKind::binary, format.empty() ? "neither text nor a page" : std::string(format) + ", neither text nor a page", "skipped it");
      }
    }
  }

 private:
  void report(ErrorKind kind, std::string message, std::string action) const { on_error_({kind, std::move(message), place_, std::move(action)}); }

  /// White space in the first bytes may have text behind it.
  void read_blank(PeekableSource& source) {
    std::vector<char> buffer(kHeadBytes);
    std::size_t blank = 0;
    for (auto count = source.read(buffer); count > 0; count = source.read(buffer)) {
      const auto text = std::string_view(buffer.data(), count);
      if (!trim(text).empty()) return report(ErrorKind::malformed, "begins with more than " + std::to_string(blank) + " bytes of white space", "skipped it");
      blank += count;
    }
    report(ErrorKind::empty, blank == 0 ? "nothing in it" : "nothing but white space in it", "skipped it");
  }

  /// Reads a whole page into memory, as far as the limit, and hands it on.
  void read_page(PeekableSource& source, void (InputReader::*read_as)(std::string_view, Document&)) {
    std::string bytes;
    std::vector<char> buffer(256 * 1024);
    Document document;
    document.source = place_;
    while (bytes.size() <= kMaxPageBytes) {
      const auto count = source.read(buffer);
      if (count == 0) break;
      bytes.append(buffer.data(), count);
    }
    if (bytes.size() > kMaxPageBytes) {
      bytes.resize(kMaxPageBytes);
      add_notice(document, ErrorKind::too_large, "larger than " + std::to_string(kMaxPageBytes >> 20) + " MiB", "read the beginning only");
      drop_cut_character(bytes);
    }
    if (source.trouble()) add_notice(document, source.trouble()->kind, source.trouble()->message, "read what comes before");
    (this->*read_as)(bytes, document);
  }

  /// What is left of a character that the limit cut, if the bytes are UTF-8.
  static void drop_cut_character(std::string& bytes) {
    std::size_t last = bytes.size();
    while (last > 0 && bytes.size() - last < 4 && (bytes[last - 1] & 0xC0) == 0x80) --last;
    if (last > 0 && (bytes[last - 1] & 0xC0) == 0xC0) bytes.resize(last - 1);
  }

  void hand_on(Document&& document) {
    const bool any_text = std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) { return !block.text.empty(); });
    if (!any_text && document.title.empty()) return report(ErrorKind::empty, "no text in it", "skipped it");
    finish_document(document, options_);
    on_document_(std::move(document));
  }

  void read_html(std::string_view bytes, Document& document) {
    const auto html = to_utf8(bytes, declared_charset(bytes), place_, document.notices);
    read_html_page(html, document);
    hand_on(std::move(document));
  }

  void read_text(std::string_view bytes, Document& document) {
    const auto text = to_utf8(bytes, {}, place_, document.notices);
    if (options_.text_as_it_is) {
      read_paragraphs(text, document);
    } else {
      read_page_text(text, document);
    }
    hand_on(std::move(document));
  }

  void read_json(std::string_view bytes, Document& document) {
    const auto text = to_utf8(bytes, {}, place_, document.notices);
    if (auto read = json_.read(text, document); !read) return report(read.error().kind, read.error().message, "skipped it");
    hand_on(std::move(document));
  }

  /// Hands on one line's document, or says what is wrong with the line.
  void read_json_line(std::string_view line, std::uint64_t line_number) {
    if (trim(line).empty()) return;
    Document document;
    document.source = place_;
    document.source.line = line_number;
    auto read = json_.read(line, document);
    if (!read) {
      on_error_({read.error().kind, read.error().message, document.source, "skipped the line"});
      return;
    }
    finish_document(document, options_);
    on_document_(std::move(document));
  }

  void read_json_lines(PeekableSource& source) {
    if (marked_charset(source.peek(kHeadBytes)).starts_with("UTF-16")) return read_decoded_json_lines(source);
    std::vector<char> buffer(256 * 1024);
    std::string line;
    std::uint64_t line_number = 1;
    bool too_long = false;
    bool first = true;
    const auto end_line = [&] {
      if (too_long) {
        Place here = place_;
        here.line = line_number;
        on_error_({ErrorKind::too_large, "line is longer than " + std::to_string(kMaxLineBytes >> 20) + " MiB", here, "skipped the line"});
      } else {
        read_json_line(line, line_number);
      }
      line.clear();
      too_long = false;
      ++line_number;
    };
    for (auto count = source.read(buffer); count > 0; count = source.read(buffer)) {
      std::string_view bytes(buffer.data(), count);
      if (first && bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
      first = false;
      while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        const auto piece = bytes.substr(0, end);
        too_long = too_long || line.size() + piece.size() > kMaxLineBytes;
        if (!too_long) line += piece;
        bytes = end == std::string_view::npos ? std::string_view() : bytes.substr(end + 1);
        if (end != std::string_view::npos) end_line();
      }
    }
    if (source.trouble()) {
      Place here = place_;
      here.line = line_number;
      on_error_({source.trouble()->kind, source.trouble()->message, here, "kept the lines before"});
      return;
    }
    if (too_long || !trim(line).empty()) end_line();
  }

  /// JSON lines in UTF-16 are rare and small: they are decoded whole.
  void read_decoded_json_lines(PeekableSource& source) {
    std::string bytes;
    std::vector<char> buffer(256 * 1024);
    for (auto count = source.read(buffer); count > 0 && bytes.size() <= kMaxPageBytes; count = source.read(buffer)) bytes.append(buffer.data(), count);
    if (bytes.size() > kMaxPageBytes) return report(ErrorKind::too_large, "JSON lines in UTF-16 larger than " + std::to_string(kMaxPageBytes >> 20) + " MiB", "skipped it");
    std::vector<Error> ignored;
    const auto text = to_utf8(bytes, {}, place_, ignored);
    MemorySource memory(text);
    PeekableSource decoded(memory);
    read_json_lines(decoded);
  }

  const Place& place_;
  const ReadOptions& options_;
  const std::function<void(Document&&)>& on_document_;
  const std::function<void(const Error&)>& on_error_;
  JsonDocumentReader json_;
};

}  // namespace
}  // namespace reading

void read_bytes(std::string_view bytes, const Place& place, const ReadOptions& options,
                const std::function<void(Document&&)>& on_document, const std::function<void(const Error&)>& on_error) {
  reading::MemorySource source(bytes);
  reading::InputReader(place, options, on_document, on_error).read(source, 0);
}

void read_file(const std::string& path, const ReadOptions& options, const std::function<void(Document&&)>& on_document,
               const std::function<void(const Error&)>& on_error) {
  const Place place{path};
  if (path == "-") {
    reading::DescriptorSource source(STDIN_FILENO);
    reading::InputReader(place, options, on_document, on_error).read(source, 0);
    return;
  }
  const auto file = MappedFile::open(path);
  if (!file) {
    Error error = file.error();
    error.action = "skipped it";
    on_error(error);
    return;
  }
  const auto bytes = file->bytes();
  read_bytes({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, place, options, on_document, on_error);
}

}  // namespace attache
