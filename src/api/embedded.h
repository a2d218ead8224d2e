#pragma once
/// The lexicon image, the parser model and the classifier that were built into the program, so that it runs wherever it is copied.

#include <cstddef>
#include <span>

namespace attache::embedded {

std::span<const std::byte> lexicon();
std::span<const std::byte> model();
std::span<const std::byte> classifier();

/// Hashes of lexicon and parser model, computed at build time: starting must not read every byte.
extern const char* const lexicon_version;
extern const char* const model_version;

}  // namespace attache::embedded
