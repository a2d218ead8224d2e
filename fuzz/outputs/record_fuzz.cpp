/// Any bytes as a line of our own records: no crash, and what is a record comes back to the same bytes.

#include "../text_of_words.h"
#include "outputs/report_json.h"

#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  outputs::looks_like_report(bytes);
  const auto report = outputs::report_from_json(bytes);
  if (!report) {
    fuzz::check(!report.error().message.empty());
    return 0;
  }
  std::string line, second;
  outputs::append_report_json(*report, line);
  const auto again = outputs::report_from_json(line);
  fuzz::check(again.has_value());
  outputs::append_report_json(*again, second);
  fuzz::check(second == line);
  return 0;
}
