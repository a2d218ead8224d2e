#pragma once
/// Whether a name in a text is meant as a place, or is a person, a firm, a newspaper or an ordinary word.

#include "knowledge/places/names_in_text.h"

#include <string_view>

namespace attache::knowledge {

/// Words around a name.
class Surroundings {
 public:
  Surroundings(const Sentence& sentence, const NameInText& name) : sentence_(sentence), name_(name) {}

  std::string_view before(std::uint32_t distance = 1) const {
    return name_.first >= distance ? sentence_.tokens[name_.first - distance].text : std::string_view();
  }
  std::string_view after() const { return name_.last < sentence_.tokens.size() ? sentence_.tokens[name_.last].text : std::string_view(); }

  /// What the name finder says of the first word.
  bool tagged_place() const;
  bool tagged_person() const;
  bool tagged_organisation() const;
  /// The name finder's span is the name and nothing else.
  bool fills_its_span() const;

  /// The name finder takes it for the beginning of a longer place name that is not known: "Punta Tombo".
  bool goes_on_as_place() const;

  /// A preposition of place or a noun for a kind of place stands beside it.
  bool supported() const;
  /// "in", "near" or "the mayor of" stand before it: only places take these.
  bool clearly_a_place() const;
  /// Other capitalised words make it a part of a longer name: "Paris Hilton", "Jack London", "Bloomberg News".
  bool inside_longer_name() const;
  /// A water, a shore or a hill is called after it or a namesake, wherever that is: "Islington Bay".
  bool names_a_feature() const;
  /// "province", "state" and the like stand behind it.
  bool before_region_noun() const;
  /// "city", "town", "village" stand behind it or, with "of", before it.
  bool beside_city_noun() const;

 private:
  const Sentence& sentence_;
  const NameInText& name_;
};

/// True for words that say where: "in", "near", "from", "reached".
bool is_locative(std::string_view text);

/// What the page says of a name.
struct NameEvidence {
  bool beside_place = false;  ///< It is joined to a name already believed: "Homs and Hama".
  bool is_surname = false;    ///< A person of that last name is named on the page.
  bool is_spoken_of = false;  ///< The page speaks of the country it lies in.
};

bool meant_as_place(const Gazetteer& gazetteer, const Sentence& sentence, const NameInText& name, NameEvidence evidence);

}  // namespace attache::knowledge
