#include "knowledge/actors/spelling.h"

#include "knowledge/actors/name_words.h"
#include "knowledge/actors/word_tree.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>

namespace attache::knowledge {
namespace {

constexpr std::size_t shortest_single_word = 6;
constexpr std::size_t shortest_edited_word = 3;
constexpr int most_edits = 2;
constexpr std::size_t letters_for_an_edit = 4;
constexpr std::size_t letters_for_any_edit = 8;

/// Names that are longer are no names; bounds the search.
constexpr std::size_t most_words = 5;

/// The names' words within one edit of a word, itself left out.
std::vector<std::string_view> neighbours(const ActorLexicon& lexicon, const std::string& word) {
  std::vector<std::string_view> found;
  if (word.size() < shortest_edited_word) return found;
  std::vector<std::uint32_t> seen;
  for_each_deletion(word, [&](std::string_view shorter) {
    for (const SpellingRecord& record : lexicon.spelled(spelling_hash(shorter))) {
      if (std::find(seen.begin(), seen.end(), record.word) != seen.end()) continue;
      seen.push_back(record.word);
      const std::string_view known = lexicon.word(record.word);
      if (known.empty() || known[0] != word[0] || known == word) continue;
      if (edit_distance(word, known, 1) == 1) found.push_back(known);
    }
  });
  return found;
}

bool wanted(const ActorLexicon& lexicon, const Use& use, const RespellingRequest& request) {
  switch (use.kind) {
    case UseKind::capital: case UseKind::demonym: return request.nations;
    case UseKind::name: break;
    default: return false;
  }
  switch (lexicon.actor(use.target).kind) {
    case ActorKind::person: return request.people;
    case ActorKind::country: case ActorKind::region: case ActorKind::special: return request.nations;
    default: return request.bodies;
  }
}

class Search {
 public:
  Search(const ActorLexicon& lexicon, std::span<const std::string> words, const RespellingRequest& request)
      : lexicon_(lexicon), words_(words), request_(request), neighbours_(words.size()) {
    std::size_t letters = 0;
    for (const auto& word : words) letters += word.size();
    limit_ = words.size() == 1 ? 1 : std::min<int>(most_edits, letters < letters_for_any_edit ? 0 : static_cast<int>(letters / letters_for_an_edit));
  }

  Respelling run() {
    path_.resize(words_.size());
    walk(0, 0, 0, 0);
    if (found_.size() == 1) {
      best_.use = found_.begin()->second;
      return best_;
    }
    for (const auto& [target, use] : found_) best_.rivals.emplace_back(lexicon_.text(lexicon_.actor(target).name));
    return best_;
  }

 private:
  /// Goes on from a node with the word as it stands, then, while there may be one more error, with its neighbours. These are looked for only where a
  /// name led so far, which for most words is nowhere.
  void walk(std::size_t depth, std::uint32_t node, int edits, int right) {
    follow(words_[depth], depth, node, edits, right + 1);
    if (edits + 1 > std::min(limit_, best_edits_)) return;
    auto& near = neighbours_[depth];
    if (!near) near = neighbours(lexicon_, words_[depth]);
    for (const std::string_view word : *near) follow(word, depth, node, edits + 1, right);
  }

  void follow(std::string_view word, std::size_t depth, std::uint32_t node, int edits, int right) {
    if (edits > std::min(limit_, best_edits_)) return;
    const auto next = lexicon_.follow(node, word_hash(word));
    if (next.node == 0) return;
    path_[depth] = word;
    if (depth + 1 < words_.size()) return walk(depth + 1, next.node, edits, right);
    if (edits == 0 || (words_.size() > 1 && right == 0)) return;
    for (const Use& use : lexicon_.uses_at(next.uses)) {
      if (wanted(lexicon_, use, request_)) take(use, edits);
    }
  }

  void take(const Use& use, int edits) {
    if (edits < best_edits_) {
      best_edits_ = edits;
      found_.clear();
    }
    if (found_.empty()) {
      best_.edits = edits;
      best_.name.clear();
      for (const auto word : path_) best_.name += (best_.name.empty() ? "" : " ") + std::string(word);
    }
    found_.try_emplace(use.target, &use);
  }

  const ActorLexicon& lexicon_;
  std::span<const std::string> words_;
  const RespellingRequest& request_;
  std::vector<std::optional<std::vector<std::string_view>>> neighbours_;  ///< Of each word, once they were looked for.
  std::vector<std::string_view> path_;
  std::map<std::uint32_t, const Use*> found_;
  Respelling best_;
  int limit_ = 0;
  int best_edits_ = most_edits + 1;
};

}  // namespace

int edit_distance(std::string_view from, std::string_view to, int limit) {
  const int columns = static_cast<int>(to.size()) + 1;
  if (std::abs(static_cast<int>(from.size()) - static_cast<int>(to.size())) > limit) return limit + 1;
  std::vector<int> before(static_cast<std::size_t>(columns)), last(before), row(before);
  for (int j = 0; j < columns; ++j) last[static_cast<std::size_t>(j)] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = static_cast<int>(i);
    int least = row[0];
    for (std::size_t j = 1; j < static_cast<std::size_t>(columns); ++j) {
      const int change = from[i - 1] == to[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[static_cast<std::size_t>(columns - 1)], limit + 1);
}

Respelling respell(const ActorLexicon& lexicon, std::span<const std::string> words, const RespellingRequest& request) {
  if (words.empty() || words.size() > most_words) return {};
  if (words.size() == 1) {
    if (words[0].size() < shortest_single_word) return {};
    Respelling found = Search(lexicon, words, request).run();
    const bool substituted = found.use && found.name.size() == words[0].size() && [&] {
      std::string typed = words[0], meant = found.name;
      std::sort(typed.begin(), typed.end());
      std::sort(meant.begin(), meant.end());
      return typed != meant;
    }();
    return substituted && !request.substitutions ? Respelling{} : found;
  }
  return Search(lexicon, words, request).run();
}

}  // namespace attache::knowledge
