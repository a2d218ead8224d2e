#pragma once
/// What the network knows of a word form: rows of its embedding tables. Training computes the same (training/word_features.py).

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::language {

/// What the features are looked up in; fixed by the model.
struct FeatureTables {
  std::span<const std::uint32_t> form_hashes;  ///< Of the forms that the model knows by themselves, ascending.
  std::span<const std::uint32_t> form_rows;    ///< The row of each of these; words of which the same is known share one.
  std::uint32_t affixes = 0;                   ///< Rows that affixes and shapes are hashed into.
  std::uint32_t ngrams = 0;
};

constexpr std::uint32_t kUnknownForm = 0xFFFFFFFF;

/// Rows of the tables for one form.
struct WordFeatures {
  std::uint32_t form = kUnknownForm;  ///< Of the lower-cased form.
  std::uint32_t affix[4];             ///< First three letters, last three, last two, and the shape.
  std::vector<std::uint32_t> ngrams;  ///< Character 3–5-grams of `<form>`, at most 40, at least one.
};

/// By which a lower-cased form is found: the CRC-32 of "1" and the form.
std::uint32_t form_hash(std::string_view lower);

/// "Beijing-based" → "Xxx-xxx": runs of capitals, small letters and digits, each cut at three.
std::string shape_of(std::string_view form);

/// Hashes are the CRC-32 of a seed's digit and the text, so that Python's zlib gives the same.
WordFeatures features_of(std::string_view form, const FeatureTables& tables);

}  // namespace attache::language
