/// Any bytes as an input of unknown kind: no crash, and what is read is valid UTF-8 within its limits.

#include "document_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Nothing is dropped in silence.
  attache::check(attache::read_and_check({reinterpret_cast<const char*>(data), size}) > 0);
  return 0;
}
