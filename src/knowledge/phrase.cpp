#include "knowledge/phrase.h"

#include "base/arena.h"
#include "language/segmenter.h"
#include "language/tree.h"

#include <algorithm>

namespace attache {
namespace {

/// What tells more of two mentions of which neither is the phrase's head: one that is understood, then the one with more words.
bool says_more(const ActorMention& one, const ActorMention& other) {
  const auto understood = [](const ActorMention& mention) { return !mention.entities.front().code.empty() || !mention.entities.front().sector.empty(); };
  if (understood(one) != understood(other)) return understood(one);
  return one.last - one.first > other.last - other.first;
}

/// The mention that the whole phrase is about: the one that governs the others, else the one that says most.
const ActorMention* main_mention(const Tree& tree, const std::vector<ActorMention>& mentions) {
  const ActorMention* most = nullptr;
  for (const ActorMention& mention : mentions) {
    if (mention.entities.empty()) continue;
    if (static_cast<Tree::Index>(mention.head) == tree.root()) return &mention;
    if (!most || says_more(mention, *most)) most = &mention;
  }
  return most;
}

}  // namespace

std::vector<Entity> resolve_phrase(const Knowledge& knowledge, const Parser& parser, std::string_view phrase, std::optional<Day> day,
                                   std::string_view context) {
  Document document;
  document.published = day;
  if (!context.empty()) document.blocks.push_back({BlockKind::body, std::string(context)});
  document.blocks.push_back({BlockKind::body, std::string(phrase)});
  Arena arena;
  std::vector<Sentence> sentences;
  segment(document, arena, sentences);
  const auto block = static_cast<std::uint32_t>(document.blocks.size() - 1);
  const auto own = std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& sentence) { return sentence.block == block; });
  if (own == sentences.end()) return {};
  std::vector<Sentence*> pointers;
  for (Sentence& sentence : sentences) pointers.push_back(&sentence);
  parser.parse(pointers, arena);
  std::vector<SentenceMentions> mentions;
  knowledge.annotate(document, sentences, mentions);

  const Tree tree(*own);
  const auto& actors = mentions[static_cast<std::size_t>(own - sentences.begin())].actors;
  const ActorMention* main = main_mention(tree, actors);
  if (!main) return {};
  std::vector<Entity> entities = main->entities;
  for (const ActorMention& mention : actors) {
    const auto head = static_cast<Tree::Index>(mention.head);
    const bool joined = &mention != main && tree.first_conjunct(head) == tree.first_conjunct(static_cast<Tree::Index>(main->head));
    if (joined) entities.insert(entities.end(), mention.entities.begin(), mention.entities.end());
  }
  return entities;
}

}  // namespace attache
