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

/// The lemma of which a lower-case word is an irregular past or participle: "upheld" gives "uphold", "struck" gives "strike". Empty for
/// regular forms, for words that are their own lemma ("put"), and where the form could be of two verbs ("lay", "found", "wound").
std::string irregular_verb_lemma(std::string_view form);

}  // namespace attache
