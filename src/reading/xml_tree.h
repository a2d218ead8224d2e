#pragma once
/// Small things done to XML trees: names without prefixes, and text. All go down trees without recursion.

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace attache::reading {

/// An element's name without its namespace's prefix.
std::string_view local_name(pugi::xml_node node);

/// The first child of that local name; an empty node when there is none.
pugi::xml_node child_named(pugi::xml_node node, std::string_view name);

/// The first element below `node` of that local name, in document order; an empty node when there is none.
pugi::xml_node descendant_named(pugi::xml_node node, std::string_view name);

/// All elements below `node` of that local name that are not within another of them.
std::vector<pugi::xml_node> descendants_named(pugi::xml_node node, std::string_view name);

/// All text within the element, white space folded.
std::string text_in(pugi::xml_node node);

/// Text of the first child of that name, as it stands: markup that was escaped is still markup.
std::string_view raw_text_of(pugi::xml_node node, std::string_view child);

/// The markup within the element, as written.
std::string markup_in(pugi::xml_node node);

}  // namespace attache::reading
