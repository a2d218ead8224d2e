#include "api/lexicon_coverage.h"

#include "coding/frame_lexicon.h"
#include "outputs/cameo_words.h"

#include <algorithm>
#include <set>

namespace attache {
namespace {

using coding::CameoDetail;
using coding::EventKind;
using coding::EventType;
using coding::FrameLexicon;

/// Everything that entries say an event may be.
class Given {
 public:
  explicit Given(const FrameLexicon& lexicon) : lexicon_(lexicon) {
    for (const auto& frame : lexicon.frames()) add(frame.kind);
    for (const auto& operation : lexicon.operators()) {
      for (const auto& outcome : operation.results) {
        if (outcome.effect == coding::Outcome::Effect::give) add(outcome.give);
      }
    }
    for (const auto& plain : lexicon.modality().plain) add(plain.give);
    for (const auto& context : lexicon.contexts().contexts()) contexts_.insert(context.name);
    // The classifier names a type and a mode, which have a general code.
    for (const auto& [type, mode] : modes_) codes_.insert(std::string(lexicon.ontology().cameo_for(type, mode)));
    shift();
    refine();
    soften();
  }

  bool has_code(const std::string& code) const { return codes_.contains(code); }
  bool has_mode(EventType type, const std::string& mode) const { return modes_.contains({type, mode}); }
  bool has_context(const std::string& context) const { return contexts_.contains(context); }

 private:
  void add(const EventKind& kind) {
    codes_.insert(kind.cameo);
    modes_.insert({kind.type, kind.mode});
    for (const auto& mode : kind.further_modes) modes_.insert({kind.type, mode});
    contexts_.insert(kind.contexts.begin(), kind.contexts.end());
  }

  /// Whether an event of that code, or of one that begins so, can be.
  bool has_deed(const std::string& beginning) const {
    const auto first = codes_.lower_bound(beginning);
    return first != codes_.end() && first->starts_with(beginning);
  }

  void shift() {
    for (const auto& shift : lexicon_.cameo_detail().shifts) {
      if (codes_.contains(shift.base) && has_deed(shift.deed)) codes_.insert(shift.shifted);
    }
  }

  void refine() {
    for (const auto& family : lexicon_.cameo_detail().families) {
      for (const auto& base : family.bases) {
        if (!codes_.contains(base)) continue;
        for (const auto& kind : family.kinds) {
          const bool told = !kind.words.empty() || std::any_of(kind.deeds.begin(), kind.deeds.end(), [&](const std::string& deed) { return has_deed(deed); });
          if (told && lexicon_.ontology().cameo(base + kind.digit)) codes_.insert(base + kind.digit);
        }
      }
    }
  }

  void soften() {
    const CameoDetail& detail = lexicon_.cameo_detail();
    if (detail.demand.empty() || detail.appealing.empty()) return;
    std::set<std::string> appeals;
    for (const auto& code : codes_) {
      if (code.starts_with(detail.demand)) appeals.insert(detail.appeal + code.substr(detail.demand.size()));
    }
    codes_.merge(appeals);
  }

  const FrameLexicon& lexicon_;
  std::set<std::string> codes_;
  std::set<std::pair<EventType, std::string>> modes_;
  std::set<std::string> contexts_;
};

}  // namespace

Result<LexiconCoverage> lexicon_coverage(const std::string& folder) {
  const auto lexicon = FrameLexicon::read(folder);
  if (!lexicon) return tl::make_unexpected(lexicon.error());
  const coding::Ontology& ontology = lexicon->ontology();
  const Given given(*lexicon);
  LexiconCoverage coverage;

  const std::string appeal = lexicon->cameo_detail().appeal;
  for (const auto& info : ontology.cameo_codes()) {
    if (info.code.size() == 2 && ontology.cameo(info.code + "0")) continue;
    ++coverage.codes;
    if (given.has_code(info.code)) {
      ++coverage.codes_given;
    } else if (info.code.starts_with("01")) {
      ++coverage.codes_without_type;
    } else {
      coverage.codes_missing.push_back({info.code, std::string(outputs::cameo_words(info.code))});
    }
  }
  for (std::size_t i = 0; i < coding::event_type_count; ++i) {
    const auto type = static_cast<EventType>(i);
    for (const auto& mode : ontology.type(type).modes) {
      ++coverage.modes;
      if (!given.has_mode(type, mode.name)) coverage.modes_missing.push_back(std::string(name_of(type)) + "/" + mode.name);
    }
  }
  coverage.contexts = ontology.contexts().size();
  for (const auto& context : ontology.contexts()) {
    if (!given.has_context(context)) coverage.contexts_missing.push_back(context);
  }
  return coverage;
}

}  // namespace attache
