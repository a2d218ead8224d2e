#include "reading/document_builder.h"

#include "base/hash.h"
#include "reading/language_id.h"
#include "reading/limits.h"
#include "reading/text.h"

#include <algorithm>

namespace attache::reading {
namespace {

/// Enough text to know a language by.
constexpr std::size_t kLanguageBytes = 8 * 1024;

std::string content_id(const Document& document) {
  std::uint64_t hash = stable_hash(document.url);
  hash = stable_hash(document.title, hash);
  for (const auto& block : document.blocks) {
    hash = stable_hash(name_of(block.kind), hash);
    hash = stable_hash(block.text, hash);
  }
  return to_hex(hash);
}

std::string language_of(const Document& document) {
  std::string sample;
  for (const auto& block : document.blocks) {
    if (block.kind == BlockKind::caption) continue;
    sample += block.text;
    sample += '\n';
    if (sample.size() > kLanguageBytes) break;
  }
  return identify_language(sample);
}

}  // namespace

void add_block(Document& document, BlockKind kind, std::string_view text) {
  text = trim(text);
  if (text.empty()) return;
  std::vector<std::string> pieces;
  append_in_pieces(text, pieces);
  for (auto& piece : pieces) {
    if (document.blocks.size() >= kMaxBlocks) {
      if (document.blocks.size() == kMaxBlocks) {
        add_notice(document, ErrorKind::too_large, "more than " + std::to_string(kMaxBlocks) + " blocks of text", "left out the rest");
      }
      return;
    }
    document.blocks.push_back({kind, std::move(piece)});
  }
}

void add_once(std::vector<std::string>& list, std::string_view value) {
  if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end()) list.emplace_back(value);
}

void add_notice(Document& document, ErrorKind kind, std::string message, std::string action) {
  const bool said = std::any_of(document.notices.begin(), document.notices.end(), [&](const Error& notice) { return notice.message == message; });
  if (!said && document.notices.size() < kMaxNotices) document.notices.push_back({kind, std::move(message), document.source, std::move(action)});
}

void finish_document(Document& document, const ReadOptions& options) {
  if (document.title.empty()) {
    const auto headline = std::find_if(document.blocks.begin(), document.blocks.end(), [](const Block& b) { return b.kind == BlockKind::headline; });
    if (headline != document.blocks.end()) document.title = headline->text;
  }
  const bool begins_with_title = !document.blocks.empty() && document.blocks.front().kind == BlockKind::headline;
  if (!begins_with_title && !document.title.empty()) document.blocks.insert(document.blocks.begin(), {BlockKind::headline, document.title});
  // What the text is in counts for more than what the page says: templates are copied from one language's site to another's.
  if (auto found = language_of(document); !found.empty()) document.language = std::move(found);
  if (!document.published) {
    document.published = options.default_date;
    if (document.published) document.published_from = "default";
    add_notice(document, ErrorKind::malformed, "no publication date found",
               options.default_date ? "took the default date" : "dates that count from it stay unknown");
  }
  if (document.id.empty()) document.id = content_id(document);
}

}  // namespace attache::reading
