#pragma once
/// From words to queries: what the command line and the library's callers write.

#include "store/panel.h"

#include <attache/store.h>

#include <string>
#include <vector>

namespace attache::store {

/// Errors: those of `parse_condition`, of the first that is wrong.
Result<std::vector<Condition>> parse_conditions(const std::vector<std::string>& texts);

/// Errors: `malformed`, without place, for a name that is none; the message lists those there are.
Result<PanelQuery> panel_query(const PanelRequest& request);

}  // namespace attache::store
