#pragma once
/// The shipped parser model, opened once for all tests of a program.

#include "base/mapped_file.h"
#include "language/parser.h"

#include <string_view>

namespace attache {

/// The parser with the kernels of that name. Aborts when the model cannot be opened: no test of it makes sense then.
inline Parser open_built_in_parser(std::string_view kernels = {}) {
  static const auto file = MappedFile::open(ATTACHE_SOURCE_DIR "/models/english.model");
  return Parser::open(file.value().bytes(), kernels).value();
}

inline const Parser& built_in_parser() {
  static const Parser parser = open_built_in_parser();
  return parser;
}

}  // namespace attache
