#pragma once
/// PLOVER's types, modes, quad classes and scores, and CAMEO's codes with their Goldstein values, from lexicon/ontology.

#include "coding/archive.h"

#include <attache/error.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::coding {

/// The sixteen PLOVER types, in the manual's order; `none` is no event.
enum class EventType : std::uint8_t {
  agree, consult, support, concede, cooperate, aid, retreat, request, accuse, reject, threaten, protest, sanction, mobilize, coerce, assault, none
};
inline constexpr std::size_t event_type_count = 16;

/// `AGREE` …; empty for `none`.
std::string_view name_of(EventType type);
/// The type of that name; `none` for anything else.
EventType event_type_from(std::string_view name);

/// What PLOVER says of a mode: its name and its score, -10 to 10.
struct ModeInfo {
  std::string name;
  double score = 0;
};

/// What PLOVER says of a type.
struct TypeInfo {
  std::string meaning;              ///< One line for people.
  std::uint8_t quad = 0;            ///< 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
  double score = 0;                 ///< Of the type without a mode.
  bool requires_recipient = false;
  std::vector<ModeInfo> modes;
};

/// A CAMEO code and what it maps to.
struct CameoInfo {
  std::string code;                 ///< With leading zero.
  std::uint8_t quad = 0;
  std::vector<double> goldstein;    ///< One value or none (some codes have no score anywhere). ICEWS' table.
  std::vector<double> legacy;       ///< Of the table that belongs to an older numbering.
  EventType type = EventType::none; ///< `none` where PLOVER has no such event (public statements, appeals).
  std::string mode;
  std::vector<std::string> contexts;
};

/// Which of the two published Goldstein tables is meant.
enum class GoldsteinTable : std::uint8_t { icews, legacy };

/// Another release's name of a mode or context and the manual's.
struct Alias {
  std::string other;
  std::string name;
};

/// The tables. Immutable once read.
class Ontology {
 public:
  /// Reads `plover.yaml` and `cameo.tsv` of the folder and checks the crosswalk both ways: every mode and context it names exists.
  /// Errors: `not_found`, `malformed` with file and line.
  static Result<Ontology> read(const std::string& folder);

  const TypeInfo& type(EventType type) const { return types_[static_cast<std::size_t>(type)]; }
  /// The mode of that type by its name or another release's; nullptr when the type has none such.
  const ModeInfo* mode(EventType type, std::string_view name) const;
  /// The PLOVER score of a type in a mode (an empty or unknown mode: the type's own).
  double score(EventType type, std::string_view mode) const;
  /// nullptr for what is no CAMEO code.
  const CameoInfo* cameo(std::string_view code) const;
  std::optional<double> goldstein(std::string_view code, GoldsteinTable table = GoldsteinTable::icews) const;
  /// The code that stands for a type and mode: the shortest, then the lowest, that the crosswalk maps to it; of the type alone when no
  /// code has the mode; empty if there is none.
  std::string_view cameo_for(EventType type, std::string_view mode) const;
  const std::vector<std::string>& contexts() const { return contexts_; }
  /// The context of that name or of another release's; empty when there is none.
  std::string_view context(std::string_view name) const;
  const std::vector<CameoInfo>& cameo_codes() const { return cameo_; }

 private:
  template <typename Archive>
  friend void fields(Archive& archive, Ontology& ontology) {
    archive(ontology.types_, ontology.contexts_, ontology.aliases_, ontology.cameo_);
  }
  std::string_view canonical(std::string_view name) const;

  std::vector<TypeInfo> types_;
  std::vector<std::string> contexts_;
  std::vector<Alias> aliases_;
  std::vector<CameoInfo> cameo_;  ///< By code.
};

template <typename Archive>
void fields(Archive& archive, ModeInfo& mode) { archive(mode.name, mode.score); }
template <typename Archive>
void fields(Archive& archive, TypeInfo& type) { archive(type.meaning, type.quad, type.score, type.requires_recipient, type.modes); }
template <typename Archive>
void fields(Archive& archive, CameoInfo& cameo) {
  archive(cameo.code, cameo.quad, cameo.goldstein, cameo.legacy, cameo.type, cameo.mode, cameo.contexts);
}
template <typename Archive>
void fields(Archive& archive, Alias& alias) { archive(alias.other, alias.name); }

}  // namespace attache::coding
