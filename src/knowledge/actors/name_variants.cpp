#include "knowledge/actors/name_variants.h"

#include "base/hash.h"
#include "knowledge/actors/name_words.h"
#include "language/word_list.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

namespace attache::knowledge {
namespace {

using language::word_list;

constexpr std::size_t least_letters = 6;
constexpr std::size_t letters_for_a_difference = 4;
constexpr std::size_t letters_for_a_difference_in_syllables = 10;
constexpr int clear_lead = 2;

/// Articles and particles that some spellings have and others leave out.
constexpr auto particles = word_list({"al", "el", "ul", "ad", "as", "ash", "az", "an", "ar", "at", "bin", "ben", "ibn", "bint", "s"});

/// Groups of letters that stand for one sound; the longest first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 27> sounds{{{"shch", "s"}, {"tsch", "c"}, {"dzh", "c"}, {"tch", "c"}, {"sch", "s"}, {"dsh", "c"}, {"kh", "k"}, {"gh", "k"},
                                                                                {"sh", "s"},   {"zh", "c"},   {"ch", "c"},  {"dj", "c"},  {"dz", "c"},  {"ph", "f"},  {"th", "t"}, {"dh", "d"},
                                                                                {"ck", "k"},   {"ou", "u"},   {"oo", "u"},  {"ee", "i"},  {"q", "k"},   {"g", "k"},   {"w", "v"},  {"z", "s"},
                                                                                {"x", "ks"},   {"y", "i"},    {"j", "c"}}};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

void append_sound(std::string& sound, std::string_view word) {
  const std::size_t begin = sound.size();
  for (std::size_t i = 0; i < word.size();) {
    std::string_view rest = word.substr(i);
    std::string_view as = rest.substr(0, 1);
    std::size_t read = 1;
    for (const auto& [letters, one] : sounds) {
      if (!rest.starts_with(letters)) continue;
      as = one;
      read = letters.size();
      break;
    }
    // A hard c is a k: "Sarcozy". An h that is no beginning is hardly heard: "Rouhani", "Rowhani".
    if (rest.front() == 'c' && as == "c" && read == 1) {
      const char next = i + 1 < word.size() ? word[i + 1] : 'e';
      if (next != 'e' && next != 'i' && next != 'y') as = "k";
    }
    const bool silent = as == "h" && sound.size() > begin;
    for (const char c : as) {
      if (!silent && (sound.size() == begin || sound.back() != c)) sound += c;
    }
    i += read;
  }
}

/// First names and how they are cut short.
constexpr std::array<std::pair<std::string_view, std::string_view>, 44> short_names{{
    {"mike", "michael"}, {"bill", "william"}, {"bob", "robert"}, {"jim", "james"}, {"joe", "joseph"}, {"tony", "anthony"}, {"dick", "richard"}, {"tom", "thomas"}, {"dan", "daniel"},
    {"dave", "david"}, {"steve", "steven"}, {"steven", "stephen"}, {"ted", "edward"}, {"ed", "edward"}, {"ben", "benjamin"}, {"alex", "alexander"}, {"sam", "samuel"}, {"chuck", "charles"},
    {"charlie", "charles"}, {"nick", "nicholas"}, {"jack", "john"}, {"jeff", "jeffrey"}, {"tim", "timothy"}, {"liz", "elizabeth"}, {"ken", "kenneth"}, {"ron", "ronald"}, {"don", "donald"},
    {"rick", "richard"}, {"matt", "matthew"}, {"chris", "christopher"}, {"greg", "gregory"}, {"pat", "patrick"}, {"ray", "raymond"}, {"walt", "walter"}, {"fred", "frederick"},
    {"phil", "philip"}, {"jerry", "gerald"}, {"larry", "lawrence"}, {"andy", "andrew"}, {"jimmy", "james"}, {"bobby", "robert"}, {"peg", "margaret"}, {"kathy", "katherine"}, {"sue", "susan"}}};

bool is_short_for(std::string_view one, std::string_view other) {
  return std::any_of(short_names.begin(), short_names.end(), [&](const auto& pair) { return pair.first == one && pair.second == other; });
}

bool agrees(std::string_view written, std::string_view known) {
  if (written == known) return true;
  if (written.size() == 1 || known.size() == 1) return written.front() == known.front();
  return is_short_for(written, known) || is_short_for(known, written);
}

/// How many first names one side has and the other lacks when they stand in the same order; nothing when the first ones disagree or some cannot be placed.
std::optional<int> left_out(std::span<const std::string> written, std::span<const std::string> known) {
  if (written.empty() || known.empty() || !agrees(written.front(), known.front())) return std::nullopt;
  const std::span<const std::string> fewer = written.size() <= known.size() ? written : known;
  const std::span<const std::string> more = written.size() <= known.size() ? known : written;
  std::size_t next = 0;
  for (const auto& word : more) {
    if (next < fewer.size() && agrees(fewer[next], word)) ++next;
  }
  if (next < fewer.size()) return std::nullopt;
  return static_cast<int>(more.size() - fewer.size());
}

std::string without_blanks(std::string_view sound) {
  std::string joined;
  std::copy_if(sound.begin(), sound.end(), std::back_inserter(joined), [](char c) { return c != ' '; });
  return joined;
}

/// False for names of equally many words that do not begin with the same sounds: "Peter Robb" is not Peter Obi.
bool begin_alike(std::string_view one, std::string_view other) {
  const auto initials = [](std::string_view sound) {
    std::string letters;
    for (std::size_t i = 0; i < sound.size(); ++i) {
      if (i == 0 || sound[i - 1] == ' ') letters += is_vowel(sound[i]) ? 'a' : sound[i];
    }
    return letters;
  };
  const std::string first = initials(one), second = initials(other);
  return first.size() != second.size() || first == second;
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  for (auto& word : lexicon_words(name)) words.push_back(std::move(word.text));
  return words;
}

bool is_person(const ActorLexicon& lexicon, std::uint32_t actor) { return lexicon.actor(actor).kind == ActorKind::person; }

const Use* name_use(const ActorLexicon& lexicon, std::uint32_t actor) {
  std::uint32_t node = 0, uses = 0;
  for (const auto& word : lexicon_words(lexicon.text(lexicon.actor(actor).name))) {
    const auto next = lexicon.follow(node, word_hash(word.text));
    node = next.node;
    uses = next.uses;
    if (node == 0) return nullptr;
  }
  for (const Use& use : lexicon.uses_at(uses)) {
    if (use.kind == UseKind::name && use.target == actor) return &use;
  }
  return nullptr;
}

Respelling found(const ActorLexicon& lexicon, std::uint32_t actor, int edits) {
  Respelling respelling;
  respelling.use = name_use(lexicon, actor);
  respelling.edits = edits;
  respelling.name = lexicon.text(lexicon.actor(actor).name);
  return respelling;
}

}  // namespace

std::string sound_of(std::span<const std::string> words) {
  std::string sound;
  for (const std::string& word : words) {
    if (particles.contains(word)) continue;
    if (!sound.empty()) sound += ' ';
    append_sound(sound, word);
  }
  return sound;
}

std::string skeleton_of(std::string_view sound) {
  std::string skeleton;
  for (std::size_t i = 0; i < sound.size(); ++i) {
    if (sound[i] == ' ') continue;
    const bool repeated = !skeleton.empty() && skeleton.back() == sound[i];
    if ((i == 0 || !is_vowel(sound[i])) && !repeated) skeleton += sound[i];
  }
  return skeleton;
}

bool is_named_family_first(std::string_view code) {
  static constexpr std::string_view codes[] = {"JPN", "HUN", "KOR", "PRK", "CHN", "TWN", "VNM", "SGP", "HKG", "KHM"};
  return std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
}

std::uint32_t skeleton_hash(std::string_view skeleton) { return static_cast<std::uint32_t>(stable_hash(skeleton, 2) >> 32); }

Respelling find_transliteration(const ActorLexicon& lexicon, std::span<const std::string> words, const RespellingRequest& request) {
  const std::string sound = sound_of(words);
  const std::string joined = without_blanks(sound);
  if (joined.size() < least_letters) return {};
  const int limit = static_cast<int>(joined.size() / letters_for_a_difference);
  std::map<std::uint32_t, int> near;
  for (const SoundRecord& record : lexicon.sounding(skeleton_hash(skeleton_of(sound)))) {
    if (is_person(lexicon, record.actor) ? !request.people : !request.bodies) continue;
    const std::string_view known = lexicon.text(record.sound);
    if (!begin_alike(sound, known)) continue;
    const bool syllables = is_person(lexicon, record.actor) && is_named_family_first(lexicon.actor(record.actor).code.view());
    const int allowed = syllables ? static_cast<int>(joined.size() / letters_for_a_difference_in_syllables) : limit;
    const int edits = edit_distance(joined, without_blanks(known), allowed);
    if (edits > allowed) continue;
    const auto [place, added] = near.try_emplace(record.actor, edits);
    if (!added) place->second = std::min(place->second, edits);
  }
  if (near.empty()) return {};
  const auto best = std::min_element(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  Respelling respelling;
  for (const auto& [actor, edits] : near) {
    if (edits < best->second + clear_lead) respelling.rivals.emplace_back(lexicon.text(lexicon.actor(actor).name));
  }
  return respelling.rivals.size() > 1 ? respelling : found(lexicon, best->first, best->second);
}

Respelling find_by_parts(const ActorLexicon& lexicon, std::span<const std::string> words, std::optional<std::int32_t> day) {
  if (words.size() < 2) return {};
  struct Fit {
    std::uint32_t actor;
    int missing;
    bool in_office;
  };
  std::vector<Fit> fits;
  const auto try_surname = [&](std::size_t surname_words, bool at_end) {
    if (words.size() <= surname_words) return;
    const auto surname = at_end ? words.last(surname_words) : words.first(surname_words);
    const auto first_names = at_end ? words.first(words.size() - surname_words) : words.subspan(surname_words);
    std::uint32_t node = 0, uses = 0;
    for (const auto& word : surname) {
      const auto next = lexicon.follow(node, word_hash(word));
      node = next.node;
      uses = next.uses;
      if (node == 0) return;
    }
    for (const Use& use : lexicon.uses_at(uses)) {
      if (use.kind != UseKind::surname) continue;
      auto known = words_of(lexicon.text(lexicon.actor(use.target).name));
      const auto place = std::search(known.begin(), known.end(), surname.begin(), surname.end());
      if (place == known.end()) continue;
      known.erase(place, place + static_cast<std::ptrdiff_t>(surname_words));
      const auto missing = left_out(first_names, known);
      // Out of its usual place, or where first names are syllables of one name, every one of these must be there.
      const bool reversed = at_end != (place != known.begin());
      if (!missing || (*missing > 0 && (reversed || is_named_family_first(lexicon.actor(use.target).code.view())))) continue;
      fits.push_back({use.target, *missing, lexicon.standing(lexicon.actor(use.target), day).role != nullptr});
    }
  };
  try_surname(1, true);
  try_surname(2, true);
  try_surname(1, false);
  if (fits.empty()) return {};
  const int least = std::min_element(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.missing < b.missing; })->missing;
  std::erase_if(fits, [&](const Fit& fit) { return fit.missing > least; });
  if (std::any_of(fits.begin(), fits.end(), [](const Fit& fit) { return fit.in_office; })) std::erase_if(fits, [](const Fit& fit) { return !fit.in_office; });
  std::sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.actor < b.actor; });
  fits.erase(std::unique(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.actor == b.actor; }), fits.end());
  if (fits.size() == 1) return found(lexicon, fits.front().actor, least);
  Respelling respelling;
  for (const Fit& fit : fits) respelling.rivals.emplace_back(lexicon.text(lexicon.actor(fit.actor).name));
  return respelling;
}

}  // namespace attache::knowledge
