#pragma once
/// The forms in which an English lemma can stand in a text.

#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// The lemma and its possible inflections as verb and noun ("attack", "attacks", "attacked", "attacking"; "seize", "seized" …), with
/// the irregular ones ("withdraw", "withdrew", "withdrawn"; "man", "men"). In lower case, sorted, without repetition.
///
/// Made for finding candidates: no form is left out, but some may be given that nobody uses ("visitted"). Of a lemma of several
/// words ("crack down") the first is inflected.
std::vector<std::string> inflected_forms(std::string_view lemma);

}  // namespace attache
