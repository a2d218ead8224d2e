#include "knowledge/actors/document_names.h"

#include "knowledge/actors/entities.h"
#include "knowledge/actors/name_words.h"

#include <algorithm>

namespace attache::knowledge {
namespace {

/// Of people whom a surname does not tell apart, so many are named.
constexpr std::size_t most_named = 4;

/// A lone surname is somebody's of whom the page says nothing more only when everybody knows the office. True for who holds one of note on the day or did before; without a day, at any time.
bool was_of_note(const ActorLexicon& lexicon, std::uint32_t actor, std::optional<std::int32_t> day) {
  const auto roles = lexicon.roles(lexicon.actor(actor));
  return std::any_of(roles.begin(), roles.end(), [&](const RoleRecord& role) { return has(role.office_traits, OfficeTrait::of_note) && (!day || role.from <= *day); });
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  for (auto& word : lexicon_words(name)) {
    if (word.text != "s") words.push_back(std::move(word.text));
  }
  return words;
}

bool is_acronym(std::string_view name) {
  std::size_t capitals = 0;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') ++capitals;
    else if (c != '.' && c != '-') return false;
  }
  return capitals >= 2 && capitals <= 8;
}

/// True when the letters are the initials of the name, small words left out or taken as they like.
bool are_initials(std::string_view acronym, const std::vector<std::string>& words) {
  std::string with_small, without_small;
  for (const auto& word : words) {
    const bool small = word == "of" || word == "the" || word == "and" || word == "for" || word == "in" || word == "on";
    with_small += word.front();
    if (!small) without_small += word.front();
  }
  std::string letters;
  for (const char c : acronym) {
    if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c + ('a' - 'A'));
  }
  return letters == with_small || letters == without_small;
}

/// True when the letters are the initials of the words or of the last of them: "the rebel Ruritanian Liberation Front (RLF)".
bool are_last_initials(std::string_view acronym, const std::vector<std::string>& words) {
  for (std::size_t first = 0; first + 1 < words.size(); ++first) {
    if (are_initials(acronym, {words.begin() + static_cast<std::ptrdiff_t>(first), words.end()})) return true;
  }
  return false;
}

void take(const NamedActor& from, ActorDraft& draft, std::string_view step) {
  Entity& entity = draft.mention.entities.front();
  const Entity mine = entity;
  entity = from.entity;
  entity.text = mine.text;
  entity.start = mine.start;
  entity.end = mine.end;
  entity.via = mine.via == "spelling" ? "spelling" : "coreference";
  entity.reason = mine.reason;
  add_step(entity, step);
  add_step(entity, from.entity.reason);
  // A title given here says more than one given there.
  if (entity.sector.empty() || entity.sector == "UNK") entity.sector = mine.sector;
  if (entity.office.empty()) entity.office = mine.office;
  draft.actor = from.actor;
  draft.kind = from.kind;
  draft.collective = from.kind == DraftKind::body;
  if (draft.gender == Gender::unknown) draft.gender = from.gender;
  if (draft.office.empty()) draft.office = from.office;
  if (draft.lemma.empty()) draft.lemma = from.lemma;
  draft.mention.certainty = std::max(draft.mention.certainty, from.certainty * 0.95F);
}

}  // namespace

void DocumentNames::learn(const ActorDraft& draft, std::uint32_t sequence) {
  const bool names = draft.kind == DraftKind::person || draft.kind == DraftKind::body || draft.kind == DraftKind::name;
  if (!names || draft.name.empty() || draft.only_if_meant || draft.mention.entities.size() != 1) return;
  auto words = words_of(draft.name);
  const bool described = draft.titled_name && !draft.mention.entities.front().code.empty();
  if (words.empty() || (words.size() == 1 && draft.actor == ActorDraft::no_actor && !described)) return;
  const Entity& entity = draft.mention.entities.front();
  NamedActor* known = same_name(words, draft.kind);
  if (!known) {
    named_.push_back({std::move(words), entity, draft.actor, draft.kind, draft.gender, draft.lemma, draft.office, draft.mention.certainty, sequence});
    return;
  }
  const bool says_more = known->entity.code.empty() ? !entity.code.empty() || draft.mention.certainty > known->certainty
                                                    : !entity.code.empty() && draft.mention.certainty > known->certainty;
  if (says_more) {
    known->entity = entity;
    known->certainty = draft.mention.certainty;
    known->actor = draft.actor;
  }
  if (known->gender == Gender::unknown) known->gender = draft.gender;
  if (known->office.empty()) known->office = draft.office;
  if (known->lemma.empty()) known->lemma = draft.lemma;
}

NamedActor* DocumentNames::same_name(const std::vector<std::string>& words, DraftKind kind) {
  for (auto& named : named_) {
    if (named.words == words && (named.kind == DraftKind::person) == (kind == DraftKind::person)) return &named;
  }
  return nullptr;
}

bool DocumentNames::bears_surname(const NamedActor& named, const std::string& word) const {
  if (named.words.back() == word) return true;
  if (named.actor == ActorDraft::no_actor) return named.words.front() == word;
  const auto node = lexicon_.follow(0, word_hash(word));
  for (const Use& use : lexicon_.uses_at(node.uses)) {
    if (use.kind == UseKind::surname && use.target == named.actor) return true;
  }
  return false;
}

/// Of those before the sentence the last, else the first behind it.
const NamedActor* DocumentNames::by_part(const std::vector<std::string>& words, std::uint32_t sequence) const {
  const NamedActor* best = nullptr;
  const auto better = [&](const NamedActor& one, const NamedActor& than) {
    const bool before = one.sequence <= sequence, than_before = than.sequence <= sequence;
    if (before != than_before) return before;
    return before ? one.sequence > than.sequence : one.sequence < than.sequence;
  };
  for (const auto& named : named_) {
    if (named.words.size() < words.size()) continue;
    bool fits = false;
    if (named.words == words) fits = true;
    else if (words.size() == 1) fits = named.kind == DraftKind::person ? bears_surname(named, words.front()) : named.words.back() == words.front() || named.words.front() == words.front();
    else fits = std::equal(words.begin(), words.end(), named.words.end() - static_cast<std::ptrdiff_t>(words.size()));
    if (fits && (!best || better(named, *best))) best = &named;
  }
  return best;
}

/// "Obama" on a page that has named Michelle Obama, and not Barack: who bears the name of somebody better known.
const NamedActor* DocumentNames::other_bearer(const ActorDraft& draft, const std::vector<std::string>& words, std::uint32_t sequence) const {
  if (draft.kind != DraftKind::person || words.size() != 1 || draft.titled_name) return nullptr;
  const NamedActor* other = nullptr;
  for (const auto& named : named_) {
    if (named.kind != DraftKind::person || named.words.size() < 2) continue;
    if (named.actor == draft.actor) return nullptr;
    if (named.sequence <= sequence && named.words.back() == words.front()) other = &named;
  }
  return other;
}

/// "Khan" on a page that names Usman Khan, of whom nothing is known: he is meant, and nobody better known.
const NamedActor* DocumentNames::unknown_bearer(const std::vector<std::string>& words) const {
  if (words.size() != 1) return nullptr;
  const auto found = std::find_if(named_.begin(), named_.end(), [&](const NamedActor& named) {
    return named.kind == DraftKind::person && named.actor == ActorDraft::no_actor && named.words.size() > 1 && named.words.back() == words.front();
  });
  return found == named_.end() ? nullptr : &*found;
}

/// The one of the entries that the page names otherwise.
const NamedActor* DocumentNames::namesake(const std::vector<std::uint32_t>& entries) const {
  for (const auto& named : named_) {
    if (std::find(entries.begin(), entries.end(), named.actor) != entries.end()) return &named;
  }
  return nullptr;
}

const NamedActor* DocumentNames::by_initials(std::string_view acronym) const {
  const auto defined = words_of(acronym);
  for (const auto& named : named_) {
    if (named.kind != DraftKind::person && named.words == defined && named.entity.text != acronym) return &named;
  }
  for (const auto& named : named_) {
    if (named.kind != DraftKind::person && named.words.size() > 1 && are_initials(acronym, named.words)) return &named;
  }
  return nullptr;
}

/// Whichever of the two Clintons is meant is an American.
void DocumentNames::take_what_is_shared(const std::vector<std::uint32_t>& people, Entity& entity) const {
  const Standing first = lexicon_.standing(lexicon_.actor(people.front()), day_);
  bool one_country = true, one_sector = true;
  for (const std::uint32_t person : people) {
    const Standing standing = lexicon_.standing(lexicon_.actor(person), day_);
    one_country = one_country && standing.code == first.code;
    one_sector = one_sector && standing.sector == first.sector;
  }
  if (!one_country) return;
  if (entity.code.empty()) entity.code = first.code.view();
  if (one_sector && entity.sector.empty()) entity.sector = first.sector.view();
}

void DocumentNames::by_lexicon(ActorDraft& draft, const std::vector<std::string>& words) const {
  std::uint32_t node = 0, uses = 0;
  for (const auto& word : words) {
    const auto next = lexicon_.follow(node, word_hash(word));
    node = next.node;
    uses = next.uses;
    if (node == 0) return;
  }
  Entity& entity = draft.mention.entities.front();
  const bool titled = !draft.office.empty() || !draft.lemma.empty();
  std::uint32_t chosen = ActorDraft::no_actor;
  bool several = false;
  std::vector<std::uint32_t> of_note;  // whoever of them everybody knew at some time
  for (const Use& use : lexicon_.uses_at(uses)) {
    const bool person_name = use.kind == UseKind::name && lexicon_.actor(use.target).kind == ActorKind::person;
    if (use.kind != UseKind::surname && !person_name) continue;
    const Standing standing = lexicon_.standing(lexicon_.actor(use.target), day_);
    if (!entity.code.empty() && !(standing.code == entity.code)) continue;
    const bool holds = standing.role != nullptr;
    if (was_of_note(lexicon_, use.target, day_)) of_note.push_back(use.target);
    const bool fits = !draft.office.empty() ? standing.office == draft.office
                      : titled || !entity.code.empty() ? holds || lexicon_.roles(lexicon_.actor(use.target)).empty()
                                                       : holds && has(standing.role->office_traits, OfficeTrait::of_note);
    if (!fits) continue;
    several = several || chosen != ActorDraft::no_actor;
    chosen = use.target;
  }
  if (chosen == ActorDraft::no_actor || several) {
    if (of_note.size() > 1) {
      take_what_is_shared(of_note, entity);
      for (std::size_t i = 0; i < std::min(of_note.size(), most_named); ++i) add_step(entity, "could be " + std::string(lexicon_.text(lexicon_.actor(of_note[i]).name)));
    }
    return;
  }
  draft.actor = chosen;
  draft.gender = lexicon_.actor(chosen).gender;
  describe_actor(lexicon_, chosen, day_, entity);
  add_step(entity, "the one " + (draft.office.empty() ? std::string("person of note") : draft.office) + " of that name then, " + entity.identifier_text);
  draft.mention.certainty = titled ? 0.85F : 0.7F;
}

void DocumentNames::resolve(ActorDraft& draft, std::uint32_t sequence) const {
  const bool named = draft.kind == DraftKind::person || draft.kind == DraftKind::name || draft.kind == DraftKind::body;
  if (!named || draft.name.empty() || draft.mention.entities.size() != 1) return;
  const auto words = words_of(draft.name);
  if (words.empty()) return;
  if (draft.actor != ActorDraft::no_actor) {
    if (const NamedActor* other = other_bearer(draft, words, sequence)) take(*other, draft, "named as \"" + other->entity.text + "\"");
    return;
  }
  if (is_acronym(draft.name)) {
    if (const NamedActor* meant = by_initials(draft.name)) {
      take(*meant, draft, "short for \"" + meant->entity.text + "\"");
      draft.mention.entities.front().via = "acronym";
      return;
    }
  }
  const NamedActor* meant = draft.namesakes.empty() ? by_part(words, sequence) : namesake(draft.namesakes);
  const bool says_more = meant && !(meant->words == words && meant->certainty <= draft.mention.certainty);
  if (meant && (meant->entity.code.empty() ? meant->kind == DraftKind::person && !draft.mention.entities.front().code.empty() : true) && says_more) {
    take(*meant, draft, "named as \"" + meant->entity.text + "\"");
    return;
  }
  if (draft.kind == DraftKind::person && !draft.titled_name) {
    if (const NamedActor* bearer = unknown_bearer(words)) {
      draft.named_in_full = true;
      add_step(draft.mention.entities.front(), "named as \"" + bearer->entity.text + "\", of whom nothing is known");
      return;
    }
  }
  if (words.size() <= 2 && draft.kind == DraftKind::person) by_lexicon(draft, words);
}

void DocumentNames::learn_acronyms(const Tree& tree, std::span<const ActorDraft> drafts, std::uint32_t sequence) {
  for (Tree::Index open = 1; open + 2 < tree.size(); ++open) {
    const std::string_view acronym = tree.token(open + 1).text;
    if (tree.token(open).text != "(" || tree.token(open + 2).text != ")" || !is_acronym(acronym)) continue;
    for (const ActorDraft& draft : drafts) {
      const bool before = draft.mention.head < static_cast<std::uint32_t>(open) && (draft.mention.last == static_cast<std::uint32_t>(open) || draft.mention.last > static_cast<std::uint32_t>(open));
      if (!before || draft.kind == DraftKind::person || draft.kind == DraftKind::pronoun || draft.mention.entities.size() != 1) continue;
      if (!are_last_initials(acronym, words_of(tree.text({static_cast<Tree::Index>(draft.mention.first), open})))) continue;
      named_.push_back({words_of(acronym), draft.mention.entities.front(), draft.actor, DraftKind::body, Gender::unknown, draft.lemma, {}, std::max(0.6F, draft.mention.certainty), sequence});
      break;
    }
  }
}

void DocumentNames::add_known_words(const Tree& tree, std::vector<ActorDraft>& drafts, std::uint32_t sequence) const {
  std::vector<bool> taken(static_cast<std::size_t>(tree.size()));
  for (const ActorDraft& draft : drafts) {
    const bool words = draft.kind == DraftKind::agent;  // of a long phrase only the head is surely its own
    for (std::uint32_t i = words ? draft.mention.head : draft.mention.first; i < (words ? draft.mention.head + 1 : draft.mention.last); ++i) taken[i] = true;
  }
  for (Tree::Index i = 0; i < tree.size(); ++i) {
    const Token& token = tree.token(i);
    const bool capital = token.text.size() > 1 && token.text.front() >= 'A' && token.text.front() <= 'Z';
    if (taken[static_cast<std::size_t>(i)] || !capital || (token.upos != Upos::propn && !is_acronym(token.text))) continue;
    const auto words = words_of(token.text);
    if (words.size() != 1) continue;
    const NamedActor* meant = by_part(words, sequence);
    if (!meant || (meant->words.size() == 1 && meant->words != words)) continue;
    const bool alone = is_acronym(token.text) || (token.relation != Relation::compound && token.relation != Relation::flat);
    const bool by_last_word = meant->words.back() == words.front() || meant->words == words;
    if (!alone || !by_last_word) continue;
    ActorDraft draft;
    draft.kind = DraftKind::name;
    draft.name = std::string(token.text);
    draft.mention.first = static_cast<std::uint32_t>(i);
    draft.mention.last = draft.mention.first + 1;
    draft.mention.head = draft.mention.first;
    draft.mention.certainty = 0.3F;
    Entity entity;
    entity.text = std::string(token.text);
    entity.start = token.start;
    entity.end = token.end;
    entity.via = "name";
    entity.reason = "a name of the page";
    draft.mention.entities.push_back(std::move(entity));
    drafts.push_back(std::move(draft));
  }
}

const NamedActor* DocumentNames::holder(std::string_view office, std::string_view code) const {
  const NamedActor* found = nullptr;
  for (const auto& named : named_) {
    if (named.kind != DraftKind::person || named.entity.code != code || named.entity.office != office) continue;
    if (found) return nullptr;
    found = &named;
  }
  return found;
}

}  // namespace attache::knowledge
