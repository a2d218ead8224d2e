#pragma once
/// Strings that are one token however many marks they contain: web and mail addresses, handles, emoticons, telephone numbers.

#include <cstddef>
#include <string_view>

namespace attache::language {

/// Length of the web address, host name or mail address that begins at `byte`, without the sentence's punctuation behind it; 0 for none.
/// Looks no further than the next blank or 2,048 bytes.
std::size_t address_at(std::string_view text, std::size_t byte);

/// Length of the handle or topic ("@name", "#topic") that begins at `byte`, where the mark stands; 0 for none.
std::size_t handle_at(std::string_view text, std::size_t byte);

/// Length of the emoticon (":-)") that begins at `byte` and stands alone before a blank; 0 for none.
std::size_t emoticon_at(std::string_view text, std::size_t byte);

/// True when the digits and hyphens at the beginning of `text` are a telephone number or a date ("713-853-3989", "2021-03-04",
/// "345-9945"), false for ranges and scores ("3-4", "1969-1970").
bool is_telephone_or_date(std::string_view text);

}  // namespace attache::language
