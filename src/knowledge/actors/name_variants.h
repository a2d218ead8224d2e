#pragma once
/// The same name in other letters: transliterations ("Gadhafi", "Qadhafi"), name order ("Abe Shinzo"), initials ("R. T. Erdogan"),
/// short first names ("Mike"), middle names left out or put in.

#include "knowledge/actors/actor_lexicon.h"
#include "knowledge/actors/spelling.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::knowledge {

/// A name's words (as compared, see `name_words`) as they sound, roughly: articles and patronymic particles left out, letters that
/// transliterations use for each other made one ("sh", "sch" and "z" are s, "q", "kh" and "gh" are k, "ch" and "j" are c), double letters single. Vowels stay; a blank stands between words.
std::string sound_of(std::span<const std::string> words);

/// The consonants of a sound, run together: what two transliterations of one name share.
std::string skeleton_of(std::string_view sound);

/// The hash under which the lexicon keeps a skeleton.
std::uint32_t skeleton_hash(std::string_view skeleton);

/// True for the code of a country whose people put the family name first, and are also named the other way round.
bool is_named_family_first(std::string_view code);

/// The one person or body whose name this is in other letters. Names with fewer than six letters, and those that differ in more than one of four
/// letters of their sound, are not found; names of one-syllable words, of countries that put the family name first, must agree but for one letter
/// of ten. Several that fit are rivals; one whose sound is nearer by two letters wins.
Respelling find_transliteration(const ActorLexicon& lexicon, std::span<const std::string> words, const RespellingRequest& request);

/// The one person whose surname stands last (first, for those who write it first) and whose first names agree: equal, an initial, a
/// short form, with middle names left out on either side. Of several the one with fewest left out, then the one who held an office on the day.
Respelling find_by_parts(const ActorLexicon& lexicon, std::span<const std::string> words, std::optional<std::int32_t> day);

}  // namespace attache::knowledge
