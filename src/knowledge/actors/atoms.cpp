#include "knowledge/actors/atoms.h"

#include "base/utf8.h"
#include "knowledge/actors/name_variants.h"
#include "knowledge/actors/page_nations.h"
#include "knowledge/actors/spelling.h"
#include "language/word_list.h"

#include <algorithm>
#include <array>

namespace attache::knowledge {
namespace {

using language::word_list;

bool is_name_use(UseKind kind) { return kind != UseKind::agent && kind != UseKind::agents; }

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

bool is_noun_like(Upos upos) { return upos == Upos::noun || upos == Upos::propn || upos == Upos::x || upos == Upos::sym; }

/// "ECOWAS", "M23": nothing but capitals and digits, two at least.
bool is_acronym(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  return text.size() >= 2 && text.front() >= 'A' && std::all_of(text.begin(), text.end(), fits);
}

/// Whether the word's part of speech lets it be what the lexicon says. Decides between "May" and "may", "Turkey" and "turkey", "guards" and "guards".
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
  if (tokens.size() == 1 || is_acronym(final.text)) return true;  // where neither neighbours nor spelling tell the tagger much
  if (kind == UseKind::demonym && final.upos == Upos::det) return true;  // rare nationalities: "Togolese officials"
  return is_noun_like(final.upos) || final.upos == Upos::adj || final.upos == Upos::num || (final.upos == Upos::intj && kind != UseKind::surname);
}

/// True when so many letters are capitals that they say nothing.
bool is_in_capitals(std::span<const NameWord> words) {
  const auto upper = std::count_if(words.begin(), words.end(), [](const NameWord& word) { return word.upper; });
  return words.size() >= 3 && static_cast<std::size_t>(upper) * 3 > words.size() * 2;
}

/// True for headlines that begin nearly every word with a capital, where a capital does not make a name.
bool is_in_title_case(std::span<const NameWord> words) {
  const auto capitals = std::count_if(words.begin(), words.end(), [](const NameWord& word) { return word.capital; });
  return words.size() >= 4 && static_cast<std::size_t>(capitals) * 4 >= words.size() * 3;
}

bool begins(NameTag tag) { return tag == NameTag::begin_person || tag == NameTag::begin_organisation || tag == NameTag::begin_place; }

NameTag inside_of(NameTag tag) {
  switch (tag) {
    case NameTag::begin_person: return NameTag::inside_person;
    case NameTag::begin_organisation: return NameTag::inside_organisation;
    case NameTag::begin_place: return NameTag::inside_place;
    default: return NameTag::none;
  }
}

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

class AtomFinder {
 public:
  AtomFinder(const AtomContext& context, const Sentence& sentence) : context_(context), tokens_(sentence.tokens) {}

  std::vector<Atom> find(std::span<const PlaceMention> places) {
    name_words(tokens_, words_);
    match_names(context_, tokens_, words_, atoms_);
    // "The North" is no Mr North.
    std::erase_if(atoms_, [&](const Atom& atom) {
      const bool article = atom.first > 0 && (tokens_[atom.first - 1].text == "the" || tokens_[atom.first - 1].text == "The");
      return atom.kind == AtomKind::surname && atom.last == atom.first + 1 && (article || is_compass_word(atom.first, atom.last)) &&
             (atom.last >= tokens_.size() || !is_capitalised(tokens_[atom.last].text));
    });
    in_headline_ = is_in_capitals(words_) || is_in_title_case(words_);
    drop_words_of_foreign_names();
    add_places(places);
    add_misspelt_people();
    drop_names_of_others();
    widen_surnames();
    add_names();
    add_titled_names();
    add_untagged_bodies();
    add_misspelt_words();
    std::stable_sort(atoms_.begin(), atoms_.end(), [](const Atom& a, const Atom& b) { return a.first < b.first; });
    return std::move(atoms_);
  }

 private:
  /// "Chad Smith" is not about Chad, and "Gordon Brown" is not another Brown.
  void drop_words_of_foreign_names() {
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].name != NameTag::begin_person) continue;
      const std::uint32_t end = name_end(i);
      std::uint32_t begin = i;
      for (const Atom& atom : atoms_) {  // titles and nationalities that the name finder took for part of the name
        const bool title = atom.kind == AtomKind::agent || atom.kind == AtomKind::demonym;
        if (title && atom.first == begin && atom.last < end) begin = atom.last;
      }
      std::erase_if(atoms_, [&](const Atom& atom) {
        const bool smaller = atom.first >= begin && atom.last <= end && atom.last - atom.first < end - begin;
        return smaller && (atom.kind != AtomKind::person || is_another_person(atom, begin, end));
      });
    }
  }

  /// "Juan Carlos Jobet" is not Juan Carlos. But what stands before a name may be a form of address or a further first name, and behind the
  /// name of a Spanish or Portuguese speaker the mother's, behind an Arab's the grandfather's.
  bool is_another_person(const Atom& atom, std::uint32_t begin, std::uint32_t end) const {
    const auto own_word = [&](const Token& token) { return token.upos != Upos::punct && token.text.size() > 2 && token.text.front() >= 'A' && token.text.front() <= 'Z' && token.text != "Jr."; };
    if (atom.last >= end || !own_word(tokens_[atom.last])) return false;
    static constexpr auto particles = word_list({"bin", "ibn", "al", "von", "van"});
    if (particles.contains(tokens_[atom.last].text) || tokens_[atom.last].text == "Jr" || begin > atom.first) return false;
    static constexpr std::array<std::string_view, 21> two_surnames{"ESP", "MEX", "ARG", "COL", "CHL", "PER", "VEN", "ECU", "BOL", "PRY", "URY", "CUB", "DOM", "GTM", "HND", "SLV", "NIC", "CRI", "PAN", "BRA", "PRT"};
    const ActorRecord& actor = context_.lexicon->actor(atom.use->target);
    const bool iberian = std::find(two_surnames.begin(), two_surnames.end(), actor.code.view()) != two_surnames.end();
    const bool has_surname = atom.last - atom.first > 1 && !is_single_name(actor);
    return !(iberian && has_surname);
  }

  /// True for those who are called by a first name or two and have no surname of their own: "Juan Carlos".
  bool is_single_name(const ActorRecord& actor) const {
    const auto words = lexicon_words(context_.lexicon->text(actor.name));
    if (words.empty()) return true;
    const auto index = static_cast<std::uint32_t>(&actor - &context_.lexicon->actor(0));
    for (const auto& word : words) {
      for (const Use& use : context_.lexicon->uses_at(context_.lexicon->follow(0, word_hash(word.text)).uses)) {
        if (use.kind == UseKind::surname && use.target == index) return false;
      }
    }
    return true;
  }

  std::uint32_t name_end(std::uint32_t first) const {
    const NameTag inside = inside_of(tokens_[first].name);
    std::uint32_t end = first + 1;
    while (end < tokens_.size() && tokens_[end].name == inside) ++end;
    return tokens_[first].name == NameTag::begin_person ? before_nation(first, person_end(end)) : end;
  }

  /// Names of people go on over hyphens and capitalised words that the name finder left out: "Mohammed Hussein | Roble", "Tseng Hou - jen".
  std::uint32_t person_end(std::uint32_t end) const {
    while (end < tokens_.size()) {
      const bool hyphen = tokens_[end].text == "-" && end + 1 < tokens_.size() && !tokens_[end - 1].space_after && !tokens_[end].space_after && !goes_on_otherwise(end + 1);
      if (hyphen) end += 2;
      else if (is_further_name_word(end)) ++end;
      else break;
    }
    return end;
  }

  /// True for words that begin something else the lexicon knows.
  bool goes_on_otherwise(std::uint32_t i) const {
    return std::any_of(atoms_.begin(), atoms_.end(), [&](const Atom& atom) { return atom.first <= i && i < atom.last && atom.kind != AtomKind::surname; });
  }

  bool is_further_name_word(std::uint32_t i) const {
    static constexpr auto calendar = word_list({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
                                                "august", "september", "october", "november", "december"});
    const Token& token = tokens_[i];
    const bool capital = token.text.size() > 1 && token.text.front() >= 'A' && token.text.front() <= 'Z' && std::any_of(token.text.begin(), token.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return capital && token.name == NameTag::none && token.upos == Upos::propn && !calendar.contains(token.text) && !goes_on_otherwise(i) && !in_headline_;
  }

  /// "John Bruton of Ireland": whose somebody is is not part of the name.
  std::uint32_t before_nation(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first + 1; i + 1 < last; ++i) {
      const bool nation = tokens_[i].text == "of" && std::any_of(atoms_.begin(), atoms_.end(), [&](const Atom& atom) { return atom.first == i + 1 && atom.last >= last; });
      if (nation) return i;
    }
    return last;
  }

  bool is_free(std::uint32_t first, std::uint32_t last) const {
    return std::none_of(atoms_.begin(), atoms_.end(), [&](const Atom& atom) { return atom.first < last && first < atom.last; });
  }

  void add_places(std::span<const PlaceMention> places) {
    for (const PlaceMention& place : places) {
      if (place.location.country.empty() || place.first >= place.last || !is_free(place.first, place.last)) continue;
      if (is_compass_word(place.first, place.last)) continue;
      Atom atom;
      atom.first = place.first;
      atom.last = place.last;
      atom.kind = AtomKind::place;
      atom.place_code = code_from(place.location.country);
      atoms_.push_back(atom);
    }
  }

  /// Two capitalised words and more that are a known person's name in other letters, whatever the name finder made of them.
  void add_misspelt_people() {
    if (in_headline_) return;
    for (std::uint32_t first = 0; first < tokens_.size();) {
      const std::uint32_t last = capital_run(first);
      if (last > first + 1 && !take_misspelt_person(first, last) && first == 0) take_misspelt_person(first + 1, last);
      first = std::max(first + 1, last);
    }
  }

  /// "George Obama" is not the one whom everybody calls Obama.
  void drop_names_of_others() {
    if (in_headline_) return;
    std::erase_if(atoms_, [&](const Atom& atom) {
      return atom.kind == AtomKind::person && atom.last == atom.first + 1 && atom.first > 0 && is_further_name_word(atom.first - 1) && !goes_on_otherwise(atom.first - 1);
    });
  }

  /// "Salem Rashid", of which only Rashid is somebody's surname: one person's name.
  void widen_surnames() {
    if (in_headline_) return;
    for (std::size_t a = 0; a < atoms_.size(); ++a) {
      if (atoms_[a].kind != AtomKind::surname) continue;
      const std::uint32_t last = atoms_[a].last;
      std::uint32_t first = atoms_[a].first;
      while (first > 0 && is_further_name_word(first - 1)) --first;
      if (first == atoms_[a].first) continue;
      std::erase_if(atoms_, [&](const Atom& atom) { return atom.first < last && first < atom.last; });
      push_name(first, last, NameTag::begin_person, {});
      a = 0;
    }
  }

  /// The end of the words from `first` on that may make a name: capitalised, particles and hyphens between them, nothing but surnames known of them.
  std::uint32_t capital_run(std::uint32_t first) const {
    static constexpr auto inside = word_list({"-", "al", "el", "bin", "ben", "ibn", "de", "da", "dos", "van", "von", "der"});
    std::uint32_t end = first;
    while (end < tokens_.size()) {
      const std::string_view text = tokens_[end].text;
      const bool article = end > first && (text.starts_with("al-") || text.starts_with("el-"));
      const bool capital = article || (text.size() > 1 && !(text.front() >= '0' && text.front() <= '9') && tokens_[end].upos != Upos::verb && is_capitalised(text));
      const bool behind_hyphen = end > first && tokens_[end - 1].text == "-" && !tokens_[end - 1].space_after && text.front() >= 'a' && text.front() <= 'z';
      if (!capital && !behind_hyphen && !(end > first && inside.contains(text))) break;
      const bool otherwise = std::any_of(atoms_.begin(), atoms_.end(), [&](const Atom& atom) {
        return atom.first <= end && end < atom.last && atom.kind != AtomKind::surname && atom.kind != AtomKind::person && atom.kind != AtomKind::place;
      });
      if (otherwise) break;
      ++end;
    }
    while (end > first && !is_capitalised(tokens_[end - 1].text) && tokens_[end - 1].text.find('-') == std::string_view::npos && !(end - first > 1 && tokens_[end - 2].text == "-")) --end;
    return end;
  }

  static bool is_capitalised(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    return (first >= 'A' && first <= 'Z') || first >= 0xC3;
  }

  bool take_misspelt_person(std::uint32_t first, std::uint32_t end) {
    const auto words = compared_words(std::span(tokens_).subspan(first, end - first));
    const bool known = std::any_of(atoms_.begin(), atoms_.end(), [&](const Atom& atom) {
      const bool within = atom.first >= first && atom.last <= end && atom.last - atom.first < end - first;
      return atom.first < end && first < atom.last && atom.kind == AtomKind::person && !within;
    });
    if (words.size() < 2 || known) return false;
    RespellingRequest request;
    request.people = true;
    Respelling found = known_otherwise(words, request);
    if (!found.use) return false;
    std::erase_if(atoms_, [&](const Atom& atom) { return atom.first < end && first < atom.last; });
    Atom atom;
    atom.first = first;
    atom.last = end;
    atom.tag = NameTag::begin_person;
    take_respelling(atom, std::move(found));
    atoms_.push_back(std::move(atom));
    return true;
  }

  /// "Department of | Education": a name does not end in a preposition.
  std::uint32_t behind_preposition(std::uint32_t last) const {
    if (tokens_[last - 1].text != "of" && tokens_[last - 1].text != "for") return last;
    std::uint32_t end = last;
    while (end < tokens_.size() && is_capitalised(tokens_[end].text) && is_free(end, end + 1)) ++end;
    return end > last ? end : last - 1;
  }

  /// A body's name that the lexicon writes otherwise: "Africa Union".
  bool take_misspelt_body(std::uint32_t first, std::uint32_t last) {
    if (last - first < 2) return false;
    RespellingRequest request;
    request.bodies = true;
    Respelling found = known_otherwise(compared_words(std::span(tokens_).subspan(first, last - first)), request);
    if (!found.use) return false;
    std::erase_if(atoms_, [&](const Atom& atom) { return atom.first < last && first < atom.last; });
    Atom atom;
    atom.first = first;
    atom.last = last;
    atom.tag = NameTag::begin_organisation;
    take_respelling(atom, std::move(found));
    atoms_.push_back(std::move(atom));
    return true;
  }

  /// "The North" is the North Korea of a page on Korea before it is a region of Cameroon.
  bool is_compass_word(std::uint32_t first, std::uint32_t last) const {
    static constexpr auto compass = word_list({"north", "south", "east", "west"});
    return last - first == 1 && compass.contains(tokens_[first].text);
  }

  /// Names that only the name finder knows.
  void add_names() {
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (!begins(tokens_[i].name)) continue;
      const NameTag tag = tokens_[i].name;
      std::uint32_t first = i;
      std::uint32_t last = name_end(i);
      // Titles, nationalities before the name.
      for (bool moved = true; moved;) {
        moved = false;
        for (const Atom& atom : atoms_) {
          if (atom.first == first && atom.last < last && (atom.kind == AtomKind::agent || atom.kind == AtomKind::demonym) && tag == NameTag::begin_person) {
            first = atom.last;
            moved = true;
          }
        }
      }
      while (first < last && tokens_[first].upos == Upos::punct) ++first;
      if (first >= last || is_compass_word(first, last)) continue;
      if (tag == NameTag::begin_organisation) {
        last = behind_preposition(last);
        const bool head_known = std::any_of(atoms_.begin(), atoms_.end(), [&](const Atom& atom) {
          return atom.last >= last && atom.first < last && atom.kind != AtomKind::agent && atom.kind != AtomKind::surname;
        });
        if (head_known || take_misspelt_body(first, last)) continue;
        add_place_in_front(first, last);
        const Use* head = head_agent(first, last);
        // "Kuwait Oil Company" is composed of what is known; a name whose head is unknown, or that has other words of its own, stands by itself.
        if (head && !has_own_words(first, last)) continue;
        const bool begin_taken = std::any_of(atoms_.begin(), atoms_.end(), [&](const Atom& atom) {
          const bool agent = atom.kind == AtomKind::agent && (!head || atom.last - atom.first > 1);
          const bool short_name = atom.kind == AtomKind::short_body && atom.first <= first && atom.last >= last;
          const bool whole = atom.first <= first && atom.last >= last && is_nation_like(atom.kind);  // "Tehran" is no body, whatever the name finder says
          return atom.first < last && first < atom.last && (atom.kind == AtomKind::body || atom.kind == AtomKind::person || short_name || whole || agent);
        });
        if (begin_taken) continue;
        Code owner;
        for (const Atom& atom : atoms_) {
          if (atom.first < first || atom.last > last) continue;
          const bool uncertain = atom.kind == AtomKind::surname || atom.kind == AtomKind::short_body;
          if (atom.use && is_name_use(atom.use->kind) && !uncertain) owner = context_.lexicon->actor(atom.use->target).code;
          if (atom.kind == AtomKind::place && owner.empty()) owner = atom.place_code;
        }
        std::erase_if(atoms_, [&](const Atom& atom) { return atom.first >= first && atom.last <= last; });
        if (!is_free(first, last)) continue;
        push_name(first, last, tag, owner);
        if (atoms_.back().kind == AtomKind::name) atoms_.back().head_agent = head;
        continue;
      }
      if (is_free(first, last)) push_name(first, last, tag, {});
    }
  }

  /// What the head of a body's name says of it: the last word ("Acme Inc"), or the one before "of" and "for" ("Department of Education").
  const Use* head_agent(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first + 1; i < last; ++i) {
      if (tokens_[i].text == "of" || tokens_[i].text == "for") {
        if (const Use* use = agent_at(i - 1)) return use;
      }
    }
    return agent_at(last - 1);
  }

  /// The kind of body that a capitalised word names.
  const Use* agent_at(std::uint32_t i) const {
    const auto words = lexicon_words(tokens_[i].text);
    if (words.size() != 1 || !words.front().capital) return nullptr;
    for (const Use& use : context_.lexicon->uses_at(context_.lexicon->follow(0, word_hash(words.front().text)).uses)) {
      if (use.kind == UseKind::agent && (context_.lexicon->agent(use.target).collective || context_.lexicon->agent(use.target).in_names)) return &use;
    }
    return nullptr;
  }

  /// True when a capitalised word of the name is none that the lexicon composes names of.
  bool has_own_words(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
      const bool capital = !tokens_[i].text.empty() && tokens_[i].text.front() >= 'A' && tokens_[i].text.front() <= 'Z';
      if (capital && is_free(i, i + 1)) return true;
    }
    return false;
  }

  /// "Madras High Court": what stands before the noun that says what the body is can be where it is.
  void add_place_in_front(std::uint32_t first, std::uint32_t last) {
    const auto head = std::find_if(atoms_.begin(), atoms_.end(), [&](const Atom& atom) { return atom.kind == AtomKind::agent && atom.first > first && atom.last == last; });
    if (head == atoms_.end() || !is_free(first, head->first)) return;
    Atom place;
    place.first = first;
    place.last = head->first;
    take_known_place(place, true);
    if (place.kind == AtomKind::place) atoms_.push_back(std::move(place));
  }

  /// "Defence Minister Diego Molano", where the name finder saw no name.
  void add_titled_names() {
    for (std::size_t a = 0; a < atoms_.size(); ++a) {
      const Atom& title = atoms_[a];
      if (title.kind != AtomKind::agent || title.plural || context_.lexicon->agent(title.use->target).collective) continue;
      const std::uint32_t first = title.last;
      std::uint32_t last = first;
      while (last < tokens_.size() && is_further_name_word(last) && is_free(last, last + 1)) ++last;
      if (last > first) push_name(first, last, NameTag::begin_person, {});
    }
  }

  /// Capitalised words that end in one that says what a body is, where the name finder saw no name: "Human Rights League".
  void add_untagged_bodies() {
    if (in_headline_) return;
    for (std::uint32_t first = 0; first < tokens_.size(); ++first) {
      std::uint32_t last = first;
      while (last < tokens_.size() && tokens_[last].name == NameTag::none && is_free(last, last + 1) && tokens_[last].text.size() > 1 && tokens_[last].text.front() >= 'A' &&
             tokens_[last].text.front() <= 'Z' && (last > 0 || tokens_[last].upos == Upos::propn)) ++last;
      if (last - first < 2) {
        first = std::max(first, last);
        continue;
      }
      if (const Use* head = agent_at(last - 1)) {
        push_name(first, last, NameTag::begin_organisation, {});
        if (atoms_.back().kind == AtomKind::name) atoms_.back().head_agent = head;
      }
      first = last;
    }
  }

  void push_name(std::uint32_t first, std::uint32_t last, NameTag tag, Code owner) {
    Atom atom;
    atom.first = first;
    atom.last = last;
    atom.tag = tag;
    atom.place_code = owner;
    const auto words = compared_words(std::span(tokens_).subspan(first, last - first));
    RespellingRequest request;
    request.people = tag == NameTag::begin_person;
    request.nations = tag == NameTag::begin_place || (tag == NameTag::begin_organisation && words.size() == 1);
    request.bodies = tag == NameTag::begin_organisation;
    take_respelling(atom, known_otherwise(words, request));
    if (!atom.use && tag != NameTag::begin_person && owner.empty()) take_known_place(atom);
    atoms_.push_back(std::move(atom));
  }

  /// Whom the lexicon knows under nearly this name: with other first names or initials, in other letters, or mistyped.
  Respelling known_otherwise(const std::vector<std::string>& words, const RespellingRequest& request) const {
    Respelling found;
    const auto better = [&](Respelling&& next) {
      if (!found.use && (next.use || found.rivals.empty())) found = std::move(next);
    };
    if (request.people) better(find_by_parts(*context_.lexicon, words, context_.day));
    if (!found.use && (request.people || request.bodies)) better(find_transliteration(*context_.lexicon, words, request));
    if (!found.use) better(respell(*context_.lexicon, words, request));
    return found;
  }

  /// A name of a place that no place was made of because nothing beside it says so: "shelled Haifa". Only large ones are meant without that.
  /// `certain`: the words beside it say that it is a place, and other names of it will do.
  void take_known_place(Atom& atom, bool certain = false) const {
    if (!context_.gazetteer) return;
    const bool organisation = atom.tag == NameTag::begin_organisation;
    const std::uint32_t large = certain ? 50'000 : organisation ? 250'000 : 150'000;
    std::string key;
    for (std::uint32_t i = atom.first; i < atom.last; ++i) append_name_key(key, tokens_[i].text);
    for (const NameRow& row : context_.gazetteer->find(key)) {
      const Place& place = context_.gazetteer->place(row.place);
      const bool named_so = row.kind == NameKind::main || (certain && row.kind == NameKind::other);
      if (!named_so || (organisation && place.kind != PlaceKind::city) || row.ordinary != 0 || place.population < large || place.country == no_place) continue;
      atom.kind = AtomKind::place;
      atom.place_code = code_from(context_.gazetteer->code(context_.gazetteer->place(place.country)));
      return;
    }
  }

  void take_respelling(Atom& atom, Respelling&& found) {
    atom.rivals = std::move(found.rivals);
    if (!found.use) return;
    atom.use = found.use;
    atom.uses = {found.use, 1};
    atom.kind = atom_kind(*context_.lexicon, *found.use);
    atom.respelled = std::move(found.name);
  }

  /// Capitalised words that the name finder missed, such as a capital's name with a letter left out in a headline.
  void add_misspelt_words() {
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (token.name != NameTag::none || token.upos != Upos::propn || !is_free(i, i + 1)) continue;
      const auto words = compared_words(std::span(tokens_).subspan(i, 1));
      RespellingRequest request;
      request.nations = true;
      request.substitutions = false;
      if (words.size() != 1) continue;
      Respelling found = respell(*context_.lexicon, words, request);
      if (!found.use) continue;
      Atom atom;
      atom.first = i;
      atom.last = i + 1;
      take_respelling(atom, std::move(found));
      atoms_.push_back(std::move(atom));
    }
  }

  const AtomContext& context_;
  const std::vector<Token>& tokens_;
  std::vector<NameWord> words_;
  std::vector<Atom> atoms_;
  bool in_headline_ = false;  ///< Capitals do not make names here.
};

}  // namespace

bool case_fits(const Use& use, std::span<const NameWord> words, std::size_t first) {
  for (std::size_t i = 0; i < use.words; ++i) {
    const unsigned bit = 1u << i;
    if ((use.uppers & bit) && !words[first + i].upper) return false;
    if ((use.capitals & bit) && !words[first + i].capital) return false;
  }
  return true;
}

const Use* choose_use(const AtomContext& context, std::span<const Use> uses, std::span<const NameWord> words, std::size_t first, Code wanted) {
  const auto only_in_names = [&](const Use& use) { return !is_name_use(use.kind) && context.lexicon->agent(use.target).in_names; };
  return best_use(context, uses, wanted, [&](const Use& use) { return case_fits(use, words, first) && !only_in_names(use); });
}

const Use* choose_use(const AtomContext& context, std::span<const Use> uses, Code wanted) {
  return best_use(context, uses, wanted, [](const Use&) { return true; });
}

namespace {

/// A sequence of words that the lexicon knows. No words: none begins there.
struct Match {
  Atom atom;
  std::size_t words = 0;
};

class NameMatcher {
 public:
  NameMatcher(const AtomContext& context, std::span<const Token> tokens, std::span<const NameWord> words) : context_(context), tokens_(tokens), words_(words) {
    capitals_ = is_in_capitals(words);
    titles_ = !capitals_ && is_in_title_case(words);
  }

  void match(std::vector<Atom>& atoms) const {
    for (std::size_t i = 0; i < words_.size();) {
      Match found = longest(i, words_.size());
      if (found.atom.kind == AtomKind::agent && found.words > 1) {
        // "The opposition Movement for Democratic Change": the name keeps its words, the agent what is before them.
        for (std::size_t k = i + 1; k < i + found.words; ++k) {
          if (begins_name_beyond(k, i + found.words)) found = longest(i, k);
        }
      }
      if (found.words == 0) {
        ++i;
        continue;
      }
      atoms.push_back(found.atom);
      i += found.words;
    }
  }

 private:
  /// The longest match that begins at a word and ends before another. It begins and ends where a token does, or at a hyphen within one.
  Match longest(std::size_t first, std::size_t end) const {
    Match best;
    std::uint32_t node = 0;
    for (std::size_t j = first; j < end; ++j) {
      const auto next = context_.lexicon->follow(node, words_[j].hash);
      if (next.node == 0) break;
      node = next.node;
      if (next.uses == 0) continue;
      Atom atom;
      atom.first = words_[first].token;
      atom.last = words_[j].token + 1;
      atom.uses = context_.lexicon->uses_at(next.uses);
      atom.use = choose_use(context_, atom.uses, words_, first, {});
      if (!atom.use) continue;
      if (capitals_ && atom.use->uppers && !is_noun_like(tokens_[atom.last - 1].upos)) continue;
      if (!grammar_fits(tokens_, atom, atom.use->kind, titles_ || capitals_)) continue;
      atom.kind = atom_kind(*context_.lexicon, *atom.use);
      atom.plural = atom.use->kind == UseKind::agents;
      best = {atom, j + 1 - first};
    }
    return best;
  }

  /// True when a body's name of several words begins at `first`, with a capital, and ends behind `end`.
  bool begins_name_beyond(std::size_t first, std::size_t end) const {
    if (!words_[first].capital) return false;
    const Match match = longest(first, words_.size());
    return match.words > 1 && first + match.words > end && match.atom.kind == AtomKind::body;
  }

  const AtomContext& context_;
  std::span<const Token> tokens_;
  std::span<const NameWord> words_;
  bool capitals_ = false, titles_ = false;
};

}  // namespace

void match_names(const AtomContext& context, std::span<const Token> tokens, std::span<const NameWord> words, std::vector<Atom>& atoms) {
  NameMatcher(context, tokens, words).match(atoms);
}

std::vector<Atom> find_atoms(const AtomContext& context, const Sentence& sentence, std::span<const PlaceMention> places) {
  return AtomFinder(context, sentence).find(places);
}

}  // namespace attache::knowledge
