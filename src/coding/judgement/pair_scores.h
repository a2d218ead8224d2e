#pragma once
/// How well given pairs are judged: F1 by type, macro averages of type, quad class and sign, and how far confidence can be believed.

#include <attache/related_pair.h>

#include <cstddef>
#include <span>
#include <string>

namespace attache::coding {

/// A table for people: accuracy; macro F1 of the gold's types, of quad classes 1–4 and of cooperation against conflict, each with the 95 % interval of a
/// bootstrap over pairs; expected calibration error over ten bins; precision, recall and F1 by type; then the `worst` pairs that were judged
/// wrongly with most confidence. Pairs without a gold event are left out. Where the gold has `YIELD`, CONCEDE and RETREAT count as it. Where it
/// has `none`, a pair counts as judged `none` when that is the likeliest.
std::string pair_score_table(std::span<const RelatedPair> gold, std::span<const Judgement> judged, std::size_t worst);

}  // namespace attache::coding
