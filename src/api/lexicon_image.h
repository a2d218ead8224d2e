#pragma once
/// The whole lexicon as one image: what the knowledge and the coding layer compile from the folder's YAML files.

#include <attache/error.h>

#include <string>

namespace attache {

/// Compiles a lexicon folder. The same folder gives the same bytes. Error `malformed` names file and line.
Result<std::string> compile_lexicon(const std::string& folder);

}  // namespace attache
