#include "knowledge/actors/lexicon_builder.h"

#include "base/hash.h"
#include "knowledge/actors/name_variants.h"
#include "knowledge/actors/name_words.h"
#include "knowledge/actors/word_tree.h"
#include "language/word_list.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>
#include <unordered_map>

namespace attache::knowledge {
namespace {

/// Capital requirements are bits of a 16-bit mask; no name in the news has more words.
constexpr std::size_t most_words = 16;

/// Acronyms this short mean other things in small letters or with one capital: "US", "who", "Is". Longer ones are also written "Nato".
constexpr std::size_t strict_acronym = 3;

/// Shorter words have too many neighbours to be found by their misspelling.
constexpr std::size_t shortest_misspelt = 3;

/// Nationalities this long are also understood in small letters ("palestinian officials"), but for those that are ordinary words too.
constexpr std::size_t shortest_small_demonym = 7;
constexpr auto ordinary_demonyms = language::word_list({"english", "georgian"});

class Builder {
 public:
  explicit Builder(const LexiconSource& source) {
    for (const auto& office : source.offices) offices_.push_back({keep(office.office), office.traits, 0});
    for (const auto& actor : source.actors) {
      if (!actor.draft) add_actor(actor);
    }
    for (const auto& actor : source.actors) add_state(actor);
    std::stable_sort(states_.begin(), states_.end(), [](const StateRecord& a, const StateRecord& b) { return a.code.view() < b.code.view(); });
    add_agents(source.agents);
  }

  void write(ImageWriter& image) {
    std::vector<Use> uses;
    std::vector<WordEdge> edges = table(uses);
    image.add("actors.actors", to_section(actors_));
    image.add("actors.roles", to_section(roles_));
    image.add("actors.agents", to_section(agents_));
    image.add("actors.offices", to_section(offices_));
    image.add("actors.states", to_section(states_));
    image.add("actors.holders", to_section(holders()));
    image.add("actors.edges", to_section(edges));
    image.add("actors.uses", to_section(uses));
    std::vector<TextRef> words;
    const auto misspelt = spellings(words);
    image.add("actors.spellings", to_section(misspelt));
    image.add("actors.spelling_starts", to_section(starts_of(misspelt)));
    image.add("actors.sounds", to_section(sounds()));
    image.add("actors.words", to_section(words));
    image.add("actors.text", text_);
  }

 private:
  struct Node {
    std::uint64_t key;
    std::vector<Use> uses;
  };

  std::vector<HolderRecord> holders() const {
    std::vector<HolderRecord> records;
    for (std::uint32_t i = 0; i < actors_.size(); ++i) {
      if (actors_[i].kind != ActorKind::person) continue;
      for (std::uint32_t r = actors_[i].first_role; r < actors_[i].first_role + actors_[i].role_count; ++r) {
        const std::string_view office(text_.data() + roles_[r].office.offset, roles_[r].office.size);
        if (!office.empty()) records.push_back({holder_key(office, roles_[r].code.view()), i, r});
      }
    }
    std::stable_sort(records.begin(), records.end(), [](const HolderRecord& a, const HolderRecord& b) { return a.key < b.key; });
    return records;
  }

  TextRef keep(std::string_view text) {
    if (text.empty()) return {};
    const auto [place, added] = kept_.try_emplace(std::string(text));
    if (added) {
      place->second = {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(text.size())};
      text_ += text;
    }
    return place->second;
  }

  static std::array<Code, 2> others(const std::vector<std::string>& codes) {
    std::array<Code, 2> result{};
    for (std::size_t i = 0; i < std::min(codes.size(), result.size()); ++i) result[i] = code_from(codes[i]);
    return result;
  }

  void add_actor(const ActorSource& source) {
    const auto index = static_cast<std::uint32_t>(actors_.size());
    ActorRecord actor;
    actor.name = keep(source.name);
    actor.id = keep(source.id);
    actor.code = code_from(source.code);
    actor.sector = code_from(source.sector);
    actor.other_sectors = others(source.other_sectors);
    actor.from = source.from;
    actor.to = source.to;
    actor.kind = source.kind;
    actor.gender = source.gender;
    actor.first_role = static_cast<std::uint32_t>(roles_.size());
    actor.role_count = static_cast<std::uint16_t>(std::min<std::size_t>(source.roles.size(), UINT16_MAX));
    auto roles = source.roles;
    std::stable_sort(roles.begin(), roles.end(), [](const RoleSource& a, const RoleSource& b) { return a.from < b.from; });
    for (const auto& role : roles) {
      RoleRecord record;
      record.office = keep(role.office);
      record.organisation = keep(role.organisation);
      record.office_traits = traits_of(role.office);
      record.code = code_from(role.code.empty() ? source.code : role.code);
      record.sector = code_from(role.sector.empty() ? source.sector : role.sector);
      record.other_sectors = others(role.other_sectors);
      record.from = role.from;
      record.to = role.to;
      roles_.push_back(record);
      if (actor.code.empty()) actor.code = record.code;
    }
    actors_.push_back(actor);

    add_name(source.name, UseKind::name, index);
    for (const auto& name : source.names) add_name(name, UseKind::name, index);
    add_name(source.capital, UseKind::capital, index);
    for (const auto& name : source.metonyms) add_name(name, UseKind::metonym, index);
    for (const auto& name : source.short_names) add_name(name, UseKind::short_name, index);
    for (const auto& name : source.demonyms) add_name(name, UseKind::demonym, index);
    if (source.people.empty()) {
      for (const auto& name : source.demonyms) {
        if (has_plural(name)) add_name(name + "s", UseKind::people, index);
      }
    }
    for (const auto& name : source.people) add_name(name, UseKind::people, index);
    if (source.kind == ActorKind::person) add_surname(source, index);
  }

  std::uint16_t traits_of(std::string_view office) const {
    const auto known = std::find_if(offices_.begin(), offices_.end(), [&](const OfficeRecord& record) { return std::string_view(text_).substr(record.name.offset, record.name.size) == office; });
    return known == offices_.end() ? std::uint16_t{0} : known->traits;
  }

  /// What is said of a state. Of several entries with one code, today's and those of before, the first that says something counts.
  void add_state(const ActorSource& source) {
    if (source.led_by.empty() && source.called.empty()) return;
    const Code code = code_from(source.code);
    if (std::any_of(states_.begin(), states_.end(), [&](const StateRecord& state) { return state.code == code; })) return;
    std::string called;
    for (const auto& noun : source.called) called += (called.empty() ? "" : " ") + noun;
    states_.push_back({code, keep(source.led_by), keep(called)});
  }

  /// "Chinese", "French", "Swiss" and "Dutch" are their own plurals; the rest of the demonyms take an s.
  static bool has_plural(std::string_view demonym) {
    const char last = demonym.back();
    if (last == '.' || (last >= 'A' && last <= 'Z')) return false;  // "US", "U.S."
    for (const std::string_view end : {"ese", "sh", "ch", "ss", "s", "x"}) {
      if (demonym.ends_with(end)) return false;
    }
    return true;
  }

  void add_surname(const ActorSource& source, std::uint32_t index) {
    if (!source.surname.empty()) return add_name(source.surname, UseKind::surname, index);
    if (source.order == "single") return;
    std::set<std::string> done;
    std::vector<std::string> full{source.name};
    full.insert(full.end(), source.names.begin(), source.names.end());
    for (const std::string& name : full) {
      if (name.find(' ') == std::string::npos) continue;
      std::string surname;
      if (source.order == "eastern") {
        surname = name.substr(0, name.find(' '));
      } else {
        std::string_view rest = name;
        for (const std::string_view suffix : {" Jr.", " Jr", " Sr.", " II", " III", " IV"}) {
          if (rest.ends_with(suffix)) rest.remove_suffix(suffix.size());
        }
        surname = std::string(rest.substr(rest.rfind(' ') + 1));
      }
      if (done.insert(surname).second) add_name(surname, UseKind::surname, index);
      // "al-Assad" is also called "Assad".
      const auto words = lexicon_words(surname);
      if (words.size() == 2 && (words[0].text == "al" || words[0].text == "el")) {
        const std::string bare = surname.substr(surname.find('-') + 1);
        if (bare != surname && done.insert(bare).second) add_name(bare, UseKind::surname, index);
      }
    }
  }

  void add_name(const std::string& name, UseKind kind, std::uint32_t target) {
    if (name.empty()) return;
    const auto words = lexicon_words(name);
    auto written = words;
    if (kind == UseKind::demonym && words.size() == 1 && words.front().text.size() >= shortest_small_demonym && !ordinary_demonyms.contains(words.front().text)) written.front().capital = false;
    add_words(written, kind, target);
    if (kind == UseKind::agent || kind == UseKind::agents || kind == UseKind::surname || kind == UseKind::short_name) return;
    for (const auto& word : words) {
      if (word.capital && word.text.size() >= shortest_misspelt) misspelt_.insert(word.text);
    }
    if (kind == UseKind::name) note_sound(name, target);
    const ActorKind what = actors_[target].kind;
    const bool owns_agents = what != ActorKind::media && what != ActorKind::company && what != ActorKind::person;
    if ((kind == UseKind::name || kind == UseKind::demonym) && owns_agents) names_.insert(joined(words, 0, words.size()));
  }

  void add_words(const std::vector<LexiconWord>& words, UseKind kind, std::uint32_t target) {
    if (words.empty() || words.size() > most_words) return;
    std::uint32_t node = 0;
    Use use;
    use.target = target;
    use.kind = kind;
    use.words = static_cast<std::uint8_t>(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto bit = static_cast<std::uint16_t>(1u << i);
      if (words[i].capital) use.capitals |= bit;
      if (words[i].upper && words[i].text.size() <= strict_acronym) use.uppers |= bit;
      node = child(node, word_hash(words[i].text));
    }
    auto& uses = nodes_[node].uses;
    const auto same = [&](const Use& other) { return other.target == target && other.kind == kind; };
    const auto known = std::find_if(uses.begin(), uses.end(), same);
    if (known == uses.end()) {
      uses.push_back(use);
    } else {  // "Congress Party" and "Congress party": a capital is needed only where both have it
      known->capitals &= use.capitals;
      known->uppers &= use.uppers;
    }
  }

  std::uint32_t child(std::uint32_t parent, std::uint64_t word) {
    const std::uint64_t key = word_edge_key(parent, word);
    const auto [place, added] = children_.try_emplace(key, static_cast<std::uint32_t>(nodes_.size()));
    if (added) nodes_.push_back({key, {}});
    return place->second;
  }

  static std::string joined(const std::vector<LexiconWord>& words, std::size_t first, std::size_t last) {
    std::string text;
    for (std::size_t i = first; i < last; ++i) text += (i > first ? " " : "") + words[i].text;
    return text;
  }

  /// Agents that only put a nation or an organisation before another agent ("EU official") say less than the two together: left out.
  bool composes(const std::vector<LexiconWord>& words, const std::set<std::string>& agents) const {
    for (std::size_t cut = 1; cut < words.size(); ++cut) {
      if (words[0].capital && names_.contains(joined(words, 0, cut)) && agents.contains(joined(words, cut, words.size()))) return true;
    }
    return false;
  }

  void add_agents(const std::vector<AgentSource>& sources) {
    std::set<std::string> known, general;
    for (const auto& source : sources) {
      const auto words = lexicon_words(source.agent);
      known.insert(joined(words, 0, words.size()));
      if (source.general) general.insert(source.agent);
    }
    for (const auto& source : sources) {
      if (source.sector.empty() && !source.needs_owner) continue;  // only marks another entry as general
      if (composes(lexicon_words(source.agent), known)) continue;
      AgentRecord agent;
      agent.lemma = keep(source.agent);
      agent.office = keep(source.office);
      agent.code = code_from(source.code);
      agent.sector = code_from(source.sector);
      agent.other_sectors = others(source.other_sectors);
      agent.collective = source.collective;
      agent.general = general.contains(source.agent);
      agent.relational = source.relational;
      agent.needs_owner = source.needs_owner;
      agent.in_names = source.in_names;
      agent.of_body = source.of_body;
      agent.head = source.head;
      agent.gender = source.gender;
      const auto index = static_cast<std::uint32_t>(agents_.size());
      agents_.push_back(agent);
      const std::string plural = source.plural.empty() ? regular_plural(source.agent) : source.plural;
      if (plural != source.agent) add_words(lexicon_words(source.agent), UseKind::agent, index);
      add_words(lexicon_words(plural), UseKind::agents, index);
    }
  }

  static std::string regular_plural(const std::string& noun) {
    const auto ends = [&](std::string_view end) { return noun.ends_with(end); };
    const bool consonant_y = noun.size() > 1 && ends("y") && std::string_view("aeiou").find(noun[noun.size() - 2]) == std::string_view::npos;
    if (consonant_y) return noun.substr(0, noun.size() - 1) + "ies";
    if (ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh")) return noun + "es";
    return noun + "s";
  }

  std::vector<WordEdge> table(std::vector<Use>& uses) {
    std::vector<WordEdge> edges(std::bit_ceil(std::max<std::size_t>(nodes_.size() * 2, 2)));
    for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
      WordEdge edge{nodes_[i].key, i, 0};
      if (!nodes_[i].uses.empty()) {
        edge.uses = static_cast<std::uint32_t>(uses.size()) + 1;
        uses.insert(uses.end(), nodes_[i].uses.begin(), nodes_[i].uses.end());
        uses.back().last = 1;
      }
      std::size_t place = edge.key & (edges.size() - 1);
      while (edges[place].key != 0) place = (place + 1) & (edges.size() - 1);
      edges[place] = edge;
    }
    return edges;
  }

  std::vector<SpellingRecord> spellings(std::vector<TextRef>& words) {
    std::vector<SpellingRecord> records;
    for (const std::string& word : misspelt_) {
      const auto index = static_cast<std::uint32_t>(words.size());
      words.push_back(keep(word));
      for_each_deletion(word, [&](std::string_view shorter) { records.push_back({spelling_hash(shorter), index}); });
    }
    const auto by_hash = [](const SpellingRecord& a, const SpellingRecord& b) { return a.hash != b.hash ? a.hash < b.hash : a.word < b.word; };
    std::sort(records.begin(), records.end(), by_hash);
    const auto same = [](const SpellingRecord& a, const SpellingRecord& b) { return a.hash == b.hash && a.word == b.word; };
    records.erase(std::unique(records.begin(), records.end(), same), records.end());
    return records;
  }

  /// Where the spellings of each bucket of hashes begin, and behind the last where they end.
  static std::vector<std::uint32_t> starts_of(const std::vector<SpellingRecord>& records) {
    const std::size_t buckets = spelling_buckets(records.size());
    std::vector<std::uint32_t> starts(buckets + 1, 0);
    for (const SpellingRecord& record : records) ++starts[spelling_bucket(record.hash, buckets) + 1];
    for (std::size_t i = 1; i <= buckets; ++i) starts[i] += starts[i - 1];
    return starts;
  }

  /// Keeps a person's or body's name as it sounds, in both orders where both are usual.
  void note_sound(const std::string& name, std::uint32_t target) {
    const ActorRecord& actor = actors_[target];
    if (actor.kind == ActorKind::country || actor.kind == ActorKind::region || actor.kind == ActorKind::special) return;
    std::vector<std::string> words;
    for (auto& word : lexicon_words(name)) words.push_back(std::move(word.text));
    sounding_.emplace(sound_of(words), target);
    if (actor.kind == ActorKind::person && words.size() >= 2 && words.size() <= 3 && is_named_family_first(actor.code.view())) {
      std::rotate(words.begin(), words.end() - 1, words.end());
      sounding_.emplace(sound_of(words), target);
    }
  }

  std::vector<SoundRecord> sounds() {
    std::vector<SoundRecord> records;
    for (const auto& [sound, target] : sounding_) records.push_back({skeleton_hash(skeleton_of(sound)), target, keep(sound)});
    std::stable_sort(records.begin(), records.end(), [](const SoundRecord& a, const SoundRecord& b) { return a.hash < b.hash; });
    return records;
  }

  std::string text_;
  std::set<std::pair<std::string, std::uint32_t>> sounding_;
  std::unordered_map<std::string, TextRef> kept_;
  std::vector<ActorRecord> actors_;
  std::vector<OfficeRecord> offices_;
  std::vector<RoleRecord> roles_;
  std::vector<StateRecord> states_;
  std::vector<AgentRecord> agents_;
  std::vector<Node> nodes_{Node{}};
  std::unordered_map<std::uint64_t, std::uint32_t> children_;
  std::set<std::string> names_;
  std::set<std::string> misspelt_;
};

}  // namespace

void build_actor_lexicon(const LexiconSource& source, ImageWriter& image) {
  Builder builder(source);
  builder.write(image);
}

}  // namespace attache::knowledge
