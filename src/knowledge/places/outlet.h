#pragma once
/// The country of the newspaper or site that printed a page.

#include "knowledge/places/gazetteer.h"

#include <attache/document.h>

namespace attache::knowledge {

struct Outlet {
  std::uint32_t country = no_place;  ///< Index in the gazetteer; `no_place` when unknown.
  bool by_city = false;              ///< Only a city in the outlet's name speaks for it, and cities share names: "Birmingham News".
};

/// By the address's country domain or `.gov` and `.mil`, else by a country, nationality or large city in the outlet's name: "Times of India", "Jakarta Post".
Outlet outlet_of(const Gazetteer& gazetteer, const Document& document);

}  // namespace attache::knowledge
