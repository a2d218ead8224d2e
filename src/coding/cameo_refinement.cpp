#include "coding/cameo_refinement.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attache::coding {
namespace {

/// Codes of words about deeds of one kind, and the codes of these deeds in the order of the words' last digit, from 1.
struct Family {
  std::array<std::string_view, 4> words;
  std::array<std::string_view, 6> deeds;
};
constexpr std::array<Family, 6> families = {{
    {{"021", "031", "101", "121"}, {"061", "062", "063", "064"}},                 // cooperation: economic, military, judicial, intelligence
    {{"023", "033", "103", "122"}, {"071", "072", "073", "074"}},                 // aid: economic, military, humanitarian, protection
    {{"024", "034", "104", "123"}, {"0831", "0832", "0833", "0834"}},             // reform: leadership, policy, rights, institutions
    {{"025", "035", "105", "124"}, {"081", "082", "084", "085", "086", "087"}},   // yielding: restrictions, dissent, release, sanctions, access, force
    {{"132"}, {"1721", "1722", "1723", "1724"}},                                  // restrictions: freedoms, parties, curfew, martial law
    {{"138"}, {"191", "192", "18", "19", "20"}},                                  // force: blockade, occupation, unconventional violence, attack, mass destruction
}};

}  // namespace

std::string refined_cameo(const std::string& base, const std::string& inner, const Ontology& ontology) {
  const CameoInfo* general = ontology.cameo(base);
  for (const Family& family : families) {
    if (std::find(family.words.begin(), family.words.end(), base) == family.words.end()) continue;
    if (base.empty()) return base;
    for (std::size_t i = 0; i < family.deeds.size(); ++i) {
      if (family.deeds[i].empty() || !inner.starts_with(family.deeds[i])) continue;
      std::string refined = base + std::to_string(i + 1);
      const CameoInfo* special = ontology.cameo(refined);
      return special && general && special->type == general->type ? refined : base;
    }
  }
  return base;
}

}  // namespace attache::coding
