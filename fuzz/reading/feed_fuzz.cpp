/// Any bytes within a feed, a sitemap, NewsML-G2 and NITF.

#include "document_checks.h"
#include "reading/news_xml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto inner = attache::to_valid_utf8({reinterpret_cast<const char*>(data), size});
  for (const std::string_view root : {"rss", "feed", "urlset", "newsMessage", "nitf"}) {
    const auto xml = "<" + std::string(root) + ">" + inner;
    attache::reading::read_news_xml(xml, attache::Document{},
                                    {[](attache::Document&& document) {
                                       for (const auto& block : document.blocks) attache::check(!block.text.empty() && attache::is_valid_utf8(block.text));
                                       attache::check(attache::is_valid_utf8(document.title) && attache::is_valid_utf8(document.byline));
                                     },
                                     [](const attache::Error& error) { attache::check(!error.message.empty()); }, [](std::string_view) {}});
  }
  return 0;
}
