#include "coding/cameo_refinement.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace attache::coding {
namespace {

const DetailFamily* family_of(const CameoDetail& detail, const std::string& base) {
  const auto found = std::find_if(detail.families.begin(), detail.families.end(), [&](const DetailFamily& family) {
    return std::find(family.bases.begin(), family.bases.end(), base) != family.bases.end();
  });
  return found == detail.families.end() ? nullptr : &*found;
}

/// The longest beginning of the inner code that the kind lists; 0 when it lists none.
std::size_t fit(const DetailKind& kind, std::string_view inner) {
  std::size_t longest = 0;
  for (const auto& deed : kind.deeds) {
    if (inner.starts_with(deed)) longest = std::max(longest, deed.size());
  }
  return longest;
}

/// `base` with the digit, unless that is no code or one of another type.
std::string with_digit(const std::string& base, const std::string& digit, const Ontology& ontology) {
  const CameoInfo* general = ontology.cameo(base);
  std::string refined = base + digit;
  const CameoInfo* special = ontology.cameo(refined);
  return general && special && (special->type == general->type || special->type == EventType::none) ? refined : base;
}

/// Whether the token belongs to the clause of `top`: below it, and not in another sentence beside or within it.
bool is_of_clause(const SentenceView& view, Index i, Index top) {
  const Tree& tree = view.tree();
  for (; i != top; i = tree.governor(i)) {
    if (i == none) return false;
    const Relation relation = tree.relation(i);
    if (relation == Relation::parataxis || (relation == Relation::conj && view.token(i).upos == Upos::verb)) return false;
  }
  return true;
}

/// What the word nearest to the trigger says that stands in the clause; nullptr when none does.
const DetailKind* kind_by_words(const DetailFamily& family, const SentenceView& view, Index trigger, Index top) {
  const DetailKind* nearest = nullptr;
  Index least = view.size();
  for (Index i = 0; i < view.size(); ++i) {
    const Index distance = std::abs(i - trigger);
    if (distance >= least) continue;
    const auto kind = std::find_if(family.kinds.begin(), family.kinds.end(), [&](const DetailKind& one) { return view.is_one_of(i, one.words); });
    if (kind == family.kinds.end() || !is_of_clause(view, i, top)) continue;
    nearest = &*kind;
    least = distance;
  }
  return nearest;
}

}  // namespace

std::string cameo_over(const CameoDetail& detail, const std::string& base, const std::string& inner, const Ontology& ontology) {
  std::string shifted = base;
  for (const CodeShift& shift : detail.shifts) {
    if (shift.base == base && inner.starts_with(shift.deed)) shifted = shift.shifted;
  }
  const DetailFamily* family = family_of(detail, shifted);
  if (!family) return shifted;
  const auto best = std::max_element(family->kinds.begin(), family->kinds.end(), [&](const DetailKind& a, const DetailKind& b) { return fit(a, inner) < fit(b, inner); });
  return best != family->kinds.end() && fit(*best, inner) > 0 ? with_digit(shifted, best->digit, ontology) : shifted;
}

std::string cameo_in_context(const CameoDetail& detail, const Draft& draft, const SentenceView& view, const Ontology& ontology) {
  std::string code = draft.kind.cameo;
  if (const DetailFamily* family = family_of(detail, code)) {
    const DetailKind* kind = kind_by_words(*family, view, draft.match.head(), draft.top == none ? draft.match.head() : draft.top);
    if (kind) code = with_digit(code, kind->digit, ontology);
  }
  const auto asks = [&](Index word) { return view.is_one_of(word, detail.appealing); };
  if (!detail.demand.empty() && code.starts_with(detail.demand) && (asks(draft.match.head()) || std::any_of(draft.outer.begin(), draft.outer.end(), asks))) {
    const std::string appeal = detail.appeal + code.substr(detail.demand.size());
    if (ontology.cameo(appeal)) code = appeal;
  }
  return code;
}

}  // namespace attache::coding
