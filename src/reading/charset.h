#pragma once
/// From bytes in some charset to valid UTF-8.

#include <attache/error.h>

#include <string>
#include <string_view>
#include <vector>

namespace attache::reading {

/// What a byte order mark, or zero bytes in every second place, say about the bytes; empty when neither is there.
/// One of `UTF-8`, `UTF-16LE`, `UTF-16BE`, `UTF-32LE`, `UTF-32BE`.
std::string_view marked_charset(std::string_view bytes);

/// The charset that a page's first bytes declare in `<meta charset>`, `<meta http-equiv>` or an XML declaration; empty when none.
std::string declared_charset(std::string_view bytes);

/// The bytes as valid UTF-8 without byte order mark. The charset is, in this order: the one marked; UTF-8 when the bytes are valid
/// UTF-8; `declared` when it is known and is not UTF-8; UTF-8 with repairs when it was declared or most of it is valid; the one ICU's
/// detector finds; windows-1252. A guess or a repair adds a notice that says so.
std::string to_utf8(std::string_view bytes, std::string_view declared, const Place& place, std::vector<Error>& notices);

/// Likewise, of bytes that are not needed any more: what is UTF-8 already is not copied.
std::string to_utf8(std::string&& bytes, std::string_view declared, const Place& place, std::vector<Error>& notices);

}  // namespace attache::reading
