#include "coding/lint.h"

#include "coding/matcher.h"

#include <algorithm>
#include <filesystem>

namespace attache::coding {
namespace {

bool includes(const WordSet& all, const WordSet& some) { return std::includes(all.begin(), all.end(), some.begin(), some.end()); }

/// Whether `wide` matches wherever `narrow` does with this word as its head. Further words may stand in any order.
bool covers(const Trigger& wide, const Trigger& narrow) {
  if (wide.word_class != narrow.word_class || wide.words.size() != narrow.words.size()) return false;
  std::vector<std::size_t> order(wide.words.size() - 1);
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i + 1;
  do {
    bool all = true;
    for (std::size_t i = 0; i < order.size() && all; ++i) all = includes(wide.words[order[i]], narrow.words[i + 1]);
    if (all) return true;
  } while (std::next_permutation(order.begin(), order.end()));
  return false;
}

/// Whether the conditions of `loose` hold wherever those of `strict` do.
bool asks_no_more(const Frame& loose, const Frame& strict) {
  if (loose.form != VerbForm::any && loose.form != strict.form) return false;
  if (!loose.with.empty() && (strict.with.empty() || !includes(loose.with, strict.with))) return false;
  return includes(strict.without, loose.without);
}

/// The words of `narrow`'s head at which `wide` stands before it: all listed doubly, or lost to the other frame.
WordSet common_heads(const Trigger& wide, const Trigger& narrow) {
  WordSet heads;
  std::set_intersection(wide.words.front().begin(), wide.words.front().end(), narrow.words.front().begin(), narrow.words.front().end(), std::back_inserter(heads));
  return heads;
}

std::string written(const FrameLexicon& lexicon, const Trigger& trigger, const WordSet& heads) {
  std::string text = "`" + trigger.text + "`";
  if (heads.size() == trigger.words.front().size()) return text;
  text += " (";
  for (const WordId head : heads) text += (head == heads.front() ? "" : ", ") + std::string(lexicon.vocabulary().word(head));
  return text + ")";
}

/// Everything that triggers with a common head may do to each other.
class TriggerLint {
 public:
  TriggerLint(const FrameLexicon& lexicon, const std::string& folder, std::vector<Error>& findings) : lexicon_(lexicon), folder_(folder), findings_(findings) {}

  void check(std::uint32_t index) {
    const Trigger& trigger = lexicon_.trigger(index);
    std::vector<std::uint32_t> others;
    for (const WordId head : trigger.words.front()) {
      for (const auto& candidate : lexicon_.triggers_of(head)) others.push_back(candidate.trigger);
    }
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    for (const std::uint32_t other : others) {
      if (other != index && compare(index, other)) return;
    }
  }

 private:
  /// Whether the first trigger is of no use beside the second.
  bool compare(std::uint32_t index, std::uint32_t other_index) {
    const Trigger& trigger = lexicon_.trigger(index);
    const Trigger& other = lexicon_.trigger(other_index);
    if (trigger.owner != other.owner || !covers(other, trigger)) return false;
    const auto heads = common_heads(other, trigger);
    if (trigger.index == other.index) {
      // Of two that cover each other, the later is one too many.
      const bool mutual = covers(trigger, other) && trigger.words.front() == other.words.front();
      if (mutual && other_index > index) return false;
      report(trigger, written(lexicon_, trigger, heads) + (mutual ? " is listed twice" : " is already covered by `" + other.text + "`"));
      return true;
    }
    if (trigger.owner != TriggerOwner::frame) return false;
    const Frame& mine = lexicon_.frames()[trigger.index];
    const Frame& its = lexicon_.frames()[other.index];
    if (!goes_before(its, mine) || !asks_no_more(its, mine)) return false;
    report(trigger, written(lexicon_, trigger, heads) + " is never reached: `" + other.text + "` of frame " + its.name + " in " + its.file + " always goes before it");
    return true;
  }

  void report(const Trigger& trigger, const std::string& message) {
    if (trigger.owner == TriggerOwner::frame) {
      const Frame& frame = lexicon_.frames()[trigger.index];
      findings_.push_back(finding(path_of(folder_, frame), frame.line, "frame " + frame.name + ": " + message));
    } else if (trigger.owner == TriggerOwner::operation) {
      const Operator& operation = lexicon_.operators()[trigger.index];
      findings_.push_back(finding(path_of(folder_, operation), operation.line, "operator " + operation.name + ": " + message));
    } else {
      findings_.push_back(finding(folder_ + "/composition/light_verbs.yaml", 1, message));
    }
  }

  const FrameLexicon& lexicon_;
  const std::string& folder_;
  std::vector<Error>& findings_;
};

}  // namespace

Error finding(const std::string& path, std::uint32_t line, std::string message) {
  Error error{ErrorKind::malformed, std::move(message), {path}, ""};
  error.place.line = line;
  return error;
}

std::string path_of(const std::string& folder, const Frame& frame) { return folder + "/frames/" + frame.file; }
std::string path_of(const std::string& folder, const Operator& operation) { return folder + "/composition/" + operation.file; }

void lint_triggers(const FrameLexicon& lexicon, const std::string& folder, std::vector<Error>& findings) {
  TriggerLint lint(lexicon, folder, findings);
  for (std::uint32_t i = 0; i < lexicon.trigger_count(); ++i) lint.check(i);
}

}  // namespace attache::coding
