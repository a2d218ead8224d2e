#pragma once
/// How well articles and their days are found in pages of which that is known.

#include <attache/document.h>
#include <attache/error.h>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::reading {

/// What is known of pages, in one of three forms.
enum class PageGoldForm : std::uint8_t {
  text,      ///< The article's whole text (`body`).
  segments,  ///< Pieces of text that belong to the article (`must`), and that do not (`must_not`).
  date,      ///< The day of publication (`date`).
};

/// What is known of one page.
struct PageGold {
  PageGoldForm form = PageGoldForm::text;
  std::string id;
  std::string file;  ///< Within the folder; `html/ID.html.gz` unless the row says another.
  std::string body;
  std::vector<std::string> must, must_not;
  std::string date;  ///< ISO.
};

/// Reads gold rows, one JSON object a line. A row that is broken or of no form is reported and skipped; all rows of a file have the form of its first.
std::vector<PageGold> read_page_gold(std::string_view lines, const std::string& path, const std::function<void(const Error&)>& report);

/// How well one page was read.
struct PageScore {
  std::string id;
  double precision = 0, recall = 0;          ///< Of the runs of four words, for `text`.
  std::size_t must = 0, must_not = 0;        ///< Asked, for `segments`.
  std::size_t lost = 0, added = 0;           ///< Of those wrong.
  bool exact = false, wrong = false;         ///< For `date`: this day, another one; neither where none was found.
  std::vector<std::string> losses, extras;   ///< Paragraphs, pieces or days.
  /// From 0 to 1, to order pages by.
  double quality(PageGoldForm form) const;
};

/// Scores the documents that were found in the page. Of their blocks standfirst and body count.
PageScore score_page(const PageGold& gold, std::span<const Document> found);

/// The figures of the form over all pages, each with the 95 % interval of a bootstrap over pages (2,000 samples, always the same), a line each.
std::string figures_of(PageGoldForm form, std::span<const PageScore> pages);

}  // namespace attache::reading
