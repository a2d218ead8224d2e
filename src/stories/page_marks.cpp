#include "stories/page_marks.h"

#include "reading/text.h"
#include "stories/fingerprint.h"

#include <algorithm>
#include <array>

namespace attache::stories {
namespace {

using reading::find_ignoring_case;
using reading::starts_ignoring_case;

/// A note of the desk is no longer than this many bytes.
constexpr std::size_t longest_note = 600;

/// How titles and notes of corrected pages begin.
constexpr std::array<std::string_view, 8> correction_openings = {"correction:", "correction -", "corrected:",  "corrected-",
                                                                 "corrects ",   "(corrects ",   "(corrected ", "clarification:"};

/// What notes of corrected pages say.
constexpr std::array<std::string_view, 6> correction_phrases = {"an earlier version of this", "a previous version of this",
                                                                "has been corrected",         "this corrects a previous",
                                                                "has been amended to",        "was amended on"};

constexpr std::array<std::string_view, 12> update_openings = {"update 1-", "update 2-", "update 3-", "update 4-", "update 5-", "update:",
                                                              "updated:",  "(updates ", "(adds ",    "wrapup ",   "recasts ",  "(recasts "};

template <std::size_t size>
bool opens_with(std::string_view text, const std::array<std::string_view, size>& openings) {
  return std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) { return starts_ignoring_case(text, opening); });
}

bool says_correction(std::string_view note) {
  return opens_with(note, correction_openings) ||
         std::any_of(correction_phrases.begin(), correction_phrases.end(),
                     [&](std::string_view phrase) { return find_ignoring_case(note, phrase) != std::string_view::npos; });
}

}  // namespace

std::uint16_t marks_in(std::string_view text) {
  std::uint16_t marks = 0;
  if (text.size() > longest_note) return marks;
  if (says_correction(text)) marks |= Fingerprint::corrected;
  if (opens_with(text, update_openings)) marks |= Fingerprint::updated;
  return marks;
}

}  // namespace attache::stories
