#pragma once
/// Actors in CAMEO's letters: `USAGOV` is the government of the United States, and back.

#include <attache/mention.h>

#include <string>
#include <string_view>
#include <vector>

namespace attache::outputs {

/// An actor's CAMEO code and its parts, as GDELT's and Phoenix' columns hold them. Empty where the entity gives none.
struct CameoActor {
  std::string code;                ///< All of it: `PAKREB`, `IGOUNO`.
  std::string country;             ///< CAMEO's country code, ISO alpha-3 but for `ROM`, `TMP` and `KSV`; `EUR` for Europe and its union.
  std::string group;               ///< A known group: `UNO`, `EEC`, `NAT`.
  std::string religion;            ///< `MOS` for groups that are known as Islamic and no more.
  std::vector<std::string> types;  ///< Roles, three at most: `IGO`, `GOV`, `MIL`.
};

/// The entity in CAMEO's letters. What CAMEO has no word for: `PRE` and `UNK` are left out, paramilitaries are `UAF`, civil society `CVL`.
CameoActor cameo_actor(const Entity& entity);

/// Fills code and sectors of an entity from a CAMEO code of three letters a part. False when no part is known.
bool entity_from_cameo(std::string_view code, Entity& entity);

/// The PLOVER sector of one CAMEO role; empty when it has none.
std::string_view sector_of_cameo_role(std::string_view role);

/// The code of a country in our records, from CAMEO's, `ROU` from `ROM`; itself when they agree, empty when it is no country.
std::string_view country_from_cameo(std::string_view code);

}  // namespace attache::outputs
