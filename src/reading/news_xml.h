#pragma once
/// News in XML: RSS, Atom, sitemaps, NewsML-G2 and NITF.

#include <attache/document.h>
#include <attache/error.h>

#include <functional>
#include <string_view>

namespace attache::reading {

/// Where the documents of an XML file go. Each begins as a copy of `blank`, which says where the file was read.
struct XmlSink {
  std::function<void(Document&&)> on_document;
  std::function<void(const Error&)> on_error;
  std::function<void(std::string_view)> on_passed_over;
};

/// Reads the items of a feed, a sitemap, or the articles of NewsML-G2 or NITF, `xml` being UTF-8. An item of a feed that carries no more
/// than a summary is a document of kind `stub` with its address; of a sitemap those addresses count that have a title. No entities but
/// XML's own are expanded. Of a file damaged in the middle the items before the damage are read and the damage is reported.
void read_news_xml(std::string_view xml, const Document& blank, const XmlSink& sink);

}  // namespace attache::reading
