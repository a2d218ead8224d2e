#include "knowledge/actors/readings.h"

#include "knowledge/actors/capitals.h"
#include "knowledge/actors/page_nations.h"

#include <optional>

namespace attache::knowledge {
namespace {

/// Which reading of several a name has when nothing else decides: smaller is likelier.
int rank(const ActorLexicon& lexicon, const Use& use) {
  switch (use.kind) {
    case UseKind::name:
      switch (lexicon.actor(use.target).kind) {
        case ActorKind::country: return 0;
        case ActorKind::special: return 2;
        case ActorKind::region: return 4;
        case ActorKind::person: return 1;
        default: return 2;
      }
    case UseKind::demonym: return 1;
    case UseKind::people: return 3;
    case UseKind::capital: return 3;
    case UseKind::metonym: return 5;
    case UseKind::agent: case UseKind::agents: return 6;
    case UseKind::surname: return 9;
    case UseKind::short_name: return 8;
  }
  return 9;
}

bool exists_on(const ActorRecord& actor, std::optional<std::int32_t> day) { return !day || (actor.from <= *day && *day <= actor.to); }

int score(const AtomContext& context, const Use& use, Code wanted) {
  int score = -2 * rank(*context.lexicon, use);
  if (!is_name_use(use.kind)) return score;
  const ActorRecord& actor = context.lexicon->actor(use.target);
  if (!exists_on(actor, context.day)) score -= 20;
  if (!wanted.empty() && actor.code == wanted) score += 40;
  if (use.kind == UseKind::name && actor.kind == ActorKind::person && context.lexicon->standing(actor, context.day).role) ++score;
  return score;
}

template <typename Fits>
const Use* best_use(const AtomContext& context, std::span<const Use> uses, Code wanted, Fits fits) {
  const Use* best = nullptr;
  int best_score = 0;
  const bool by_page = context.page && uses.size() > 1 && are_namesakes(context, uses);
  for (const Use& use : uses) {
    if (!fits(use)) continue;
    int points = score(context, use, wanted);
    if (by_page && is_name_use(use.kind)) points += context.page->speaks_for(context.lexicon->actor(use.target));
    if (!best || points > best_score) {
      best = &use;
      best_score = points;
    }
  }
  return best;
}

}  // namespace

AtomKind atom_kind(const ActorLexicon& lexicon, const Use& use) {
  switch (use.kind) {
    case UseKind::demonym: return AtomKind::demonym;
    case UseKind::people: return AtomKind::people;
    case UseKind::capital: return AtomKind::capital;
    case UseKind::metonym: return AtomKind::metonym;
    case UseKind::surname: return AtomKind::surname;
    case UseKind::short_name: return AtomKind::short_body;
    case UseKind::agent: case UseKind::agents: return AtomKind::agent;
    case UseKind::name: break;
  }
  switch (lexicon.actor(use.target).kind) {
    case ActorKind::country: case ActorKind::region: case ActorKind::special: return AtomKind::nation;
    case ActorKind::person: return AtomKind::person;
    default: return AtomKind::body;
  }
}

bool case_fits(const Use& use, std::span<const NameWord> words, std::size_t first) {
  for (std::size_t i = 0; i < use.words; ++i) {
    const unsigned bit = 1u << i;
    if ((use.uppers & bit) && !words[first + i].upper) return false;
    if ((use.capitals & bit) && !words[first + i].capital) return false;
  }
  return true;
}

bool is_noun_like(Upos upos) { return upos == Upos::noun || upos == Upos::propn || upos == Upos::x || upos == Upos::sym; }

bool grammar_fits(std::span<const Token> tokens, const Atom& atom, UseKind kind, bool headline_capitals) {
  const Token& final = tokens[atom.last - 1];
  if (final.upos == Upos::x) return true;  // not tagged
  if (!is_name_use(kind)) {
    if (is_noun_like(final.upos)) return true;
    // "the displaced", "the accused": an adjective or participle with an article and no noun to describe.
    const bool describes = final.relation == Relation::amod || final.relation == Relation::compound;
    const auto introduces = [](const Token& token) { return token.upos == Upos::det || token.text == "'s" || token.text == "\xE2\x80\x99s" || token.xpos == "PRP$"; };
    if (final.upos == Upos::adj || final.xpos == "VBN") return tokens.size() == 1 || (!describes && atom.first > 0 && introduces(tokens[atom.first - 1]));
    return false;
  }
  if (atom.last - atom.first > 1) return true;
  if (headline_capitals && kind != UseKind::demonym && kind != UseKind::people) return is_noun_like(final.upos);
  if (tokens.size() == 1 || is_acronym(final.text) || has_inner_capital(final.text)) return true;  // where neither neighbours nor spelling tell the tagger much
  if (kind == UseKind::demonym && final.upos == Upos::det) return true;  // rare nationalities: "Togolese officials"
  return is_noun_like(final.upos) || final.upos == Upos::adj || final.upos == Upos::num || (final.upos == Upos::intj && kind != UseKind::surname);
}

const Use* choose_use(const AtomContext& context, std::span<const Use> uses, std::span<const NameWord> words, std::size_t first, Code wanted) {
  const auto only_in_names = [&](const Use& use) { return !is_name_use(use.kind) && context.lexicon->agent(use.target).in_names; };
  return best_use(context, uses, wanted, [&](const Use& use) { return case_fits(use, words, first) && !only_in_names(use); });
}

const Use* choose_use(const AtomContext& context, std::span<const Use> uses, Code wanted) {
  return best_use(context, uses, wanted, [](const Use&) { return true; });
}

}  // namespace attache::knowledge
