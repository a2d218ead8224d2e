/// Any bytes in any charset that a page may declare: what comes out is valid UTF-8, and valid UTF-8 stays as it is.

#include "document_checks.h"
#include "reading/charset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // The first line is the name that the page gives.
  const auto end = bytes.find('\n');
  const auto name = bytes.substr(0, end);
  const auto text = end == std::string_view::npos ? std::string_view() : bytes.substr(end + 1);
  const std::string stated = reading::declared_charset(text);
  std::vector<Error> notices;
  for (const std::string_view declared : {name, std::string_view(stated), std::string_view("windows-1251"), std::string_view("shift_jis"), std::string_view("utf-8"), std::string_view()}) {
    check(is_valid_utf8(reading::to_utf8(text, declared, Place{"fuzz"}, notices)));
  }
  if (is_valid_utf8(text) && reading::marked_charset(text).empty()) check(reading::to_utf8(text, name, Place{"fuzz"}, notices) == text);
  return 0;
}
