#pragma once
/// A pair of participants in a text, and what happens between them.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace attache {

/// Code points of a text, end-exclusive.
struct TextSpan {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

/// Who may have done something to whom; with the truth, where that is known.
struct RelatedPair {
  std::string id;            ///< The input's own, else file and line: `courts.txt:12`.
  std::string text;          ///< A sentence or a little more.
  TextSpan actor;
  TextSpan recipient;
  std::string actor_code;    ///< Whose code its record should have, as in `Entity`: `KEN`; empty when that is not labelled.
  std::string recipient_code;
  std::string event;         ///< PLOVER type, or `none` when nothing happens between the two in that direction; empty when unknown.
  std::string mode;          ///< PLOVER mode; empty for none.
  std::string own_type;      ///< A type of one's own that it is beside its PLOVER type: `EVICT`; empty for none.
  std::string modality;      ///< As the record has it; empty for asserted.
};

/// What is judged of a pair.
struct Judgement {
  std::string event;                                    ///< The likeliest PLOVER type, never `none`; empty when neither participant stands in the text.
  std::string mode;                                     ///< Its likeliest mode; empty for none.
  std::string own_type;                                 ///< The type of one's own that it is likelier than not if it is of that PLOVER type; empty for none.
  std::vector<std::pair<std::string, double>> scores;   ///< Probability of each type and of `none`, in the ontology's order; they sum to one.
  std::vector<std::pair<std::string, double>> own_scores;  ///< Probability of each type of one's own that the classifier knows: a part of that of the PLOVER type it belongs to.
};

}  // namespace attache
