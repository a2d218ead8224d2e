#pragma once
/// What the network knows of a word form: hashed rows of its embedding tables. Training computes the same (training/features.py).

#include <cstdint>
#include <string_view>
#include <vector>

namespace attache::language {

/// Sizes of the tables that the features are hashed into; fixed by the model.
struct TableSizes {
  std::uint32_t forms = 0;
  std::uint32_t affixes = 0;
  std::uint32_t ngrams = 0;
};

/// Rows of the tables for one form.
struct WordFeatures {
  std::uint32_t form[2];          ///< Two independent hashes of the lower-cased form: a collision in both is rare.
  std::uint32_t affix[4];         ///< First three letters, last three, last two, and the shape.
  std::vector<std::uint32_t> ngrams;  ///< Character 3–5-grams of `<form>`, at most 40, at least one.
};

/// CRC-32 of the seed's digits and the text, so that Python's zlib gives the same.
WordFeatures features_of(std::string_view form, const TableSizes& sizes);

}  // namespace attache::language
