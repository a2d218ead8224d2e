#include "knowledge/actors/phrases.h"

#include "knowledge/actors/name_words.h"
#include "knowledge/actors/readings.h"

#include "knowledge/actors/nation_focus.h"
#include "language/word_list.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace attache::knowledge {
namespace {

using language::word_list;

/// Nouns that only say how many or in what shape: "a group of rebels", "dozens of villagers".
constexpr auto transparent_nouns = word_list({
    "group", "number", "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "score", "scores", "crowd", "team", "delegation", "majority",
    "handful", "pair", "lot", "band", "gang", "mob", "convoy", "column", "unit", "part", "member", "rest", "most", "some", "many", "several", "couple",
    "series", "wave", "million", "bunch", "throng", "cell", "contingent", "wing", "faction", "one", "two", "three", "four", "five", "both", "all", "none",
    "party", "panel", "committee", "coalition", "alliance", "department", "section", "branch", "office", "bureau", "division", "arm",
});

/// "A Kabul-based diplomat", "a Russian-flagged ship": the nation is the actor's own.
constexpr auto own_participles = word_list({"based", "flagged", "registered", "owned", "born", "run", "operated", "administered", "headquartered"});

/// Forms of address, which may stand between a title and a name: "President Mr Uribe".
constexpr auto honorifics = word_list({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "dame", "prof", "prof.", "hon", "hon.", "dato", "datuk", "tun", "shri", "haji",
                                       "alhaji", "chief", "sheikh", "mullah", "maulana"});

/// Nouns that name part of a state, a body or a land: whose they are, those of them are as well: "the head of the U.S. mission".
constexpr auto parts_of_owners = word_list({"office", "department", "mission", "embassy", "committee", "subcommittee", "council", "commission", "arm", "branch", "wing", "unit", "bureau",
                                            "division", "section", "secretariat", "state", "country", "nation", "region", "province", "area", "part", "city", "town", "village",
                                            "capital", "district", "island", "camp", "border", "port", "side", "group", "delegation", "member"});

/// What makes a former holder of an office.
constexpr auto former_words = word_list({"former", "ex", "ousted", "deposed", "retired", "erstwhile", "onetime", "one-time", "toppled", "late", "disgraced", "then"});

/// Offices of states and of bodies: "the president of the Human Rights League" is one of the league.
constexpr auto presiding = word_list({"president", "vice president", "secretary general", "secretary-general", "deputy president", "general secretary", "director general", "director-general"});

/// Sectors whose people belong to the place that a sentence names: "arrested 12 demonstrators in Nairobi".
constexpr std::array<std::string_view, 14> domestic_sectors{"CVL", "COP", "SOC", "EDU", "LAB", "MED", "REL", "JRN", "CRM", "OPP", "AGR", "BUS", "LEG", "JUD"};

/// Bodies of a state, which belong to the state that a page speaks of.
constexpr std::array<std::string_view, 7> public_sectors{"GOV", "LEG", "JUD", "MIL", "SPY", "COP", "EDU"};

/// Offices, armies and services that one can be a former member of.
constexpr std::array<std::string_view, 8> elite_sectors{"GOV", "LEG", "JUD", "MIL", "SPY", "COP", "PTY", "PRM"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

std::string_view lemma_of(const Token& token) { return token.lemma.empty() ? token.text : token.lemma; }

/// How a phrase belongs to another.
enum class Link : std::uint8_t { none, before, possessive, of, from, in };

/// One actor's words: a title and a name, a body, an agent.
struct Unit {
  std::uint32_t first = 0, last = 0;
  Tree::Index head = 0;
  int name = -1;                    ///< Atom: person, surname, body or unknown name.
  int agent = -1;                   ///< Atom: the first title.
  std::vector<int> further_agents;
  bool transparent = false;         ///< No atom: a noun of number.
  bool done = false;
  int draft = -1;
};

/// Who owns a unit.
struct Owner {
  int atom = -1;
  int unit = -1;
  Link link = Link::none;
  Tree::Index token = 0;
  bool coordinated = false;         ///< Joined to another owner by "and".
};

class Composer {
 public:
  Composer(const AtomContext& context, const Tree& tree, std::vector<Atom>& atoms) : context_(context), lexicon_(*context.lexicon), tree_(tree), atoms_(atoms) {}

  std::vector<ActorDraft> run() {
    atom_of_.assign(static_cast<std::size_t>(tree_.size()), -1);
    unit_of_.assign(static_cast<std::size_t>(tree_.size()), -1);
    for (std::size_t a = 0; a < atoms_.size(); ++a) mark(atom_of_, atoms_[a].first, atoms_[a].last, static_cast<int>(a));
    build_units();
    add_transparent_units();
    find_owners();
    for (std::size_t u = 0; u < units_.size(); ++u) compose(static_cast<int>(u), 0);
    for (std::size_t a = 0; a < atoms_.size(); ++a) {
      if (!used_[a]) compose_nation(static_cast<int>(a));
    }
    join_appositions();
    std::stable_sort(drafts_.begin(), drafts_.end(), [](const ActorDraft& a, const ActorDraft& b) { return a.mention.first < b.mention.first; });
    return std::move(drafts_);
  }

 private:
  const Token& token(Tree::Index i) const { return tree_.token(i); }
  Tree::Index size() const { return tree_.size(); }

  static void mark(std::vector<int>& map, std::uint32_t first, std::uint32_t last, int value) {
    for (std::uint32_t i = first; i < last; ++i) map[i] = value;
  }

  int unit_at(Tree::Index i) const { return i == Tree::none ? -1 : unit_of_[static_cast<std::size_t>(i)]; }
  int atom_at(Tree::Index i) const { return i == Tree::none ? -1 : atom_of_[static_cast<std::size_t>(i)]; }
  const Atom& atom(int a) const { return atoms_[static_cast<std::size_t>(a)]; }
  Unit& unit(int u) { return units_[static_cast<std::size_t>(u)]; }
  Tree::Index head_of(const Atom& a) const { return tree_.head({static_cast<Tree::Index>(a.first), static_cast<Tree::Index>(a.last)}); }

  bool is_name(const Atom& a) const {
    return a.kind == AtomKind::person || a.kind == AtomKind::surname || (a.kind == AtomKind::name && a.tag == NameTag::begin_person);
  }

  // --- units -----------------------------------------------------------------------------------------------------------

  void build_units() {
    used_.assign(atoms_.size(), false);
    for (std::size_t a = 0; a < atoms_.size(); ++a) {
      if (used_[a] || is_nation_like(atoms_[a].kind) || atoms_[a].kind == AtomKind::people) continue;
      Unit made;
      made.first = atoms_[a].first;
      made.last = atoms_[a].last;
      if (atoms_[a].kind == AtomKind::agent) {
        made.agent = static_cast<int>(a);
        // "Deputy Defence Minister Colonel-General X": titles up to a name, with nothing between.
        std::size_t next = a + 1;
        std::vector<int> titles;
        while (next < atoms_.size() && follows(next) && atoms_[next].kind == AtomKind::agent) titles.push_back(static_cast<int>(next++));
        if (next < atoms_.size() && follows(next) && is_name(atoms_[next])) {
          made.further_agents = std::move(titles);
          for (std::size_t i = a; i <= next; ++i) used_[i] = true;
          made.name = static_cast<int>(next);
          made.last = atoms_[next].last;
        }
      } else {
        made.name = static_cast<int>(a);
      }
      used_[a] = true;
      made.head = tree_.head({static_cast<Tree::Index>(made.first), static_cast<Tree::Index>(made.last)});
      mark(unit_of_, made.first, made.last, static_cast<int>(units_.size()));
      units_.push_back(std::move(made));
    }
  }

  /// True when nothing but a form of address stands between the atom and the one before it.
  bool follows(std::size_t a) const {
    std::uint32_t first = atoms_[a].first;
    while (first > atoms_[a - 1].last && honorifics.contains(token(static_cast<Tree::Index>(first - 1)).text)) --first;
    return first == atoms_[a - 1].last;
  }

  /// Heads of "a group of rebels", where "group" itself is no agent.
  void add_transparent_units() {
    for (Tree::Index i = 0; i < size(); ++i) {
      if (unit_at(i) >= 0 || atom_at(i) >= 0) continue;
      const Upos upos = token(i).upos;
      if ((upos != Upos::noun && upos != Upos::num && upos != Upos::propn && upos != Upos::adj && upos != Upos::pron && upos != Upos::det) || !transparent_nouns.contains(lemma_of(token(i)))) continue;
      const Tree::Index of = tree_.oblique(i, "of");
      if (of == Tree::none || of < i || unit_at(of) < 0) continue;
      Unit made;
      made.first = static_cast<std::uint32_t>(i);
      made.last = made.first + 1;
      made.head = i;
      made.transparent = true;
      unit_of_[static_cast<std::size_t>(i)] = static_cast<int>(units_.size());
      units_.push_back(std::move(made));
    }
  }

  // --- who belongs to whom ---------------------------------------------------------------------------------------------

  bool is_possessive(Tree::Index i) const {
    for (const Tree::Index child : tree_.children(i)) {
      if (token(child).relation == Relation::case_ && (token(child).text == "'s" || token(child).text == "\xE2\x80\x99s" || token(child).text == "'" || token(child).text == "\xE2\x80\x99")) return true;
    }
    return false;
  }

  /// How a nominal hangs below the noun that governs it.
  Link link_of(Tree::Index i) const {
    const Tree::Index above = tree_.governor(i);
    if (above == Tree::none) return Link::none;
    if (is_possessive(i)) return i < above ? Link::possessive : Link::none;
    switch (token(i).relation) {
      case Relation::amod: case Relation::compound: case Relation::nmod_poss: case Relation::flat: case Relation::nmod_desc: case Relation::nmod_unmarked:
      case Relation::det: case Relation::nummod: case Relation::dep: case Relation::obl_unmarked: case Relation::advmod: case Relation::nmod: case Relation::obl:
        break;
      default: return Link::none;
    }
    const std::string preposition = tree_.preposition(i);
    if (preposition.empty()) return i < above ? Link::before : Link::none;
    if (i < above) return Link::none;
    if (preposition == "of") return Link::of;
    if (preposition == "from" || preposition == "for" || preposition == "at" || preposition == "with") return Link::from;
    if (preposition == "in" || preposition == "inside" || preposition == "across") return Link::in;
    return Link::none;
  }

  /// The first member of the coordination of modifiers that `i` stands in: "US and British officials".
  Tree::Index first_modifier(Tree::Index i) const {
    Tree::Index first = i;
    for (int steps = 0; steps < 8 && token(first).relation == Relation::conj; ++steps) {
      const Tree::Index above = tree_.governor(first);
      const int a = atom_at(above);
      if (a < 0 || !(is_nation_like(atom(a).kind) || atom(a).kind == AtomKind::body)) break;
      first = above;
    }
    return first;
  }

  void add_owner(int host, Owner owner) {
    auto& list = owners_[static_cast<std::size_t>(host)];
    const auto same = [&](const Owner& other) { return other.atom == owner.atom && other.unit == owner.unit; };
    if (std::none_of(list.begin(), list.end(), same)) list.push_back(owner);
  }

  void find_owners() {
    owners_.assign(units_.size(), {});
    host_of_atom_.assign(atoms_.size(), -1);
    for (std::size_t a = 0; a < atoms_.size(); ++a) {
      if (is_nation_like(atoms_[a].kind)) place_nation(static_cast<int>(a));
    }
    for (std::size_t u = 0; u < units_.size(); ++u) place_unit(static_cast<int>(u));
    for (auto& list : owners_) std::stable_sort(list.begin(), list.end(), [](const Owner& a, const Owner& b) { return a.token < b.token; });
  }

  /// True for "pro-Russian", "anti-American", "non-Serb": the nation is not theirs.
  bool is_negated_by_prefix(const Atom& a) const {
    static constexpr auto prefixes = word_list({"pro", "anti", "non", "cross", "inter"});
    if (a.first == 0) return false;
    std::uint32_t before = a.first - 1;
    if (token(static_cast<Tree::Index>(before)).text == "-" && before > 0) --before;
    return prefixes.contains(token(static_cast<Tree::Index>(before)).text) || token(static_cast<Tree::Index>(before)).text.ends_with('-');
  }

  void place_nation(int a) {
    const Atom& nation = atom(a);
    if (is_negated_by_prefix(nation)) return;
    const Tree::Index head = head_of(nation);
    const Tree::Index first = first_modifier(head);
    const bool coordinated = first != head || std::any_of(tree_.children(head).begin(), tree_.children(head).end(), [&](Tree::Index child) {
      return token(child).relation == Relation::conj && atom_at(child) >= 0 && is_nation_like(atom(atom_at(child)).kind);
    });
    // "A Russian-flagged ship": the nation hangs below the participle, the participle below the noun.
    Tree::Index from = first;
    Link link = link_of(from);
    Tree::Index above = tree_.governor(from);
    const auto behind = static_cast<Tree::Index>(nation.last);
    if (behind + 1 < size() && token(behind).text == "-") {
      if (!own_participles.contains(token(behind + 1).text)) {
        const bool participle = token(behind + 1).xpos == "VBN" || token(behind + 1).upos == Upos::verb || token(behind + 1).upos == Upos::adj;
        if (participle) return;
      } else {
        from = behind + 1;
        if (tree_.governor(from) == Tree::none || (above != from && above != Tree::none && unit_at(above) < 0)) {
          above = tree_.governor(from);
        } else {
          above = above == from ? tree_.governor(from) : above;
        }
        link = Link::before;
      }
    }
    if (link == Link::none || above == Tree::none) {
      adjacent_owner(a, coordinated);
      return;
    }
    above = climb(above, link);
    const int host = unit_at(above);
    if (host < 0 || (nation.first >= unit(host).first && nation.last <= unit(host).last)) {
      adjacent_owner(a, coordinated);
      return;
    }
    if (link == Link::in && !may_take_place(host)) return;
    add_owner(host, {a, -1, link, head, coordinated});
    host_of_atom_[static_cast<std::size_t>(a)] = host;
  }

  /// From the noun that an owner hangs below up to the actor: through nouns that themselves stand before the actor ("Chinese state media
  /// workers"), and through parts of the owner behind it ("the head of the U.S. mission"). `link` becomes that of the last step.
  Tree::Index climb(Tree::Index above, Link& link) const {
    for (int steps = 0; steps < 4 && above != Tree::none && unit_at(above) < 0; ++steps) {
      const bool noun = token(above).upos == Upos::noun || token(above).upos == Upos::propn || own_participles.contains(token(above).text);
      const Link higher = link_of(above);
      if (!noun || (link != Link::before && link != Link::possessive && link != Link::of)) break;
      const bool part = token(above).upos == Upos::propn || parts_of_owners.contains(lemma_of(token(above)));
      const bool behind = part && (higher == Link::of || higher == Link::from || higher == Link::in);
      if (behind) link = higher;
      else if (higher != Link::before || link == Link::of) break;
      above = tree_.governor(above);
    }
    return above;
  }

  /// True when the tree hangs the actor's words below the nation before them as if they were beside the point: "Rakhine Buddhists".
  bool is_loosely_below(Tree::Index behind, Tree::Index nation) const {
    const Tree::Index head = static_cast<Tree::Index>(units_[static_cast<std::size_t>(unit_at(behind))].head);
    if (tree_.governor(head) != nation) return false;
    switch (token(head).relation) {
      case Relation::vocative: case Relation::dep: case Relation::flat: case Relation::list: case Relation::nmod_unmarked: case Relation::obl_unmarked: case Relation::parataxis: return true;
      default: return false;
    }
  }

  /// A nationality right before an actor's words is theirs, and so is whoever stands there with a clitic, whatever the tree says.
  void adjacent_owner(int a, bool coordinated) {
    const Atom& nation = atom(a);
    std::uint32_t behind = nation.last;
    const auto text_at = [&](std::uint32_t i) { return i < static_cast<std::uint32_t>(size()) ? token(static_cast<Tree::Index>(i)).text : std::string_view(); };
    const bool governs = behind < static_cast<std::uint32_t>(size()) && unit_at(static_cast<Tree::Index>(behind)) >= 0 && is_loosely_below(static_cast<Tree::Index>(behind), head_of(nation));
    const bool clitic = text_at(behind) == "'s" || text_at(behind) == "\xE2\x80\x99s" || text_at(behind) == "'";
    if (clitic) ++behind;
    if ((nation.kind != AtomKind::demonym && !clitic && !governs) || behind >= static_cast<std::uint32_t>(size())) return;
    if (clitic) {
      while (behind + 1 < static_cast<std::uint32_t>(size()) && token(static_cast<Tree::Index>(behind)).upos == Upos::adj && unit_at(static_cast<Tree::Index>(behind)) < 0) ++behind;
    }
    const int host = unit_at(static_cast<Tree::Index>(behind));
    if (host < 0 || unit(host).first != behind) return;
    add_owner(host, {a, -1, clitic ? Link::possessive : Link::before, static_cast<Tree::Index>(nation.first), coordinated});
    host_of_atom_[static_cast<std::size_t>(a)] = host;
  }

  bool may_take_place(int host) {
    const Unit& u = unit(host);
    return u.agent >= 0 && u.name < 0;
  }

  void place_unit(int u) {
    const Unit& owned = unit(u);
    Link link = link_of(owned.head);
    if (link == Link::none) return;
    const int host = unit_at(climb(tree_.governor(owned.head), link));
    if (host < 0 || host == u) return;
    if (link == Link::in && !may_take_place(host)) return;
    add_owner(host, {-1, u, link, owned.head, false});
  }

  // --- composition -----------------------------------------------------------------------------------------------------

  struct Belonging {
    Code code;
    Code sector;
    std::string words;
    std::string via;
    Tree::Index token = 0;
    Link link = Link::none;
    bool coordinated = false;
    bool nation = false;
    int atom = -1;
    int unit = -1;
  };

  std::string words_of(std::uint32_t first, std::uint32_t last) const {
    return std::string(tree_.text({static_cast<Tree::Index>(first), static_cast<Tree::Index>(last)}));
  }

  Code nation_code(const Atom& a) const {
    if (a.kind == AtomKind::place || !a.use) return a.place_code;
    return lexicon_.actor(a.use->target).code;
  }

  Code nation_sector(const Atom& a) const {
    if (a.kind == AtomKind::place || !a.use) return {};
    const ActorRecord& actor = lexicon_.actor(a.use->target);
    return actor.kind == ActorKind::special ? actor.sector : Code{};
  }

  static std::string via_of(AtomKind kind) {
    switch (kind) {
      case AtomKind::demonym: case AtomKind::people: return "demonym";
      case AtomKind::capital: return "capital";
      case AtomKind::metonym: return "metonym";
      case AtomKind::agent: return "agent";
      case AtomKind::place: return "place";
      default: return "name";
    }
  }

  std::vector<Belonging> belongings(int u, int depth) {
    std::vector<Belonging> list;
    for (const Owner& owner : owners_[static_cast<std::size_t>(u)]) {
      Belonging b;
      b.token = owner.token;
      b.link = owner.link;
      b.coordinated = owner.coordinated;
      b.atom = owner.atom;
      b.unit = owner.unit;
      if (owner.atom >= 0) {
        const Atom& a = atom(owner.atom);
        b.code = nation_code(a);
        b.sector = nation_sector(a);
        b.words = words_of(a.first, a.last);
        b.via = via_of(a.kind);
        b.nation = true;
      } else {
        compose(owner.unit, depth + 1);
        const int draft = unit(owner.unit).draft;
        if (draft < 0) continue;
        const auto& entities = drafts_[static_cast<std::size_t>(draft)].mention.entities;
        if (entities.empty()) continue;
        b.code = code_from(entities.front().code);
        b.sector = code_from(entities.front().sector);
        b.words = entities.front().text;
        b.via = entities.front().via;
      }
      list.push_back(std::move(b));
    }
    return list;
  }

  /// The owners that count: those before the words in preference to those behind them, and of several that are not joined by "and" the first.
  std::vector<const Belonging*> chosen_owners(const std::vector<Belonging>& all) const {
    std::vector<const Belonging*> chosen;
    const auto take = [&](auto fits) {
      for (const Belonging& b : all) {
        if (b.code.empty() || !fits(b)) continue;
        if (chosen.empty() || (b.coordinated && chosen.front()->coordinated)) {
          const bool known = std::any_of(chosen.begin(), chosen.end(), [&](const Belonging* other) { return other->code == b.code; });
          if (!known) chosen.push_back(&b);
        }
      }
    };
    take([](const Belonging& b) { return b.link == Link::possessive || b.link == Link::before; });
    if (chosen.empty()) take([](const Belonging& b) { return b.link == Link::of; });
    if (chosen.empty()) take([](const Belonging& b) { return b.link == Link::from; });
    if (chosen.empty()) take([](const Belonging& b) { return b.link == Link::in; });
    return chosen;
  }

  /// "Former" and the like before the words, up to the beginning of the phrase or the owner's clitic.
  bool is_former(const Unit& u) const {
    for (auto i = static_cast<Tree::Index>(u.first); i-- > 0;) {
      const Token& word = token(i);
      if (former_words.contains(word.text) && !(word.text == "late" && word.upos != Upos::adj)) return word.text != "then" || (i + 1 < size() && token(i + 1).text == "-");
      if (static_cast<Tree::Index>(u.first) - i > 6) return false;
      switch (word.upos) {
        case Upos::adj: case Upos::noun: case Upos::propn: case Upos::num: break;
        case Upos::punct:
          if (word.text != "-") return false;
          break;
        default:
          if (!(word.upos == Upos::x && word.text.size() <= 3)) return false;
      }
    }
    return false;
  }

  bool is_definite(Tree::Index head) const {
    for (const Tree::Index child : tree_.children(head)) {
      const Token& word = token(child);
      if (word.relation != Relation::det && word.relation != Relation::det_predet && word.relation != Relation::nmod_poss) continue;
      const std::string_view text = word.text;
      if (text == "the" || text == "The" || text == "this" || text == "This" || text == "that" || text == "these" || text == "These" || text == "those" || text == "both" || text == "Both") return true;
    }
    return false;
  }

  /// The extent of the noun phrase, kept near the words when the tree runs away with it.
  Tree::Span extent(Tree::Index head, std::uint32_t first, std::uint32_t last) const {
    Tree::Span span = tree_.phrase(head);
    constexpr Tree::Index longest = 24;
    if (span.last - span.first > longest) span = {static_cast<Tree::Index>(first), static_cast<Tree::Index>(last)};
    span.first = std::min(span.first, static_cast<Tree::Index>(first));
    span.last = std::max(span.last, static_cast<Tree::Index>(last));
    return span;
  }

  void place_mention(ActorDraft& draft, Tree::Span span, Tree::Index head) const {
    draft.mention.first = static_cast<std::uint32_t>(span.first);
    draft.mention.last = static_cast<std::uint32_t>(span.last);
    draft.mention.head = static_cast<std::uint32_t>(head);
  }

  void place_entity(Entity& entity, Tree::Span span) const {
    entity.text = std::string(tree_.text(span));
    entity.start = token(span.first).start;
    entity.end = token(span.last - 1).end;
  }

  static void add_sector(Entity& entity, std::string_view sector) {
    if (sector.empty()) return;
    if (entity.sector.empty()) {
      entity.sector = sector;
      return;
    }
    const auto& others = entity.other_sectors;
    if (entity.sector != sector && std::find(others.begin(), others.end(), sector) == others.end()) entity.other_sectors.emplace_back(sector);
  }

  static void add_step(Entity& entity, const std::string& step) {
    if (!entity.reason.empty()) entity.reason += "; ";
    entity.reason += step;
  }

  void compose(int index, int depth) {
    Unit& u = unit(index);
    if (u.done || depth > 6) return;
    u.done = true;
    const std::vector<Belonging> all = belongings(index, depth);
    ActorDraft draft;
    if (u.transparent) {
      if (!compose_transparent(u, draft)) return;
    } else if (u.name >= 0) {
      compose_named(u, all, draft);
    } else {
      if (is_nobody_alone(u, all)) return;
      compose_agent(u, all, draft);
    }
    units_[static_cast<std::size_t>(index)].draft = static_cast<int>(drafts_.size());
    drafts_.push_back(std::move(draft));
  }

  /// "The head": whose is not said.
  bool is_nobody_alone(const Unit& u, const std::vector<Belonging>& all) const {
    const AgentRecord& agent = lexicon_.agent(atom(u.agent).use->target);
    // "Former Soviet republics" are nobody's any more.
    static constexpr auto lands = word_list({"republic", "colony", "territory", "protectorate", "satellite state"});
    if (lands.contains(lexicon_.text(agent.lemma)) && is_former(u)) return true;
    if (!agent.needs_owner) return false;
    return std::none_of(all.begin(), all.end(), [](const Belonging& b) { return b.link != Link::in && (b.nation || !b.code.empty() || !b.sector.empty()); });
  }

  bool compose_transparent(const Unit& u, ActorDraft& draft) {
    const Tree::Index of = tree_.oblique(u.head, "of");
    const int inner = unit_at(of);
    if (inner < 0) return false;
    compose(inner, 1);
    const int source = unit(inner).draft;
    if (source < 0) return false;
    draft = drafts_[static_cast<std::size_t>(source)];
    const Tree::Span span = extent(u.head, u.first, u.last);
    place_mention(draft, span, u.head);
    for (Entity& entity : draft.mention.entities) {
      if (draft.mention.entities.size() == 1) place_entity(entity, span);
      add_step(entity, "through \"" + std::string(token(u.head).text) + " of\"");
    }
    draft.plural = true;
    draft.definite = is_definite(u.head);
    return true;
  }

  void compose_named(const Unit& u, const std::vector<Belonging>& all, ActorDraft& draft) {
    const Atom& name = atom(u.name);
    const auto owners = chosen_owners(all);
    const Tree::Span span = extent(u.head, u.first, u.last);
    place_mention(draft, span, u.head);
    Entity entity;
    place_entity(entity, span);
    draft.name = words_of(name.first, name.last);
    draft.definite = is_definite(u.head);
    draft.owned = !owners.empty();
    const Code wanted = owners.empty() ? Code{} : owners.front()->code;
    const Use* use = name.kind == AtomKind::surname ? nullptr : name.uses.empty() ? name.use : choose_use(context_, name.uses, wanted);
    if (!name.respelled.empty()) use = name.use;
    std::vector<std::string> rivals = name.rivals;
    if (use && lexicon_.actor(use->target).kind == ActorKind::person) use = the_one_meant(u, name, wanted, use, rivals);
    if (name.kind == AtomKind::body && use) {
      compose_body(name, *use, owners, draft, entity);
    } else if (name.kind == AtomKind::short_body) {
      draft.kind = DraftKind::name;
      draft.only_if_meant = true;
      draft.namesakes = targets_of(name, UseKind::short_name);
      entity.via = "name";
      entity.reason = "short for a body";
      draft.mention.certainty = 0.3F;
    } else if (name.kind == AtomKind::name && name.tag != NameTag::begin_person) {
      draft.kind = DraftKind::name;
      if (!owners.empty()) {
        entity.code = owners.front()->code.view();
        entity.via = "name";
        entity.reason = "unknown name \"" + draft.name + "\" of " + std::string(owners.front()->code.view()) + ", from \"" + owners.front()->words + "\"";
        draft.mention.certainty = 0.5F;
      } else if (!name.place_code.empty()) {
        entity.code = name.place_code.view();
        entity.via = "name";
        entity.reason = "unknown organisation with a nation or place in its name";
        draft.mention.certainty = 0.5F;
      } else {
        entity.via = "name";
        entity.reason = "no known name";
        draft.mention.certainty = 0.2F;
      }
      if (name.head_agent) take_kind_of_name(lexicon_.agent(name.head_agent->target), draft, entity);
    } else {
      compose_person(u, name, use, owners, draft, entity);
    }
    for (const auto& rival : rivals) add_step(entity, (name.rivals.empty() ? "could be " : "could be a misspelling of ") + rival);
    if (!name.respelled.empty()) {
      entity.via = "spelling";
      add_step(entity, "\"" + draft.name + "\" read as " + entity.identifier_text);
      draft.mention.certainty *= 0.85F;
    }
    draft.mention.entities.push_back(std::move(entity));
  }

  /// Of several people of that full name the one of the owner's country, of the title's office, in office that day. Nobody, and all of them
  /// as rivals, when that leaves more than one.
  const Use* the_one_meant(const Unit& u, const Atom& name, Code wanted, const Use* likeliest, std::vector<std::string>& rivals) const {
    std::vector<const Use*> people;
    for (const Use& use : name.uses) {
      if (use.kind == UseKind::name && lexicon_.actor(use.target).kind == ActorKind::person) people.push_back(&use);
    }
    if (people.size() < 2) return likeliest;
    const auto narrow = [&](auto fits) {
      std::vector<const Use*> left;
      std::copy_if(people.begin(), people.end(), std::back_inserter(left), [&](const Use* use) { return fits(lexicon_.actor(use->target)); });
      if (!left.empty()) people = std::move(left);
    };
    if (!wanted.empty()) narrow([&](const ActorRecord& actor) { return lexicon_.standing(actor, context_.day).code == wanted; });
    if (u.agent >= 0) {
      const std::string_view office = lexicon_.text(lexicon_.agent(atom(u.agent).use->target).office);
      narrow([&](const ActorRecord& actor) { return !office.empty() && lexicon_.standing(actor, context_.day).office == office; });
    }
    if (context_.day) narrow([&](const ActorRecord& actor) { return lexicon_.standing(actor, context_.day).role != nullptr; });
    if (people.size() == 1) return people.front();
    for (const Use* use : people) rivals.emplace_back(lexicon_.text(lexicon_.actor(use->target).name));
    return nullptr;
  }

  /// A body that nothing is known of but what its own name says it is: "the Michigan Department of Environmental Quality".
  void take_kind_of_name(const AgentRecord& agent, ActorDraft& draft, Entity& entity) const {
    entity.sector = agent.sector.view();
    for (const Code& other : agent.other_sectors) add_sector(entity, other.view());
    if (entity.code.empty()) entity.code = agent.code.view();
    entity.identifier_text = draft.name;
    draft.collective = true;
    draft.public_body = is_one_of(public_sectors, entity.sector);
    draft.mention.certainty = std::max(draft.mention.certainty, 0.5F);
    add_step(entity, "by its name a \"" + std::string(lexicon_.text(agent.lemma)) + "\", " + entity.sector);
  }

  bool have_several_codes(const std::vector<std::uint32_t>& entries) const {
    return std::any_of(entries.begin(), entries.end(), [&](std::uint32_t one) {
      return !(lexicon_.standing(lexicon_.actor(one), context_.day).code == lexicon_.standing(lexicon_.actor(entries.front()), context_.day).code);
    });
  }

  /// "The Labour Party" by itself: what all who are called so have in common; which of them, the page must say.
  void leave_open(std::vector<std::uint32_t> namesakes, ActorDraft& draft, Entity& entity) const {
    const bool same_sector = std::all_of(namesakes.begin(), namesakes.end(), [&](std::uint32_t one) { return lexicon_.standing(lexicon_.actor(one), context_.day).sector == entity.sector; });
    if (!same_sector) entity.sector.clear();
    entity.code.clear();
    entity.other_sectors.clear();
    entity.identifier_id.clear();
    entity.identifier_text = draft.name;
    entity.reason = "several are called \"" + draft.name + "\"";
    draft.actor = ActorDraft::no_actor;
    draft.namesakes = std::move(namesakes);
    draft.mention.certainty = 0.4F;
  }

  /// The entries that a name's uses of one kind stand for, of those that existed on the day when any did.
  std::vector<std::uint32_t> targets_of(const Atom& name, UseKind kind) const {
    std::vector<std::uint32_t> all, existing;
    for (const Use& use : name.uses) {
      if (use.kind != kind) continue;
      const ActorRecord& actor = lexicon_.actor(use.target);
      if (actor.kind == ActorKind::person || actor.kind == ActorKind::country) continue;
      all.push_back(use.target);
      if (!context_.day || (actor.from <= *context_.day && *context_.day <= actor.to)) existing.push_back(use.target);
    }
    return existing.empty() ? all : existing;
  }

  void compose_body(const Atom& name, const Use& use, const std::vector<const Belonging*>& owners, ActorDraft& draft, Entity& entity) {
    const ActorRecord& actor = lexicon_.actor(use.target);
    const Standing standing = lexicon_.standing(actor, context_.day);
    draft.kind = DraftKind::body;
    draft.collective = true;
    draft.actor = use.target;
    entity.code = standing.code.view();
    entity.sector = standing.sector.view();
    for (const Code& other : standing.other_sectors) add_sector(entity, other.view());
    entity.identifier_id = lexicon_.text(actor.id);
    entity.identifier_text = lexicon_.text(actor.name);
    entity.via = "name";
    entity.reason = "\"" + draft.name + "\" is " + entity.identifier_text;
    const bool owner_decides = std::any_of(owners.begin(), owners.end(), [&](const Belonging* owner) { return owner->code == actor.code; });
    if (auto namesakes = targets_of(name, UseKind::name); have_several_codes(namesakes) && !owner_decides) leave_open(std::move(namesakes), draft, entity);
    // "Chile's Defence Department" where the lexicon knows only another country's.
    const bool elsewhere = !owners.empty() && owners.front()->nation && (owners.front()->link == Link::possessive || owners.front()->link == Link::before) && !owners.front()->code.empty() &&
                           !(owners.front()->code == entity.code) && is_state_code(entity.code) && is_state_code(owners.front()->code.view());
    if (elsewhere && draft.namesakes.empty() && is_one_of(public_sectors, entity.sector) && draft.name.find(' ') != std::string::npos) {
      entity.code = owners.front()->code.view();
      entity.identifier_id.clear();
      entity.identifier_text = draft.name;
      draft.actor = ActorDraft::no_actor;
      add_step(entity, "but of \"" + owners.front()->words + "\"");
    }
    // A local branch of what belongs to no nation: "Kenya's Red Cross" stays what it is.
    if (!owners.empty() && entity.code.empty()) {
      entity.code = owners.front()->code.view();
      add_step(entity, "of " + owners.front()->words);
    }
  }

  void compose_person(const Unit& u, const Atom& name, const Use* use, const std::vector<const Belonging*>& owners, ActorDraft& draft, Entity& entity) {
    draft.kind = DraftKind::person;
    const bool former = is_former(u);
    if (use && lexicon_.actor(use->target).kind == ActorKind::person) {
      const ActorRecord& actor = lexicon_.actor(use->target);
      const Standing standing = lexicon_.standing(actor, context_.day);
      draft.actor = use->target;
      draft.gender = actor.gender;
      entity.code = standing.code.view();
      entity.sector = standing.sector.view();
      for (const Code& other : standing.other_sectors) add_sector(entity, other.view());
      entity.identifier_id = lexicon_.text(actor.id);
      entity.identifier_text = lexicon_.text(actor.name);
      entity.office = standing.office;
      entity.via = "name";
      entity.reason = "\"" + draft.name + "\" is " + entity.identifier_text;
      if (standing.role) add_step(entity, std::string(standing.office) + (standing.organisation.empty() ? "" : " of " + std::string(standing.organisation)) + " on that day");
      else if (standing.former) add_step(entity, "no longer " + std::string(lexicon_.text(standing.former->office)));
    } else {
      entity.identifier_text = draft.name;
      entity.via = "name";
      entity.reason = name.kind == AtomKind::surname ? "a surname" : "a person not in the lexicon";
      draft.mention.certainty = 0.3F;
    }
    draft.titled_name = u.agent >= 0;
    if (u.agent >= 0) {
      const AgentRecord& agent = lexicon_.agent(atom(u.agent).use->target);
      draft.lemma = lexicon_.text(agent.lemma);
      draft.office = lexicon_.text(agent.office);
      if (agent.gender != Gender::unknown) draft.gender = agent.gender;
      // Who holds an office that day is that, whatever the title; of others the title says more than what they are always.
      const bool holds = draft.actor != ActorDraft::no_actor && lexicon_.standing(lexicon_.actor(draft.actor), context_.day).role != nullptr;
      const bool says_little = agent.general || agent.sector == "UNK" || agent.sector == "CVL" || agent.sector.empty();
      const bool known_now = !entity.sector.empty() && entity.sector != "ELI" && (holds || says_little);
      if (!known_now) {
        entity.sector = agent.sector.view();
        entity.other_sectors.clear();
        for (const Code& other : agent.other_sectors) add_sector(entity, other.view());
        entity.office = draft.office;
        add_step(entity, "the title \"" + draft.lemma + "\"");
        if (entity.via == "name" && draft.actor == ActorDraft::no_actor) entity.via = "office";
        draft.mention.certainty = std::max(draft.mention.certainty, 0.6F);
      }
      for (const int further : u.further_agents) {
        const AgentRecord& rank = lexicon_.agent(atom(further).use->target);
        if (!known_now) add_sector(entity, rank.sector.view());
      }
      if (entity.code.empty() && !agent.code.empty()) entity.code = agent.code.view();
      if (agent.general && !owners.empty() && !owners.front()->sector.empty()) entity.sector = owners.front()->sector.view();
    }
    if (entity.code.empty() && !owners.empty()) {
      entity.code = owners.front()->code.view();
      add_step(entity, "of \"" + owners.front()->words + "\"");
      draft.titled_name = true;
      draft.mention.certainty = std::max(draft.mention.certainty, 0.7F);
    }
    if (former && (entity.sector.empty() || is_one_of(elite_sectors, entity.sector))) make_former(entity);
  }

  static void make_former(Entity& entity) {
    entity.sector = "ELI";
    entity.other_sectors.clear();
    entity.office.clear();
    add_step(entity, "no longer in office by the text");
  }

  /// "Political and military leaders", "police and army officers": what stands before "and" with the same head.
  void add_coordinated_kinds(const Unit& u, Entity& entity) {
    const std::uint32_t head = u.last - 1;
    std::vector<std::string_view> found;
    std::uint32_t i = u.first;
    while (i >= 2) {
      const Token& joint = token(static_cast<Tree::Index>(i - 1));
      const bool joins = joint.upos == Upos::cconj || joint.text == ",";
      if (!joins) break;
      const Token& kind = token(static_cast<Tree::Index>(i - 2));
      if (kind.upos != Upos::adj && kind.upos != Upos::noun && kind.upos != Upos::propn) break;
      const std::array<Token, 2> pair{kind, token(static_cast<Tree::Index>(head))};
      std::vector<NameWord> words;
      name_words(pair, words);
      std::uint32_t node = 0, uses = 0;
      for (const NameWord& word : words) {
        const auto next = lexicon_.follow(node, word.hash);
        node = next.node;
        uses = next.uses;
        if (node == 0) break;
      }
      if (node == 0 || uses == 0) break;
      const auto all = lexicon_.uses_at(uses);
      const auto agent = std::find_if(all.begin(), all.end(), [](const Use& use) { return use.kind == UseKind::agent || use.kind == UseKind::agents; });
      if (agent == all.end()) break;
      found.push_back(lexicon_.agent(agent->target).sector.view());
      i -= 2;
    }
    if (found.empty()) return;
    const std::string own = entity.sector;
    entity.sector = found.back();
    for (auto kind = found.rbegin() + 1; kind != found.rend(); ++kind) add_sector(entity, *kind);
    add_sector(entity, own);
    add_step(entity, "several kinds joined by \"and\"");
  }

  void compose_agent(const Unit& u, const std::vector<Belonging>& all, ActorDraft& draft) {
    const Atom& words = atom(u.agent);
    const AgentRecord& agent = lexicon_.agent(words.use->target);
    const auto owners = chosen_owners(all);
    const Tree::Span span = extent(u.head, u.first, u.last);
    place_mention(draft, span, u.head);
    draft.kind = DraftKind::agent;
    draft.plural = words.plural;
    draft.collective = agent.collective;
    draft.general = agent.general;
    draft.definite = is_definite(u.head);
    draft.owned = !owners.empty();
    draft.lemma = lexicon_.text(agent.lemma);
    draft.office = lexicon_.text(agent.office);
    draft.gender = agent.gender;
    draft.domestic = is_one_of(domestic_sectors, agent.sector.view());
    draft.mention.certainty = owners.empty() ? 0.5F : 0.95F;

    Entity base;
    place_entity(base, span);
    base.sector = agent.sector.view();
    for (const Code& other : agent.other_sectors) add_sector(base, other.view());
    base.code = agent.code.view();
    base.via = "agent";
    base.reason = "\"" + draft.lemma + "\" is " + std::string(agent.sector.view());
    add_coordinated_kinds(u, base);
    // Rebels' and parties' own people: "rebel spokesman", "a top official from the Workers' Party".
    for (const Belonging& b : all) {
      if (b.unit < 0 || b.sector.empty() || b.link == Link::in) continue;
      const bool presides = b.link == Link::of && presiding.contains(lexicon_.text(agent.lemma)) && drafts_[static_cast<std::size_t>(unit(b.unit).draft)].kind != DraftKind::person;
      const bool takes = agent.general || presides || (b.link == Link::before && b.sector == "REB" && (base.sector == "MIL" || base.sector == "GOV" || base.sector == "UAF"));
      if (!takes || b.sector == "CVL") continue;
      base.sector = b.sector.view();
      base.other_sectors.clear();
      const int source = unit(b.unit).draft;
      if (source >= 0) {
        for (const auto& other : drafts_[static_cast<std::size_t>(source)].mention.entities.front().other_sectors) add_sector(base, other);
      }
      add_step(base, "sector of \"" + b.words + "\"");
      break;
    }
    if (has_opposition(u)) add_sector(base, "OPP");
    if (is_former(u) && is_one_of(elite_sectors, base.sector)) make_former(base);

    if (const int body = described_body(u, all, base); body >= 0) {
      const ActorDraft& named = drafts_[static_cast<std::size_t>(unit(body).draft)];
      Entity entity = named.mention.entities.front();
      place_entity(entity, span);
      add_step(entity, "with the noun \"" + draft.lemma + "\"");
      draft.kind = named.kind;
      draft.actor = named.actor;
      draft.name = named.name;
      draft.collective = true;
      draft.namesakes = named.namesakes;
      draft.mention.certainty = named.mention.certainty;
      draft.mention.entities.push_back(std::move(entity));
      return;
    }
    if (owners.empty()) {
      if (draft.definite) fill_office(u, base, draft);
      draft.mention.entities.push_back(std::move(base));
      return;
    }
    for (std::size_t i = 0; i < owners.size(); ++i) {
      Entity entity = base;
      entity.code = owners[i]->code.view();
      if (!owners[i]->sector.empty() && owners[i]->nation) add_sector(entity, owners[i]->sector.view());
      add_step(entity, "of \"" + owners[i]->words + "\", " + std::string(owners[i]->code.view()));
      if (owners.size() > 1) {
        // Each keeps its own words; the last has the noun as well.
        const Atom& nation = atom(owners[i]->atom >= 0 ? owners[i]->atom : u.agent);
        place_entity(entity, {static_cast<Tree::Index>(nation.first), static_cast<Tree::Index>(i + 1 == owners.size() ? std::max(u.last, nation.last) : nation.last)});
      }
      if (!of_a_region(all)) fill_office(u, entity, draft);
      draft.mention.entities.push_back(std::move(entity));
    }
  }

  /// "The Shin Bet security service", "the Haaretz newspaper": a body with a noun that says again what it is. -1 for others.
  int described_body(const Unit& u, const std::vector<Belonging>& all, const Entity& base) {
    if (atom(u.agent).plural || !lexicon_.agent(atom(u.agent).use->target).collective) return -1;
    for (const Belonging& b : all) {
      if (b.unit < 0 || b.link != Link::before || unit(b.unit).last != u.first) continue;
      const ActorDraft& owner = drafts_[static_cast<std::size_t>(unit(b.unit).draft)];
      if (owner.kind != DraftKind::body || owner.mention.entities.size() != 1) continue;
      const Entity& entity = owner.mention.entities.front();
      const auto& others = entity.other_sectors;
      if (entity.sector == base.sector || std::find(others.begin(), others.end(), base.sector) != others.end()) return b.unit;
    }
    return -1;
  }

  /// "The premier of Canada's Alberta province" is not Canada's.
  bool of_a_region(const std::vector<Belonging>& all) const {
    return std::any_of(all.begin(), all.end(), [&](const Belonging& b) {
      if (b.atom < 0 || b.link == Link::in) return false;
      const Atom& a = atom(b.atom);
      return a.kind == AtomKind::place || (a.kind == AtomKind::nation && a.use && lexicon_.actor(a.use->target).kind == ActorKind::region);
    });
  }

  /// The office that the agent names, for whoever asks who holds it; former holders hold none.
  void fill_office(const Unit& u, Entity& entity, const ActorDraft& draft) const {
    const bool single = !atom(u.agent).plural;
    if (single && entity.sector != "ELI") entity.office = draft.office;
  }

  bool has_opposition(const Unit& u) const {
    for (const Tree::Index child : tree_.children(u.head)) {
      if (child < static_cast<Tree::Index>(u.first) && (lemma_of(token(child)) == "opposition" || lemma_of(token(child)) == "dissident")) return true;
    }
    return false;
  }

  // --- nations by themselves -------------------------------------------------------------------------------------------

  void compose_nation(int a) {
    const Atom& nation = atom(a);
    if (!is_nation_like(nation.kind) && nation.kind != AtomKind::people) return;
    if (host_of_atom_[static_cast<std::size_t>(a)] >= 0) return;
    if (nation.kind == AtomKind::person) return;
    const Tree::Index head = head_of(nation);
    const Tree::Index above = tree_.governor(head);
    ActorDraft draft;
    Entity entity;
    const bool adjective = nation.kind == AtomKind::demonym;
    const Link link = link_of(first_modifier(head));
    const bool before = above != Tree::none && (link == Link::before || link == Link::possessive);
    const bool noun_like = !adjective || !before || token(head).xpos == "NNPS" || token(head).xpos == "NNS";
    draft.modifier = before || !noun_like;
    draft.kind = nation.kind == AtomKind::place ? DraftKind::place : DraftKind::nation;
    const Code code = nation_code(nation);
    entity.code = code.view();
    entity.sector = nation_sector(nation).view();
    entity.via = via_of(nation.kind);
    const std::string words = words_of(nation.first, nation.last);
    if (nation.use) {
      const ActorRecord& actor = lexicon_.actor(nation.use->target);
      draft.actor = nation.use->target;
      entity.identifier_text = lexicon_.text(actor.name);
      entity.identifier_id = lexicon_.text(actor.id);
      entity.reason = "\"" + words + "\" " + (adjective || nation.kind == AtomKind::people ? "means those of " : nation.kind == AtomKind::capital ? "is the capital of " : nation.kind == AtomKind::metonym ? "stands for the government of " : "is ") + entity.identifier_text;
      if ((nation.kind == AtomKind::capital || nation.kind == AtomKind::metonym) && entity.sector.empty()) entity.sector = "GOV";
    } else {
      entity.reason = "\"" + words + "\" lies in " + entity.code;
      draft.mention.certainty = 0.6F;
    }
    if (!nation.respelled.empty()) {
      entity.via = "spelling";
      add_step(entity, "\"" + words + "\" read as " + nation.respelled);
      draft.mention.certainty *= 0.85F;
    }
    Tree::Span span{static_cast<Tree::Index>(nation.first), static_cast<Tree::Index>(nation.last)};
    const bool people = nation.kind == AtomKind::people || (adjective && noun_like);
    if (people) {
      span = extent(head, nation.first, nation.last);
      draft.plural = true;
      const bool counted = tree_.has_child(head, Relation::nummod) || tree_.has_child(head, Relation::amod) || (tree_.has_child(head, Relation::det) && !is_definite(head));
      if (counted) {
        entity.sector = "CVL";
        draft.plural = tree_.has_child(head, Relation::nummod);
        add_step(entity, "counted people");
      }
    } else if (!draft.modifier) {
      draft.mention.place_name = nation.kind != AtomKind::demonym;
    }
    draft.mention.place_name |= nation.kind == AtomKind::place;
    place_mention(draft, span, head);
    place_entity(entity, span);
    draft.mention.entities.push_back(std::move(entity));
    drafts_.push_back(std::move(draft));
  }

  // --- appositions -----------------------------------------------------------------------------------------------------

  int draft_headed(Tree::Index head) const {
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (drafts_[d].mention.head == static_cast<std::uint32_t>(head)) return static_cast<int>(d);
    }
    return -1;
  }

  /// Name and description say together who it is: "Rashid, a Kuwaiti lawmaker", "the foreign minister, X", "X is a lawmaker".
  void join_appositions() {
    for (Tree::Index i = 0; i < size(); ++i) {
      Tree::Index other = Tree::none;
      if (token(i).relation == Relation::appos) other = tree_.governor(i);
      if (tree_.has_child(i, Relation::cop)) other = tree_.subject(i);
      if (other == Tree::none) continue;
      const int one = draft_headed(i), two = draft_headed(other);
      if (one < 0 || two < 0 || one == two) continue;
      join(drafts_[static_cast<std::size_t>(one)], drafts_[static_cast<std::size_t>(two)], token(i).relation == Relation::appos);
    }
  }

  static bool names_someone(const ActorDraft& draft) { return draft.kind == DraftKind::person || (draft.kind == DraftKind::name && !draft.name.empty()); }

  static void join(ActorDraft& one, ActorDraft& two, bool apposition) {
    ActorDraft* named = names_someone(one) ? &one : names_someone(two) ? &two : nullptr;
    ActorDraft* described = named == &one ? &two : &one;
    if (!named || described->kind != DraftKind::agent || named->mention.entities.size() != 1 || described->mention.entities.size() != 1) return;
    if (named->plural || described->plural) return;
    Entity& name = named->mention.entities.front();
    Entity& description = described->mention.entities.front();
    const bool unknown = name.code.empty() || name.sector.empty();
    if (unknown && (!description.code.empty() || !description.sector.empty())) {
      if (name.code.empty()) name.code = description.code;
      if (name.sector.empty()) {
        name.sector = description.sector;
        name.other_sectors = description.other_sectors;
      }
      if (name.office.empty()) name.office = description.office;
      name.via = "apposition";
      add_step(name, "called \"" + description.text + "\"");
      if (named->kind == DraftKind::name) named->kind = DraftKind::person;
      named->mention.certainty = std::max(named->mention.certainty, 0.8F);
      named->titled_name = true;
      if (named->gender == Gender::unknown) named->gender = described->gender;
      named->office = named->office.empty() ? described->office : named->office;
      named->lemma = named->lemma.empty() ? described->lemma : named->lemma;
    }
    if (!apposition) return;
    if (description.code.empty()) description.code = name.code;
    if (described->general && !name.sector.empty()) description.sector = name.sector;
    description.identifier_text = name.identifier_text;
    description.identifier_id = name.identifier_id;
    if (description.office.empty()) description.office = name.office;
    add_step(description, "in apposition to \"" + name.text + "\"");
  }

  const AtomContext& context_;
  const ActorLexicon& lexicon_;
  const Tree& tree_;
  std::vector<Atom>& atoms_;
  std::vector<int> atom_of_, unit_of_, host_of_atom_;
  std::vector<bool> used_;
  std::vector<Unit> units_;
  std::vector<std::vector<Owner>> owners_;
  std::vector<ActorDraft> drafts_;
};

}  // namespace

std::vector<ActorDraft> compose_phrases(const AtomContext& context, const Tree& tree, std::vector<Atom>& atoms) {
  return Composer(context, tree, atoms).run();
}

}  // namespace attache::knowledge
