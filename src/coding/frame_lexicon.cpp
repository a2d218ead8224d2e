#include "coding/frame_lexicon.h"

#include "coding/frame_reader.h"

#include <algorithm>
#include <array>
#include <map>

namespace attache::coding {
namespace {

constexpr std::string_view magic = "ATTFRM04";

}  // namespace

Result<FrameLexicon> FrameLexicon::read(const std::string& lexicon_folder, std::vector<FrameExample>* examples, std::vector<Error>* mistakes, std::vector<ContextExample>* context_examples) {
  auto lexicon = FrameReader(lexicon_folder, examples, mistakes).read();
  if (!lexicon) return lexicon;
  auto contexts = ContextLexicon::read(lexicon_folder + "/contexts", lexicon->ontology(), context_examples, mistakes);
  if (!contexts) return tl::make_unexpected(contexts.error());
  lexicon->contexts_ = std::move(*contexts);
  return lexicon;
}

void FrameLexicon::count_uses() {
  std::vector<std::map<std::uint32_t, int>> frames(vocabulary_.size() + 1), operators(vocabulary_.size() + 1);
  for (const auto& trigger : triggers_) {
    if (trigger.owner == TriggerOwner::operation) {
      for (const WordId word : trigger.words.front()) ++operators[word][trigger.index];
    }
    if (trigger.owner != TriggerOwner::frame) continue;
    for (const auto& alternatives : trigger.words) {
      for (const WordId word : alternatives) ++frames[word][trigger.index];
    }
  }
  uses_.assign(vocabulary_.size() + 1, {});
  for (std::size_t word = 1; word < uses_.size(); ++word) {
    WordUse& use = uses_[word];
    std::array<int, event_type_count> by_type{};
    int all = 0;
    for (const auto& [frame, count] : frames[word]) {
      by_type[static_cast<std::size_t>(frames_[frame].kind.type)] += count;
      all += count;
    }
    for (const auto& [frame, count] : frames[word]) {
      if (2 * count >= all) use.frame = static_cast<std::int32_t>(frame);
    }
    for (std::size_t type = 0; type < by_type.size(); ++type) {
      if (by_type[type] > 0 && 10 * by_type[type] >= all) use.some |= 1U << type;
      if (2 * by_type[type] > all) use.most = 1U << type;
    }
    if (operators[word].size() == 1) use.operation = static_cast<std::int32_t>(operators[word].begin()->first);
  }
}

void FrameLexicon::build_index() {
  number_sets();
  count_uses();
  offsets_.assign(vocabulary_.size() + 2, 0);
  for (const auto& trigger : triggers_) {
    for (const WordId head : trigger.words.front()) ++offsets_[head + 1];
  }
  for (std::size_t i = 1; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
  by_head_.resize(offsets_.back());
  std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
  types_by_head_.assign(vocabulary_.size() + 1, 0);
  std::uint32_t first_need = 0;
  for (std::uint32_t i = 0; i < triggers_.size(); ++i) {
    const Trigger& trigger = triggers_[i];
    const auto needs = static_cast<std::uint16_t>(trigger.words.size() - 1);
    const std::uint32_t type = trigger.owner == TriggerOwner::frame ? 1u << static_cast<unsigned>(frames_[trigger.index].kind.type) : 0;
    for (const WordId head : trigger.words.front()) {
      by_head_[next[head]++] = {i, first_need, needs, trigger.word_class, trigger.owner};
      types_by_head_[head] |= type;
    }
    first_need += needs;
  }
  for (std::size_t word = 0; word + 1 < offsets_.size(); ++word) {
    std::stable_sort(by_head_.begin() + offsets_[word], by_head_.begin() + offsets_[word + 1], [](const Candidate& a, const Candidate& b) { return a.needs > b.needs; });
  }
}

/// Numbers the sets, lists each trigger's in `needs_`, and turns them round: which sets a word is in.
void FrameLexicon::number_sets() {
  std::map<WordSet, std::uint32_t> numbers;
  const auto number_of = [&](const WordSet& set) { return numbers.try_emplace(set, static_cast<std::uint32_t>(numbers.size())).first->second; };
  needs_.clear();
  for (const auto& trigger : triggers_) {
    for (std::size_t k = 1; k < trigger.words.size(); ++k) needs_.push_back(number_of(trigger.words[k]));
  }
  frame_sets_.clear();
  for (const auto& frame : frames_) frame_sets_.push_back({frame.with.empty() ? 0 : number_of(frame.with), frame.without.empty() ? 0 : number_of(frame.without)});
  set_count_ = static_cast<std::uint32_t>(numbers.size());
  set_offsets_.assign(vocabulary_.size() + 2, 0);
  for (const auto& [set, number] : numbers) {
    for (const WordId word : set) ++set_offsets_[word + 1];
  }
  for (std::size_t i = 1; i < set_offsets_.size(); ++i) set_offsets_[i] += set_offsets_[i - 1];
  sets_by_word_.resize(set_offsets_.back());
  std::vector<std::uint32_t> next(set_offsets_.begin(), set_offsets_.end() - 1);
  for (const auto& [set, number] : numbers) {
    for (const WordId word : set) sets_by_word_[next[word]++] = number;
  }
}

std::string FrameLexicon::to_image() const {
  ArchiveWriter writer;
  writer.bytes = magic;
  // The writer's fields are listed once for both ways and therefore by non-const reference; writing changes nothing.
  fields(writer, const_cast<FrameLexicon&>(*this));
  return std::move(writer.bytes);
}

Result<FrameLexicon> FrameLexicon::open(std::span<const std::byte> image) {
  const auto damaged = [] { return tl::make_unexpected(Error{ErrorKind::internal, "the coding part of the lexicon image is damaged", {}, ""}); };
  if (image.size() < magic.size() || std::memcmp(image.data(), magic.data(), magic.size()) != 0) return damaged();
  FrameLexicon lexicon;
  ArchiveReader reader(image.subspan(magic.size()));
  fields(reader, lexicon);
  if (!reader.ok()) return damaged();
  for (const auto& trigger : lexicon.triggers_) {
    const bool of_frame = trigger.owner == TriggerOwner::frame, of_operator = trigger.owner == TriggerOwner::operation;
    if (trigger.words.empty() || trigger.words.front().empty()) return damaged();
    if ((of_frame && trigger.index >= lexicon.frames_.size()) || (of_operator && trigger.index >= lexicon.operators_.size())) return damaged();
    for (const auto& alternatives : trigger.words) {
      for (const WordId word : alternatives) {
        if (word == unknown_word || word > lexicon.vocabulary_.size()) return damaged();
      }
    }
  }
  for (const auto& operation : lexicon.operators_) {
    if (operation.alone >= static_cast<std::int32_t>(lexicon.frames_.size())) return damaged();
  }
  if (!lexicon.contexts_.sound()) return damaged();
  lexicon.build_index();
  lexicon.contexts_.build_index();
  return lexicon;
}

}  // namespace attache::coding
