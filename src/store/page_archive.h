#pragma once
/// A document as read, packed to be kept: the line of JSON that `attache read` gives, deflated. Made by any thread, before the writer's turn.

#include <attache/document.h>
#include <attache/error.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace attache::store {

std::string pack_page(const Document& document);

/// The document again. Errors: `malformed` for bytes that are none.
Result<Document> unpack_page(std::span<const std::byte> packed);

/// A hash of the document's text, never 0: two documents of one id with the same are the same page.
std::int64_t content_of(const Document& document);

}  // namespace attache::store
