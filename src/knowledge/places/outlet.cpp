#include "knowledge/places/outlet.h"

#include "knowledge/places/country_codes.h"

#include <algorithm>
#include <string>

namespace attache::knowledge {
namespace {

/// A city of fewer people in an outlet's name says too little.
constexpr std::uint32_t least_population = 200'000;

Outlet outlet_named(const Gazetteer& gazetteer, std::string_view publication) {
  std::string key;
  Outlet found;
  for (std::size_t at = 0; at < publication.size();) {
    const std::size_t stop = std::min(publication.find(' ', at), publication.size());
    key.clear();
    append_name_key(key, publication.substr(at, stop - at));
    at = stop + 1;
    const auto rows = key.size() < 4 ? std::span<const NameRow>() : gazetteer.find(key);
    if (rows.empty() || rows.front().kind == NameKind::prefix || rows.front().ordinary) continue;
    const Place& place = gazetteer.place(rows.front().place);
    const bool country = place.kind == PlaceKind::country;
    if (!country && place.population < least_population) continue;
    if (rows.front().kind == NameKind::main || rows.front().kind == NameKind::demonym) found = {place.country, !country};
  }
  return found;
}

/// The host of an address: "https://www.example.com.au/news" → "www.example.com.au".
std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  return url.substr(0, url.find_first_of("/:?#"));
}

}  // namespace

Outlet outlet_of(const Gazetteer& gazetteer, const Document& document) {
  const std::string_view host = host_of(document.url);
  const CountryCodes* codes = host.ends_with(".gov") || host.ends_with(".mil") ? country_codes("USA") : country_of_domain(host);
  if (codes) {
    if (const auto country = gazetteer.country(codes->iso3)) return {*country, false};
  }
  return outlet_named(gazetteer, document.publication);
}

}  // namespace attache::knowledge
