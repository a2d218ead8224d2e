#include "outputs/cameo_actor.h"

#include "outputs/country_names.h"

#include <algorithm>
#include <array>

namespace attache::outputs {
namespace {

struct Pair {
  std::string_view ours;
  std::string_view cameo;
};

/// Countries that CAMEO codes otherwise than ISO.
constexpr std::array countries = {Pair{"ROU", "ROM"}, Pair{"TLS", "TMP"}, Pair{"KOS", "KSV"}, Pair{"COD", "ZAR"}};

/// PLOVER's sectors and CAMEO's roles, the first of several being the one that is written.
constexpr std::array roles = {
    Pair{"AGR", "AGR"}, Pair{"BUS", "BUS"}, Pair{"COP", "COP"}, Pair{"CRM", "CRM"}, Pair{"CVL", "CVL"}, Pair{"EDU", "EDU"},
    Pair{"ELI", "ELI"}, Pair{"GOV", "GOV"}, Pair{"JRN", "MED"}, Pair{"JUD", "JUD"}, Pair{"LAB", "LAB"}, Pair{"LEG", "LEG"},
    Pair{"MED", "HLH"}, Pair{"MIL", "MIL"}, Pair{"OPP", "OPP"}, Pair{"PRM", "UAF"}, Pair{"PTY", "PTY"}, Pair{"REB", "REB"},
    Pair{"REF", "REF"}, Pair{"REL", "REL"}, Pair{"SOC", "CVL"}, Pair{"SPY", "SPY"}, Pair{"UAF", "UAF"},
    // Only read.
    Pair{"REB", "INS"}, Pair{"REB", "SEP"}, Pair{"REB", "RAD"}, Pair{"OPP", "MOP"}, Pair{"CVL", "SET"}, Pair{"SOC", "DEV"},
    Pair{"SOC", "ENV"}, Pair{"SOC", "HRI"}, Pair{"PRM", "PRM"}, Pair{"SOC", "SOC"}, Pair{"REL", "MOS"}, Pair{"REL", "MUS"},
    Pair{"REL", "CHR"}, Pair{"REL", "JEW"}, Pair{"REL", "BUD"}, Pair{"REL", "HIN"}, Pair{"REL", "SHI"}, Pair{"REL", "SUN"},
    Pair{"REL", "CTH"}, Pair{"REL", "PRO"}, Pair{"REL", "DOX"}};

/// Bodies that are no country's: what CAMEO calls them, and what we do.
constexpr std::array bodies = {Pair{"UNO", "UNO"}, Pair{"EUR", "EUR"}, Pair{"EUR", "EEC"}, Pair{"IGO", "IGO"}, Pair{"NGO", "NGO"},
                               Pair{"NGO", "NGM"}, Pair{"MNC", "MNC"}, Pair{"IMG", "IMG"}, Pair{"IGO", "INT"}, Pair{"IGO", "NAT"}};

std::string_view role_of(std::string_view sector) {
  const auto found = std::find_if(roles.begin(), roles.end(), [&](const Pair& pair) { return pair.ours == sector; });
  return found == roles.end() ? std::string_view{} : found->cameo;
}

std::string_view body_of(std::string_view cameo) {
  const auto found = std::find_if(bodies.begin(), bodies.end(), [&](const Pair& pair) { return pair.cameo == cameo; });
  return found == bodies.end() ? std::string_view{} : found->ours;
}

std::string_view country_in_cameo(std::string_view code) {
  // CAMEO 1.1b3 has the Democratic Republic of the Congo as ISO does; older files as ZAR.
  if (country_name(code).empty() || code == "COD") return country_name(code).empty() ? std::string_view{} : code;
  const auto found = std::find_if(countries.begin(), countries.end(), [&](const Pair& pair) { return pair.ours == code; });
  return found == countries.end() ? code : found->cameo;
}

}  // namespace

std::string_view country_from_cameo(std::string_view code) {
  const auto found = std::find_if(countries.begin(), countries.end(), [&](const Pair& pair) { return pair.cameo == code; });
  if (found != countries.end()) return found->ours;
  return country_name(code).empty() ? std::string_view{} : code;
}

std::string_view sector_of_cameo_role(std::string_view role) {
  const auto found = std::find_if(roles.begin(), roles.end(), [&](const Pair& pair) { return pair.cameo == role; });
  if (role == "UAF") return "UAF";
  return found == roles.end() ? std::string_view{} : found->ours;
}

CameoActor cameo_actor(const Entity& entity) {
  CameoActor actor;
  const auto add_type = [&](std::string_view type) {
    if (type.empty() || actor.types.size() == 3 || std::find(actor.types.begin(), actor.types.end(), type) != actor.types.end()) return;
    actor.types.emplace_back(type);
  };
  if (entity.code == "UNO") {
    actor.group = "UNO";
    actor.code = "IGOUNO";
    add_type("IGO");
  } else if (entity.code == "EUR") {
    actor.country = "EUR";
    actor.group = "EEC";
    actor.code = "IGOEUREEC";
    add_type("IGO");
  } else if (entity.code == "ISM") {
    actor.religion = "MOS";
    actor.code = "IMGMOS";
    add_type("IMG");
  } else if (entity.code == "IGO" || entity.code == "NGO" || entity.code == "MNC" || entity.code == "IMG") {
    actor.code = entity.code;
    add_type(entity.code);
    if (entity.identifier_text == "NATO") {
      actor.group = "NAT";
      actor.code = "IGOWSTNAT";
    }
  } else {
    actor.country = country_in_cameo(entity.code);
    actor.code = actor.country;
  }
  const std::size_t own = actor.types.size();
  add_type(role_of(entity.sector));
  for (const std::string& sector : entity.other_sectors) add_type(role_of(sector));
  for (std::size_t i = own; i < actor.types.size(); ++i) actor.code += actor.types[i];
  return actor;
}

bool entity_from_cameo(std::string_view code, Entity& entity) {
  bool known = false;
  for (; code.size() >= 3; code.remove_prefix(3)) {
    const std::string_view part = code.substr(0, 3);
    if (const auto country = country_from_cameo(part); !country.empty() && entity.code.empty()) {
      entity.code = country;
      known = true;
    } else if (const auto body = body_of(part); !body.empty()) {
      // The more particular of two stays: IGOUNO is UNO, and IMGMOS an Islamic group.
      if (entity.code.empty() || entity.code == "IGO") entity.code = body;
      if (part == "NAT") entity.identifier_text = "NATO";
      known = true;
    } else if (part == "MOS" && entity.code == "IMG") {
      entity.code = "ISM";
    } else if (const auto sector = sector_of_cameo_role(part); !sector.empty()) {
      if (entity.sector.empty()) {
        entity.sector = sector;
      } else if (entity.sector != sector &&
                 std::find(entity.other_sectors.begin(), entity.other_sectors.end(), sector) == entity.other_sectors.end()) {
        entity.other_sectors.emplace_back(sector);
      }
      known = true;
    }
  }
  return known;
}

}  // namespace attache::outputs
