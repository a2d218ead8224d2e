#include "knowledge/actors/references.h"

#include "knowledge/actors/entities.h"
#include "knowledge/actors/name_words.h"
#include "language/word_list.h"

#include <algorithm>
#include <map>

namespace attache::knowledge {
namespace {

using language::word_list;

/// Sentences back that a pronoun looks for whom it means.
constexpr std::uint32_t pronoun_reach = 3;

/// Sentences back that a noun with "the" looks.
constexpr std::uint32_t noun_reach = 12;

/// Mentions kept at most; far more than the reach holds in any prose.
constexpr std::size_t most_remembered = 256;

constexpr auto male_pronouns = word_list({"he", "him", "his", "himself"});
constexpr auto female_pronouns = word_list({"she", "her", "hers", "herself"});
constexpr auto thing_pronouns = word_list({"it", "its", "itself"});
constexpr auto plural_pronouns = word_list({"they", "them", "their", "theirs", "themselves"});
constexpr auto speaker_pronouns = word_list({"i", "me", "my", "we", "us", "our", "ours", "myself", "ourselves"});
constexpr auto possessive_pronouns = word_list({"his", "her", "its", "their", "my", "our"});

/// "The country": a state as such and nobody in it.
constexpr auto nation_nouns = word_list({"country", "nation", "kingdom", "republic", "island", "emirate", "sheikdom", "sultanate"});

/// "The group": whatever body was named.
constexpr auto body_nouns = word_list({"group", "organisation", "organization", "movement", "bloc", "alliance", "agency", "body", "faction", "outfit",
                                       "network", "watchdog", "grouping", "association", "charity", "institution", "pact", "league", "council", "union", "coalition", "cartel", "militia", "company", "firm"});

/// "Both sides", "the two neighbours".
constexpr auto pair_nouns = word_list({"side", "country", "nation", "state", "neighbor", "neighbour", "rival", "ally", "foe", "power", "government", "leader",
                                       "capital", "party", "president", "premier", "minister", "diplomat", "delegation", "adversary", "enemy", "army",
                                       "statesman", "superpower", "counterpart", "official", "korea"});

/// Of them those that are people, and those that are states: "the two leaders", "both countries".
constexpr auto pairs_of_people = word_list({"leader", "president", "premier", "minister", "diplomat", "statesman", "counterpart", "official"});
constexpr auto pairs_of_states = word_list({"country", "nation", "state", "neighbor", "neighbour", "power", "government", "capital", "superpower", "korea", "ally", "rival"});

/// What sort of state a noun speaks of: "the kingdom" in a story of Saudi Arabia and Yemen.
bool is_such_a_state(std::string_view noun, std::string_view code) {
  static constexpr std::string_view kingdoms[] = {"SAU", "JOR", "MAR", "BHR", "GBR", "ESP", "THA", "NLD", "BEL", "DNK", "NOR", "SWE", "SWZ", "LSO", "KHM", "TON", "BTN", "NPL", "MYS"};
  static constexpr std::string_view emirates[] = {"KWT", "QAT", "ARE"};
  static constexpr std::string_view islands[] = {"TWN", "CYP", "LKA", "CUB", "HTI", "MDG", "IDN", "PHL", "JPN", "GBR", "IRL", "ISL", "MLT", "JAM", "GRD", "FJI", "TLS", "BHR", "SGP", "MDV", "NZL",
                                                  "MUS", "COM", "SYC", "BRB", "TTO", "DOM", "PNG", "SLB", "VUT", "WSM", "TON"};
  const auto among = [&](const auto& codes) { return std::find(std::begin(codes), std::end(codes), code) != std::end(codes); };
  if (noun == "kingdom") return among(kingdoms);
  if (noun == "emirate" || noun == "sheikdom") return among(emirates);
  if (noun == "sultanate") return code == "OMN" || code == "BRN";
  if (noun == "island") return among(islands);
  return true;
}

constexpr auto speech_verbs = word_list({"say", "tell", "add", "state", "declare", "announce", "warn", "write", "insist", "claim", "argue", "stress", "note",
                                         "ask", "reply", "explain", "vow", "promise", "pledge", "tweet", "post", "comment", "remark"});

constexpr auto compass_words = word_list({"north", "south", "east", "west"});

/// Those who are where they are named: "police in Cairo", "rebels attacked a village near Bunia".
bool is_of_the_place(const ActorDraft& draft) {
  if (draft.domestic) return true;
  const std::string_view sector = draft.mention.entities.front().sector;
  return sector == "REB" || sector == "UAF" || sector == "CRM" || sector == "PRM";
}

std::string_view lemma_of(const Token& token) { return token.lemma.empty() ? token.text : token.lemma; }

bool is_definite(const Tree& tree, Tree::Index head) {
  for (const Tree::Index child : tree.children(head)) {
    const Token& word = tree.token(child);
    if (word.relation != Relation::det && word.relation != Relation::det_predet) continue;
    const std::string_view lemma = lemma_of(word);
    if (lemma == "the" || lemma == "this" || lemma == "that" || lemma == "both" || lemma == "these" || lemma == "those") return true;
  }
  return false;
}

bool counts_two(const Tree& tree, Tree::Index head) {
  for (const Tree::Index child : tree.children(head)) {
    const std::string_view text = tree.token(child).text;
    if (text == "two" || text == "Two" || text == "both" || text == "Both") return true;
  }
  return false;
}

bool is_owned(const Tree& tree, Tree::Index head) {
  return tree.has_child(head, Relation::nmod_poss) || tree.oblique(head, "of") != Tree::none;
}

/// "It is clear that", "it rained": nobody is meant.
bool is_expletive(const Tree& tree, Tree::Index pronoun) {
  const Tree::Index above = tree.governor(pronoun);
  if (tree.relation(pronoun) == Relation::expl) return above == Tree::none || tree.subject(above) != pronoun;
  if (above == Tree::none || tree.relation(pronoun) != Relation::nsubj) return false;
  const bool adjective = tree.token(above).upos == Upos::adj;
  return adjective && tree.child(above, {Relation::csubj, Relation::ccomp, Relation::xcomp, Relation::advcl}) != Tree::none;
}

ActorDraft draft_of(const Tree& tree, Tree::Index head, Tree::Span span, DraftKind kind) {
  ActorDraft draft;
  draft.kind = kind;
  draft.mention.first = static_cast<std::uint32_t>(span.first);
  draft.mention.last = static_cast<std::uint32_t>(span.last);
  draft.mention.head = static_cast<std::uint32_t>(head);
  draft.mention.certainty = 0;
  draft.lemma = lemma_of(tree.token(head));
  Entity entity;
  entity.text = std::string(tree.text(span));
  entity.start = tree.token(span.first).start;
  entity.end = tree.token(span.last - 1).end;
  draft.mention.entities.push_back(std::move(entity));
  return draft;
}

}  // namespace

void References::know_nation(std::string_view name) {
  if (!name.empty() && std::find(nations_.begin(), nations_.end(), name) == nations_.end()) nations_.emplace_back(name);
}

void References::resolve(const Tree& tree, std::span<const PlaceMention> places, std::uint32_t sequence, std::vector<ActorDraft>& drafts) {
  tree_ = &tree;
  places_ = places;
  sequence_ = sequence;
  while (!memory_.empty() && (memory_.size() > most_remembered || memory_.front().sequence + noun_reach < sequence)) memory_.pop_front();
  add_pointing_words(drafts);
  std::stable_sort(drafts.begin(), drafts.end(), [](const ActorDraft& a, const ActorDraft& b) { return a.mention.head < b.mention.head; });
  // Those who are named help to understand those who are not, wherever in the sentence they stand.
  for (ActorDraft& draft : drafts) {
    if (!draft.resolved()) continue;
    name_holder(draft);
    remember(draft);
  }
  for (ActorDraft& draft : drafts) {
    if (draft.resolved()) continue;
    resolve_draft(draft);
    name_holder(draft);
    if (draft.resolved()) remember(draft);
  }
  std::erase_if(drafts, [](const ActorDraft& draft) {
    const Entity& entity = draft.mention.entities.front();
    return entity.code.empty() && entity.sector.empty() && (draft.only_if_meant || draft.kind == DraftKind::pronoun || draft.kind == DraftKind::nation || draft.lemma == entity.text);
  });
  std::stable_sort(drafts.begin(), drafts.end(), [](const ActorDraft& a, const ActorDraft& b) { return a.mention.first < b.mention.first; });
}

/// Pronouns, "the North", "both sides" and "the group" as drafts that nothing is known of yet.
void References::add_pointing_words(std::vector<ActorDraft>& drafts) const {
  const Tree& tree = *tree_;
  std::vector<bool> is_head(static_cast<std::size_t>(tree.size()));
  std::vector<bool> named(static_cast<std::size_t>(tree.size()));
  for (const ActorDraft& draft : drafts) {
    is_head[draft.mention.head] = true;
    if (draft.kind == DraftKind::agent) continue;
    for (const Entity& entity : draft.mention.entities) {
      for (Tree::Index i = static_cast<Tree::Index>(draft.mention.first); i < static_cast<Tree::Index>(draft.mention.last); ++i) {
        const Token& word = tree.token(i);
        if (word.start >= entity.start && word.end <= entity.end && word.upos == Upos::propn) named[static_cast<std::size_t>(i)] = true;
      }
    }
  }
  for (Tree::Index i = 0; i < tree.size(); ++i) {
    const Token& word = tree.token(i);
    if (is_head[static_cast<std::size_t>(i)]) continue;
    if (word.upos == Upos::pron || possessive_pronouns.contains(word.text)) {
      const bool known = male_pronouns.contains(word.text) || female_pronouns.contains(word.text) || plural_pronouns.contains(word.text) ||
                         speaker_pronouns.contains(word.text) || (thing_pronouns.contains(word.text) && !is_expletive(tree, i));
      // "US" is no pronoun.
      const bool capitals = word.text == "US" || word.text == "IT";
      if (known && !capitals) {
        drafts.push_back(draft_of(tree, i, {i, i + 1}, DraftKind::pronoun));
        drafts.back().mention.pronoun = true;
      }
      continue;
    }
    const bool noun = word.upos == Upos::noun || word.upos == Upos::propn || word.upos == Upos::adj || word.upos == Upos::num;
    if (!noun) continue;
    const bool capital = word.text.front() >= 'A' && word.text.front() <= 'Z';
    if (capital && compass_words.contains(word.text) && !named[static_cast<std::size_t>(i)]) {
      const bool modifies = word.relation == Relation::compound || word.relation == Relation::amod;
      if (!modifies) drafts.push_back(draft_of(tree, i, tree.phrase(i), DraftKind::nation));
      continue;
    }
    const std::string_view lemma = lemma_of(word);
    const bool pair = pair_nouns.contains(lemma) && counts_two(tree, i);
    if (!pair && (!is_definite(tree, i) || is_owned(tree, i))) continue;
    const bool named_before = !is_owned(tree, i) && std::any_of(memory_.begin(), memory_.end(), [&](const Antecedent& known) { return known.last_noun == lemma; });
    if (pair || named_before || body_nouns.contains(lemma) || nation_nouns.contains(lemma) || (lemma == "side" && word.xpos == "NNS")) {
      drafts.push_back(draft_of(tree, i, tree.phrase(i), DraftKind::agent));
      drafts.back().definite = true;
      drafts.back().plural = word.xpos == "NNS" || word.xpos == "NNPS";
    }
  }
}

void References::resolve_draft(ActorDraft& draft) {
  switch (draft.kind) {
    case DraftKind::pronoun: return resolve_pronoun(draft);
    case DraftKind::nation: take_compass(draft); return;
    case DraftKind::agent: return resolve_agent(draft);
    case DraftKind::person:
      // A title without a nation: "Foreign Minister X".
      if (!draft.mention.entities.front().sector.empty() && draft.titled_name) take_focus(draft);
      return;
    case DraftKind::name: case DraftKind::body:
      if (!draft.namesakes.empty()) return take_namesake(draft);
      if (draft.public_body && !take_place(draft)) take_focus(draft);
      return;
    default: return;
  }
}

void References::resolve_pronoun(ActorDraft& draft) {
  const auto token = static_cast<Tree::Index>(draft.mention.head);
  const std::string_view text = tree_->token(token).text;
  const bool possessive = tree_->relation(token) == Relation::nmod_poss || tree_->relation(token) == Relation::det;
  if (speaker_pronouns.contains(text)) {
    if (const Antecedent* speaker = speaker_of(token)) point_to(draft, *speaker, "pronoun", 0.85F);
    return;
  }
  const Wanted wanted = male_pronouns.contains(text) ? Wanted::man : female_pronouns.contains(text) ? Wanted::woman : thing_pronouns.contains(text) ? Wanted::thing : Wanted::several;
  if (const Antecedent* meant = best_antecedent(token, wanted, possessive)) point_to(draft, *meant, "pronoun", 0.85F);
}

const References::Antecedent* References::speaker_of(Tree::Index pronoun) const {
  for (Tree::Index above = tree_->governor(pronoun); above != Tree::none; above = tree_->governor(above)) {
    if (!speech_verbs.contains(lemma_of(tree_->token(above)))) continue;
    const Tree::Index subject = tree_->understood_subject(above);
    if (subject == Tree::none || subject == pronoun) continue;
    for (const Antecedent& known : memory_) {
      if (known.sequence == sequence_ && known.token == subject) return &known;
    }
  }
  for (auto known = memory_.rbegin(); known != memory_.rend(); ++known) {
    if (known->sequence + 2 < sequence_) break;
    if (known->speaker) return &*known;
  }
  return nullptr;
}

double References::salience(const Antecedent& candidate, Tree::Index pronoun, Wanted wanted, bool possessive) const {
  const Tree& tree = *tree_;
  const std::uint32_t distance = sequence_ - candidate.sequence;
  const bool same = distance == 0;
  const bool body = candidate.kind == DraftKind::body || candidate.kind == DraftKind::name || candidate.collective;
  const bool nation = candidate.kind == DraftKind::nation || candidate.kind == DraftKind::place;
  const bool person = candidate.kind == DraftKind::person || (candidate.kind == DraftKind::agent && !candidate.collective && !candidate.plural);
  const bool several = candidate.plural || candidate.entities.size() > 1;
  double points = 100.0 - 40.0 * distance;
  switch (wanted) {
    case Wanted::man:
      if (!person || several || candidate.gender == Gender::female) return 0;
      break;
    case Wanted::woman:
      if (!person || several || candidate.gender == Gender::male) return 0;
      break;
    case Wanted::thing:
      if ((!body && !nation) || several) return 0;
      if (candidate.kind == DraftKind::place) points -= 20;
      break;
    case Wanted::several:
      if (!several && !body && !nation) return 0;
      if (!several) points -= nation ? 45 : 20;
      break;
    case Wanted::speaker: return 0;
  }
  if (wanted == Wanted::man || wanted == Wanted::woman) {
    if (candidate.kind == DraftKind::person) points += 15;
    if (candidate.gender != Gender::unknown) points += 10;
  }
  if (candidate.modifier) points -= wanted == Wanted::thing ? 15 : 40;
  if (candidate.role == Antecedent::Role::subject) points += 35;
  if (candidate.role == Antecedent::Role::object) points += 15;
  if (same) {
    if (candidate.first <= pronoun && pronoun < candidate.last && !(candidate.last <= pronoun)) return 0;  // inside its own phrase
    const bool behind = candidate.token > pronoun;
    if (behind) {
      // "In his speech, X said …": only the main clause's subject can follow its pronoun.
      const Tree::Index subject = tree.root() == Tree::none ? Tree::none : tree.subject(tree.root());
      if (candidate.token != subject) return 0;
      points -= 30;
    }
    // Two arguments of one predicate are two people, but for "himself".
    const bool reflexive = tree.token(pronoun).text.ends_with("sel") || tree.token(pronoun).text.ends_with("self") || tree.token(pronoun).text.ends_with("selves");
    if (!possessive && !reflexive) {
      const Tree::Index mine = tree.governor(pronoun);
      if (mine != Tree::none && tree.governor(candidate.token) == mine) return 0;
      if (mine != Tree::none && tree.understood_subject(mine) == candidate.token && tree.relation(pronoun) != Relation::nsubj && tree.relation(pronoun) != Relation::nsubj_pass) return 0;
    }
    points -= 0.5 * std::abs(pronoun - candidate.token);
  }
  // A subject continues a subject.
  const Relation relation = tree.relation(pronoun);
  if ((relation == Relation::nsubj || relation == Relation::nsubj_pass) && candidate.role == Antecedent::Role::subject) points += 10;
  return points;
}

const References::Antecedent* References::best_antecedent(Tree::Index pronoun, Wanted wanted, bool possessive) const {
  const Antecedent* best = nullptr;
  double most = 0;
  for (auto candidate = memory_.rbegin(); candidate != memory_.rend(); ++candidate) {
    if (candidate->sequence + pronoun_reach < sequence_) break;
    const double points = salience(*candidate, pronoun, wanted, possessive);
    if (points > most) {
      most = points;
      best = &*candidate;
    }
  }
  return best;
}

/// The draft becomes those whom it points to, but keeps its own words.
void References::point_to(ActorDraft& draft, const Antecedent& antecedent, std::string_view via, float factor) const {
  const Entity mine = draft.mention.entities.front();
  draft.mention.entities = antecedent.entities;
  for (Entity& entity : draft.mention.entities) {
    const std::string meant = entity.text;
    const std::string why = entity.reason;
    entity.text = mine.text;
    entity.start = mine.start;
    entity.end = mine.end;
    entity.via = via;
    entity.reason = "\"" + mine.text + "\" means \"" + meant + "\"";
    add_step(entity, why);
  }
  draft.actor = antecedent.actor;
  draft.gender = antecedent.gender;
  draft.plural = antecedent.plural;
  draft.collective = antecedent.collective;
  draft.mention.certainty = antecedent.certainty * factor;
}

void References::resolve_agent(ActorDraft& draft) {
  if (draft.mention.entities.size() != 1) return;
  const auto head = static_cast<Tree::Index>(draft.mention.head);
  const std::string_view noun = lemma_of(tree_->token(head));
  if (counts_two(*tree_, head) && (draft.plural || noun == "side") && take_pair(draft)) return;
  if (draft.definite && draft.plural && noun == "side" && take_pair(draft)) return;
  if (draft.definite && !draft.plural && nation_nouns.contains(noun) && take_nation(draft)) return;
  if (draft.definite && !draft.owned && !draft.plural && take_noun_of_name(draft)) return;
  if (draft.definite && !draft.owned && !draft.plural && body_nouns.contains(noun) && take_body(draft, true)) return;
  const bool says_nothing = draft.mention.entities.front().sector.empty();
  if (draft.definite && !draft.plural && says_nothing) {
    take_body(draft, true);
    return;
  }
  if (says_nothing || draft.owned) return;
  if (nation_nouns.contains(noun)) return;  // "a country", "countries": none in particular
  if (take_same_noun(draft)) return;
  if (draft.definite && draft.collective && !draft.plural && take_body(draft, false)) return;
  if (is_of_the_place(draft) && take_place(draft)) return;
  take_focus(draft);
}

/// The nation named last, but as a subject the subject of the sentence before: "Russia sent troops into Georgia. The country later …".
bool References::take_nation(ActorDraft& draft) {
  const auto head = static_cast<Tree::Index>(draft.mention.head);
  const std::string_view noun = lemma_of(tree_->token(head));
  const bool subject = role_of(head) == Antecedent::Role::subject;
  const Antecedent* meant = nullptr;
  for (auto known = memory_.rbegin(); known != memory_.rend(); ++known) {
    if (known->sequence == sequence_ && known->token > head) continue;
    if (meant && known->sequence != meant->sequence) break;
    if (known->kind != DraftKind::nation || known->entities.size() != 1 || !is_state_code(known->entities.front().code)) continue;
    if (!is_such_a_state(noun, known->entities.front().code)) continue;
    if (!meant) meant = &*known;
    if (!subject || meant->sequence == sequence_) break;
    if (known->role == Antecedent::Role::subject && !known->modifier) meant = &*known;
  }
  if (!meant) return false;
  point_to(draft, *meant, "coreference", 0.8F);
  draft.kind = DraftKind::nation;
  draft.mention.entities.front().sector.clear();
  return true;
}

/// "The North" where the page speaks of North Korea or of South Korea.
bool References::take_compass(ActorDraft& draft) {
  const auto head = static_cast<Tree::Index>(draft.mention.head);
  const auto words = lexicon_words(tree_->token(head).text);
  if (words.empty()) return false;
  for (const std::string& nation : nations_) {
    const auto name = lexicon_words(nation);
    if (name.size() < 2 || !compass_words.contains(name.front().text)) continue;
    std::uint32_t node = lexicon_.follow(0, word_hash(words.front().text)).node;
    std::uint32_t uses = 0;
    for (std::size_t i = 1; i < name.size() && node != 0; ++i) {
      const auto next = lexicon_.follow(node, word_hash(name[i].text));
      node = next.node;
      uses = next.uses;
    }
    if (node == 0 || uses == 0) continue;
    for (const Use& use : lexicon_.uses_at(uses)) {
      if (use.kind != UseKind::name || lexicon_.actor(use.target).kind != ActorKind::country) continue;
      const ActorRecord& actor = lexicon_.actor(use.target);
      Entity& entity = draft.mention.entities.front();
      entity.code = actor.code.view();
      entity.identifier_text = lexicon_.text(actor.name);
      entity.identifier_id = lexicon_.text(actor.id);
      entity.via = "coreference";
      entity.reason = "\"" + entity.text + "\" is " + entity.identifier_text + " on a page about " + nation;
      draft.actor = use.target;
      draft.mention.certainty = 0.9F;
      return true;
    }
  }
  return false;
}

/// Whether somebody can be one of "both countries", "the two leaders", "both sides".
bool References::can_be_one_of(std::string_view noun, const Antecedent& known) const {
  if (known.entities.size() != 1 || known.entities.front().code.empty()) return false;
  if (pairs_of_people.contains(noun)) return known.kind == DraftKind::person || known.kind == DraftKind::agent;
  if (pairs_of_states.contains(noun) && known.kind != DraftKind::nation) return false;
  return known.kind != DraftKind::place;
}

/// How often the page has named each code of those who can be one of the pair.
std::map<std::string, int, std::less<>> References::times_named(std::string_view noun) const {
  std::map<std::string, int, std::less<>> times;
  for (const Antecedent& known : memory_) {
    if (can_be_one_of(noun, known)) ++times[known.entities.front().code];
  }
  return times;
}

/// The two whom the text joined; failing that, and where the page speaks of two others far more, those whom it named most. Who speaks or acts in
/// the same sentence is none of them: "The Soviet Union urged both countries …".
bool References::take_pair(ActorDraft& draft) {
  const std::string_view noun = lemma_of(tree_->token(static_cast<Tree::Index>(draft.mention.head)));
  const auto times = times_named(noun);
  const auto named = [&](const Antecedent* known) {
    const auto found = times.find(known->entities.front().code);
    return found == times.end() ? 0 : found->second;
  };
  std::vector<const Antecedent*> pair;
  for (auto known = memory_.rbegin(); known != memory_.rend() && pair.size() < 2; ++known) {
    if (known->sequence == sequence_ && known->token > static_cast<Tree::Index>(draft.mention.head)) continue;
    if (known->sequence + pronoun_reach < sequence_) break;
    const bool two = known->entities.size() == 2 && known->entities[0].code != known->entities[1].code;
    if (two && pair.empty()) {
      point_to(draft, *known, "coreference", 0.8F);
      return true;
    }
    if (!can_be_one_of(noun, *known)) continue;
    const auto joined = std::find_if(std::next(known), memory_.rend(), [&](const Antecedent& other) {
      return other.sequence == known->sequence && other.first_conjunct == known->first_conjunct && other.token != known->token && can_be_one_of(noun, other);
    });
    if (joined != memory_.rend()) pair = {&*known, &*joined};
  }
  std::vector<const Antecedent*> main;
  for (auto known = memory_.rbegin(); known != memory_.rend(); ++known) {
    if (known->sequence == sequence_ || !can_be_one_of(noun, *known)) continue;
    const bool is_new = std::none_of(main.begin(), main.end(), [&](const Antecedent* one) { return one->entities.front().code == known->entities.front().code; });
    if (is_new) main.push_back(&*known);
  }
  // Latest first among those named equally often.
  std::stable_sort(main.begin(), main.end(), [&](const Antecedent* one, const Antecedent* other) { return named(one) > named(other); });
  if (main.size() >= 2 && (pair.size() < 2 || named(main[1]) > 2 * std::min(named(pair[0]), named(pair[1])))) pair = {main[0], main[1]};
  if (pair.size() < 2) return false;
  const Entity mine = draft.mention.entities.front();
  draft.mention.entities.clear();
  std::swap(pair[0], pair[1]);
  for (const Antecedent* one : pair) {
    Entity entity = one->entities.front();
    add_step(entity, "one of \"" + mine.text + "\"");
    entity.text = mine.text;
    entity.start = mine.start;
    entity.end = mine.end;
    entity.via = "coreference";
    if (!mine.sector.empty() && mine.sector != "UNK" && entity.identifier_text.empty()) entity.sector = mine.sector;
    draft.mention.entities.push_back(std::move(entity));
  }
  draft.mention.certainty = 0.7F;
  draft.plural = true;
  return true;
}

/// "The league" behind "the Arab League", "the ship" behind "a South Korean navy ship": who was called by that noun last.
bool References::take_noun_of_name(ActorDraft& draft) {
  const std::string_view noun = lemma_of(tree_->token(static_cast<Tree::Index>(draft.mention.head)));
  for (auto known = memory_.rbegin(); known != memory_.rend(); ++known) {
    if (known->sequence == sequence_ && known->token >= static_cast<Tree::Index>(draft.mention.head)) continue;
    if (known->last_noun != noun || known->entities.size() != 1 || known->modifier) continue;
    point_to(draft, *known, "coreference", 0.85F);
    draft.kind = known->kind;
    return true;
  }
  return false;
}

bool References::take_body(ActorDraft& draft, bool any_sector) {
  const std::string sector = draft.mention.entities.front().sector;
  for (auto known = memory_.rbegin(); known != memory_.rend(); ++known) {
    if (known->sequence == sequence_ && known->token >= static_cast<Tree::Index>(draft.mention.head)) continue;
    if ((known->kind != DraftKind::body && known->kind != DraftKind::name) || known->entities.size() != 1) continue;
    if (!any_sector && known->entities.front().sector != sector) continue;
    point_to(draft, *known, "coreference", 0.8F);
    draft.kind = DraftKind::body;
    return true;
  }
  return false;
}

/// "The fishermen" behind "16 Chinese fishermen", and "rebels" in a story about Syrian rebels.
bool References::take_same_noun(ActorDraft& draft) {
  Entity& entity = draft.mention.entities.front();
  for (auto known = memory_.rbegin(); known != memory_.rend(); ++known) {
    if (known->lemma != draft.lemma || known->entities.size() != 1 || known->entities.front().code.empty()) continue;
    const Entity& meant = known->entities.front();
    entity.code = meant.code;
    if (draft.definite) {
      entity.identifier_text = meant.identifier_text;
      entity.identifier_id = meant.identifier_id;
      if (entity.office.empty()) entity.office = meant.office;
      entity.sector = meant.sector;
      entity.other_sectors = meant.other_sectors;
    }
    entity.via = "coreference";
    add_step(entity, "those called \"" + meant.text + "\" before");
    draft.mention.certainty = std::min(known->certainty, draft.definite ? 0.85F : 0.7F);
    return true;
  }
  return false;
}

/// The country where the sentence says that it happened.
bool References::take_place(ActorDraft& draft) {
  const PlaceMention* chosen = nullptr;
  for (const PlaceMention& place : places_) {
    if (place.location.country.empty()) continue;
    const std::string preposition = tree_->preposition(static_cast<Tree::Index>(place.head));
    const bool where = preposition == "in" || preposition == "at" || preposition == "near" || preposition == "outside" || preposition == "across" ||
                       preposition == "on" || preposition == "around" || preposition == "inside" || preposition == "throughout";
    if (where && !chosen) chosen = &place;
  }
  if (!chosen) return false;
  Entity& entity = draft.mention.entities.front();
  entity.code = chosen->location.country;
  add_step(entity, "where it happened, " + chosen->text + " in " + chosen->location.country);
  draft.mention.certainty = 0.7F;
  return true;
}

/// The nation that the page speaks of here, or for a titled name the first of the page's nations in which somebody so called can hold the office.
void References::take_focus(ActorDraft& draft) {
  Entity& entity = draft.mention.entities.front();
  if (!entity.code.empty()) return;
  for (const std::string& nation : focus_.nations()) {
    if (draft.kind == DraftKind::person && !may_hold_office(draft, nation)) continue;
    entity.code = nation;
    if (entity.via.empty()) entity.via = "agent";
    add_step(entity, "in a page that speaks of " + nation + " here");
    draft.mention.certainty = 0.3F + 0.4F * static_cast<float>(focus_.share(nation));
    return;
  }
}

/// False when the lexicon or the page knows somebody of another name in that office of that nation, which only one can hold.
bool References::may_hold_office(const ActorDraft& draft, const std::string& nation) const {
  static constexpr auto sole = word_list({"president", "prime minister", "foreign minister", "defence minister", "defense minister", "interior minister", "chancellor", "king", "queen",
                                          "finance minister", "vice president", "emperor", "supreme leader", "parliament speaker"});
  if (!sole.contains(draft.office)) return true;
  const auto shares_a_word = [&](std::string_view name) {
    const auto theirs = lexicon_words(name);
    for (const auto& word : lexicon_words(draft.name)) {
      if (std::any_of(theirs.begin(), theirs.end(), [&](const LexiconWord& other) { return other.text == word.text; })) return true;
    }
    return false;
  };
  if (day_) {
    if (const auto holder = lexicon_.holder_on(draft.office, nation, *day_); holder && !shares_a_word(lexicon_.text(lexicon_.actor(*holder).name))) return false;
  }
  return std::none_of(memory_.begin(), memory_.end(), [&](const Antecedent& known) {
    const Entity& entity = known.entities.front();
    return known.kind == DraftKind::person && entity.code == nation && entity.office == draft.office && !shares_a_word(entity.identifier_text);
  });
}

/// Of several bodies of one name the one of the nation that the page speaks of here; a short name only so and within a sentence.
void References::take_namesake(ActorDraft& draft) {
  const auto nations = focus_.nations();
  const std::size_t looked_at = draft.only_if_meant ? std::min<std::size_t>(nations.size(), 1) : nations.size();
  if (draft.only_if_meant && (draft.mention.head == 0 || in_title_case())) return;
  for (std::size_t i = 0; i < looked_at; ++i) {
    for (const std::uint32_t one : draft.namesakes) {
      if (!(lexicon_.standing(lexicon_.actor(one), day_).code == nations[i])) continue;
      Entity& entity = draft.mention.entities.front();
      describe_actor(lexicon_, one, day_, entity);
      draft.actor = one;
      draft.kind = DraftKind::body;
      draft.collective = true;
      add_step(entity, entity.identifier_text + ", in a page that speaks of " + nations[i] + " here");
      draft.mention.certainty = 0.4F + 0.4F * static_cast<float>(focus_.share(nations[i]));
      return;
    }
  }
}

/// True for headlines that begin nearly every word with a capital.
bool References::in_title_case() const {
  Tree::Index capitals = 0, words = 0;
  for (Tree::Index i = 0; i < tree_->size(); ++i) {
    const char first = tree_->token(i).text.front();
    const bool capital = first >= 'A' && first <= 'Z';
    words += capital || (first >= 'a' && first <= 'z');
    capitals += capital;
  }
  return words >= 4 && capitals * 4 >= words * 3;
}

/// "The French president": who that was on the day.
void References::name_holder(ActorDraft& draft) const {
  // Of these there are many at a time; that the lexicon knows only one says nothing.
  static constexpr auto shared_offices = word_list({"ambassador", "envoy", "special envoy", "governor", "mayor", "commander", "minister", "senator", "deputy prime minister", "vice premier",
                                                    "deputy foreign minister", "deputy minister", "deputy president", "member of parliament", "general", "adviser", "negotiator", "spokesman"});
  if (draft.kind != DraftKind::agent || draft.plural || !day_ || shared_offices.contains(draft.office)) return;
  for (Entity& entity : draft.mention.entities) {
    if (entity.office.empty() || entity.code.empty() || !entity.identifier_text.empty()) continue;
    const auto found = lexicon_.holder_on(entity.office, entity.code, *day_);
    if (!found) continue;
    entity.identifier_text = lexicon_.text(lexicon_.actor(*found).name);
    entity.identifier_id = lexicon_.text(lexicon_.actor(*found).id);
    add_step(entity, "the office was " + entity.identifier_text + "'s that day");
  }
}

References::Antecedent::Role References::role_of(Tree::Index head) const {
  switch (tree_->relation(tree_->first_conjunct(head))) {
    case Relation::nsubj: case Relation::nsubj_pass: case Relation::nsubj_outer: return Antecedent::Role::subject;
    case Relation::root: return Antecedent::Role::subject;
    case Relation::obj: case Relation::iobj: case Relation::obl_agent: return Antecedent::Role::object;
    default: return Antecedent::Role::other;
  }
}

void References::remember(const ActorDraft& draft) {
  Antecedent known;
  known.entities = draft.mention.entities;
  known.kind = draft.kind == DraftKind::pronoun ? (draft.collective ? DraftKind::body : DraftKind::person) : draft.kind;
  known.gender = draft.gender;
  known.plural = draft.plural;
  known.collective = draft.collective;
  known.modifier = draft.modifier;
  known.lemma = draft.kind == DraftKind::agent || draft.kind == DraftKind::person ? draft.lemma : std::string();
  known.actor = draft.actor;
  known.sequence = sequence_;
  known.token = static_cast<Tree::Index>(draft.mention.head);
  known.first = static_cast<Tree::Index>(draft.mention.first);
  known.last = static_cast<Tree::Index>(draft.mention.last);
  known.first_conjunct = tree_->first_conjunct(known.token);
  if (draft.kind == DraftKind::body || draft.kind == DraftKind::name || draft.kind == DraftKind::agent) {
    const std::string& name = draft.kind == DraftKind::agent ? draft.lemma : draft.name;
    auto words = lexicon_words(name.substr(0, name.find(" of ")));
    if (words.size() > 1) known.last_noun = std::move(words.back().text);
  }
  known.role = draft.modifier ? Antecedent::Role::other : role_of(known.token);
  known.certainty = draft.mention.certainty;
  const Tree::Index above = tree_->governor(known.token);
  known.speaker = above != Tree::none && speech_verbs.contains(lemma_of(tree_->token(above))) && tree_->subject(above) == known.token;
  for (const Entity& entity : known.entities) {
    const double weight = known.role == Antecedent::Role::subject ? 1.5 : draft.modifier ? 0.7 : 1.0;
    if (draft.kind != DraftKind::pronoun) focus_.mention(entity.code, weight);
  }
  memory_.push_back(std::move(known));
}

}  // namespace attache::knowledge
