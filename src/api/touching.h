#pragma once
/// Which pages a change of the lexicon can touch: those that have its words.

#include <attache/document.h>

#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// Looks for words and names in pages, whatever the case of their ASCII letters. Each begins where a word begins: "sanction" is in "sanctions" and not in "unsanctioned".
class TouchedPages {
 public:
  /// Without any every page is touched.
  explicit TouchedPages(const std::vector<std::string>& words);
  bool has(const Document& document) const;

 private:
  bool stand_in(std::string_view text) const;

  std::vector<std::string> words_;  ///< In small letters.
};

}  // namespace attache
