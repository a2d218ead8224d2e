#pragma once
/// English abbreviations that are written with a stop, and how the stop may be read.

#include <cstdint>
#include <string_view>

namespace attache::language {

/// How an abbreviation behaves before what follows.
enum class Abbreviation : std::uint8_t {
  none,           ///< Not known: a stop after it ends the sentence.
  title,          ///< "Mr.", "Gen.", "vs.": something always follows in the same sentence.
  may_end,        ///< "Inc.", "etc.": may be the sentence's last word, and the stop then serves for both.
  before_number,  ///< "No.", "pp.", "Fig.": an abbreviation only before a number; else the word "no" and a stop.
  calendar,       ///< "Jan.", "Sun.": capitalised, before a number, a comma or another date word.
  state,          ///< "Mass.", "Ore.": a state of the United States after a comma or hyphen; else a word and a stop.
};

/// The class of the word (without its final stop), whatever its case.
Abbreviation abbreviation_of(std::string_view word);

/// True for letters with stops between them, without the final one: "U.S", "a.m", "J.R.R".
bool is_dotted_letters(std::string_view word);

/// True for words that begin sentences far oftener than they follow an abbreviation within one: "The", "He", "But".
/// `word` is taken as written; only its capitalised form counts.
bool is_sentence_opener(std::string_view word);

}  // namespace attache::language
