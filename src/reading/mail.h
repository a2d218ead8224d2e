#pragma once
/// Pages saved with all their parts (MHTML), and messages that hold one.

#include <optional>
#include <string>
#include <string_view>

namespace attache::reading {

/// The page in a message.
struct MailPage {
  std::string bytes;     ///< Transfer encoding undone; still in its charset.
  std::string charset;   ///< As declared; may be empty.
  std::string location;  ///< Where the page was fetched from; may be empty.
  std::string date;      ///< The message's own.
  bool html = true;      ///< Else plain text.
};

/// The first HTML part of the message, else its first part of plain text; nothing when it has neither. Parts within parts are looked
/// through as deep as messages are nested by programs, and at most `kMaxMailParts` of them.
std::optional<MailPage> find_mail_page(std::string_view message);

/// Undoes quoted-printable and base64; bytes that these do not allow are left out.
std::string decode_quoted_printable(std::string_view text);
std::string decode_base64(std::string_view text);

}  // namespace attache::reading
