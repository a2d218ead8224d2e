#pragma once
/// Taking a decision back. Decisions form trees: each member leans on the one it was joined to. Where a join is cut, the member and all
/// that lean on it become a story or an event of their own.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::stories {

/// A document and the one it was joined to, or a report and the one it was joined to.
struct Join {
  std::string_view member;
  std::string_view with;  ///< Empty for a first one.
};

/// The member and all that lean on it, directly or by others, in the order of `joins`; empty when the member is not among them. A story's
/// or an event's joins suffice.
std::vector<std::string_view> followers(std::string_view member, std::span<const Join> joins);

/// The id of the story that begins with the document. The event that begins with a report has the report's id.
std::string story_id(std::string_view document);

}  // namespace attache::stories
