#include "knowledge/actors/misspelt_names.h"

#include "knowledge/actors/capitals.h"
#include "knowledge/actors/name_variants.h"
#include "knowledge/actors/name_words.h"
#include "knowledge/actors/readings.h"
#include "language/word_list.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attache::knowledge {
namespace {

/// The words of some tokens as the dictionary compares them.
std::vector<std::string> compared_words(std::span<const Token> tokens) {
  std::vector<std::string> words;
  for (const Token& token : tokens) {
    for (auto& word : lexicon_words(token.text)) {
      if (word.text != "s") words.push_back(std::move(word.text));
    }
  }
  return words;
}

/// The words and what is asked about them as one key.
std::string memo_key(const std::vector<std::string>& words, const RespellingRequest& request) {
  std::string key(1, static_cast<char>('0' + request.people + 2 * request.nations + 4 * request.bodies + 8 * request.substitutions));
  for (const std::string& word : words) key += ' ' + word;
  return key;
}

Respelling look_otherwise(const SentenceAtoms& found, const std::vector<std::string>& words, const RespellingRequest& request) {
  Respelling known;
  const auto better = [&](Respelling&& next) {
    if (!known.use && (next.use || known.rivals.empty())) known = std::move(next);
  };
  if (request.people) better(find_by_parts(found.lexicon(), words, found.context.day));
  if (!known.use && (request.people || request.bodies)) better(find_transliteration(found.lexicon(), words, request));
  if (!known.use) better(respell(found.lexicon(), words, request));
  return known;
}

Respelling known_otherwise(const SentenceAtoms& found, const std::vector<std::string>& words, const RespellingRequest& request) {
  RespellingMemo* memo = found.context.respellings;
  if (const Respelling* before = memo ? memo->find(words, request) : nullptr) return *before;
  Respelling known = look_otherwise(found, words, request);
  if (memo) memo->remember(words, request, known);
  return known;
}

/// The end of the words from `first` on that may make a name: capitalised, particles and hyphens between them, nothing but surnames known of them.
std::uint32_t capital_run(const SentenceAtoms& found, std::uint32_t first) {
  static constexpr auto inside = language::word_list({"-", "al", "el", "bin", "ben", "ibn", "de", "da", "dos", "van", "von", "der"});
  const auto& tokens = found.tokens;
  std::uint32_t end = first;
  while (end < tokens.size()) {
    const std::string_view text = tokens[end].text;
    const bool article = end > first && (text.starts_with("al-") || text.starts_with("el-"));
    const bool capital = article || (text.size() > 1 && !(text.front() >= '0' && text.front() <= '9') && tokens[end].upos != Upos::verb && may_begin_name(text));
    const bool behind_hyphen = end > first && tokens[end - 1].text == "-" && !tokens[end - 1].space_after && text.front() >= 'a' && text.front() <= 'z';
    if (!capital && !behind_hyphen && !(end > first && inside.contains(text))) break;
    const bool otherwise = std::any_of(found.atoms.begin(), found.atoms.end(), [&](const Atom& atom) {
      return atom.first <= end && end < atom.last && atom.kind != AtomKind::surname && atom.kind != AtomKind::person && atom.kind != AtomKind::place;
    });
    if (otherwise) break;
    ++end;
  }
  const auto may_end = [&](std::uint32_t last) {
    const std::string_view text = tokens[last - 1].text;
    return may_begin_name(text) || text.find('-') != std::string_view::npos || (last - first > 1 && tokens[last - 2].text == "-");
  };
  while (end > first && !may_end(end)) --end;
  return end;
}

/// Adds the respelt name in place of what stood there. False when nobody was found.
bool add_respelt(SentenceAtoms& found, std::uint32_t first, std::uint32_t last, NameTag tag, Respelling&& respelling) {
  if (!respelling.use) return false;
  Atom atom;
  atom.first = first;
  atom.last = last;
  atom.tag = tag;
  take_respelling(found.lexicon(), atom, std::move(respelling));
  found.put(std::move(atom));
  return true;
}

bool add_misspelt_person(SentenceAtoms& found, std::uint32_t first, std::uint32_t end) {
  const auto words = compared_words(found.tokens.subspan(first, end - first));
  const bool known = std::any_of(found.atoms.begin(), found.atoms.end(), [&](const Atom& atom) {
    const bool within = atom.first >= first && atom.last <= end && atom.last - atom.first < end - first;
    return atom.first < end && first < atom.last && atom.kind == AtomKind::person && !within;
  });
  if (words.size() < 2 || known) return false;
  RespellingRequest request;
  request.people = true;
  return add_respelt(found, first, end, NameTag::begin_person, known_otherwise(found, words, request));
}

}  // namespace

const Respelling* RespellingMemo::find(const std::vector<std::string>& words, const RespellingRequest& request) const {
  const auto place = known_.find(memo_key(words, request));
  return place == known_.end() ? nullptr : &place->second;
}

void RespellingMemo::remember(const std::vector<std::string>& words, const RespellingRequest& request, const Respelling& found) {
  known_.emplace(memo_key(words, request), found);
}

Respelling known_otherwise(const SentenceAtoms& found, std::uint32_t first, std::uint32_t last, RespellingRequest request) {
  const auto words = compared_words(found.tokens.subspan(first, last - first));
  request.nations = request.nations || (request.bodies && words.size() == 1);
  return known_otherwise(found, words, request);
}

void take_respelling(const ActorLexicon& lexicon, Atom& atom, Respelling&& respelling) {
  atom.rivals = std::move(respelling.rivals);
  if (!respelling.use) return;
  atom.use = respelling.use;
  atom.uses = {respelling.use, 1};
  atom.kind = atom_kind(lexicon, *respelling.use);
  atom.respelled = std::move(respelling.name);
}

void add_misspelt_people(SentenceAtoms& found) {
  if (found.in_headline) return;
  for (std::uint32_t first = 0; first < found.tokens.size();) {
    const std::uint32_t last = capital_run(found, first);
    if (last > first + 1 && !add_misspelt_person(found, first, last) && first == 0) add_misspelt_person(found, first + 1, last);
    first = std::max(first + 1, last);
  }
}

bool add_misspelt_body(SentenceAtoms& found, std::uint32_t first, std::uint32_t last) {
  if (last - first < 2) return false;
  RespellingRequest request;
  request.bodies = true;
  return add_respelt(found, first, last, NameTag::begin_organisation, known_otherwise(found, compared_words(found.tokens.subspan(first, last - first)), request));
}

void add_misspelt_nations(SentenceAtoms& found, std::span<const PlaceMention> places) {
  for (std::uint32_t i = 0; i < found.tokens.size(); ++i) {
    const Token& token = found.tokens[i];
    if (token.name != NameTag::none || token.upos != Upos::propn || !found.is_free(i, i + 1)) continue;
    if (std::any_of(places.begin(), places.end(), [&](const PlaceMention& place) { return place.first <= i && i < place.last; })) continue;
    const auto words = compared_words(found.tokens.subspan(i, 1));
    RespellingRequest request;
    request.nations = true;
    request.substitutions = false;
    if (words.size() == 1) add_respelt(found, i, i + 1, NameTag::none, respell(found.lexicon(), words, request));
  }
}

}  // namespace attache::knowledge
