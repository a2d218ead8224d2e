#pragma once
/// What capital letters say of a word and of a sentence.

#include "knowledge/actors/name_words.h"

#include <span>
#include <string_view>

namespace attache::knowledge {

/// True for a word that begins with one of the letters A to Z.
constexpr bool begins_with_capital(std::string_view text) { return !text.empty() && text.front() >= 'A' && text.front() <= 'Z'; }

/// True for a word that begins with A to Z or with any letter beyond ASCII, whose case is not looked at.
constexpr bool may_begin_name(std::string_view text) { return begins_with_capital(text) || (!text.empty() && static_cast<unsigned char>(text.front()) >= 0xC3); }

/// "ECOWAS", "M23": nothing but capitals and digits, two at least, the first a letter.
bool is_acronym(std::string_view text);

/// "LeT", "PiS", "MoD": a capital behind a small letter, as no ordinary word has it.
bool has_inner_capital(std::string_view text);

/// True when so many words are all capitals that they say nothing.
bool is_in_capitals(std::span<const NameWord> words);

/// True for headlines that begin nearly every word with a capital, where a capital does not make a name.
bool is_in_title_case(std::span<const NameWord> words);

}  // namespace attache::knowledge
