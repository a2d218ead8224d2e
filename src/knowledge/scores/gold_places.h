#pragma once
/// Texts with located toponyms, from the corpora that the place finder is measured on.

#include "knowledge/scores/gold_text.h"

#include <functional>
#include <string>
#include <vector>

namespace attache::knowledge {

/// A name of a place in a text and where on earth it is.
struct GoldToponym {
  GoldSpan span;
  std::string text;
  std::string article;    ///< Title of the encyclopedia's article on it, blanks for underscores; empty when not given.
  double latitude = 0;    ///< WGS 84 degrees.
  double longitude = 0;
};

struct LocatedText {
  GoldDocument gold;
  std::vector<GoldToponym> toponyms;
};

/// Reads lines with `text` and `toponyms` of `begin`, `end`, `text`, `lat`, `lon` and, where known, `wiki`. Other lines are reported and left out.
std::vector<LocatedText> read_located_texts(std::string_view bytes, const std::string& path, const std::function<void(const Error&)>& report);

}  // namespace attache::knowledge
