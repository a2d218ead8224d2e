#include "stories/undo.h"

#include "base/hash.h"

#include <unordered_map>
#include <unordered_set>

namespace attache::stories {

std::vector<std::string_view> followers(std::string_view member, std::span<const Join> joins) {
  std::unordered_multimap<std::string_view, std::string_view> leaning;
  bool known = false;
  for (const Join& join : joins) {
    if (!join.with.empty()) leaning.emplace(join.with, join.member);
    known = known || join.member == member;
  }
  if (!known) return {};
  std::unordered_set<std::string_view> reached = {member};
  std::vector<std::string_view> open = {member};
  while (!open.empty()) {
    const std::string_view next = open.back();
    open.pop_back();
    const auto [first, last] = leaning.equal_range(next);
    for (auto follower = first; follower != last; ++follower) {
      if (reached.insert(follower->second).second) open.push_back(follower->second);
    }
  }
  std::vector<std::string_view> ordered;
  for (const Join& join : joins) {
    if (reached.contains(join.member)) ordered.push_back(join.member);
  }
  return ordered;
}

std::string story_id(std::string_view document) { return to_hex(stable_hash(document, 9)); }

}  // namespace attache::stories
