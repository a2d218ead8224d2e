/// Any bytes as a dictionary of the community: no crash, every line left out is told of, and what is read is YAML that can be read back.

#include "base/utf8.h"
#include "knowledge/actors/dictionary_import.h"

#include <cstdint>
#include <cstdlib>
#include <yaml-cpp/yaml.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto is_country = [](std::string_view code) { return code == "USA" || code == "FRA" || code == "EGY"; };
  const attache::knowledge::ImportedDictionary read =
      attache::knowledge::import_dictionary({reinterpret_cast<const char*>(data), size}, "fuzz", is_country);
  if (read.actors.empty() != (read.actor_count == 0) || read.agents.empty() != (read.agent_count == 0)) std::abort();
  for (const auto* yaml : {&read.actors, &read.agents}) {
    if (!attache::is_valid_utf8(*yaml)) std::abort();
    YAML::Load(*yaml);  // An exception is a finding.
  }
  for (const attache::Error& notice : read.notices) {
    if (notice.message.empty() || notice.place.file != "fuzz") std::abort();
  }
  return 0;
}
