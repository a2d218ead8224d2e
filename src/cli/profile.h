#pragma once
/// What a user cares for most, as the least confidence an event must have to be given (docs/confidence.md says what each costs).

#include <string_view>

namespace attache::cli {

/// `precision`, `balanced` or `recall`; 0 to 1.
inline double least_confidence(std::string_view profile) { return profile == "precision" ? 0.6 : profile == "balanced" ? 0.05 : 0.0; }

}  // namespace attache::cli
