#pragma once
/// What the words in classes, ids and roles say that an element is for.

#include <cstdint>
#include <string_view>

namespace attache::reading {

/// What a word in a class, id or role says.
enum class AreaHint : std::uint8_t {
  none,
  outside,   ///< No part of the article.
  maybe,     ///< No part of the article, unless it holds paragraphs.
  hidden,    ///< Not shown at all.
  embedded,  ///< A quotation from elsewhere.
  comments,  ///< What readers write and what the site says below; may hold more text than the article.
  standfirst,
  byline,
  date,
  caption,
  credit,
  picture,
  negation,  ///< The next word is about what is not there or stands beside.
};

/// What all the names of an element say together: the strongest hint. `names` are words in lower case, parted by spaces.
AreaHint area_hint_of(std::string_view names);

}  // namespace attache::reading
