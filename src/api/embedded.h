#pragma once
/// The lexicon image and the model that were built into the program, so that it runs wherever it is copied.

#include <cstddef>
#include <span>

namespace attache::embedded {

std::span<const std::byte> lexicon();
std::span<const std::byte> model();

/// Hashes of the two, computed at build time: starting must not read every byte.
extern const char* const lexicon_version;
extern const char* const model_version;

}  // namespace attache::embedded
