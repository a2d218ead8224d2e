#include "reading/record_reader.h"

#include "reading/charset.h"
#include "reading/date_text.h"
#include "reading/document_builder.h"
#include "reading/exports.h"
#include "reading/html_page.h"
#include "reading/mail.h"
#include "reading/markdown.h"
#include "reading/news_xml.h"
#include "reading/page_text.h"

#include <algorithm>

namespace attache {
namespace {

using namespace reading;

/// What is read from a page that was fetched cannot be younger than that, but for the zones of the earth.
void check_against_fetch(Document& document, Day fetched) {
  const auto later = [&](const std::optional<Day>& day) { return day && *day > fetched + std::chrono::days(1); };
  if (later(document.published)) document.published.reset();
  if (later(document.modified)) {
    document.modified.reset();
    document.modified_from.clear();
  }
}

class OneRecord {
 public:
  OneRecord(Record&& record, const ReadOptions& options, JsonDocumentReader& json, const std::function<void(Document&&)>& on_document,
            const std::function<void(const Error&)>& on_error, const std::function<void(std::string_view)>& on_passed_over)
      : record_(std::move(record)), options_(options), json_(json), on_document_(on_document), on_error_(on_error), on_passed_over_(on_passed_over) {
    document_.source = record_.place;
    document_.url = record_.url;
    document_.notices = std::move(record_.notices);
  }

  void read() {
    switch (record_.kind) {
      case RecordKind::page: return read_page(std::move(record_.bytes), record_.charset);
      case RecordKind::text: return read_text(record_.bytes, record_.charset);
      case RecordKind::json: return read_json();
      case RecordKind::xml: return read_xml();
      case RecordKind::mail: return read_mail();
      case RecordKind::article: read_exported_article(record_.bytes, document_); return hand_on(std::move(document_));
      case RecordKind::markdown: read_markdown(decoded(record_.bytes, record_.charset), document_); return hand_on(std::move(document_));
    }
  }

 private:
  std::string decoded(std::string_view bytes, std::string_view charset) { return to_utf8(bytes, charset, record_.place, document_.notices); }

  void hand_on(Document&& document) {
    const bool any_text = std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) { return !block.text.empty(); });
    if (!any_text && document.title.empty()) return on_error_({ErrorKind::empty, "no text in it", record_.place, "skipped it"});
    if (record_.fetched) {
      check_against_fetch(document, *record_.fetched);
      if (!document.published) {
        document.published = record_.fetched;
        document.published_from = "fetched";
        add_notice(document, ErrorKind::malformed, "no publication date found", "took the day it was fetched");
      }
    }
    finish_document(document, options_);
    on_document_(std::move(document));
  }

  void read_page(std::string&& bytes, std::string_view charset) {
    // What the server says comes before what the page says, as browsers have it.
    if (charset.empty()) charset = declared_ = declared_charset(bytes);
    const auto html = to_utf8(std::move(bytes), charset, record_.place, document_.notices);
    read_html_page(html, document_);
    hand_on(std::move(document_));
  }

  void read_text(std::string_view bytes, std::string_view charset) {
    const auto text = decoded(bytes, charset);
    if (options_.text_as_it_is) {
      read_paragraphs(text, document_);
    } else {
      read_page_text(text, document_);
    }
    hand_on(std::move(document_));
  }

  void read_json() {
    const bool line = record_.place.line.has_value();
    const auto read = line ? json_.read(record_.bytes, document_) : json_.read(decoded(record_.bytes, record_.charset), document_);
    if (!read) return on_error_({read.error().kind, read.error().message, record_.place, line ? "skipped the line" : "skipped it"});
    hand_on(std::move(document_));
  }

  void read_xml() {
    const auto text = decoded(record_.bytes, declared_ = declared_charset(record_.bytes));
    Document blank = document_;
    blank.url.clear();
    read_news_xml(text, blank, {[this](Document&& document) { hand_on(std::move(document)); }, on_error_, on_passed_over_});
  }

  void read_mail() {
    auto page = find_mail_page(record_.bytes);
    if (!page) return on_error_({ErrorKind::empty, "no page in the message", record_.place, "skipped it"});
    if (!page->location.empty()) document_.url = page->location;
    if (!record_.fetched) record_.fetched = day_from_attribute(page->date);
    page->html ? read_page(std::move(page->bytes), page->charset) : read_text(page->bytes, page->charset);
  }

  Record record_;
  const ReadOptions& options_;
  JsonDocumentReader& json_;
  const std::function<void(Document&&)>& on_document_;
  const std::function<void(const Error&)>& on_error_;
  const std::function<void(std::string_view)>& on_passed_over_;
  Document document_;
  std::string declared_;
};

}  // namespace

void RecordReader::read(Record&& record, const std::function<void(Document&&)>& on_document, const std::function<void(const Error&)>& on_error,
                        const std::function<void(std::string_view)>& on_passed_over) {
  OneRecord(std::move(record), options_, json_, on_document, on_error, on_passed_over).read();
}

}  // namespace attache
