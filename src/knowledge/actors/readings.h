#pragma once
/// Which of the things that a name can mean is likeliest, and what the word's form allows.

#include "knowledge/actors/atoms.h"
#include "knowledge/actors/name_words.h"

#include <attache/sentence.h>

#include <cstddef>
#include <span>

namespace attache::knowledge {

/// True for the names of somebody in particular, and not for kinds of people.
constexpr bool is_name_use(UseKind kind) { return kind != UseKind::agent && kind != UseKind::agents; }

/// What an atom read so is.
AtomKind atom_kind(const ActorLexicon& lexicon, const Use& use);

/// True when the use's capitals are met by the words beginning at `first`.
bool case_fits(const Use& use, std::span<const NameWord> words, std::size_t first);

/// Whether the part of speech of the atom's last word lets it be what the lexicon says. Decides between "May" and "may", "Turkey" and
/// "turkey", "guards" and "guards". `headline_capitals`: capitals say nothing here.
bool grammar_fits(std::span<const Token> tokens, const Atom& atom, UseKind kind, bool headline_capitals);

/// True for parts of speech that a noun may be tagged as.
bool is_noun_like(Upos upos);

/// Of the use's rivals the one that fits best: that exists on the day, of the wanted country when one is wanted, of the likelier kind.
const Use* choose_use(const AtomContext& context, std::span<const Use> uses, std::span<const NameWord> words, std::size_t first, Code wanted);

/// The same without looking at capitals, for uses that were chosen before.
const Use* choose_use(const AtomContext& context, std::span<const Use> uses, Code wanted);

}  // namespace attache::knowledge
