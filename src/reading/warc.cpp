#include "reading/warc.h"

#include "reading/http_message.h"
#include "reading/input_kind.h"
#include "reading/limits.h"
#include "reading/text.h"

#include <algorithm>
#include <charconv>

namespace attache::reading {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view kRecordStart = "WARC/";

/// True for media types that may hold a document.
bool may_be_document(std::string_view type) {
  if (type.empty()) return true;
  // Servers send pages under names of their own making; what they never are is known.
  for (const std::string_view never : {"image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript", "application/x-javascript", "application/json", "application/pdf",
                                       "application/octet-stream", "application/zip", "application/font", "application/vnd", "application/x-font", "application/x-shockwave", "text/vtt", "text/calendar", "application/dash", "application/manifest"}) {
    if (type.starts_with(never)) return false;
  }
  return true;
}

/// The day of `2019-03-04T05:06:07Z`.
std::optional<Day> day_of(std::string_view date) { return day_from_iso(date.substr(0, 10)); }

std::string_view without_brackets(std::string_view uri) { return strip(uri, "<>"); }

/// The empty line before what looks like the first line of another record; npos when there is none.
std::size_t find_quoted_record(std::string_view block) {
  // Its letters are rarer in pages than line ends are.
  constexpr std::string_view gap = "\r\n\r\n";
  for (auto at = block.find("WARC/1."); at != npos; at = block.find("WARC/1.", at + 1)) {
    if (at >= gap.size() && block.substr(at - gap.size(), gap.size()) == gap) return at - gap.size();
  }
  return npos;
}

bool is_page_type(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

}  // namespace

void WarcReader::report(ErrorKind kind, std::string message) {
  Place here = place_;
  here.record = record_;
  here.offset = offset_;
  sink_.on_error({kind, std::move(message), std::move(here), "skipped the record"});
}

void WarcReader::read() {
  std::string header;
  std::string block;
  while (find_record()) {
    ++record_;
    if (!read_header(header)) {
      if (!goes_on_after_trouble()) return;
      continue;
    }
    std::uint64_t length = 0;
    const auto length_field = header_field(header, "content-length");
    const auto [end, error] = std::from_chars(length_field.data(), length_field.data() + length_field.size(), length);
    if (error != std::errc() || end != length_field.data() + length_field.size()) {
      report(ErrorKind::malformed, "the record does not say how long it is");
      in_step_ = false;
      continue;
    }
    bool cut = false;
    block.clear();
    if (!read_block(length, block, cut)) {
      if (!goes_on_after_trouble()) return;
      continue;
    }
    take(header, std::move(block), cut);
  }
}

/// After a record that could not be read: true when another may follow it.
bool WarcReader::goes_on_after_trouble() {
  in_step_ = false;
  if (!reader_.trouble()) return true;
  return reader_.resume();
}

/// Moves to the next line that begins a record and reads it. Bytes between records other than empty lines are reported once.
bool WarcReader::find_record() {
  constexpr std::size_t kLongestLine = 4096;
  bool reported = !in_step_;
  for (;;) {
    const auto offset = reader_.offset();
    if (!reader_.read_line(line_, kLongestLine)) {
      if (!reader_.trouble()) return false;
      offset_ = offset;
      ++record_;
      report(reader_.trouble()->kind, reader_.trouble()->message);
      if (!reader_.resume()) return false;
      reported = true;
      continue;
    }
    if (line_.starts_with(kRecordStart) && line_.size() < 32) {
      offset_ = offset;
      in_step_ = true;
      return true;
    }
    if (line_.empty() || reported) continue;
    offset_ = offset;
    report(ErrorKind::malformed, "what follows the record begins no other");
    reported = true;
  }
}

/// Reads the header's lines up to the empty one. False, with a report, when it ends early or is no header.
bool WarcReader::read_header(std::string& header) {
  header.clear();
  while (reader_.read_line(line_, kMaxHeaderBytes)) {
    if (line_.empty()) return true;
    const bool continued = line_.front() == ' ' || line_.front() == '\t';
    if (header.size() + line_.size() > kMaxHeaderBytes || (!continued && line_.find(':') == npos)) {
      report(ErrorKind::malformed, header.size() + line_.size() > kMaxHeaderBytes ? "the record's header is longer than " + std::to_string(kMaxHeaderBytes >> 10) + " KiB" : "the record's header is damaged");
      return false;
    }
    header.append(line_).append("\n");
  }
  report(reader_.trouble() ? reader_.trouble()->kind : ErrorKind::truncated, reader_.trouble() ? reader_.trouble()->message : "the archive ends in the record's header");
  return false;
}

/// Reads the record's block, holding no more of it than the limit. False, with a report, when the archive ends or is damaged within it.
bool WarcReader::read_block(std::uint64_t length, std::string& block, bool& cut) {
  const auto held = std::min<std::uint64_t>(length, kMaxRecordBytes);
  constexpr std::uint64_t kReservedAtOnce = 4 * 1024 * 1024;
  block.reserve(std::min(held, kReservedAtOnce));
  const auto got = reader_.read(block, held);
  const auto passed = got == held ? reader_.skip(length - held) : 0;
  cut = held < length;
  if (got + passed == length) {
    // A length that is too great takes in what follows: records begin behind an empty line, and pages do not quote them.
    const auto next = find_quoted_record(block);
    if (next == npos || header_field(std::string_view(block).substr(next + 4), "warc-type").empty()) return true;
    reader_.unread(std::string_view(block).substr(next + 4));
    report(ErrorKind::malformed, "the record is shorter than it says");
    return false;
  }
  if (reader_.trouble()) {
    report(reader_.trouble()->kind, reader_.trouble()->message);
    return false;
  }
  report(ErrorKind::truncated, "the archive ends in the middle of the record");
  return false;
}

void WarcReader::take(std::string_view header, std::string&& block, bool cut) {
  const auto type = ascii_lower(header_field(header, "warc-type"));
  const bool response = type == "response";
  if (!response && type != "resource" && type != "conversion") return sink_.on_passed_over(type.empty() ? "records of no type" : type + " records");
  Record record;
  record.place = place_;
  record.place.record = record_;
  record.place.offset = offset_;
  record.url = std::string(without_brackets(header_field(header, "warc-target-uri")));
  record.fetched = day_of(header_field(header, "warc-date"));
  if (cut || !header_field(header, "warc-truncated").empty()) {
    record.notices.push_back({ErrorKind::too_large, cut ? "larger than " + std::to_string(kMaxRecordBytes >> 20) + " MiB" : "the crawler kept the beginning only", record.place, "read the beginning only"});
  }
  if (record.url.starts_with("dns:")) return sink_.on_passed_over("answers about names");
  if (response) return take_response(std::move(record), header, std::move(block));
  const auto content_type = header_field(header, "content-type");
  if (const auto media = media_type(content_type); !may_be_document(media)) return sink_.on_passed_over(media);
  record.charset = std::string(media_parameter(content_type, "charset"));
  record.bytes = std::move(block);
  const auto kind = kind_of_document(record.bytes);
  if (!kind) return sink_.on_passed_over("pages without text");
  record.kind = type == "conversion" && *kind == RecordKind::page ? RecordKind::text : *kind;
  sink_.on_record(std::move(record));
}

void WarcReader::take_response(Record&& record, std::string_view header, std::string&& block) {
  const auto declared = media_type(header_field(header, "content-type"));
  if (!declared.starts_with("application/http") && !block.starts_with("HTTP/")) return sink_.on_passed_over("responses that are not HTTP");
  auto message = read_http_response(std::move(block), kMaxPageBytes);
  if (message.status != 200) return sink_.on_passed_over("responses of status " + std::to_string(message.status));
  const auto media = media_type(message.content_type);
  if (!may_be_document(media)) return sink_.on_passed_over(media);
  if (record.url.ends_with("/robots.txt")) return sink_.on_passed_over("robots.txt");
  const auto kind = kind_of_document(message.body);
  if (!kind) return sink_.on_passed_over("pages without text");
  record.kind = is_page_type(media) && *kind != RecordKind::xml ? RecordKind::page : *kind;
  if (message.cut) record.notices.push_back({ErrorKind::truncated, "the body is damaged, or larger than " + std::to_string(kMaxPageBytes >> 20) + " MiB", record.place, "read what comes before"});
  record.charset = std::string(media_parameter(message.content_type, "charset"));
  record.bytes = std::move(message.body);
  sink_.on_record(std::move(record));
}

}  // namespace attache::reading
