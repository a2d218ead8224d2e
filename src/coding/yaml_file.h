#pragma once
/// A YAML file of the lexicon with errors that say file and line.

#include <attache/error.h>

#include <string>
#include <vector>
#include <yaml-cpp/yaml.h>

namespace attache::coding {

/// Errors: `not_found`, `malformed`.
Result<YAML::Node> load_yaml(const std::string& path);

/// An error at the node's line.
Error yaml_error(const std::string& file, const YAML::Node& node, std::string message);

/// A scalar or a list of scalars as strings; empty for a missing or null node.
std::vector<std::string> strings(const YAML::Node& node);

/// The scalar, or `otherwise` when it is missing or null.
std::string string_or(const YAML::Node& node, const std::string& otherwise);

}  // namespace attache::coding
