#include "api/embedded.h"

// Defined in embedded_bytes.S, which the build writes.
extern "C" {
extern const std::byte attache_lexicon_begin[];
extern const std::byte attache_lexicon_end[];
extern const std::byte attache_model_begin[];
extern const std::byte attache_model_end[];
extern const std::byte attache_classifier_begin[];
extern const std::byte attache_classifier_end[];
}

namespace attache::embedded {

std::span<const std::byte> lexicon() { return {attache_lexicon_begin, attache_lexicon_end}; }
std::span<const std::byte> model() { return {attache_model_begin, attache_model_end}; }
std::span<const std::byte> classifier() { return {attache_classifier_begin, attache_classifier_end}; }

}  // namespace attache::embedded
