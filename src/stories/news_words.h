#pragma once
/// A report's text as the words that comparing reports looks at: what they are called once case, accents and endings are gone, and which of
/// them are names and numbers.

#include <cstdint>
#include <string_view>
#include <vector>

namespace attache::stories {

/// One word of a text.
struct NewsWord {
  std::uint64_t form = 0;   ///< Hash of the lower-case word; of the figure for a number, so that "twelve" and "12" are one.
  std::uint64_t stem = 0;   ///< Hash of the word without a plural's, past's or participle's ending.
  std::uint32_t measure = 0;  ///< Of a figure with a unit behind it, `measure_of` the two; else 0.
  bool name = false;        ///< Capital letters where no sentence begins, and neither a day nor a month.
  bool maybe_name = false;  ///< Capital letters where a sentence begins or in a headline: a name if it is one elsewhere.
  bool number = false;      ///< A figure that counts or measures: neither a year, nor a day of a month, nor a time of day.
  bool content = false;     ///< Neither a number nor one of the words that every text has.
};

/// Appends the words of a text in valid UTF-8. In a `headline` capital letters do not make names.
void append_news_words(std::string_view text, bool headline, std::vector<NewsWord>& words);

/// Without the dateline that agencies and newspapers put before a report: "CAIRO, May 2 (Reuters) - ".
std::string_view without_dateline(std::string_view text);

}  // namespace attache::stories
