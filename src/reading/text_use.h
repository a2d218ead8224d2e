#pragma once
/// What the texts in and around the article are: paragraphs, captions, bylines, days, or nothing of it.

#include "reading/page_view.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attache::reading {

/// What is done with a text of the page.
enum class TextUse : std::uint8_t { nothing, standfirst, heading, paragraph, caption, credit, byline, date, closing_credit, page_end };

/// Standfirsts are longer than this and shorter than paragraphs run together.
inline constexpr std::size_t kFewestStandfirstWords = 5;
inline constexpr std::size_t kMostStandfirstWords = 80;

/// Tells the texts of one page apart. The page must outlive it.
class TextUses {
 public:
  explicit TextUses(const PageView& page);

  /// The use that the text has within the article, or near it.
  TextUse of(std::uint32_t i) const;

 private:
  const PageView& page_;
  std::vector<bool> holds_prose_;  ///< Elements that hold prose directly: short texts in them are subheads and answers, not labels.
};

}  // namespace attache::reading
