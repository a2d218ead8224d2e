#include "coding/context_lexicon.h"

#include "coding/yaml_file.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

namespace attache::coding {

/// Reads the files of one folder.
class ContextReader {
 public:
  ContextReader(const Ontology& ontology, std::vector<ContextExample>* examples, std::vector<Error>* mistakes)
      : examples_(examples), mistakes_(mistakes) {
    for (const auto& name : ontology.contexts()) lexicon_.contexts_.push_back({name, {}, 0});
  }

  /// Nothing when all is well; the mistake that stops reading otherwise.
  std::optional<Error> read_file(const std::string& path) {
    file_ = path;
    const auto root = load_yaml(path);
    if (!root) return root.error();
    for (const auto& node : (*root)["contexts"]) {
      auto mistake = read_entry(node);
      if (!mistake) continue;
      if (!mistakes_) return mistake;
      mistake->action = "left the entry out";
      mistakes_->push_back(std::move(*mistake));
    }
    return std::nullopt;
  }

  ContextLexicon finish() {
    lexicon_.build_index();
    return std::move(lexicon_);
  }

 private:
  std::optional<Error> read_entry(const YAML::Node& node) {
    static const std::set<std::string> keys = {"context", "words", "hints", "sectors", "between_states", "other", "has", "lacks"};
    for (const auto& pair : node) {
      if (!keys.contains(pair.first.Scalar())) return yaml_error(file_, pair.first, "unknown key \"" + pair.first.Scalar() + "\"");
    }
    const std::string name = string_or(node["context"], "");
    const auto known =
        std::find_if(lexicon_.contexts_.begin(), lexicon_.contexts_.end(), [&](const Context& context) { return context.name == name; });
    if (known == lexicon_.contexts_.end()) return yaml_error(file_, node, "no PLOVER context \"" + name + "\"");
    if (!read_.insert(name).second) return yaml_error(file_, node, "context \"" + name + "\" has an entry already");
    const auto number = static_cast<std::uint16_t>(known - lexicon_.contexts_.begin());
    for (const auto& type_name : strings(node["between_states"])) {
      const EventType type = event_type_from(type_name);
      if (type == EventType::none) return yaml_error(file_, node["between_states"], "no PLOVER type " + type_name);
      known->between_states |= 1u << static_cast<unsigned>(type);
    }
    known->sectors = strings(node["sectors"]);
    std::set<std::string> phrases;
    for (const auto& [key, weight] :
         {std::pair("words", ContextWeight::word), std::pair("hints", ContextWeight::hint), std::pair("other", ContextWeight::other)}) {
      for (const auto& text : strings(node[key])) {
        if (!phrases.insert(text).second) return yaml_error(file_, node[key], "\"" + text + "\" is listed twice");
        if (!add_phrase(text, number, weight)) return yaml_error(file_, node[key], "an empty phrase");
        // "Power-sharing" is three words to the segmenter or one, as it finds a hyphen between words or part of one.
        std::string apart = text;
        std::replace(apart.begin(), apart.end(), '-', ' ');
        if (apart != text && !phrases.contains(apart)) add_phrase(apart, number, weight);
      }
    }
    if (phrases.empty() && known->sectors.empty()) return yaml_error(file_, node, "nothing says when " + name + " holds");
    read_examples(node["has"], name, true);
    read_examples(node["lacks"], name, false);
    return std::nullopt;
  }

  /// False when there is no word. A possessive's mark is no word: "women's rights" is "women rights".
  bool add_phrase(const std::string& text, std::uint16_t context, ContextWeight weight) {
    ContextPhrase phrase{{}, context, weight};
    std::istringstream words(text);
    for (std::string word; words >> word;) {
      if (word.ends_with("'s")) word.resize(word.size() - 2);
      if (word.ends_with('\'')) word.pop_back();
      phrase.words.push_back(lexicon_.vocabulary_.add(word));
    }
    if (phrase.words.empty()) return false;
    lexicon_.phrases_.push_back(std::move(phrase));
    return true;
  }

  void read_examples(const YAML::Node& list, const std::string& name, bool has) {
    if (!examples_) return;
    for (const auto& node : list) examples_->push_back({name, node.Scalar(), has, file_, static_cast<std::uint32_t>(node.Mark().line) + 1});
  }

  std::vector<ContextExample>* examples_;
  std::vector<Error>* mistakes_;
  ContextLexicon lexicon_;
  std::string file_;  ///< Being read.
  std::set<std::string> read_;
};

Result<ContextLexicon> ContextLexicon::read(const std::string& folder, const Ontology& ontology, std::vector<ContextExample>* examples,
                                            std::vector<Error>* mistakes) {
  std::error_code trouble;
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, trouble)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
  }
  if (trouble) return tl::make_unexpected(Error{ErrorKind::not_found, trouble.message(), {folder}, ""});
  std::sort(files.begin(), files.end());
  ContextReader reader(ontology, examples, mistakes);
  for (const auto& file : files) {
    if (auto mistake = reader.read_file(file)) return tl::make_unexpected(std::move(*mistake));
  }
  return reader.finish();
}

void ContextLexicon::build_index() {
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const ContextPhrase& a, const ContextPhrase& b) { return a.words.front() < b.words.front(); });
  offsets_.assign(vocabulary_.size() + 2, 0);
  for (const auto& phrase : phrases_) ++offsets_[phrase.words.front() + 1];
  for (std::size_t i = 1; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
}

bool ContextLexicon::sound() const {
  return std::all_of(phrases_.begin(), phrases_.end(), [&](const ContextPhrase& phrase) {
    return !phrase.words.empty() && phrase.context < contexts_.size() &&
           std::all_of(phrase.words.begin(), phrase.words.end(),
                       [&](WordId word) { return word != unknown_word && word <= vocabulary_.size(); });
  });
}

}  // namespace attache::coding
