#pragma once
/// Character references in markup.

#include <string>
#include <string_view>

namespace attache::reading {

/// Appends the text with `&amp;`, `&#8217;`, `&#x2019;` and the like replaced, as the HTML standard has it: figures above ASCII's from 128 to 159 are
/// Windows-1252, those that are no characters become U+FFFD, and the names that HTML 2 knew need no semicolon. Names are those of HTML 4 and the ones of
/// HTML 5 for signs and letters that news pages print; others stay as they are.
void append_without_entities(std::string_view text, std::string& decoded, bool in_attribute = false);

/// An attribute's value, in which names that need no semicolon need one where a letter, a figure or `=` follows, as in addresses.
std::string attribute_without_entities(std::string_view value);

}  // namespace attache::reading
