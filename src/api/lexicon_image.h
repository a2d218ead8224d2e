#pragma once
/// The whole lexicon as one image: what the knowledge and the coding layer compile from the folder's YAML files.

#include <attache/error.h>

#include <cstddef>
#include <span>
#include <string>

namespace attache {

/// Compiles a lexicon folder. The same folder gives the same bytes. Error `malformed` names file and line.
Result<std::string> compile_lexicon(const std::string& folder);

/// The image with the actors and agents of further folders before its own, so that their entries win. Error `malformed` names file and line.
Result<std::string> overlay_lexicon(std::span<const std::byte> image, std::span<const std::string> folders);

}  // namespace attache
