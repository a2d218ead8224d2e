#pragma once
/// A hash that is the same on every machine and in every version, for identifiers, images and models.

#include <cstdint>
#include <string>
#include <string_view>

namespace attache {

/// 64 bits of the text, seeded. FNV-1a over the bytes, finished with the mixer of SplitMix64 so that every bit depends on all.
constexpr std::uint64_t stable_hash(std::string_view text, std::uint64_t seed = 0) {
  std::uint64_t hash = 0xcbf29ce484222325u ^ (seed * 0x9e3779b97f4a7c15u);
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9u;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebu;
  return hash ^ (hash >> 31);
}

/// Sixteen lower-case hexadecimal digits.
inline std::string to_hex(std::uint64_t value) {
  std::string hex(16, '0');
  for (std::size_t i = 16; i-- > 0; value >>= 4) hex[i] = "0123456789abcdef"[value & 15];
  return hex;
}

}  // namespace attache
