#include "outputs/document_text.h"

#include <initializer_list>

namespace attache::outputs {
namespace {

/// Text in which no character is a mark of Markdown at the place where it would be one.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool mark = c == '*' || c == '`' || c == '[' || c == ']' || c == '\\' || c == '_' || (i == 0 && (c == '#' || c == '>' || c == '-' || c == '+' || c == '|' || c == '~' || c == '='));
    if (mark) out += '\\';
    out += c;
  }
  return out;
}

void append_field(std::string_view name, std::string_view value, std::string& out) {
  if (!value.empty()) out.append(name).append(": ").append(value).append("\n");
}

}  // namespace

void append_document_text(const Document& document, std::string& out) {
  if (!document.title.empty()) out.append(document.title).append("\n");
  std::string head;
  for (const std::string& part : {document.byline, document.publication, document.published ? to_iso(*document.published) : std::string(), document.url}) {
    if (!part.empty()) head.append(head.empty() ? "" : " | ").append(part);
  }
  if (!head.empty()) out.append(head).append("\n");
  for (const auto& block : document.blocks) {
    if (block.kind == BlockKind::headline) continue;
    const bool caption = block.kind == BlockKind::caption;
    out.append(caption ? "\n[" : "\n").append(block.text).append(caption ? "]\n" : "\n");
  }
  out.append("\n").append(20, '=').append("\n\n");
}

void append_document_markdown(const Document& document, std::string& out) {
  out += "---\n";
  append_field("title", document.title, out);
  append_field("date", document.published ? to_iso(*document.published) : std::string(), out);
  append_field("author", document.byline, out);
  append_field("publication", document.publication, out);
  append_field("language", document.language, out);
  append_field("url", document.url, out);
  out += "---\n\n";
  if (!document.title.empty()) out.append("# ").append(escaped(document.title)).append("\n\n");
  for (const auto& block : document.blocks) {
    switch (block.kind) {
      case BlockKind::headline: break;
      case BlockKind::lead: out.append("**").append(escaped(block.text)).append("**\n\n"); break;
      case BlockKind::caption: out.append("![").append(escaped(block.text)).append("]()\n\n"); break;
      case BlockKind::body: out.append(escaped(block.text)).append("\n\n"); break;
    }
  }
}

}  // namespace attache::outputs
