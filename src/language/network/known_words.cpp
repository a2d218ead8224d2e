#include "language/network/known_words.h"

#include <algorithm>
#include <functional>

namespace attache::language {

std::uint32_t KnownWords::find_or_add(std::string_view form, std::size_t vector_size) {
  if (2 * (entries_.size() + 1) > slots_.size()) grow();
  vector_size_ = vector_size;
  const std::uint64_t hash = std::hash<std::string_view>{}(form);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const std::uint32_t number = slots_[at] - 1;
    if (entries_[number].hash == hash && this->form(number) == form) return number;
  }
  const auto number = static_cast<std::uint32_t>(entries_.size());
  slots_[at] = number + 1;
  entries_.push_back({hash, text_.size(), form.size(), {}});
  text_ += form;
  vectors_.resize(vectors_.size() + vector_size);
  return number;
}

void KnownWords::clear() {
  std::fill(slots_.begin(), slots_.end(), 0u);
  entries_.clear();
  vectors_.clear();
  text_.clear();
}

void KnownWords::grow() {
  constexpr std::size_t fewest = 4096;
  slots_.assign(std::max(fewest, 2 * slots_.size()), 0u);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t number = 0; number < entries_.size(); ++number) {
    std::size_t at = entries_[number].hash & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<std::uint32_t>(number) + 1;
  }
}

}  // namespace attache::language
