#pragma once
/// News to measure the knowledge layer on: the project's golden pages, cut into sentences and, where asked, parsed.

#include "base/arena.h"
#include "base/mapped_file.h"
#include "language/parser.h"
#include "language/segmenter.h"
#include "reading/reader.h"

#include <attache/document.h>
#include <attache/sentence.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <string>
#include <vector>

namespace attache::knowledge {

/// A page with its sentences, whose tokens live in its arena.
struct NewsPage {
  Document document;
  Arena arena;
  std::vector<Sentence> sentences;
};

/// The golden pages, or the files named in `ATTACHE_BENCH_NEWS` (with blanks between).
inline std::deque<NewsPage> read_news_pages() {
  std::vector<std::string> files;
  if (const char* named = std::getenv("ATTACHE_BENCH_NEWS")) {
    std::string list = named;
    for (std::size_t begin = 0; begin < list.size();) {
      const std::size_t end = std::min(list.find(' ', begin), list.size());
      if (end > begin) files.push_back(list.substr(begin, end - begin));
      begin = end + 1;
    }
  } else {
    for (const auto& folder : std::filesystem::directory_iterator(std::string(ATTACHE_SOURCE_DIR) + "/tests/pages")) {
      for (const char* name : {"page.html", "page.txt"}) {
        if (std::filesystem::exists(folder.path() / name)) files.push_back((folder.path() / name).string());
      }
    }
    std::sort(files.begin(), files.end());
  }
  std::deque<NewsPage> pages;
  for (const std::string& file : files) {
    read_file(file, {}, [&](Document&& document) {
      NewsPage& page = pages.emplace_back();
      page.document = std::move(document);
      segment(page.document, page.arena, page.sentences);
    }, [](const Error&) {});
  }
  return pages;
}

/// The pages, read once.
inline const std::deque<NewsPage>& news_pages() {
  static const std::deque<NewsPage> pages = read_news_pages();
  return pages;
}

/// The same with trees, made once.
inline const std::deque<NewsPage>& parsed_news_pages() {
  static const std::deque<NewsPage> parsed = [] {
    auto pages = read_news_pages();
    static const auto model = MappedFile::open(std::string(ATTACHE_SOURCE_DIR) + "/models/english.model");  // tags point into it
    if (!model) std::abort();
    const auto parser = Parser::open(model->bytes());
    if (!parser) std::abort();
    for (NewsPage& page : pages) {
      std::vector<Sentence*> sentences;
      for (Sentence& sentence : page.sentences) sentences.push_back(&sentence);
      parser->parse(sentences, page.arena);
    }
    return pages;
  }();
  return parsed;
}

}  // namespace attache::knowledge
