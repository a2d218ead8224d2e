#pragma once
/// Which nation a page speaks of at each point, so that "the government" and "police" belong to somebody.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace attache::knowledge {

/// Read the whole page with `foresee`, then go through it again with `mention` and `next_sentence`.
class NationFocus {
 public:
  /// A nation that the page names somewhere.
  void foresee(std::string_view code, double weight);
  /// A nation whose people or things the page calls by that phrase's last noun somewhere: "the *Greek* oil tanker".
  void foresee_noun(std::string_view phrase, std::string_view code);
  /// A nation named in the sentence at hand.
  void mention(std::string_view code, double weight);
  /// What was named in the sentences before counts less in the next.
  void next_sentence();

  /// The nations of the page, the one in focus first.
  std::vector<std::string> nations() const;
  /// The one nation of which the page names somebody or something by that phrase's last noun; empty for none and for several.
  std::string nation_of_noun(std::string_view phrase) const;
  /// 0–1: a nation's share of all that is remembered.
  double share(std::string_view nation) const;

 private:
  double weight(std::string_view code, double foreseen) const;

  std::map<std::string, double, std::less<>> foreseen_;
  std::map<std::string, double, std::less<>> recent_;
  std::map<std::string, std::set<std::string>, std::less<>> of_nouns_;
};

/// True for the code of a state, and not of an international organisation or movement.
bool is_state_code(std::string_view code);

}  // namespace attache::knowledge
