#include "coding/yaml_file.h"

#include <filesystem>

namespace attache::coding {

Result<YAML::Node> load_yaml(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return tl::make_unexpected(Error{ErrorKind::not_found, "no such file", {path}, ""});
  try {
    return YAML::LoadFile(path);
  } catch (const YAML::Exception& exception) {
    Error error{ErrorKind::malformed, exception.msg, {path}, ""};
    if (!exception.mark.is_null()) error.place.line = static_cast<std::uint64_t>(exception.mark.line) + 1;
    return tl::make_unexpected(error);
  }
}

Error yaml_error(const std::string& file, const YAML::Node& node, std::string message) {
  Error error{ErrorKind::malformed, std::move(message), {file}, ""};
  if (node.IsDefined() && !node.Mark().is_null()) error.place.line = static_cast<std::uint64_t>(node.Mark().line) + 1;
  return error;
}

std::vector<std::string> strings(const YAML::Node& node) {
  std::vector<std::string> list;
  if (!node.IsDefined() || node.IsNull()) return list;
  if (node.IsScalar()) {
    list.push_back(node.Scalar());
  } else if (node.IsSequence()) {
    for (const auto& item : node) {
      if (item.IsScalar()) list.push_back(item.Scalar());
    }
  }
  return list;
}

std::string string_or(const YAML::Node& node, const std::string& otherwise) { return node.IsDefined() && node.IsScalar() ? node.Scalar() : otherwise; }

}  // namespace attache::coding
