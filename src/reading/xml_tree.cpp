#include "reading/xml_tree.h"

#include "reading/text.h"

#include <sstream>

namespace attache::reading {
namespace {

/// The node behind `node` in document order that is below `top`; `skip` leaves out what is below `node`.
pugi::xml_node next_below(pugi::xml_node top, pugi::xml_node node, bool skip) {
  if (!skip && node.first_child()) return node.first_child();
  while (node && node != top) {
    if (node.next_sibling()) return node.next_sibling();
    node = node.parent();
  }
  return {};
}

}  // namespace

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(pugi::xml_node node, std::string_view name) {
  for (const auto child : node.children()) {
    if (local_name(child) == name) return child;
  }
  return {};
}

pugi::xml_node descendant_named(pugi::xml_node node, std::string_view name) {
  for (auto at = next_below(node, node, false); at; at = next_below(node, at, false)) {
    if (local_name(at) == name) return at;
  }
  return {};
}

std::vector<pugi::xml_node> descendants_named(pugi::xml_node node, std::string_view name) {
  std::vector<pugi::xml_node> found;
  bool skip = false;
  for (auto at = next_below(node, node, false); at; at = next_below(node, at, skip)) {
    skip = local_name(at) == name;
    if (skip) found.push_back(at);
  }
  return found;
}

std::string text_in(pugi::xml_node node) {
  std::string text;
  for (auto at = next_below(node, node, false); at; at = next_below(node, at, false)) {
    if (at.type() == pugi::node_pcdata || at.type() == pugi::node_cdata) {
      text += at.value();
    } else if (!text.empty() && (local_name(at) == "br" || local_name(at) == "p")) {
      text += ' ';
    }
  }
  return fold_space(text);
}

std::string_view raw_text_of(pugi::xml_node node, std::string_view child) {
  const auto found = child_named(node, child);
  for (const auto part : found.children()) {
    if ((part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) && !trim(part.value()).empty()) return part.value();
  }
  return {};
}

std::string markup_in(pugi::xml_node node) {
  std::ostringstream markup;
  for (const auto child : node.children()) child.print(markup, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(markup).str();
}

}  // namespace attache::reading
