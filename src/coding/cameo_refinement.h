#pragma once
/// CAMEO's third level, and its appeals beside its demands.

#include "coding/cameo_detail.h"
#include "coding/draft.h"
#include "coding/sentence_view.h"

#include <string>

namespace attache::coding {

/// The code for an appeal, promise, demand, threat or refusal of what the inner event is: a demand (103) over military aid (072) is 1032. `base` itself where the table
/// has nothing more precise of its type.
std::string cameo_over(const CameoDetail& detail, const std::string& base, const std::string& inner, const Ontology& ontology);

/// The finished event's code: made more precise by the words beside its trigger ("marched for *democracy*"), and an appeal where its words ask rather than demand.
std::string cameo_in_context(const CameoDetail& detail, const Draft& draft, const SentenceView& view, const Ontology& ontology);

}  // namespace attache::coding
