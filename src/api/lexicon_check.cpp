#include "api/lexicon_check.h"

#include "api/example_check.h"
#include "coding/lint.h"
#include "knowledge/actors/lint.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace attache {
namespace {

using coding::FrameExample;
using coding::FrameLexicon;

/// The files that were asked for, however they are written; all when none is named.
class FileChoice {
 public:
  explicit FileChoice(const std::vector<std::string>& files) {
    for (const auto& file : files) chosen_.insert(canonical(file));
  }
  bool has(const std::string& file) const { return chosen_.empty() || chosen_.contains(canonical(file)); }

 private:
  static std::string canonical(const std::string& file) {
    std::error_code ignored;
    return std::filesystem::weakly_canonical(file, ignored).string();
  }
  std::set<std::string> chosen_;
};

std::vector<TypeCount> count_by_type(const FrameLexicon& lexicon, const std::vector<FrameExample>& examples) {
  std::vector<TypeCount> counts(coding::event_type_count);
  std::set<std::pair<std::uint32_t, std::string>> written;
  std::set<std::string> names[coding::event_type_count];
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i].type = std::string(name_of(static_cast<coding::EventType>(i)));
  for (const auto& frame : lexicon.frames()) {
    const auto type = static_cast<std::size_t>(frame.kind.type);
    ++counts[type].frames;
    names[type].insert(frame.name);
  }
  for (const auto& trigger : lexicon.triggers()) {
    // A hyphenated trigger is kept in several spellings; it is one as written.
    if (trigger.owner != coding::TriggerOwner::frame || !written.emplace(trigger.index, trigger.text).second) continue;
    ++counts[static_cast<std::size_t>(lexicon.frames()[trigger.index].kind.type)].triggers;
  }
  for (const auto& example : examples) {
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i].examples += names[i].count(example.entry);
  }
  return counts;
}

}  // namespace

Result<LexiconReport> check_lexicon(const std::string& folder, const std::vector<std::string>& files, const std::string& model) {
  LexiconReport report;
  std::vector<FrameExample> examples;
  std::vector<coding::ContextExample> context_examples;
  const auto lexicon = FrameLexicon::read(folder, &examples, &report.findings, &context_examples);
  if (!lexicon) return tl::make_unexpected(lexicon.error());
  const bool readable = report.findings.empty();
  report.types = count_by_type(*lexicon, examples);
  report.operators = lexicon->operators().size();

  // One kind of check a line, each in a file of its own.
  coding::lint_triggers(*lexicon, folder, report.findings);
  coding::lint_codes(*lexicon, folder, report.findings);
  coding::lint_examples(*lexicon, examples, folder, report.findings);

  if (const auto actors = knowledge::read_lexicon_files(folder)) knowledge::lint_actors(*actors, report.findings, report.notes);
  else report.findings.push_back(actors.error());

  const FileChoice chosen(files);
  std::erase_if(report.findings, [&](const Error& error) { return !chosen.has(error.place.file); });
  std::erase_if(report.notes, [&](const Error& error) { return !chosen.has(error.place.file); });
  std::erase_if(examples, [&](const FrameExample& example) { return !chosen.has(example.file); });
  std::erase_if(context_examples, [&](const coding::ContextExample& example) { return !chosen.has(example.file); });
  // The coder takes no lexicon with mistakes; what else is wrong shows when they are mended.
  if (readable) {
    auto attache = Attache::open({.lexicon = folder, .model = model});
    if (!attache) return tl::make_unexpected(attache.error());
    report.examples_run = examples.size() + context_examples.size();
    report.examples_failed = check_examples(*attache, examples, report.findings) + check_context_examples(*attache, context_examples, report.findings);
  }
  for (auto* list : {&report.findings, &report.notes}) {
    std::stable_sort(list->begin(), list->end(), [](const Error& one, const Error& other) {
      return std::pair(one.place.file, one.place.line) < std::pair(other.place.file, other.place.line);
    });
  }
  return report;
}

}  // namespace attache
