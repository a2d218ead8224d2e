#pragma once
/// CAMEO's third level for what is asked for, promised or refused.

#include "coding/ontology.h"

#include <string>

namespace attache::coding {

/// The code for an appeal, promise, demand or refusal of what the inner event is: a demand (103) over military aid (072) is 1032. In CAMEO the codes for cooperation, aid,
/// reform and yielding are divided alike under 02, 03, 10 and 12, in the order of the codes of the deeds themselves; threats (13) of restrictions and of force likewise. `base` itself where there is no such code of its type.
std::string refined_cameo(const std::string& base, const std::string& inner, const Ontology& ontology);

}  // namespace attache::coding
