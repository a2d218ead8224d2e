#pragma once
/// What made a record: stands in every event, so that a file says by itself how it was made.

#include <string>

namespace attache::outputs {

struct CoderVersion {
  std::string name = "attache";
  std::string version;  ///< Of the program, such as `0.1.0`.
  std::string lexicon;  ///< Hash of the compiled lexicon, sixteen hexadecimal digits.
  std::string model;    ///< Hash of the model file, sixteen hexadecimal digits.
};

}  // namespace attache::outputs
