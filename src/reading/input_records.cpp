#include "reading/input_records.h"

#include "reading/archive_source.h"
#include "reading/charset.h"
#include "reading/event_table.h"
#include "reading/exports.h"
#include "reading/gzip_source.h"
#include "reading/input_kind.h"
#include "reading/limits.h"
#include "reading/table.h"
#include "reading/text.h"
#include "reading/warc.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace attache {
namespace reading {
namespace {

/// Opens one container within another and hands on what is in the innermost.
class ContainerReader {
 public:
  ContainerReader(bool text_as_it_is, const RecordSink& sink) : text_as_it_is_(text_as_it_is), sink_(sink) {}

  void read(ByteSource& bytes, const Place& place, int depth) {
    PeekableSource source(bytes);
    const auto head = source.peek(kHeadBytes);
    if (bytes.trouble() && head.empty()) return report(place, bytes.trouble()->kind, bytes.trouble()->message);
    auto kind = find_kind(head, head.size() < kHeadBytes);
    if (text_as_it_is_ && (kind == InputKind::export_text || kind == InputKind::markdown)) kind = InputKind::text;
    const bool container = kind == InputKind::gzip || kind == InputKind::packed || kind == InputKind::archive || kind == InputKind::web_archive;
    if (container && depth == kMaxContainerDepth) return report(place, ErrorKind::unsupported, "packed more than " + std::to_string(kMaxContainerDepth) + " times");
    switch (kind) {
      case InputKind::empty: return read_blank(source, place);
      case InputKind::gzip: {
        GzipSource unpacked(source);
        return read(unpacked, place, depth + 1);
      }
      case InputKind::packed: return read_packed(source, place, depth);
      case InputKind::archive: return read_archive(source, place, depth);
      case InputKind::web_archive: return WarcReader(source, place, sink_).read();
      case InputKind::json_lines: case InputKind::table: case InputKind::events: case InputKind::export_text: return read_lines(kind, source, place);
      case InputKind::json: return read_whole(source, place, RecordKind::json);
      case InputKind::xml: return read_whole(source, place, RecordKind::xml);
      case InputKind::mail: return read_whole(source, place, RecordKind::mail);
      case InputKind::html: return read_whole(source, place, RecordKind::page);
      case InputKind::markdown: return read_whole(source, place, RecordKind::markdown);
      case InputKind::text: return read_whole(source, place, RecordKind::text);
      case InputKind::binary: {
        const auto format = binary_format(head);
        return report(place, ErrorKind::binary, format.empty() ? "neither text nor a page" : std::string(format) + ", neither text nor a page");
      }
    }
  }

 private:
  void report(const Place& place, ErrorKind kind, std::string message) const { sink_.on_error({kind, std::move(message), place, "skipped it"}); }

  static std::string_view without_mark(std::string_view head) { return head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head; }

  /// White space in the first bytes may have text behind it.
  void read_blank(PeekableSource& source, const Place& place) {
    std::vector<char> buffer(kHeadBytes);
    std::size_t blank = 0;
    for (auto count = source.read(buffer); count > 0; count = source.read(buffer)) {
      const auto text = std::string_view(buffer.data(), count);
      if (!trim(text).empty()) return report(place, ErrorKind::malformed, "begins with more than " + std::to_string(blank) + " bytes of white space");
      blank += count;
    }
    report(place, ErrorKind::empty, blank == 0 ? "nothing in it" : "nothing but white space in it");
  }

  void read_packed(ByteSource& source, const Place& place, int depth) {
    ArchiveSource unpacked(source, ArchiveSource::Form::packed);
    if (unpacked.next()) return read(unpacked, place, depth + 1);
    if (unpacked.trouble()) report(place, unpacked.trouble()->kind, unpacked.trouble()->message);
  }

  void read_archive(ByteSource& source, const Place& place, int depth) {
    ArchiveSource entries(source, ArchiveSource::Form::entries);
    bool any = false;
    while (entries.next()) {
      any = true;
      const auto& name = entries.name();
      const auto file_name = std::string_view(name).substr(name.rfind('/') == std::string::npos ? 0 : name.rfind('/') + 1);
      if (file_name.starts_with('.') || name.starts_with("__MACOSX/")) {
        sink_.on_passed_over("hidden files in archives");
        continue;
      }
      Place inside = place;
      inside.file += "#" + name;
      read(entries, inside, depth + 1);
    }
    if (entries.trouble()) {
      sink_.on_error({entries.trouble()->kind, entries.trouble()->message, place, any ? "kept the files before" : "skipped it"});
    } else if (!any) {
      report(place, ErrorKind::empty, "no files in the archive");
    }
  }

  /// What is cut by lines is in UTF-8 or one of its kin; UTF-16 is rare and small, and decoded whole.
  void read_lines(InputKind kind, PeekableSource& source, const Place& place) {
    if (marked_charset(source.peek(kHeadBytes)).starts_with("UTF-16")) {
      Record whole = gather(source, place);
      const auto text = to_utf8(whole.bytes, {}, place, whole.notices);
      for (const auto& notice : whole.notices) sink_.on_error(notice);
      MemorySource decoded(text);
      PeekableSource again(decoded);
      return read_lines(kind, again, place);
    }
    if (kind == InputKind::table) return TableReader(source, place, sink_).read();
    if (kind == InputKind::events) return EventTableReader(*find_data_set(without_mark(source.peek(kHeadBytes))), source, place, sink_).read();
    if (kind == InputKind::export_text) return ExportReader(source, place, sink_).read();
    read_json_lines(source, place);
  }

  void read_json_lines(ByteSource& source, const Place& place) {
    BufferedReader reader(source);
    Record record;
    while (reader.read_line(record.bytes, kMaxLineBytes)) {
      record.place = place;
      record.place.line = reader.line_number();
      if (reader.trouble()) break;
      if (reader.cut()) {
        sink_.on_error({ErrorKind::too_large, "line is longer than " + std::to_string(kMaxLineBytes >> 20) + " MiB", record.place, "skipped the line"});
        continue;
      }
      if (record.place.line == 1 && record.bytes.starts_with("\xEF\xBB\xBF")) record.bytes.erase(0, 3);
      if (trim(record.bytes).empty()) continue;
      record.kind = RecordKind::json;
      record.file_bytes = source.file_bytes();
      sink_.on_record(std::move(record));
      record = {};
    }
    if (!reader.trouble()) return;
    Place here = place;
    here.line = std::max<std::uint64_t>(reader.line_number(), 1);
    sink_.on_error({reader.trouble()->kind, reader.trouble()->message, std::move(here), "kept the lines before"});
  }

  /// A whole document as far as the limit.
  Record gather(ByteSource& source, const Place& place) {
    Record record;
    record.place = place;
    std::vector<char> buffer(64 * 1024);
    while (record.bytes.size() <= kMaxPageBytes) {
      const auto count = source.read(buffer);
      if (count == 0) break;
      record.bytes.append(buffer.data(), count);
    }
    if (record.bytes.size() > kMaxPageBytes) {
      record.bytes.resize(kMaxPageBytes);
      record.notices.push_back({ErrorKind::too_large, "larger than " + std::to_string(kMaxPageBytes >> 20) + " MiB", place, "read the beginning only"});
      drop_cut_character(record.bytes);
    }
    if (source.trouble()) record.notices.push_back({source.trouble()->kind, source.trouble()->message, place, "read what comes before"});
    return record;
  }

  /// What is left of a character that the limit cut, if the bytes are UTF-8.
  static void drop_cut_character(std::string& bytes) {
    std::size_t last = bytes.size();
    while (last > 0 && bytes.size() - last < 4 && (bytes[last - 1] & 0xC0) == 0x80) --last;
    if (last > 0 && (bytes[last - 1] & 0xC0) == 0xC0) bytes.resize(last - 1);
  }

  void read_whole(ByteSource& source, const Place& place, RecordKind kind) {
    Record record = gather(source, place);
    record.kind = kind;
    sink_.on_record(std::move(record));
  }

  const bool text_as_it_is_;
  const RecordSink& sink_;
};

}  // namespace
}  // namespace reading

void read_records(std::string_view bytes, const Place& place, bool text_as_it_is, const RecordSink& sink) {
  reading::MemorySource source(bytes);
  reading::ContainerReader(text_as_it_is, sink).read(source, place, 0);
}

void read_records(const std::string& path, bool text_as_it_is, const RecordSink& sink) {
  const auto trouble = [&](ErrorKind kind, std::string message) { sink.on_error({kind, std::move(message), Place{path}, "skipped it"}); };
  const bool standard_input = path == "-";
  const int file = standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return trouble(errno == ENOENT || errno == ENOTDIR ? ErrorKind::not_found : ErrorKind::unreadable, std::string("cannot open: ") + std::strerror(errno));
  }
  struct stat status {};
  if (!standard_input && (::fstat(file, &status) != 0 || S_ISDIR(status.st_mode))) {
    ::close(file);
    return trouble(ErrorKind::unreadable, "not a file");
  }
  {
    reading::DescriptorSource source(file);
    reading::ContainerReader(text_as_it_is, sink).read(source, Place{path}, 0);
  }
  if (!standard_input) ::close(file);
}

}  // namespace attache
