#include "reading/date_lines.h"

#include "reading/date_pieces.h"
#include "reading/date_text.h"
#include "reading/text.h"

#include <algorithm>
#include <iterator>

namespace attache::reading {
namespace {

/// Words that stand in a date line beside the date itself.
constexpr std::string_view kDateLineWords[] = {
    "published", "posted", "updated", "modified", "created", "first", "last", "on", "at", "the", "of", "date", "time", "am", "pm", "a", "p", "m",
    "gmt", "utc", "bst", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "ct", "pt", "cet", "cest", "eet", "ist", "jst", "kst", "aest",
    "aedt", "hkt", "sgt", "wib", "eat", "wat", "sast", "msk", "local", "z", "t", "h", "hrs", "hours", "uhr", "st", "nd", "rd", "th",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",
    "sat", "sun", "from", "issued", "release", "released", "filed", "and", "de", "le", "am", "um", "den", "der", "el", "del", "issue",
    "erstellt", "veröffentlicht", "aktualisiert", "stand", "publié", "mis", "jour", "modifié", "publicado", "actualizado", "actualización", "atualizado", "pubblicato", "aggiornato", "gepubliceerd", "geplaatst", "bijgewerkt",
    "publicerad", "uppdaterad", "publisert", "oppdatert", "opublikowano", "aktualizacja", "publication", "printed", "online", "web", "dated", "minutes", "minute", "min", "mins", "read", "ago",
};

bool is_date_line_word(const Piece& piece) {
  const auto lower = ascii_lower(piece.text);
  return month_named(piece.text) || std::find(std::begin(kDateLineWords), std::end(kDateLineWords), lower) != std::end(kDateLineWords);
}

}  // namespace

std::optional<Day> day_in_dateline(std::string_view paragraph) {
  constexpr std::size_t kLongestDateline = 80;
  constexpr std::size_t kMostPlaceWords = 6;
  const auto found = find_day(paragraph.substr(0, kLongestDateline));
  if (!found) return std::nullopt;
  const auto place = split_words(paragraph.substr(0, found->start));
  if (place.size() > kMostPlaceWords) return std::nullopt;
  // Places and agencies begin with capitals; a sentence that mentions a day has small words before it.
  for (const auto word : place) {
    if (is_lower(word.front()) && word != "de" && word != "of" && word != "the" && word != "al") return std::nullopt;
  }
  if (!place.empty() && (equal_ignoring_case(place.back(), "on") || equal_ignoring_case(place.back(), "in"))) return std::nullopt;
  const auto behind = paragraph.substr(found->end, 4);
  const bool closes = behind.starts_with('.') || behind.starts_with(':') || behind.starts_with(" (") || behind.starts_with(" -") || behind.starts_with(" –") ||
                      behind.starts_with(" —") || behind.starts_with(")") || behind.starts_with(" /");
  if (!closes) return std::nullopt;
  return found->day;
}

bool is_date_line(std::string_view line) {
  constexpr std::size_t kLongestDateLine = 160;
  // Names of weekdays and words for publishing in scripts that the list has none of; more is a sentence.
  constexpr std::size_t kMostForeignBytes = 60;
  if (line.size() > kLongestDateLine) return false;
  const auto found = find_day(line, NumericOrder::day_first);
  const auto impossible = found ? std::string_view() : find_impossible_day(line);
  if (!found && impossible.empty()) return false;
  const std::size_t start = found ? found->start : static_cast<std::size_t>(impossible.data() - line.data());
  const std::size_t end = found ? found->end : start + impossible.size();
  std::size_t foreign_bytes = 0;
  for (const auto& piece : split_pieces(line, 0)) {
    const bool inside = piece.start >= start && piece.end() <= end;
    // One or two letters are zones or initials.
    if (inside || piece.number || piece.text.size() <= 2 || is_date_line_word(piece)) continue;
    if (static_cast<unsigned char>(piece.text[0]) < 0x80) return false;
    foreign_bytes += piece.text.size();
  }
  return foreign_bytes <= kMostForeignBytes;
}

bool is_publication_line(std::string_view line) {
  for (const std::string_view word : {"published", "posted", "created", "erstellt", "gepostet", "geschrieben am", "veröffentlicht", "publié", "publicado", "pubblicato", "gepubliceerd", "geplaatst", "publicerad", "publisert", "opublikowano", "опубликовано"}) {
    if (find_ignoring_case(line, word) != std::string_view::npos) return true;
  }
  return false;
}

bool is_update_line(std::string_view line) {
  for (const std::string_view word : {"updated", "modified", "last changed", "last edited", "revised", "aktualisiert", "mis à jour", "modifié", "actualiza", "atualizado", "aggiornato", "bijgewerkt", "uppdaterad", "oppdatert", "aktualizacja", "обновлено"}) {
    if (find_ignoring_case(line, word) != std::string_view::npos) return true;
  }
  return false;
}

bool is_edit_line(std::string_view line) {
  for (const std::string_view words : {"page was last edited", "page was last modified", "seite wurde zuletzt am", "dernière modification de cette page", "página se editó por última vez", "página foi editada pela última vez",
                                       "questa pagina è stata modificata", "pagina is voor het laatst bewerkt", "страница в последний раз была отредактирована"}) {
    if (find_ignoring_case(line, words) != std::string_view::npos) return true;
  }
  return false;
}

bool is_hour(std::string_view line) {
  constexpr std::size_t kLongest = 32;
  if (line.size() > kLongest || line.empty() || !is_digit(line.front())) return false;
  const auto pieces = split_pieces(line, 0);
  if (pieces.size() < 3 || !pieces[1].number || pieces[1].text.size() != 2 || pieces[1].start != pieces[0].end() + 1 || line[pieces[0].end()] != ':') return false;
  return std::all_of(pieces.begin() + 2, pieces.end(), [](const Piece& piece) { return !piece.number && is_date_line_word(piece) && !month_named(piece.text); });
}

bool is_place_and_day(std::string_view line) {
  constexpr std::size_t kLongest = 80;
  constexpr std::size_t kMostWords = 6;
  if (line.size() > kLongest) return false;
  const auto found = find_day(line, NumericOrder::day_first);
  if (!found || found->end != line.size()) return false;
  const auto place = trim(line.substr(0, found->start));
  if (!place.ends_with(',') || ends_sentence(place)) return false;
  const auto words = split_words(place);
  return words.size() <= kMostWords && std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return !is_lower(word.front()) && is_letter(word.front()) && !month_named(strip(word, ","));
  });
}

}  // namespace attache::reading
