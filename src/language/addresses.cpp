#include "language/addresses.h"

#include "language/characters.h"
#include "language/word_list.h"

#include <algorithm>

namespace attache::language {
namespace {

constexpr std::size_t longest_address = 2048;

/// Last labels of host names that news prints without "www".
constexpr auto domains = word_list({"com", "org", "net", "edu", "gov", "mil", "int", "info", "tv", "io", "uk", "au", "ca", "de", "fr", "ru", "cn", "in",
                                    "jp", "eu", "ch", "nl", "it", "es", "br", "za", "nz", "ie", "il", "ua", "pl", "biz"});

/// The bytes up to the next blank.
std::string_view chunk_at(std::string_view text, std::size_t byte) {
  const std::string_view rest = text.substr(byte, longest_address);
  std::size_t end = 0;
  while (end < rest.size() && static_cast<unsigned char>(rest[end]) > ' ' && rest[end] != '"' && rest[end] != '<' && rest[end] != '>' &&
         static_cast<unsigned char>(rest[end]) < 0x80) {
    ++end;
  }
  return rest.substr(0, end);
}

/// Without the marks that belong to the sentence: a closing bracket goes only if nothing opened it.
std::size_t without_punctuation(std::string_view chunk) {
  std::size_t end = chunk.size();
  while (end > 0) {
    const char last = chunk[end - 1];
    const bool unopened = (last == ')' || last == ']') && chunk.substr(0, end).find(last == ')' ? '(' : '[') == std::string_view::npos;
    if (!unopened && std::string_view(".,;:!?'*").find(last) == std::string_view::npos) break;
    --end;
  }
  return end;
}

bool is_host_character(char c) { return is_letter_ascii(c) || is_digit_ascii(c) || c == '-' || c == '.' || c == '_'; }

/// Length of "name.name.com" at the beginning of the chunk; 0 when the last label is no known domain.
std::size_t host_length(std::string_view chunk) {
  std::size_t end = 0;
  while (end < chunk.size() && is_host_character(chunk[end]) && chunk.substr(end, 2) != "..") ++end;
  while (end > 0 && !is_letter_ascii(chunk[end - 1])) --end;
  const std::size_t stop = chunk.substr(0, end).rfind('.');
  if (stop == std::string_view::npos || stop == 0 || !is_lower_ascii(chunk[end - 1])) return 0;
  const std::string_view label = chunk.substr(stop + 1, end - stop - 1);
  return is_lower_ascii(label[0]) && domains.contains(label) ? end : 0;
}

}  // namespace

std::size_t address_at(std::string_view text, std::size_t byte) {
  // Nearly all words are settled here: an address has one of three marks within its first label.
  std::size_t mark = byte;
  while (mark < text.size() && mark - byte < 64 && is_host_character(text[mark]) && text[mark] != '.') ++mark;
  if (mark >= text.size() || (text[mark] != '.' && text[mark] != ':' && text[mark] != '@')) return 0;
  const std::string_view label = text.substr(byte, mark - byte);
  if (text[mark] == ':' && text.substr(mark, 3) != "://") return 0;
  const std::string_view chunk = chunk_at(text, byte);
  if (text[mark] == ':') return chunk.size() > label.size() + 3 ? without_punctuation(chunk) : 0;
  const std::size_t at = chunk.find('@');
  if (at != std::string_view::npos && std::all_of(chunk.begin(), chunk.begin() + static_cast<std::ptrdiff_t>(at), [](char c) { return is_host_character(c) || c == '+'; })) {
    const std::size_t host = chunk.substr(at + 1).find('.') != std::string_view::npos ? without_punctuation(chunk) : 0;
    return host > at + 1 ? host : 0;
  }
  if (text[mark] != '.') return 0;
  if (equals_ignoring_case(label, "www")) return without_punctuation(chunk);
  const std::size_t host = host_length(chunk);
  return host > 0 && host < chunk.size() && chunk[host] == '/' ? without_punctuation(chunk) : host;
}

std::size_t handle_at(std::string_view text, std::size_t byte) {
  std::size_t end = byte + 1;
  if (end >= text.size() || !is_letter_ascii(text[end])) return 0;
  while (end < text.size() && end - byte < longest_address && (is_letter_ascii(text[end]) || is_digit_ascii(text[end]) || text[end] == '_')) ++end;
  return end - byte;
}

std::size_t emoticon_at(std::string_view text, std::size_t byte) {
  static constexpr std::string_view emoticons[] = {":)", ":(", ";)", ":D", ":P", "=)", "(:", ":/", ":-)", ":-(", ";-)", ":-D", "^_^", "<3"};
  for (const std::string_view emoticon : emoticons) {
    const std::size_t end = byte + emoticon.size();
    if (text.substr(byte, emoticon.size()) == emoticon && (end == text.size() || text[end] == ' ')) return emoticon.size();
  }
  return 0;
}

bool is_telephone_or_date(std::string_view text) {
  std::size_t groups[5] = {};
  std::size_t count = 0;
  for (const char c : text) {
    if (is_digit_ascii(c)) {
      ++groups[count];
    } else if (c == '-' && groups[count] > 0 && count < 4) {
      ++count;
    } else {
      break;
    }
  }
  if (groups[count] > 0) ++count;
  const bool date = count == 3 && groups[0] == 4 && groups[1] <= 2 && groups[2] <= 2;
  const bool local = count == 2 && groups[0] == 3 && groups[1] == 4;
  return date || local || count >= 3;
}

}  // namespace attache::language
