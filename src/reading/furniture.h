#pragma once
/// The words of a page that belong to the site and not to the article.

#include <string_view>

namespace attache::reading {

/// A line of navigation or a button: "Skip to content", "Menu", "Share", "Home | World | Sport", "1. Sign in", "Advertisement".
bool is_furniture(std::string_view line);

/// A line behind which only links to other articles and the like follow: "Related stories", "More on this story", "Most read", "Topics".
bool begins_page_end(std::string_view line);

/// A link to another article within the text: "Read more: …", "ALSO READ | …", "Related: …", "Watch: …".
bool is_inline_link(std::string_view line);

/// A sentence of the site about itself: cookies, newsletters, copyright, terms, comments, paywall.
bool is_site_notice(std::string_view line);

}  // namespace attache::reading
