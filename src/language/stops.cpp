#include "language/stops.h"

#include "language/characters.h"

namespace attache::language {
namespace {

constexpr std::string_view closing_marks[] = {"\"", "'", ")", "]", "\u201D", "\u2019"};
constexpr std::string_view opening_marks[] = {"\"", "'", "(", "[", "\u201C", "\u2018", "``"};

/// Length of the first of the marks found at `byte`; 0 for none.
template <std::size_t size>
std::size_t mark_at(std::string_view text, std::size_t byte, const std::string_view (&marks)[size]) {
  for (const std::string_view mark : marks) {
    if (text.substr(byte, mark.size()) == mark) return mark.size();
  }
  return 0;
}

/// True for a capitalised word that opens sentences. In a text all in capitals nothing tells, and the sentence goes on.
bool opens_sentence(std::string_view word) {
  return is_sentence_opener(word) && (word.size() == 1 || !is_upper_ascii(word[1]));
}

/// True when the sentence could end before what follows: nothing, a quotation, or a word that opens sentences.
bool may_begin_anew(const Following& following) {
  return following.kind == Following::Kind::nothing || opens_sentence(following.word);
}

StopRole ended_or_not(const Following& following) {
  if (following.kind == Following::Kind::nothing) return StopRole::sentence;
  return opens_sentence(following.word) ? StopRole::sentence : StopRole::abbreviation;
}

/// Letters with stops between: "U.S.", "a.m.", "J.R.R." The stop stays with the word at the sentence's end, but not that of a time of day.
StopRole role_after_dotted(std::string_view word, const Following& following) {
  if (!may_begin_anew(following)) return StopRole::abbreviation;
  const bool time = equals_ignoring_case(word, "a.m") || equals_ignoring_case(word, "p.m");
  return time ? StopRole::sentence : StopRole::both;
}

/// One letter: an initial ("George W. Bush") or "p. 7"; but "Plan B. The …", "Henry and I."
StopRole role_after_letter(std::string_view word, std::string_view previous, const Following& following) {
  const bool name_before = !previous.empty() && is_upper_at(previous, 0) && !is_sentence_opener(previous);
  if (is_upper_ascii(word[0])) {
    if (following.kind == Following::Kind::upper) {
      return opens_sentence(following.word) && (!name_before || word == "I") ? StopRole::sentence : StopRole::abbreviation;
    }
    if (following.attached && following.kind == Following::Kind::mark) return StopRole::abbreviation;
    if (following.kind == Following::Kind::digit && previous.size() == 2 && previous[1] == '.') return StopRole::abbreviation;  // "H. R. 40"
    return following.kind == Following::Kind::lower && word != "I" ? StopRole::abbreviation : StopRole::sentence;
  }
  if (previous == "(") return StopRole::abbreviation;  // "(b. 1950)"
  if (abbreviation_of(word) == Abbreviation::before_number && following.kind == Following::Kind::digit) return StopRole::abbreviation;
  return equals_ignoring_case(word, "v") && following.kind == Following::Kind::upper ? StopRole::abbreviation : StopRole::sentence;
}

}  // namespace

Following what_follows(std::string_view text, std::size_t byte) {
  constexpr std::size_t most_marks = 4, longest_word = 24;
  Following following;
  for (std::size_t marks = 0; marks < most_marks && byte < text.size(); ++marks) {
    const std::size_t length = mark_at(text, byte, closing_marks);
    if (length == 0) break;
    following.closed = true;
    byte += length;
  }
  const std::size_t begin = byte;
  while (byte < text.size() && character_at(text, byte).kind == CharacterClass::blank) byte += character_at(text, byte).length;
  following.attached = byte == begin;
  for (std::size_t marks = 0; marks < most_marks && byte < text.size(); ++marks) byte += mark_at(text, byte, opening_marks);
  if (byte >= text.size()) return following;
  if (is_upper_at(text, byte)) {
    following.kind = Following::Kind::upper;
  } else {
    switch (character_at(text, byte).kind) {
      case CharacterClass::letter: following.kind = Following::Kind::lower; break;
      case CharacterClass::digit: following.kind = Following::Kind::digit; break;
      default: following.kind = Following::Kind::mark; break;
    }
  }
  std::size_t end = byte;
  while (end < text.size() && end - byte < longest_word && character_at(text, end).kind == CharacterClass::letter) end += character_at(text, end).length;
  following.word = text.substr(byte, end - byte);
  return following;
}

StopRole role_of_stop(std::string_view word, std::string_view previous, const Following& following) {
  if (following.attached && following.kind == Following::Kind::upper && !is_dotted_letters(word) && abbreviation_of(word) == Abbreviation::none) {
    return StopRole::sentence;  // a missing space
  }
  if (is_dotted_letters(word)) return role_after_dotted(word, following);
  if (word.size() == 1 && is_letter_ascii(word[0])) return role_after_letter(word, previous, following);
  switch (abbreviation_of(word)) {
    case Abbreviation::none: return StopRole::sentence;
    case Abbreviation::title: return following.kind == Following::Kind::nothing ? StopRole::sentence : StopRole::abbreviation;
    case Abbreviation::may_end:
      if (equals_ignoring_case(word, "etc") && following.kind == Following::Kind::upper) return StopRole::sentence;
      return ended_or_not(following);
    case Abbreviation::before_number: return following.kind == Following::Kind::digit ? StopRole::abbreviation : StopRole::sentence;
    case Abbreviation::calendar: {
      const bool dated = following.kind == Following::Kind::digit || following.kind == Following::Kind::mark ||
                         abbreviation_of(following.word) == Abbreviation::calendar;
      return dated && is_upper_ascii(word[0]) ? StopRole::abbreviation : StopRole::sentence;
    }
    case Abbreviation::state:  // "Reno, Nev." and "R-Ariz."
      return (previous == "," || previous == "-" || previous == "(") && is_upper_ascii(word[0]) ? ended_or_not(following) : StopRole::sentence;
  }
  return StopRole::sentence;
}

}  // namespace attache::language
